/** The week as a clock: pieces of it, from Monday 00:00, and the windows that open for just these. */
import { DAY, WEEK, type Instant } from '../time/instant.ts'
import { dayOfWall, weekdayOf, type Wall } from '../time/wall.ts'
import type { Zone } from '../time/zone.ts'
import { countsOf } from '../model/counts.ts'
import type { Window } from '../model/window.ts'

/** From one time of the week to another, in wall-clock milliseconds since Monday 00:00; may end after the week does. */
export interface WeekPart {
  readonly from: number
  readonly to: number
}

/** The time of the week that a wall clock shows. */
export function timeOfWeek(wall: Wall): number {
  return weekdayOf(dayOfWall(wall)) * DAY + (wall - dayOfWall(wall) * DAY)
}

/** The parts into which some times of the week cut it; the last goes round. */
export function partsBetween(times: readonly number[]): WeekPart[] {
  const sorted = [...new Set(times)].sort((a, b) => a - b)
  const [first] = sorted
  if (first === undefined) return [{ from: 0, to: WEEK }]
  return sorted.map((from, i) => ({ from, to: sorted[i + 1] ?? first + WEEK }))
}

/** What is left of the week. */
export function others(parts: readonly WeekPart[]): WeekPart[] {
  const all = joined(parts)
  return all.flatMap(({ to }, i) => {
    const next = (all[(i + 1) % all.length]?.from ?? 0) + (i + 1 === all.length ? WEEK : 0)
    return next > to ? [{ from: to % WEEK, to: next - (to >= WEEK ? WEEK : 0) }] : []
  })
}

/** Parts that touch made one, also around the end of the week. */
export function joined(parts: readonly WeekPart[]): WeekPart[] {
  const all: WeekPart[] = []
  for (const part of [...parts].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last !== undefined && part.from <= last.to) {
      all[all.length - 1] = { from: last.from, to: Math.max(last.to, part.to) }
    } else all.push(part)
  }
  const [first] = all
  const last = all.at(-1)
  if (all.length > 1 && first !== undefined && last !== undefined && last.to >= first.from + WEEK) {
    all[all.length - 1] = { from: last.from, to: Math.max(last.to, first.to + WEEK) }
    return all.slice(1)
  }
  return all
}

/** Whether parts are the whole week. */
export function isWholeWeek(parts: readonly WeekPart[]): boolean {
  return joined(parts).some(({ from, to }) => to - from >= WEEK)
}

/** The windows of some parts: whole days as days, what is up to a day long by its days, all else as a weekly stretch. */
export function windowsOf(parts: readonly WeekPart[]): Window[] {
  if (isWholeWeek(parts)) return []
  const windows = new Map<string, Window>()
  const add = (from: number, length: number, day: number): void => {
    const key = `${from} ${length}`
    const known = windows.get(key)
    const weekdays = (known?.weekdays ?? 0) | (1 << (day % 7))
    windows.set(key, { weekdays, monthDays: [], lists: [], except: [], from, length })
  }
  for (const { from, to } of joined(parts)) {
    const day = Math.floor(from / DAY)
    const time = from - day * DAY
    const days = (to - from) / DAY
    if (time === 0 && Number.isInteger(days)) {
      for (let i = 0; i < days; i += 1) add(0, DAY, day + i)
    } else if (to - from <= DAY) add(time, to - from, day)
    else {
      windows.set(`${from} ${to}`, {
        weekdays: 1 << (day % 7),
        monthDays: [],
        lists: [],
        except: [],
        from: time,
        length: to - from,
      })
    }
  }
  return [...windows.values()]
}

/** Times of the week at which something happens often: in at least a part of so many weeks, and twice. */
export function usualTimes(
  at: readonly Instant[],
  zone: Zone,
  weeks: number,
  share: number,
): number[] {
  const counts = countsOf(at.map((one) => timeOfWeek(zone.wallAt(one))))
  const least = Math.max(2, weeks * share)
  return [...counts].flatMap(([time, count]) => (count >= least ? [time] : []))
}
