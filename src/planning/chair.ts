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

export function planChair(
  workspace: Workspace,
  { meeting, role, person, day, zone, at, why }: ChairAsked,
  now: Instant,
): ChairEdit | NoChair {
  const near = occurrencesOf(workspace, meeting, {
    start: day * DAY - AROUND,
    end: (day + 1) * DAY + AROUND,
  })
  const occurrence =
    near.find(({ start, end }) => at !== undefined && start <= at && at < end) ??
    near.find((one) => one.day === day) ??
    near.find((one) => isOn(one, one.terms.zone, day)) ??
    near.find((one) => isOn(one, zone, day))
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
