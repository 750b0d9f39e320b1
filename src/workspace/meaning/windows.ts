/** Windows, understood. */
import { DAY, WEEK } from '../../time/instant.ts'
import { weekdayNamed } from '../../time/wall.ts'
import { readTimeOfDay } from '../../time/written.ts'
import { EVERY_DAY } from '../../model/days.ts'
import type { Window } from '../../model/window.ts'
import type { WindowText } from '../format/rotation.ts'
import type { Fields, Told } from '../format/shape.ts'
import { quote } from '../quote.ts'
import { understandDays } from './days.ts'
import { keyPlace, listOf, type Scope } from './scope.ts'
import { daysMeantBy } from '../day-words.ts'

export function understandWindows(scope: Scope, written: readonly Fields<WindowText>[]): Window[] {
  return written.flatMap((window) => understand(scope, window) ?? [])
}

function understand(scope: Scope, text: Fields<WindowText>): Window | undefined {
  const from = text.from && edgeOf(scope, text.from)
  const to = text.to && edgeOf(scope, text.to)
  const days = text.days && understandDays(scope, text.days)
  const except = (text.except ?? []).flatMap((told) => listOf(scope, told) ?? [])
  if (text.from === undefined || from === undefined || to === undefined) return undefined
  if (from.time === DAY) {
    return scope.report.error(
      'bad-time',
      `'24:00' closes a window: one that opens then opens at 00:00 of the next day`,
      text.from.place,
    )
  }
  if (from.weekday === undefined && to.weekday === undefined) {
    const length = to.time > from.time ? to.time - from.time : to.time - from.time + DAY
    return { ...(days ?? EVERY_DAY), except, from: from.time, length }
  }
  if (from.weekday === undefined || to.weekday === undefined) {
    return scope.report.error(
      'half-a-stretch',
      `a weekly stretch names a day in both 'from' and 'to': fri 17:00, mon 09:00`,
      text.where,
    )
  }
  if (text.keys.has('days')) {
    return scope.report.error(
      'days-with-stretch',
      `a weekly stretch names its days itself: leave out 'days'`,
      keyPlace(text, 'days'),
    )
  }
  const length = (to.weekday - from.weekday) * DAY + to.time - from.time
  return {
    weekdays: 1 << from.weekday,
    monthDays: [],
    lists: [],
    except,
    from: from.time,
    length: length > 0 ? length : length + WEEK,
  }
}

/** An edge of a window: a time of day, with a weekday before it in a weekly stretch. */
function edgeOf(
  { report }: Scope,
  { value, place }: Told<string>,
): { readonly weekday: number | undefined; readonly time: number } | undefined {
  const [first = '', ...rest] = value.split(/ +/)
  const weekday = weekdayNamed(first.toLowerCase())
  if (rest.length === 0 || weekday !== undefined) {
    const time = readTimeOfDay(weekday === undefined ? first : rest.join(' '))
    if (typeof time !== 'string') return { weekday, time }
    const way = weekday === undefined ? time : time.replace(`write '`, `write '${first} `)
    const or = /write|there is/.test(way) ? way : `${way}, or 'fri 17:00'`
    return report.error('bad-time', `${quote(value)}: ${or}`, place)
  }
  const whole = readTimeOfDay(value)
  if (typeof whole === 'string' && whole.includes(`write '`)) {
    return report.error('bad-time', `${quote(value)}: ${whole}`, place)
  }
  const behind = rest.join(' ')
  const day = daysMeantBy(first)
  const meant = day !== undefined && weekdayNamed(day) !== undefined
  const way = meant
    ? ` (did you mean '${day} ${behind}'?)`
    : `: expected a time such as 'fri 17:00'`
  return report.error('unknown-day', `${quote(value)}: unknown day ${quote(first)}${way}`, place)
}
