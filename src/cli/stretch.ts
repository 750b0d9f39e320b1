/** Days and stretches as arguments name them: `tomorrow`, `2026-12-24..2027-01-03`, `today 12:00..friday`. */
import { DAY, END_OF_TIME, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { addMonths, dayOfWall, type Day } from '../time/wall.ts'
import { startOfDay, type DayRange } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'
import { Failure } from '../io/failure.ts'
import type { Look } from '../views/look.ts'

/** Whole days, by whatever calendar; or a stretch between two instants. */
export type Named = { readonly days: DayRange } | { readonly stretch: Interval }

/** What a text names; `what` is where it was typed, for the mistake. */
export async function stretchNamed(text: string, what: string, look: Look): Promise<Named> {
  const { readWhen } = await import('../time/when.ts')
  const [first = '', last, more] = text.split('..').map((part) => part.trim())
  const fault = (why: string): Failure => new Failure(`${what} '${text}': ${why}`, 2)
  if (more !== undefined || first === '' || last === '') {
    throw fault(`expected a day, or a range such as '2026-12-24..2027-01-03'`)
  }
  const read = (part: string): { at: Instant; days: DayRange | undefined } => {
    const at = readWhen(part, look.zone, look.now)
    if (typeof at === 'string') throw fault(at)
    if (at < -DAY || at > END_OF_TIME) throw fault('the years are 1970 to 2200')
    return { at, days: daysNamed(part, at, look.zone) }
  }
  const from = read(first)
  const to = last === undefined ? from : read(last)
  if (from.days !== undefined && to.days !== undefined) {
    const days = { first: from.days.first, last: to.days.last }
    if (days.last < days.first) throw fault('it ends before it begins')
    return { days }
  }
  if (last === undefined) {
    throw fault(`until when? Write a day, or '${first}..' and the end behind it`)
  }
  const end = to.days === undefined ? to.at : startOfDay(look.zone, to.days.last + 1)
  if (end <= from.at) throw fault('it ends before it begins')
  return { stretch: { start: from.at, end } }
}

/** A named stretch between instants; its days are those of a zone. */
export function intervalOf(named: Named, zone: Zone): Interval {
  if ('stretch' in named) return named.stretch
  const { first, last } = named.days
  return { start: startOfDay(zone, first), end: startOfDay(zone, last + 1) }
}

/** The days that a text means by itself: one, a week or a month; none where it says a time of day. */
function daysNamed(text: string, at: Instant, zone: Zone): DayRange | undefined {
  const wall = zone.wallAt(at)
  const first = dayOfWall(wall)
  if (/\d:\d|^now$|\d\s*(h|min)$/i.test(text) || startOfDay(zone, first) !== at) return undefined
  return { first, last: first + lengthOf(text, first) - 1 }
}

function lengthOf(text: string, first: Day): number {
  if (/^\d{4}-w\d\d$|\bweek$/i.test(text)) return 7
  if (/^\d{4}-\d\d$|\bmonth$/i.test(text)) return dayOfWall(addMonths(first * DAY, 1)) - first
  return 1
}
