/**
 * Who is on call by a schedule's answer, rendered the slow way: every few minutes it is asked what a clock on the wall
 * shows there, and who that makes it. Shares nothing with what it is held against.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- what was recorded is looked into, and a test fails where it is something else
type Any = any

export interface Entry {
  readonly start: number
  readonly end: number
  readonly user: string
}

const STEP = 300_000
const DAY = 86_400_000

/** What each layer shows by itself, by its id, and what is seen of them all: the first in the answer lies on top. */
export function renderLayers(
  schedule: Any,
  since: number,
  until: number,
): { readonly layers: ReadonlyMap<string, Entry[]>; readonly final: Entry[] } {
  const wall = wallClock(schedule.time_zone)
  const edges = (schedule.schedule_layers as Any[]).flatMap((one) =>
    [one.start, one.end].filter(Boolean).map((at: string) => Date.parse(at)),
  )
  const times = steps(since, until, edges)
  const layers = new Map<string, Entry[]>()
  const top: (string | undefined)[] = times.map(() => undefined)
  for (const layer of schedule.schedule_layers as Any[]) {
    const seen = times.map(holdersOf(layer, wall))
    seen.forEach((user, i) => (top[i] ??= user))
    layers.set(layer.id, entriesOf(times, seen, until))
  }
  return { layers, final: entriesOf(times, top, until) }
}

function holdersOf(layer: Any, wall: (at: number) => number): (at: number) => string | undefined {
  const end = layer.end ? Date.parse(layer.end) : Infinity
  const { users, restrictions, rotation_turn_length_seconds: seconds } = layer
  const [start, first] = [Date.parse(layer.start), Date.parse(layer.rotation_virtual_start)]
  const isDays = seconds % 86_400 === 0
  const windows = (restrictions as Any[]).map(windowOf)
  const began = wall(first)
  return (at) => {
    if (at < start || at >= end || users.length === 0) return undefined
    const clock = wall(at)
    if (windows.length > 0 && !windows.some((isOpen) => isOpen(clock))) return undefined
    const passed = isDays ? clock - began : at - first
    const turn = Math.floor(passed / 1000 / seconds)
    return users[modulo(turn, users.length)].user.id
  }
}

function windowOf(restriction: Any): (wall: number) => boolean {
  const [hours, minutes, seconds] = restriction.start_time_of_day.split(':').map(Number)
  const opens = ((hours * 60 + minutes) * 60 + seconds) * 1000
  const isWeekly = restriction.type === 'weekly_restriction'
  const round = isWeekly ? 7 * DAY : DAY
  // The first of January 1970 was a Thursday.
  const day = isWeekly ? (restriction.start_day_of_week - 4) * DAY : 0
  return (wall) => modulo(wall - opens - day, round) < restriction.duration_seconds * 1000
}

/** What is left of a whole number, never below 0; quicker than `%`, and asked a million times. */
function modulo(a: number, n: number): number {
  return a - Math.floor(a / n) * n
}

/** What a wall clock shows, as if it were UTC; clocks change on quarters of hours alone. */
function wallClock(zone: string): (at: number) => number {
  const known = clocks.get(zone) ?? newClock(zone)
  clocks.set(zone, known)
  return known
}

const clocks = new Map<string, (at: number) => number>()

function newClock(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const offsets = new Map<number, number>()
  const offsetAt = (at: number): number => {
    const known = offsets.get(at)
    if (known !== undefined) return known
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    ) as Record<string, number>
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts
    const offset = Date.UTC(year, month - 1, day, hour, minute, second) - at
    offsets.set(at, offset)
    return offset
  }
  // It is asked about one step after the other, and Intl takes its time: no clock changes twice within six hours.
  let last = { start: NaN, end: NaN, offset: 0 }
  return (at) => {
    if (!(at >= last.start && at < last.end)) {
      const start = startOf(at, SIX_HOURS)
      const isEven = offsetAt(start) === offsetAt(start + SIX_HOURS)
      const [from, length] = isEven ? [start, SIX_HOURS] : [startOf(at, QUARTER), QUARTER]
      last = { start: from, end: from + length, offset: offsetAt(from) }
    }
    return at + last.offset
  }
}

const QUARTER = 900_000
const SIX_HOURS = 24 * QUARTER

function startOf(at: number, length: number): number {
  return Math.floor(at / length) * length
}

/** Weekly events of one time of day by the wall clock, as an answer of the newer kind shows them; members are held in order. */
export function renderEvents(schedule: Any, since: number, until: number): Any[] {
  const entries: Any[] = []
  for (const rotation of schedule.rotations as Any[]) {
    for (const event of rotation.events as Any[]) {
      const wall = wallClock(event.start_time.time_zone)
      const first = wall(Date.parse(event.start_time.date_time))
      const length = wall(Date.parse(event.end_time.date_time)) - first
      const days = /BYDAY=([A-Z,]+)/.exec(event.recurrence[0])?.[1]?.split(',') ?? []
      const members = event.assignment_strategy.members as Any[]
      const times = steps(since, until, [])
      const occurrences: number[] = []
      for (let opens = first; opens < wall(until); opens += DAY) {
        const day = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(opens).getUTCDay()] ?? ''
        if (days.includes(day)) occurrences.push(opens)
      }
      let place = -1
      const seen = times.map((at) => {
        const clock = wall(at)
        while ((occurrences[place + 1] ?? Infinity) <= clock) place += 1
        const opens = occurrences[place]
        return opens === undefined || clock >= opens + length
          ? undefined
          : `${members[place % members.length].user_id} ${place}`
      })
      for (const { start, end, user } of entriesOf(times, seen, until)) {
        entries.push({
          type: 'computed_shift_assignment',
          start_time: new Date(start).toISOString(),
          end_time: new Date(end).toISOString(),
          member: { type: 'user_member', user_id: user.split(' ')[0] },
          source: { type: 'schedule_rotation', rotation_id: rotation.id },
        })
      }
    }
  }
  return entries
}

function steps(since: number, until: number, edges: readonly number[]): number[] {
  const times = [since, ...edges.filter((at) => at > since && at < until)]
  for (let at = (Math.floor(since / STEP) + 1) * STEP; at < until; at += STEP) times.push(at)
  return [...new Set(times)].sort((a, b) => a - b)
}

function entriesOf(
  times: readonly number[],
  seen: readonly (string | undefined)[],
  until: number,
): Entry[] {
  const entries: Entry[] = []
  let first = 0
  for (let i = 1; i <= times.length; i += 1) {
    if (i < times.length && seen[i] === seen[first]) continue
    const user = seen[first]
    if (user !== undefined)
      entries.push({ start: times[first] ?? until, end: times[i] ?? until, user })
    first = i
  }
  return entries
}
