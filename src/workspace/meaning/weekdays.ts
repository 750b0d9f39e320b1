/** Weekdays as people write them. */
import { weekdayNamed } from '../../time/wall.ts'
import { EVERY_WEEKDAY } from '../../model/days.ts'
import { daysMeantBy, monthDaysMeant } from '../day-words.ts'
import { nearestWord } from '../suggest.ts'

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
export function suggestDay(text: string, more: Iterable<string> = []): string {
  const meant = nearestWord(text, more) ?? daysMeantBy(text)
  return meant === undefined
    ? `: expected days such as 'monday' or 'mon-fri', or of the month, 'first monday' or '15th'`
    : ` (did you mean '${meant}'?)`
}

/** ` (did you mean '15th'?)`, or what days of the month are. */
export function suggestMonthDay(text: string): string {
  const meant = monthDaysMeant(text.toLowerCase())
  return meant === undefined || meant.startsWith('[')
    ? `: expected 'first monday', 'last friday', '15th' or 'last day'`
    : ` (did you mean '${meant}'?)`
}
