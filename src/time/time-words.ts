/** What people write for dates and times out of habit, and how it is written here. */
import { dayOf, daysInMonth, weekdayOf, writeDay, type Day } from './wall.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    noon: '12:00',
    midday: '12:00',
    midnight: '00:00',
  }),
)

/** `16:00`, of `4pm`, `4:00 PM`, `16h`, `9:30`, `0930`, `16.00`, `noon`; undefined where nothing is certain. */
export function timeOfDayMeantBy(text: string): string | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const named = NAMES.get(words)
  if (named !== undefined) return named
  const half = /^(\d{1,2})(?:[:.](\d\d))?(?:[:.](\d\d))? ?([ap])\.?m\.?$/.exec(words)
  if (half !== null) {
    const hours = Number(half[1])
    if (hours < 1 || hours > 12)
      return hours > 12 && hours < 24 ? clock(hours, half[2], half[3]) : undefined
    return clock((hours % 12) + (half[4] === 'p' ? 12 : 0), half[2], half[3])
  }
  const whole =
    /^(\d{1,2})(?: ?h ?|[:.])(\d\d)?(?:[:.](\d\d))?(?: ?(?:h|uhr|hrs?|o'?clock))?$/.exec(words)
  if (whole !== null && whole[0] !== `${whole[1]}:`)
    return clock(Number(whole[1]), whole[2], whole[3])
  const bare = /^(\d{1,2}) ?(?:h|u|uhr|hrs?|o'?clock)?$/.exec(words)
  if (bare !== null) return clock(Number(bare[1]), '00')
  const four = /^(\d\d)(\d\d)(?: ?(?:h|hrs?|hours))?$/.exec(words)
  return four === null ? undefined : clock(Number(four[1]), four[2])
}

/** `16:00` and `04:00`, of `4 o'clock`, `4:30` or `4`: which of both, nobody can tell. */
export function timesMeantBy(text: string): readonly string[] {
  const found = /^(\d{1,2})(?:[:.](\d\d))? ?(o'?clock)?$/.exec(text.trim().toLowerCase())
  const hours = Number(found?.[1])
  const isEither = hours > 0 && (hours < 7 || (hours < 12 && found?.[3] !== undefined))
  if (found === null || !isEither || text.trim().startsWith('0')) return []
  const [early, late] = [clock(hours, found[2]), clock(hours + 12, found[2])]
  if (early === undefined || late === undefined) return []
  return hours < 7 ? [late, early] : [early, late]
}

function clock(hours: number, minutes = '00', seconds = '00'): string | undefined {
  const isTime = hours < 24 && Number(minutes) < 60 && Number(seconds) < 60
  const text = `${String(hours).padStart(2, '0')}:${minutes}`
  return isTime ? text + (seconds === '00' ? '' : `:${seconds}`) : undefined
}

/** `2026-12-24`, of `24.12.2026`, `2026/12/24`, `24 Dec 2026`, `20261224`; undefined where nothing is certain. */
export function dateMeantBy(text: string): string | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?=\w)/, '')
  const found =
    named(words, /^(?<d>\d{1,2})(?:st|nd|rd|th)?[ .-]+(?<name>[a-z]{3,9})[ ,.-]+(?<y>\d{4})$/) ??
    named(words, /^(?<name>[a-z]{3,9})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})$/) ??
    named(words, /^(?<y>\d{4})[ -](?<name>[a-z]{3,9})[ -](?<d>\d{1,2})$/) ??
    named(words, /^(?<y>\d{4})(?<sep>[-–—/. ]) ?(?<m>\d{1,2})\k<sep> ?(?<d>\d{1,2})\.?$/) ??
    named(words, /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$/) ??
    named(words, /^(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{4})$/) ??
    eitherWay(words)
  const week = found ? undefined : weekMeantBy(words)
  if (week !== undefined) return writeDay(week)
  return found && dateOfParts(found)
}

type Parts = Readonly<Record<string, string | undefined>>

function named(words: string, pattern: RegExp): Parts | undefined {
  return pattern.exec(words)?.groups
}

/** `24/12/2026` can be read in one way only, `1/2/2026` in two. */
function eitherWay(words: string): Parts | undefined {
  const found = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(words)
  if (found === null) return undefined
  const [, a = '', b = '', y = ''] = found
  if (Number(a) > 12 || a === b) return { d: a, m: b, y }
  return Number(b) > 12 ? { d: b, m: a, y } : undefined
}

/** The Monday of `2026-W48`; of a week without a year nothing is certain. */
export function weekMeantBy(text: string): Day | undefined {
  const [, year, number] = /^(\d{4})[ -]?(?:W|KW|week) ?(\d\d?)$/i.exec(text.trim()) ?? []
  const week = Number(number)
  if (year === undefined || week < 1 || week > 53) return undefined
  // The week of 4 January is the first.
  const fourth = dayOf(Number(year), 1, 4)
  return fourth - weekdayOf(fourth) + (week - 1) * 7
}

