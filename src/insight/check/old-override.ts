/** `old-override`: a hint to tidy up: overrides that were over months ago. One for each file. */
import { DAY } from '../../time/instant.ts'
import { sayDay } from '../../time/words.ts'
import { dayOfWall } from '../../time/wall.ts'
import { groupBy } from '../../model/group.ts'
import type { Rule } from './rule.ts'
import { written } from './written-overrides.ts'

/** Statistics look back 90 days; what has been over for twice that is of use to nobody. */
const OLD = 180 * DAY

export const oldOverride: Rule = {
  code: 'old-override',
  find: ({ rotations, now }) => {
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
        code: 'old-override',
        severity: 'warning' as const,
        message: `${count}: delete what has been over for half a year, git remembers it`,
        place: override.place,
        rotation: rotation.id,
        start: override.start,
        end: override.end,
      }
    })
  },
}
