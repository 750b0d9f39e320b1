/** What holds of every rotation, whatever it says: the algebra of timelines. */
import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { DAY, HOUR } from '../../src/time/instant.ts'
import { without, union } from '../../src/time/interval.ts'
import { coverageOf, gapsIn } from '../../src/timeline/coverage.ts'
import { onCallAt, sayingAt, timelineOf } from '../../src/timeline/rotation.ts'
import { nextShift, previousShift, shiftAt, shiftsOf } from '../../src/timeline/shifts.ts'
import { append, type Span, type Timeline } from '../../src/timeline/span.ts'
import { writeDay } from '../../src/time/wall.ts'
import type { Rotation } from '../../src/model/rotation.ts'
import { workspace } from './picture.ts'

const FIRST_DAY = 20_520 // 2026-03-08, when New York's clock changes

const day = fc.integer({ min: 0, max: 40 }).map((days) => writeDay(FIRST_DAY + days))
const clock = fc.constantFrom('00:00', '02:30', '09:00', '17:00', '23:30')
const person = fc.constantFrom('alice', 'bob', 'carol', 'dave')
const member = fc.oneof(
  { weight: 4, arbitrary: person },
  { weight: 1, arbitrary: fc.constant('nobody') },
  { weight: 1, arbitrary: fc.constant('[alice, bob]') },
  {
    weight: 1,
    arbitrary: fc.tuple(person, day).map(([who, from]) => `{ who: ${who}, from: ${from} }`),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(person, day).map(([who, until]) => `{ who: ${who}, until: ${until} }`),
  },
)
const during = fc.constantFrom(
  '',
  ', during: { days: mon-fri, from: 09:00, to: 17:00 }',
  ', during: [{ from: 22:00, to: 06:00 }, { days: [sat, some], from: 05:00, to: 12:00 }]',
  ', during: { from: fri 17:00, to: mon 09:00, except: some }',
  ', during: { from: 00:00, to: 24:00 }',
)
const zone = fc.constantFrom(
  'UTC',
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
)

const layer = fc
  .record({
    zone,
    start: day,
    at: clock,
    end: fc.option(fc.integer({ min: 41, max: 50 }), { nil: undefined }),
    count: fc.integer({ min: 1, max: 5 }),
    unit: fc.constantFrom('hours', 'days', 'weeks', 'months', 'shifts'),
    members: fc.array(member, { minLength: 1, maxLength: 4 }),
    during,
  })
  .map((l) => {
    const unit = l.during === '' && l.unit === 'shifts' ? 'days' : l.unit
    const end = l.end === undefined ? '' : `, end: ${writeDay(FIRST_DAY + l.end)}`
    return `{ timezone: ${l.zone}, start: ${l.start} ${l.at}${end}, turn: ${l.count} ${unit}, members: [${l.members.join(', ')}]${l.during} }`
  })

const override = fc
  .record({
    verb: fc.constantFrom('who', 'add', 'swap'),
    who: person,
    from: day,
    at: clock,
    hours: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ verb, who, from, at, hours }) => {
    const start = Date.parse(`${from}T${at}Z`)
    const times = `from: ${from} ${at}, to: ${new Date(start + hours * HOUR).toISOString().slice(0, 16)}`
    return verb === 'swap'
      ? `{ who: erin, instead_of: ${who}, ${times} }`
      : `{ ${verb}: ${who}, ${times} }`
  })

const aRotation = fc
  .record({
    zone,
    layers: fc.array(layer, { minLength: 1, maxLength: 3 }),
    overrides: fc.array(override, { maxLength: 4 }),
    by: fc.integer({ min: -2, max: 2 }),
    coverage: fc.constantFrom('always', 'none', '{ days: mon-fri, from: 08:00, to: 18:00 }'),
  })
  .map(({ zone, layers, overrides, by, coverage }): Rotation => {
    const w = workspace(`
      timezone: ${zone}
      holidays: { some: [2026-03-20..2026-03-22, 2026-04-03] }
      rotations:
        primary: { layers: [${layers.join(', ')}] }
        secondary: { follows: primary, by: ${by}, coverage: ${coverage}, overrides: [${overrides.join(', ')}] }`)
    return w.rotations.get('secondary') as Rotation
  })

