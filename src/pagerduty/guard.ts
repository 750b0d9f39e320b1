/** The guard: who is on call at this moment changes only through an override, or to fill a gap. */
import type { Instant } from '../time/instant.ts'
import { writeWall } from '../time/wall.ts'
import type { Refusal } from '../model/plan.ts'
import type { Rotation } from '../model/rotation.ts'
import { isSame, whoAt, type Slice, type Who } from './slices.ts'
import { differences } from './schedule-plan.ts'
import { causeAt, type Wish } from './wish.ts'

/**
 * Refuses a plan in which turns dealt anew would change the turn that runs; `shown` is what PagerDuty's turns say.
 * Where patches make good what PagerDuty cannot say by itself, its turns differ for ever, and nothing changes.
 */
export function guarded(
  wish: Wish,
  actual: readonly Slice[],
  onTop: readonly Slice[],
  shown: Who,
): Refusal[] {
  const { rotation, now, turns, idOf } = wish
  const wanted = whoAt(turns, now)
  if (shown.length === 0 || isSame(shown, wanted)) return []
  const end = turns.find((slice) => slice.start <= now && now < slice.end)?.end ?? now
  const isChanged = differences(actual, onTop, { start: now, end }).some(
    ({ start, after }) => isSame(after, wanted) || causeAt(wish, after, start) === 'turn',
  )
  if (!isChanged) return []
  const personOf = (user: string): string => [...idOf].find(([, id]) => id === user)?.[0] ?? user
  const say = (who: Who): string => who.map(personOf).join(' and ') || 'nobody'
  const handoff = handoffAfter(actual, now)
  const hint = lineFor(rotation, shown.map(personOf), wanted.map(personOf), handoff)
  const message =
    `${say(shown)} is on call now, and by the file it would be ${say(wanted)}: turns that run are not dealt anew ` +
    `(${hint}; --rewrite does it all the same)`
  return [{ code: 'guard', rotation: rotation.id, message }]
}

/** When whoever is on call now hands over, as PagerDuty has it. */
function handoffAfter(actual: readonly Slice[], now: Instant): Instant {
  return actual.find(({ start, end }) => start <= now && now < end)?.end ?? now
}

/** The line that would mean it from the next handoff on. */
function lineFor(
  { layers, zone }: Rotation,
  before: readonly string[],
  after: readonly string[],
  handoff: Instant,
): string {
  const when = writeWall((layers[0]?.zone ?? zone).wallAt(handoff))
  const members = layers.flatMap((layer) => layer.members.flatMap(({ people }) => people))
  const gone = before.find((person) => !members.includes(person))
  if (gone !== undefined) {
    return `for somebody who leaves keep them and write { who: ${gone}, until: ${when} }`
  }
  const last = members.at(-1) ?? after[0] ?? 'who'
  return `to change turns from the next handoff on, write the new member as { who: ${last}, from: ${when} }`
}
