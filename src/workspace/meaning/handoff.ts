/** The day of the month on which turns of months begin, understood. */
import { dayInMonth, readMonthDay, writeMonthDay, type MonthDay } from '../../time/month-day.ts'
import { dateOf, dayOfWall, writeDay } from '../../time/wall.ts'
import { readTimeOfDay } from '../../time/written.ts'
import type { Zone } from '../../time/zone.ts'
import type { LayerText } from '../format/rotation.ts'
import type { Fields, Told } from '../format/shape.ts'
import { quote } from '../quote.ts'
import { keyPlace, momentOf, type Scope } from './scope.ts'
import { suggestMonthDay } from './weekdays.ts'

/** `handoff` of a layer that is no table; undefined where there is none, or where it is wrong, which is reported. */
export function handoffOf(scope: Scope, text: Fields<LayerText>, zone: Zone): MonthDay | undefined {
  const { report } = scope
  if (!text.keys.has('handoff')) return undefined
  const { handoff, turn } = text
  const isTime = handoff !== undefined && typeof readTimeOfDay(handoff.value) === 'number'
  if (isTime || (turn !== undefined && turn.value.unit !== 'months')) {
    return report.error(
      'handoff-without-shifts',
      `'handoff' is the day of the month on which turns of months begin, or the time of day of the dates of 'shifts': say the handoff by 'start'`,
      keyPlace(text, 'handoff'),
    )
  }
  if (handoff === undefined) return undefined
  const found = readHandoff(scope, handoff)
  const start = momentOf(text.start, zone)
  if (found === undefined || start === undefined || text.start === undefined) return found
  const day = dayOfWall(start.wall)
  const { year, month } = dateOf(day)
  const [here, next] = [month, month + 1].map((each) => dayInMonth(found, year, each) ?? day)
  if (here === day || here === undefined || next === undefined) return found
  const nearest = [here, next].reduce((a, b) => (Math.abs(b - day) < Math.abs(a - day) ? b : a))
  return report.error(
    'start-off-handoff',
    `'start' is no ${quote(handoff.value)}: the first turn begins on such a day (did you mean ${writeDay(nearest)}?)`,
    text.start.place,
  )
}

function readHandoff({ report }: Scope, { value, place }: Told<string>): MonthDay | undefined {
  const found = readMonthDay(value)
  if (found === undefined) {
    return report.error(
      'unknown-day',
      `${quote(value)} is no day of the month${suggestMonthDay(value)}`,
      place,
    )
  }
  if (found.kind === 'weekday' && found.nth === 5) {
    return report.error(
      'unknown-day',
      `${quote(value)}: not every month has a fifth one, and each turn begins on one: write ${quote(writeMonthDay({ ...found, nth: 0 }))}`,
      place,
    )
  }
  return found
}
