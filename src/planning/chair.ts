/** `rotate chair`: somebody else leads one occurrence of a meeting, or has another role in it. */
import { DAY, type Instant } from '../time/instant.ts'
import { dayOfWall, type Day } from '../time/wall.ts'
import type { Zone } from '../time/zone.ts'
import type { Meeting } from '../model/meeting.ts'
import { awayAt } from '../model/person.ts'
import { countsAt } from '../model/dated.ts'
import type { Workspace } from '../model/workspace.ts'
import { holderIn, occurrencesOf, type Occurrence } from '../timeline/occurrences.ts'
import type { Proposal, Trouble } from './proposal.ts'

/** As far around a day as it is looked for what is due then; a year ahead for what is next. */
const AROUND = 60 * DAY
const AHEAD = 366 * DAY

export interface ChairAsked {
  readonly meeting: Meeting
  /** `chair`, or the name of another role. */
  readonly role: string
  /** The id of the person. */
  readonly person: string
  /** The day on which it is due, or on which it really is: on the clock of the meeting, else of whoever asks. */
  readonly day: Day
  /** The last of several days, on one of which it is held. */
  readonly last?: Day
  /** The clock of whoever asks. */
  readonly zone: Zone
  /** A time at which it is held, where one was said. */
  readonly at?: Instant
  readonly why?: string
}

export interface ChairEdit extends Proposal {
  readonly occurrence: Occurrence
  /** Who has the role now. */
  readonly before: string | null
}

export type NoChair =
  | { readonly no: 'not-held'; readonly next: Occurrence | undefined }
  | { readonly no: 'over'; readonly occurrence: Occurrence }
  | { readonly no: 'several'; readonly all: readonly Occurrence[] }

export function planChair(
  workspace: Workspace,
  asked: ChairAsked,
  now: Instant,
): ChairEdit | NoChair {
  const { meeting, role, person, day, last = day, why } = asked
  const near = occurrencesOf(workspace, meeting, {
    start: day * DAY - AROUND,
    end: (last + 1) * DAY + AROUND,
  })
  const [occurrence, ...more] = last > day ? dueWithin(near, day, last, now) : heldOn(near, asked)
  if (more.length > 0 && occurrence !== undefined) {
    return { no: 'several', all: [occurrence, ...more] }
  }
  if (occurrence === undefined) {
    const from = Math.max(now, day * DAY)
    const [next] = occurrencesOf(workspace, meeting, { start: from, end: from + AHEAD })
    return { no: 'not-held', next }
  }
  if (occurrence.end <= now) return { no: 'over', occurrence }
  const before = holderIn(occurrence, role)
  const override = {
    person,
    first: occurrence.day,
    last: occurrence.day,
    ...(why !== undefined && { why }),
  }
  return {
    occurrence,
    before,
    changes:
      before === person ? [] : [{ kind: 'add-role-override', meeting: meeting.id, role, override }],
    meant: { kind: 'exactly', exchanges: [] },
    against: troublesIn(workspace, person, occurrence),
  }
}

/** The one that is meant by a day or a time. */
function heldOn(near: readonly Occurrence[], { day, zone, at }: ChairAsked): Occurrence[] {
  const one =
    near.find(({ start, end }) => at !== undefined && start <= at && at < end) ??
    near.find((each) => each.day === day) ??
    near.find((each) => isOn(each, each.terms.zone, day)) ??
    near.find((each) => isOn(each, zone, day))
  return one === undefined ? [] : [one]
}

/** Those that are due on some days and are not over; the last one where all are. */
function dueWithin(
  near: readonly Occurrence[],
  first: Day,
  last: Day,
  now: Instant,
): readonly Occurrence[] {
  const due = near.filter(({ day }) => first <= day && day <= last)
  const left = due.filter(({ end }) => end > now)
  return left.length > 0 ? left : due.slice(-1)
}

/** Whether it really begins on a day, by a clock. */
function isOn({ start }: Occurrence, zone: Zone, day: Day): boolean {
  return dayOfWall(zone.wallAt(start)) === day
}

function troublesIn(
  { people, checks }: Workspace,
  id: string,
  { start, end }: Occurrence,
): Trouble[] {
  const person = people.get(id)
  if (person === undefined) return []
  const away = awayAt(person, start)
  const isOutside = !checks.off.has('not-in-team') && !countsAt(person, start)
  const reason = away?.why === undefined ? {} : { why: away.why }
  return [
    ...(away === undefined ? [] : [{ kind: 'away' as const, person: id, start, end, ...reason }]),
    ...(isOutside ? [{ kind: 'not-in-team' as const, person: id, start, end }] : []),
  ]
}
