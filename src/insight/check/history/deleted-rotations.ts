/**
 * Of `rewrites-history`: a rotation that is gone takes somebody off call, and its turns out of every count. One that
 * only goes by another id now, with the same turns, is not gone.
 */
import type { Instant } from '../../../time/instant.ts'
import { writeWall } from '../../../time/wall.ts'
import { endOf, type Rotation } from '../../../model/rotation.ts'
import type { Workspace } from '../../../model/workspace.ts'
import type { Difference } from '../../../timeline/compare.ts'
import { lifeOf } from '../../../timeline/layer.ts'
import { changesIn } from './begun-turns.ts'
import { handoffAfter, timeOf } from './forward-line.ts'
import { groupBy } from '../../../model/group.ts'
import { sayChanges, spanOf, WAY_ROUND } from './history-words.ts'
import { rootOf } from './roots.ts'
import type { Facts, Finding } from '../rule.ts'
import { namesOf } from '../overrides/written-overrides.ts'

interface Edited extends Pick<Facts, 'workspace' | 'rotations' | 'now'> {
  readonly before: Workspace
  /** The ids by which people went before. */
  readonly former: (id: string) => string
}

/** One problem for each rotation that is gone, those that followed it included. */
export function deletedRotations({ workspace, before, rotations, former, now }: Edited): Finding[] {
  // Who asks about certain rotations does not ask about those that are gone.
  if (rotations.length < workspace.rotations.size) return []
  const there = new Set([...workspace.rotations.keys(), ...workspace.unsound.rotations])
  const fresh = [...workspace.rotations.values()].filter(({ id }) => !before.rotations.has(id))
  const gone = [...before.rotations.values()].flatMap((was): Gone[] => {
    // What is over may go.
    if (there.has(was.id) || endOf(was) <= now) return []
    const changes = changesIn(was, undefined, former, now)
    if (changes.length === 0) return []
    const renamed = fresh.findIndex((is) => changesIn(was, is, former, now).length === 0)
    // Each new id takes the place of one that is gone.
    if (renamed >= 0) fresh.splice(renamed, 1)
    return renamed >= 0 ? [] : [{ was, changes }]
  })
  const families = groupBy(gone, ({ was }) => rootOf(was, before).id)
  return [...families.values()].map((family) => problemOf(family, now))
}

interface Gone {
  readonly was: Rotation
  readonly changes: readonly Difference[]
}

function problemOf(family: readonly [Gone, ...Gone[]], now: Instant): Finding {
  const head = family.find(({ was }) => was.follows === undefined) ?? family[0]
  const { was, changes } = head
  const ids = family.map((each) => each.was.id)
  const others = ids.filter((id) => id !== was.id)
  const all = family.flatMap((each) => each.changes)
  const also = others.length > 0 ? ` (and ${namesOf(others)}, which followed it)` : ''
  return {
    message: `'${was.id}'${also} is gone, and so are turns that have begun: ${sayChanges(changes, was.zone)}. ${remedy(was, changes, now)}; ${WAY_ROUND}`,
    related: { place: was.place, note: 'it stood here' },
    rotation: was.id,
    rotations: ids,
    people: [...new Set(all.flatMap((change) => change.before))],
    ...spanOf(all),
  }
}

/** What would have ended it without taking away what has begun. */
function remedy(was: Rotation, changes: readonly Difference[], now: Instant): string {
  const over = changes.at(-1)?.end ?? now
  const living = was.layers.filter((layer) => lifeOf(layer).end > now)
  const ends = living.map((layer) => ({ layer, at: handoffAfter(layer, now) }))
  const last = ends.reduce<(typeof ends)[number] | undefined>(
    (a, b) => (a === undefined || b.at > a.at ? b : a),
    undefined,
  )
  if (over <= now || last === undefined) {
    return `Keep it with 'end: ${sayEnd(was, Math.min(over, now))}': what is over can be deleted`
  }
  return `Keep it, and let it end with the turn under way ('end: ${timeOf(last.layer, last.at)}'): it can be deleted once that is over`
}

function sayEnd({ zone }: Rotation, at: Instant): string {
  return writeWall(zone.wallAt(at))
}
