/** Ids of rotations, as people who know the team would call them: what all names say alike is left out. */
import { faultOfId, RESERVED } from '../../model/id.ts'
import { Names, shortNames, slug } from '../../model/naming.ts'
import { readMarker } from '../marker.ts'
import type { Frame } from '../schedule.ts'

/** The ids of the rotations of schedules, in their order, none `taken`; those of this very team keep what their marks name. */
export function idsOf(
  schedules: readonly Frame[],
  team: string,
  taken: readonly string[] = [],
): string[] {
  const names = new Names([...RESERVED, ...taken])
  const own = ownIds(schedules, team)
  const kept = new Map([...own].map(([i, id]) => [i, names.take(id)]))
  const short = shortNames(
    schedules.map(({ name }) => name),
    [...RESERVED, ...taken, ...kept.values()],
  )
  return schedules.map(
    (schedule, i) => kept.get(i) ?? names.take(short[i] || slug(schedule.id) || 'rotation'),
  )
}

/** The id of the rotation whose mark of this very team a schedule has. */
export function markedId({ description }: Frame, team: string): string | undefined {
  const { marker } = readMarker(description)
  if (marker?.team !== team || faultOfId(marker.rotation) !== undefined) return undefined
  return marker.rotation
}

function ownIds(schedules: readonly Frame[], team: string): ReadonlyMap<number, string> {
  const own = new Map<number, string>()
  for (const [i, schedule] of schedules.entries()) {
    const id = markedId(schedule, team)
    if (id !== undefined && ![...own.values()].includes(id)) own.set(i, id)
  }
  return own
}
