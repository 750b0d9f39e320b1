import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { END_OF_TIME } from '../../src/time/instant.ts'
import {
  bounded,
  intersection,
  touches,
  union,
  without,
  type Interval,
} from '../../src/time/interval.ts'

const anInterval = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]): Interval => ({ start, end: start + length }))

const sorted = fc
  .array(anInterval, { maxLength: 8 })
  .map((intervals) => [...intervals].sort((a, b) => a.start - b.start))

const holds = (intervals: readonly Interval[]): boolean[] =>
  Array.from({ length: 60 }, (_, at) => intervals.some(({ start, end }) => start <= at && at < end))

describe('intervals', () => {
  it('that merely meet have nothing in common', () => {
    expect(touches({ start: 0, end: 5 }, { start: 5, end: 9 })).toBe(false)
    expect(intersection({ start: 0, end: 5 }, { start: 5, end: 9 })).toBeUndefined()
    expect(intersection({ start: 0, end: 5 }, { start: 3, end: Infinity })).toEqual({
      start: 3,
      end: 5,
    })
  })

  it('in a union hold what any of them held, joined where they overlap or touch', () => {
    fc.assert(
      fc.property(sorted, (intervals) => {
        const joined = union(intervals)
        expect(holds(joined)).toEqual(holds(intervals))
        for (const [i, { end }] of joined.entries())
          expect(end).toBeLessThan(joined[i + 1]?.start ?? Infinity)
      }),
      { seed: 14 },
    )
  })

  it('without others hold what is left', () => {
    fc.assert(
      fc.property(sorted.map(union), sorted.map(union), (base, taken) => {
        const cut = holds(taken)
        expect(holds(without(base, taken))).toEqual(holds(base).map((is, at) => is && !cut[at]))
      }),
      { seed: 15 },
    )
  })

  it('that have no end, or no beginning, are bounded; others stay as they are', () => {
    const some = { start: -1e15, end: 1e15 }
    expect(bounded(some)).toBe(some)
    expect(bounded({ start: 5, end: Infinity })).toEqual({ start: 5, end: END_OF_TIME })
    expect(bounded({ start: -Infinity, end: 5 })).toEqual({ start: -86_400_000, end: 5 })
  })
})
