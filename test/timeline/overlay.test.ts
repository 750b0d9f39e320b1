import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { overlay } from '../../src/timeline/overlay.ts'
import { NO_OVERRIDES, type Span, type Timeline } from '../../src/timeline/span.ts'
import { picture, rotation, shifts, workspace } from './picture.ts'

const some = rotation(workspace('rotations: { primary: {} }'))

const aTimeline = fc
  .array(
    fc.record({
      after: fc.nat(4),
      length: fc.integer({ min: 1, max: 6 }),
      people: fc.subarray(['alice', 'bob'], { maxLength: 1 }),
    }),
    { maxLength: 8 },
  )
  .map((pieces): Timeline => {
    let at = 0
    return pieces.map(({ after, length, people }, turn): Span => {
      const start = at + after
      at = start + length
      return { rotation: some, start, end: at, people, layer: null, turn, overrides: NO_OVERRIDES }
    })
  })

/** What is said at each instant. */
const said = (timeline: Timeline): unknown[] =>
  Array.from({ length: 100 }, (_, at) => {
    const span = timeline.find(({ start, end }) => start <= at && at < end)
    return span && [span.turn, span.people]
  })

describe('overlay', () => {
  it('where the top speaks it wins, also to say nobody; elsewhere the base shows through', () => {
    fc.assert(
      fc.property(aTimeline, aTimeline, (base, top) => {
        const below = said(base)
        expect(said(overlay(base, top))).toEqual(said(top).map((word, at) => word ?? below[at]))
      }),
      { seed: 5 },
    )
  })

  it('is associative, and nothing is its identity on either side', () => {
    fc.assert(
      fc.property(aTimeline, aTimeline, aTimeline, (a, b, c) => {
        expect(overlay(overlay(a, b), c)).toEqual(overlay(a, overlay(b, c)))
        expect(overlay(a, [])).toEqual(a)
        expect(overlay([], a)).toEqual(a)
        expect(overlay(a, a)).toEqual(a)
      }),
      { seed: 6 },
    )
  })

  it('gives spans in order, disjoint and none of them empty', () => {
    fc.assert(
      fc.property(aTimeline, aTimeline, (base, top) => {
        const laid = overlay(base, top)
        for (const [i, { start, end }] of laid.entries()) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(laid[i + 1]?.start ?? Infinity)
        }
      }),
      { seed: 7 },
    )
  })
})

describe('layers', () => {
  it('a later layer lies on top where its window is open, and is see-through elsewhere', () => {
    const w = workspace(`
      rotations:
        primary:
          layers:
            - { start: 2026-11-30, turn: 1 week, members: [alice] }
            - { start: 2026-12-01, end: 2026-12-03, turn: 1 day, members: [bob], during: { from: 09:00, to: 17:00 } }`)
    expect(picture(w, 'primary', '2026-11-30..2026-12-04')).toBe(
      'alice | bob | alice | bob | alice',
    )
    expect(shifts(w, 'primary', '2026-12-01 12:00..2026-12-01 18:00')).toEqual([
      '2026-12-01T09:00Z > 2026-12-01T17:00Z bob (2/0)',
      '2026-12-01T17:00Z > 2026-12-02T09:00Z alice (1/0)',
    ])
  })

  it('nobody on top is a hole, and an empty roster is see-through', () => {
    const w = workspace(`
      rotations:
        primary:
          layers:
            - { start: 2026-11-30, turn: 1 week, members: [alice] }
            - { start: 2026-12-01, turn: 1 day, members: [bob, nobody], end: 2026-12-03 }
            - { start: 2026-11-30, turn: 1 day, members: [{ who: carol, from: 2026-12-04 }] }`)
    expect(picture(w, 'primary', '2026-11-30..2026-12-06')).toBe(
      'alice | bob | - | alice | carol | carol',
    )
  })

  it('each layer keeps to its own zone', () => {
    const w = workspace(`
      rotations:
        primary:
          layers:
            - { start: 2026-11-30, turn: 1 week, members: [alice] }
            - { timezone: Asia/Kathmandu, start: 2026-11-30, turn: 1 week, members: [bob], during: { from: 09:00, to: 17:00 } }`)
    expect(shifts(w, 'primary', '2026-12-01 04:00..2026-12-01 05:00')).toEqual([
      '2026-12-01T03:15Z > 2026-12-01T11:15Z bob (2/0)',
    ])
  })
})
