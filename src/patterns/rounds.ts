/**
 * Rounds: in a row of holders, one a turn, the lists that go round. Somebody stands in now and then, and lists change
 * when people come and go, so a list is worth as much as it explains less what it costs to write.
 */
import { turned } from '../model/order.ts'

/** A list that goes round from a turn on, which its first entry holds. */
export interface Round {
  readonly from: number
  readonly list: readonly string[]
}

/** Lists one after the other, and how many turns somebody else holds than they say. */
export interface Rounds {
  readonly rounds: readonly Round[]
  readonly missed: number
}

/** Longer lists nobody keeps; what is as long is told by its dates. */
const LONGEST = 45

/** A list as short as this that fits needs no second look. */
const SHORT = 8

/** How many lengths of lists are looked at closely. */
const CLOSELY = 6

/** Where lists change so often nothing goes round. */
const MOST_ROUNDS = 24

/** A turn that somebody else holds costs more than one that fits is worth. */
const MISS = 1.5

/** A change by one person needs less proof than a new list. */
const EDIT = 2

/** Numbers stand for people, as they are quicker to compare. */
type Holders = readonly number[]
type List = readonly number[]

const UNKNOWN = -1

/** `words[k]` holds turn k, undefined where that is not known. Undefined where nothing goes round. */
export function roundsIn(words: readonly (string | undefined)[]): Rounds | undefined {
  const names: string[] = []
  const numbers = new Map<string, number>()
  const holders = words.map((word) => {
    if (word === undefined) return UNKNOWN
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, names.length)
    return names.push(word) - 1
  })
  const rounds: { from: number; list: List }[] = []
  let missed = 0
  let from = 0
  while (from < holders.length) {
    const previous = rounds.at(-1)
    const found = bestOf(holders, from, previous)
    if (found === undefined) {
      missed += 1
      from += 1
    } else {
      if (found.isNew) rounds.push({ from, list: found.list })
      missed += found.missed
      from = found.until
    }
    if (rounds.length > MOST_ROUNDS || missed * 2 > from + 24) return undefined
  }
  const named = rounds.map((round) => ({
    from: round.from,
    list: round.list.map((number) => names[number] ?? ''),
  }))
  return rounds.length === 0 ? undefined : { rounds: named, missed }
}

interface Explained {
  /** The first turn after those that it explains. */
  readonly until: number
  readonly missed: number
  readonly worth: number
}

interface Found extends Explained {
  readonly list: List
  /** Whether it is another list than the one before. */
  readonly isNew: boolean
}

interface Numbered {
  readonly from: number
  readonly list: List
}

/** The best list from a turn on. One that misses some turns may be worth less than a short one and what comes after it. */
function bestOf(holders: Holders, from: number, previous: Numbered | undefined): Found | undefined {
  const all = listsFrom(holders, from, previous)
  const [best] = all
  if (best === undefined || (best.missed === 0 && best.list.length <= SHORT)) return best
  const sooner = all.filter(({ until }) => until < best.until)
  const shorter = sooner.filter(({ list }) => list.length * 2 <= best.list.length)
  const [next] = [...new Set([...sooner.slice(0, 2), ...shorter.slice(0, 3)])]
    .map((one) => {
      const before = one.isNew ? { from, list: one.list } : previous
      const [after] = listsFrom(holders, one.until, before)
      return { one, worth: one.worth + (after?.worth ?? 0) }
    })
    .sort((a, b) => b.worth - a.worth)
  return next !== undefined && next.worth > best.worth ? next.one : best
}

/** The lists that are worth something from a turn on, the best first. */
function listsFrom(holders: Holders, from: number, previous: Numbered | undefined): Found[] {
  const all: Found[] = []
  const consider = (list: List, cost: number, proof: number, isNew: boolean): void => {
    const found = explained(holders, from, list, cost, proof)
    if (found !== undefined) all.push({ ...found, list, isNew })
  }
  if (previous !== undefined) {
    const now = turned(previous.list, from - previous.from)
    consider(now, 0, 1, false)
    for (const edit of editsOf(now, holders, from)) consider(edit, EDIT, 3, true)
  }
  const left = holders.length - from
  for (const period of periodsFrom(holders, from)) {
    const proof = period + Math.max(2, Math.ceil(period / 2))
    for (const span of new Set(
      [2, 3, 5].map((times) => Math.min(left, period * times)).concat(left),
    )) {
      const list = usualFrom(holders, from, period, span)
      // The same names several times over are a shorter list.
      if (!isRepeated(list)) consider(list, period + (previous ? EDIT : 0), proof, true)
    }
  }
  return all.sort((a, b) => b.worth - a.worth)
}

