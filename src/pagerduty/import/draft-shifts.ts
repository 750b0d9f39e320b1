/** A shift-based schedule as layers of the file: its rotations lie beside each other and add up, layers do not. */
import type { Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { patternOf } from '../../timeline/layer.ts'
import type { Stint } from '../../sync/schedule.ts'
import type { Track, ShiftSchedule } from '../remote.ts'
import { underneath } from '../../sync/adding/beneath.ts'
import { agree, setOf, zip, type Slice } from '../../sync/slices.ts'
import { turnsIn } from '../shifts/turns.ts'
import { draftEvent } from './draft-track.ts'
import {
  FAR,
  fromTurn,
  isAlike,
  layerOf,
  memberOf,
  rotationOf,
  saidBy,
  type Draft,
  type Drafted,
  type Odd,
} from '../../sync/import/draft.ts'

/** The layers of the file that a shift-based schedule comes to, and what they cannot say. */
export function draftShifts(remote: ShiftSchedule, range: Interval, now: Instant): Drafted {
  const whole = { start: now, end: now + FAR }
  const beneath = underneath(remote.rendered, remote.items, turnsIn(remote, range))
  const odd: Odd[] = []
  let groups: (readonly Draft[])[] = []
  for (const [i, track] of remote.tracks.entries()) {
    const shown = beneath.filter((stint) => stint.source?.turns === track.id)
    const name = nameOf(track, i)
    const drafts: Draft[] = []
    for (const event of track.events.filter(({ until }) => until > now)) {
      const draft = draftEvent(event, shown, range, now)
      if (typeof draft !== 'string') drafts.push(...draft)
      else odd.push({ name, why: draft, stints: within(shown, event.since, event.until) })
    }
    if (drafts.length === 0) continue
    const more = besides(groups, drafts, whole)
    if (more !== undefined) groups = more
    else odd.push({ name, why: OVERLAPS, stints: shown })
  }
  return { drafts: groups.flat(), odd }
}

const OVERLAPS = 'it overlaps with others, and layers do not add up'

function nameOf({ events }: Track, place: number): string {
  return events.at(-1)?.name || `rotation ${place + 1}`
}

function within(stints: readonly Stint[], start: Instant, end: Instant): Stint[] {
  return stints.filter((stint) => stint.start < end && stint.end > start)
}

/** The layers with those of one more rotation: paired with one that goes round alike, above or below all others. */
function besides(
  groups: readonly (readonly Draft[])[],
  drafts: readonly Draft[],
  whole: Interval,
): (readonly Draft[])[] | undefined {
  const goal = added(saysOf(groups.flat(), whole), saysOf(drafts, whole))
  const pairings = groups.flatMap((group, i) => {
    const pair = paired(group, drafts, whole.start)
    return pair === undefined ? [] : [groups.with(i, pair)]
  })
  return [...pairings, [...groups, drafts], [drafts, ...groups]].find((all) =>
    agree(saysOf(all.flat(), whole), goal),
  )
}

function saysOf(drafts: readonly Draft[], within: Interval): Slice[] {
  return saidBy(rotationOf(drafts.map(layerOf)), within)
}

function added(one: readonly Slice[], other: readonly Slice[]): Slice[] {
  return zip(one, other).map(({ start, end, a, b }) => ({ start, end, who: setOf([...a, ...b]) }))
}

/** The most entries of a roster that two are made into. */
const MOST_PAIRS = 60

/** Two rotations that go round at the same times as one with pairs in it. */
function paired(one: readonly Draft[], other: readonly Draft[], now: Instant): Draft[] | undefined {
  const [first] = one
  if (first === undefined || ![...one, ...other].every((draft) => isAlike(draft, first))) {
    return undefined
  }
  const cuts = [...new Set([...one, ...other].flatMap(({ start, end }) => [start, end]))].sort(
    (a, b) => a - b,
  )
  const pairs: Draft[] = []
  for (const [i, start] of cuts.entries()) {
    const end = cuts[i + 1]
    if (end === undefined || end <= now) continue
    const isThen = (draft: Draft): boolean => draft.start <= start && start < draft.end
    const [a, b] = [one.find(isThen), other.find(isThen)]
    const [x, y] = [a && partFrom(a, start, end), b && partFrom(b, start, end)]
    if ((a !== undefined && x === undefined) || (b !== undefined && y === undefined))
      return undefined
    if (x === undefined || y === undefined) {
      pairs.push(...[x, y].filter((part) => part !== undefined))
      continue
    }
    const count = leastCommon(x.members.length, y.members.length)
    if (count > MOST_PAIRS) return undefined
    const members = Array.from({ length: count }, (_, place) =>
      memberOf([
        ...(x.members[place % x.members.length]?.people ?? []),
        ...(y.members[place % y.members.length]?.people ?? []),
      ]),
    )
    const name = x.name === y.name ? x.name : [x.name, y.name].filter(Boolean).join(' and ')
    pairs.push({ ...x, name, members })
  }
  return pairs
}

/** A stint of a layer; undefined where that would begin in the middle of a turn. */
function partFrom(draft: Draft, start: Instant, end: Instant): Draft | undefined {
  if (draft.members.length === 0) return undefined
  const { turns } = patternOf(layerOf(draft))
  const turn = turns.at(start)
  return turns.startOf(turn) === start ? { ...fromTurn(draft, turn), end } : undefined
}

function leastCommon(a: number, b: number): number {
  const common = (x: number, y: number): number => (y === 0 ? x : common(y, x % y))
  return (a * b) / common(a, b)
}
