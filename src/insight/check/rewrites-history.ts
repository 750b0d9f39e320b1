/**
 * `rewrites-history`: an edit other than an override that changes who holds a turn that has begun. The edit that
 * everybody makes, a plain `- erin` more, deals all turns anew from the first one on.
 */
import type { Instant } from '../../time/instant.ts'
import { formerIds } from '../../model/same.ts'
import type { Workspace } from '../../model/workspace.ts'
import { changesIn, type Rewritten } from './history/begun-turns.ts'
import { deletedRotations } from './history/deleted-rotations.ts'
import { forwardLine } from './history/forward-line.ts'
import { sayChanges, spanOf, WAY_ROUND } from './history/history-words.ts'
import { groupBy } from '../../model/group.ts'
import { rootOf } from './history/roots.ts'
import type { Finding, Rule } from './rule.ts'
import { namesOf } from './overrides/written-overrides.ts'

export const rewritesHistory: Rule = {
  name: 'rewrites-history',
  severity: 'error',
  summary: 'An edit, other than an override, changes who holds a turn that has begun.',
  before: `
people: { alice: {}, bob: {}, erin: {} }
rotations:
  primary: { start: 2026-10-05, turn: 1 week, members: [alice, bob] }
`,
  wrong: `
people: { alice: {}, bob: {}, erin: {} }
rotations:
  primary: { start: 2026-10-05, turn: 1 week, members: [alice, bob, erin] }
`,
  right: `
people: { alice: {}, bob: {}, erin: {} }
rotations:
  primary:
    start: 2026-10-05
    turn: 1 week
    members: [alice, bob, { who: erin, from: 2026-12-07 }]
`,
  check: ({ workspace, before, rotations, now }) => {
    if (before === undefined) return []
    const former = formerIds(before.people, workspace.people)
    const rewritten = rotations.flatMap(({ rotation }): Rewritten[] => {
      const was = before.rotations.get(rotation.id)
      const changes = was === undefined ? [] : changesIn(was, rotation, former, now)
      return was === undefined || changes.length === 0 ? [] : [{ was, is: rotation, changes }]
    })
    // One edit moves a rotation and all that follow it: it is one mistake.
    const families = groupBy(rewritten, ({ is }) => rootOf(is, workspace).id)
    return [
      ...[...families.values()].map((family) => problemOf(family, workspace, before, now)),
      ...deletedRotations({ workspace, before, rotations, former, now }),
    ]
  },
}

function problemOf(
  family: readonly [Rewritten, ...Rewritten[]],
  workspace: Workspace,
  before: Workspace,
  now: Instant,
): Finding {
  const head = family.find(({ is }) => is.follows === undefined) ?? family[0]
  const { line, place } = forwardLine(head, workspace, before, now)
  const ids = family.map(({ is }) => is.id)
  const others = ids.filter((id) => id !== head.is.id)
  const also = others.length > 0 ? ` (and so ${namesOf(others)})` : ''
  const stretch = spanOf(family.flatMap(({ changes }) => changes))
  return {
    message: `this changes who holds turns of '${head.is.id}'${also} that have begun: ${sayChanges(head.changes, head.is.zone)}. ${line}; ${WAY_ROUND}`,
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
