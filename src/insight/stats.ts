/** `rotate stats`: who carries how much, against the fair share. */
import { DAY } from '../time/instant.ts'
import { intersection, joined, type Interval } from '../time/interval.ts'
import { dateOf, dayOf, dayOfWall } from '../time/wall.ts'
import type { Zone } from '../time/zone.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { shiftsOf } from '../timeline/shifts.ts'
import { burdenOf, type Burden } from './burden.ts'
import { sharesOf } from './share.ts'

/** The statistics of one person: what they carry, and what their share would be. */
export interface PersonStats extends Burden {
  /** The id. */
  readonly person: string
  /** How many shifts begin in the interval, of each rotation. */
  readonly shifts: number
  /** The hours that would be theirs with luck evened out. */
  readonly share: number
}

/**
 * The burden of everybody whom the chosen rotations name, within an interval; most hours first. Time on two
 * rotations at once counts once.
 */
export function stats(
  workspace: Workspace,
  within: Interval,
  chosen: readonly Rotation[] = [...workspace.rotations.values()],
): PersonStats[] {
  const held = new Map<string, { shifts: number; pieces: Interval[] }>()
  const of = (id: string): { shifts: number; pieces: Interval[] } => {
    const known = held.get(id) ?? { shifts: 0, pieces: [] }
    held.set(id, known)
    return known
  }
  for (const rotation of chosen) {
    for (const { members } of rotation.layers) for (const { people } of members) people.forEach(of)
    for (const shift of shiftsOf(rotation, within)) {
      const piece = intersection(shift, within)
      const begins = shift.start >= within.start && shift.start < within.end
      for (const id of shift.people) {
        const mine = of(id)
        if (begins) mine.shifts += 1
        if (piece !== undefined) mine.pieces.push(piece)
      }
    }
  }
  const shares = sharesOf(chosen, within)
  return [...workspace.people.values()]
    .flatMap((person) => {
      const mine = held.get(person.id)
      if (mine === undefined) return []
      const whole = joined(mine.pieces)
      const share = shares.get(person.id) ?? 0
      return {
        person: person.id,
        shifts: mine.shifts,
        share,
        ...burdenOf(person, whole, workspace.holidays.values()),
      }
    })
    .sort((a, b) => b.hours - a.hours || b.offHours - a.offHours)
}

/** The calendar months of a zone that an interval touches, each cut at its ends. */
export function monthsIn(within: Interval, zone: Zone): Interval[] {
  const months: Interval[] = []
  const first = dateOf(dayOfWall(zone.wallAt(within.start)))
  for (let month = first.month; ; month += 1) {
    const start = zone.instantAt(dayOf(first.year, month, 1) * DAY)
    if (start >= within.end) return months
    const end = zone.instantAt(dayOf(first.year, month + 1, 1) * DAY)
    const piece = intersection({ start, end }, within)
    if (piece !== undefined) months.push(piece)
  }
}
