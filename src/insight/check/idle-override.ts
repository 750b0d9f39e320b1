/** `idle-override`: an override that changes nothing: with it and without it, the same people are on call. */
import { sayFullTime } from '../../time/words.ts'
import { compare } from '../../timeline/compare.ts'
import { applyOverrides } from '../../timeline/overrides.ts'
import { turnsWithin } from '../../timeline/rotation.ts'
import { isStale } from './stale-override.ts'
import {
  fromLastWord,
  namesOf,
  overridesIn,
  overridesTouching,
  type Use,
} from './written-overrides.ts'
import type { Rule } from './rule.ts'

export const idleOverride: Rule = {
  code: 'idle-override',
  find: (facts) =>
    overridesIn(facts)
      .filter((uses) => uses.every(isIdle) && !isStale(uses))
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

function isIdle({ rotation, override }: Use): boolean {
  const all = overridesTouching(rotation, override)
  const others = fromLastWord(
    all.filter((other) => other !== override),
    override,
  )
  const at = fromLastWord(all, override)
  // What is written later hides all of it.
  if (!at.includes(override)) return true
  const turns = turnsWithin(rotation, override)
  const without = applyOverrides({ ...rotation, overrides: others }, turns, override)
  const whole = applyOverrides({ ...rotation, overrides: at }, turns, override)
  return compare(whole, without, override).length === 0
}
