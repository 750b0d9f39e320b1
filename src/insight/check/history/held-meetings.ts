/** Meetings that have been held, before and after an edit. */
import { DAY, type Instant } from '../../../time/instant.ts'
import { CHAIR, changesOver, roleNamed, type Meeting, rolesOf } from '../../../model/meeting.ts'
import type { Role } from '../../../model/role.ts'
import type { Workspace } from '../../../model/workspace.ts'
import { holderIn, occurrencesOf, type Occurrence } from '../../../timeline/occurrences.ts'

/** One that is no longer as it was: held at another time or not at all, or somebody else had a role in it. */
export interface Reheld {
  readonly before: Occurrence | undefined
  readonly after: Occurrence | undefined
  /** The role in which somebody else was; undefined where the time is another. */
  readonly role?: string
}

/** As far back as statistics look by default. */
const BACK = 90 * DAY

/**
 * What an edit changes of a meeting that has begun, other than by `skip`, `move`, `changes` and overrides: all these,
 * absences and rotations stay as they were, since what they say of the past is meant.
 */
export function reheld(
  was: Meeting,
  is: Meeting,
  before: Workspace,
  after: Workspace,
  former: (id: string) => string,
  now: Instant,
): Reheld[] {
  const within = { start: now - BACK, end: now + 1 }
  const old = occurrencesOf(before, was, within)
  const world: Workspace = {
    ...after,
    people: new Map([...after.people, ...before.people]),
    rotations: new Map([...after.rotations, ...before.rotations]),
  }
  const present = occurrencesOf(world, edited(was, is), within)
  const byDue = new Map(present.map((occurrence) => [occurrence.day, occurrence]))
  const days = new Set(old.map(({ day }) => day))
  return [
    ...old.flatMap((one) => differences(one, byDue.get(one.day), was, former)),
    ...present
      .filter(({ day }) => !days.has(day))
      .map((one): Reheld => ({ before: undefined, after: one })),
  ]
}

/** The meeting as it is now, but with all that was said of single occurrences, and of dates, before. */
function edited(was: Meeting, is: Meeting): Meeting {
  const withOverrides = (role: Role, name: string): Role => {
    return { ...role, overrides: roleNamed(was, name)?.overrides ?? [] }
  }
  return {
    ...is,
    skip: was.skip,
    move: was.move,
    changes: changesOver(is, was.changes),
    ...(is.chair && { chair: withOverrides(is.chair, CHAIR) }),
    roles: new Map([...is.roles].map(([name, role]) => [name, withOverrides(role, name)])),
  }
}

function differences(
  before: Occurrence,
  after: Occurrence | undefined,
  was: Meeting,
  former: (id: string) => string,
): Reheld[] {
  if (after === undefined || after.start !== before.start || after.end !== before.end)
    return [{ before, after }]
  // A role that nobody had is none that is given to somebody else.
  return rolesOf(was).flatMap(([role]): Reheld[] => {
    const who = holderIn(after, role)
    return holderIn(before, role) === (who === null ? null : former(who))
      ? []
      : [{ before, after, role }]
  })
}
