/** `old-override`: a hint to tidy up: overrides that were over months ago. One for each file. */
import { DAY } from '../../time/instant.ts'
import { sayDay } from '../../time/words.ts'
import { dayOfWall } from '../../time/wall.ts'
import type { Rule } from './rule.ts'
import { written, type Written } from './written-overrides.ts'

/** Statistics look back 90 days; what has been over for twice that is of use to nobody. */
const OLD = 180 * DAY

export const oldOverride: Rule = {
  code: 'old-override',
  find: ({ rotations, now }) => {
    const byFile = new Map<string, Written[]>()
    for (const uses of written(rotations.map(({ rotation }) => rotation))) {
      if (uses.some(({ override }) => override.end > now - OLD)) continue
      const { path } = uses[0].override.place.source
      byFile.set(path, [...(byFile.get(path) ?? []), uses])
    }
    return [...byFile.values()].map((old) => {
      const [{ rotation, override }] = old[0] as Written
      const when = sayDay(dayOfWall(rotation.zone.wallAt(override.end)))
      const count =
        old.length === 1
          ? `this override was over on ${when}`
          : `${old.length} overrides in this file were over long ago, this one on ${when}`
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
