/** `old-override`: a hint to tidy up: overrides that were over months ago. One for each file. */
import { DAY } from '../../time/instant.ts'
import { sayDay } from '../../time/words.ts'
import { dayOfWall } from '../../time/wall.ts'
import { groupBy } from '../../model/group.ts'
import type { Rule } from './rule.ts'
import { written } from './overrides/written-overrides.ts'

/** Statistics look back 90 days; what has been over for twice that is of use to nobody. */
const OLD = 180 * DAY

export const oldOverride: Rule = {
  name: 'old-override',
  severity: 'warning',
  summary: 'A hint to tidy, once a file: overrides that have been over for half a year.',
  wrong: `
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-01-05, turn: 1 week, members: [alice, bob] }
overrides:
  - { rotation: primary, who: bob, from: 2026-01-06 00:00, to: 2026-01-08 00:00 }
`,
  right: `
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-01-05, turn: 1 week, members: [alice, bob] }
`,
  check: ({ rotations, now }) => {
    const old = written(rotations.map(({ rotation }) => rotation)).filter(
      (uses) => !uses.some(({ override }) => override.end > now - OLD),
    )
    const byFile = groupBy(old, ([{ override }]) => override.place.source.path)
    return [...byFile.values()].map((all) => {
      const [[{ rotation, override }]] = all
      const when = sayDay(dayOfWall(rotation.zone.wallAt(override.end)))
      const count =
        all.length === 1
          ? `this override was over on ${when}`
          : `${all.length} overrides in this file were over long ago, this one on ${when}`
      return {
        message: `${count}: 'rotate tidy' takes out what is long over, and git remembers it`,
        place: override.place,
        rotation: rotation.id,
        start: override.start,
        end: override.end,
      }
    })
  },
}