/** The lengths after which the same people come again most often, soon after a turn. */
function periodsFrom(holders: Holders, from: number): number[] {
  const rated: { period: number; rate: number }[] = []
  const left = holders.length - from
  for (let period = 1; period <= LONGEST && period * 1.5 <= left; period += 1) {
    const near = sameAfter(holders, from, period, Math.max(8, period))
    const far = sameAfter(holders, from, period, Math.max(24, 3 * period))
    const rate = Math.max(near, far)
    if (rate >= 0.5) rated.push({ period, rate })
  }
  return rated
    .sort((a, b) => b.rate - a.rate || a.period - b.period)
    .slice(0, CLOSELY)
    .map(({ period }) => period)
}

/** How many of some turns are the same people's as those so much later. */
function sameAfter(holders: Holders, from: number, period: number, turns: number): number {
  const until = Math.min(holders.length - period, from + turns)
  let [same, all] = [0, 0]
  for (let turn = from; turn < until; turn += 1) {
    const [one, other] = [holders[turn], holders[turn + period]]
    if (one === UNKNOWN || other === UNKNOWN) continue
    all += 1
    if (one === other) same += 1
  }
  return all === 0 ? 0 : same / all
}

/** What a list explains from a turn on, up to where it is worth most; undefined where that proves nothing. */
function explained(
  holders: Holders,
  from: number,
  list: List,
  cost: number,
  proof: number,
): Explained | undefined {
  let [until, atBest, most] = [-1, 0, 0]
  let [worth, missed, hits, place] = [-cost, 0, 0, 0]
  for (let turn = from; turn < holders.length; turn += 1) {
    const holder = holders[turn]
    if (holder === list[place]) {
      worth += 1
      hits += 1
      if (hits >= proof && worth > most) [until, atBest, most] = [turn + 1, missed, worth]
    } else if (holder !== UNKNOWN) {
      worth -= MISS
      missed += 1
      if (worth < Math.max(most, -cost) - 8 * MISS) break
    }
    place = place + 1 === list.length ? 0 : place + 1
  }
  return until < 0 ? undefined : { until, missed: atBest, worth: most }
}

/** Of each place in a list of that length, who holds it most often in some turns from one on. */
function usualFrom(holders: Holders, from: number, period: number, span: number): number[] {
  const list: number[] = []
  for (let place = 0; place < period; place += 1) {
    const counts = new Map<number, number>()
    let [usual, most] = [UNKNOWN, 0]
    for (let turn = from + place; turn < from + span; turn += period) {
      const holder = holders[turn] ?? UNKNOWN
      if (holder === UNKNOWN) continue
      const count = (counts.get(holder) ?? 0) + 1
      counts.set(holder, count)
      if (count > most) [usual, most] = [holder, count]
    }
    list.push(usual)
  }
  return list
}

/** A list with somebody less, or with whoever is new in it at any place. */
function editsOf(now: List, holders: Holders, from: number): List[] {
  const edits: List[] = now.length < 2 ? [] : now.map((_, place) => now.toSpliced(place, 1))
  const near = holders.slice(from, from + now.length + 2)
  const fresh = new Set(near.filter((one) => one !== UNKNOWN && !now.includes(one)))
  for (const one of [...fresh].slice(0, 3)) {
    for (let place = 0; place <= now.length; place += 1) {
      edits.push(now.toSpliced(place, 0, one))
      // Somebody comes in another's place.
      if (place < now.length) edits.push(now.with(place, one))
    }
  }
  return edits
}

function isRepeated(list: List): boolean {
  for (let length = 1; length * 2 <= list.length; length += 1) {
    if (list.length % length !== 0) continue
    if (list.every((one, i) => one === list[i % length])) return true
  }
  return false
}
