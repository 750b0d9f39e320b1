/** The public holidays of countries and regions, out of a table that was made from date-holidays. */
import { holidaysIn } from './holiday-table.ts'
import { readPart } from './parts.ts'

interface PublicHolidays {
  readonly code: string
  readonly daysOf: (year: number) => readonly number[]
}

/**
 * Finds the public holidays of `NL`, `DE-SN`, `US-CA`, from 1969 to 2201; undefined where there is no such country or
 * region. Days are counted from 1970-01-01.
 */
export function publicHolidaysOf(code: string): PublicHolidays | undefined {
  if (!known.has(code)) known.set(code, inTable((table ??= readPart('holidays.txt')), code))
  return known.get(code)
}

let table: string | undefined
const known = new Map<string, PublicHolidays | undefined>()

function inTable(table: string, code: string): PublicHolidays | undefined {
  const inYear = holidaysIn(table, code)
  if (inYear === undefined) return undefined
  const years = new Map<number, readonly number[]>()
  return {
    code,
    daysOf(year) {
      const days = years.get(year) ?? inYear(year)
      years.set(year, days)
      return days
    },
  }
}
