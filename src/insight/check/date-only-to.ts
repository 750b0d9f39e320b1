/** `date-only-to`: an override's `to` is a date alone, so that its last day is not part of it. */
import { DAY } from '../../time/instant.ts'
import { dayOfWall, writeDay } from '../../time/wall.ts'
import { sayFullTime } from '../../time/words.ts'
import { namesOf, overridesIn } from './overrides/written-overrides.ts'
import type { Rule } from './rule.ts'

export const dateOnlyTo: Rule = {
  name: 'date-only-to',
  severity: 'warning',
  summary: '`to` is a date, whose midnight ends the override, so that day is not part of it.',
  wrong: `
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
overrides:
  - { rotation: primary, who: bob, from: 2026-12-02, to: 2026-12-04 }
`,
  right: `
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
overrides:
  - { rotation: primary, who: bob, on: 2026-12-02..2026-12-04 }
`,
  check: (facts) =>
    overridesIn(facts).flatMap((uses) => {
      const [{ rotation, override }] = uses
      const { dateOnlyTo: place, people, start, end } = override
      if (place === undefined) return []
      const { zone } = rotation
      const first = zone.wallAt(start)
      const day = dayOfWall(zone.wallAt(end))
      // `on` says whole days; where it begins at a time of day, `to` needs one as well.
      const way =
        first % DAY === 0
          ? `'on: ${writeDay(dayOfWall(first))}..${writeDay(day)}' includes it, 'to: ${writeDay(day)} 00:00' says that it is not meant`
          : `write 'to: ${writeDay(day + 1)} 00:00' to include it, 'to: ${writeDay(day)} 00:00' where it is not meant`
      return {
        message: `the override for ${namesOf(people)} ends when ${writeDay(day)} begins (${sayFullTime(zone, end)}, ${zone.name}), so that day is not part of it: ${way}`,
        place,
        rotation: rotation.id,
        rotations: uses.map((use) => use.rotation.id),
        people,
        start,
        end,
      }
    }),
}
