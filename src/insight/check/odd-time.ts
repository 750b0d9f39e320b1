/** `odd-time`: an override begins or ends at a time that a clock change skips or doubles, or nothing is left of it. */
import { HOUR, MINUTE, type Instant } from '../../time/instant.ts'
import { writeTimeOfDay, writeWall, type Wall } from '../../time/wall.ts'
import { sayFullTime } from '../../time/words.ts'
import type { Zone } from '../../time/zone.ts'
import type { OddEnd, Override, Rotation } from '../../model/rotation.ts'
import { namesOf, overridesIn, written } from './overrides/written-overrides.ts'
import type { Facts, Rule } from './rule.ts'

export const oddTime: Rule = {
  name: 'odd-time',
  severity: 'warning',
  summary:
    'A time of an override is one that a clock change skips or doubles, or leaves nothing of the override.',
  wrong: `
timezone: America/New_York # from 02:00 to 03:00 on 14 March 2027
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-23, turn: 1 week, members: [alice, bob] }
overrides:
  - { rotation: primary, who: alice, from: 2027-03-14 02:30, to: 2027-03-14 12:00 }
`,
  right: `
timezone: America/New_York # from 02:00 to 03:00 on 14 March 2027
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-23, turn: 1 week, members: [alice, bob] }
overrides:
  - { rotation: primary, who: alice, from: 2027-03-14 03:30, to: 2027-03-14 12:00 }
`,
  check: (facts) => {
    const odd = [...overridesIn(facts), ...emptiedIn(facts)]
    return odd.flatMap((uses) => {
      const [{ rotation, override }] = uses
      const said = sayOdd(rotation.zone, override, facts.now)
      if (said === undefined) return []
      const { people, start, end, place } = override
      return {
        message: `the override for ${namesOf(people)} ${said}`,
        place,
        rotation: rotation.id,
        rotations: uses.map((use) => use.rotation.id),
        people,
        start: Math.min(start, end),
        end: Math.max(start, end),
      }
    })
  },
}

/** The overrides of which a clock change has left nothing, near the stretch that is looked at. */
function emptiedIn({ rotations, within }: Facts): ReturnType<typeof written> {
  const some = rotations.map(({ rotation }): Rotation => ({
    ...rotation,
    overrides: (rotation.emptied ?? []).filter(
      ({ start, end }) => start >= within.start && end < within.end,
    ),
  }))
  return written(some)
}

function sayOdd(zone: Zone, override: Override, now: Instant): string | undefined {
  const { start, end } = override
  if (start >= end) {
    return `is empty: what is written from ${sayWritten(zone, override)} falls into the hour of a clock change (${zone.name}): give it other times, or delete it`
  }
  const ahead = override.written?.odd.find(({ key }) => (key === 'from' ? start : end) > now)
  return ahead && sayEnd(zone, ahead, ahead.key === 'from' ? start : end)
}

function sayWritten(zone: Zone, { written: how, start, end }: Override): string {
  const wallOf = (key: OddEnd['key'], at: Instant): Wall =>
    how?.odd.find((one) => one.key === key)?.wall ?? zone.wallAt(at)
  return `${writeWall(wallOf('from', start))} to ${writeWall(wallOf('to', end))}`
}

function sayEnd(zone: Zone, { key, wall, oddity }: OddEnd, at: Instant): string {
  const word = key === 'from' ? 'begins' : 'ends'
  const text = writeWall(wall)
  if (oddity === 'skipped') {
    return `${word} at ${text}, which the clock skips (${zone.name}): it is taken for ${sayFullTime(zone, at)}, write '${key}: ${writeWall(zone.wallAt(at))}'`
  }
  const change = zone.changesIn({ start: at + 1, end: at + 25 * HOUR })[0]
  const [first, second] = [change?.before ?? 0, change?.after ?? 0].map(offset)
  return `${word} at ${text}, which comes twice (${zone.name}), and the first is meant: write '${key}: ${text}${first}' for that, '${key}: ${text}${second}' for the other`
}

/** `+02:00`, as the format reads it. */
function offset(ahead: number): string {
  const time = writeTimeOfDay(Math.floor(Math.abs(ahead) / MINUTE) * MINUTE)
  return `${ahead < 0 ? '-' : '+'}${time}`
}