const instant = fc
  .integer({ min: -5 * 24 * 4, max: 60 * 24 * 4 })
  .map((q) => FIRST_DAY * DAY + (q * HOUR) / 4)

const RUNS = { seed: 9, numRuns: 80 }

/** A timeline without the rotation, which is always the same. */
const plain = (timeline: Timeline): unknown[] =>
  timeline.map(({ start, end, people, layer, turn, overrides }) => [
    start,
    end,
    people,
    layer,
    turn,
    overrides,
  ])

describe('of any rotation', () => {
  it('cutting the asked range anywhere changes nothing inside it', () => {
    fc.assert(
      fc.property(aRotation, fc.tuple(instant, instant, instant), (rotation, points) => {
        const [a, b, c] = points.sort((x, y) => x - y)
        const joined: Span[] = []
        for (const span of timelineOf(rotation, { start: a, end: b })) append(joined, span)
        for (const span of timelineOf(rotation, { start: b, end: c })) append(joined, span)
        const whole: Span[] = []
        for (const span of timelineOf(rotation, { start: a, end: c })) append(whole, span)
        expect(plain(joined)).toEqual(plain(whole))
      }),
      RUNS,
    )
  })

  it('a timeline is in order, disjoint, within what was asked, and never empty of meaning', () => {
    fc.assert(
      fc.property(aRotation, instant, instant, (rotation, a, b) => {
        const within = { start: Math.min(a, b), end: Math.max(a, b) }
        let at = within.start
        for (const { start, end } of timelineOf(rotation, within)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBeLessThanOrEqual(within.end)
      }),
      RUNS,
    )
  })

  it('the shifts of a smaller range are those of a larger one that touch it, each whole', () => {
    fc.assert(
      fc.property(aRotation, fc.tuple(instant, instant), (rotation, points) => {
        const [start, end] = points.sort((x, y) => x - y)
        if (start === end) return
        const larger = shiftsOf(rotation, { start: start - 9 * DAY, end: end + 9 * DAY })
        const touching = larger.filter((shift) => shift.start < end && shift.end > start)
        expect(plain(shiftsOf(rotation, { start, end }))).toEqual(plain(touching))
      }),
      RUNS,
    )
  })

  it('who is on call at an instant is what the timeline and the shift there say', () => {
    fc.assert(
      fc.property(
        aRotation,
        fc.array(instant, { minLength: 10, maxLength: 20 }),
        (rotation, instants) => {
          for (const at of instants) {
            const [span] = timelineOf(rotation, { start: at, end: at + 1 })
            const said = sayingAt(rotation, at)
            expect([said.people, said.layer, said.turn, said.overrides]).toEqual([
              span?.people ?? [],
              span?.layer ?? null,
              span?.turn ?? null,
              span?.overrides ?? [],
            ])
            expect(shiftAt(rotation, at)?.people ?? []).toEqual(onCallAt(rotation, at))
          }
        },
      ),
      RUNS,
    )
  })

  it('the next and the previous shift are the neighbours in the list', () => {
    fc.assert(
      fc.property(aRotation, instant, (rotation, at) => {
        const around = shiftsOf(rotation, { start: at - 100 * DAY, end: at + 100 * DAY })
        const next = around.find(({ start }) => start >= at)
        const previous = around.findLast(({ end }) => end <= at)
        if (next) expect(nextShift(rotation, at)).toEqual(next)
        if (previous) expect(previousShift(rotation, at)).toEqual(previous)
      }),
      RUNS,
    )
  })

  it('coverage less gaps is what is held of it', () => {
    fc.assert(
      fc.property(aRotation, fc.tuple(instant, instant), (rotation, points) => {
        const [start, end] = points.sort((x, y) => x - y)
        const within = { start, end }
        const held = timelineOf(rotation, within).filter(({ people }) => people.length > 0)
        const covered = coverageOf(rotation, within)
        const gaps = gapsIn(rotation, within)
        expect(without(covered, gaps)).toEqual(without(covered, without([within], union(held))))
        expect(union(gaps)).toEqual(gaps)
        expect(without(gaps, covered)).toEqual([])
      }),
      RUNS,
    )
  })
})
