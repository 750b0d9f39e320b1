/** `rotate tidy`: what is long past goes, and the first handoffs move along; from some instant on nothing differs. */
import { DAY, type Instant } from '../time/instant.ts'
import { applied } from '../model/apply.ts'
import type { RemoveOverride } from '../model/change.ts'
import { rolesOf } from '../model/meeting.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { written, type Use, type Written } from '../insight/check/overrides/written-overrides.ts'
import { shiftsOf, type Shift } from '../timeline/shifts.ts'
import type { Meant } from './proposal.ts'
import { layerParts, type TidyPart } from './tidy-layer.ts'

export interface Tidy {
  /** In order. */
  readonly parts: readonly TidyPart[]
  readonly meant: Meant
}

/**
 * What was over before an instant and serves nothing after it: overrides, absences, stand-ins of meetings, entries of
 * rosters, rows of tables. No shift that ends after it differs, and no meeting that begins after it.
 */
export function planTidy(workspace: Workspace, before: Instant): Tidy {
  const layers = heads(workspace).flatMap((rotation) => layerParts(workspace, rotation, before))
  const then = applied(
    workspace,
    layers.flatMap(({ changes }) => changes),
  )
  const parts = [
    ...layers,
    ...oldOverrides(then, before),
    ...oldAbsences(workspace, before),
    ...oldStandIns(workspace, before),
  ]
  return { parts, meant: { kind: 'until', at: before } }
}

/** Those that have layers of their own. */
function heads({ rotations }: Workspace): Rotation[] {
  return [...rotations.values()].filter(({ follows }) => follows === undefined)
}

/** Each that is over for all of its rotations; the shift that is under way begins when it did. */
function oldOverrides({ rotations }: Workspace, before: Instant): TidyPart[] {
  const all = written(rotations.values())
  const limits = new Map([...rotations].map(([id, one]) => [id, limitOf(one, before)]))
  return all
    .filter((uses) =>
      uses.every(
        ({ rotation, override }) => override.end <= (limits.get(rotation.id) ?? -Infinity),
      ),
    )
    .map((uses) => ({ changes: [removal(uses)] }))
}

function removal([first, ...others]: Written): RemoveOverride {
  const more = others.map(useOf)
  return { kind: 'remove-override', ...useOf(first), ...(more.length > 0 && { others: more }) }
}

function useOf({ rotation, override }: Use): Pick<RemoveOverride, 'rotation' | 'override'> {
  return { rotation: rotation.id, override }
}

/** Overrides that end by then can go, and the shift at an instant stays whole: it would begin earlier without a later one. */
function limitOf(rotation: Rotation, before: Instant): Instant {
  const shiftAt = (one: Rotation): Shift | undefined =>
    shiftsOf(one, { start: before, end: before + 1 })[0]
  const was = shiftAt(rotation)?.start
  let limit = before
  for (;;) {
    const left = rotation.overrides.filter(({ end }) => end > limit)
    const is = shiftAt({ ...rotation, overrides: left })?.start
    if (was === is || is === undefined || is >= limit) return was === is ? limit : -Infinity
    limit = is
  }
}

function oldAbsences({ people }: Workspace, before: Instant): TidyPart[] {
  return [...people.values()].flatMap(({ id, away, recurring }) => [
    ...away
      .filter(({ end }) => end <= before)
      .map((one): TidyPart => ({ changes: [{ kind: 'remove-away', person: id, away: one }] })),
    ...recurring
      .filter(({ until }) => until !== undefined && until.instant <= before)
      .map((days): TidyPart => ({
        changes: [{ kind: 'remove-recurring-away', person: id, days }],
      })),
  ])
}

/** Whatever zone a meeting is in, what was due on such days is over. */
const A_DAY_OR_SO = 2 * DAY

/** Who led a meeting once; one that was due then and is held later stays. */
function oldStandIns({ meetings }: Workspace, before: Instant): TidyPart[] {
  return [...meetings.values()].flatMap((meeting) =>
    rolesOf(meeting).flatMap(([name, { overrides }]) =>
      overrides
        .filter(({ first, last }) => {
          const isOver = last * DAY + A_DAY_OR_SO <= before
          return isOver && !meeting.move.some(({ due }) => first <= due && due <= last)
        })
        .map((override): TidyPart => {
          const { id } = meeting
          const kind = 'remove-role-override'
          return { changes: [{ kind, meeting: id, role: name, override }] }
        }),
    ),
  )
}
