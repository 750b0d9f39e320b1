/** What `rotate import` says: the texts, what could not be said, and whether they agree with where they come from. */
import type { Interval } from '../time/interval.ts'
import { writeUtc } from '../time/wall.ts'
import { sayTime } from '../time/words.ts'
import type { Acquaintance, Doubt, Left } from '../model/known.ts'
import { slug } from '../model/naming.ts'
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
  /** Paths of files that were there, and what is edited in them. */
  readonly edited: readonly string[]
  readonly patch: string
  /** What the workspace there had already, and who in it somebody was taken for by a part of a name. */
  readonly left?: readonly LeftSaid[]
  readonly taken?: readonly Acquaintance[]
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

/** What was there already; `differences` where the source says otherwise, undefined where that was not looked at. */
export type LeftSaid = Left & { readonly differences?: readonly Interval[] }

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

/** `primary is there already: left as it is (rota.csv says otherwise from Mon 4 Jan 09:00)` */
export function sayLeft(
  { left = [], source }: Pick<ImportSaid, 'left' | 'source'>,
  { zone, now, width }: Look,
): string {
  return left
    .map(({ id, name, differences = [] }) => {
      const isName = slug(name) === slug(id)
      const what = isName ? clean(id) : `'${clean(name)}'`
      const as = isName ? '' : ` as ${clean(id)}`
      const [first] = differences
      const since =
        first === undefined || first.start <= now
          ? 'now'
          : `from ${sayTime(zone, first.start, now)}`
      const otherwise = first === undefined ? '' : ` (${clean(source)} says otherwise ${since})`
      return wrap(`${what} is there already${as}: left as it is${otherwise}`, width)
    })
    .join('')
}

/** `'Alice' in rota.csv is Alice Lindqvist (alice.l)`, where a part of a name says so; and whose address is missing. */
export function sayTaken(taken: readonly Acquaintance[], source: string): string {
  return taken
    .map(({ stranger, person, isGuess }) => {
      const { name, email } = stranger
      const lines: string[] = []
      if (isGuess) {
        const who = person.name === person.id ? person.id : `${person.name} (${person.id})`
        lines.push(`'${clean(name)}' in ${clean(source)} is taken for ${clean(who)}\n`)
      }
      if (email !== undefined && person.email === undefined && person.pagerduty === undefined) {
        lines.push(
          `${clean(person.id)} has no 'email' in the files: ${clean(source)} says ${clean(email)}\n`,
        )
      }
      return lines.join('')
    })
    .join('')
}

/** `'Sam' in rota.csv may be Sam Lee (sam) or Sam Fox (fox)` */
export function sayDoubts(doubts: readonly Doubt[], source: string): string {
  return doubts
    .map(({ stranger, people }) => {
      const names = people.map(({ id, name }) => (name === id ? id : `${name} (${id})`))
      return `'${clean(stranger.name)}' in ${clean(source)} may be ${names.map(clean).join(' or ')}`
    })
    .join('\n')
}

/** What was brought in, as data. */
export function importJson(said: ImportSaid): Json {
  const { team, source, files, isWritten, rotations, edited, patch, left, taken } = said
  return {
    team,
    source,
    files: files.map(({ path, text }) => ({
      path,
      written: isWritten,
      ...(!isWritten && { text }),
    })),
    ...(left !== undefined && {
      edited: edited.map((path) => ({ path, written: isWritten })),
      patch,
      left: left.map(({ kind, id, name, differences }) => ({
        [kind]: id,
        name,
        agrees: differences === undefined ? null : differences.length === 0,
      })),
      taken: (taken ?? [])
        .filter(({ isGuess }) => isGuess)
        .map(({ stranger, person }) => ({ name: stranger.name, person: person.id })),
    }),
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
