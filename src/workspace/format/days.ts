/** Days as they are written: any text to the reader, which says what is wrong; to an editor, words and a pattern. */
import { writeMonthDay } from '../../time/month-day.ts'
import { WEEKDAYS } from '../../time/wall.ts'
import { list, some, text, type JsonSchema, type Shape, type Told } from './shape.ts'
import type { Texts } from './values.ts'

/** The words that an editor offers. */
const OFFERED = [
  ...WEEKDAYS,
  'mon-fri',
  'sat-sun',
  ...[1, 2, 3, 4, 5, 0].flatMap((nth) =>
    WEEKDAYS.map((_, weekday) => writeMonthDay({ kind: 'weekday', nth, weekday })),
  ),
  '1st',
  '15th',
  'last day',
]

const DAY = `(?:${WEEKDAYS.map((day) => `${anyCase(day.slice(0, 3))}(?:${anyCase(day.slice(3))})?`).join('|')})`
const NTH = `(?:${['first', '1st', 'second', '2nd', 'third', '3rd', 'fourth', '4th', 'fifth', '5th', 'last'].map(anyCase).join('|')})`
const DATE = `(?:[23]?1${anyCase('st')}|2?2${anyCase('nd')}|2?3${anyCase('rd')}|(?:[4-9]|1[0-9]|2[04-9]|30)${anyCase('th')})`
const DAY_OF_MONTH = `${NTH} +${DAY}|${DATE}|${anyCase('last')} +${anyCase('day')}`

/** Weekdays alone. */
export const weekdaysPattern: string = `^${DAY}(?:-${DAY})?$`

/** One day of the month, or a time of day, which YAML may take for a number. */
export const handoff: Shape<Told<string>> = {
  read: text.read,
  schema: () => ({
    anyOf: [
      { enum: OFFERED.filter((word) => / |^\d/.test(word) && !word.startsWith('fifth')) },
      { type: 'string', pattern: `^(?:${DAY_OF_MONTH}|\\d\\d:\\d\\d(?::\\d\\d)?)$` },
      { type: 'number' },
    ],
  }),
}

/** Days of a meeting. */
export const meetingDays: Shape<Texts> = daysLike('a day', {
  type: 'string',
  pattern: `^(?:${DAY}(?:-${DAY})?|${DAY_OF_MONTH})$`,
})

/** Days of a window: among them the names of lists, which can be any id. */
export const windowDays: Shape<Texts> = daysLike(
  'a day or the name of a list of holidays',
  text.schema(),
)

function daysLike(what: string, other: JsonSchema): Shape<Texts> {
  const day = { read: text.read, schema: () => ({ anyOf: [{ enum: OFFERED }, other] }) }
  return some(list(day), what)
}

/** JSON Schema knows no flag for it. */
function anyCase(word: string): string {
  return word.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
}
