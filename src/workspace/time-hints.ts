/** What to write for a time or a date that cannot be read, where that depends on what stands around it. */
import { DAY, MINUTE } from '../time/instant.ts'
import { lengthOfMinutes, writeLength } from '../time/length.ts'
import { sayList } from '../time/list.ts'
import { stretchMeantBy } from '../time/stretch-words.ts'
import { hoursMeantBy, yearlyMeantBy } from '../time/time-words.ts'
import {
  readDayRange,
  readHours,
  readTimeOfDay,
  readWritten,
  timeOfDayIn,
  zonedMoment,
  zonedTime,
} from '../time/written.ts'
import { zonesBehind } from '../time/zone-words.ts'
import { zoneNamed } from '../time/zone.ts'
import { daysMeantBy } from './day-words.ts'
import type { Inside } from './report.ts'
import { asSeveral, listedAs } from './around.ts'
import type { Node } from './yaml/node.ts'

type Hint = (text: string, node: Node, inside: Inside | undefined) => string | undefined

/** Of the time of day at which a meeting begins: what else stands there has a key of its own. */
export const hintForTimeOfDay: Hint = (text, _node, inside) => {
  const hours = hoursIn(text)
  if (hours !== undefined) {
    const minutes = ((hours.to - hours.from + DAY) % DAY) / MINUTE
    const length = writeLength(lengthOfMinutes(minutes))
    return inside?.has('duration') === true
      ? `when it ends is said by 'duration': write '${hours.begins}'`
      : `write '${hours.begins}', and 'duration: ${length}' beside it`
  }
  const [, days = '', time = ''] = /^([A-Za-z][A-Za-z, &-]*?)(?: at)? +(\d.*)$/.exec(text) ?? []
  if (time !== '' && daysMeantBy(days) !== undefined) {
    const plain = timeOfDayIn(time)
    if (plain !== undefined) return `the days are said by 'days': write '${plain}'`
  }
  const zoned = zonedTime(text)
  return zoned && inZone(zoned, inside)
}

/** `16:00-16:30`, which is no time with an offset. */
function hoursIn(text: string): { begins: string; from: number; to: number } | undefined {
  const written =
    typeof readHours(text) === 'string' ? hoursMeantBy(text) : text.replaceAll(' ', '')
  const hours = written === undefined ? '' : readHours(written)
  const begins = written?.split('-')[0]
  if (typeof hours === 'string' || begins === undefined) return undefined
  const isOffset = /^\d\d:\d\d-\d\d:?\d\d$/.test(text) && hours.to < hours.from
  return isOffset ? undefined : { begins, ...hours }
}

function inZone(
  { time, zone }: { readonly time: string; readonly zone: string },
  inside: Inside | undefined,
): string | undefined {
  const zones = zonesBehind(zone).filter((name) => zoneNamed(name) !== undefined)
  if (zones.length === 0 || inside?.has('timezone') === true) return undefined
  if (inside?.names.includes('timezone') === true) {
    const keys = zones.map((name) => `'timezone: ${name}'`)
    return `the zone is said by 'timezone': write '${time}', and ${sayList(keys, 'or')} beside it`
  }
  return undefined
}

/** Of a date and a time: in what has no zone of its own, an offset says which instant is meant. */
export const hintForMoment: Hint = (text, _node, inside) => {
  if (inside?.has('days') === true && typeof readTimeOfDay(text) !== 'string')
    return `'days' that come again are whole days: leave the hours out`
  const zoned = zonedMoment(text)
  if (zoned === undefined) return hintForYearless(text)
  const beside = inZone(zoned, inside)
  if (beside !== undefined || inside?.names.includes('timezone') === true) return beside
  const written = readWritten(zoned.time)
  if (typeof written === 'string') return undefined
  const times = zonesBehind(zoned.zone).flatMap((name) => {
    const zone = zoneNamed(name)
    const offset = zone?.offsetAt(zone.instantAt(written.wall))
    return offset === undefined ? [] : [`'${zoned.time}${sayOffset(offset)}'`]
  })
  return times.length === 0 ? undefined : `write ${sayList([...new Set(times)], 'or')}`
}

