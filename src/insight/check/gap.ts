/** `gap`: nobody is on call although somebody must be. */
import { joined, without, type Interval } from '../../time/interval.ts'
import { sayFullTime } from '../../time/words.ts'
import { firstStart, type Rotation } from '../../model/rotation.ts'
import { gapsBetween } from '../../timeline/coverage.ts'
import { timelineOf } from '../../timeline/rotation.ts'
import type { Rule } from './rule.ts'

export const gap: Rule = {
  name: 'gap',
  severity: 'error',
  summary: 'Nobody is on call although somebody must be.',
  wrong: `
people: { alice: {}, bob: {} }
rotations:
  primary:
    start: 2026-11-30
    turn: 1 week
    members: [alice, bob]
    during: { days: mon-fri, from: 09:00, to: 17:00 }
`,
  right: `
people: { alice: {}, bob: {} }
rotations:
  primary:
    start: 2026-11-30
    turn: 1 week
    members: [alice, bob]
    during: { days: mon-fri, from: 09:00, to: 17:00 }
    coverage: { days: mon-fri, from: 09:00, to: 17:00 }
`,
  check: ({ rotations, within }) =>
    rotations.flatMap(({ rotation, shifts }) =>
      gapsBetween(shifts, rotation, within).map((stretch) => {
        const meant = isMeant(rotation, stretch)
        const { zone } = rotation
        const when = `from ${sayFullTime(zone, stretch.start)} to ${sayFullTime(zone, stretch.end)} (${zone.name})`
        const way = meant
          ? `on purpose, by 'nobody' or before the first start; 'coverage' can say so`
          : `add an override ('add: PERSON'), or say by 'coverage' when somebody must be on call`
        return {
          severity: meant ? ('warning' as const) : ('error' as const),
          message: `nobody is on call for '${rotation.id}' ${when}: ${way}`,
          place: rotation.place,
          rotation: rotation.id,
          zone,
          start: stretch.start,
          end: stretch.end,
        }
      }),
    ),
}

/** Whether all of a gap is by `nobody` or before the first layer begins. */
function isMeant(rotation: Rotation, stretch: Interval): boolean {
  const empty = timelineOf(rotation, stretch).filter(({ people }) => people.length === 0)
  const start = firstStart(rotation)
  const before =
    start > stretch.start && start < Infinity ? [{ start: stretch.start, end: start }] : []
  const meant = joined([...before, ...empty])
  return without([stretch], meant).length === 0
}
