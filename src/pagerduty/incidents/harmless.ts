/** What people and machines wrote in PagerDuty, without what nobody is to read in a report: addresses and numbers of people. */
import { textOr } from '../json.ts'

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/**
 * Telephone numbers as people write them: from a `+` on, with a leading zero and parts, or `(202) 555-0143`. What has digits for other reasons
 * (tickets, dates, versions, addresses of machines) is left.
 */
const PHONE =
  /(?<![\w.])(?:\+\d[\d ()./-]{6,}\d|\(\d{2,5}\)[ -]?\d{3,}(?:[ -]\d{2,})*|0\d{1,4}[ /-]\d{3,}(?:[ /-]?\d{2,})*|\d{3}[-. ]\d{3}[-. ]\d{4})(?![\w.:]*\w)/g

/** A text without addresses and telephone numbers; a mark says that there was one. */
export function harmless(text: string): string {
  return text.replaceAll(EMAIL, '[e-mail]').replaceAll(PHONE, '[phone]')
}

/** The same of a value that may be no text. */
export function harmlessOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === 'string' ? harmless(textOr(value, '')) : otherwise
}
