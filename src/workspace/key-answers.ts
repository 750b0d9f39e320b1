/** What to write for keys of other tools that depend on their value and on their neighbours. */
import type { Place } from '../model/place.ts'
import { lengthMeantBy } from '../time/length-words.ts'
import { lengthOfMinutes, writeLength } from '../time/length.ts'
import { quoteList } from '../time/list.ts'
import { readDayRange, readTimeOfDay, readWritten, timeOfDayIn } from '../time/written.ts'
import { dayOf, writeDay, writeTimeOfDay, WEEKDAYS } from '../time/wall.ts'
import { DAY, MINUTE } from '../time/instant.ts'
import { daysMeantBy } from './day-words.ts'
import { quote } from './quote.ts'
import { pairsOf } from './yaml/flow.ts'
import type { Entry, Node } from './yaml/node.ts'

/** What somebody meant by a key that a thing has not. */
export interface Habit {
  /** What is said of it, behind "a rotation has no key 'type'". */
  readonly way: string
  /** Keys of the thing that it says: that they lack is no mistake of its own. */
  readonly means?: readonly string[]
  /** Other keys that are answered by the same words; this one may be among them. */
  readonly takes?: readonly Entry[]
  /** Whether the words stand in place of the whole entry, and of those that it takes. */
  readonly isWhole?: true
  /** What the words stand in place of, where that is something else. */
  readonly place?: Place
}

/** A key that is not known, and the map in which it stands. */
export interface Found {
  readonly entry: Entry
  readonly word: string
  readonly value: Node
  /** The keys that such a thing has. */
  readonly names: readonly string[]
  /** Its value, where that is one text. */
  readonly text: string
  /** The first entry whose key is one of these words. */
  readonly beside: (words: RegExp) => Entry | undefined
  readonly all: (words: RegExp) => readonly Entry[]
  /** All whose keys are words of the same rule, in the order in which they stand; this one too. */
  readonly alike: readonly Entry[]
}

/** The text of a scalar, of anything else none. */
export function textOf(node: Node | undefined): string {
  return node?.kind === 'scalar' ? node.text.trim() : ''
}

export const TURN_UNIT: RegExp = /^(type|frequency|rotation_type|recurrence|cadence|repeat|unit)$/
export const TURN_COUNT: RegExp = /^(length|interval|every|rotation_length|count|period)$/

export function ownKey({ word }: Found): Habit {
  return { way: `: what is your own begins with x-, write 'x-${word.replaceAll('_', '-')}'` }
}

/** All of them inside one key, which may stand beside them already. */
export function together(key: string, written: RegExp): (found: Found) => Habit {
  return ({ alike, beside }) =>
    beside(written) === undefined
      ? { way: `: write '${key}: { ${pairsOf(alike)} }'`, takes: alike, isWhole: true }
      : { way: `: write it inside '${key}'` }
}

export function daysOff({ value, text }: Found): Habit {
  const first = value.kind === 'list' ? textOf(value.items[0]) : text
  return /\d/.test(first) || daysMeantBy(first) === undefined
    ? { way: `: write 'away'` }
    : { way: ` (did you mean 'weekend', or 'away: { days: ${daysIn(value, text)} }'?)` }
}

export function daysIn(value: Node, text: string): string | undefined {
  if (value.kind === 'list') {
    const items = value.items.map((item) => daysMeantBy(textOf(item)))
    return items.length === 0 || items.includes(undefined) ? undefined : `[${items.join(', ')}]`
  }
  return text === '' ? undefined : daysMeantBy(text)
}

/** Hours beside `on`: those of that day. */
export function hoursOfOverride({ text, beside, all }: Found): Habit | undefined {
  if (beside(/^(from|to)$/) !== undefined) return undefined
  const on = textOf(beside(/^on$/)?.value)
  const [from, to] = text.split(/ *[-–] */)
  const takes = all(/^(start|end)_(time|hour)$/)
  const day = typeof readDayRange(on) === 'string' || on.includes('..') ? '' : on
  const times =
    day !== '' && from !== undefined && to !== undefined && [from, to].every(isTime)
      ? `'from: ${day} ${from}' and 'to: ${day} ${to}'`
      : `'from' and 'to', with their dates`
  return { way: `: write the hours by ${times}, instead of 'on'`, takes }
}

function isTime(text: string): boolean {
  return typeof readTimeOfDay(text) !== 'string'
}

