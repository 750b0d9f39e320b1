/** What stands out among burdens: who carries clearly more or less than would be even. */
import type { PersonStats } from './stats.ts'

export type Kind = 'hours' | 'offHours' | 'nightHours' | 'weekendHours' | 'holidayHours'

export interface Outlier {
  /** The id. */
  readonly person: string
  readonly kind: Kind
  readonly hours: number
  /** What would be even: the share, or the same part of all nights (weekends, ...) as the share is of all hours. */
  readonly even: number
}

/** Less than a working day is luck. */
const LEAST_HOURS = 8

/** By how much of what would be even somebody must differ; nights and weekends come in lumps, so they may more. */
const LEAST_PART = 0.1
const LEAST_LUMP = 0.25

const LUMPS: readonly Kind[] = ['nightHours', 'weekendHours', 'holidayHours', 'offHours']

/** Who has most above their share, who has most below, then who has most of one kind too much (each named once). */
export function outliersAmong(all: readonly PersonStats[]): Outlier[] {
  const byHours = all
    .map(({ person, hours, share }): Outlier => ({ person, kind: 'hours', hours, even: share }))
    .sort((a, b) => excess(b) - excess(a))
  const above = byHours.slice(0, 1).filter((one) => standsOut(one, LEAST_PART))
  const below = byHours.slice(-1).filter((one) => excess(one) < 0 && standsOut(one, LEAST_PART))
  const named = new Set(above.map(({ person }) => person))
  const lumps = LUMPS.flatMap((kind) => lumpiest(all, kind) ?? [])
    .filter(({ person }) => !named.has(person))
    .sort((a, b) => excess(b) - excess(a))
    .slice(0, 1)
  return [...above, ...below, ...lumps]
}

/** How many hours somebody has more than would be even. */
export function excess({ hours, even }: Outlier): number {
  return hours - even
}

function lumpiest(all: readonly PersonStats[], kind: Kind): Outlier | undefined {
  const shares = all.reduce((sum, { share }) => sum + share, 0)
  const total = all.reduce((sum, one) => sum + one[kind], 0)
  if (shares === 0) return undefined
  return all
    .map((one) => ({
      person: one.person,
      kind,
      hours: one[kind],
      even: (total * one.share) / shares,
    }))
    .filter((one) => excess(one) > 0 && standsOut(one, LEAST_LUMP))
    .sort((a, b) => excess(b) - excess(a))[0]
}

function standsOut(one: Outlier, part: number): boolean {
  return Math.abs(excess(one)) >= Math.max(LEAST_HOURS, part * one.even)
}