/** `12-24`, of `Dec 24`, `24 December`, `24.12.`, `12/24`; which comes first is certain where one is no month. */
export function yearlyMeantBy(text: string): string | undefined {
  const words = text.trim().toLowerCase().replace(/^--/, '')
  const found =
    named(words, /^(?<d>\d{1,2})(?:st|nd|rd|th|\.)?[ .-]*(?<name>[a-z]{3,9})\.?$/) ??
    named(words, /^(?<name>[a-z]{3,9})\.?[ .-]*(?<d>\d{1,2})(?:st|nd|rd|th)?$/) ??
    named(words, /^(?<d>\d{1,2})\. ?(?<m>\d{1,2})\.?$/) ??
    named(words, /^(?<m>\d{1,2})-(?<d>\d{1,2})$/) ??
    named(words, /^(?<m>0?[1-9]|1[0-2])\/(?<d>1[3-9]|2\d|3[01])$/) ??
    named(words, /^(?<d>1[3-9]|2\d|3[01])\/(?<m>0?[1-9]|1[0-2])$/)
  const date = found && dateOfParts({ ...found, y: '2028' })
  return date?.slice('2028-'.length)
}

/** Whether a date can be read in two ways. */
export function isTwoDates(text: string): boolean {
  return /^\d{1,2}[/-]\d{1,2}[/-]\d{4}$/.test(text.trim()) && eitherWay(text.trim()) === undefined
}

function dateOfParts({ y, m, d, name }: Parts): string | undefined {
  const month = name === undefined ? Number(m) : MONTHS.indexOf(name.slice(0, 3)) + 1
  const [year, day] = [Number(y), Number(d)]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return writeDay(dayOf(year, month, day))
}

/** `2026-12-24 16:00`, of `24.12.2026 4pm`, `2026-12-24, 16h`, `2026-12-24 at 9:00`; also with an offset behind it. */
export function timeMeantBy(text: string): string | undefined {
  const words = text.trim()
  const date = dateMeantBy(words)
  if (date !== undefined) return date
  const offset = /(?<=\d.*) ?(Z|[+-]\d\d(?::?\d\d)?|UTC|GMT)$/.exec(words)?.[0] ?? ''
  const rest = words.slice(0, words.length - offset.length)
  for (const { index, 0: gap } of rest.matchAll(/(?:,? at |, ?|T| +)/gi)) {
    const day = isDate(rest.slice(0, index))
      ? rest.slice(0, index)
      : dateMeantBy(rest.slice(0, index))
    const behind = rest.slice(index + gap.length)
    const time = isTime(behind) ? behind : timeOfDayMeantBy(behind)
    if (day !== undefined && time !== undefined) {
      return `${day} ${time}${/[A-Z]{3}/.test(offset) ? 'Z' : offset.trim()}`
    }
  }
  return undefined
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text)
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)
}

/** What stands between the ends of a range, as people write it. */
const BETWEEN = / *(?:\.{2,}|…|–|—|~|→|->|\/) *| +(?:-|to|until|till|through|thru|bis) +/gi

/** `2026-12-24..2026-12-31`, of `2026-12-24 to 2026-12-31`, ` - `, `...`, `/`, or of a whole month (`2026-12`). */
export function rangeMeantBy(text: string): string | undefined {
  const words = text.trim()
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(words)
  if (month !== null) {
    const last = daysInMonth(Number(month[1]), Number(month[2]))
    return `${words}-01..${words}-${String(last).padStart(2, '0')}`
  }
  const week = weekMeantBy(words)
  if (week !== undefined) return `${writeDay(week)}..${writeDay(week + 6)}`
  const one = dateMeantBy(words)
  if (one !== undefined) return one
  for (const { index, 0: gap } of words.matchAll(BETWEEN)) {
    const [begin, end] = [words.slice(0, index), words.slice(index + gap.length)]
    const first = isDate(begin) ? begin : dateMeantBy(begin)
    // `2026-12-21..24` and `2026-12-21..12-24` leave out what is the same.
    const short = /^(?:\d\d-)?\d\d$/.test(end) && first !== undefined
    const last = short ? first.slice(0, -end.length) + end : isDate(end) ? end : dateMeantBy(end)
    if (first !== undefined && last !== undefined && first <= last) return `${first}..${last}`
  }
  return undefined
}

/** `09:00-17:00`, of `9-17`, `9am - 5pm`, `09:00 to 17:00`, `09:00–17:00`. */
export function hoursMeantBy(text: string): string | undefined {
  const words = text.trim()
  for (const { index, 0: gap } of words.matchAll(new RegExp(`${BETWEEN.source}|-`, 'gi'))) {
    const [from, to] = [words.slice(0, index), words.slice(index + gap.length)].map((half) =>
      isTime(half) ? half : timeOfDayMeantBy(half),
    )
    // Five in the afternoon is what people mean by nine to five.
    const isBare = /^\d{1,2}$/.test(words.slice(index + gap.length))
    const isShort = isBare && (from ?? '') < '12' && (to ?? '') <= (from ?? '')
    const late = isShort && to !== undefined ? clock(Number(to.slice(0, 2)) + 12, '00') : to
    if (from !== undefined && late !== undefined && from !== late) return `${from}-${late}`
  }
  return undefined
}
