/** Texts in, what a user sees out: for the tests of the loader. */
import type { HolidayBook } from '../../src/model/holidays.ts'
import type { Loaded } from '../../src/model/workspace.ts'
import { dayOf } from '../../src/time/wall.ts'
import { sayProblems } from '../../src/views/problems.ts'
import { load } from '../../src/workspace/load.ts'

/** A text as it is in a file, without the indentation that it has in a test. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').replace(/\n *$/, '\n').split('\n')
  const margin = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0),
  )
  return lines.map((line) => line.slice(Number.isFinite(margin) ? margin : 0)).join('\n')
}

/** Texts by the names of their files; one text alone is `team.yaml`. */
export type Files = string | Readonly<Record<string, string>>

export function loaded(files: Files): Loaded {
  const texts = typeof files === 'string' ? { 'team.yaml': files } : files
  const sources = Object.entries(texts).map(([name, text]) => ({
    path: name,
    text: dedent(text),
    // As a file would be that is no UTF-8.
    isDamaged: text.includes('\uFFFD'),
  }))
  return load(sources, book)
}

/** Every problem as the terminal shows it. */
export function shown(files: Files): string {
  return sayProblems(loaded(files).problems)
}

/** Christmas Day, of the countries and regions that a test needs. */
export const book: HolidayBook = (code) =>
  /^(NL|SE|GB|US|DE|DE-SN)$/.test(code)
    ? { code, daysOf: (year) => [dayOf(year, 12, 25)] }
    : undefined
