/** What overrides do, each by itself and all of them together, is one truth. */
import { expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { check } from '../../../src/insight/check/check.ts'
import { compare } from '../../../src/timeline/compare.ts'
import { timelineOf } from '../../../src/timeline/rotation.ts'
import type { Override, Rotation } from '../../../src/model/rotation.ts'
import { load } from '../../../src/workspace/load.ts'

const DAY = 86_400_000
const FIRST = Date.UTC(2026, 0, 5)
const WITHIN = { start: FIRST, end: FIRST + 60 * DAY }
const PEOPLE = ['a', 'b', 'c', 'd']

const day = (n: number): string => new Date(FIRST + n * DAY).toISOString().slice(0, 10)

const written = fc
  .record({
    kind: fc.constantFrom('who', 'add', 'instead_of'),
    people: fc.subarray(PEOPLE, { minLength: 1, maxLength: 2 }),
    of: fc.constantFrom(...PEOPLE),
    start: fc.nat(20),
    length: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ kind, people, of, start, length }) => {
    const times = `from: ${day(start)}, to: ${day(start + length)} 00:00`
    const others = people.filter((id) => id !== of)
    const names = kind === 'instead_of' ? others : people
    const who = names.length === 0 ? 'nobody' : `[${names.join(', ')}]`
    if (kind === 'instead_of') return `{ who: ${who}, instead_of: ${of}, ${times} }`
    return `{ ${kind}: ${who}, ${times} }`
  })

const TURNS = [
  'start: 2026-01-08, end: 2026-01-20, turn: 3 days, members: [a, [b, c], nobody, d]',
  'start: 2026-01-05, turn: 1 week, members: [[a, b], c]',
]

const touched = ({ start, end }: { start: number; end: number }, rotation: Rotation): Rotation => ({
  ...rotation,
  overrides: rotation.overrides.filter((other) => other.start < end && other.end > start),
})

const saySame = (a: Override, b: Override): boolean =>
  a.kind === b.kind &&
  a.insteadOf === b.insteadOf &&
  a.people.join() === b.people.join() &&
  a.start < b.end &&
  b.start < a.end

it('an override is idle where nothing differs without it, and stale where it meets nobody', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TURNS),
      fc.array(written, { minLength: 1, maxLength: 7 }),
      (turns, overrides) => {
        const lines = overrides.map((override) => `      - ${override}`)
        const text = ['people: { a: {}, b: {}, c: {}, d: {} }', 'rotations:', '  r:']
        text.push(`    layers: [{ ${turns} }]`, '    overrides:', ...lines)
        const { workspace, problems } = load([{ path: 'a.yaml', text: text.join('\n') }])
        const rotation = workspace.rotations.get('r')
        if (rotation === undefined) throw new Error(JSON.stringify(problems))
        const codes = check(workspace, WITHIN).map(({ code, place }) => `${code} ${place?.from}`)
        const judged = rotation.overrides.map((override, i) => {
          const without = (kept: typeof rotation.overrides): Rotation =>
            touched(override, { ...rotation, overrides: kept })
          const said = timelineOf(touched(override, rotation), override)
          const others = rotation.overrides.filter((other) => other !== override)
          const isIdle = compare(said, timelineOf(without(others), override), override).length === 0
          const beneath = timelineOf(without(rotation.overrides.slice(0, i)), override)
          const { insteadOf, kind, people } = override
          const isStale =
            insteadOf !== undefined && !beneath.some((span) => span.people.includes(insteadOf))
          const isUnheld =
            kind === 'replace' &&
            insteadOf === undefined &&
            people.length > 0 &&
            compare(beneath, [], override).reduce((sum, { start, end }) => sum + end - start, 0) <
              override.end - override.start
          return { override, isIdle: isIdle && !isStale, isStale, isUnheld }
        })
        for (const [i, { override, isIdle, isStale, isUnheld }] of judged.entries()) {
          const at = override.place.from
          // Of two that say the same, each changes nothing beside the other: the later one is named.
          const isNamed = judged
            .slice(i + 1)
            .every((later) => !later.isIdle || !saySame(override, later.override))
          expect(codes.includes(`stale-override ${at}`)).toBe(isStale)
          expect(codes.includes(`idle-override ${at}`)).toBe(isIdle && isNamed)
          if (isUnheld) expect(codes).toContain(`misaligned-override ${at}`)
        }
      },
    ),
    { seed: 11, numRuns: 1500 },
  )
})
