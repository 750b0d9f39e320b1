/** A table of dates and names as YAML. */
import {
  dayOfWall,
  timeOfWall,
  writeDay,
  writeTimeOfDay,
  writeUtc,
  writeWall,
} from '../../time/wall.ts'
import type { Moment } from '../../time/written.ts'
import type { Zone } from '../../time/zone.ts'
import type { Member } from '../../model/rotation.ts'
import { tall, word, type Yaml } from './emit.ts'
import { peopleOf } from './people.ts'

/** The rows of a layer, as dates alone where they all begin at one time of day. */
export function printRows(
  rows: readonly Moment[],
  members: readonly Member[],
  zone: Zone,
): Record<string, Yaml | undefined> {
  const times = new Set(rows.map(({ wall }) => timeOfWall(wall)))
  const [handoff = 0] = times.size === 1 ? times : [0]
  const say = ({ wall, instant }: Moment): string => {
    if (zone.instantAt(wall) !== instant) return writeUtc(instant)
    return timeOfWall(wall) === handoff ? writeDay(dayOfWall(wall)) : writeWall(wall)
  }
  return {
    handoff: handoff === 0 ? undefined : word(writeTimeOfDay(handoff)),
    shifts: tall(
      rows.map((row, i) => ({ key: say(row), value: peopleOf(members[i]?.people ?? []) })),
    ),
  }
}
