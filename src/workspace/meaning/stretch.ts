/** From when to when, understood: `from` and `to`, or whole days. */
import { DAY } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { DayRange } from '../../time/written.ts'
import type { Zone } from '../../time/zone.ts'
import { lacks, reportMissing, type Fields, type Told } from '../format/shape.ts'
import type { Times } from '../format/values.ts'
import type { Report } from '../report.ts'
import { checkOrder, keyPlace, momentOf } from './scope.ts'

interface StretchText {
  from: Times
  to: Times
  on: Told<DayRange>
}

/** The stretch that a text says in a zone, which a clock change may make empty or backwards; `what` names the text. */
export function stretchOf(
  what: string,
  text: Fields<StretchText>,
  zone: Zone,
  report: Report,
): Interval | undefined {
  if (text.keys.has('on')) {
    if (text.keys.has('from') || text.keys.has('to')) {
      const hours = [text.from, text.to].some((time) => time?.value.dateOnly === false)
      report.error(
        'on-with-from',
        hours
          ? `'on' is for whole days, and 'from' and 'to' for hours: leave out 'on'`
          : `'on' says it all: leave out 'from' and 'to'`,
        keyPlace(text, 'on'),
      )
    }
    return text.on && wholeDays(text.on.value, zone)
  }
  if (lacks(text, 'on')) {
    reportMissing(what, text, ['from', 'to'], report, ` (or 'on' for whole days)`)
  }
  checkOrder(text.from, text.to, zone, ['from', 'to'], report)
  const from = momentOf(text.from, zone)
  const to = momentOf(text.to, zone)
  return from && to && { start: from.instant, end: to.instant }
}

/** The days of a range, the last included. */
export function wholeDays({ first, last }: DayRange, zone: Zone): Interval {
  return { start: zone.instantAt(first * DAY), end: zone.instantAt((last + 1) * DAY) }
}
