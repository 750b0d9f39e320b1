/** Ids of rotations, as people who know the team would call them: what all names say alike is left out. */
import { faultOfId, RESERVED } from '../../model/id.ts'
import { Names, shortNames, slug } from '../../model/naming.ts'
import { readMarker } from '../marker.ts'
import type { Frame } from '../schedule.ts'

/** The ids of the rotations of schedules, in their order; those of this very team keep what their marks name. */
export function idsOf(schedules: readonly Frame[], team: string): string[] {
  const names = new Names(RESERVED)
  const own = ownIds(schedules, team)
  const kept = new Map([...own].map(([i, id]) => [i, names.take(id)]))
  const short = shortNames(
    schedules.map(({ name }) => name),
    [...RESERVED, ...kept.values()],
  )
  return schedules.map(
    (schedule, i) => kept.get(i) ?? names.take(short[i] || slug(schedule.id) || 'rotation'),
  )
}

function ownIds(schedules: readonly Frame[], team: string): ReadonlyMap<number, string> {
  const own = new Map<number, string>()
  for (const [i, { description }] of schedules.entries()) {
    const { marker } = readMarker(description)
    if (marker?.team !== team || faultOfId(marker.rotation) !== undefined) continue
    if (![...own.values()].includes(marker.rotation)) own.set(i, marker.rotation)
  }
  return own
}
