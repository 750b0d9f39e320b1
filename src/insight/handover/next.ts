/** Who takes over: until when, by which clock, and what lies in their time. */
import { WEEK, type Instant } from '../../time/instant.ts'
import { intersection, touches, type Interval } from '../../time/interval.ts'
import { dayOfWall, type Day } from '../../time/wall.ts'
import type { OffsetChange } from '../../time/zone.ts'
import { awayWithin, type Away } from '../../model/person.ts'
import type { Rotation } from '../../model/rotation.ts'
import type { Workspace } from '../../model/workspace.ts'
import { gapsIn } from '../../timeline/coverage.ts'
import { followersOf } from '../../timeline/followers.ts'
import { occurrencesOf, type Occurrence } from '../../timeline/occurrences.ts'
import { freeDays } from '../burden.ts'
import { holderAt, whole } from '../holder.ts'
import { swapsWithin, type Swap } from './swaps.ts'

/** Whoever holds a rotation at an instant, and the whole of their time. */
export interface Stay {
  readonly rotation: Rotation
  /** Ids; nobody where it is empty. */
  readonly people: readonly string[]
  readonly start: Instant
  /** Infinity where it never ends. */
  readonly end: Instant
}

/** Whoever takes over, and what lies in their time. */
export interface Next extends Stay {
  readonly swaps: readonly Swap[]
  readonly away: readonly (Away & { readonly person: string })[]
  readonly holidays: readonly { readonly person: string; readonly day: Day }[]
  readonly clockChanges: readonly (OffsetChange & { readonly person: string })[]
  readonly gaps: readonly Interval[]
  /** The rotations that follow this one, at the same instant. */
  readonly followers: readonly Stay[]
}

/** What lies further ahead in a long time is left out. */
const AHEAD = 4 * WEEK

/** Who holds a rotation at an instant; what is further than four weeks ahead is left out. */
export function nextAt(workspace: Workspace, rotation: Rotation, at: Instant): Next {
  const stay = stayAt(rotation, at)
  const ahead = { start: at, end: Math.min(stay.end, at + AHEAD) }
  const people = stay.people.flatMap((id) => workspace.people.get(id) ?? [])
  return {
    ...stay,
    swaps: swapsWithin(rotation, ahead),
    away: people.flatMap((person) =>
      awayWithin(person, ahead)
        .flat()
        .filter((away) => touches(away, ahead))
        .map((away) => ({ ...away, person: person.id })),
    ),
    holidays: people.flatMap((person) => {
      const [first, last] = [ahead.start, ahead.end - 1].map((each) =>
        dayOfWall(person.zone.wallAt(each)),
      )
      return freeDays(person, workspace.holidays.values(), first ?? 0, last ?? 0).map((day) => ({
        person: person.id,
        day,
      }))
    }),
    clockChanges: people.flatMap((person) =>
      person.zone.changesIn(ahead).map((change) => ({ ...change, person: person.id })),
    ),
    gaps: gapsIn(rotation, ahead),
    followers: followersOf(workspace, rotation.id).map((each) => stayAt(each, at)),
  }
}

function stayAt(rotation: Rotation, at: Instant): Stay {
  const { shift, since, until } = whole(holderAt(rotation, at))
  return {
    rotation,
    people: shift?.people ?? [],
    start: since ?? at,
    end: until ?? Infinity,
  }
}

/** So far ahead a meeting is looked for. */
const MEETINGS = 8 * WEEK

/** The first meeting at an instant or later that any of some people attend; undefined where there is none in two months. */
export function meetingFrom(
  workspace: Workspace,
  people: readonly string[],
  at: Instant,
): Occurrence | undefined {
  const ahead = { start: at, end: at + MEETINGS }
  return [...workspace.meetings.values()]
    .flatMap((meeting) => occurrencesOf(workspace, meeting, ahead))
    .filter(({ start, attendees }) => start >= at && attendees.some((id) => people.includes(id)))
    .sort((a, b) => a.start - b.start)[0]
}

/** Each person's stretches, cut to one, in order of time. */
export function holdersWithin(
  held: ReadonlyMap<string, readonly Interval[]>,
  within: Interval,
): (Interval & { readonly key: string })[] {
  return [...held]
    .flatMap(([key, stretches]) =>
      stretches.flatMap((one) => {
        const part = intersection(one, within)
        return part === undefined ? [] : [{ ...part, key }]
      }),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end)
}
