/** Days as they would be written in the YAML. */
import { writeMonthDay } from '../../time/month-day.ts'
import { WEEKDAYS } from '../../time/wall.ts'
import { EVERY_WEEKDAY, type Days } from '../../model/days.ts'
import { list, word, type Yaml } from './emit.ts'

/** One word for each run of weekdays, day of the month and list of holidays. */
export function daysOf({ weekdays, monthDays, lists }: Days): string[] {
  const names = lists.map(({ name }) => name)
  return [...runsOf(weekdays), ...monthDays.map(writeMonthDay), ...names]
}

/** Weekdays that follow one another as `mon-fri`, also across the end of the week. */
function runsOf(weekdays: number): string[] {
  if (weekdays === EVERY_WEEKDAY) return ['mon-sun']
  const isOn = (day: number): boolean => ((weekdays >> (((day % 7) + 7) % 7)) & 1) === 1
  const runs: string[] = []
  for (let day = 0; day < 7; day += 1) {
    if (!isOn(day) || isOn(day - 1)) continue
    let last = day
    while (isOn(last + 1)) last += 1
    const count = last - day + 1
    if (count === 2) runs.push(shortDay(day), shortDay(last))
    else runs.push(count === 1 ? shortDay(day) : `${shortDay(day)}-${shortDay(last)}`)
  }
  return runs
}

export function shortDay(day: number): string {
  return (WEEKDAYS[day % 7] ?? '').slice(0, 3)
}

/** One word alone, several as a list. */
export function wordsOf(words: readonly string[]): Yaml {
  const [only = '', ...more] = words
  return more.length === 0 ? word(only) : list(words.map(word))
}
