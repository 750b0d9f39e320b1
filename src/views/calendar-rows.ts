/** The lines of the picture that are no rotation: the names of weeks and days, where now is, meetings. */
import { dateOf, dayOf, dayOfWall, weekdayOf, type Day } from '../time/wall.ts'
import { sayShortDay } from '../time/words.ts'
import { startOfDay } from '../time/written.ts'
import type { Occurrence } from '../timeline/occurrences.ts'
import { columnAt, intervalOf, type Frame } from './frame.ts'
import type { Glyphs } from './glyphs.ts'
import type { Clock } from './clock.ts'
import type { Look } from './look.ts'

/** `W49  30 Nov` above each Monday of a line with several weeks. */
export function weeksHead({ first, days, cells }: Frame, { paint }: Look): string {
  const room = cells * 7
  return Array.from({ length: days / 7 }, (_, week) => {
    const monday = first + week * 7
    const date = sayShortDay(monday).slice(4)
    const { month, day } = dateOf(monday)
    const texts = [`W${weekNumber(monday)}  ${date}`, date, `${day}/${month}`]
    const text = texts.find((each) => each.length < room) ?? ''
    return paint.faint(text) + ' '.repeat(room - text.length)
  }).join('')
}

/** The name of each day; today's stands out, a `*` is on days on which the clock changes. */
export function daysHead(
  { zone, first, days, cells }: Frame,
  { paint, now }: Look,
  clock: Clock,
): string {
  const today = dayOfWall(zone.wallAt(now))
  const all = Array.from({ length: days }, (_, i) => {
    const star = clock.say(startOfDay(zone, first + i)).endsWith('*') ? '*' : ''
    return { day: first + i, star }
  })
  const say = FORMS.find((form) =>
    all.every(({ day, star }) => (form(day) + star).length < Math.max(cells, 2)),
  )
  return all
    .map(({ day, star }) => {
      const text = `${say?.(day) ?? ''}${star}`.slice(0, cells)
      const brush = day === today ? paint.strong : weekdayOf(day) < 5 ? undefined : paint.faint
      return (brush?.(text) ?? text) + ' '.repeat(cells - text.length)
    })
    .join('')
}

/** A mark below the day and hour that it is; empty where that is not in the frame. */
export function nowRow(frame: Frame, { now, paint }: Look, { now: glyph }: Glyphs): string {
  const { start, end } = intervalOf(frame)
  if (now < start || now >= end) return ''
  const column = Math.floor(columnAt(frame, now))
  const before = column + '? now'.length > frame.days * frame.cells
  const text = before ? `now ${glyph}` : `${glyph} now`
  return ' '.repeat(before ? Math.max(0, column - 4) : column) + paint.strong(text)
}

/** A mark where each meeting begins, or how many begin there; empty where none does. */
export function meetingRow(
  held: readonly Occurrence[],
  frame: Frame,
  { meeting: glyph }: Glyphs,
): string {
  const { start, end } = intervalOf(frame)
  const counts = new Map<number, number>()
  for (const occurrence of held) {
    if (occurrence.start < start || occurrence.start >= end) continue
    const column = Math.floor(columnAt(frame, occurrence.start))
    counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  let text = ''
  for (const [column, count] of [...counts].sort(([a], [b]) => a - b)) {
    text = text.padEnd(column) + (count === 1 ? glyph : String(Math.min(count, 9)))
  }
  return text
}

/** The number of the week that begins with a Monday (ISO 8601): the year of its Thursday counts. */
export function weekNumber(monday: Day): number {
  const thursday = monday + 3
  return Math.floor((thursday - dayOf(dateOf(thursday).year, 1, 1)) / 7) + 1
}

/** How the days of a line are called, all in one form: the longest that leaves a space. */
const FORMS: readonly ((day: Day) => string)[] = [
  sayShortDay,
  (day) => (dateOf(day).day === 1 ? sayShortDay(day).slice(4) : sayShortDay(day).slice(0, -4)),
  (day) =>
    dateOf(day).day === 1
      ? sayShortDay(day).slice(4)
      : sayShortDay(day).slice(0, 2) + sayShortDay(day).slice(3, -4),
  (day) => String(dateOf(day).day),
]
