/** The events of a calendar as they take place: rules expanded, exceptions put in, times as instants. */
import ICAL from 'ical.js'
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { dayOfWall, type Day } from '../time/wall.ts'
import type { Zone } from '../time/zone.ts'
import type { Block, Blocks, CalendarFault } from './blocks.ts'
import { inForce, Onwards, Replaced, type Version } from './in-force.ts'
import { lastingOf } from './lasting.ts'
import { oddTimeIn } from './odd-time.ts'
import { CalendarZones, daysOf } from './times.ts'

/** One event at one time. */
export interface Occasion extends Interval {
  readonly uid: string
  readonly line: number
  readonly summary: string
  readonly description: string
  readonly place: string
  /** Who is asked to come and has not declined, without rooms and things. */
  readonly attendees: readonly Attendee[]
  /** The zone in which it is written, where it is in one. */
  readonly zone?: Zone
  readonly isAllDay: boolean
  /** Whether a rule makes it come again. */
  readonly isRecurring: boolean
}

export interface Attendee {
  readonly name: string
  readonly email: string
}

/** How often one rule is followed at most, and all of them. */
const MOST_OF_ONE = 20_000
const MOST = 400_000

/** What takes place, in order, and the titles of what ends before it begins. */
export interface Occasions {
  readonly all: readonly Occasion[]
  readonly backwards: readonly string[]
}

/** All that takes place within an interval; `usual` is the zone of times that name none. */
export function occasionsIn(
  blocks: Blocks,
  usual: Zone,
  within: Interval,
): Occasions | CalendarFault {
  const zones = new CalendarZones(blocks.zones, usual)
  const events: Event[] = []
  for (const block of blocks.events) {
    const event = eventIn(block, zones)
    if (event === undefined) continue
    if ('message' in event) return event
    events.push(event)
  }
  const current = inForce(events)
  const replaced = new Replaced(current)
  const onwards = new Onwards(current)
  const all: Occasion[] = []
  const backwards: string[] = []
  for (const event of current) {
    if (event.isCancelled) continue
    const { uid, line, dayAt } = event
    const starts = event.rule === undefined ? [event.start] : startsOf(event, within)
    for (const at of starts) {
      if (event.rule !== undefined && replaced.has(uid, at, dayAt(at))) continue
      const later = event.rule && onwards.before(uid, at)
      if (later?.isCancelled === true) continue
      const { said, lasting } = later ?? event
      const start = later?.likewise(at) ?? at
      const whole = { ...said, start, end: lasting(start) }
      if (Math.max(start, whole.end) <= within.start || start >= within.end) continue
      if (whole.end > start) all.push(whole)
      else if (whole.end < start) backwards.push(whole.summary)
    }
    if (all.length > MOST) return { line, message: `its rules give over ${MOST} events` }
  }
  return { all: all.sort((a, b) => a.start - b.start), backwards }
}

interface Event extends Version {
  readonly line: number
  readonly start: Instant
  readonly rule?: Rule
  /** When an occurrence ends that begins then. */
  readonly lasting: (start: Instant) => Instant
  /** When one that would begin then does, where it is changed as this one is. */
  readonly likewise: (at: Instant) => Instant
  /** The day of an instant on its clock. */
  readonly dayAt: (at: Instant) => Day
  readonly said: Omit<Occasion, 'start' | 'end'>
}

interface Rule {
  readonly rules: readonly ICAL.Recur[]
  readonly first: ICAL.Time
  readonly more: readonly Instant[]
  readonly except: ReadonlySet<Instant>
  /** Whole days on which it does not take place. */
  readonly exceptDays: ReadonlySet<Day>
  readonly instantOf: (time: ICAL.Time) => Instant
}

function startsOf({ rule, start, dayAt }: Event, within: Interval): Instant[] {
  if (rule === undefined) return []
  const { rules, first, more, except, exceptDays, instantOf } = rule
  const starts = new Set<Instant>([start, ...more])
  for (const each of rules) {
    const next = each.iterator(first)
    for (let n = 0; n < MOST_OF_ONE; n += 1) {
      const time = next.next()
      // The types leave out that there may be no more.
      if ((time as ICAL.Time | undefined | null) == null) break
      const at = instantOf(time)
      if (at >= within.end) break
      starts.add(at)
    }
  }
  return [...starts].filter(
    (at) => !except.has(at) && (exceptDays.size === 0 || !exceptDays.has(dayAt(at))),
  )
}

