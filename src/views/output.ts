/** The forms that answers can have: what `--format` names, and for whom each is. */
import type { Look } from './look.ts'

interface Kind {
  readonly readers: 'people' | 'programs'
  /** Behind its name in the help. */
  readonly note?: string
  /** Whether it quotes what it says, so that a runner of CI takes nothing in it for a command. */
  readonly isQuoted?: true
}

/** The name of a form, as `--format` takes it. */
export type Format = 'text' | 'table' | 'csv' | 'md' | 'json' | 'github' | 'gitlab'

/** All forms by their names. */
export const FORMATS: Readonly<Record<Format, Kind>> = {
  text: { readers: 'people' },
  table: { readers: 'people' },
  csv: { readers: 'programs' },
  md: { readers: 'people', isQuoted: true },
  json: { readers: 'programs' },
  github: { readers: 'programs', note: 'annotations' },
  gitlab: { readers: 'programs', note: 'code quality' },
}

/** How an answer is said in each of the forms that it can have, the usual one first. */
export type Outputs<A> = { readonly [F in Format]?: (answer: A, look: Look) => string }

/** The forms of an answer, the usual one first. */
export function formatsOf(outputs: Outputs<never>): Format[] {
  return (Object.keys(outputs) as Format[]).filter((name) => Object.hasOwn(FORMATS, name))
}

/** Whether a form is read by programs rather than people. */
export function isForPrograms(format: Format): boolean {
  return FORMATS[format].readers === 'programs'
}

/** Whether nothing in a form can be taken for a command, or it is meant as one. */
export function isSafeOnLog(format: Format): boolean {
  const kind = FORMATS[format]
  return kind.readers === 'programs' || kind.isQuoted === true
}

/** `github (annotations)` */
export function sayFormat(format: Format): string {
  const { note } = FORMATS[format]
  return note === undefined ? format : `${format} (${note})`
}
