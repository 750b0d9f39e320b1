/** What an edit of people means for them: the same shifts, weighed by another zone, other hours, another country. */
import type { Instant } from '../time/instant.ts'
import { intersection, joined, type Interval } from '../time/interval.ts'
import { settingsOf, type Person } from '../model/person.ts'
import type { Workspace } from '../model/workspace.ts'
import { shiftsOf } from '../timeline/shifts.ts'
import { burdenOf, type Burden } from './burden.ts'
import type { Sides } from './sides.ts'

/** Hours more or less, negative where it is less, of one person whose zone, hours, country or weekend was edited. */
export interface BurdenDiff {
  readonly id: string
  readonly ahead: Weight
  readonly past: Weight
}

/** The weight of shifts: how much of them falls into which unwelcome hours. */
export type Weight = Omit<Burden, 'hours'>

/** Less is nobody's concern. */
const LEAST = 0.25

/** Everybody whose shifts, as they are now, weigh otherwise than by what was said of them before. */
export function burdenDiffs(
  { before, after }: Sides,
  within: Interval,
  now: Instant,
  former: (id: string) => string,
): BurdenDiff[] {
  return [...after.people.values()].flatMap((is): BurdenDiff[] => {
    const was = before.people.get(former(is.id))
    if (was === undefined || isSetAlike(was, is)) return []
    const held = heldBy(is.id, after, within)
    const weigh = (stretch: Interval): Weight => {
      const part = held.flatMap((one) => intersection(one, stretch) ?? [])
      const lists = [...after.holidays.values()]
      return less(burdenOf(is, part, lists), burdenOf(was, part, lists))
    }
    const ahead = weigh({ start: now, end: Infinity })
    const past = weigh({ start: -Infinity, end: now })
    return isNothing(ahead) && isNothing(past) ? [] : [{ id: is.id, ahead, past }]
  })
}

/** `40 h more at night, 8 h less at the weekend`; empty where nothing differs. */
export function sayWeight(weight: Weight): string {
  const { nightHours, weekendHours, holidayHours, offHours } = weight
  const parts: readonly [number, string][] = [
    [nightHours, 'at night'],
    [weekendHours, 'at the weekend'],
    [holidayHours, 'on holidays'],
    [offHours, 'outside working hours'],
  ]
  return parts
    .filter(([hours]) => Math.abs(hours) >= LEAST)
    .map(([hours, when]) => `${round(Math.abs(hours))} h ${hours < 0 ? 'less' : 'more'} ${when}`)
    .join(', ')
}

/** Whether a weight is too little to be spoken of. */
export function isNothing(weight: Weight): boolean {
  return sayWeight(weight) === ''
}

/** Whether two people live and work alike at all times. */
function isSetAlike(a: Person, b: Person): boolean {
  return textOf(a) === textOf(b)
}

function textOf(person: Person): string {
  return JSON.stringify(
    settingsOf(person).map(({ setting: { zone, hours, country, weekend }, start }) => [
      zone.name,
      hours.from,
      hours.to,
      country,
      weekend,
      start,
    ]),
  )
}

function heldBy(id: string, { rotations }: Workspace, within: Interval): Interval[] {
  const shifts = [...rotations.values()].flatMap((rotation) => shiftsOf(rotation, within))
  return joined(
    shifts.flatMap((shift) =>
      shift.people.includes(id) ? (intersection(shift, within) ?? []) : [],
    ),
  )
}

function less(a: Burden, b: Burden): Weight {
  return {
    offHours: a.offHours - b.offHours,
    nightHours: a.nightHours - b.nightHours,
    weekendHours: a.weekendHours - b.weekendHours,
    holidayHours: a.holidayHours - b.holidayHours,
  }
}

function round(hours: number): number {
  return hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours)
}
