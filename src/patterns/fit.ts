/** One order of people that goes round, fitted to pieces: in which zone, in which windows, by which turns. */
import { WEEK } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { momentAt } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'
import { NOWHERE } from '../model/place.ts'
import { ENDLESS, type Layer, type Turn } from '../model/rotation.ts'
import type { Window } from '../model/window.ts'
import { patternOf } from '../timeline/layer.ts'
import { openWithin } from '../timeline/windows.ts'
import { layersOf } from './roster-of.ts'
import { roundsIn, type Round } from './rounds.ts'
import { peopleIn, piecesWithin, type Piece } from './stretch.ts'
import { bare, guessesFor, handoffsIn, type Frame } from './turn-guesses.ts'
import { partsBetween, timeOfWeek, usualTimes, windowsOf, type WeekPart } from './week.ts'
import { zoneOf } from './zone-of.ts'

/** Layers that may be meant, and roughly what it costs to write them and what they miss. */
export interface Fit {
  readonly layers: readonly Layer[]
  readonly cost: number
  /** Whether they are from the bottom up; else none hides another. */
  readonly isStacked?: true
}

/** What a layer costs, an entry of a roster being 1. */
const LAYER = 1.5
const DATE = 2
/** An override costs more than an entry, since it says nothing about what is to come. */
export const OVERRIDE = 2

/** How much people have of a turn that is theirs. */
const PURE = 0.75

/** A time of the week with less of it covered is no window. */
const COVERED = 0.3

/** How many ways are given. */
const MOST = 4

/** The likeliest ways to say pieces as one order, the best first; `parts` are when it is active, where that is known. */
export function fitsOf(
  pieces: readonly Piece[],
  zones: readonly Zone[],
  within: Interval,
  known?: { readonly zone: Zone; readonly parts: readonly WeekPart[] },
): Fit[] {
  const handoffs = handoffsIn(pieces)
  const zone = known?.zone ?? zoneOf(handoffs, zones)
  const parts = known?.parts ?? coveredParts(pieces, zone, within)
  const during = windowsOf(parts)
  const whole = during.length === 0 ? [within] : openWithin(during, zone, within)
  const inside = during.length === 0 ? pieces : piecesWithin(pieces, whole)
  const guesses = guessesFor(inside, zone, during, within).flatMap((frame) =>
    turnsIn(inside, frame),
  )
  const likely = [...guesses, ...byParts(pieces, zone, within, known?.parts)]
    .sort((a, b) => a.least - b.least)
    .slice(0, MOST + 2)
  const fits = [...alone(inside, zone, during, within), ...likely.map(fitOf)]
  return fits.sort((a, b) => a.cost - b.cost).slice(0, MOST)
}

/** The turns of a frame, and the least that it would cost to write them. */
interface Turns {
  readonly frame: Frame
  readonly rounds: readonly Round[]
  readonly missed: number
  readonly least: number
}

function fitOf({ frame, rounds, missed }: Turns): Fit {
  const layers = layersOf(frame, rounds)
  return { layers, cost: layers.reduce((sum, layer) => sum + costOf(layer), 0) + missed * OVERRIDE }
}

/** Somebody who holds it always. */
function alone(
  pieces: readonly Piece[],
  zone: Zone,
  during: readonly Window[],
  within: Interval,
): Fit[] {
  const held = new Map<string, number>()
  for (const { who, start, end } of pieces) held.set(who, (held.get(who) ?? 0) + end - start)
  const [[who, time] = ['', 0]] = [...held].sort((a, b) => b[1] - a[1])
  const all = [...held.values()].reduce((sum, each) => sum + each, 0)
  if (who === '' || time < all * PURE) return []
  const layer: Layer = {
    name: '1',
    zone,
    start: momentAt(within.start, zone),
    turn: ENDLESS,
    members: [{ people: peopleIn(who), place: NOWHERE }],
    during,
    place: NOWHERE,
  }
  const missed = pieces.filter((piece) => piece.who !== who).length
  return [{ layers: [layer], cost: LAYER + 1 + during.length + missed * OVERRIDE }]
}

/** Turns that go by openings, of windows that touch: days and nights by the wall clock. */
function byParts(
  pieces: readonly Piece[],
  zone: Zone,
  within: Interval,
  known: readonly WeekPart[] | undefined,
): Turns[] {
  if (known !== undefined || zone.changesIn(within).length === 0) return []
  const weeks = (within.end - within.start) / WEEK
  const times = usualTimes(handoffsIn(pieces), zone, weeks, 0.15)
  const during = partsBetween(times).flatMap((part) => windowsOf([part]))
  const merged = mergedWindows(during)
  // One opening a day is a turn of a day.
  if (merged.length < 2 || merged.length > 4) return []
  return guessesFor(pieces, zone, merged, within)
    .filter(({ turn }) => turn.unit === 'shifts')
    .flatMap((frame) => turnsIn(pieces, frame))
}

