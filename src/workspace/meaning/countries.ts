/** Countries and regions whose public holidays are known, by their codes. */
import type { HolidayBook, PublicHolidays } from '../../model/holidays.ts'
import type { Told } from '../format/shape.ts'
import { quote } from '../quote.ts'
import type { Scope } from './scope.ts'

/** Codes that people take for a country's. */
const TAKEN_FOR: Readonly<Record<string, string>> = { EN: 'GB', UK: 'GB', EL: 'GR', USA: 'US' }

/** The public holidays of a country that is named, or undefined, reported. */
export function countryOf({ book, report }: Scope, told: Told<string>): PublicHolidays | undefined {
  const { value, place } = told
  const holidays = book(value)
  if (holidays !== undefined) return holidays
  return report.error(
    'unknown-country',
    `unknown country or region ${quote(value)}${wayOut(value, book)}`,
    place,
  )
}

function wayOut(value: string, book: HolidayBook): string {
  const code = value.toUpperCase().replaceAll(/[ _]/g, '-')
  const meant = [code, TAKEN_FOR[code], codeOfName(value)].find((each) => each && book(each))
  if (meant !== undefined) return ` (did you mean '${meant}'?)`
  const country = code.slice(0, 2)
  if (/^[A-Z]{2}-/.test(code) && book(country) !== undefined) {
    return `: write '${country}', or the code of one of its regions behind '${country}-'`
  }
  return ': expected a code such as NL, DE-SN or US-CA'
}

/** `NL`, of `Netherlands`. */
function codeOfName(name: string): string | undefined {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .find((code) => names.of(code)?.toLowerCase() === name.toLowerCase())
}
