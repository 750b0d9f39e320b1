/** Text from outside, made harmless for a calendar. Escaping and folding are the writer's. */
import { withoutAddresses } from '../model/address.ts'

/** All that some reader of calendars may take for the end of a line (Python's `splitlines` knows the most). */
// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const LINE_BREAKS = /\r\n|[\n\v\f\r\u001C-\u001E\u0085\u2028\u2029]/g

/** Controls, the marks that turn the direction of all text after them, and (a pair is one character here) half pairs. */
// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const UNSEEN = /[\0-\t\v-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF\uFEFF]/gu

/** Text in which line breaks may stand, as `\n`. E-mail addresses are cut short. */
export function cleanText(text: string): string {
  return withoutAddresses(plain(text))
}

/** The same on one line: names. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ')
}

/** On one line, with the e-mail addresses that stand in it. */
export function oneLine(text: string): string {
  return plain(text).replaceAll(/\s+/g, ' ')
}

function plain(text: string): string {
  return text.replaceAll(LINE_BREAKS, '\n').replaceAll('\t', ' ').replaceAll(UNSEEN, '').trim()
}

/** An address of the web is kept as it is: there an `@` may stand in the path. Anything else is a line of text. */
export function cleanPlace(text: string): { readonly location: string; readonly url?: string } {
  const found = /^https?:\/\/\S+$/i.exec(text.trim())
  if (found === null) return { location: cleanLine(text) }
  const location = text.trim().replaceAll(UNSEEN, '')
  return { location, url: location.replaceAll(NOT_IN_URI, encodeURIComponent) }
}

/** What may not stand in a URI (RFC 3986), and `,` and `;`, which the writer would escape as in text. */
const NOT_IN_URI = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+=%]/gu