/** Windows that differ only in their days made one. */
function mergedWindows(windows: readonly Window[]): Window[] {
  const all = new Map<string, Window>()
  for (const window of windows) {
    const key = `${window.from} ${window.length}`
    const known = all.get(key)
    all.set(key, { ...window, weekdays: window.weekdays | (known?.weekdays ?? 0) })
  }
  return [...all.values()]
}

/** The turns of pieces by a frame; none where they are no shorter than a table. */
function turnsIn(pieces: readonly Piece[], frame: Frame): Turns[] {
  const { holders, impure, purity } = holdersOf(pieces, frame)
  if (purity < PURE || impure * OVERRIDE > pieces.length) return []
  const found = roundsIn(holders)
  if (found === undefined) return []
  const { rounds } = found
  const missed = found.missed + impure
  const lists = (rounds[0]?.list.length ?? 0) + (rounds.length - 1) * DATE
  const least = lists + unitCost(frame.turn) + missed * OVERRIDE
  return least > pieces.length ? [] : [{ frame, rounds, missed, least }]
}

/** What it costs to write a layer. */
export function costOf({ members, during, turn, handoff }: Layer): number {
  const dates = members.filter(({ from, until }) => from !== undefined || until !== undefined)
  return (
    LAYER +
    during.length +
    members.length +
    dates.length * DATE +
    unitCost(turn) +
    (handoff === undefined ? 0 : 0.5)
  )
}

/** What people write is cheaper. */
function unitCost({ count, unit }: Turn): number {
  if (count === Infinity) return 0
  return { hours: 0.6, days: 0.2, weeks: 0, months: 0.3, shifts: 0.4 }[unit] + (count > 1 ? 0.1 : 0)
}

/** Who has most of each turn; how many turns are not wholly theirs, and what part of all time is. */
function holdersOf(
  pieces: readonly Piece[],
  frame: Frame,
): {
  readonly holders: readonly (string | undefined)[]
  readonly impure: number
  readonly purity: number
} {
  const { turns } = patternOf(bare(frame))
  const holders: (string | undefined)[] = []
  let [turn, end, all, theirs, impure] = [-1, -Infinity, 0, 0, 0]
  let held = new Map<string, number>()
  const close = (): void => {
    if (turn < 0 || held.size === 0) return
    let [who, most, sum] = ['', -1, 0]
    for (const [each, time] of held) {
      sum += time
      if (time > most) [who, most] = [each, time]
    }
    holders[turn] = who
    all += sum
    theirs += most
    if (held.size > 1) impure += held.size - 1
  }
  for (const piece of pieces) {
    let { start } = piece
    while (start < piece.end) {
      if (start >= end) {
        close()
        held = new Map()
        turn = turns.at(start)
        end = turns.startOf(turn + 1)
      }
      const stop = Math.min(end, piece.end)
      held.set(piece.who, (held.get(piece.who) ?? 0) + stop - start)
      start = stop
    }
  }
  close()
  return { holders: Array.from(holders), impure, purity: all === 0 ? 0 : theirs / all }
}

/** The parts of the week in which somebody is on call in most weeks; all of it where that is not known. */
export function coveredParts(
  pieces: readonly Piece[],
  zone: Zone,
  within: Interval,
): readonly WeekPart[] {
  const whole = [{ from: 0, to: WEEK }]
  const weeks = (within.end - within.start) / WEEK
  if (weeks < 2 || pieces.every(({ who }) => who !== '')) return whole
  const times = usualTimes(handoffsIn(pieces), zone, weeks, 0.15)
  if (times.length < 2 || times.length > 60) return whole
  const covered = partsBetween(times).filter((part) => {
    const at = middlesOf(part, zone, within)
    return shareHeld(pieces, at) >= COVERED
  })
  return covered.length === 0 ? whole : covered
}

/** An instant in the middle of each week's part. */
function middlesOf({ from, to }: WeekPart, zone: Zone, { start, end }: Interval): number[] {
  const middle = (from + to) / 2
  const first = zone.wallAt(start)
  const monday = first - timeOfWeek(first)
  const all: number[] = []
  for (let week = monday - WEEK; week < end + WEEK; week += WEEK) {
    const at = zone.instantAt(week + middle)
    if (at >= start && at < end) all.push(at)
  }
  return all
}

/** At how many of some instants, which only grow, somebody is on call. */
function shareHeld(pieces: readonly Piece[], at: readonly number[]): number {
  let [next, held] = [0, 0]
  for (const one of at) {
    while ((pieces[next]?.end ?? Infinity) <= one) next += 1
    const piece = pieces[next]
    if (piece !== undefined && piece.start <= one && piece.who !== '') held += 1
  }
  return at.length === 0 ? 0 : held / at.length
}
