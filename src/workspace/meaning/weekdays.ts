/** Weekdays as people write them. */
import { WEEKDAYS } from '../../time/wall.ts'
import { EVERY_WEEKDAY } from '../../model/window.ts'
import { nearestWord } from '../suggest.ts'
import { daysMeantBy } from '../day-words.ts'

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

/** 0 for `mon` or `monday`, up to 6. */
export function weekdayNamed(text: string): number | undefined {
  const day = WEEKDAYS.findIndex((name) => name === text || name.slice(0, 3) === text)
  return day < 0 ? undefined : day
}

/** ` (did you mean 'mon-fri'?)`; `more` are other words that could be meant. */
export function suggestDay(text: string, more: Iterable<string> = []): string {
  const word = nearestWord(text, more)
  if (word !== undefined) return ` (did you mean '${word}'?)`
  const meant = daysMeantBy(text)
  return meant === undefined
    ? `: expected days such as 'monday' or 'mon-fri'`
    : ` (did you mean '${meant}'?)`
}
