import { expect, test } from 'vitest'
import { CONSENT_KINDS } from '#domain/codes.ts'
import { CATALOGUE, CATALOGUE_THEMES, entryOf } from './catalogue.ts'

/** DOMAIN.md 2.18, as it stands there. */
const INSTRUMENTS =
  'bostotte kommunal_bostotte bostotte_transport okonomisk_stonad supplerende_stonad husleie_dekket direkte_betaling forvaltning_ytelse trekk_i_ytelse depositumsgaranti depositumslan startlan_kjop startlan_refinansiering avdragsutsettelse betalingsutsettelse terminer_pa_saldo forlenget_lopetid gjeldsordning frivillig_salg fleksibel_forfall avtalegiro nedbetalingsavtale bolig_bytte'
const SERVICES =
  'rad_veiledning okonomisk_radgivning booppfolging praktisk_bistand hjemmehjelp hjemmesykepleie stottekontakt individuell_plan verge fastlege psykisk_helse ruspoliklinikk avrusning arbeidstrening midlertidig_botilbud bomiljotjeneste frivillig_tilbud regelmessige_samtaler husleiekontroll'

test('every instrument and service of the circulars is in the catalogue, once', () => {
  const codes = (list: 'instrument' | 'service') => CATALOGUE.filter((entry) => entry.list === list).map(({ code }) => code)
  expect(codes('instrument')).toEqual(INSTRUMENTS.split(' '))
  expect(codes('service')).toEqual(SERVICES.split(' '))
})

test('each says in three languages what it is, cites where that stands, and when it was last looked at', () => {
  for (const { code, label, hint, source, verifiedOn, reviewBy } of CATALOGUE) {
    for (const text of [label, hint ?? label])
      expect(
        Object.values(text).every((words) => words.length > 2),
        code,
      ).toBe(true)
    expect(source.section, code).toMatch(/^(N |O-)(\d|App\. \d)/)
    expect(verifiedOn < reviewBy, code).toBe(true)
  }
})

test('what takes money before the resident sees it asks for a consent that there is', () => {
  for (const code of ['trekk_i_ytelse', 'bostotte_transport', 'forvaltning_ytelse'])
    expect(CONSENT_KINDS).toContain(entryOf(code)?.needsConsent)
  expect(entryOf('direkte_betaling')?.needsTalk).toBe(true)
})

test('everything in the catalogue stands under one theme, and once', () => {
  const laid = CATALOGUE_THEMES.flatMap(({ codes }): readonly string[] => codes)
  expect([...laid].sort()).toEqual(CATALOGUE.map(({ code }) => code).sort())
})