/** The first handoff, as one time: that of the docs where no date is said. */
export function handoffWords({ alike, beside }: Found): Habit | undefined {
  const unit = textOf(beside(/^turn$/)?.value)
  if (/month|mo$/.test(unit) || beside(/^(shifts|handoff)$/) !== undefined) return undefined
  if (beside(/^start$/) !== undefined) {
    return { way: `: day and time of the handoffs are those of 'start'`, takes: alike }
  }
  const texts = alike.map(({ value }) => textOf(value).toLowerCase())
  const weekday =
    texts
      .map((text) => WEEKDAYS.findIndex((day) => text !== '' && day.startsWith(text.slice(0, 3))))
      .find((day) => day >= 0) ?? 0
  const time = texts.map(timeOfDayIn).find((text) => text?.includes(':') === true)
  const day = writeDay(dayOf(2026, 11, 30) + weekday)
  return {
    way: `: day and time of the handoffs are those of the first, say 'start: ${day}${time === undefined ? '' : ` ${time}`}'`,
    means: ['start'],
    takes: alike,
  }
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(hourly|hours?)$/, 'hours'],
  [/^(daily|days?)$/, 'days'],
  [/^(weekly|weeks?)$/, 'weeks'],
  [/^(monthly|months?)$/, 'months'],
]

/** `type: weekly` beside `length: 1`, `frequency` beside `interval`: one length. */
export function turnOfTwo({ entry, beside, all }: Found): Habit | undefined {
  if (beside(/^turn$/) !== undefined) return undefined
  const [unit] = all(TURN_UNIT)
  const [count] = all(TURN_COUNT)
  if (unit === undefined || count === undefined) return undefined
  const name = UNITS.find(([pattern]) => pattern.test(textOf(unit.value).toLowerCase()))?.[1]
  const number = /^\d+$/.exec(textOf(count.value))?.[0]
  if (name === undefined || number === undefined) return undefined
  const length = lengthMeantBy(`${number} ${name}`, ['hours', 'days', 'weeks', 'months'])
  if (length === undefined) return undefined
  const other = entry === unit ? count : unit
  return {
    way: `, nor ${quote(other.key.text)}: write both as one, 'turn: ${writeLength(length)}'`,
    means: ['turn'],
    takes: [other],
    isWhole: true,
  }
}

/** As PagerDuty has them: a time of day and a number of seconds. */
export function restrictions({ value, beside }: Found): Habit | undefined {
  if (beside(/^during$/) !== undefined || value.kind !== 'list') return undefined
  const windows = value.items.map((item) => {
    if (item.kind !== 'map') return undefined
    const field = (key: string): string =>
      textOf(item.entries.find((each) => each.key.text === key)?.value)
    const from = readTimeOfDay(field('start_time_of_day'))
    const seconds = Number(field('duration_seconds'))
    if (typeof from === 'string' || !(seconds > 0) || seconds >= DAY / 1000) return undefined
    const to = (from + seconds * 1000) % DAY
    const day = Number(field('start_day_of_week'))
    const name = WEEKDAYS[day - 1]
    return `{ ${name === undefined ? '' : `days: ${name}, `}from: ${writeTimeOfDay(from)}, to: ${writeTimeOfDay(to)} }`
  })
  if (windows.length === 0 || windows.includes(undefined)) return undefined
  const written = windows.length === 1 ? windows[0] : `[${windows.join(', ')}]`
  return { way: `: write 'during: ${written}'`, isWhole: true }
}

/** `from: 16:00, to: 16:15` of a meeting; dates bound it. */
export function meetingTimes({ word, text, alike, beside }: Found): Habit | undefined {
  const day = readWritten(text)
  if (typeof day !== 'string') {
    const key = /^(from|begin|begins|start_time|starts?_at)$/.test(word) ? 'start' : 'end'
    if (!day.dateOnly) return undefined
    if (beside(new RegExp(`^${key}$`)) !== undefined) return { way: `: '${key}' says it already` }
    return { way: `: write '${key}'`, means: [key] }
  }
  if (beside(/^(at|duration)$/) !== undefined) return undefined
  const [from, to] = alike.map(({ value }) => readTimeOfDay(timeOfDayIn(textOf(value)) ?? ''))
  if (alike.length !== 2 || typeof from !== 'number' || typeof to !== 'number') return undefined
  const length = lengthOfMinutes(((to - from + DAY) % DAY) / MINUTE)
  return {
    way: `: write 'at: ${writeTimeOfDay(from)}' and 'duration: ${writeLength(length)}'`,
    means: ['at', 'duration'],
    takes: alike,
    isWhole: true,
  }
}

export function windowHours({ text, beside }: Found): Habit | undefined {
  if (beside(/^(from|to)$/) !== undefined) return undefined
  const [from, to] = text.split(/ *[-–] */).map(timeOfDayIn)
  if (from === undefined || to === undefined) return undefined
  return {
    way: `: write ${quoteList([`from: ${from}`, `to: ${to}`])}`,
    means: ['from', 'to'],
    isWhole: true,
  }
}
