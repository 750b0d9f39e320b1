/** Who took whose time in a stretch of a rotation: what the file says, and what was made in a service by hand. */
import { intersection, type Interval } from '../../time/interval.ts'
import type { Override, Rotation } from '../../model/rotation.ts'
import type { Difference } from '../../timeline/compare.ts'
import { inForce } from '../../timeline/in-force.ts'
import { turnsWithin } from '../../timeline/rotation.ts'

/** One who stands in for others; by their keys, of people of the file their ids. */
export interface Swap extends Interval {
  readonly kind: Override['kind']
  /** Nobody where it is empty. */
  readonly people: readonly string[]
  /** Who would have been on call, those who still are left out. */
  readonly insteadOf: readonly string[]
  readonly why: string | undefined
  /** Whether it was made in the service, and not in the file. */
  readonly isForeign: boolean
  /** The name of who made it, where the service tells. */
  readonly by: string | undefined
}

/** The overrides of the file that touch a stretch, in order of time. */
export function swapsWithin(rotation: Rotation, within: Interval): Swap[] {
  return inForce(rotation.overrides, within)
    .map((one) => ({
      start: one.start,
      end: one.end,
      kind: one.kind,
      people: one.people,
      insteadOf: replacedBy(rotation, one),
      why: one.why,
      isForeign: false,
      by: undefined,
    }))
    .sort((a, b) => a.start - b.start)
}

function replacedBy(rotation: Rotation, override: Override): readonly string[] {
  const { kind, insteadOf, people } = override
  if (kind === 'add') return []
  if (insteadOf !== undefined) return [insteadOf]
  const beneath = turnsWithin(rotation, override).flatMap((span) => span.people)
  return [...new Set(beneath)].filter((id) => !people.includes(id))
}

/** What stands in a service beside turns; `people` is who it puts on call. */
export interface ForeignItem extends Interval {
  readonly people: readonly string[]
  /** Whom it replaces; undefined where it stands by itself. */
  readonly insteadOf?: readonly string[]
  readonly by: string | undefined
}

/** The items that make a difference: somebody is on call there who is not by the file. */
export function foreignSwaps(
  items: readonly ForeignItem[],
  differences: readonly Difference[],
): Swap[] {
  return items.flatMap((item): Swap[] => {
    const hit = differences.filter((one) => makes(item, one))
    if (hit.length === 0) return []
    const before = [...new Set(hit.flatMap((one) => one.before))]
    const still = new Set(hit.flatMap(({ after }) => after))
    return [
      {
        start: item.start,
        end: item.end,
        kind: 'replace',
        people: item.people,
        insteadOf: item.insteadOf ?? before.filter((key) => !still.has(key)),
        why: undefined,
        isForeign: true,
        by: item.by,
      },
    ]
  })
}

/** The differences that no swap explains. */
export function unexplained(
  differences: readonly Difference[],
  swaps: readonly Swap[],
): Difference[] {
  return differences.filter((one) => !swaps.some((swap) => swap.isForeign && makes(swap, one)))
}

function makes(item: Interval & Pick<ForeignItem, 'people'>, one: Difference): boolean {
  if (intersection(item, one) === undefined) return false
  if (item.people.length === 0) return one.after.length === 0
  return item.people.some((key) => one.after.includes(key) && !one.before.includes(key))
}
