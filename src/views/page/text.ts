/** Text from outside, made harmless for a page. */
import { withoutAddresses } from '../../model/address.ts'

/** Controls, line breaks, and the marks that turn the direction of all text after them. */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex -- controls are what is looked for
  /[\0-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF\uFEFF]+/gu

/** One line, without e-mail addresses. */
export function cleanLine(text: string): string {
  return withoutAddresses(cleanWay(text))
}

/** A room; an address of the web stays as it is, since there an `@` may stand in the path. */
export function cleanPlace(text: string): string {
  return /^https?:\/\/\S+$/i.test(text) ? text.replaceAll(UNSEEN, '') : cleanLine(text)
}

/** A way to reach somebody, addresses and all. */
export function cleanWay(text: string): string {
  return text.replaceAll(UNSEEN, ' ').replaceAll(/\s+/g, ' ').trim()
}

/** Times as the page has them. */
export function secondsOf(time: number): number {
  return Math.floor(time / 1000)
}

/** For text and for values in quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
}

/** JSON that can stand in a script element: nothing in it can end that, or begin a comment. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (mark) => String.raw`\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
