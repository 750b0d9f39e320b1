/** Weekdays as people write them. */
import { readMonthDay, writeOrdinal } from '../../time/month-day.ts'
import { weekdayNamed, WEEKDAYS } from '../../time/wall.ts'
import { EVERY_WEEKDAY } from '../../model/days.ts'
import { nearestWord, suggest } from '../suggest.ts'

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

/** What people call several days, and how they are written here. */
const SEVERAL: Readonly<Record<string, string>> = {
  weekday: 'mon-fri',
  workday: 'mon-fri',
  weekend: 'sat-sun',
  daily: 'mon-sun',
  everyday: 'mon-sun',
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'last']

const WORDS = [...WEEKDAYS, ...WEEKDAYS.map((day) => day.slice(0, 3))]

/** ` (did you mean 'mon-fri'?)`; `more` are other words that could be meant. */
export function suggestDay(text: string, more: Iterable<string> = []): string {
  const meant = SEVERAL[text.toLowerCase().replace(/s$/, '')] ?? monthDaysMeant(text.toLowerCase())
  if (meant !== undefined) return ` (did you mean '${meant}'?)`
  const halves = text.split('-').map((half) => nearestWord(half, WORDS))
  if (halves.length === 2 && halves.every((half) => half !== undefined)) {
    return ` (did you mean '${halves.join('-')}'?)`
  }
  return (
    suggest(text, [...more, ...WORDS]) ||
    `: expected days such as 'monday' or 'mon-fri', or of the month, 'first monday' or '15th'`
  )
}

/** ` (did you mean '15th'?)`, or what days of the month are. */
export function suggestMonthDay(text: string): string {
  const meant = monthDaysMeant(text.toLowerCase())
  return meant === undefined || meant.startsWith('[')
    ? `: expected 'first monday', 'last friday', '15th' or 'last day'`
    : ` (did you mean '${meant}'?)`
}

/** What is probably meant by `15`, `2th`, `last firday`, `1st and 3rd tuesday`. */
function monthDaysMeant(text: string): string | undefined {
  const number = /^(\d{1,2})(?:st|nd|rd|th)?\.?$/.exec(text)?.[1]
  if (number !== undefined && number !== '00') return monthDay(writeOrdinal(Number(number)))
  if (/^(?:last|last day of (?:the )?month|end of (?:the )?month)$/.test(text)) return 'last day'
  if (text === 'first' || text === 'first day') return '1st'
  const [, ordinals = '', day = ''] = /^(.+) ([a-z]+)$/.exec(text) ?? []
  const weekday = nearestWord(day, WORDS)
  if (weekday === undefined) return undefined
  const all = ordinals
    .split(/ *(?:,|&|\+|\/| and | or ) */)
    .map((each) => monthDay(`${tidied(each)} ${weekday}`))
  if (!all.every((each) => each !== undefined)) return undefined
  return all.length === 1 ? all[0] : `[${all.join(', ')}]`
}

/** `2th`, `2` and `secnod` as they are written. */
function tidied(ordinal: string): string {
  const number = /^\d+/.exec(ordinal)?.[0]
  if (number !== undefined) return writeOrdinal(Number(number))
  return nearestWord(ordinal, ORDINALS) ?? ordinal
}

function monthDay(text: string): string | undefined {
  return readMonthDay(text) && text
}
