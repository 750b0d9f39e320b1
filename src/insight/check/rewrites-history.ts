/**
 * `rewrites-history`: an edit other than an override that changes who holds a turn that has begun. The edit that
 * everybody makes, a plain `- erin` more, deals all turns anew from the first one on.
 */
import { DAY, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { sayFullTime } from '../../time/words.ts'
import type { Problem } from '../../model/problem.ts'
import type { Rotation } from '../../model/rotation.ts'
import { formerIds } from '../../model/same.ts'
import type { Workspace } from '../../model/workspace.ts'
import { compare, type Difference } from '../../timeline/compare.ts'
import { patternOf, turnAround } from '../../timeline/layer.ts'
import { turnsWithin } from '../../timeline/rotation.ts'
import { forwardLine } from './forward-line.ts'
import { groupBy } from './group.ts'
import type { Rule } from './rule.ts'
import { namesOf } from './written-overrides.ts'

/** As far back as statistics look by default. What was longer ago is history that nobody asks for. */
const BACK = 90 * DAY

export const rewritesHistory: Rule = {
  code: 'rewrites-history',
  find: ({ workspace, before, rotations, now }) => {
    if (before === undefined) return []
    const former = formerIds(before.people, workspace.people)
    const rewritten = rotations.flatMap(({ rotation }): Rewritten[] => {
      const was = before.rotations.get(rotation.id)
      const changes = was === undefined ? [] : changesIn(was, rotation, former, now)
      return was === undefined || changes.length === 0 ? [] : [{ was, is: rotation, changes }]
    })
    // One edit moves a rotation and all that follow it: it is one mistake.
    const families = groupBy(rewritten, ({ is }) => rootOf(is, workspace).id)
    return [...families.values()].map((family) => problemOf(family, workspace, before, now))
  },
}

export interface Rewritten {
  readonly was: Rotation
  readonly is: Rotation
  readonly changes: readonly Difference[]
}

/** When somebody else holds, or nobody, what was a turn that has begun; overrides left aside. */
function changesIn(
  was: Rotation,
  is: Rotation,
  former: (id: string) => string,
  now: Instant,
): Difference[] {
  const within = { start: now - BACK, end: endOfTurns(was, now) }
  const begun = turnsWithin(was, within).filter(
    ({ layer, turn }) =>
      layer !== null && turn !== null && patternOf(layer).turns.startOf(turn) <= now,
  )
  const present = turnsWithin(is, within).map((span) => ({
    ...span,
    people: span.people.map(former),
  }))
  // Where nobody had a turn, somebody may get one.
  return compare(begun, present, within).filter(({ before }) => before.length > 0)
}

/** When the last of the turns that are under way is over. */
function endOfTurns({ layers }: Rotation, now: Instant): Instant {
  return layers.reduce((end, layer) => Math.max(end, turnAround(layer, now)?.end ?? now), now)
}

/** The rotation at the head of those that follow each other. */
function rootOf(rotation: Rotation, { rotations }: Workspace): Rotation {
  const followed = rotation.follows === undefined ? undefined : rotations.get(rotation.follows)
  return followed === undefined ? rotation : rootOf(followed, { rotations } as Workspace)
}

function problemOf(
  family: readonly [Rewritten, ...Rewritten[]],
  workspace: Workspace,
  before: Workspace,
  now: Instant,
): Problem {
  const head = family.find(({ is }) => is.follows === undefined) ?? family[0]
  const { line, place } = forwardLine(head, workspace, before, now)
  const ids = family.map(({ is }) => is.id)
  const others = ids.filter((id) => id !== head.is.id)
  const also = others.length > 0 ? ` (and so ${namesOf(others)})` : ''
  const latest = head.changes.at(-1) as Difference
  const more = head.changes.length - 1
  const earlier =
    more === 0
      ? ''
      : `, and ${more} more ${more === 1 ? 'stretch' : 'stretches'} in the last 90 days`
  const stretch = span(family.flatMap(({ changes }) => changes))
  return {
    code: 'rewrites-history',
    severity: 'error',
    message: `this changes who holds turns of '${head.is.id}'${also} that have begun: ${sayChange(latest, head.is)}${earlier}. ${line}; if it is meant, '--rewrite' or the line 'Rewrites-history: yes' at the end of the commit message says so`,
    place,
    rotation: head.is.id,
    rotations: ids,
    people: [
      ...new Set(
        family.flatMap(({ changes }) => changes.flatMap((c) => [...c.before, ...c.after])),
      ),
    ],
    ...stretch,
  }
}

/** `'erin' instead of 'bob' from Mon 4 Jan 2027 16:00 to Mon 11 Jan 2027 16:00 (UTC)` */
function sayChange({ start, end, before, after }: Difference, { zone }: Rotation): string {
  return `${namesOf(after)} instead of ${namesOf(before)} from ${sayFullTime(zone, start)} to ${sayFullTime(zone, end)} (${zone.name})`
}

function span(changes: readonly Difference[]): Interval {
  return {
    start: changes.reduce((first, { start }) => Math.min(first, start), Infinity),
    end: changes.reduce((last, { end }) => Math.max(last, end), -Infinity),
  }
}
