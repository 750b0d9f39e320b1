/** Writes calendars and events, by ical-generator. */
import {
  escape,
  ICalAlarmType,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventTransparency,
} from 'ical-generator'
import { SECOND, type Instant } from '../time/instant.ts'
import { writeUtc } from '../time/wall.ts'
import type { CalendarEvent } from './event.ts'
import { fold } from './fold.ts'
import { LAST_LINE, placeOf, PRODID } from './published.ts'
import { seal, unsealed } from './seal.ts'
import { TEAM } from './team.ts'

/** How often subscribers should look, in seconds. Google and Outlook do not care. */
const REFRESH = 3600

/** A calendar must hold a component (RFC 5545, section 3.6); one without events holds a zone that nothing uses. */
const NOTHING = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'TZNAME:UTC',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n')

/** A whole calendar out of events that are written already; `team` is the key of the team. */
export function writeCalendar(
  name: string,
  events: readonly string[],
  team: string | undefined,
): string {
  // ical-generator escapes the texts of events, but not a calendar's name.
  const calendar = new ICalCalendar({ ...FRAME, name: escape(name, false) })
  if (team !== undefined) calendar.x(TEAM, team)
  const head = write(calendar)
  return head.slice(0, -LAST_LINE.length) + (events.join('') || NOTHING) + LAST_LINE
}

/** An event, and how often it has changed. */
export interface Revision {
  readonly event: CalendarEvent
  readonly sequence: number
}

/** Writes events, each from BEGIN to END, all stamped with the same instant. */
export function writeEvents(revisions: readonly Revision[], stamp: Instant): string[] {
  const calendar = new ICalCalendar(FRAME)
  const now = writeUtc(stamp)
  return revisions.map(({ event, sequence }) => {
    const { remind, transparent } = event
    const made = calendar.createEvent({
      id: event.uid,
      sequence,
      stamp: now,
      lastModified: now,
      start: writeUtc(event.start),
      end: writeUtc(event.end),
      summary: event.summary,
      description: event.description,
      transparency: transparent ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      location: event.location || null,
      url: event.url ?? null,
      alarms:
        remind === undefined
          ? []
          : [{ type: ICalAlarmType.display, triggerBefore: Math.round(remind / SECOND) }],
    })
    return fold(made.toString())
  })
}

/** A sealed event under another summary, sealed again; the content is that of the event in all its calendars. */
export function called(summary: string, content: string, event: string): string {
  const place = placeOf(event, 'SUMMARY')
  const line = fold(`SUMMARY:${escape(summary, false)}`)
  if (place === undefined || event.slice(place.start, place.end) === line) return event
  const bare = unsealed(event)
  return seal(content, bare.slice(0, place.start) + line + bare.slice(place.end))
}

// No `timezone`: it would make DTSTAMP a floating time. Times go in as UTC and come out so.
const FRAME = { prodId: PRODID.slice(1), method: ICalCalendarMethod.PUBLISH, ttl: REFRESH }

/** ical-generator leaves out the end of the last line. */
function write(calendar: ICalCalendar): string {
  return `${calendar.toString()}\r\n`
}
