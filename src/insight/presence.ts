/** A person at an instant: what they hold, whether they are there. */
import { DAY, type Instant } from '../time/instant.ts'
import { joined } from '../time/interval.ts'
import { countsAt } from '../model/dated.ts'
import { awayWithin, settingAt, type Person, type Setting } from '../model/person.ts'
import type { Rotation } from '../model/rotation.ts'
import { onCallAt } from '../timeline/rotation.ts'

/** A person at an instant: their zone and hours then, what they hold, whether they are there. */
export interface Presence {
  readonly person: Person
  readonly setting: Setting
  /** What they hold. */
  readonly rotations: readonly Rotation[]
  /** When they are back, where they are away; absences that touch count as one. */
  readonly awayUntil: Instant | undefined
  readonly isInTeam: boolean
}

/** As far ahead as absences may go on. */
const AHEAD = 366 * DAY

/** Whether a person is there at an instant, and what they hold of some rotations. */
export function presenceOf(person: Person, rotations: readonly Rotation[], at: Instant): Presence {
  const absences = joined(awayWithin(person, { start: at, end: at + AHEAD }).flat())
  return {
    person,
    setting: settingAt(person, at),
    rotations: rotations.filter((rotation) => onCallAt(rotation, at).includes(person.id)),
    awayUntil: absences.find(({ start, end }) => start <= at && at < end)?.end,
    isInTeam: countsAt(person, at),
  }
}
