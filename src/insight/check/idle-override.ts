/** `idle-override`: an override that changes nothing: with it and without it, the same people are on call. */
import { sayFullTime } from '../../time/words.ts'
import { effectOf } from './override-effects.ts'
import { isStale } from './stale-override.ts'
import { namesOf, overridesIn } from './written-overrides.ts'
import type { Rule } from './rule.ts'

export const idleOverride: Rule = {
  code: 'idle-override',
  find: (facts) =>
    overridesIn(facts)
      .filter((uses) => uses.every((use) => effectOf(use, facts).isIdle) && !isStale(uses, facts))
      .map((uses) => {
        const [{ rotation, override }] = uses
        const { people, start, end, place } = override
        const { zone } = rotation
        return {
          code: 'idle-override',
          severity: 'warning' as const,
          message: `the override for ${namesOf(people)} from ${sayFullTime(zone, start)} to ${sayFullTime(zone, end)} (${zone.name}) changes nothing: the same people are on call without it, by their turns or by another override: delete it`,
          place,
          rotation: rotation.id,
          rotations: uses.map((use) => use.rotation.id),
          people,
          start,
          end,
        }
      }),
}
