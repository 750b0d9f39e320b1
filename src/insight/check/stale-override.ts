/** `stale-override`: an `instead_of` that meets the person it names nowhere, because the turns have changed since. */
import { quoteList } from '../../time/list.ts'
import { sayFullTime } from '../../time/words.ts'
import { effectOf, isStale } from './overrides/override-effects.ts'
import type { Rule } from './rule.ts'
import { namesOf, overridesIn } from './overrides/written-overrides.ts'

export const staleOverride: Rule = {
  name: 'stale-override',
  severity: 'warning',
  summary: 'An `instead_of` meets the person it names nowhere.',
  wrong: `
people: { alice: {}, bob: {}, carol: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
overrides:
  - { rotation: primary, who: carol, instead_of: alice, from: 2026-12-07, to: 2026-12-14 00:00 }
`,
  right: `
people: { alice: {}, bob: {}, carol: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
overrides:
  - { rotation: primary, who: carol, instead_of: bob, from: 2026-12-07, to: 2026-12-14 00:00 }
`,
  check: (facts) =>
    overridesIn(facts)
      .filter((uses) => isStale(uses, facts))
      .map((uses) => {
        const [{ rotation, override }] = uses
        const { insteadOf = '', people, start, end, place } = override
        const { zone } = rotation
        const names = quoteList(uses.map((use) => use.rotation.id))
        const holders = effectOf(uses[0], facts).beneath
        return {
          message: `'${insteadOf}' is not on call for ${names} from ${sayFullTime(zone, start)} to ${sayFullTime(zone, end)} (${zone.name}), so ${namesOf(people)} stands in for nobody (on call then: ${holders.join(', ') || 'nobody'}): delete the override, or name whom it is to replace now`,
          place,
          rotation: rotation.id,
          rotations: uses.map((use) => use.rotation.id),
          people: [insteadOf],
          start,
          end,
        }
      }),
}
