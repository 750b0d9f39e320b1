/** Text from outside, made harmless for where it goes. */

/** Controls of terminals, the marks that turn the direction of text, and other marks that nobody sees. */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** For a terminal, on one line: control characters become a visible mark. */
export function clean(text: string): string {
  return text.replaceAll(/\r\n|\r|\n|\t/g, ' ').replaceAll(UNSEEN, '\uFFFD')
}

/** A cell of CSV (RFC 4180). One that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvCell(text: string): string {
  const seen = clean(text)
  const safe = /^\s*[=+\-@＝＋－＠]/.test(seen) ? `'${seen}` : seen
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell of a Markdown table. A name calls nobody (`@all`) and an address is no link: a space without width parts them. */
export function markdownCell(text: string): string {
  return clean(text)
    .replaceAll(/[\\`*_[\]<>|#~&$]/g, String.raw`\$&`)
    .replaceAll('@', '@&#8203;')
    .replaceAll('://', ':&#8203;//')
    .replaceAll(/www(?=\.)/gi, '$&&#8203;')
}

/** JSON says the same with what is unseen written out, so that it can stand on a terminal. */
export function cleanJson(text: string): string {
  return text.replaceAll(UNSEEN, (mark) =>
    mark === '\n'
      ? mark
      : Array.from({ length: mark.length }, (_, i) => {
          return `\\u${mark.charCodeAt(i).toString(16).padStart(4, '0')}`
        }).join(''),
  )
}
