/** Events are written by ical-generator and folded here: byte for byte what it would have written alone, in every script. */
import { expect, it } from '@jest/globals'
import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator'
import type { CalendarEvent } from '../../src/ical/event.ts'
import { cleanText } from '../../src/ical/text.ts'
import { writeEvents } from '../../src/ical/write.ts'
import { mulberry32 } from '../mulberry.ts'

const HOUR = 3_600_000

/** The letters of a few hundred blocks of Unicode, and what calendars escape. */
const SCRIPTS = [
  ...Array.from({ length: 0x300 }, (_, i) => 0x20 + i * 0x80),
  ...Array.from({ length: 0x100 }, (_, i) => 0x1_8000 + i * 0x100),
]
const ESCAPED = ['\\', ';', ',', '\n', '"', '\\n', ':', ' ']

function randomText(dice: () => number, most: number): string {
  const block = SCRIPTS[Math.floor(dice() * SCRIPTS.length)] ?? 0
  const signs = Array.from({ length: Math.floor(dice() * most) }, () => {
    if (dice() < 0.15) return ESCAPED[Math.floor(dice() * ESCAPED.length)] ?? ''
    return String.fromCodePoint(block + Math.floor(dice() * 0x80))
  })
  return cleanText(signs.join(''))
}

function randomEvent(dice: () => number): CalendarEvent {
  const start = Date.UTC(1970, 0, 1) + Math.floor(dice() * 230 * 365 * 24) * HOUR
  return {
    uid: `primary-${Math.floor(dice() * 1e9)}@${encodeURIComponent(randomText(dice, 40))}.rotate`,
    start,
    end: start + Math.ceil(dice() * 1000) * HOUR,
    summary: randomText(dice, 120),
    summaries: new Map(),
    description: randomText(dice, 600),
    transparent: dice() < 0.5,
    people: [],
    ...(dice() < 0.5 ? {} : { location: randomText(dice, 120) }),
    ...(dice() < 0.5 ? {} : { url: `https://example.com/${'x'.repeat(dice() * 150)}` }),
    ...(dice() < 0.5 ? {} : { remind: Math.ceil(dice() * 100) * HOUR }),
  }
}

/** What ical-generator makes of an event by itself. */
function alone(event: CalendarEvent, sequence: number, stamp: number): string {
  const calendar = ical({ name: 'any' })
  calendar.createEvent({
    id: event.uid,
    sequence,
    stamp: new Date(stamp),
    lastModified: new Date(stamp),
    start: new Date(event.start),
    end: new Date(event.end),
    summary: event.summary,
    description: event.description,
    transparency: event.transparent
      ? ICalEventTransparency.TRANSPARENT
      : ICalEventTransparency.OPAQUE,
    location: event.location || null,
    url: event.url ?? null,
    alarms:
      event.remind === undefined
        ? []
        : [{ type: ICalAlarmType.display, triggerBefore: event.remind / 1000 }],
  })
  const text = calendar.toString()
  return text.slice(text.indexOf('BEGIN:VEVENT'), text.indexOf('END:VCALENDAR'))
}

it.each(Array.from({ length: 12 }, (_, i) => i + 1))('random events %i', (seed) => {
  const dice = mulberry32(seed)
  const stamp = Math.floor(dice() * 4e12)
  const revisions = Array.from({ length: 15 }, () => ({
    event: randomEvent(dice),
    sequence: Math.floor(dice() * 20),
  }))
  expect(writeEvents(revisions, stamp)).toEqual(
    revisions.map(({ event, sequence }) => alone(event, sequence, stamp)),
  )
})
