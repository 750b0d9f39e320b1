/** `rotate stats` for programs: every number, as CSV or JSON. */
import type { Interval } from '../time/interval.ts'
import { dayOfWall, writeDay, writeUtc } from '../time/wall.ts'
import type { Zone } from '../time/zone.ts'
import type { Workspace } from '../model/workspace.ts'
import type { PersonStats } from '../insight/stats.ts'
import { csvCell } from './clean.ts'
import type { Json } from './json.ts'
import type { Look } from './look.ts'
import { nameAll } from './names.ts'
import { pageNumbers, type PagesByPerson } from './stats-pages.ts'

/** Who carries how much. */
export interface StatsAnswer {
  readonly workspace: Workspace
  readonly within: Interval
  readonly people: readonly PersonStats[]
  /** What rang for each, where that was asked for. */
  readonly pages?: PagesByPerson
  /** The same by calendar month, where that was asked for. */
  readonly months?: readonly {
    readonly within: Interval
    readonly people: readonly PersonStats[]
    readonly pages?: PagesByPerson
  }[]
}

const NUMBERS = {
  shifts: 'shifts',
  hours: 'hours',
  share: 'share',
  off_hours: 'offHours',
  night_hours: 'nightHours',
  weekend_hours: 'weekendHours',
  holiday_hours: 'holidayHours',
} as const satisfies Record<string, keyof PersonStats>

/** A row a person; by month a row a month and person. */
export function statsCsv(answer: StatsAnswer, { zone }: Look): string {
  const { workspace, people, months, pages } = answer
  const columns = Object.entries(NUMBERS)
  const more = pages === undefined ? [] : pageNumbers(pages, '').map(([name]) => name)
  const head = ['person', 'name', ...columns.map(([name]) => name), ...more]
  const cells = (one: PersonStats, rang = pages): string[] => [
    one.person,
    nameAll(workspace, [one.person]),
    ...columns.map(([, key]) => String(exact(one[key]))),
    ...(rang === undefined ? [] : pageNumbers(rang, one.person)).map(([, value]) =>
      String(value ?? ''),
    ),
  ]
  const rows =
    months === undefined
      ? [head, ...people.map((one) => cells(one))]
      : [
          ['month', ...head],
          ...months.flatMap((month) =>
            month.people.map((one) => [monthOf(month.within, zone), ...cells(one, month.pages)]),
          ),
        ]
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

/** Who carries how much, as data. */
export function statsJson({ workspace, within, people, months, pages }: StatsAnswer): Json {
  const personJson = statsJsonOf(workspace)
  return {
    ...intervalJson(within),
    people: people.map((one) => personJson(one, pages)),
    ...(months && {
      months: months.map((month) => ({
        ...intervalJson(month.within),
        people: month.people.map((one) => personJson(one, month.pages)),
      })),
    }),
  }
}

function intervalJson({ start, end }: Interval): { from: string; to: string } {
  return { from: writeUtc(start), to: writeUtc(end) }
}

function statsJsonOf({
  people,
}: Workspace): (one: PersonStats, pages: PagesByPerson | undefined) => Json {
  return (one, pages) => {
    const numbers = Object.entries(NUMBERS).map(([name, key]) => [name, exact(one[key])] as const)
    const { person } = one
    const rang = pages === undefined ? [] : pageNumbers(pages, person)
    return {
      person,
      name: people.get(person)?.name ?? person,
      ...Object.fromEntries([...numbers, ...rang]),
    }
  }
}

/** To the millionth: finer than a second, and without what adding up thirds leaves behind. */
function exact(hours: number): number {
  return Math.round(hours * 1e6) / 1e6
}

/** `2026-12` */
export function monthOf({ start }: Interval, zone: Zone): string {
  return writeDay(dayOfWall(zone.wallAt(start))).slice(0, 7)
}
