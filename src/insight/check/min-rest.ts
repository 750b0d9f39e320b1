/** `min-rest`: too little rest between two shifts of one person, across rotations. */
import { HOUR } from '../../time/instant.ts'
import { sayElapsed } from '../../time/words.ts'
import { groupBy } from '../../model/group.ts'
import { heldByEach } from './shifts/held.ts'
import { memberPlace } from './shifts/places.ts'
import { LEAST_REST, restsBetween } from './shifts/rests.ts'
import type { Rule } from './rule.ts'
import { sayStretches } from './shifts/stretches.ts'

export const minRest: Rule = {
  name: 'min-rest',
  severity: 'warning',
  summary: 'Too little rest between two shifts of one person, also across rotations.',
  wrong: `
people: { alice: {}, bob: {}, carol: {}, dave: {} }
rotations:
  days:
    start: 2026-11-30
    turn: 1 week
    members: [alice, bob]
    during: { from: 09:00, to: 17:00 }
    coverage: none
  evenings:
    start: 2026-11-30
    turn: 1 week
    members: [carol, dave]
    during: { from: 20:00, to: 23:00 }
    coverage: none
    overrides:
      - { who: alice, from: 2026-12-01 20:00, to: 2026-12-01 23:00 }
`,
  right: `
people: { alice: {}, bob: {}, carol: {}, dave: {} }
rotations:
  days:
    start: 2026-11-30
    turn: 1 week
    members: [alice, bob]
    during: { from: 09:00, to: 17:00 }
    coverage: none
  evenings:
    start: 2026-11-30
    turn: 1 week
    members: [carol, dave]
    during: { from: 20:00, to: 23:00 }
    coverage: none
    overrides:
      - { who: bob, from: 2026-12-01 20:00, to: 2026-12-01 23:00 }
`,
  check: ({ workspace, rotations, within }) => {
    const least = workspace.checks.minRest ?? LEAST_REST
    return [...heldByEach(rotations)].flatMap(([person, shifts]) => {
      const rests = restsBetween(shifts).filter(
        ({ start, end }) => end - start < least && start < within.end && end > within.start,
      )
      const pairs = groupBy(rests, ({ last, next }) => `${last.rotation.id} ${next.rotation.id}`)
      return [...pairs.values()].flatMap((same) => {
        const { last, next } = same[0]
        const zone = workspace.people.get(person)?.zone ?? workspace.zone
        const said = sayStretches(same, zone)
        if (said === undefined) return []
        const [a, b] = [last.rotation.id, next.rotation.id]
        const shortest = same.reduce(
          (least, { start, end }) => Math.min(least, end - start),
          Infinity,
        )
        return {
          message: `'${person}' has ${sayElapsed(shortest)} of rest between ${a === b ? `two shifts of '${a}'` : `'${a}' and '${b}'`}, ${said.words}; it should be ${sayElapsed(least)}: let somebody else take one of them ('checks: { min-rest: ${least / HOUR}h }' sets the least)`,
          place: memberPlace(next, person),
          rotation: b,
          rotations: [...new Set([a, b])],
          people: [person],
          start: said.start,
          end: said.end,
        }
      })
    })
  },
}
