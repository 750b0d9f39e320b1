/** What PagerDuty can go on with by itself: the layers of a rotation that recur in a way that it can say. */
import { DAY, HOUR, type Instant } from '../../time/instant.ts'
import { intersection, type Interval } from '../../time/interval.ts'
import type { Zone } from '../../time/zone.ts'
import type { Layer, Member, Rotation } from '../../model/rotation.ts'
import { layerSpans, patternOf } from '../../timeline/layer.ts'
import { openWithin } from '../../timeline/windows.ts'
import type { Stint } from '../../sync/schedule.ts'
import { isSame, slicesOf, zip, type Who } from '../../sync/slices.ts'
import { AHEAD } from '../../sync/wish.ts'
import { recurring } from '../always.ts'
import { firstIn, partsOf } from './parts.ts'
import { eventStints, writeRule, type Rule } from './recurrence.ts'

/** PagerDuty's most members of an event. */
const MOST_MEMBERS = 20

/** One person at a time of one layer: what one rotation in PagerDuty can hold. */
export interface Strand {
  readonly name: string
  readonly turn: Layer['turn']
  readonly zone: Zone
  readonly rule: Rule
  /** How many occurrences make a turn. */
  readonly perTurn: number
  /** Which of the people of a member: a pair makes two strands. */
  readonly place: number
  readonly startOf: (turn: number) => Instant
  readonly turnAt: (at: Instant) => number
  /** The first occurrence in a turn. */
  readonly firstOf: (turn: number) => Interval | undefined
  /** Who goes round from a turn on, whoever serves it first; undefined where nobody does. */
  readonly membersAt: (turn: number) => readonly (string | null)[] | undefined
  /** The same with both people of a pair, for words. */
  readonly whoAt: (turn: number) => readonly Who[]
  /** From this turn on others go round than at `turn`, or nobody; Infinity where that is not in sight. */
  readonly changeAfter: (turn: number) => number
  /** From `now` on for as long as can be said ahead. */
  readonly stints: readonly (Stint & { readonly turn: number })[]
}

/** The strands of a rotation from an instant on. What they leave out, or what lies above them, is for patches. */
export function strandsOf(
  written: Rotation,
  idOf: ReadonlyMap<string, string>,
  now: Instant,
): Strand[] {
  const rotation = recurring(written)
  const within = { start: now, end: now + AHEAD }
  const chosen: Strand[] = []
  let taken: Stint[] = []
  rotation.layers.forEach((layer, i) => {
    const until = hiddenFrom(rotation.layers.slice(i + 1), layer)
    const strands = layerStrands(rotation, layer, until, idOf, within)
    const stints = strands.flatMap((strand) => strand.stints.map(occupied))
    // Two layers that meet would add up in PagerDuty: the lower one stays, the upper one becomes patches.
    const meets =
      taken.length > 0 &&
      zip(slicesOf(taken, within), slicesOf(stints, within)).some(
        ({ a, b }) => a.length > 0 && b.length > 0,
      )
    if (meets) return
    chosen.push(...strands)
    taken = [...taken, ...stints]
  })
  return chosen
}

function occupied({ start, end }: Interval): Stint {
  return { start, end, user: '*' }
}

/** When a layer that is always on lies over this one for good. */
function hiddenFrom(above: readonly Layer[], { end }: Layer): Instant {
  const covers = above.filter(
    (layer) =>
      layer.during.length === 0 &&
      layer.rows === undefined &&
      layer.end === undefined &&
      layer.members.length > 0,
  )
  return Math.min(end?.instant ?? Infinity, ...covers.map(({ start }) => start.instant))
}

