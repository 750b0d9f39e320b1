/** `all-at-once`: people in one entry of a roster that has no other, so that turns never change who is on call. */
import { quoteList } from '../../time/list.ts'
import { endOf, isAlways, ownLayers } from '../../model/rotation.ts'
import type { Rule } from './rule.ts'

export const allAtOnce: Rule = {
  name: 'all-at-once',
  severity: 'warning',
  summary: 'A roster with turns has one entry, a list: all in it are on call at once, for ever.',
  wrong: `
people: { alice: {}, bob: {} }
rotations:
  primary:
    start: 2026-11-30
    turn: 1 week
    members:
      - [alice, bob]
`,
  right: `
people: { alice: {}, bob: {} }
rotations:
  primary:
    start: 2026-11-30
    turn: 1 week
    members: [alice, bob]
`,
  check: ({ rotations, now }) =>
    rotations.flatMap(({ rotation }) =>
      ownLayers(rotation).flatMap((layer) => {
        const [only, more] = layer.members
        if (only === undefined || more !== undefined || only.people.length < 2) return []
        if (isAlways(layer) || layer.rows !== undefined || endOf(layer) <= now) return []
        return {
          message: `${quoteList(only.people)} are one entry, and so on call for '${rotation.id}' all at once, turn after turn: for turns make each an entry of the list; if it is meant, leave out 'turn'`,
          place: only.place,
          rotation: rotation.id,
          people: only.people,
        }
      }),
    ),
}
