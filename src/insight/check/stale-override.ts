/** `stale-override`: an `instead_of` that meets the person it names nowhere, because the turns have changed since. */
import { sayFullTime } from '../../time/words.ts'
import { effectOf } from './override-effects.ts'
import type { Facts, Rule } from './rule.ts'
import { namesOf, overridesIn, type Written } from './written-overrides.ts'

export const staleOverride: Rule = {
  code: 'stale-override',
  find: (facts) =>
    overridesIn(facts)
      .filter((uses) => isStale(uses, facts))
      .map((uses) => {
        const [{ rotation, override }] = uses
        const { insteadOf = '', people, start, end, place } = override
        const { zone } = rotation
        const names = uses.map((use) => `'${use.rotation.id}'`).join(' and ')
        const holders = effectOf(uses[0], facts).beneath
        return {
          code: 'stale-override',
          severity: 'warning' as const,
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

/** Whether it names somebody who is not on call at that point, in any of its rotations. */
export function isStale(uses: Written, facts: Facts): boolean {
  if (uses[0].override.insteadOf === undefined) return false
  return uses.every((use) => !effectOf(use, facts).isMet)
}
