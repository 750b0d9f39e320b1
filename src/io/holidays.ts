/** The public holidays of countries and regions, from date-holidays; it is loaded when the first day is asked for. */
import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import { readPart } from './parts.ts'

interface PublicHolidays {
  readonly code: string
  readonly daysOf: (year: number) => readonly number[]
}

const DAY = 86_400_000

/**
 * Finds the public holidays of `NL`, `DE-SN`, `US-CA`; undefined where there is no such country or region. Whether there
 * is one, a list in `dist/` tells: the package itself takes longer to read than all the rest of `rotate who`.
 */
export function holidayBook(): (code: string) => PublicHolidays | undefined {
  const known = new Map<string, PublicHolidays>()
  let codes: ReadonlySet<string> | undefined
  return (code) => {
    codes ??= new Set(readPart('countries.txt').split('\n'))
    if (!codes.has(code)) return undefined
    const holidays = known.get(code) ?? publicHolidays(code)
    known.set(code, holidays)
    return holidays
  }
}

function publicHolidays(code: string): PublicHolidays {
  let book: Holidays | undefined
  const years = new Map<number, readonly number[]>()
  return {
    code,
    daysOf(year) {
      book ??= bookOf(code)
      const days = years.get(year) ?? daysIn(book, year)
      years.set(year, days)
      return days
    },
  }
}

function bookOf(code: string): Holidays {
  // A package of CommonJS, loaded at once: whoever asks is in the middle of a window.
  const Constructor = createRequire(import.meta.url)('date-holidays') as typeof Holidays
  const [country = '', state = '', ...rest] = code.split('-')
  return new Constructor(country, state, rest.join('-'), { types: ['public', 'bank'] })
}

/**
 * The days of a year, counted from 1970-01-01. A holiday of several days counts on each. Of what only banks keep the
 * substitute days count: the package names Ireland's Monday after a Saint Stephen's Day on a Saturday so.
 */
function daysIn(book: Holidays, year: number): number[] {
  const days = new Set<number>()
  for (const { date, start, end, type, substitute } of book.getHolidays(year) ?? []) {
    if (type !== 'public' && substitute !== true) continue
    const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY
    const last = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY))
    for (let day = first; day < first + last; day += 1) {
      if (new Date(day * DAY).getUTCFullYear() === year) days.add(day)
    }
  }
  return [...days].sort((a, b) => a - b)
}
