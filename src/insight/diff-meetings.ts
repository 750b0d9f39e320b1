/** How meetings differ: held, moved, led by others, attended by others. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Day } from '../time/wall.ts'
import type { Meeting } from '../model/meeting.ts'
import type { Workspace } from '../model/workspace.ts'
import { occurrencesOf, type Occurrence } from '../timeline/occurrences.ts'
import type { Sides } from './sides.ts'
import { whenIs, type When } from './when.ts'

/** One occurrence that is not as it was; the day on which it is due tells which one it is. */
export interface OccurrenceDiff {
  readonly kind: 'added' | 'dropped' | 'moved' | 'chair' | 'role'
  /** Which role, where it is one beside the chair. */
  readonly role?: string
  readonly before: Occurrence | undefined
  readonly after: Occurrence | undefined
  readonly when: When
}

/** Somebody who comes, or no longer does: to how many, and from which on. */
export interface Attending {
  readonly person: string
  readonly count: number
  readonly first: Instant
}

/** What differs about a meeting. */
export interface MeetingDiff {
  readonly id: string
  readonly change: 'added' | 'deleted' | 'changed'
  readonly meeting: Meeting
  readonly occurrences: readonly OccurrenceDiff[]
  /** From now on. */
  readonly comes: readonly Attending[]
  readonly leaves: readonly Attending[]
}

/** What differs about meetings between two states of a workspace. */
export function meetingDiffs(
  { before, after }: Sides,
  within: Interval,
  now: Instant,
  latter: (id: string) => string,
): MeetingDiff[] {
  const unknown = new Set([...before.unsound.meetings, ...after.unsound.meetings])
  const ids = [...new Set([...after.meetings.keys(), ...before.meetings.keys()])]
  return ids
    .filter((id) => !unknown.has(id))
    .flatMap((id) => {
      const [was, is] = [before.meetings.get(id), after.meetings.get(id)]
      const meeting = is ?? was
      if (meeting === undefined) return []
      const old = byDay(before, was, within, latter)
      const present = byDay(after, is, within, (each) => each)
      const change = was === undefined ? 'added' : is === undefined ? 'deleted' : 'changed'
      const occurrences = change === 'changed' ? changesIn(old, present, now) : []
      const { comes, leaves } = change === 'changed' ? attending(old, present, now) : NOBODY
      const same = occurrences.length + comes.length + leaves.length === 0
      return change === 'changed' && same ? [] : { id, change, meeting, occurrences, comes, leaves }
    })
}

const NOBODY: Pick<MeetingDiff, 'comes' | 'leaves'> = { comes: [], leaves: [] }

/** The occurrences by the day on which they are due, where the meeting is. */
function byDay(
  workspace: Workspace,
  meeting: Meeting | undefined,
  within: Interval,
  latter: (id: string) => string,
): Map<Day, Occurrence> {
  if (meeting === undefined) return new Map()
  return new Map(
    occurrencesOf(workspace, meeting, within).map((occurrence) => [
      occurrence.day,
      {
        ...occurrence,
        chair: occurrence.chair === null ? null : latter(occurrence.chair),
        roles: new Map(
          [...occurrence.roles].map(([role, id]) => [role, id === null ? null : latter(id)]),
        ),
        attendees: occurrence.attendees.map(latter),
      },
    ]),
  )
}

function changesIn(
  old: ReadonlyMap<Day, Occurrence>,
  present: ReadonlyMap<Day, Occurrence>,
  now: Instant,
): OccurrenceDiff[] {
  const days = [...new Set([...old.keys(), ...present.keys()])].sort((a, b) => a - b)
  return days.flatMap((day) => {
    const [before, after] = [old.get(day), present.get(day)]
    const at = after ?? before
    if (at === undefined) return []
    return kindsOf(before, after).map((what) => ({
      ...what,
      before,
      after,
      when: whenIs(at, now),
    }))
  })
}

/** When it is differs, or else who has which role in it. */
function kindsOf(
  before: Occurrence | undefined,
  after: Occurrence | undefined,
): Pick<OccurrenceDiff, 'kind' | 'role'>[] {
  if (before === undefined) return [{ kind: 'added' }]
  if (after === undefined) return [{ kind: 'dropped' }]
  if (before.start !== after.start || before.end !== after.end) return [{ kind: 'moved' }]
  const roles = [...new Set([...before.roles.keys(), ...after.roles.keys()])]
  return [
    ...(before.chair === after.chair ? [] : [{ kind: 'chair' as const }]),
    ...roles.flatMap((role) =>
      (before.roles.get(role) ?? null) === (after.roles.get(role) ?? null)
        ? []
        : { kind: 'role' as const, role },
    ),
  ]
}

/** Who comes to occurrences that were there before too, and did not come then; and the other way round. */
function attending(
  old: ReadonlyMap<Day, Occurrence>,
  present: ReadonlyMap<Day, Occurrence>,
  now: Instant,
): Pick<MeetingDiff, 'comes' | 'leaves'> {
  const comes = new Map<string, Attending>()
  const leaves = new Map<string, Attending>()
  for (const [day, after] of present) {
    const before = old.get(day)
    if (before === undefined || after.end <= now) continue
    note(comes, after.attendees, before.attendees, after.start)
    note(leaves, before.attendees, after.attendees, after.start)
  }
  return { comes: [...comes.values()], leaves: [...leaves.values()] }
}

function note(
  told: Map<string, Attending>,
  here: readonly string[],
  there: readonly string[],
  at: Instant,
): void {
  for (const person of here) {
    if (there.includes(person)) continue
    const known = told.get(person)
    told.set(person, {
      person,
      count: (known?.count ?? 0) + 1,
      first: Math.min(known?.first ?? at, at),
    })
  }
}