function eventIn(block: Block, zones: CalendarZones): Event | CalendarFault | undefined {
  const { line } = block
  try {
    const parsed: unknown = ICAL.parse(`BEGIN:VCALENDAR\r\n${block.text}\r\nEND:VCALENDAR`)
    // One calendar is in it, which is a list of three.
    const event = new ICAL.Component(parsed as unknown[]).getFirstSubcomponent('vevent')
    const starting = event?.getFirstProperty('dtstart')
    if (event == null) return undefined
    if (starting == null) return { line, message: 'this event has no DTSTART, and so no time' }
    const read = eventOf(event, starting, line, zones)
    // What is called off need not be understood.
    return 'message' in read && isCancelled(event) ? undefined : read
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { line, message: `this event cannot be read: ${why.slice(0, 200)}` }
  }
}

function eventOf(
  event: ICAL.Component,
  starting: ICAL.Property,
  line: number,
  zones: CalendarZones,
): Event | CalendarFault {
  const odd = oddTimeIn(event)
  if (odd !== undefined) return { line, message: odd }
  const start = zones.momentOf(starting)
  if (start === undefined) {
    const id = String(starting.getParameter('tzid'))
    return {
      line,
      message: `the time zone '${id}' is not known, and the calendar does not explain it`,
    }
  }
  const lasting = lastingOf(event, start, zones)
  if (lasting === undefined) return { line, message: 'the time zone of its DTEND is not known' }
  const { zone } = start
  const instead = event.getFirstProperty('recurrence-id')
  const replaces = instead == null ? undefined : zones.momentOf(instead)
  const rules = event
    .getAllProperties('rrule')
    .flatMap((rule) => rule.getValues().filter((value) => value instanceof ICAL.Recur))
  const instants = (name: string): Instant[] =>
    event.getAllProperties(name).flatMap((property) => zones.instantsOf(property))
  const dates = instants('rdate')
  const isRecurring = (rules.length > 0 || dates.length > 0) && replaces === undefined
  const moved = replaces === undefined ? 0 : start.wall - zones.wallOf(start, replaces.instant)
  const uid = textOf(event, 'uid') || `line ${line}`
  const dayAt = (at: Instant): Day => dayOfWall(zones.wallOf(start, at))
  return {
    uid,
    line,
    start: start.instant,
    lasting,
    likewise: (at) => zones.instantAt(start, zones.wallOf(start, at) + moved),
    dayAt,
    sequence: sequenceOf(event),
    isCancelled: isCancelled(event),
    ...(replaces !== undefined && {
      instead: {
        at: replaces.instant,
        isDay: replaces.time.isDate,
        day: dayOfWall(replaces.wall),
        isOnwards: /^thisandfuture$/i.test(String(instead?.getParameter('range') ?? '')),
      },
    }),
    ...(isRecurring && {
      rule: {
        rules,
        first: start.time,
        more: dates,
        except: new Set(instants('exdate')),
        exceptDays: new Set(event.getAllProperties('exdate').flatMap(daysOf)),
        instantOf: (time) => start.instantOf(time),
      },
    }),
    said: {
      uid,
      line,
      summary: textOf(event, 'summary'),
      description: textOf(event, 'description'),
      place: textOf(event, 'location'),
      attendees: attendeesOf(event),
      isAllDay: start.time.isDate,
      isRecurring: isRecurring || replaces !== undefined,
      ...(zone !== undefined && start.isNamed && { zone }),
    },
  }
}

function isCancelled(event: ICAL.Component): boolean {
  return /^cancelled$/i.test(textOf(event, 'status'))
}

function sequenceOf(event: ICAL.Component): number {
  return Number(event.getFirstPropertyValue('sequence') ?? 0) || 0
}

function textOf(event: ICAL.Component, name: string): string {
  const value = event.getFirstPropertyValue(name)
  return typeof value === 'string' ? value.trim() : ''
}

function attendeesOf(event: ICAL.Component): Attendee[] {
  return event.getAllProperties('attendee').flatMap((attendee) => {
    const kind = String(attendee.getParameter('cutype') ?? 'INDIVIDUAL')
    const answer = String(attendee.getParameter('partstat') ?? '')
    if (/^(room|resource|group)$/i.test(kind) || /^declined$/i.test(answer)) return []
    const value = attendee.getFirstValue()
    const email = typeof value === 'string' ? value.replace(/^mailto:/i, '').trim() : ''
    const name = String(attendee.getParameter('cn') ?? '').trim()
    return [{ name: name === email ? '' : name, email: email.includes('@') ? email : '' }]
  })
}
