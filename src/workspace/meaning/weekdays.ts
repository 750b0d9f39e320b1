/** Weekdays as people write them. */
import { weekdayNamed } from '../../time/wall.ts'
import { EVERY_WEEKDAY } from '../../model/days.ts'
import { quoteList } from '../../time/list.ts'
import type { Place } from '../../model/place.ts'
import { allDaysMeantBy, daysMeantBy, monthDaysMeant, repeatedDays } from '../day-words.ts'
import { nearestWord } from '../suggest.ts'
import { listedAs } from '../around.ts'

/** The weekdays that `mon`, `monday`, `mon-fri` or `fri-mon` name, as bits; undefined for anything else. */
export function weekdaysOf(text: string): number | undefined {
  const [first, last, more] = text.toLowerCase().split('-').map(weekdayNamed)
  if (first === undefined || more !== undefined) return undefined
  if (!text.includes('-')) return 1 << first
  if (last === undefined) return undefined
  let days = 0
  for (let day = first; ; day = (day + 1) % 7) {
    days |= 1 << day
    if (day === last) return days & EVERY_WEEKDAY
  }
}

/** ` (did you mean 'mon-fri'?)`; `more` are other words that could be meant. */
export function suggestDay(text: string, place: Place, more: Iterable<string> = []): string {
  const list = nearestWord(text, more)
  const meant = list === undefined ? allDaysMeantBy(text) : [list]
  if (meant.length > 0)
    return ` (did you mean ${quoteList(
      meant.map((days) => inPlace(days, place)),
      'or',
    )}?)`
  return `: expected days such as 'monday' or 'mon-fri', or of the month, 'first monday' or '15th'`
}

/** Several days stand in a list already where there are brackets around them. */
function inPlace(days: string, place: Place): string {
  return listedAs(place) === 'brackets' ? days.replace(/^\[(.*)\]$/, '$1') : days
}

/** The same for a meeting, which has a key for days that come every so many weeks. */
export function suggestMeetingDay(text: string, place: Place): string {
  const repeated = repeatedDays(text)
  if (repeated === undefined) return suggestDay(text, place)
  const { days, every } = repeated
  return days === undefined
    ? `: how often is said by 'every: ${every}', and here stand the days, such as '${every.includes('month') ? 'first monday' : 'monday'}'`
    : ` (did you mean '${days}', with 'every: ${every}' and a 'start' beside it?)`
}

/** The weekdays of a weekend. */
export function suggestWeekend(text: string): string {
  const meant = daysMeantBy(text)
  const days = meant?.replace(/^\[(.*)\]$/, '$1').split(', ') ?? []
  return meant !== undefined && days.every((day) => weekdaysOf(day) !== undefined)
    ? ` (did you mean '${meant}'?)`
    : `: a weekend is days of the week, such as 'sat-sun' or 'fri'`
}

/** ` (did you mean '15th'?)`, or what days of the month are. */
export function suggestMonthDay(text: string): string {
  const meant = monthDaysMeant(text.toLowerCase())
  return meant === undefined || meant.startsWith('[')
    ? `: expected 'first monday', 'last friday', '15th' or 'last day'`
    : ` (did you mean '${meant}'?)`
}
