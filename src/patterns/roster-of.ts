/** Rounds as layers: one roster in which people come and go where that gives the same turns, else one layer after another. */
import { momentAt, type Moment } from '../time/written.ts'
import { joinedOrder, turned } from '../model/order.ts'
import { NOWHERE } from '../model/place.ts'
import type { Layer, Member } from '../model/rotation.ts'
import { dateForHandoff, patternOf } from '../timeline/layer.ts'
import { peopleIn, wordFor } from './stretch.ts'
import type { Round } from './rounds.ts'
import { bare, type Frame } from './turn-guesses.ts'

/** The layers of some rounds: turn k of the frame belongs to a round, and the last goes on for ever. */
export function layersOf(frame: Frame, rounds: readonly Round[]): Layer[] {
  const layers: Layer[] = []
  let rest = rounds
  let start: Frame = frame
  let passed = 0
  while (rest.length > 0) {
    const { members, used } = longestRoster(start, rest, passed)
    const next = rest[used]
    const { turns } = patternOf(bare(frame))
    if (next === undefined) {
      layers.push({ ...bare(start), members })
      break
    }
    const end = momentAt(turns.startOf(next.from), frame.zone)
    layers.push({ ...bare(start), end, members })
    start = { ...frame, start: end }
    passed = next.from
    rest = rest.slice(used)
  }
  return layers
}

interface Entry {
  readonly who: string
  readonly from?: number
  readonly until?: number
}

/** As many rounds as one roster can say; `passed` turns came before its first. */
function longestRoster(
  frame: Frame,
  rounds: readonly Round[],
  passed: number,
): { readonly members: Member[]; readonly used: number } {
  const [first] = rounds
  let entries: Entry[] =
    first === undefined ? [] : turned(first.list, passed - first.from).map((who) => ({ who }))
  let used = 1
  for (; used < rounds.length; used += 1) {
    const round = rounds[used]
    if (round === undefined) break
    const wider = withRound(frame, entries, rounds.slice(0, used + 1), passed)
    // A list in which nobody stays is another one.
    if (wider === undefined) break
    entries = wider
  }
  return { members: membersOf(frame, entries), used }
}

/** The entries with the last round in it, by the fewest dates that give its turns. */
function withRound(
  frame: Frame,
  entries: readonly Entry[],
  rounds: readonly Round[],
  passed: number,
): Entry[] | undefined {
  const round = rounds.at(-1)
  if (round === undefined) return undefined
  const at = round.from - passed
  const ways = round.list
    .map((_, place) => merged(entries, turned(round.list, place), at))
    .map((wider) => ({ wider, dates: datesIn(wider) }))
    .sort((a, b) => a.dates - b.dates)
  const most = datesIn(entries) + round.list.length + 1
  return ways.find(({ wider, dates }) => dates <= most && givesTurns(frame, wider, rounds, passed))
    ?.wider
}

function datesIn(entries: readonly Entry[]): number {
  return entries.filter(({ from, until }) => from !== undefined || until !== undefined).length
}

/** Whether a roster gives the turns of rounds, each as often as it goes round once and a bit. */
function givesTurns(
  frame: Frame,
  entries: readonly Entry[],
  rounds: readonly Round[],
  passed: number,
): boolean {
  const { roster } = patternOf({ ...bare(frame), members: membersOf(frame, entries) })
  return rounds.every(({ from, list }, i) => {
    const until = Math.min(rounds[i + 1]?.from ?? Infinity, from + 2 * list.length + 1)
    for (let turn = Math.max(from, passed); turn < until; turn += 1) {
      const holder = roster.holderOf(turn - passed)
      if (holder === undefined) return false
      if (wordFor(holder.people) !== list[(turn - from) % list.length]) return false
    }
    return true
  })
}

/** Entries in which everybody leaves at a turn who is not in a list, and everybody else of it comes. */
function merged(entries: readonly Entry[], list: readonly string[], at: number): Entry[] {
  const stays = ({ who, until }: Entry, other: string): boolean =>
    until === undefined && who === other
  return joinedOrder(entries, list, stays).map(([entry, who]): Entry => {
    if (entry === undefined) return { who, from: at }
    return who === undefined && entry.until === undefined ? { ...entry, until: at } : entry
  })
}

function membersOf(frame: Frame, entries: readonly Entry[]): Member[] {
  const layer = bare(frame)
  const { turns } = patternOf(layer)
  const dateOf = (turn: number): Moment => dateForHandoff(layer, turns.startOf(turn))
  return entries.map(({ who, from, until }) => ({
    people: peopleIn(who),
    ...(from !== undefined && { from: dateOf(from) }),
    ...(until !== undefined && { until: dateOf(until) }),
    place: NOWHERE,
  }))
}
