import { expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import Holidays from 'date-holidays'
import { holidayBook } from '../../src/io/holidays.ts'

const book = holidayBook()
const days = (code: string, year: number): string[] =>
  (book(code)?.daysOf(year) ?? []).map((day) =>
    new Date(day * 86_400_000).toISOString().slice(5, 10),
  )

it('knows the public holidays of a country, a state and a region', () => {
  expect(days('NL', 2026)).toEqual(
    expect.arrayContaining(['01-01', '04-27', '05-14', '12-25', '12-26']),
  )
  expect(days('NL', 2026)).not.toContain('12-05')
  expect(days('DE-SN', 2026)).toContain('11-18')
  expect(days('DE', 2026)).not.toContain('11-18')
  expect(days('US-CA', 2026)).toContain('03-31')
})

it('in order, each once, in any year', () => {
  for (const year of [1970, 2026, 2100, 2200]) {
    const found = book('DE-SN')?.daysOf(year) ?? []
    expect([...new Set(found)].sort((a, b) => a - b)).toEqual(found)
  }
})

it.each(['XX', 'nl', 'N', 'NL-XX', 'US-CA-NOWHERE', '', 'NL-', '../NL'])('knows no %j', (code) => {
  expect(book(code)).toBeUndefined()
})

it('knows every country that the package knows, and holidays of each region on the way', () => {
  const codes = readFileSync('dist/countries.txt', 'utf8').split('\n')
  expect(codes.filter((code) => code.length === 2)).toEqual(
    Object.keys(new Holidays().getCountries()),
  )
  for (const code of codes.filter((_, i) => i % 40 === 0)) {
    expect([code, book(code)?.daysOf(2026).length]).not.toEqual([code, 0])
  }
})
