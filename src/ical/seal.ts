/** The line of an event that tells whether it still says what it was written for, and stands as it was written. */
import { digestOf } from './digest.ts'

const NAME = 'X-ROTATE-DIGEST:'
const DIGITS = 16
const END = 'END:VEVENT\r\n'

/** An event as it was written, with a digest of that and of its content as its last line. */
export function seal(content: string, event: string): string {
  const body = event.slice(0, -END.length)
  return `${body}${NAME}${digestOf(content, body)}\r\n${END}`
}

/** A sealed event as it was before. */
export function unsealed(event: string): string {
  return event.slice(0, event.lastIndexOf(NAME)) + END
}

/** Whether an event was sealed with that content, and nothing in it was touched since. */
export function isSealedWith(content: string, event: string): boolean {
  const at = event.length - END.length - 2 - DIGITS - NAME.length
  if (!event.startsWith(NAME, at)) return false
  const digest = event.slice(at + NAME.length, at + NAME.length + DIGITS)
  return digest === digestOf(content, event.slice(0, at))
}
