/** The values of the format: times, dates, lengths, working hours, addresses, people, numbers of turns. */
import { patternOfLength, readLength, type Length, type Unit } from '../../time/length.ts'
import {
  readDay,
  readDayRange,
  readHours,
  readTimeOfDay,
  readWritten,
  type DayRange,
  type WrittenTime,
} from '../../time/written.ts'
import { list, scalar, some, text, type JsonSchema, type Shape, type Told } from './shape.ts'
import { quote } from '../quote.ts'
import {
  hintForDate,
  hintForLength,
  hintForMoment,
  hintForRange,
  hintForTimeOfDay,
} from '../time-hints.ts'

export type Times = Told<WrittenTime>

export type Texts = readonly Told<string>[]

/** A date, or a date and a time of day, perhaps with its offset. */
export const TIME_PATTERN: string = String.raw`^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.0+)?)?(Z|[+-]\d\d(:?\d\d)?)?)?$`

const DAY = String.raw`\d{4}-\d\d-\d\d`

const CLOCK = String.raw`([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?`

const TIME: JsonSchema = {
  type: 'string',
  pattern: TIME_PATTERN,
  examples: ['2026-11-30 16:00', '2026-11-30'],
}

const DATE: JsonSchema = { type: 'string', pattern: `^${DAY}$`, examples: ['2026-11-30'] }

const RANGE: JsonSchema = {
  type: 'string',
  pattern: `^${DAY}( *\\.\\. *${DAY})?$`,
  examples: ['2026-12-24', '2026-12-24..2027-01-01'],
}

export const time: Shape<Times> = scalar('bad-time', readWritten, TIME, hintForMoment)

export const date: Shape<Told<{ day: number }>> = scalar(
  'bad-date',
  (written) => wrap(readDay(written), (day) => ({ day })),
  DATE,
  hintForDate,
)

export const range: Shape<Told<DayRange>> = scalar('bad-date', readDayRange, RANGE, hintForRange)

/** YAML 1.1 makes a number of a time of day: sixteen times sixty. */
const AS_NUMBER: JsonSchema = { type: ['string', 'number'] }

/** An edge of a window: any text to the reader, since only the window knows what it means. */
export const edge: Shape<Told<string>> = {
  read: text.read,
  schema: () => ({
    ...AS_NUMBER,
    pattern: `^([A-Za-z]{3,9} +)?(${CLOCK}|24:00)$`,
    examples: ['09:00', '17:00', 'fri 17:00'],
  }),
}

export const timeOfDay: Shape<Told<{ time: number }>> = scalar(
  'bad-time',
  (written) =>
    written === '24:00'
      ? `a day ends there: write '00:00', and the day after in 'days'`
      : wrap(readTimeOfDay(written), (at) => ({ time: at })),
  { ...AS_NUMBER, pattern: `^${CLOCK}$`, examples: ['16:00'] },
  hintForTimeOfDay,
)

export function length<U extends Unit>(
  units: readonly U[],
  example: string,
): Shape<Told<Length<U>>> {
  const schema = { type: 'string', pattern: patternOfLength(units), examples: [example] }
  return scalar('bad-length', (written) => readLength(written, units), schema, hintForLength)
}

function wrap<T, U>(read: T | string, into: (value: T) => U): U | string {
  return typeof read === 'string' ? read : into(read)
}

const hoursAsText: Shape<Told<{ from: number; to: number }>> = scalar('bad-time', readHours, {
  type: 'string',
  pattern: `^(${CLOCK}|24:00) *- *(${CLOCK}|24:00)$`,
  examples: ['09:00-18:00'],
})

export const hours: Shape<Told<{ from: number; to: number }>> = {
  schema: hoursAsText.schema,
  read(node, report) {
    if (node.kind !== 'map') return hoursAsText.read(node, report)
    const [from, to] = ['from', 'to'].map((name) => {
      const value = node.entries.find(({ key }) => key.text === name)?.value
      return value?.kind === 'scalar' ? value.text : ''
    })
    const written = `${from}-${to}`
    const isSound = typeof readHours(written) !== 'string'
    const way = isSound ? `write '${written}'` : `such as '09:00-18:00'`
    return report.error('not-text', `expected hours as one text: ${way}`, node.place)
  },
}

export const email: Shape<Told<string>> = {
  schema: () => ({ type: 'string', format: 'email' }),
  read(node, report) {
    const told = text.read(node, report)
    if (told === undefined || isEmail(told.value)) return told
    const meant = told.value
      .replace(/^.*<(.*)>\s*$/, '$1')
      .replace(/^mailto:/i, '')
      .replace(/\s*[([{]?\bat\b[)\]}]?\s*/i, '@')
      .replace(/\s*[([{]\s*dot\s*[)\]}]\s*/gi, '.')
    const way = isEmail(meant)
      ? `write '${meant}'`
      : `expected an e-mail address such as 'alice@example.com'`
    return report.error('bad-email', `${quote(told.value)}: ${way}`, told.place)
  },
}

function isEmail(written: string): boolean {
  return /^[^\s@<>:,;]+@[^\s@<>:,;]+$/.test(written)
}

export const who: Shape<Texts> = some(list(text), `a person, or 'nobody'`)

export function readTurns(written: string): { turns: number } | string {
  if (/^[+-]?\d{7,}$/.test(written)) return 'expected at most six digits'
  if (/^[+-]?\d+$/.test(written)) return { turns: Number(written) }
  const number = ['zero', 'one', 'two', 'three'].indexOf(written.trim().toLowerCase())
  const meant = number < 0 ? /^([+-]?\d{1,6}) *(turns?|shifts?|weeks?)$/.exec(written)?.[1] : number
  return meant === undefined
    ? `expected a whole number of turns, such as '1' or '-1'`
    : `write '${meant}'`
}
