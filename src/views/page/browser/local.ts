/** Everybody's local time, where that is not the time that is shown already. */
import { Clock, DAY, HOUR, weekdayName } from './clock.ts'
import { h } from './dom.ts'
import { firstName, nameAll, zoneOf } from './names.ts'
import type { Person } from './things.ts'

/** Those who have the same time on their clocks. */
export interface LocalTime {
  /** `17:00`; `Fri 04:45` where that is another day. */
  readonly time: string
  readonly isNight: boolean
  readonly people: readonly Person[]
  readonly zones: readonly string[]
}

/** The times of day of people at an instant, from the west to the east; none where all have that of the clock. */
export function localTimes(people: readonly Person[], at: number, clock: Clock): LocalTime[] {
  const groups = new Map<number, Person[]>()
  for (const person of people) {
    const own = Clock.of(zoneOf(person, at))
    if (!own.isKnown) continue
    const offset = own.offsetAt(at)
    groups.set(offset, [...(groups.get(offset) ?? []), person])
  }
  if ([...groups.keys()].every((offset) => offset === clock.offsetAt(at))) return []
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([, there]) => {
      const zones = [...new Set(there.map((person) => zoneOf(person, at)))]
      const own = Clock.of(zones[0] ?? 'UTC')
      const day = own.dayAt(at)
      const other = day === clock.dayAt(at) ? '' : `${weekdayName(day)} `
      const hour = own.wallAt(at) - day * DAY
      const isNight = hour >= 22 * HOUR || hour < 7 * HOUR
      return { time: `${other}${own.time(at)}`, isNight, people: there, zones }
    })
}

const NIGHT = ' (night)'

/** First names are enough for so many; more are counted. */
const NAMED = 6

/** In a line: `17:00 Alice, Carol`, `21:30 Priya, at night`. */
export function localLine(times: readonly LocalTime[]): HTMLElement | null {
  if (times.length === 0) return null
  const line = h('span', { class: 'times' })
  for (const { time, isNight, people } of times) {
    const who = people.length > NAMED ? `${people.length} people` : people.map(firstName).join(', ')
    line.append(h('span', {}, h('b', {}, time), ` ${who}${isNight ? NIGHT : ''}`))
  }
  return line
}

/** A line for each, with whole names and zones. */
export function localLines(times: readonly LocalTime[]): HTMLElement[] {
  return times.map(({ time, isNight, people, zones }) =>
    h(
      'p',
      { class: 'faint' },
      h('b', {}, time),
      ` ${nameAll(people)} (${zones.join(', ')})${isNight ? NIGHT : ''}`,
    ),
  )
}
