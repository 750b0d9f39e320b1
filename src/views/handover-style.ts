/** The report of a shift in one of two forms: Markdown, or text for a terminal. */
import { clean, markdownCell } from './clean.ts'
import { glyphsFor } from './glyphs.ts'
import type { Look } from './look.ts'
import { table } from './table.ts'
import { wrap } from './wrap.ts'

/** How the parts of a report are written. */
export interface ReportStyle {
  readonly title: (text: string) => string
  readonly heading: (text: string) => string
  /** A paragraph. */
  readonly line: (text: string) => string
  readonly table: (titles: readonly string[], rows: readonly (readonly string[])[]) => string
  /** Text from outside, made harmless. */
  readonly text: (text: string) => string
  readonly strong: (text: string) => string
  /** `Bob’s`: of a name that is harmless already. */
  readonly whose: (name: string) => string
  /** What a text that was cut ends with. */
  readonly cut: string
  /** A word that is typed as it stands, of our own. */
  readonly code: (text: string) => string
  /** An incident by its number, which links to it where there is an address; the title is as it came. */
  readonly incident: (number: number, title: string, url: string) => string
  /** Where a meeting is: a room, or an address that links to itself. */
  readonly place: (text: string) => string
}

/** For a merge request, an issue or a file: nothing from outside is a link, a mention or markup. */
export const MARKDOWN: ReportStyle = {
  title: (text) => `# ${text}\n\n`,
  heading: (text) => `## ${text}\n\n`,
  line: (text) => `${text}\n\n`,
  table: (titles, rows) => `${[titles, titles.map(() => '---'), ...rows].map(row).join('')}\n`,
  text: markdownCell,
  strong: (text) => `**${text}**`,
  whose: (name) => `${name}’s`,
  cut: '…',
  code: (text) => `\`${text}\``,
  incident: (number, title, url) => {
    // Within a link a number refers to nothing else.
    const isLink = ADDRESS.test(url)
    return isLink
      ? `[#${number} ${markdownCell(title)}](${url})`
      : markdownCell(`#${number} ${title}`)
  },
  place: (text) => (ADDRESS.test(text) ? `<${text}>` : markdownCell(text)),
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

/** An address that can stand in Markdown without being anything else. */
const ADDRESS = /^https:\/\/[\w.~:/?#!$&'+,;=%-]+$/

/** For a terminal, as wide as it is. */
export function terminalStyle(look: Look): ReportStyle {
  const { width, paint } = look
  return {
    title: (text) => wrap(paint.strong(text), width, 0),
    heading: (text) => `\n${paint.strong(text)}\n`,
    line: (text) => wrap(text, width, 0),
    table: (titles, rows) =>
      table(
        {
          columns: byNumber(titles.map((title) => title.toUpperCase())),
          narrower: titles.map((_, i) => ({ wrap: keyOf(i), to: 12 })).reverse(),
        },
        rows.map(byNumber),
        { width, paint },
      ),
    text: clean,
    strong: paint.strong,
    whose: (name) => `${name}${look.ascii === true ? "'" : '’'}s`,
    cut: glyphsFor(look).cut,
    code: (text) => text,
    incident: (number, title) => clean(`#${number} ${title}`),
    place: clean,
  }
}

/** Columns that have no names are known by their numbers, in letters: keys that are digits would lose their order. */
function keyOf(i: number): string {
  return `column ${i}`
}

function byNumber<T>(cells: readonly T[]): Record<string, T> {
  return Object.fromEntries(cells.map((cell, i) => [keyOf(i), cell]))
}
