/** One range held against others of its kind. */
import { intersection, joined, lengthOf, type Interval } from '../../time/interval.ts'
import type { Duty } from './duty.ts'
import { sumOfNights, type Judgement } from './judge.ts'

/** A row of the trend: one turn among several. */
export interface TrendRow {
  readonly within: Interval
  /** The keys of those who held the rotation, in the order in which they first did. */
  readonly people: readonly string[]
  readonly pages: number
  /** Those that were paged. */
  readonly incidents: number
  readonly nightPages: number
  /** Summed over people. */
  readonly nightsInterrupted: number
  /** How long anybody held the rotation (ms). */
  readonly held: number
}

/** The row that a judgement comes to. */
export function trendRow({ within, duty, pages, incidents, nights }: Judgement): TrendRow {
  return {
    within,
    people: holdersOf(duty, within),
    pages: pages.length,
    incidents: incidents.filter(({ isPaged }) => isPaged).length,
    nightPages: pages.filter(({ night }) => night !== undefined).length,
    nightsInterrupted: sumOfNights(nights).interrupted,
    held: heldTime(duty, within),
  }
}

/** Whether a range is held against another: not where the rotation was held for less than half of its time. */
export function isComparable(row: Pick<TrendRow, 'held'>, to: Pick<TrendRow, 'held'>): boolean {
  return row.held * 2 >= to.held
}

/** The keys of those who hold a rotation in a range, in the order in which they first do. */
export function holdersOf({ held }: Duty, within: Interval): string[] {
  return [...held]
    .flatMap(([key, stretches]) => {
      const first = stretches.find(({ end }) => end > within.start)
      return first === undefined || first.start >= within.end ? [] : [{ key, at: first.start }]
    })
    .sort((a, b) => a.at - b.at)
    .map(({ key }) => key)
}

function heldTime({ held }: Duty, within: Interval): number {
  const all = [...held.values()].flat()
  return lengthOf(joined(all.flatMap((stretch) => intersection(stretch, within) ?? [])))
}
