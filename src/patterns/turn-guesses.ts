/** How long turns may be and when they may begin, as the handoffs between people suggest. */
import { DAY, HOUR, WEEK, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { dayInMonth, type MonthDay } from '../time/month-day.ts'
import { addMonths, dateOf, dayOfWall, timeOfWall, weekdayOf, type Wall } from '../time/wall.ts'
import { momentAt, type Moment } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'
import { usualFirst, usualOf } from '../model/counts.ts'
import { NOWHERE } from '../model/place.ts'
import type { Layer, Turn } from '../model/rotation.ts'
import type { Window } from '../model/window.ts'
import { patternOf } from '../timeline/layer.ts'
import type { Piece } from './stretch.ts'

/** A layer without people. */
export type Frame = Pick<Layer, 'zone' | 'start' | 'turn' | 'handoff' | 'during'>

const DAYS = [1, 2, 3, 4, 5, 6, 10]
const WEEKS = [1, 2, 3, 4, 5, 6, 8]
const MONTHS = [1, 2, 3, 6]
const SHIFTS = [1, 2, 3, 4, 5, 7, 10]

/** How many beginnings of each length are tried. */
const PHASES = 3

/** What the turns of some pieces may be, what people write most often first. */
export function guessesFor(
  pieces: readonly Piece[],
  zone: Zone,
  during: readonly Window[],
  within: Interval,
): Frame[] {
  const handoffs = handoffsIn(pieces)
  const [first] = pieces
  if (first === undefined || handoffs.length === 0) return []
  const walls = handoffs.map((at) => zone.wallAt(at))
  const begin = zone.wallAt(first.start)
  const frame = (turn: Turn, start: Moment, handoff?: MonthDay): Frame => {
    return { zone, turn, start, during, ...(handoff && { handoff }) }
  }
  const byWall = (turn: Turn, length: number): Frame[] =>
    phasesOf(walls, length).map((phase) => {
      const wall = begin - mod(begin - phase, length)
      return frame(turn, { wall, instant: zone.instantAt(wall) })
    })
  const guesses = [
    ...WEEKS.flatMap((count) => byWall({ count, unit: 'weeks' }, count * WEEK)),
    ...DAYS.flatMap((count) => byWall({ count, unit: 'days' }, count * DAY)),
  ]
  if (usualGap(walls) > 20 * DAY) {
    for (const { start, handoff } of monthlyStarts(walls, begin)) {
      for (const count of MONTHS) {
        const moment = { wall: start, instant: zone.instantAt(start) }
        guesses.push(frame({ count, unit: 'months' }, moment, handoff))
      }
    }
  }
  if (during.length > 0) guesses.push(...byOpenings(first, handoffs, zone, during))
  const changes = zone.changesIn(within).length > 0
  for (const hours of hoursBetween(handoffs)) {
    if (hours % 24 === 0 && !changes) continue
    for (const phase of phasesOf(handoffs, hours * HOUR)) {
      const instant = first.start - mod(first.start - phase, hours * HOUR)
      guesses.push(frame({ count: hours, unit: 'hours' }, momentAt(instant, zone)))
    }
  }
  // As many turns as nobody could tell from the handoffs are no better than a table.
  const most = handoffs.length * 5 + 12
  return guesses.filter((guess) => {
    const { turns } = patternOf(bare(guess))
    return turns.at(within.end - 1) < most
  })
}

/** The layer of a frame with nobody in it. */
export function bare(frame: Frame): Layer {
  return { ...frame, name: '1', members: [], place: NOWHERE }
}

/** When somebody else comes on call, or somebody after nobody. */
export function handoffsIn(pieces: readonly Piece[]): Instant[] {
  const at: Instant[] = []
  let before: string | undefined
  for (const { start, who } of pieces) {
    if (before !== undefined && who !== before) at.push(start)
    before = who
  }
  return at
}

/** The times in a length at which most handoffs are, the most usual first. */
function phasesOf(times: readonly number[], length: number): number[] {
  return usualFirst(times.map((time) => mod(time, length)))
    .slice(0, PHASES)
    .flatMap(([phase, count]) => (count >= 2 || times.length < 4 ? [phase] : []))
}

/** Half of what lies between two handoffs is shorter. */
function usualGap(walls: readonly Wall[]): number {
  const gaps = walls.slice(1).map((wall, i) => wall - (walls[i] ?? wall))
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0
}

function monthlyStarts(
  walls: readonly Wall[],
  begin: Wall,
): { readonly start: Wall; readonly handoff?: MonthDay }[] {
  const byDate = usualOf(walls.map((wall) => `${dateOf(dayOfWall(wall)).day} ${timeOfWall(wall)}`))
  const byWeekday = usualOf(walls.map((wall) => `${nthOf(wall)} ${timeOfWall(wall)}`))
  const starts: { start: Wall; handoff?: MonthDay }[] = []
  const [date = 1, dateTime = 0] = (byDate ?? '').split(' ').map(Number)
  if (date <= 28) {
    const { year, month } = dateOf(dayOfWall(begin))
    const day = dayInMonth({ kind: 'date', date }, year, month) ?? 0
    const wall = day * DAY + dateTime
    starts.push({ start: wall <= begin ? wall : addMonths(wall, -1) })
  }
  const [nth = 1, weekday = 0, time = 0] = (byWeekday ?? '').split(' ').map(Number)
  const handoff: MonthDay = { kind: 'weekday', nth, weekday }
  const { year, month } = dateOf(dayOfWall(begin))
  for (const back of [0, -1]) {
    const day = dayInMonth(handoff, year, month + back)
    const wall = (day ?? 0) * DAY + time
    if (day !== undefined && nth < 5 && wall <= begin) {
      starts.push({ start: wall, handoff })
      break
    }
  }
  return starts
}

function nthOf(wall: Wall): string {
  const day = dayOfWall(wall)
  return `${Math.ceil(dateOf(day).day / 7)} ${weekdayOf(day)}`
}

/** Turns of so many openings, the first of which begins before or with the first piece. */
function byOpenings(
  first: Piece,
  handoffs: readonly Instant[],
  zone: Zone,
  during: readonly Window[],
): Frame[] {
  const early = first.start - 8 * WEEK
  const one: Turn = { count: 1, unit: 'shifts' }
  const { turns } = patternOf(bare({ zone, during, turn: one, start: momentAt(early, zone) }))
  const at = turns.at(first.start)
  const numbers = handoffs.map((handoff) => turns.at(handoff))
  return SHIFTS.flatMap((count) =>
    phasesOf(numbers, count).flatMap((phase) => {
      const instant = turns.startOf(at - mod(at - phase, count))
      const start = momentAt(instant, zone)
      return [{ zone, during, turn: { count, unit: 'shifts' } as const, start }]
    }),
  )
}

/** Whole hours that lie between handoffs often, and what divides these. */
function hoursBetween(handoffs: readonly Instant[]): number[] {
  const between = handoffs.map((at, i) => (at - (handoffs[i - 1] ?? at)) / HOUR)
  const whole = between.filter((hours) => hours > 0 && Number.isInteger(hours))
  const all = usualFirst(whole)
    .slice(0, 2)
    .map(([hours]) => hours)
  const [a = 0, b = a] = all
  return [...new Set([...all, divisor(a, b)])].filter((hours) => hours > 0 && hours <= 24 * 70)
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}

function mod(a: number, length: number): number {
  return ((a % length) + length) % length
}
