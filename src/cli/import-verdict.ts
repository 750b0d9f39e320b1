/** What the source of an import shows, against what the new files say. */
import type { Interval } from '../time/interval.ts'
import type { Verdict } from '../model/plan.ts'
import type { Workspace } from '../model/workspace.ts'
import { compare, type Difference } from '../timeline/compare.ts'
import { timelineOf } from '../timeline/rotation.ts'
import { shiftsOf } from '../timeline/shifts.ts'

/** A rotation, what it is called where it comes from, and who is on call there within an interval, by the ids of people. */
export interface SourceShown {
  readonly rotation: string
  readonly schedule: string
  readonly shown: readonly (Interval & { readonly people: readonly string[] })[]
  readonly within: Interval
}

/** Where the files differ from their source, with people by their names. */
export function verdictOf(
  { rotation: id, schedule, shown, within }: SourceShown,
  { rotations, people }: Workspace,
): Verdict {
  const rotation = rotations.get(id)
  const ours = rotation === undefined ? [] : timelineOf(rotation, within)
  const nameOf = (person: string): string => people.get(person)?.name ?? person
  const named = ({ start, end, before, after }: Difference): Difference => ({
    start,
    end,
    before: before.map(nameOf),
    after: after.map(nameOf),
  })
  return {
    rotation: id,
    schedule,
    until: within.end,
    shifts: rotation === undefined ? 0 : shiftsOf(rotation, within).length,
    differences: compare(shown, ours, within).map(named),
  }
}
