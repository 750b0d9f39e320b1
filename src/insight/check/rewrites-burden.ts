/**
 * `rewrites-burden`: an edit of somebody's zone, hours, country or weekend without a date says that it was always so,
 * and shifts that are over count as nights that were none.
 */
import { DAY, type Instant } from '../../time/instant.ts'
import { dayOfWall, writeDay, writeTimeOfDay } from '../../time/wall.ts'
import { wordsOfDays } from '../../model/days.ts'
import type { Person, Setting } from '../../model/person.ts'
import { formerIds } from '../../model/same.ts'
import { burdenDiffs, isNothing, sayWeight } from '../diff-burden.ts'
import type { Rule } from './rule.ts'

/** As far back as statistics look by default. */
const BACK = 90 * DAY

export const rewritesBurden: Rule = {
  name: 'rewrites-burden',
  severity: 'warning',
  summary: 'An edit of a person without a date changes what shifts that are over were to them.',
  before: `
people: { alice: { timezone: Europe/Stockholm }, bob: {} }
rotations:
  primary: { start: 2026-10-05, turn: 1 week, members: [alice, bob] }
`,
  wrong: `
people: { alice: { timezone: Asia/Tokyo }, bob: {} }
rotations:
  primary: { start: 2026-10-05, turn: 1 week, members: [alice, bob] }
`,
  right: `
people:
  alice:
    timezone: Europe/Stockholm
    changes: { from: 2026-12-01, timezone: Asia/Tokyo }
  bob: {}
rotations:
  primary: { start: 2026-10-05, turn: 1 week, members: [alice, bob] }
`,
  check: ({ workspace, before, rotations, now }) => {
    // Who asks about certain rotations does not ask about people.
    if (before === undefined || rotations.length < workspace.rotations.size) return []
    const former = formerIds(before.people, workspace.people)
    const within = { start: now - BACK, end: now }
    return burdenDiffs({ before, after: workspace }, within, now, former).flatMap(
      ({ id, past }) => {
        const [is, was] = [workspace.people.get(id), before.people.get(former(id))]
        if (is === undefined || was === undefined || isNothing(past)) return []
        return {
          message: `by this edit the shifts of '${id}' in the last 90 days were another burden: ${sayWeight(past)}. ${wayOut(was, is, now)}`,
          place: is.place,
          people: [id],
          ...within,
        }
      },
    )
  },
}

function wayOut(was: Person, is: Person, now: Instant): string {
  const keys = changedKeys(was.setting, is.setting)
  if (keys.length === 0) return `Let what is new begin on a day that is to come`
  // Today has begun already.
  const day = writeDay(dayOfWall(is.setting.zone.wallAt(now)) + 1)
  return `Leave it as it was, and say from when on it is true: 'changes: [{ from: ${day}, ${keys.join(', ')} }]'`
}

function changedKeys(was: Setting, is: Setting): string[] {
  const isOther = (key: 'country' | 'weekend'): boolean =>
    is[key] !== undefined && is[key] !== was[key]
  const { from, to } = is.hours
  return [
    ...(is.zone.name === was.zone.name ? [] : [`timezone: ${is.zone.name}`]),
    ...(from === was.hours.from && to === was.hours.to
      ? []
      : [`hours: ${writeTimeOfDay(from)}-${writeTimeOfDay(to)}`]),
    ...(isOther('country') ? [`country: ${is.country}`] : []),
    ...(isOther('weekend') ? [`weekend: ${sayWeekend(is.weekend ?? 0)}`] : []),
  ]
}

function sayWeekend(weekdays: number): string {
  const words = wordsOfDays({ weekdays, monthDays: [], lists: [] })
  return words.length === 1 ? words.join() : `[${words.join(', ')}]`
}
