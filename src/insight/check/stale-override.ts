/** `stale-override`: an `instead_of` that meets the person it names nowhere, because the turns have changed since. */
import { sayFullTime } from '../../time/words.ts'
import { beneath, namesOf, overridesIn, type Written } from './written-overrides.ts'
import type { Rule } from './rule.ts'

export const staleOverride: Rule = {
  code: 'stale-override',
  find: (facts) =>
    overridesIn(facts)
      .filter(isStale)
      .map((uses) => {
        const [{ rotation, override }] = uses
        const { insteadOf = '', people, start, end, place } = override
        const { zone } = rotation
        const names = uses.map((use) => `'${use.rotation.id}'`).join(' and ')
        const holders = [...new Set(beneath(uses[0]).flatMap((span) => span.people))]
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
export function isStale(uses: Written): boolean {
  const { insteadOf } = uses[0].override
  if (insteadOf === undefined) return false
  return uses.every((use) => !beneath(use).some(({ people }) => people.includes(insteadOf)))
}
