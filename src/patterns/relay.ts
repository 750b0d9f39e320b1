/**
 * Orders that relieve each other around the day, each by the clock of its own region. Their windows reach into each
 * other, and whoever is on top is seen: so no clock change leaves a hole, though clocks change on other days.
 */
import { DAY, WEEK, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { dayOfWall, weekdayOf } from '../time/wall.ts'
import type { Zone } from '../time/zone.ts'
import { countsOf, usualOf } from '../model/counts.ts'
import { openWithin } from '../timeline/windows.ts'
import { costOf, fitsOf, type Fit } from './fit.ts'
import { piecesOfThese, type Piece } from './stretch.ts'
import { windowsOf, type WeekPart } from './week.ts'
import { zoneOf } from './zone-of.ts'

/** More regions than this nobody keeps. */
const MOST = 3

/** Of so many weeks, in what part something happens at a time of day to be usual. */
const USUAL = 0.1

/** In what part of the weeks a day has somebody of a region on call. */
const COVERED = 0.3

/** A stretch of one group, whoever in it, and of whom those are before and after it; -1 is nobody, or somebody else. */
interface Run extends Interval {
  readonly group: number
  readonly before: number
  readonly after: number
}

/** The ways to say pieces as groups on top of each other, from the bottom up. */
export function relaysOf(
  pieces: readonly Piece[],
  groups: readonly ReadonlySet<string>[],
  zones: readonly Zone[],
  within: Interval,
): Fit[] {
  const isMoving = zones.filter((zone) => zone.changesIn(within).length > 0).length > 1
  if (groups.length < 2 || groups.length > MOST || !isMoving) return []
  const runs = runsOf(pieces, groups)
  const known = new Map<string, Fit | undefined>()
  const fitOf = (group: number, above: readonly number[]): Fit | undefined => {
    const key = `${group} ${above.toSorted((a, b) => a - b).join()}`
    if (!known.has(key)) {
      const own = runs.filter((run) => run.group === group)
      const { zone, parts } = windowsBeneath(own, above, zones, within)
      const open = openWithin(windowsOf(parts), zone, within)
      const its = filled(piecesOfThese(pieces, groups[group] ?? new Set()), open)
      const [best] = its.length === 0 ? [] : fitsOf(its, zones, within, { zone, parts })
      known.set(key, best)
    }
    return known.get(key)
  }
  return ordersOf(groups.map((_, i) => i)).flatMap((order): Fit[] => {
    const fits = order.flatMap((group, i) => fitOf(group, order.slice(i + 1)) ?? [])
    if (fits.length < order.length) return []
    const layers = fits.flatMap((fit) => fit.layers)
    const cost = layers.reduce((sum, layer) => sum + costOf(layer), 0)
    return [{ layers, cost, isStacked: true }]
  })
}

function ordersOf(all: readonly number[]): number[][] {
  if (all.length < 2) return [[...all]]
  return all.flatMap((one) =>
    ordersOf(all.filter((other) => other !== one)).map((o) => [one, ...o]),
  )
}

function runsOf(pieces: readonly Piece[], groups: readonly ReadonlySet<string>[]): Run[] {
  const runs: (Interval & { readonly group: number })[] = []
  for (const { who, start, end } of pieces) {
    const group = groups.findIndex((one) => one.has(who))
    const last = runs.at(-1)
    if (last?.group === group) runs[runs.length - 1] = { ...last, end }
    else runs.push({ group, start, end })
  }
  return runs.map((run, i) => ({
    ...run,
    before: runs[i - 1]?.group ?? -1,
    after: runs[i + 1]?.group ?? -1,
  }))
}

/** By whose clock a group goes where it is seen to begin and to end, and its windows, which reach below what is above. */
function windowsBeneath(
  runs: readonly Run[],
  above: readonly number[],
  zones: readonly Zone[],
  within: Interval,
): { readonly zone: Zone; readonly parts: readonly WeekPart[] } {
  const begins = runs.flatMap(({ start, before }) => (above.includes(before) ? [] : [start]))
  const ends = runs.flatMap(({ end, after }) => (above.includes(after) ? [] : [end]))
  const own = [...begins, ...ends]
  const zone = zoneOf(own.length > 0 ? own : runs.map(({ start }) => start), zones)
  const weeks = (within.end - within.start) / WEEK
  const parts: WeekPart[] = []
  for (let day = 0; day < 7; day += 1) {
    const its = runs.filter(({ start }) => weekdayAt(zone, start) === day)
    if (its.length < weeks * COVERED) continue
    const sinceDay = (at: Instant, { start }: Run): number =>
      zone.wallAt(at) - dayOfWall(zone.wallAt(start)) * DAY
    const from = edge(
      its.map((run) => ({ at: sinceDay(run.start, run), isOwn: !above.includes(run.before) })),
      Math.min,
    )
    const to = edge(
      its.map((run) => ({ at: sinceDay(run.end, run), isOwn: !above.includes(run.after) })),
      Math.max,
    )
    if (from !== undefined && to !== undefined && to > from && to - from <= DAY) {
      parts.push({ from: day * DAY + from, to: day * DAY + to })
    }
  }
  return { zone, parts }
}

/** Pieces in openings, each up to the next or to the end of its opening: what others hide is whoever's is seen beside it. */
function filled(pieces: readonly Piece[], open: readonly Interval[]): Piece[] {
  const all: Piece[] = []
  let first = 0
  for (const { start, end } of open) {
    while ((pieces[first]?.end ?? Infinity) <= start) first += 1
    let isFirst = true
    for (let i = first; (pieces[i]?.start ?? Infinity) < end; i += 1) {
      const piece = pieces[i]
      if (piece === undefined || piece.who === '') continue
      const last = all.at(-1)
      if (!isFirst && last !== undefined) all[all.length - 1] = { ...last, end: piece.start }
      all.push({ ...piece, start: isFirst ? start : piece.start, end })
      isFirst = false
    }
  }
  return all
}

function weekdayAt(zone: Zone, at: Instant): number {
  return weekdayOf(dayOfWall(zone.wallAt(at)))
}

/** The usual time of an edge that is seen; of one that others lie over, the furthest that is usual. */
function edge(
  all: readonly { readonly at: number; readonly isOwn: boolean }[],
  furthest: (...times: number[]) => number,
): number | undefined {
  const own = all.flatMap(({ at, isOwn }) => (isOwn ? [at] : []))
  if (own.length * 2 > all.length) return usualOf(own)
  const counts = countsOf(all.map(({ at }) => at))
  const usual = [...counts].flatMap(([at, count]) =>
    count >= Math.max(2, all.length * USUAL) ? [at] : [],
  )
  return usual.length === 0 ? undefined : furthest(...usual)
}
