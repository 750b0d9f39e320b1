/** What people write for days of the week, and how it is written here. */
import { readMonthDay, writeOrdinal } from '../time/month-day.ts'
import { WEEKDAYS } from '../time/wall.ts'
import { nearestWord } from './suggest.ts'

/** What people call several days. */
const SEVERAL: readonly (readonly [RegExp, string])[] = [
  [/^((week|work|working|business) ?day|m ?[-–] ?f|mo-fr|1-5|mtwtf|monfri)$/, 'mon-fri'],
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

/** Days that come every so many weeks, which a meeting says by another key. */
export interface Repeated {
  /** Undefined where only the rhythm is named (`biweekly`). */
  readonly days: string | undefined
  readonly every: string
}

const EVERY_SECOND = /^(?:every )?(?:(?:other|alternate|alternating|second|2nd|two) )(?=.)/
const EVERY_NTH = /^every (third|3rd|fourth|4th) /

/** What is meant by `every other monday`, `every 2nd tuesday`, `alternate mondays`, `biweekly`. */
export function repeatedDays(text: string): Repeated | undefined {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const rhythm = RHYTHMS.find(([pattern]) => pattern.test(words))?.[1]
  if (rhythm !== undefined) return { days: undefined, every: rhythm }
  const isNth = /^(every|alternat)/.test(words) || words.startsWith('other ')
  if (!isNth || /\bmonths?\b/.test(words)) return undefined
  const nth = EVERY_NTH.exec(words)
  const rest = words.replace(nth === null ? EVERY_SECOND : EVERY_NTH, '')
  if (rest === words) return undefined
  const count = nth === null ? 2 : /3|third/.test(nth[0]) ? 3 : 4
  const days = /^weeks?( on)?\b/.test(rest)
    ? daysMeantBy(rest.replace(/^weeks?( on)? ?/, ''))
    : daysMeantBy(rest)
  return { days, every: `${count} weeks` }
}

const RHYTHMS: readonly (readonly [RegExp, string])[] = [
  [/^weekly$/, '1 week'],
  [/^(bi-?weekly|fortnightly|every (other|second|2nd|two|2) weeks?)$/, '2 weeks'],
  [/^monthly$/, '1 month'],
  [/^quarterly$/, '3 months'],
]

/** The weekday that a number is to cron and ISO 8601 (`1` is Monday, `0` and `7` are Sunday), beside the day of the month. */
function weekdayNumbered(text: string): string | undefined {
  if (/^[0-7]$/.test(text)) return WEEKDAYS[(Number(text) + 6) % 7]
  const listed = text.split(/ *[,;] */)
  const days = listed.length > 1 ? listed.map(weekdayNumbered) : []
  return days.length > 0 && !days.includes(undefined) ? `[${days.join(', ')}]` : undefined
}

/** All that a text for days may mean, the likeliest first. */
export function allDaysMeantBy(text: string): readonly string[] {
  const numbered = weekdayNumbered(text.trim())
  const meant = daysMeantBy(text)
  return [numbered, meant].filter((each) => each !== undefined)
}

/** `mon-fri`, `[mon, wed]` or `monday`, of `weekdays`, `Mo-Fr`, `Mon and Wed`, `mondays`; undefined where nothing is near. */
export function daysMeantBy(text: string): string | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/^(every|each|on) (?!day)/, '')
    .replace(/^(the|each|every) (?!day)/, '')
    .replace(/,? +(at )?\d{1,2}[:.]\d\d$/, '')
    .replace(/ (?:of|in) (?:(?:the|each|every|a) )?month$| (?:each|every|a) month$/, '')
    .replace(/ only$| \(.*\)$/, '')
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
  if (/^(?:last|eom|end|last day of (?:the )?month|end of (?:the )?month)$/.test(text))
    return 'last day'
  if (text === 'first' || text === 'first day') return '1st'
  // As calendars (RFC 5545) and cron write them.
  const [, nth, short = ''] = /^(-1|[1-5])([a-z]{2})$/.exec(text) ?? []
  const [, long = '', hash] = /^([a-z]{2,3})#([1-5])$/.exec(text) ?? []
  const day = SHORT.get(short) ?? SHORT.get(long) ?? (hash === undefined ? undefined : long)
  if (day !== undefined)
    return monthDay(`${nth === '-1' ? 'last' : writeOrdinal(Number(nth ?? hash))} ${day}`)
  const [, ordinals = '', last = ''] = /^(.+) ([a-z]+)$/.exec(text) ?? []
  const weekday = nearestWord(last, WORDS)
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
