/** A person as YAML. */
import { dayOfWall, writeDay, writeTimeOfDay } from '../../time/wall.ts'
import {
  WORKING_DAY,
  type Away,
  type Contact,
  type Person,
  type RecurringAway,
  type Setting,
} from '../../model/person.ts'
import type { Workspace } from '../../model/workspace.ts'
import { wordsOfDays } from '../../model/days.ts'
import {
  given,
  list,
  map,
  oneLine,
  tall,
  tallList,
  text,
  word,
  wordsOf,
  type Item,
  type Yaml,
} from './emit.ts'
import { pairOf, stretchEntries } from './time.ts'

export function printPerson(person: Person, { zone: usual }: Workspace): Yaml {
  const { id, name, email, zone, setting, changes, contact, away, recurring, from, until } = person
  const { pagerduty } = person
  const absences = [
    ...away.map((one) => awayOf(one, person)),
    ...recurring.map((one) => recurringOf(one, person)),
  ]
  const own = given({
    name: name === id ? undefined : text(name),
    email: email === undefined ? undefined : text(email),
    ...printSetting(setting, { zone: usual, hours: WORKING_DAY }),
    contact: contact.length === 0 ? undefined : mapOf(contact),
    changes: changes.length === 0 ? undefined : tallList(printChanges(person)),
    ...pairOf({ from, until }, ['from', 'until'], zone),
    pagerduty: pagerduty === undefined ? undefined : text(pagerduty),
    away: absences.length === 0 ? undefined : list(absences),
  })
  return own.length === 0 ? map({}) : tall(own)
}

/** As much of where somebody lives and when they work as is another than what was true before. */
function printSetting(
  { zone, hours, country, weekend }: Setting,
  before: Setting,
): Record<string, Yaml | undefined> {
  const isUsual = hours.from === before.hours.from && hours.to === before.hours.to
  return {
    timezone: zone.name === before.zone.name ? undefined : word(zone.name),
    hours: isUsual ? undefined : word(`${writeTimeOfDay(hours.from)}-${writeTimeOfDay(hours.to)}`),
    country: country === undefined || country === before.country ? undefined : word(country),
    weekend: weekend === undefined || weekend === before.weekend ? undefined : weekendText(weekend),
  }
}

function printChanges({ setting, changes }: Person): Item[] {
  return changes.map((change, i) => ({
    value: map({
      from: word(writeDay(dayOfWall(change.from.wall))),
      ...printSetting(change, changes[i - 1] ?? setting),
    }),
  }))
}

function weekendText(weekend: number): Yaml {
  return wordsOf(wordsOfDays({ weekdays: weekend, monthDays: [], lists: [] }))
}

function mapOf(contact: readonly Contact[]): Yaml {
  const entries = contact.map(({ name, value }) => ({
    key: oneLine(text(name)),
    value: text(value),
  }))
  return { kind: 'map', entries, isTall: false }
}

function recurringOf({ days, from, until, why }: RecurringAway, { zone }: Person): Yaml {
  return map({
    days: wordsOf(wordsOfDays(days)),
    ...pairOf({ from, until }, ['from', 'until'], zone),
    why: why === undefined ? undefined : text(why),
  })
}

function awayOf(away: Away, { zone }: Person): Yaml {
  const { why } = away
  const entries = stretchEntries(away, zone)
  if (why === undefined && entries['on'] !== undefined) return entries['on']
  return map({ ...entries, why: why === undefined ? undefined : text(why) })
}
