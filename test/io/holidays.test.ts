import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import Holidays from 'date-holidays'
import { publicHolidaysOf } from '../../src/io/holidays.ts'

const DAY = 86_400_000
const book = publicHolidaysOf
const days = (code: string, year: number): string[] => said(book(code)?.daysOf(year) ?? [])

function said(all: readonly number[]): string[] {
  return all.map((day) => new Date(day * DAY).toISOString().slice(5, 10))
}

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

it('also of the year before the first and after the last, in which it is already or still another year elsewhere', () => {
  expect(days('NL', 1969)).toContain('12-25')
  expect(days('NL', 2201)).toContain('01-01')
})

it.each(['XX', 'nl', 'N', 'NL-XX', 'US-CA-NOWHERE', '', 'NL-', '../NL', 'NL-.', '=NL', 'NL\n'])(
  'knows no %j',
  (code) => {
    expect(book(code)).toBeUndefined()
  },
)

const all = new Holidays()
const keys = (record: object | undefined): string[] => Object.keys(record ?? {})
const CODES = keys(all.getCountries()).flatMap((country) => [
  country,
  ...keys(all.getStates(country)).flatMap((state) => [
    `${country}-${state}`,
    ...keys(all.getRegions(country, state)).map((region) => `${country}-${state}-${region}`),
  ]),
])

/** The same by date-holidays itself, which takes half a second for all years of one country. */
function byPackage(code: string, years: readonly number[]): number[][] {
  const [country = '', state = '', ...rest] = code.split('-')
  const known = new Holidays(country, state, rest.join('-'), { types: ['public', 'bank'] })
  return years.map((year) => {
    const found = new Set<number>()
    for (const { date, start, end, type, substitute } of known.getHolidays(year)) {
      if (type !== 'public' && substitute !== true) continue
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY
      const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY))
      for (let day = first; day < first + count; day += 1) {
        if (new Date(day * DAY).getUTCFullYear() === year) found.add(day)
      }
    }
    return [...found].sort((a, b) => a - b)
  })
}

const YEARS = Array.from({ length: 2201 - 1969 + 1 }, (_, i) => 1969 + i)
/** `ROTATE_HOLIDAYS=all` compares all countries and regions in all years, which takes ten minutes. */
const isWhole = process.env['ROTATE_HOLIDAYS'] === 'all'

describe('the table says what date-holidays says', () => {
  it('of the version that it names', () => {
    const { version } = JSON.parse(
      readFileSync('node_modules/date-holidays/package.json', 'utf8'),
    ) as { version: string }
    expect(readFileSync('src/io/holidays.txt', 'utf8')).toContain(
      `from date-holidays ${version} by`,
    )
  })

  it('knows every country and region that the package knows, and no other', () => {
    expect(CODES.filter((code) => book(code) === undefined)).toEqual([])
    const heads = readFileSync('src/io/holidays.txt', 'utf8').match(/^=.*$/gm) ?? []
    expect(heads.flatMap((head) => head.split(' '))).toHaveLength(CODES.length)
  })

  it('on the same days', () => {
    const sample = CODES.flatMap((code, i): [string, number[]][] => {
      if (isWhole) return [[code, YEARS]]
      return i % 12 === 0 ? [[code, [YEARS[(i * 7) % YEARS.length] ?? 0, 2020 + (i % 11)]]] : []
    })
    for (const [code, years] of sample) {
      const found = byPackage(code, years)
      const read = years.map((year) => book(code)?.daysOf(year))
      expect([code, read]).toEqual([code, found])
    }
  }, 3_600_000)

  it('as `npm run holidays` makes it', () => {
    const table = readFileSync('src/io/holidays.txt', 'utf8')
    const part = execFileSync(process.execPath, ['.ci/holidays.js', 'IS'], { encoding: 'utf8' })
    expect(part).toMatch(/^=IS\n01-01\n/)
    expect(table).toContain(`\n${part}=`)
  })
})
