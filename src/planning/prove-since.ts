/** The proof that what is past may go: from an instant on every shift is the same, whole, and every meeting. */
import type { Instant } from '../time/instant.ts'
import { touches, type Interval } from '../time/interval.ts'
import type { Meeting } from '../model/meeting.ts'
import type { Workspace } from '../model/workspace.ts'
import { occurrencesOf } from '../timeline/occurrences.ts'
import { shiftsOf } from '../timeline/shifts.ts'
import type { Unmeant } from './exchange.ts'

/** What differs: shifts that end after an instant, and meetings that begin after it, up to another. */
export function unlikeSince(
  before: Workspace,
  after: Workspace,
  from: Instant,
  to: Instant,
): Unmeant[] {
  const within = { start: from, end: to }
  const rotations = [...before.rotations.keys()].flatMap((id) =>
    unlikeFacts(id, shiftFacts(before, id, within), shiftFacts(after, id, within)),
  )
  const meetings = [...before.meetings.values()].flatMap((meeting) =>
    unlikeFacts(
      meeting.id,
      meetingFacts(before, meeting, within),
      meetingFacts(after, after.meetings.get(meeting.id), within),
    ),
  )
  return [...rotations, ...meetings]
}

/** A shift or an occurrence: who, and all else as a text. */
interface Fact extends Interval {
  readonly people: readonly string[]
  readonly rest: string
}

function shiftFacts({ rotations }: Workspace, id: string, within: Interval): Fact[] {
  const rotation = rotations.get(id)
  const shifts = rotation === undefined ? [] : shiftsOf(rotation, within)
  return shifts.map(({ start, end, people, layer, overrides }) => {
    const reasons = overrides.map(({ kind, insteadOf, why }) => [kind, insteadOf, why])
    return { start, end, people, rest: JSON.stringify([layer?.name, reasons]) }
  })
}

function meetingFacts(
  workspace: Workspace,
  meeting: Meeting | undefined,
  within: Interval,
): Fact[] {
  const all = meeting === undefined ? [] : occurrencesOf(workspace, meeting, within)
  return all
    .filter(({ start }) => start >= within.start)
    .map(({ start, end, due, chair, roles, attendees }) => ({
      start,
      end,
      people: [chair, ...roles.values()].map((id) => id ?? 'nobody'),
      rest: JSON.stringify([due, attendees]),
    }))
}

function unlikeFacts(id: string, was: readonly Fact[], is: readonly Fact[]): Unmeant[] {
  const key = (fact: Fact | undefined): string => JSON.stringify(fact)
  const known = new Set(was.map(key))
  const found = new Set(is.map(key))
  const lost = was.filter((fact) => !found.has(key(fact)))
  const fresh = is.filter((fact) => !known.has(key(fact)))
  return [
    ...fresh.map((fact) => ({
      rotation: id,
      start: fact.start,
      end: fact.end,
      first: fact.people,
      second: was.find((one) => touches(one, fact))?.people ?? [],
    })),
    ...lost
      .filter((one) => !fresh.some((fact) => touches(one, fact)))
      .map(({ start, end, people }) => ({ rotation: id, start, end, first: [], second: people })),
  ]
}
