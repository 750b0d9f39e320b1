/** Calendars that rotate itself wrote: what each event is of stands in its UID. */
import { UTC, zoneNamed, type Zone } from '../time/zone.ts'
import type { Brought, BroughtMeeting, BroughtRotation } from '../patterns/brought.ts'
import type { NamedPeople } from '../patterns/named-people.ts'
import type { Stretch } from '../patterns/stretch.ts'
import type { Blocks } from './blocks.ts'
import type { Occasion } from './occasions.ts'
import { PRODID } from './published.ts'
import { recurringMeeting } from './recurring.ts'
import { teamOfKey } from './team.ts'

const UID = /^(?<id>.+)-\d{8}T\d{6}Z(?<meeting>-meeting)?(?:-\d+)?@(?:(?<team>.+)\.)?rotate$/

/** What such a calendar tells; undefined of one that others wrote. */
export function ownOf(
  { properties }: Blocks,
  occasions: readonly Occasion[],
  everybody: NamedPeople,
  horizon: number,
):
  | (Pick<Brought, 'rotations' | 'meetings'> & {
      readonly team?: string
      /** The ids of meetings that no meeting could be made of. */
      readonly lost: readonly string[]
    })
  | undefined {
  if (properties.get('PRODID') !== PRODID) return undefined
  const shifts = new Map<string, Occasion[]>()
  const series = new Map<string, Occasion[]>()
  let team: string | undefined
  for (const occasion of occasions) {
    const groups = UID.exec(occasion.uid)?.groups
    if (groups === undefined) continue
    const id = groups['id'] ?? ''
    if (groups['team'] !== undefined) team ??= teamOfKey(groups['team'])
    const all = groups['meeting'] === undefined ? shifts : series
    const known = all.get(id)
    if (known === undefined) all.set(id, [occasion])
    else known.push(occasion)
  }
  const made = [...series].map(([id, all]) => ({ id, meeting: meetingOf(id, all, horizon) }))
  return {
    rotations: [...shifts].map(([id, all]) => rotationOf(id, all, everybody)),
    meetings: made.flatMap(({ meeting }) => meeting ?? []),
    lost: made.flatMap(({ id, meeting }) => (meeting === undefined ? id : [])),
    ...(team !== undefined && { team }),
  }
}

function rotationOf(
  id: string,
  occasions: readonly Occasion[],
  everybody: NamedPeople,
): BroughtRotation {
  const name = nameIn(occasions.map(({ summary }) => summary))
  const zones = new Map<string, Zone>()
  const stretches = occasions.map(({ start, end, summary, description }): Stretch => {
    const title = name === '' ? summary : summary.slice(0, -name.length - 2)
    const own = zonesIn(description)
    for (const zone of own.values()) zones.set(zone.name, zone)
    // In the calendar of one person the title does not say who it is.
    const names = own.size > 0 ? [...own.keys()] : listed(title)
    const people = names.map((each) => everybody.keyOfName(each, own.get(each)))
    return { start, end, people }
  })
  return { id, name: name || id, stretches, zones: [UTC, ...zones.values()], unsaid: [] }
}

/** `Alice, Bob and Carol` */
function listed(names: string): string[] {
  return names.split(/, | and /).filter((name) => name !== '' && name !== 'nobody')
}

/** What stands behind who is on call in all titles: `Alice and Bob: Infrastructure primary`. */
function nameIn(titles: readonly string[]): string {
  const [first = ''] = titles
  const ends = [...first.matchAll(/: /g)].map(({ index }) => first.slice(index))
  return ends.find((end) => titles.every((title) => title.endsWith(end)))?.slice(2) ?? ''
}

/** Whose zone is which: `Alice: Mon 30 Nov 2026 17:00 to ... (Europe/Stockholm)`. */
function zonesIn(description: string): ReadonlyMap<string, Zone> {
  const found = new Map<string, Zone>()
  for (const line of description.split('\n')) {
    const [, name = '', id = ''] = /^(.+?): .*\d\d:\d\d.* \(([\w/+-]+)\)$/.exec(line) ?? []
    const zone = id === '' || /^(Next|Override)$/.test(name) ? undefined : zoneNamed(id)
    if (zone !== undefined) found.set(name, zone)
  }
  return found
}

function meetingOf(
  id: string,
  occasions: readonly Occasion[],
  horizon: number,
): BroughtMeeting | undefined {
  const [first] = occasions
  const zone = zoneNamed(/\(([\w/+-]+)\)$/m.exec(first?.description ?? '')?.[1] ?? '')
  // What somebody does in it stands before its name in their own calendar.
  const [name = ''] = occasions.map(({ summary }) => summary).sort((a, b) => a.length - b.length)
  const meeting = zone && recurringMeeting(occasions, zone, name, [], horizon)
  return meeting && { ...meeting, id }
}
