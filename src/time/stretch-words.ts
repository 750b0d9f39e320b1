/** What people write for a stretch of hours out of habit, and how it is written here. */
import { dateMeantBy, hoursMeantBy, timeMeantBy } from './time-words.ts'
import { dayOf, writeDay } from './wall.ts'

export interface Stretch {
  readonly from: string
  readonly to: string
}

const BETWEEN = / *(?:\.{2,}|…|–|—|~|→|->|\/) *| +(?:-|to|until|till|through|thru|bis) +/gi

/** From when to when, of `2026-11-28 08:00-20:00`, `2026-12-24T12:00..2026-12-26T12:00`, `2026-12-24 8pm to 2026-12-25 8am`. */
export function stretchMeantBy(text: string): Stretch | undefined {
  const words = text.trim()
  if (words.length > LONGEST) return undefined
  for (const { index, 0: gap } of words.matchAll(BETWEEN)) {
    const [from, to] = [words.slice(0, index), words.slice(index + gap.length)].map(moment)
    if (from !== undefined && to !== undefined && from < to && /:/.test(from + to))
      return { from, to }
  }
  const [, day = '', hours = ''] =
    /^(\S+(?: \w+ \d{4})?)(?:,? at |, ?| +|T)(\d.*)$/.exec(words) ?? []
  const date = isDate(day) ? day : dateMeantBy(day)
  const [from, to] =
    hoursMeantBy(hours)?.split('-') ?? (/^\d\d:\d\d-\d\d:\d\d$/.test(hours) ? hours.split('-') : [])
  if (date === undefined || from === undefined || to === undefined) return undefined
  return { from: `${date} ${from}`, to: `${to > from ? date : dayAfter(date)} ${to}` }
}

/** Nobody writes a time that long. */
const LONGEST = 100

/** With its time of day, where it has one: a date alone is its midnight. */
function moment(text: string): string | undefined {
  const plain = text.trim().replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ')
  if (/^\d{4}-\d\d-\d\d(?: ([01]\d|2[0-3]):[0-5]\d)?$/.test(plain)) return plain
  return timeMeantBy(plain)
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text)
}

function dayAfter(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return writeDay(dayOf(year ?? 0, month ?? 1, (day ?? 1) + 1))
}
