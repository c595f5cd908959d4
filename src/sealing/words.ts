// Six generated words open a device (DESIGN.md 8). Each word is a compound of one of 64 first parts and one of 128
// second parts: 13 bits a word, 78 bits in all. Letters a to z only, so that any keyboard can type them.

import { randomBytes } from './bytes.ts'

const FIRST = (
  'gran furu eik lind hassel mose lyng blomst sol vind regn hav elv dal strand sand ' +
  'stein kyst fjord sommer vinter kveld morgen dag silke lin papir kobber leire jern messing torden ' +
  'ugle elg hare svane spurv humle laks hval eple honning kaffe korn havre nype plomme drue ' +
  'himmel hage stue loft skog by land fest lek reise tur fele sky stjerne bakke eng'
).split(' ')

const SECOND = (
  'stol bord benk krakk skap hylle lykt vase kopp skje bolle fat kurv kasse eske pose ' +
  'sekk veske koffert hytte tak vegg vindu port gjerde trapp vei sti plass brygge kai tunnel ' +
  'mast anker tau kjelke sykkel vogn tog trikk buss bil ball spill brikke drage kloss bok ' +
  'blad brev kart penn blyant pensel farge lue skjerf vott sokk sko hatt jakke genser skjorte ' +
  'knapp belte klokke saks pute teppe gardin duk klut matte tromme gitar orgel klang sang dans ' +
  'tone vise park lund bekk foss tjern bukt holme topp mur ovn hjul spade rive bane ' +
  'maling skilt flagg fane telt lekt planke bjelke spiker krok ring kjede speil ramme bilde skisse ' +
  'mappe perm tavle film radio motor lampe pumpe kanne mugge glass ost flaske kvist stige garn'
).split(' ')

const WORDS = 6
const FIRST_BITS = 6
const SECOND_BITS = 7

/** How many equally likely phrases there are, in bits. */
export const WORD_BITS = WORDS * (FIRST_BITS + SECOND_BITS)

/** 64 and 128 divide the range of random bits evenly, so nothing has to be thrown away to choose uniformly. */
export function newWords(): string {
  const words: string[] = []
  for (let i = 0; i < WORDS; i++) {
    const [high = 0, low = 0] = randomBytes(2)
    words.push(wordAt(((high << 8) | low) & ((1 << (FIRST_BITS + SECOND_BITS)) - 1)))
  }
  return words.join(' ')
}

/** The word with this number, 0 to 8191. */
export function wordAt(number: number): string {
  return `${FIRST[number >> SECOND_BITS] ?? ''}${SECOND[number & ((1 << SECOND_BITS) - 1)] ?? ''}`
}
