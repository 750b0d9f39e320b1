/** The line of an event that tells whether it still says what it was written for, and stands as it was written. */
import { escape } from 'ical-generator'
import { digestOf } from './digest.ts'
import { fold } from './fold.ts'
import { placeOf } from './read.ts'

const NAME = 'X-ROTATE-DIGEST:'
const DIGITS = 16
const END = 'END:VEVENT\r\n'

/** An event as it was written, with a digest of that and of its content as its last line. */
export function seal(content: string, event: string): string {
  const body = event.slice(0, -END.length)
  return `${body}${NAME}${digestOf(content, body)}\r\n${END}`
}

/** A sealed event under another summary, sealed again; the content is that of the event in all its calendars. */
export function called(summary: string, content: string, event: string): string {
  const line = fold(`SUMMARY:${escape(summary, false)}`)
  const place = placeOf(event, 'SUMMARY')
  if (place === undefined || event.slice(place.start, place.end) === line) return event
  const body = event.slice(0, event.lastIndexOf(NAME))
  return seal(content, `${body.slice(0, place.start)}${line}${body.slice(place.end)}${END}`)
}

/** Whether an event was sealed with that content, and nothing in it was touched since. */
export function isSealedWith(content: string, event: string): boolean {
  const at = event.length - END.length - 2 - DIGITS - NAME.length
  if (!event.startsWith(NAME, at)) return false
  const digest = event.slice(at + NAME.length, at + NAME.length + DIGITS)
  return digest === digestOf(content, event.slice(0, at))
}
