/** A swap of a shift: with whom, and what says it. The same overrides as those of `rotate swap`. */
import { Clock, DAY, MINUTE, timeOfDay } from './clock.ts'
import { intersection } from './search.ts'
import type { Gap, Person, Rota, Rotation, Shift } from './things.ts'

/** Two people who could trade a turn each. */
export interface Trade {
  readonly rotation: Rotation
  readonly from: Person
  readonly to: Person
  /** What each gives, in pieces; never empty. */
  readonly given: readonly Gap[]
  readonly taken: readonly Gap[]
}

/** More than these nobody wants to choose from. */
const MOST = 16

/** Nobody trades a turn that lasts longer. */
const ENDLESS = 20 * 366 * DAY

/** The trades of what is left of a shift for whole turns to come, in order of time; none of what is over. */
export function tradesOf(rota: Rota, rotation: Rotation, stay: Shift, now: number): Trade[] {
  const since = Math.floor(now / MINUTE) * MINUTE
  const { shifts } = rotation
  const shift = shifts.find(
    (one) => one.end > since && one.start >= stay.start && one.end <= stay.end,
  )
  if (shift === undefined) return []
  const trades: Trade[] = []
  for (const from of shift.people) {
    const given = heldOf(rotation, shift, from, since)
    const end = given.at(-1)?.end ?? Infinity
    if (end > rota.to || end - (given[0]?.start ?? 0) > ENDLESS) continue
    const seen = new Set<string>()
    for (const other of shifts) {
      if (other.start <= since || other.turn === shift.turn || trades.length >= MOST) continue
      for (const to of other.people) {
        const key = `${to.id} ${other.turn}`
        if (seen.has(key)) continue
        seen.add(key)
        const taken = heldOf(rotation, other, to, -Infinity)
        const begins = taken[0]?.start ?? 0
        if (to === from || begins <= since || (taken.at(-1)?.end ?? Infinity) > rota.to) continue
        if (isTogether([...given, ...taken], from, to)) continue
        trades.push({ rotation, from, to, given, taken })
      }
    }
  }
  return trades
}

/** `rotate swap alice bob --rotation primary --at 2026-12-07T16:00Z --with 2026-12-14T16:00Z` */
export function commandOf({ rotation, from, to, given, taken }: Trade): string {
  const [at, other] = [given, taken].map((pieces) => utc(pieces[0]?.start ?? 0))
  return `rotate swap ${from.id} ${to.id} --rotation ${rotation.id} --at ${at} --with ${other}`
}

/** The overrides, as a file of their own or the end of one. */
export function yamlOf(rota: Rota, { rotation, from, to, given, taken }: Trade): string {
  const why = `swap of ${from.id} and ${to.id}`
  const lines = [rotation, ...rotation.followers.flatMap((i) => rota.rotations[i] ?? [])].flatMap(
    (each) => {
      const [gives, takes] =
        each === rotation
          ? [given, taken]
          : [heldTwice(each, taken, from, to), heldTwice(each, given, to, from)]
      return [...handOver(each, gives, from, to, takes), ...handOver(each, takes, to, from, gives)]
        .sort((a, b) => a.start - b.start)
        .map(({ start, end, who, instead }) => {
          const [a, b] = [start, end].map((at) => sayTime(each.zone, at))
          return `  - { rotation: ${each.id}, who: ${who.id}, instead_of: ${instead.id}, from: ${a}, to: ${b}, why: ${why} }\n`
        })
    },
  )
  return `overrides:\n${lines.join('')}`
}

/** The pieces of a turn that a person holds, from an instant on. */
function heldOf({ shifts }: Rotation, { turn }: Shift, person: Person, since: number): Piece[] {
  return shifts
    .filter((one) => one.turn === turn && one.end > since && one.people.includes(person))
    .map(({ start, end, people }) => ({ start: Math.max(start, since), end, people }))
}

type Piece = Gap & { readonly people: readonly Person[] }

/** Who holds a turn together cannot trade it. */
function isTogether(pieces: readonly Piece[], a: Person, b: Person): boolean {
  return pieces.some(({ people }) => people.includes(a) && people.includes(b))
}

/** Where a follower has somebody on call who comes on call in the rotation itself: what the other is to take there. */
function heldTwice({ shifts }: Rotation, pieces: readonly Gap[], from: Person, to: Person): Gap[] {
  return pieces.flatMap((piece) =>
    shifts
      .filter(({ people }) => people.includes(from) && !people.includes(to))
      .flatMap((shift) => intersection(shift, piece) ?? []),
  )
}

interface Handed extends Gap {
  readonly who: Person
  readonly instead: Person
}

/** One override for pieces between which the one who gives holds nothing else, and takes nothing either. */
function handOver(
  { shifts }: Rotation,
  pieces: readonly Gap[],
  instead: Person,
  who: Person,
  apart: readonly Gap[],
): Handed[] {
  const groups: Handed[] = []
  for (const { start, end } of pieces) {
    const last = groups.at(-1)
    const isIn = (one: Gap): boolean => one.start < start && one.end > (last?.end ?? start)
    const holdsMore = shifts.some((shift) => isIn(shift) && shift.people.includes(instead))
    if (last === undefined || holdsMore || apart.some(isIn))
      groups.push({ start, end, who, instead })
    else groups[groups.length - 1] = { ...last, end }
  }
  return groups
}

/** By the rotation's clock, as people write it; where that shows it twice, or is not known, by UTC. */
function sayTime(zone: string, at: number): string {
  const clock = Clock.of(zone)
  const wall = clock.wallAt(at)
  const isSure = clock.isKnown && clock.instantAt(wall) === at && at % MINUTE === 0
  return isSure ? `${new Date(wall).toISOString().slice(0, 10)} ${timeOfDay(wall)}` : utc(at)
}

function utc(at: number): string {
  return new Date(at).toISOString().replace(/(:00)?\.000Z$/, 'Z')
}