function sayOffset(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE
  const [h, m] = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0'))
  return `${offset < 0 ? '-' : '+'}${h}:${m}`
}

/** Of a date: a time of day has a key of its own, where there is one. */
export const hintForDate: Hint = (text, _node, inside) => {
  const time = timeOfDayIn(text)
  if (time !== undefined && inside?.names.includes('at') === true)
    return `a time of day is said by 'at: ${time}', and here stands a date`
  return hintForYearless(text)
}

/** Of a length: the days on which something is have a key of their own. */
export const hintForLength: Hint = (text, _node, inside) => {
  if (/^\d* *(business|working|week) ?days?$/i.test(text))
    return `only days on which windows open are counted as shifts: say 'turn: ${/^\d+/.exec(text)?.[0] ?? '1'} shifts' with 'during: { days: mon-fri, from: 00:00, to: 24:00 }'`
  if (/^\d* *(nights?|weekends?)$/i.test(text))
    return `'during' says when, and the turns are openings of that: '${/^\d+/.exec(text)?.[0] ?? '1'} shifts'`
  if (!/^[a-z]/i.test(text) || daysMeantBy(text) === undefined || /ly$/i.test(text))
    return undefined
  if (inside?.names.includes('days') === true)
    return `on which days is said by 'days: ${daysMeantBy(text)}', and here stands how often, such as '1 week'`
  return inside?.names.includes('start') === true
    ? `on which day turns begin is said by 'start', and here stands a length such as '1 week'`
    : undefined
}

/** Of days: hours, several dates, or days that come again, where a date or a range stands. */
export const hintForRange: Hint = (text, node, inside) => {
  const isKey = inside?.names.includes('on') === true
  const stretch = stretchMeantBy(text)
  if (stretch !== undefined && (!isKey || inside.names.includes('from'))) {
    const { from, to } = stretch
    return isKey
      ? `'on' is for whole days: say 'from: ${from}' and 'to: ${to}' instead`
      : `write '{ from: ${from}, to: ${to} }'`
  }
  const moment = readWritten(text)
  if (isKey && typeof moment !== 'string' && !moment.dateOnly && inside.names.includes('from')) {
    const day = text.slice(0, 10)
    return `'on' is for whole days: write '${day}', or say 'from' and 'to' instead`
  }
  if (!isKey && typeof moment !== 'string' && !moment.dateOnly) {
    const day = text.slice(0, 10)
    return `a date has no time of day: write '${day}' for the whole day, or say { from, to }`
  }
  const several = datesIn(text)
  if (several !== undefined) {
    if (isKey) return `that is several dates: write one override for each`
    return listedAs(node.place) === 'dash'
      ? `that is several dates: write each behind a dash of its own`
      : `write '${asSeveral(several, node.place)}'`
  }
  const yearless = hintForYearless(text)
  if (yearless !== undefined || isKey) return yearless
  return hintForDays(text)
}

/** Days of an absence that come again: by their names, or by that of a list. */
function hintForDays(text: string): string | undefined {
  const days = /^[A-Za-z]/.test(text) ? daysMeantBy(text) : undefined
  if (days !== undefined) return `for days that come again write '{ days: ${days} }'`
  return /^[A-Za-z][\w.-]*$/.test(text)
    ? `expected a date such as '2026-11-30' (the days of a list of holidays are '{ days: ${text} }')`
    : undefined
}

function hintForYearless(text: string): string | undefined {
  const day = yearlyMeantBy(text)
  return day === undefined ? undefined : `a date has a year: such as '2026-${day}'`
}

/** The dates and ranges in one text, of `2026-12-24, 2026-12-31` or `2026-12-24 and 2026-12-31`. */
export function datesIn(text: string): readonly string[] | undefined {
  const parts = text.split(
    / *[,;&+] *| +(?:and|or|und) +|(?<=\d{4}-\d\d-\d\d) +(?=\d{4}-\d\d-\d\d)/,
  )
  return parts.length > 1 && parts.every(isRange) ? parts : undefined
}

function isRange(text: string): boolean {
  return typeof readDayRange(text) !== 'string'
}
