/** The guard: who is on call at this moment changes only through an override, or to fill a gap. */
import type { Instant } from '../time/instant.ts'
import { writeWall } from '../time/wall.ts'
import type { Refusal } from '../model/plan.ts'
import type { Rotation } from '../model/rotation.ts'
import { patternOf } from '../timeline/layer.ts'
import { differences, isSame, whoAt, type Slice, type Who } from './slices.ts'
import { causeAt, type Wish } from './wish.ts'

/** What the turns of a service say, beneath what was laid over them. */
export interface TurnsShown {
  /** Who has the turn that runs; nobody where turns say nothing. */
  readonly now: Who
  /** Everybody who goes round. */
  readonly all: Who
}

/**
 * The refusal of a plan in which turns dealt anew would change the turn that runs. Where patches make good what a service
 * cannot say by itself, its turns differ for ever, and nothing changes.
 */
export function guarded(
  wish: Wish,
  actual: readonly Slice[],
  onTop: readonly Slice[],
  shown: TurnsShown,
): Refusal[] {
  const { rotation, now, turns, idOf } = wish
  const wanted = whoAt(turns, now)
  if (shown.now.length === 0 || isSame(shown.now, wanted)) return []
  const end = handoffAfter(turns, now)
  const isChanged = differences(actual, onTop, { start: now, end }).some(
    ({ start, after }) => isSame(after, wanted) || causeAt(wish, after, start) === 'turn',
  )
  if (!isChanged) return []
  const personOf = (user: string): string => [...idOf].find(([, id]) => id === user)?.[0] ?? user
  const say = (who: Who): string => who.map(personOf).join(' and ') || 'nobody'
  const before = [...new Set([...shown.now, ...shown.all])].map(personOf)
  const message =
    `${say(shown.now)} is on call now, and by the file it would be ${say(wanted)}: turns that run are not dealt anew ` +
    `(${wayOut(rotation, before, now, handoffAfter(actual, now))}; --rewrite does it all the same)`
  return [{ code: 'guard', rotation: rotation.id, message }]
}

/** When the slice at an instant ends; the instant itself where there is none. */
function handoffAfter(slices: readonly Slice[], at: Instant): Instant {
  return slices.find(({ start, end }) => start <= at && at < end)?.end ?? at
}

/** What to write for the edit to count from the next handoff on; `before` are those who go round in the service. */
function wayOut(
  { layers, ahead, follows, zone }: Rotation,
  before: readonly string[],
  now: Instant,
  handoff: Instant,
): string {
  const [layer] = layers
  // Whoever follows takes each turn earlier, so that a date must lie as many turns later.
  const turns = layer && patternOf(layer).turns
  const turn = turns === undefined ? 0 : turns.at(handoff)
  const from = turns === undefined || ahead <= 0 ? handoff : turns.startOf(turn + ahead)
  const when = writeWall((layer?.zone ?? zone).wallAt(Number.isFinite(from) ? from : handoff))
  const members = layers
    .flatMap((one) => one.members)
    .filter(({ until }) => until === undefined || until.instant > now)
  const listed = new Set(members.flatMap(({ people }) => people))
  const come = members.flatMap((one) =>
    one.from === undefined ? one.people.filter((person) => !before.includes(person)) : [],
  )
  const gone = before.filter((person) => !listed.has(person))
  const where = follows === undefined ? '' : ` of '${follows}'`
  if (come.length + gone.length === 0) {
    return (
      `to deal anew from the next handoff on, leave the layer${where} as it was and end it there, end: ${when}, ` +
      `and write the new turns as one more layer, start: ${when}`
    )
  }
  const lines = [
    ...gone.map((person) => `{ who: ${person}, until: ${when} }`),
    ...[...new Set(come)].map((person) => `{ who: ${person}, from: ${when} }`),
  ]
  const keep = gone.length === 0 ? '' : ', where they were in the list'
  return `for it to count from the next handoff on, write among the members${where} ${lines.join(' and ')}${keep}`
}
