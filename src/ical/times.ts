/** The times of a calendar as instants. */
import ICAL from 'ical.js'
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../time/instant.ts'
import { dateOf, dayOf, dayOfWall, timeOfWall, type Day, type Wall } from '../time/wall.ts'
import { UTC, type Zone } from '../time/zone.ts'
import type { Block } from './blocks.ts'
import { zoneOfId } from './zone-ids.ts'

/** A time of a calendar, and how others beside it are read. */
export interface CalendarMoment {
  readonly time: ICAL.Time
  readonly instant: Instant
  readonly wall: Wall
  readonly zone?: Zone
  /** Whether the event itself names the zone. */
  readonly isNamed: boolean
  readonly instantOf: (time: ICAL.Time) => Instant
}

/** How wall-clock times are read. */
interface Reader {
  readonly zone?: Zone
  readonly isNamed: boolean
  readonly instantAt: (wall: Wall) => Instant
}

function by(zone: Zone, isNamed: boolean): Reader {
  return { zone, isNamed, instantAt: (wall) => zone.instantAt(wall) }
}

/** How times are read: by the names of their zones, or by what the calendar says of them. */
export class CalendarZones {
  readonly #usual: Zone
  readonly #own = new Map<string, ICAL.Timezone>()
  readonly #known = new Map<string, Zone | undefined>()

  constructor(blocks: readonly Block[], usual: Zone) {
    this.#usual = usual
    for (const { text } of blocks) {
      try {
        const parsed: unknown = ICAL.parse(`BEGIN:VCALENDAR\r\n${text}\r\nEND:VCALENDAR`)
        const component = new ICAL.Component(parsed as unknown[]).getFirstSubcomponent('vtimezone')
        const id = component?.getFirstPropertyValue('tzid')
        const place = component?.getFirstPropertyValue('x-lic-location')
        if (component == null || typeof id !== 'string') continue
        this.#own.set(id, new ICAL.Timezone(component))
        this.#known.set(
          id,
          zoneOfId(id) ?? (typeof place === 'string' ? zoneOfId(place) : undefined),
        )
      } catch {
        // An event that needs it says so.
      }
    }
  }

  momentOf(property: ICAL.Property): CalendarMoment | undefined {
    const time = property.getFirstValue()
    if (!(time instanceof ICAL.Time)) return undefined
    const id = property.getParameter('tzid')
    const read = this.#reader(time, typeof id === 'string' ? id : undefined)
    if (read === undefined) return undefined
    const { zone, isNamed, instantAt } = read
    const wall = wallOf(time)
    return {
      time,
      wall,
      instant: instantAt(wall),
      ...(zone !== undefined && { zone }),
      isNamed,
      instantOf: (other) => instantAt(wallOf(other)),
    }
  }

  instantsOf(property: ICAL.Property): Instant[] {
    const id = property.getParameter('tzid')
    return property.getValues().flatMap((value: unknown) => {
      const time = value instanceof ICAL.Period ? value.start : value
      if (!(time instanceof ICAL.Time)) return []
      const read = this.#reader(time, typeof id === 'string' ? id : undefined)
      return read === undefined ? [] : [read.instantAt(wallOf(time))]
    })
  }

  /** The instant at which the clock of a moment shows a time. */
  instantAt({ zone, wall, instant }: CalendarMoment, then: Wall): Instant {
    return zone === undefined ? instant + then - wall : zone.instantAt(then)
  }

  /** What the clock of a moment shows at an instant. */
  wallOf({ zone, wall, instant }: CalendarMoment, at: Instant): Wall {
    return zone === undefined ? wall + at - instant : zone.wallAt(at)
  }

  #reader(time: ICAL.Time, id: string | undefined): Reader | undefined {
    if (id === undefined || time.isDate) {
      const isUtc = !time.isDate && time.zone === ICAL.Timezone.utcTimezone
      return isUtc ? by(UTC, false) : by(this.#usual, false)
    }
    if (!this.#known.has(id)) this.#known.set(id, zoneOfId(id))
    const zone = this.#known.get(id)
    if (zone !== undefined) return by(zone, true)
    const own = this.#own.get(id)
    if (own === undefined) return undefined
    return {
      isNamed: false,
      instantAt: (wall) => wall - own.utcOffset(timeAt(wall)) * SECOND,
    }
  }
}

/** The days of the values that are dates alone. */
export function daysOf(property: ICAL.Property): Day[] {
  return property
    .getValues()
    .flatMap((value: unknown) =>
      value instanceof ICAL.Time && value.isDate ? [dayOfWall(wallOf(value))] : [],
    )
}

function wallOf({ year, month, day, hour, minute, second, isDate }: ICAL.Time): Wall {
  const midnight = dayOf(year, month, day) * DAY
  return isDate ? midnight : midnight + hour * HOUR + minute * MINUTE + second * SECOND
}

function timeAt(wall: Wall): ICAL.Time {
  const time = timeOfWall(wall)
  return ICAL.Time.fromData({
    ...dateOf(dayOfWall(wall)),
    hour: Math.floor(time / HOUR),
    minute: Math.floor((time % HOUR) / MINUTE),
    second: Math.floor((time % MINUTE) / SECOND),
    isDate: false,
  })
}
