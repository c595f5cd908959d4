// What leaves as a file says nothing of the resident, the purpose or the place.

import { expect, test } from 'vitest'
import { id, localDateTime } from '#domain/ids.ts'
import { calendarFile, contactFile } from './files.ts'

const ID = id('M'.repeat(22))

test('a calendar entry holds a neutral title and an hour in Norway, and nothing else', () => {
  const file = calendarFile(ID, localDateTime('2026-11-24T10:30'), 'Avtale 10.30')
  expect(file).toContain('SUMMARY:Avtale 10.30\r\n')
  expect(file).toContain('DTSTART;TZID=Europe/Oslo:20261124T103000\r\n')
  expect(file).toContain('DTEND;TZID=Europe/Oslo:20261124T113000\r\n')
  expect(file).not.toMatch(/LOCATION|DESCRIPTION|ORGANIZER|ATTENDEE/)
  expect(file.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

test('an entry late in the evening ends the day after', () => {
  expect(calendarFile(ID, localDateTime('2026-12-31T23:30'), 'Avtale 23.30')).toContain('DTEND;TZID=Europe/Oslo:20270101T003000')
})

test('a contact card holds name, role and phone, and no line can be smuggled into it', () => {
  const file = contactFile('Hege; Demo\nNOTE:noe', 'Hjemmehjelp', '+47 00 00 00 31')
  expect(file.split('\r\n').filter(Boolean)).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Hege\\; Demo\\nNOTE:noe;;;;',
    'FN:Hege\\; Demo\\nNOTE:noe',
    'TITLE:Hjemmehjelp',
    'TEL;TYPE=VOICE:+4700000031',
    'END:VCARD',
  ])
})
