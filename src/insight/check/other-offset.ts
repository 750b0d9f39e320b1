/** `other-offset`: a layer begins at an offset that is not its zone's, so that its handoffs are at another time of day. */
import { MINUTE } from '../../time/instant.ts'
import { writeTimeOfDay, writeWall, timeOfWall } from '../../time/wall.ts'
import { ownLayers } from '../../model/rotation.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { Rule } from './rule.ts'

export const otherOffset: Rule = {
  name: 'other-offset',
  severity: 'warning',
  summary:
    'The first handoff is written with an offset that is not that of its zone then. The instant is kept, but what repeats from it repeats by the clock of the zone.',
  wrong: `
timezone: UTC
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-23 09:00+01:00, turn: 1 week, members: [alice, bob] }
`,
  right: `
timezone: Europe/Berlin
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-23 09:00, turn: 1 week, members: [alice, bob] }
`,
  check: ({ workspace, rotations }) =>
    rotations.flatMap(({ rotation }) =>
      ownLayers(rotation).flatMap(({ zone, start, otherOffset: other }) => {
        if (other === undefined) return []
        const { offset, place } = other
        const at = writeTimeOfDay(timeOfWall(start.wall))
        const theirs = zoneAt(workspace, offset, start.instant)
        const home =
          theirs === undefined
            ? `name its own zone by 'timezone'`
            : `'timezone: ${theirs}' says where it is at home`
        return {
          message: `'start' of '${rotation.id}' is written with ${sayOffset(offset)}, and its zone (${zone.name}) is at ${sayOffset(zone.offsetAt(start.instant))} then, so that its handoffs are at ${at} by the clock there: ${home}, or write '${writeWall(start.wall)}' where that is meant`,
          place,
          rotation: rotation.id,
        }
      }),
    ),
}

/** A zone of the team that is so far ahead of UTC then. */
function zoneAt({ people }: Workspace, offset: number, at: number): string | undefined {
  return [...people.values()].map(({ zone }) => zone).find((zone) => zone.offsetAt(at) === offset)
    ?.name
}

/** `+01:00` */
function sayOffset(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE
  const [h, m] = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0'))
  return `${offset < 0 ? '-' : '+'}${h}:${m}`
}
