/** What a change means for each person: shifts, hours, holidays; apart for what is to come and what is past. */
import { DAY, type Instant } from '../time/instant.ts'
import { intersection, joined, without, type Interval } from '../time/interval.ts'
import { dayOfWall, type Day } from '../time/wall.ts'
import { startOfDay } from '../time/written.ts'
import type { Person } from '../model/person.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { shiftsOf } from '../timeline/shifts.ts'
import { freeDays } from './burden.ts'
import type { RotationDiff } from './diff-rotations.ts'
import type { Sides } from './sides.ts'

/** More or less than before; negative where it is less. */
export interface Tally {
  /** Turns and overrides that touch the range and that the person has a part in. */
  readonly shifts: number
  /** Milliseconds. */
  readonly time: number
}

/** What differs for a person: how much they gain and lose. */
export interface PersonDiff {
  readonly id: string
  /** From now on. */
  readonly ahead: Tally
  readonly past: Tally
  /** Whether they are on call at the very times as before, but for another rotation. */
  readonly sameTimes: boolean
  /** Holidays to come on which the person is no longer on call, and on which they now are. */
  readonly freed: readonly Day[]
  readonly taken: readonly Day[]
}

/** Everybody who is on call at other times than before, in the order of the people. */
export function personDiffs(
  rotations: readonly RotationDiff[],
  { before, after }: Sides,
  within: Interval,
  now: Instant,
  latter: (id: string) => string,
): PersonDiff[] {
  const books = new Map<string, Book>()
  const bookOf = (id: string): Book => {
    const book = books.get(id) ?? { more: [], less: [], ahead: 0, past: 0 }
    books.set(id, book)
    return book
  }
  for (const { before: was, after: is, stretches } of rotations) {
    for (const stretch of stretches) {
      for (const id of stretch.before)
        if (!stretch.after.includes(id)) bookOf(id).less.push(stretch)
      for (const id of stretch.after)
        if (!stretch.before.includes(id)) bookOf(id).more.push(stretch)
    }
    if (stretches.length === 0) continue
    count(was, within, now, latter, (id, when) => (bookOf(id)[when] -= 1))
    count(
      is,
      within,
      now,
      (id) => id,
      (id, when) => (bookOf(id)[when] += 1),
    )
  }
  const order = [...new Set([...after.people.keys(), ...before.people.keys()])]
  return order.flatMap((id) => {
    const book = books.get(id)
    if (book === undefined || (book.more.length === 0 && book.less.length === 0)) return []
    const person = after.people.get(id) ?? before.people.get(id)
    const future = { start: now, end: Infinity }
    const gone = { start: -Infinity, end: now }
    return {
      id,
      ahead: { shifts: book.ahead, time: timeIn(book, future) },
      past: { shifts: book.past, time: timeIn(book, gone) },
      sameTimes: sameTimes(book.more, book.less),
      ...(person === undefined
        ? { freed: [], taken: [] }
        : holidaysMoved(person, after, book, {
            start: Math.max(now, within.start),
            end: within.end,
          })),
    }
  })
}

interface Book {
  readonly more: Interval[]
  readonly less: Interval[]
  /** Shifts more or less. */
  ahead: number
  past: number
}

function sameTimes(a: readonly Interval[], b: readonly Interval[]): boolean {
  const [one, other] = [a, b].map(joined)
  const left = [without(one ?? [], other ?? []), without(other ?? [], one ?? [])]
  return left.every(({ length }) => length === 0)
}

/** Counts each turn, and each override, once for everybody who has a part in it, in however many pieces. */
function count(
  rotation: Rotation | undefined,
  within: Interval,
  now: Instant,
  latter: (id: string) => string,
  add: (id: string, when: 'ahead' | 'past') => void,
): void {
  if (rotation === undefined) return
  const seen = new Set<string>()
  for (const { people, layer, turn, overrides, start, end } of shiftsOf(rotation, within)) {
    const what = layer === null ? `${overrides[0]?.place.from}` : `${layer.name} ${turn}`
    const when = end <= now ? 'past' : 'ahead'
    for (const id of people) {
      const key = `${id} ${what} ${layer === null ? start : ''}`
      if (seen.has(key)) continue
      seen.add(key)
      add(latter(id), when)
    }
  }
}

function timeIn({ more, less }: Book, within: Interval): number {
  return lengthIn(more, within) - lengthIn(less, within)
}

function lengthIn(stretches: readonly Interval[], within: Interval): number {
  return stretches.reduce((sum, stretch) => {
    const part = intersection(stretch, within)
    return part === undefined ? sum : sum + part.end - part.start
  }, 0)
}

/** Holidays of the person's country, and the dates that the workspace lists, as statistics count them. */
function holidaysMoved(
  person: Person,
  { holidays }: Workspace,
  book: Book,
  within: Interval,
): Pick<PersonDiff, 'freed' | 'taken'> {
  if (within.end <= within.start) return { freed: [], taken: [] }
  const { zone } = person
  const first = dayOfWall(zone.wallAt(within.start))
  const last = dayOfWall(zone.wallAt(Math.min(within.end, within.start + 3660 * DAY)))
  const days = freeDays(person, holidays.values(), first, last)
  const change = (day: Day): number =>
    timeIn(book, { start: startOfDay(zone, day), end: startOfDay(zone, day + 1) })
  return {
    freed: days.filter((day) => change(day) < 0),
    taken: days.filter((day) => change(day) > 0),
  }
}
