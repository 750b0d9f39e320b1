/** What people write for days of the week, and how it is written here. */
import { readMonthDay, writeOrdinal } from '../time/month-day.ts'
import { WEEKDAYS } from '../time/wall.ts'
import { nearestWord } from './suggest.ts'

/** What people call several days. */
const SEVERAL: readonly (readonly [RegExp, string])[] = [
  [/^((week|work|working|business) ?day|m-f|mo-fr|1-5)$/, 'mon-fri'],
  [/^(week ?end|6-7)$/, 'sat-sun'],
  [/^(daily|(every|all|any) ?day|all( week)?|always|24\/7|24x7|any|\*|0-6|1-7)$/, 'mon-sun'],
]

/** As calendars (RFC 5545) and people shorten them. */
const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mo: 'mon',
    tu: 'tue',
    we: 'wed',
    th: 'thu',
    fr: 'fri',
    sa: 'sat',
    su: 'sun',
    tues: 'tue',
    weds: 'wed',
    thur: 'thu',
    thurs: 'thu',
  }),
)

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'last']

const WORDS: readonly string[] = [...WEEKDAYS, ...WEEKDAYS.map((day) => day.slice(0, 3))]

/** `mon-fri`, `[mon, wed]` or `monday`, of `weekdays`, `Mo-Fr`, `Mon and Wed`, `mondays`; undefined where nothing is near. */
export function daysMeantBy(text: string): string | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^(every|each|on) (?!day)/, '')
    .replace(/,? +(at )?\d{1,2}[:.]\d\d$/, '')
  const plain = words.replace(/s$/, '')
  const several = SEVERAL.find(([pattern]) => pattern.test(plain) || pattern.test(words))?.[1]
  if (several !== undefined) return several
  const ofMonth = monthDaysMeant(words)
  if (ofMonth !== undefined) return ofMonth
  const listed = words.split(/ *[,;&+/] *| +and +/)
  if (listed.length > 1) {
    const days = listed.filter((each) => each !== '').map(daysMeantBy)
    return days.every((day) => day !== undefined) ? `[${days.join(', ')}]` : undefined
  }
  const ends = words.split(/ *(?:-|–|—|\.\.\.?|…) *| +(?:to|until|till|through|thru) +/)
  const named = ends.map(dayMeantBy)
  if (ends.length > 2 || named.includes(undefined)) return undefined
  return named.join('-')
}

function dayMeantBy(word: string): string | undefined {
  const plain = word.trim().replace(/\.$/, '')
  const short = SHORT.get(plain) ?? SHORT.get(plain.replace(/s$/, ''))
  return short ?? nearestWord(plain, WORDS)
}

/** What is probably meant by `15`, `2th`, `last firday`, `1st and 3rd tuesday`. */
export function monthDaysMeant(text: string): string | undefined {
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
