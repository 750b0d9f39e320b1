/** The public holidays of countries and regions, from date-holidays; it is loaded when the first is asked for. */
import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'

interface PublicHolidays {
  readonly code: string
  readonly daysOf: (year: number) => readonly number[]
}

const DAY = 86_400_000

/** Finds the public holidays of `NL`, `DE-SN`, `US-CA`; undefined where there is no such country or region. */
export function holidayBook(): (code: string) => PublicHolidays | undefined {
  const known = new Map<string, PublicHolidays | undefined>()
  return (code) => {
    if (!known.has(code)) known.set(code, lookUp(code))
    return known.get(code)
  }
}

function lookUp(code: string): PublicHolidays | undefined {
  if (!/^[A-Z]{2}(-[A-Za-z0-9]+)*$/.test(code)) return undefined
  // A package of CommonJS, loaded at once: whoever asks is in the middle of reading a file.
  const Constructor = createRequire(import.meta.url)('date-holidays') as typeof Holidays
  const all = new Constructor()
  const [country = '', state, ...rest] = code.split('-')
  if (all.getCountries()?.[country] === undefined) return undefined
  if (state !== undefined && all.getStates(country)?.[state] === undefined) return undefined
  const region = rest.join('-')
  if (region !== '' && all.getRegions(country, state ?? '')?.[region] === undefined)
    return undefined
  const book = new Constructor(country, state ?? '', region, { types: ['public'] })
  const years = new Map<number, readonly number[]>()
  return {
    code,
    daysOf(year) {
      const days = years.get(year) ?? daysIn(book, year)
      years.set(year, days)
      return days
    },
  }
}

/** The days of a year, counted from 1970-01-01. A holiday of several days counts on each. */
function daysIn(book: Holidays, year: number): number[] {
  const days = new Set<number>()
  for (const { date, start, end } of book.getHolidays(year) ?? []) {
    const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY
    const last = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY))
    for (let day = first; day < first + last; day += 1) {
      if (new Date(day * DAY).getUTCFullYear() === year) days.add(day)
    }
  }
  return [...days].sort((a, b) => a - b)
}
