/** Days and stretches as arguments name them: `tomorrow`, `2026-12-24..2027-01-03`, `tonight`, `friday 18:00..22:00`. */
import { minuteOf } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { rangesMeantBy } from '../time/range-habits.ts'
import { startOfDay, type DayRange } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'
import { Failure } from '../io/failure.ts'
import type { Look } from '../views/look.ts'
import { timeNamed } from './times.ts'

/** Whole days, by whatever calendar; or a stretch between two instants. */
export type Named = { readonly days: DayRange } | { readonly stretch: Interval }

/** What a text names; `what` is where it was typed, for the mistake, which says how to type what was meant. */
export async function stretchNamed(text: string, what: string, asked: Look): Promise<Named> {
  // What is written counts in minutes: the file has no place for the thousandths at which somebody typed it.
  const look = { ...asked, now: minuteOf(asked.now) }
  const found = await stretchIn(text, what, look)
  if (!(found instanceof Failure)) return found
  for (const meant of rangesMeantBy(text)) {
    if (!((await stretchIn(meant, what, look)) instanceof Failure)) {
      throw new Failure(`${what} '${text}': write '${meant}'`, 2)
    }
  }
  throw found
}

async function stretchIn(text: string, what: string, look: Look): Promise<Named | Failure> {
  try {
    return await readStretch(text, what, look)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

async function readStretch(text: string, what: string, look: Look): Promise<Named> {
  const [first = '', last, more] = text.split('..').map((part) => part.trim())
  const fault = (why: string): Failure => new Failure(`${what} '${text}': ${why}`, 2)
  if (more !== undefined || first === '' || last === '') {
    throw fault(`expected a day, or a range such as '2026-12-24..2027-01-03'`)
  }
  const from = await timeNamed(first, what, look)
  const to = last === undefined ? from : await timeNamed(last, what, look, from.at)
  if (from.days !== undefined && to.days !== undefined) {
    const days = { first: from.days.first, last: to.days.last }
    if (days.last < days.first) throw fault('it ends before it begins')
    return { days }
  }
  if (last === undefined && from.end === undefined) {
    throw fault(`until when? Write a day, or '${first}..' and the end behind it`)
  }
  const whole = to.days === undefined ? to.at : startOfDay(look.zone, to.days.last + 1)
  const end = last === undefined ? (from.end ?? whole) : whole
  if (end <= from.at) throw fault('it ends before it begins')
  return { stretch: { start: from.at, end } }
}

/** A named stretch between instants; its days are those of a zone. */
export function intervalOf(named: Named, zone: Zone): Interval {
  if ('stretch' in named) return named.stretch
  const { first, last } = named.days
  return { start: startOfDay(zone, first), end: startOfDay(zone, last + 1) }
}
