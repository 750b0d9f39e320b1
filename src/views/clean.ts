/** Text from outside, made harmless for where it goes. */

/** Controls of terminals, and the marks that turn the direction of text. */
// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g

/** For a terminal, on one line: control characters become a visible mark. */
export function clean(text: string): string {
  return text.replaceAll(/\r\n|\r|\n|\t/g, ' ').replaceAll(UNSEEN, '\uFFFD')
}

/** A cell of CSV (RFC 4180). One that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell of a Markdown table. */
export function markdownCell(text: string): string {
  return clean(text).replaceAll(/[\\`*_[\]<>|#~&]/g, String.raw`\$&`)
}
