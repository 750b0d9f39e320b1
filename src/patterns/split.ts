/** Several orders of people side by side: by who takes part, by the time of day, or by the weekend. */
import { DAY, HOUR, WEEK } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Zone } from '../time/zone.ts'
import { openWithin } from '../timeline/windows.ts'
import { fitsOf, type Fit } from './fit.ts'
import { relaysOf } from './relay.ts'
import { piecesOfThese, piecesWithin, type Piece } from './stretch.ts'
import { handoffsIn } from './turn-guesses.ts'
import { others, timeOfWeek, usualTimes, windowsOf, type WeekPart } from './week.ts'
import { zoneOf } from './zone-of.ts'

/** More orders than this at once nobody keeps. */
const MOST = 4

/** How alike the times are at which two people are on call who take part in one order. */
const ALIKE = 0.35

/** The ways to say pieces as several orders: those side by side, the best first, then those on top of each other. */
export function splitsOf(
  pieces: readonly Piece[],
  zones: readonly Zone[],
  within: Interval,
): Fit[] {
  const weeks = (within.end - within.start) / WEEK
  const zone = zoneOf(handoffsIn(pieces), zones)
  const times = usualTimes(handoffsIn(pieces), zone, weeks, 0.1)
  const fits: Fit[] = []
  const groups = groupsIn(pieces, zone)
  if (groups.length > 1 && groups.length <= MOST) {
    const each = groups.map((group) => bestOf(fitsOf(piecesOfThese(pieces, group), zones, within)))
    fits.push(...together(each))
  }
  for (const parts of cuts(times)) {
    const each = parts.map((part) => {
      const open = openWithin(windowsOf(part), zone, within)
      return bestOf(fitsOf(piecesWithin(pieces, open), zones, within, { zone, parts: part }))
    })
    fits.push(...together(each))
  }
  return [...fits.sort((a, b) => a.cost - b.cost), ...relaysOf(pieces, groups, zones, within)]
}

function bestOf(fits: readonly Fit[]): Fit | undefined {
  return fits[0]
}

function together(each: readonly (Fit | undefined)[]): Fit[] {
  if (!each.every((fit) => fit !== undefined)) return []
  return [
    {
      layers: each.flatMap(({ layers }) => layers),
      cost: each.reduce((sum, { cost }) => sum + cost, 0),
    },
  ]
}

/** The ways to cut the week at some of its times: the weekend, times of day, office hours. */
function cuts(times: readonly number[]): (readonly WeekPart[])[][] {
  const found: (readonly WeekPart[])[][] = []
  for (const from of times) {
    for (const to of times) {
      const isBefore = from > 4 * DAY && from <= 5 * DAY + 12 * HOUR
      const isAfter = to <= 12 * HOUR || to >= 6 * DAY + 12 * HOUR
      if (!isBefore || !isAfter) continue
      const weekend = [{ from, to: to <= 12 * HOUR ? to + WEEK : to }]
      found.push([others(weekend), weekend])
    }
  }
  const ofDay = [...new Set(times.map((time) => time % DAY))].sort((a, b) => a - b)
  if (ofDay.length > 1 && ofDay.length <= MOST) {
    found.push(ofDay.map((from, i) => daily(from, ofDay[i + 1] ?? (ofDay[0] ?? 0) + DAY, 7)))
  }
  for (const from of ofDay) {
    for (const to of ofDay) {
      if (to <= from || ofDay.length > 6) continue
      const office = daily(from, to, 5)
      found.push([office, others(office)])
    }
  }
  return found.slice(0, 24)
}

function daily(from: number, to: number, days: number): WeekPart[] {
  return Array.from({ length: days }, (_, day) => ({ from: day * DAY + from, to: day * DAY + to }))
}

/** Those who are on call at alike times of the week, group by group, those who are on call most first. */
function groupsIn(pieces: readonly Piece[], zone: Zone): ReadonlySet<string>[] {
  const weeks = new Map<string, number[]>()
  for (const { who, start, end } of pieces) {
    if (who === '') continue
    const week = weeks.get(who) ?? Array.from({ length: 168 }, () => 0)
    weeks.set(who, week)
    const hours = Math.min(168, (end - start) / HOUR)
    const first = timeOfWeek(zone.wallAt(start)) / HOUR
    for (let i = 0; i < hours; i += 1) {
      const hour = Math.floor(first + i) % 168
      week[hour] = (week[hour] ?? 0) + 1
    }
  }
  const usual = [...weeks].filter(([, week]) => week.some((count) => count > 1))
  const groups: [string, number[]][][] = []
  for (const one of usual) {
    const near = groups.filter((group) => group.some(([, week]) => alike(week, one[1]) > ALIKE))
    const joined = [one, ...near.flat()]
    for (const group of near) groups.splice(groups.indexOf(group), 1)
    groups.push(joined)
  }
  return groups.map((group) => new Set(group.map(([who]) => who)))
}

/** The cosine between two weeks. */
function alike(a: readonly number[], b: readonly number[]): number {
  let [both, ofA, ofB] = [0, 0, 0]
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? 0
    both += x * y
    ofA += x * x
    ofB += y * y
  }
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB)
}
