/** What a layer-based schedule can go on with by itself, and what its layers give, by PagerDuty's own rules. */
import { DAY, HOUR, SECOND, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { writeTimeOfDay, writeUtc } from '../../time/wall.ts'
import { readTimeOfDay } from '../../time/written.ts'
import { UTC, type Zone } from '../../time/zone.ts'
import type { Layer, Member, Rotation } from '../../model/rotation.ts'
import { EVERY_DAY, EVERY_WEEKDAY } from '../../model/days.ts'
import { hangsOnDates, type Window } from '../../model/window.ts'
import { layerSpans, patternOf } from '../../timeline/layer.ts'
import { openWithin } from '../../timeline/windows.ts'
import type { Stint } from '../../sync/schedule.ts'
import { AHEAD } from '../../sync/wish.ts'
import { recurring } from '../always.ts'
import type { Json } from '../json.ts'
import { nameWithin, zoneName } from '../request.ts'
import type { PagerDutyLayer, Restriction } from '../remote.ts'

/** A layer of the file as PagerDuty can hold it, from an instant on until something about it changes. */
export interface NativeLayer {
  readonly name: string
  readonly seconds: number
  readonly restrictions: readonly Restriction[]
  readonly layer: Layer
  readonly stints: readonly Stint[]
}

/** A layer that is to be. */
export interface NewLayer extends Omit<PagerDutyLayer, 'id' | 'name' | 'rendered'> {
  readonly name: string
}

/** The layers of a rotation that a schedule in a zone can hold, from the bottom up. */
export function nativeLayers(
  written: Rotation,
  idOf: ReadonlyMap<string, string>,
  zone: Zone,
  now: Instant,
): NativeLayer[] {
  const rotation = recurring(written, zone)
  const { layers } = rotation
  const within = { start: now, end: now + AHEAD }
  const hasChanges = zone.changesIn(within).length > 0
  const isOne = (people: readonly string[]): boolean =>
    people.length === 1 && people.every((person) => idOf.has(person))
  return layers.flatMap((layer, i) => {
    const seconds = secondsOf(layer)
    if (seconds === undefined || seconds > 365 * 86_400) return []
    const restrictions = restrictionsOf(layer.during)
    // Turns of whole days go by the schedule's wall clock, and hours never do.
    const isOffClock = isHours(layer) && seconds % 86_400 === 0 && hasChanges
    const isHidden = layers
      .slice(i + 1)
      .some(
        ({ during, rows, end, start }) =>
          during.length === 0 && rows === undefined && !end && start.instant <= now,
      )
    if (
      restrictions === undefined ||
      isHidden ||
      isOffClock ||
      (hasZone(layer) && !isSameZone(layer.zone, zone, now)) ||
      layer.members.some((member) => isToCome(member, now) && !isOne(member.people))
    ) {
      return []
    }
    const spans = layerSpans(rotation, layer, within)
    if (!spans.every(({ people }) => isOne(people))) return []
    const stints = spans.map(({ start, end, people }) => ({
      start,
      end,
      user: idOf.get(people[0] ?? '') ?? null,
    }))
    return stints.length === 0 ? [] : [{ name: layer.name, seconds, restrictions, layer, stints }]
  })
}

/** Whoever has left need not be known any more: no turn that begins from now on is theirs. */
function isToCome({ until }: Member, now: Instant): boolean {
  return until === undefined || until.instant > now
}

/** The zone for a new schedule: that of the first layer to which it matters. */
export function zoneFor({ layers, zone }: Rotation): Zone {
  return (layers.find(hasZone) ?? { zone: layers.length > 0 ? UTC : zone }).zone
}

/** Whether the wall clock of its zone matters to a layer. */
function hasZone(layer: Layer): boolean {
  return !isHours(layer) || layer.during.length > 0
}

function isHours({ turn }: Layer): boolean {
  return turn.unit === 'hours'
}

/** The layers that hold a native one from an instant on: the next begins wherever its roster changes. */
export function chainOf(
  { layer, name, seconds, restrictions }: NativeLayer,
  ahead: number,
  idOf: ReadonlyMap<string, string>,
  from: Instant,
  now: Instant,
): NewLayer[] {
  const last = now + AHEAD
  const { turns, roster } = patternOf(layer)
  const begins = Math.max(from, layer.start.instant)
  const ends = layer.end?.instant ?? Infinity
  const starts = [begins]
  for (let turn = Math.max(turns.at(begins), 0); turns.startOf(turn + 1) < last; turn += 1) {
    const [a, b] = [roster.at(turn + ahead), roster.at(turn + 1 + ahead)]
    const isAlike = a.length === b.length && a.every((member, i) => member === b[i])
    const next = turns.startOf(turn + 1)
    if (!isAlike && next > begins) starts.push(next)
  }
  return starts.flatMap((start, i): NewLayer[] => {
    if (start >= Math.min(ends, last)) return []
    const turn = turns.at(start)
    const members = roster.at(turn + ahead)
    const holder = roster.holderOf(turn + ahead)
    const first = holder === undefined ? -1 : members.indexOf(holder)
    if (first < 0) return []
    const users = [...members.slice(first), ...members.slice(0, first)].flatMap(
      ({ people: [person = ''] }) => idOf.get(person) ?? [],
    )
    const virtualStart = turns.startOf(turn)
    const end = Math.min(starts[i + 1] ?? Infinity, ends)
    return [{ name, start, end, virtualStart, seconds, users, restrictions }]
  })
}

/** What a layer that stands in PagerDuty gives, turns of whole days by the wall clock. */
export function layerStints(
  layer: Pick<PagerDutyLayer, 'virtualStart' | 'seconds' | 'users' | 'restrictions'> & Interval,
  zone: Zone,
  within: Interval,
): Stint[] {
  const start = Math.max(layer.start, layer.virtualStart, within.start)
  const end = Math.min(layer.end, within.end)
  if (start >= end || layer.users.length === 0) return []
  const length = layer.seconds * SECOND
  const isWall = length % DAY === 0
  const wall = zone.wallAt(layer.virtualStart)
  const startOf = (turn: number): Instant =>
    isWall ? zone.instantAt(wall + turn * length) : layer.virtualStart + turn * length
  const windows = layer.restrictions.map(windowOf)
  const open = windows.length === 0 ? [{ start, end }] : openWithin(windows, zone, { start, end })
  const stints: Stint[] = []
  for (const stretch of open) {
    let turn = Math.max(0, Math.floor((stretch.start - layer.virtualStart) / length) - 1)
    while (startOf(turn + 1) <= stretch.start) turn += 1
    for (; startOf(turn) < stretch.end; turn += 1) {
      const stint = {
        start: Math.max(startOf(turn), stretch.start),
        end: Math.min(startOf(turn + 1), stretch.end),
        user: layer.users[turn % layer.users.length] ?? null,
      }
      if (stint.start < stint.end) stints.push(stint)
    }
  }
  return stints
}

/** A layer, as it is sent. */
export function layerBody(layer: NewLayer & { readonly id?: string }): Json {
  return {
    ...(layer.id !== undefined && { id: layer.id }),
    ...(/^\d+$/.test(layer.name) || layer.name === '' ? {} : { name: nameWithin(layer.name) }),
    // An offset has been seen to be lost on the way, so that all times are in UTC.
    start: writeUtc(layer.start),
    // Of a layer that is there null clears its end; a new one that does not end names none.
    ...(layer.end < Infinity && { end: writeUtc(layer.end) }),
    ...(layer.end === Infinity && layer.id !== undefined && { end: null }),
    rotation_virtual_start: writeUtc(layer.virtualStart),
    rotation_turn_length_seconds: layer.seconds,
    users: layer.users.map((id) => ({ user: { id, type: 'user_reference' } })),
    restrictions: layer.restrictions,
  }
}

function secondsOf({ turn, during, rows }: Layer): number | undefined {
  if (rows !== undefined) return undefined
  switch (turn.unit) {
    case 'hours':
      return (turn.count * HOUR) / SECOND
    case 'days':
      return turn.count * 86_400
    case 'weeks':
      return turn.count * 7 * 86_400
    case 'months':
      return undefined
    case 'shifts': {
      const [window, ...more] = during
      if (window === undefined || more.length > 0 || window.length > 7 * DAY) return undefined
      if (window.weekdays === EVERY_WEEKDAY && window.length < DAY) return turn.count * 86_400
      const isOneDay = (window.weekdays & (window.weekdays - 1)) === 0 && window.weekdays !== 0
      return isOneDay ? turn.count * 7 * 86_400 : undefined
    }
  }
}

function restrictionsOf(windows: readonly Window[]): Restriction[] | undefined {
  const all: Restriction[] = []
  for (const window of windows) {
    const { weekdays, from, length } = window
    if (hangsOnDates(window) || length > 7 * DAY) return undefined
    const time = writeTimeOfDay(from)
    const start = time.length === 5 ? `${time}:00` : time
    const common = { start_time_of_day: start, duration_seconds: length / SECOND }
    if (weekdays === EVERY_WEEKDAY && length < DAY) {
      all.push({ type: 'daily_restriction', ...common })
      continue
    }
    for (let day = 0; day < 7; day += 1) {
      if (((weekdays >> day) & 1) === 1) {
        all.push({ type: 'weekly_restriction', ...common, start_day_of_week: day + 1 })
      }
    }
  }
  return all
}

/** The window of a restriction. */
export function windowOf(restriction: Restriction): Window {
  const from = readTimeOfDay(restriction.start_time_of_day)
  const isDaily = restriction.type === 'daily_restriction'
  return {
    ...EVERY_DAY,
    ...(!isDaily && { weekdays: 1 << ((restriction.start_day_of_week ?? 1) - 1) }),
    except: [],
    from: typeof from === 'string' ? 0 : from,
    length: restriction.duration_seconds * SECOND,
  }
}

/** Whether two zones show the same time for as long as it matters, be they links of one another. */
function isSameZone(a: Zone, b: Zone, now: Instant): boolean {
  if (zoneName(a) === zoneName(b)) return true
  const around = { start: now - 400 * DAY, end: now + 800 * DAY }
  const said = (zone: Zone): string =>
    JSON.stringify([zone.offsetAt(around.start), zone.changesIn(around)])
  return said(a) === said(b)
}
