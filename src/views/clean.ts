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

/**
 * A cell of a Markdown table. A name calls nobody (`@all`), an address is no link and `#1` no reference to an issue:
 * a space without width parts them.
 */
export function markdownCell(text: string): string {
  return clean(text)
    .replaceAll(/[#!%~&$](?=\d)/g, '$&\u200B')
    .replaceAll(/\b(GH)-(?=\d)/gi, '$1\u200B-')
    .replaceAll(/[\\`*_[\]<>|#~&$]/g, String.raw`\$&`)
    .replaceAll('@', '@\u200B')
    .replaceAll('://', ':\u200B//')
    .replaceAll(/(?<!\u200B)\/\//g, '/\u200B/')
    .replaceAll(/www(?=\.)/gi, '$&\u200B')
    .replaceAll('\u200B', '&#8203;')
}

/** A line of Markdown, which begins no list, code, heading or command (`/close` of GitLab's). */
export function markdownLine(text: string): string {
  return markdownCell(text.trim())
    .replace(/^[-+=/:]/, String.raw`\$&`)
    .replace(/^(\d+)(?=[.)])/, '$1\\')
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
