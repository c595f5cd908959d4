// What leaves as a file: a calendar entry that says nothing but a time, and a contact card with name, role and phone. Neither
// names the resident, the purpose or the place, for a calendar and a phone book are read by others.

import { addDays } from '#domain/calendar.ts'
import { dateOf, type Id, type LocalDateTime, timeOf } from '#domain/ids.ts'

const line = (words: string): string => words.replaceAll('\\', '\\\\').replaceAll(/[;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')
const lines = (all: readonly string[]): string => `${all.join('\r\n')}\r\n`

const HOUR = 60
const ZONE = 'TZID=Europe/Oslo'
const compact = (at: string): string => at.replaceAll(/[-:]/g, '')

/** One hour, since how long is not known. RFC 5545, with the rules of Europe/Oslo written out. */
export function calendarFile(id: Id, at: LocalDateTime, title: string): string {
  const [hour = 0, minute = 0] = timeOf(at).split(':').map(Number)
  const end = hour * HOUR + minute + HOUR
  const day = end >= 24 * HOUR ? addDays(dateOf(at), 1) : dateOf(at)
  const two = (n: number): string => `${n}`.padStart(2, '0')
  const until = `${compact(day)}T${two(Math.floor(end / HOUR) % 24)}${two(end % HOUR)}00`
  return lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bofast//NO',
    ...OSLO,
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${compact(at)}00Z`,
    `DTSTART;${ZONE}:${compact(at)}00`,
    `DTEND;${ZONE}:${until}`,
    `SUMMARY:${line(title)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ])
}

const OSLO = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Oslo',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

export const contactFile = (name: string, role: string, phone: string | undefined): string =>
  lines([
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${line(name)};;;;`,
    `FN:${line(name)}`,
    ...(role === '' ? [] : [`TITLE:${line(role)}`]),
    ...(phone ? [`TEL;TYPE=VOICE:${phone.replaceAll(/[^\d+]/g, '')}`] : []),
    'END:VCARD',
  ])

/** Through the share sheet where there is one, else as a file to open. Its name says nothing. */
export async function giveFile(name: 'kontakt.vcf' | 'avtale.ics', type: 'text/vcard' | 'text/calendar', text: string): Promise<void> {
  const file = new File([text], name, { type: `${type};charset=utf-8` })
  if (navigator.canShare?.({ files: [file] })) {
    await navigator.share({ files: [file] }).catch(() => undefined)
    return
  }
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
