/** Days off that a page shows: those that the workspace lists, and the public holidays of where people live. */
import { dayOfWall, dateOf, type Day } from '../../time/wall.ts'
import type { Interval } from '../../time/interval.ts'
import { holidaysBetween, type HolidayList, type PublicHolidays } from '../../model/holidays.ts'
import { settingsOf, type Person } from '../../model/person.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { PageHolidays } from './data.ts'
import { cleanLine } from './text.ts'

/** Lists of days, each said once. */
export interface Holidays {
  readonly all: readonly PageHolidays[]
  /** From when on (seconds) the public holidays of a person are those of which of `all`; -1 for none. */
  readonly countriesOf: (person: Person) => (readonly [at: number, holidays: number])[]
}

/** All days off of a workspace in a stretch of time. */
export function holidaysOf({ holidays, people }: Workspace, within: Interval): Holidays {
  // The day begins earlier in the east, and ends later in the west.
  const first = dayOfWall(within.start) - 1
  const last = dayOfWall(within.end) + 1
  const own = [...holidays.values()].map((list) => ownDays(list, first, last))
  const countries = new Map<string, PublicHolidays>()
  for (const list of holidays.values())
    for (const one of list.countries) countries.set(one.code, one)
  for (const person of people.values()) {
    for (const { setting } of settingsOf(person)) {
      if (setting.holidays !== undefined) countries.set(setting.holidays.code, setting.holidays)
    }
  }
  const lists = own.filter(({ days }) => days.length > 0)
  const codes = [...countries.keys()].sort()
  const at = (holidays: PublicHolidays | undefined): number =>
    holidays === undefined ? -1 : lists.length + codes.indexOf(holidays.code)
  return {
    all: [...lists, ...codes.map((code) => publicDays(countries.get(code), code, first, last))],
    countriesOf: (person) =>
      settingsOf(person).flatMap(({ setting, start }, i, settings) => {
        const place = at(setting.holidays)
        const before = i === 0 ? -1 : at(settings[i - 1]?.setting.holidays)
        return place === before ? [] : [[Math.max(0, Math.floor(start / 1000)), place] as const]
      }),
  }
}

/** What a list says by itself: its countries stand for themselves. */
function ownDays(list: HolidayList, first: Day, last: Day): PageHolidays {
  const days = holidaysBetween({ ...list, countries: [] }, first, last)
  return { name: cleanLine(list.name), isCountry: false, days }
}

function publicDays(
  holidays: PublicHolidays | undefined,
  name: string,
  first: Day,
  last: Day,
): PageHolidays {
  const days: Day[] = []
  for (let { year } = dateOf(first); year <= dateOf(last).year; year += 1) {
    days.push(...(holidays?.daysOf(year) ?? []).filter((day) => first <= day && day <= last))
  }
  return { name, isCountry: true, days }
}
