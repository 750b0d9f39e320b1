/** The line that changes a roster from the next handoff on, where an edit has changed turns that have begun. */
import type { Instant } from '../../../time/instant.ts'
import { dayOfWall, writeWallShort } from '../../../time/wall.ts'
import { startOfDay, type Moment } from '../../../time/written.ts'
import { quoteList } from '../../../time/list.ts'
import type { Place } from '../../../model/place.ts'
import { isAlways, type Layer, type Member, type Rotation } from '../../../model/rotation.ts'
import { formerIds } from '../../../model/same.ts'
import type { Workspace } from '../../../model/workspace.ts'
import { samePeople } from '../../../timeline/compare.ts'
import { dateForHandoff, patternOf } from '../../../timeline/layer.ts'
import { Roster } from '../../../timeline/roster.ts'
import { changesIn } from './begun-turns.ts'
import { edit, type Edited } from './roster-edit.ts'
import type { Rewritten } from './begun-turns.ts'

interface Advice {
  /** A sentence without its full stop. */
  readonly line: string
  readonly place: Place
}

/** Where no other line says what was meant. */
const OVERRIDES = 'Write it as overrides from the next handoff on'

/** How to write what was meant, and where it now stands. */
export function forwardLine(
  { was, is }: Rewritten,
  after: Workspace,
  before: Workspace,
  now: Instant,
): Advice {
  if (was.ahead !== is.ahead || was.follows !== is.follows) {
    return { line: OVERRIDES, place: is.place }
  }
  const former = formerIds(before.people, after.people)
  if (isEndedOnly(was, is, former, now)) {
    const ends = was.layers.map((layer) => ({ layer, at: handoffAfter(layer, now) }))
    const last = ends.reduce((a, b) => (b.at > a.at ? b : a), ends[0] as (typeof ends)[number])
    const date = timeOf(last.layer, last.at)
    return { line: `Write 'end: ${date}', which ends it with its turn`, place: is.place }
  }
  const family = [...before.rotations.values()].filter(({ layers }) => layers === was.layers)
  const renamed = was.layers.length === is.layers.length
  for (const [index, layer] of was.layers.entries()) {
    const same = renamed ? is.layers[index] : is.layers.find(({ name }) => name === layer.name)
    if (same === undefined) {
      const date = timeOf(layer, handoffAfter(layer, now))
      return {
        line: `Keep the layer '${layer.name}', and end it with 'end: ${date}'`,
        place: is.place,
      }
    }
    const advice = ofLayer(layer, same, family, former, after, now)
    if (advice !== undefined) return advice
  }
  const added = is.layers.find(({ name }) => !was.layers.some((layer) => layer.name === name))
  const next = was.layers.map((layer) => ({ layer, at: handoffAfter(layer, now) }))
  const last = next.reduce((a, b) => (b.at > a.at ? b : a), next[0] as (typeof next)[number])
  if (added !== undefined && last !== undefined) {
    return {
      line: `Begin the layer '${added.name}' with 'start: ${timeOf(last.layer, last.at)}', when the turns under way are over, and write overrides for what is earlier`,
      place: added.place,
    }
  }
  return { line: OVERRIDES, place: is.place }
}

/** Whether only the end of the rotation makes the difference. */
function isEndedOnly(
  was: Rotation,
  is: Rotation,
  former: (id: string) => string,
  now: Instant,
): boolean {
  if (is.end === undefined || is.end.instant === was.end?.instant) return false
  const { end: _, ...endless } = is
  const asBefore = was.end === undefined ? endless : { ...endless, end: was.end }
  return was.layers.length > 0 && changesIn(was, asBefore, former, now).length === 0
}

