/** The shifts of a rotation as events. */
import { DAY, SECOND, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { dayOf } from '../time/wall.ts'
import { sayFullTime } from '../time/words.ts'
import type { Override, Rotation } from '../model/rotation.ts'
import { turnsWithin } from '../timeline/rotation.ts'
import { shiftsOf, type Shift } from '../timeline/shifts.ts'
import { endOfStay, goesOn } from '../timeline/stays.ts'
import { uidOf, type CalendarEvent } from './event.ts'
import { nameAll, type Naming, type Readers } from './names.ts'
import { cleanLine, cleanText } from './text.ts'

/** The first instant that a calendar cannot hold: years have four digits (RFC 5545, section 3.3.5). */
const TOO_LATE: Instant = dayOf(10_000, 1, 1) * DAY

/**
 * The shifts that touch an interval, each whole; only one that never ends is cut, at the interval's end.
 * No two share a UID: the spans of a timeline are disjoint and not empty, so each has its own start.
 */
export function shiftEvents(
  rotation: Rotation,
  readers: Readers,
  within: Interval,
  { team, key }: Naming,
): CalendarEvent[] {
  const shifts = shiftsOf(rotation, within)
  const last = shifts.at(-1)
  if (last === undefined) return []
  // Who is next must not depend on the interval, so the last one's is looked for beyond it.
  const after = isEndless(last) ? undefined : endOfStay(rotation, last).next
  const next = relievers(shifts, after)
  const cut = Math.floor(within.end / SECOND) * SECOND
  const name = cleanLine(rotation.name) || rotation.id
  return shifts.map((shift, i) => ({
    uid: uidOf('shift', rotation.id, shift.start, team),
    start: shift.start,
    end: isEndless(shift) ? cut : shift.end,
    ...summariesOf(shift, name, readers, key),
    description: describe(shift, next[i], readers),
    transparent: true,
    people: shift.people,
  }))
}

/**
 * Everywhere it begins with whom it is about, in their own files with what they are then. Where a service pages by it,
 * it is what that service knows them by, and nothing else.
 */
function summariesOf(
  { people }: Shift,
  rotation: string,
  readers: Readers,
  key: string | undefined,
): Pick<CalendarEvent, 'summary' | 'summaries'> {
  if (key === undefined) {
    const summaries = new Map(people.map((id) => [id, `On call: ${rotation}`]))
    return { summary: `${nameAll(readers, people)}: ${rotation}`, summaries }
  }
  const known = people.map((id) => readers.get(id)?.keys.get(key) ?? '')
  return { summary: known.join(', '), summaries: new Map() }
}

/** For each shift the first one after it that is somebody else's or comes after a gap; `after` behind the last. */
function relievers(shifts: readonly Shift[], after: Shift | undefined): (Shift | undefined)[] {
  const found: (Shift | undefined)[] = []
  let next = after
  for (const [i, shift] of [...shifts.entries()].reverse()) {
    found[i] = next
    const before = shifts[i - 1]
    if (before !== undefined && !goesOn(before, shift)) next = shift
  }
  return found
}

function isEndless({ end }: Shift): boolean {
  return end >= TOO_LATE
}

/** When in the zone of each who holds it, why, and who is next. */
function describe(shift: Shift, next: Shift | undefined, readers: Readers): string {
  const lines: string[] = []
  for (const id of shift.people) {
    const reader = readers.get(id)
    if (reader === undefined) continue
    const { name, zone } = reader
    const start = sayFullTime(zone, shift.start)
    const time = isEndless(shift)
      ? `from ${start}, without end`
      : `${start} to ${sayFullTime(zone, shift.end)}`
    lines.push(`${name}: ${time} (${zone.nameAt(shift.start)})`)
  }
  lines.push(...sayWhy(shift, readers))
  if (!isEndless(shift)) lines.push(`Next: ${sayNext(next, readers)}`)
  return lines.join('\n')
}

function sayNext(next: Shift | undefined, readers: Readers): string {
  if (next === undefined) return 'nobody'
  const each = next.people.map((id) => {
    const reader = readers.get(id)
    if (reader === undefined) return id
    return `${reader.name}, from ${sayFullTime(reader.zone, next.start)} (${reader.zone.nameAt(next.start)})`
  })
  return each.join('; ')
}

function sayWhy(shift: Shift, readers: Readers): string[] {
  const { layer, turn, overrides } = shift
  const lines = layer === null ? [] : [`${sayLayer(layer.name)}, turn ${turn}`]
  for (const override of overrides) {
    const names = nameAll(readers, override.people)
    const replaced = replacedBy(override, shift)
    const instead = replaced.length === 0 ? '' : ` instead of ${nameAll(readers, replaced)}`
    const what = override.kind === 'add' ? `${names} added` : names + instead
    const why = override.why === undefined ? '' : cleanText(override.why)
    lines.push(`Override: ${what}${why && `: ${why}`}`)
  }
  return lines
}

/** A layer without a name is known by its number. */
function sayLayer(name: string): string {
  const clear = cleanLine(name)
  return /^\d+$/.test(clear) ? `Layer ${clear}` : clear
}

/** Whom an override replaces: the one whom it names, or those whose turn it would have been. */
function replacedBy({ kind, people, insteadOf }: Override, shift: Shift): readonly string[] {
  if (kind === 'add') return []
  if (insteadOf !== undefined) return [insteadOf]
  const ids = new Set(turnsWithin(shift.rotation, shift).flatMap((span) => span.people))
  return [...ids].filter((id) => !people.includes(id))
}
