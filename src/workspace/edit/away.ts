/** Where an absence more can stand, and how one goes. */
import {
  isSameRecurring,
  type EditAway,
  type NewAway,
  type NewRecurringAway,
  type RemoveRecurringAway,
} from '../../model/change.ts'
import { wordsOfDays } from '../../model/days.ts'
import type { Away, Person, RecurringAway } from '../../model/person.ts'
import type { Source } from '../../model/place.ts'
import type { Workspace } from '../../model/workspace.ts'
import { dayOfWall } from '../../time/wall.ts'
import { startOfDay } from '../../time/written.ts'
import type { Zone } from '../../time/zone.ts'
import { momentText, rangeText, stretchTexts } from '../print/time.ts'
import { appended, flowItem, type Entry } from './insert.ts'
import { withValue } from './keys.ts'
import { layoutOf, valueIn, type Laid } from './layout.ts'
import { removed } from './remove.ts'
import { inserting, replacing, type Spot } from './spot.ts'
import { scalar } from './scalar.ts'

export function awaySpots(
  sources: readonly Source[],
  change: EditAway | RemoveRecurringAway,
  { people }: Workspace,
): Spot[] {
  const { person: id } = change
  const person = people.get(id)
  const source = sources.find(({ path }) => path === person?.place.source.path)
  if (person === undefined || source === undefined) return []
  const { path, text } = source
  const own = valueIn(valueIn(layoutOf(text), 'people')?.value, id)
  const entry = valueIn(own?.value, 'away')
  if (change.kind !== 'add-away') {
    const { place } = goneFrom(person, change) ?? {}
    if (entry === undefined || place === undefined) return []
    return [replacing(path, removed(text, entry, place.from, own?.value))]
  }
  const fresh = awayEntry(change.away, person.zone)
  if (entry !== undefined) {
    const { value } = entry
    if (!isOneThing(value)) return [inserting(path, appended(text, entry, fresh))]
    const both = `[${text.slice(value.from, value.to)}, ${flowItem(fresh)}]`
    return [replacing(path, [{ from: value.from, to: value.to, text: both }])]
  }
  if (own === undefined) return []
  return [replacing(path, withValue(text, own, 'away', `[${flowItem(fresh)}]`))]
}

function goneFrom(
  { away, recurring }: Person,
  change: EditAway | RemoveRecurringAway,
): Away | RecurringAway | undefined {
  if (change.kind === 'remove-recurring-away')
    return recurring.findLast((each) => isSameRecurring(each, change.days))
  const { start: from, end: to, why: reason } = change.away
  return away.findLast(({ start, end, why }) => start === from && end === to && why === reason)
}

/** What stands alone where a list may be. */
function isOneThing(value: Laid): boolean {
  return (value.kind === 'scalar' && !value.isEmpty) || (value.kind === 'map' && value.isFlow)
}

/** `{ days: fri, until: 2026-08-01 }` */
export function recurringEntry({ days, from, until, why }: NewRecurringAway, zone: Zone): Entry {
  const words = wordsOfDays(days)
  return [
    ['days', words.length === 1 ? words.join('') : `[${words.join(', ')}]`],
    ...(from === undefined ? [] : [['from', momentText(from, zone)] as const]),
    ...(until === undefined ? [] : [['until', momentText(until, zone)] as const]),
    ...(why === undefined ? [] : [['why', scalar(why)] as const]),
  ]
}

/** `2026-12-24..2027-01-03`, with a reason `{ on: …, why: … }`, else from one time to another. */
export function awayEntry({ start, end, why }: NewAway, zone: Zone): Entry {
  const reason = why === undefined ? [] : [['why', scalar(why)] as const]
  const [first, last] = [dayOfWall(zone.wallAt(start)), dayOfWall(zone.wallAt(end)) - 1]
  const isWhole = startOfDay(zone, first) === start && startOfDay(zone, last + 1) === end
  if (isWhole && first <= last) {
    const days = rangeText({ first, last })
    return reason.length === 0 ? days : [['on', days], ...reason]
  }
  const { from, to } = stretchTexts({ start, end }, zone)
  return [['from', from], ['to', to], ...reason]
}
