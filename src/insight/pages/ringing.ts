/** What rings: pages by service, by alert, by hour and by day, most first: the list from which pages are prevented. */
import { HOUR, WEEK } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { dayOfWall, timeOfWall } from '../../time/wall.ts'
import { hasWeekday } from '../../model/days.ts'
import { groupBy } from '../../model/group.ts'
import type { Incident } from '../../model/incident.ts'
import { settingAt } from '../../model/person.ts'
import { weekendIn } from '../../time/weekend.ts'
import { weekendOf } from '../burden.ts'
import { alertKey, withoutDigits } from './again.ts'
import type { JudgedPage } from './judge.ts'

/** The pages of one kind. */
export interface Rung {
  readonly pages: number
  readonly incidents: number
  readonly nightPages: number
  /** In each of the weeks. */
  readonly weeks: readonly number[]
}

/** How often phones rang in a stretch, week by week, and what for. */
export interface Ringing extends Rung {
  readonly within: Interval
  /** Whole weeks back from the end; the first may be cut. */
  readonly weekly: readonly Interval[]
  readonly services: readonly (Rung & { readonly service: Incident['service'] })[]
  /** The title of the latest, each number in it as `#`. */
  readonly alerts: readonly (Rung & {
    readonly title: string
    readonly service: Incident['service']
  })[]
  /** By the hour of the responder's day, from 0 to 23. */
  readonly hours: readonly Rung[]
  /** By the responder's own weekend. */
  readonly weekdays: Rung
  readonly weekends: Rung
}

/** The ringing of pages within an interval. */
export function ringingOf(pages: readonly JudgedPage[], within: Interval): Ringing {
  const weekly = weeksOf(within)
  const rung = (some: readonly JudgedPage[]): Rung => ({
    pages: some.length,
    incidents: new Set(some.map(({ incident }) => incident)).size,
    nightPages: some.filter(({ night }) => night !== undefined).length,
    weeks: weekly.map(({ start, end }) => some.filter(({ at }) => start <= at && at < end).length),
  })
  const grouped = (keyOf: (page: JudgedPage) => string): (readonly [JudgedPage, Rung])[] =>
    [...groupBy(pages, keyOf).values()]
      .flatMap((some) => some.slice(-1).map((last) => [last, rung(some)] as const))
      .sort(([a, x], [b, y]) => y.pages - x.pages || b.at - a.at)
  const byHour = groupBy(pages, ({ who, at }) => Math.floor(timeOfWall(who.zone.wallAt(at)) / HOUR))
  return {
    ...rung(pages),
    within,
    weekly,
    services: grouped(({ incident }) => incident.service.id).map(([{ incident }, all]) => ({
      service: incident.service,
      ...all,
    })),
    alerts: grouped(({ incident }) => alertKey(incident)).map(([{ incident }, all]) => ({
      title: withoutDigits(incident.title),
      service: incident.service,
      ...all,
    })),
    hours: Array.from({ length: 24 }, (_, hour) => rung(byHour.get(hour) ?? [])),
    weekdays: rung(pages.filter((page) => !isOnWeekend(page))),
    weekends: rung(pages.filter(isOnWeekend)),
  }
}

function weeksOf({ start, end }: Interval): Interval[] {
  const weeks: Interval[] = []
  for (let to = end; to > start; to -= WEEK) {
    weeks.unshift({ start: Math.max(to - WEEK, start), end: to })
  }
  return weeks
}

function isOnWeekend({ who: { person, zone }, at }: JudgedPage): boolean {
  const weekend = person ? weekendOf(settingAt(person, at)) : weekendIn('')
  return hasWeekday(weekend, dayOfWall(zone.wallAt(at)))
}