/** What to do about one layer; undefined where it is as it was. */
function ofLayer(
  was: Layer,
  is: Layer,
  family: readonly Rotation[],
  former: (id: string) => string,
  after: Workspace,
  now: Instant,
): Advice | undefined {
  const edited = edit(was.members, is.members, former)
  const end = is.end && !samePattern(was, is) && samePattern({ ...was, end: is.end }, is)
  if (end) {
    const date = timeOf(was, handoffAfter(was, now))
    return { line: `Write 'end: ${date}', which ends it with its turn`, place: is.place }
  }
  if (was.rows !== undefined && is.rows !== undefined) {
    const isKept = samePattern(was, is) && edited?.every(({ how }) => how === 'kept') === true
    const line = 'Leave the rows that have begun as they were, and add new ones'
    return isKept ? undefined : { line, place: is.place }
  }
  const isOther = edited?.some(({ how }) => how !== 'kept') === true && isAlways(was)
  if (!samePattern(was, is) || edited === undefined || isOther) {
    // The first handoff of the new pattern that comes no earlier than the next one of the old.
    const next = handoffAfter(was, now)
    const at = next === Infinity ? next : handoffAfter(is, next - 1)
    const zone = was.zone.name === is.zone.name ? '' : `'timezone: ${is.zone.name}' and `
    return {
      line: `Leave the layer as it was with 'end: ${timeOf(was, at)}', and write the new one after it, under 'layers', with ${zone}'start: ${timeOf(is, at)}'`,
      place: is.place,
    }
  }
  const changed = edited.filter(({ how }) => how !== 'kept')
  if (changed.length === 0) return undefined
  const at = firstHandoff(was, edited, family, now)
  if (at === undefined || at === Infinity) return { line: OVERRIDES, place: is.place }
  const date = writeWallShort(dateForHandoff(was, at).wall)
  const lines = quoteList(changed.map((entry) => write(entry, date)))
  const lost = changed
    .flatMap(({ how, member }) => (how === 'leaves' ? member.people : []))
    .filter((id) => !after.people.has(id))
  const keep = lost.length === 0 ? '' : ` (and keep ${quoteList(lost)} under 'people')`
  const inPlace = changed.find(({ how }) => how !== 'leaves')?.member.place ?? is.place
  return { line: `Write ${lines}${keep}: that changes nothing before ${date}`, place: inPlace }
}

/** Whether the turns of two layers begin and are open at the same times; names do not matter. */
function samePattern(a: Layer, b: Layer): boolean {
  return (
    a.start.instant === b.start.instant &&
    a.end?.instant === b.end?.instant &&
    a.turn.count === b.turn.count &&
    a.turn.unit === b.turn.unit &&
    JSON.stringify([a.rows, a.handoff]) === JSON.stringify([b.rows, b.handoff]) &&
    a.zone.name === b.zone.name &&
    JSON.stringify(a.during.map(plainWindow)) === JSON.stringify(b.during.map(plainWindow))
  )
}

function plainWindow(window: Layer['during'][number]): unknown {
  const { weekdays, monthDays, lists, except, from, length } = window
  const names = [lists, except].map((some) =>
    some.map(({ name, ranges, yearly }) => [name, ranges, yearly]),
  )
  return [weekdays, monthDays, from, length, names]
}

/** The first handoff from which on the edit moves no turn under way, of the rotation and of those that follow it. */
function firstHandoff(
  layer: Layer,
  edited: readonly Edited[],
  family: readonly Rotation[],
  now: Instant,
): Instant | undefined {
  const { turns, roster } = patternOf(layer)
  const current = turns.at(now)
  const furthest = Math.max(0, ...family.map(({ ahead }) => ahead))
  for (let turn = current + 1; turn <= current + 1 + furthest; turn += 1) {
    const at = turns.startOf(turn)
    if (at === Infinity) return undefined
    const wanted = new Roster(dated(edited, { wall: layer.zone.wallAt(at), instant: at }), turns)
    // Their turns up to the present one are held by whoever has the turns up to so many ahead.
    const moves = (k: number): boolean =>
      !samePeople(roster.holderOf(k)?.people ?? [], wanted.holderOf(k)?.people ?? [])
    let k = current + 1
    while (k <= current + furthest && !moves(k)) k += 1
    if (k > current + furthest) return at
  }
  return undefined
}

/** The roster in which the edit begins at a handoff. */
function dated(edited: readonly Edited[], at: Moment): Member[] {
  return edited.map(({ how, member }) => {
    if (how === 'kept') return member
    return how === 'comes' ? { ...member, from: at } : { ...member, until: at }
  })
}

/** When the turn under way is over: of one that never ends, after today; Infinity where no other comes. */
export function handoffAfter(layer: Layer, now: Instant): Instant {
  const { zone, start, turn } = layer
  const { turns } = patternOf(layer)
  const next = turns.startOf(Math.max(0, turns.at(now) + 1))
  if (turn.count < Infinity || next < Infinity) return next
  return startOfDay(zone, dayOfWall(zone.wallAt(Math.max(now, start.instant))) + 1)
}

/** A layer begins and ends at the very time of a handoff. */
export function timeOf({ zone }: Layer, at: Instant): string {
  if (at === Infinity) return 'DATE'
  return writeWallShort(zone.wallAt(at))
}

function write({ how, member }: Edited, date: string): string {
  const { people, from, until } = member
  const who = people.length > 1 ? `[${people.join(', ')}]` : (people[0] ?? 'nobody')
  const times = [
    how === 'comes' ? `from: ${date}` : from && `from: ${writeWallShort(from.wall)}`,
    how === 'leaves' ? `until: ${date}` : until && `until: ${writeWallShort(until.wall)}`,
  ].filter((time) => time !== undefined)
  return `{ who: ${[who, ...times].join(', ')} }`
}
