/** Which days are the weekend where. */

/** Saturday and Sunday; the bit 1 << 0 is Monday. */
export const SATURDAY_AND_SUNDAY = 0b110_0000

interface WeekInfo {
  /** 1 is Monday. */
  readonly weekend: readonly number[]
}

/**
 * The days of the weekend in a country (`IL`), as Unicode's data have them (those that Luxon goes by): where they name
 * two; elsewhere, and where one is unknown, Saturday and Sunday.
 */
export function weekendIn(country: string): number {
  if (!/^[A-Za-z]{2}$/.test(country)) return SATURDAY_AND_SUNDAY
  const days = known.get(country) ?? daysIn(country)
  known.set(country, days)
  return days
}

const known = new Map<string, number>()

function daysIn(country: string): number {
  // Not in the types of this ES: a method where it is new, a property where it is older.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    readonly getWeekInfo?: () => WeekInfo
    readonly weekInfo?: WeekInfo
  }
  const { weekend = [] } = locale.getWeekInfo?.() ?? locale.weekInfo ?? {}
  if (weekend.length !== 2) return SATURDAY_AND_SUNDAY
  return weekend.reduce((days, day) => days | (1 << (day - 1)), 0)
}
