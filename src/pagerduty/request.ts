/** Words of PagerDuty's API that requests of both kinds need. */
import { DAY, HOUR, MINUTE, type Instant } from '../time/instant.ts'
import { writeTimeOfDay, writeDay, dayOfWall } from '../time/wall.ts'
import { inItsCase } from '../time/zone-case.ts'
import type { Zone } from '../time/zone.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Request } from '../sync/request.ts'
import type { Item } from '../sync/schedule.ts'
import type { Json } from './json.ts'
import type { Kind } from './remote.ts'

/** A time with the offset that its zone has then: `09:00:00-05:00` reads the same whichever way PagerDuty reads it. */
export function zoned(at: Instant, zone: Zone): Json {
  const offset = zone.offsetAt(at)
  const wall = at + offset
  const day = dayOfWall(wall)
  const time = writeTimeOfDay(wall - day * DAY)
  const ahead = Math.abs(offset)
  const sign = offset < 0 ? '-' : '+'
  const suffix =
    offset === 0 ? 'Z' : `${sign}${two(Math.floor(ahead / HOUR))}:${two((ahead % HOUR) / MINUTE)}`
  const seconds = time.length === 5 ? `${time}:00` : time
  return { date_time: `${writeDay(day)}T${seconds}${suffix}`, time_zone: zoneName(zone) }
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** PagerDuty's name for a zone, in the case of the database: it does not take `UTC` everywhere. */
export function zoneName({ name }: Zone): string {
  if (/^(etc\/)?(utc|uct|zulu|universal)$/i.test(name)) return 'Etc/UTC'
  return inItsCase(name)
}

/** The most that a name in PagerDuty holds, in the units of JavaScript, which are the most that anybody counts. */
export const LONGEST_NAME = 255

/** As much of a name as PagerDuty takes, cut between characters as people see them. */
export function nameWithin(name: string): string {
  if (name.length <= LONGEST_NAME) return name
  const seen = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment)
  return begun(seen) || begun(Array.from(name))
}

function begun(characters: readonly string[]): string {
  let all = ''
  for (const one of characters) {
    if (all.length + one.length > LONGEST_NAME) break
    all += one
  }
  return all
}

/** The teams that a schedule is given when it is made; nothing where the file names none. */
export function teamsOf({ pagerduty }: Pick<Rotation, 'pagerduty'>): Json {
  const team = pagerduty?.team
  return team === undefined ? {} : { teams: [{ id: team, type: 'team_reference' }] }
}

/** A member of a shift-based schedule; null is PagerDuty's empty one. */
export function memberOf(user: string | null): Readonly<Record<string, unknown>> {
  return user === null ? { type: 'empty_member' } : { type: 'user_member', user_id: user }
}

/** The path under which a schedule is, or will be once it was created. */
export function pathOf(kind: Kind, schedule: { readonly id: string } | undefined): string {
  const id = schedule === undefined ? '{schedule}' : encodeURIComponent(schedule.id)
  return kind === 'shifts' ? `/v3/schedules/${id}` : `/schedules/${id}`
}

/** The requests that delete items under a path; one whose id is not told cannot be deleted. */
export function deletions(path: string, what: string, items: readonly Item[]): Request[] {
  return items.flatMap(({ id }): Request[] =>
    id === undefined ? [] : [{ method: 'DELETE', path: `${path}/${encodeURIComponent(id)}`, what }],
  )
}

/** Most items in one request. */
const LOT = 50

/** Things in lots of fifty, since a request does not hold more. */
export function lots<T>(items: readonly T[]): T[][] {
  const all: T[][] = []
  for (let i = 0; i < items.length; i += LOT) all.push(items.slice(i, i + LOT))
  return all
}
