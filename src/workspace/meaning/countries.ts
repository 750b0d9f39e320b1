/** Countries and regions whose public holidays are known, by their codes. */
import { plainly } from '../../time/accents.ts'
import { once } from '../../time/once.ts'
import type { HolidayBook, PublicHolidays } from '../../model/holidays.ts'
import type { Told } from '../format/shape.ts'
import { quote } from '../quote.ts'
import { codesByName, regionsCalled } from '../regions.ts'
import { asSeveral } from '../around.ts'
import type { Scope } from './scope.ts'

/** Codes that people take for a country's, and names that are not its own. */
const TAKEN_FOR: Readonly<Record<string, string>> = {
  EN: 'GB',
  UK: 'GB',
  EL: 'GR',
  USA: 'US',
  AMERICA: 'US',
  HOLLAND: 'NL',
  ENGLAND: 'GB-ENG',
  BRITAIN: 'GB',
  'GREAT-BRITAIN': 'GB',
}

/** The languages in which the names of countries are known. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'nl', 'it', 'pt', 'sv', 'pl']

/**
 * The public holidays of a country that is named, or undefined, reported.
 * @param instead what else could be meant where it stands
 */
export function countryOf(
  { book, report }: Scope,
  told: Told<string>,
  instead: (word: string) => string | undefined = () => undefined,
): PublicHolidays | undefined {
  const { value, place } = told
  const holidays = book(value)
  if (holidays !== undefined) return holidays
  const way = instead(value) ?? wayOut(value, book)
  return report.error('unknown-country', `unknown country or region ${quote(value)}${way}`, place)
}

/** ` (did you mean 'NL, BE'?)`, of `NL/BE` in a list of holidays. */
export function severalCountries(
  { value, place }: Told<string>,
  { book }: Scope,
): string | undefined {
  const parts = value.split(/\s*[,;&+/|]\s*|\s+(?:and|und)?\s*/).filter((part) => part !== '')
  if (parts.length < 2 || book(parts.join('-')) !== undefined) return undefined
  const meant = parts.map((part) => codeMeantBy(part, book))
  if (!meant.every((code) => code !== undefined)) return undefined
  return ` (did you mean ${quote(asSeveral([...new Set(meant)], place))}?)`
}

function codeMeantBy(value: string, book: HolidayBook): string | undefined {
  const code = value.trim().toUpperCase().replaceAll(/[ _]/g, '-')
  const called = regionsCalled(value)
  return [code, TAKEN_FOR[code], ...codesOfName(value), ...called].find(
    (each) => each !== undefined && book(each) !== undefined,
  )
}

function wayOut(value: string, book: HolidayBook): string {
  const meant = codeMeantBy(value, book)
  if (meant !== undefined) return ` (did you mean '${meant}'?)`
  const [, country = '', region = ''] = /^([A-Za-z]{2})[-_ /](.+)$/.exec(value) ?? []
  const code = country.toUpperCase()
  if (code !== '' && book(code) !== undefined) {
    const there = regionsCalled(region).filter((each) => each.startsWith(`${code}-`) && book(each))
    if (there[0] !== undefined) return ` (did you mean '${there[0]}'?)`
    return `: expected '${code}', or the code of one of its regions behind '${code}-'`
  }
  return ': expected a code such as NL, DE-SN or US-CA'
}

/** `NL`, of `Netherlands`, `Niederlande`; of a country that is no more too. */
function codesOfName(name: string): readonly string[] {
  const plain = plainly(name)
  return plain.length < 4 ? [] : (codesNamed().get(plain) ?? [])
}

const codesNamed = once(() => {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return codesByName(
    LANGUAGES.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
      return codes.map((code) => [code, names.of(code) ?? ''] as const)
    }),
  )
})