function layerStrands(
  rotation: Rotation,
  layer: Layer,
  until: Instant,
  idOf: ReadonlyMap<string, string>,
  within: Interval,
): Strand[] {
  const parts = partsOf(layer)
  if (parts === undefined || until <= within.start) return []
  const { ahead } = rotation
  const { turns, roster } = patternOf(layer)
  const last = until === Infinity ? Infinity : turns.at(until)
  const rosterAt = (turn: number): readonly Member[] =>
    turn < 0 || turn >= last || turns.startOf(turn + ahead) === Infinity
      ? []
      : roster.at(turn + ahead)
  const fromHolder = (turn: number): readonly Member[] | undefined => {
    const members = rosterAt(turn)
    const holder = roster.holderOf(turn + ahead)
    const first = holder === undefined ? -1 : members.indexOf(holder)
    return first < 0 ? undefined : [...members.slice(first), ...members.slice(0, first)]
  }
  const spans = layerSpans(rotation, layer, within).filter(({ turn }) => (turn ?? 0) < last)
  const width = Math.max(1, ...layer.members.map(({ people }) => people.length))
  const strands: Strand[] = []
  for (const { rule, perTurn, zone, window } of parts) {
    const open = window && parts.length > 1 ? openWithin([window], layer.zone, within) : undefined
    const cut = spans.flatMap((span) =>
      open === undefined
        ? [span]
        : open.flatMap((one) => {
            const both = intersection(span, one)
            return both === undefined ? [] : [{ ...span, ...both }]
          }),
    )
    for (let place = 0; place < width; place += 1) {
      const userOf = ({ people }: Pick<Member, 'people'>): string | null =>
        idOf.get(people[place] ?? '') ?? null
      const strand: Strand = {
        name: layer.name,
        turn: layer.turn,
        zone,
        rule,
        perTurn,
        place,
        startOf: turns.startOf,
        turnAt: turns.at,
        firstOf: (turn) =>
          firstIn(turns.startOf(turn), turns.startOf(turn + 1), window, layer.zone),
        membersAt: (turn) => {
          const members = fromHolder(turn)
          if (members === undefined || members.length > MOST_MEMBERS) return undefined
          const turned = members.map(userOf)
          return turned.some((user) => user !== null) ? turned : undefined
        },
        whoAt: (turn) =>
          (fromHolder(turn) ?? []).map(({ people }) =>
            people.flatMap((person) => idOf.get(person) ?? []),
          ),
        changeAfter: (turn) => {
          const members = rosterAt(turn)
          for (let next = turn + 1; turns.startOf(next) < within.end; next += 1) {
            const others = rosterAt(next)
            if (members.length !== others.length || members.some((one, i) => one !== others[i])) {
              return next
            }
          }
          return Infinity
        },
        stints: cut.flatMap(({ start, end, people, turn }) => {
          const user = userOf({ people })
          return user === null ? [] : [{ start, end, user, turn: turn ?? 0 }]
        }),
      }
      if (strand.stints.length > 0 && isTrue(strand, within)) strands.push(strand)
    }
  }
  return strands
}

/** Whether one rule really gives what the layer says; a clock change may move an edge. */
function isTrue(strand: Strand, within: Interval): boolean {
  let turn = Math.max(strand.turnAt(within.start) + 1, 0)
  const said: Stint[] = []
  let from: Instant | undefined
  while (strand.startOf(turn) < within.end) {
    const members = strand.membersAt(turn)
    const first = isNominal(strand, turn) ? strand.firstOf(turn) : undefined
    if (members === undefined || first === undefined) {
      turn += 1
      continue
    }
    const change = strand.changeAfter(turn)
    from ??= strand.startOf(turn)
    said.push(
      ...eventStints(
        {
          ...first,
          startZone: strand.zone.name,
          since: first.start,
          until: change === Infinity ? Infinity : strand.startOf(change),
          recurrence: [writeRule(strand.rule)],
          perMember: strand.perTurn,
          members,
        },
        within,
      ),
    )
    if (change === Infinity) break
    turn = change
  }
  if (from === undefined) return false
  const range = { start: from, end: within.end }
  const wrong = zip(slicesOf(said, range), slicesOf(strand.stints, range)).filter(
    ({ a, b }) => !isSame(a, b),
  )
  return wrong.length <= 8 && wrong.every(({ start, end }) => end - start <= 2 * HOUR)
}

/** Whether a turn begins and ends at the time of day that is written, so that what recurs from it is right. */
export function isNominal({ zone, firstOf, startOf, rule }: Strand, turn: number): boolean {
  const first = firstOf(turn)
  if (first === undefined) return false
  if (rule.frequency === 'HOURLY') return true
  // Whatever a clock change moved stands at another time of day than the turns around it.
  const other = firstOf(turn + 1) ?? firstOf(turn - 1)
  if (other === undefined || startOf(turn + 1) === Infinity) return false
  const timeOf = (at: Instant): number => zone.wallAt(at) % DAY
  const lengthOf = (one: Interval): number => zone.wallAt(one.end) - zone.wallAt(one.start)
  return timeOf(first.start) === timeOf(other.start) && lengthOf(first) === lengthOf(other)
}

/** Whether the clock changes while an occurrence lasts: whether its end then moves too is a guess. */
export function crossesClockChange({ zone }: Strand, within: Interval): boolean {
  return zone.offsetAt(within.start) !== zone.offsetAt(within.end)
}
