/** `idle-override`: an override that changes nothing: with it and without it, the same people are on call. */
import { sayFullTime } from '../../time/words.ts'
import { effectOf, isStale } from './overrides/override-effects.ts'
import { namesOf, overridesIn, type Written } from './overrides/written-overrides.ts'
import type { Rule } from './rule.ts'

export const idleOverride: Rule = {
  name: 'idle-override',
  severity: 'warning',
  summary: 'With an override and without it the same people are on call.',
  wrong: `
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
overrides:
  - { rotation: primary, who: alice, from: 2026-12-02 00:00, to: 2026-12-04 00:00 }
`,
  right: `
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
`,
  check: (facts) => {
    const idle = overridesIn(facts).filter(
      (uses) => uses.every((use) => effectOf(use, facts).isIdle) && !isStale(uses, facts),
    )
    return idle
      .filter((uses, i) => !idle.slice(i + 1).some((later) => isSame(uses, later)))
      .map((uses) => {
        const [{ rotation, override }] = uses
        const { people, start, end, place } = override
        const { zone } = rotation
        return {
          message: `the override for ${namesOf(people)} from ${sayFullTime(zone, start)} to ${sayFullTime(zone, end)} (${zone.name}) changes nothing: the same people are on call without it, by their turns or by another override: delete it`,
          place,
          rotation: rotation.id,
          rotations: uses.map((use) => use.rotation.id),
          people,
          start,
          end,
        }
      })
  },
}

/** Whether two say the same, so that each changes nothing beside the other: deleting both would change something. */
function isSame(one: Written, other: Written): boolean {
  const [{ rotation, override: a }] = one
  return other.some(
    ({ rotation: again, override: b }) =>
      rotation === again &&
      a.kind === b.kind &&
      a.insteadOf === b.insteadOf &&
      a.people.join(' ') === b.people.join(' ') &&
      a.start < b.end &&
      b.start < a.end,
  )
}
