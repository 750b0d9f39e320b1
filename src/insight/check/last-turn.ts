/** `last-turn`: somebody leaves the team in the middle of their last turn, although their entry in the roster ends too. */
import { sayFullTime } from '../../time/words.ts'
import { writeDay, dayOfWall } from '../../time/wall.ts'
import { isOnCallIn } from './shifts/places.ts'
import { patternOf, turnAround } from '../../timeline/layer.ts'
import type { Rule } from './rule.ts'

export const lastTurn: Rule = {
  name: 'last-turn',
  severity: 'warning',
  summary:
    'Somebody leaves the team in the middle of their last turn, although their entry in the roster ends too.',
  wrong: `
people: { alice: {}, bob: { until: 2027-03-03 } }
rotations:
  primary:
    start: 2026-11-30
    turn: 1 week
    members: [alice, { who: bob, until: 2027-03-03 }]
`,
  right: `
people: { alice: {}, bob: { until: 2027-03-03 } }
rotations:
  primary:
    start: 2026-11-30
    turn: 1 week
    members: [alice, { who: bob, until: 2027-03-01 }]
`,
  check: ({ workspace, rotations, now }) =>
    rotations.flatMap(({ rotation }) =>
      rotation.layers.flatMap((layer) =>
        layer.members.flatMap((member) =>
          member.people.flatMap((id) => {
            const leaves = workspace.people.get(id)?.until?.instant ?? Infinity
            const { turns, roster } = patternOf(layer)
            if (member.until === undefined || leaves <= now || leaves === Infinity) return []
            if ((layer.end?.instant ?? Infinity) <= leaves) return []
            const turn = turns.at(leaves - 1)
            // Turns of shifts on listed days come to an end, and the last of them has none of its own.
            const whole = turnAround(layer, leaves - 1)
            if (whole === undefined) return []
            const { start, end } = whole
            const holds = roster.holderOf(turn + rotation.ahead) === member && end > leaves
            const rest = { start: leaves, end }
            if (!holds || !isOnCallIn(rotation, id, rest)) return []
            const { zone } = workspace.people.get(id) ?? layer
            const day = writeDay(dayOfWall(layer.zone.wallAt(start)))
            const ends =
              rotation.ahead === 0
                ? `'until: ${day}' ends their entry with the turn before`
                : `end their entry in the followed roster earlier`
            return {
              message: `'${id}' leaves the team on ${sayFullTime(zone, leaves)} (${zone.nameAt(leaves)}), but their last turn of '${rotation.id}' goes on until ${sayFullTime(zone, end)}: ${ends}, or add an override for the rest`,
              place: member.place,
              rotation: rotation.id,
              people: [id],
              ...rest,
            }
          }),
        ),
      ),
    ),
}
