/** The values of the format: times, dates, lengths, working hours, addresses, people, numbers of turns. */
import { readLength, type Length, type Unit } from '../../time/length.ts'
import {
  readDay,
  readDayRange,
  readTimeOfDay,
  readWritten,
  type DayRange,
  type WrittenTime,
} from '../../time/written.ts'
import { oneOrMany, scalar, some, text, type JsonSchema, type Shape, type Told } from './shape.ts'

export type Times = Told<WrittenTime>

export type Texts = readonly Told<string>[]

/** A date, or a date and a time of day, perhaps with its offset. */
export const TIME_PATTERN: string = String.raw`^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d(:?\d\d)?)?)?$`

const TIME: JsonSchema = { type: 'string', examples: ['2026-11-30 16:00', '2026-11-30'] }

const DATE: JsonSchema = { type: 'string', examples: ['2026-11-30'] }

const RANGE: JsonSchema = { type: 'string', examples: ['2026-12-24', '2026-12-24..2027-01-01'] }

export const time: Shape<Times> = scalar('bad-time', readWritten, TIME)

export const date: Shape<Told<{ day: number }>> = scalar(
  'bad-date',
  (written) => wrap(readDay(written), (day) => ({ day })),
  DATE,
)

export const range: Shape<Told<DayRange>> = scalar('bad-date', readDayRange, RANGE)

export const timeOfDay: Shape<Told<{ time: number }>> = scalar(
  'bad-time',
  (written) =>
    written === '24:00'
      ? `a day ends there: write 00:00, and in 'days' the day after`
      : wrap(readTimeOfDay(written), (at) => ({ time: at })),
  // YAML 1.1 makes a number of it: sixteen times sixty.
  { type: ['string', 'number'], examples: ['16:00'] },
)

export function length<U extends Unit>(
  units: readonly U[],
  example: string,
): Shape<Told<Length<U>>> {
  const readShort = (written: string): Length<U> | string =>
    /^\d{8}/.test(written)
      ? 'expected a number of at most seven digits'
      : readLength(written, units)
  return scalar('bad-length', readShort, { type: 'string', examples: [example] })
}

function wrap<T, U>(read: T | string, into: (value: T) => U): U | string {
  return typeof read === 'string' ? read : into(read)
}

export const hours: Shape<Told<{ from: number; to: number }>> = scalar(
  'bad-time',
  (written) => {
    const [first = '', second, more] = written.split('-')
    if (second === undefined || more !== undefined) return `expected hours such as '09:00-18:00'`
    const from = readTimeOfDay(first.trim())
    const to = readTimeOfDay(second.trim())
    if (typeof from === 'string') return from
    if (typeof to === 'string') return to
    return from === to
      ? `the working day has no length: expected hours such as '09:00-18:00'`
      : { from, to }
  },
  { type: 'string', examples: ['09:00-18:00'] },
)

export const email: Shape<Told<string>> = {
  schema: () => ({ type: 'string', format: 'email' }),
  read(node, report) {
    const told = text.read(node, report)
    if (told === undefined || /^[^\s@]+@[^\s@]+$/.test(told.value)) return told
    return report.error(
      'bad-email',
      `'${told.value}': expected an e-mail address such as 'alice@example.com'`,
      told.place,
    )
  },
}

export const who: Shape<Texts> = some(oneOrMany(text), `a person, or 'nobody'`)

export function readTurns(written: string): { turns: number } | string {
  if (/^[+-]?\d{7,}$/.test(written)) return 'expected at most six digits'
  return /^[+-]?\d+$/.test(written)
    ? { turns: Number(written) }
    : 'expected a whole number of turns, such as 1 or -1'
}
