/** Where somebody lives and when they work, understood, and how that changes. */
import { DAY } from '../../time/instant.ts'
import { writeDay } from '../../time/wall.ts'
import { WORKING_DAY, type NewSetting, type Setting } from '../../model/person.ts'
import type { ChangeText, SettingText } from '../format/person.ts'
import type { Fields } from '../format/shape.ts'
import type { Texts } from '../format/values.ts'
import { quote } from '../quote.ts'
import { countryOf } from './countries.ts'
import { zoneOf, zoneOrOwn, type Scope } from './scope.ts'
import { suggestWeekend, weekdaysOf } from './weekdays.ts'

/** What a text says, on top of what was true before. */
export function settingOf(
  scope: Scope,
  text: Fields<SettingText>,
  before: Setting | undefined,
): Setting {
  const holidays = text.country && countryOf(scope, text.country)
  const weekend = text.weekend ? weekendOf(scope, text.weekend) : before?.weekend
  const country = text.country
    ? { country: text.country.value, ...(holidays && { holidays }) }
    : before && countryIn(before)
  return {
    zone:
      before === undefined
        ? zoneOrOwn(scope, text.timezone)
        : zoneOf(text.timezone, before.zone, scope.report),
    hours: text.hours?.value ?? before?.hours ?? WORKING_DAY,
    ...country,
    ...(weekend !== undefined && { weekend }),
  }
}

function countryIn({ country, holidays }: Setting): Pick<Setting, 'country' | 'holidays'> {
  return { ...(country !== undefined && { country }), ...(holidays && { holidays }) }
}

/** In order of time, each with all that is true from then on. */
export function understandChanges(
  scope: Scope,
  written: readonly Fields<ChangeText>[],
  first: Setting,
): NewSetting[] {
  const changes: NewSetting[] = []
  const sorted = written
    .flatMap((text) => (text.from === undefined ? [] : [{ text, from: text.from }]))
    .sort((a, b) => a.from.value.day - b.from.value.day)
  let before = first
  for (const { text, from } of sorted) {
    const wall = from.value.day * DAY
    const last = changes.at(-1)
    if (last?.from.wall === wall) {
      const related = { place: last.place, note: 'the other one' }
      const words = `two changes begin on ${writeDay(from.value.day)}: make one of them`
      scope.report.error('changed-twice', words, from.place, related)
    }
    before = settingOf(scope, text, before)
    const instant = before.zone.instantAt(wall)
    changes.push({ ...before, from: { wall, instant }, place: text.where })
  }
  return changes
}

function weekendOf({ report }: Scope, words: Texts): number {
  let weekend = 0
  for (const { value, place } of words) {
    const days = weekdaysOf(value)
    if (days === undefined)
      report.error('unknown-day', `unknown day ${quote(value)}${suggestWeekend(value)}`, place)
    else weekend |= days
  }
  return weekend
}
