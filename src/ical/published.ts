/** Reads calendars that rotate wrote. */

/** Stands in every calendar that rotate writes, and in no other. */
export const PRODID = '-//rotate//on-call calendar//EN'

const BEGIN = 'BEGIN:VEVENT\r\n'
const END = '\r\nEND:VEVENT\r\n'
/** How every calendar ends. */
export const LAST_LINE = 'END:VCALENDAR\r\n'

/** An event as it stands in a published calendar. */
export interface PublishedEvent {
  readonly uid: string
  readonly sequence: number
  /** The value of DTSTAMP: `20261130T160000Z`. */
  readonly stamp: string
  /** From BEGIN to END, line breaks and folds as they are. */
  readonly text: string
}

/** Whether rotate wrote a calendar, be it whole or not. */
export function isOurs(text: string): boolean {
  return (
    text.startsWith('BEGIN:VCALENDAR') &&
    /^PRODID:(.*)$/m.exec(text.slice(0, 500))?.[1]?.trimEnd() === PRODID
  )
}

/** The events of a calendar that rotate wrote, in its order; undefined where it is another's, or is not whole. */
export function readCalendar(text: string): PublishedEvent[] | undefined {
  const texts = isOurs(text) ? eventTexts(text) : undefined
  const events: PublishedEvent[] = []
  for (const event of texts ?? []) {
    const uid = valueIn(event, 'UID')
    const sequence = valueIn(event, 'SEQUENCE') ?? ''
    const stamp = valueIn(event, 'DTSTAMP') ?? ''
    if (!uid || !/^\d{1,9}$/.test(sequence) || !/^\d{8}T\d{6}Z$/.test(stamp)) return undefined
    events.push({ uid, sequence: Number(sequence), stamp, text: event })
  }
  return texts && events
}

/**
 * The events of a calendar, each from BEGIN to END as it stands; undefined where anything else comes between
 * them or after them, or the end is missing. No text inside an event can look like its ends: line breaks are
 * escaped, and a line that is folded goes on behind a space.
 */
export function eventTexts(calendar: string): string[] | undefined {
  const texts: string[] = []
  if (!calendar.endsWith(`\r\n${LAST_LINE}`)) return undefined
  let at = calendar.indexOf(`\r\n${BEGIN}`) + 2
  if (at < 2) return texts
  while (calendar.startsWith(BEGIN, at)) {
    const next = calendar.indexOf(BEGIN, at + 1)
    const end = calendar.indexOf(END, at) + END.length
    if (end < at || (next >= 0 && next < end)) return undefined
    texts.push(calendar.slice(at, end))
    at = end
  }
  return at === calendar.length - LAST_LINE.length ? texts : undefined
}

/** The value of the first property of that name that has no parameters, unfolded (RFC 5545, section 3.1). */
function valueIn(event: string, name: string): string | undefined {
  const place = placeOf(event, name)
  return place && event.slice(place.start + name.length + 1, place.end).replaceAll('\r\n ', '')
}

/** Where the line of that property stands, with what is folded, without its end. */
export function placeOf(
  event: string,
  name: string,
): { readonly start: number; readonly end: number } | undefined {
  const before = event.indexOf(`\r\n${name}:`)
  if (before < 0) return undefined
  const start = before + 2
  let end = event.indexOf('\r\n', start)
  while (event[end + 2] === ' ') end = event.indexOf('\r\n', end + 2)
  return { start, end }
}
