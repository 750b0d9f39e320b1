/** The turns of a layer within its restrictions. */
import { overlaps, united, within, withinAny, type Interval } from '../interval.ts'
import type { Readings } from '../readings.ts'
import { DAY, instantOf, midnightOf, SECOND, wallAt, WEEK, weekdayOf } from '../zone.ts'
import type { Restriction, Setting } from './layer.ts'

/** Somebody on call for a stretch. */
export interface Entry extends Interval {
  readonly user: string
}

/** Those that touch the range, whole. */
export function turnsOf(
  setting: Setting,
  zone: string,
  range: Interval,
  readings: Readings,
): Entry[] {
  const windows = windowsOf(setting.restrictions, zone, range, readings)
  const open = withinAny(rounds(setting, zone, range, readings), windows)
  return within(open, { start: setting.start, end: setting.end }).filter((entry) =>
    overlaps(entry, range),
  )
}

/** The turns as they go round, without regard to when the layer is in force. */
function rounds(
  { virtualStart, turnSeconds, users }: Setting,
  zone: string,
  range: Interval,
  { wholeDayTurns }: Readings,
): Entry[] {
  const length = turnSeconds * SECOND
  const byWall = length % DAY === 0 && wholeDayTurns === 'wall'
  const wall = wallAt(zone, virtualStart)
  const startOf = (k: number): number =>
    byWall ? instantOf(zone, wall + k * length) : virtualStart + k * length
  const entries: Entry[] = []
  for (
    let k = Math.floor((range.start - virtualStart - DAY) / length);
    startOf(k) < range.end;
    k += 1
  ) {
    const user = users[((k % users.length) + users.length) % users.length]
    if (user !== undefined) entries.push({ start: startOf(k), end: startOf(k + 1), user })
  }
  return entries.filter(({ start, end }) => start < end)
}

/** When the restrictions let somebody be on call, around the range; always where there are none. */
function windowsOf(
  restrictions: readonly Restriction[],
  zone: string,
  range: Interval,
  { restrictionEnd }: Readings,
): readonly Interval[] {
  if (restrictions.length === 0) return [{ start: -Infinity, end: Infinity }]
  const first = midnightOf(wallAt(zone, range.start)) - WEEK - DAY
  const last = wallAt(zone, range.end) + WEEK + DAY
  const windows: Interval[] = []
  for (let day = first; day < last; day += DAY) {
    for (const restriction of restrictions) {
      if (restriction.type === 'weekly_restriction') {
        if (restriction.start_day_of_week !== weekdayOf(day)) continue
      }
      const wall = day + timeOfDay(restriction.start_time_of_day)
      const start = instantOf(zone, wall)
      const length = restriction.duration_seconds * SECOND
      const end = restrictionEnd === 'wall' ? instantOf(zone, wall + length) : start + length
      windows.push({ start, end })
    }
  }
  // A shift through two that overlap or touch is not cut between them.
  return united(windows)
}

function timeOfDay(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number)
  return ((hours * 60 + minutes) * 60 + seconds) * SECOND
}
