/** What stands out among burdens: who carries clearly more or less than would be even. */
import type { PersonStats } from './stats.ts'

/** A kind of hours of which somebody may have too many. */
export type Kind = 'hours' | 'offHours' | 'nightHours' | 'weekendHours' | 'holidayHours'

/** Somebody who carries far more or less than their share. */
export interface Outlier {
  /** The ids: more than one where they are equal, so that nobody is blamed or pitied for where they stand in a file. */
  readonly people: readonly string[]
  readonly kind: Kind
  /** Of several, of the one who differs most. */
  readonly hours: number
  /** Whether all of several have that. */
  readonly exact: boolean
  /** What would be even: the share, or the same part of all nights (weekends, ...) as the share is of all hours. */
  readonly even: number
}

/** Less than a working day is luck. */
const LEAST_HOURS = 8

/** By how much of what would be even somebody must differ; nights and weekends come in lumps, so they may more. */
const LEAST_PART = 0.1
const LEAST_LUMP = 0.25

/** By how many hours people may differ who are as good as equal: a week with a clock change is an hour longer. */
const ALIKE = 1

const LUMPS: readonly Kind[] = ['nightHours', 'weekendHours', 'holidayHours', 'offHours']

/** Who has most above their share, who has most below, then who has most of one kind too much (each named once). */
export function outliersAmong(all: readonly PersonStats[]): Outlier[] {
  const byHours = all
    .map(({ person, hours, share }): Alone => ({ person, kind: 'hours', hours, even: share }))
    .sort((a, b) => excess(b) - excess(a))
  const above = equals(byHours).filter((one) => standsOut(one, LEAST_PART) && excess(one) > 0)
  const below = equals(byHours.toSorted((a, b) => excess(a) - excess(b))).filter(
    (one) => standsOut(one, LEAST_PART) && excess(one) < 0,
  )
  const named = new Set(above.flatMap(({ people }) => people))
  const lumps = LUMPS.flatMap((kind) => lumpiest(all, kind, named))
    .sort((a, b) => excess(b) - excess(a))
    .slice(0, 1)
  return [...above, ...below, ...lumps]
}

interface Alone extends Pick<Outlier, 'kind' | 'hours' | 'even'> {
  readonly person: string
}

/** The first of a list and all that are like it, as one; nothing of an empty one. */
function equals(sorted: readonly Alone[]): Outlier[] {
  const [first] = sorted
  if (first === undefined) return []
  const { kind, hours, even } = first
  const same = sorted.filter(
    (one) => Math.abs(one.hours - hours) <= ALIKE && Math.abs(one.even - even) <= ALIKE,
  )
  const exact = same.every((one) => Math.abs(one.hours - hours) < 0.05)
  return [{ people: same.map(({ person }) => person), kind, hours, even, exact }]
}

/** How many hours somebody has more than would be even. */
export function excess({ hours, even }: Pick<Outlier, 'hours' | 'even'>): number {
  return hours - even
}

function lumpiest(all: readonly PersonStats[], kind: Kind, named: ReadonlySet<string>): Outlier[] {
  const shares = all.reduce((sum, { share }) => sum + share, 0)
  const total = all.reduce((sum, one) => sum + one[kind], 0)
  if (shares === 0) return []
  const most = all
    .map((one) => ({
      person: one.person,
      kind,
      hours: one[kind],
      even: (total * one.share) / shares,
    }))
    .filter((one) => excess(one) > 0 && standsOut(one, LEAST_LUMP))
    .sort((a, b) => excess(b) - excess(a))
  return equals(most).filter(({ people }) => people.every((person) => !named.has(person)))
}

function standsOut(one: Pick<Outlier, 'hours' | 'even'>, part: number): boolean {
  return Math.abs(excess(one)) >= Math.max(LEAST_HOURS, part * one.even)
}
