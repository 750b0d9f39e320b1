/** A day or a time of day in an event that there is not: `20261131` would be read as the first of December. */
import type ICAL from 'ical.js'
import { readDay } from '../time/written.ts'

const PROPERTIES = ['dtstart', 'dtend', 'recurrence-id']

/** What is wrong with the times of an event, as a sentence; undefined where all of them are on a calendar and a clock. */
export function oddTimeIn(event: ICAL.Component): string | undefined {
  for (const name of PROPERTIES) {
    for (const property of event.getAllProperties(name)) {
      // As it was written, and not as the library reads it.
      const [date = '', time = '00:00'] = String(property.jCal[3]).split('T')
      // What is not even like one is refused as a whole.
      if (!/^\d{4}-\d\d-\d\d$/.test(date)) continue
      const day = readDay(date)
      if (typeof day === 'string') return day
      // Midnight as the end of a day is written by some.
      if (!/^(([01]\d|2[0-3]):[0-5]\d|24:00)/.test(time))
        return `there is no time '${time.slice(0, 5)}'`
    }
  }
  return undefined
}
