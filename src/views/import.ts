/** What `rotate import` says: the texts, what could not be said, and whether they agree with where they come from. */
import { writeUtc } from '../time/wall.ts'
import type { Verdict } from '../model/plan.ts'
import { clean, cleanJson } from './clean.ts'
import { differenceJson, type Json } from './json.ts'
import type { Look } from './look.ts'
import { wrap } from './wrap.ts'

/** What `rotate import` has to tell: the files, and what could not be said in them. */
export interface ImportSaid {
  readonly team: string
  /** Where it comes from, as people know it: `PagerDuty`, `rota.csv`. */
  readonly source: string
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly isWritten: boolean
  readonly rotations: readonly {
    readonly name: string
    readonly unsaid: readonly string[]
    readonly verdict: Verdict
    readonly found?: FoundSaid
    /** Whether there was anything to compare with; true where left out. */
    readonly isCompared?: boolean
    /** Whether the format could not say all of it. */
    readonly isShort?: boolean
  }[]
}

/** What was found in who is on call when. */
export interface FoundSaid {
  readonly kind: 'pattern' | 'table'
  readonly shifts: number
  readonly explained: number
  readonly overrides: number
}

/** `  people go round: 50 of 52 shifts are theirs by the turns; 2 overrides say the rest` */
export function sayFound(found: FoundSaid, { width }: Pick<Look, 'width'>): string {
  return wrap(`  ${inWords(found)}`, width)
}

function inWords({ kind, shifts, explained, overrides }: FoundSaid): string {
  const all = shifts === 1 ? '1 shift' : `${shifts} shifts`
  if (kind === 'table') return `no order of people explains enough of ${all}: a table of dates`
  if (overrides === 0) return `the turns explain all of ${all}`
  const rest = overrides === 1 ? '1 override says' : `${overrides} overrides say`
  return `the turns explain ${explained} of ${all}, ${rest} the rest`
}

/** The files one after another, each below its path; they hold nothing that a terminal would obey. */
export function sayFiles(files: ImportSaid['files'], { paint }: Look): string {
  return files
    .map(({ path, text }) => `${paint.strong(`--- ${clean(path)}`)}\n${cleanJson(text)}\n`)
    .join('')
}

/** `primary: 'Weekend' in PagerDuty cannot be said as turns: ...` */
export function sayUnsaid({ rotations }: ImportSaid): string {
  return rotations
    .flatMap(({ verdict, unsaid }) =>
      unsaid.map((sentence) => `${clean(verdict.rotation)}: ${clean(sentence)}\n`),
    )
    .join('')
}

/** `primary: not compared: Opsgenie told no timeline` */
export function sayNotCompared(
  rotation: string,
  source: string,
  { width }: Pick<Look, 'width'>,
): string {
  return wrap(`${clean(rotation)}: not compared: ${clean(source)} told no timeline`, width)
}

/** What was brought in, as data. */
export function importJson({ team, source, files, isWritten, rotations }: ImportSaid): Json {
  return {
    team,
    source,
    files: files.map(({ path, text }) => ({
      path,
      written: isWritten,
      ...(!isWritten && { text }),
    })),
    rotations: rotations.map(({ name, unsaid, verdict, found, isCompared = true }) => ({
      rotation: verdict.rotation,
      schedule: verdict.schedule,
      name,
      agrees: isCompared ? verdict.differences.length === 0 : null,
      until: isCompared ? writeUtc(verdict.until) : null,
      shifts: verdict.shifts,
      unsaid,
      ...(found && { found: { ...found } }),
      differences: verdict.differences.map((one) => differenceJson(one)),
    })),
  }
}
