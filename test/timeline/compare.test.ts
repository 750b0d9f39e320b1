import { describe, expect, it } from '@jest/globals'
import { array, assert, integer, nat, property, record, subarray, type Arbitrary } from 'fast-check'
import { compare, type Difference } from '../../src/timeline/compare.ts'

type Held = Parameters<typeof compare>[0][number]
type Timeline = readonly Held[]

function span(start: number, end: number, ...people: string[]): Held {
  return { start, end, people }
}

const all = { start: 0, end: 100 }

const picture = (differences: readonly Difference[]): string[] =>
  differences.map(({ start, end, before, after }) => {
    const [was, is] = [before, after].map((people) => people.join('+') || 'nobody')
    return `${start}..${end} ${was} -> ${is}`
  })

describe('compare', () => {
  it('gives the stretches in which other people are on call', () => {
    const before = [span(0, 50, 'alice'), span(50, 100, 'bob')]
    const after = [span(0, 40, 'alice'), span(40, 60, 'carol'), span(60, 100, 'bob')]
    expect(picture(compare(before, after, all))).toEqual([
      '40..50 alice -> carol',
      '50..60 bob -> carol',
    ])
  })

  it('joins what is the same pair of people, also across turns', () => {
    const before = [span(0, 50, 'alice'), span(50, 100, 'alice')]
    const after = [span(0, 20, 'alice'), span(20, 30, 'bob'), span(30, 90, 'bob')]
    expect(picture(compare(before, after, all))).toEqual([
      '20..90 alice -> bob',
      '90..100 alice -> nobody',
    ])
  })

  it('takes a hole on purpose for nobody, as it takes no span at all', () => {
    expect(compare([span(0, 50)], [], all)).toEqual([])
    expect(picture(compare([span(10, 50, 'alice')], [span(0, 100)], all))).toEqual([
      '10..50 alice -> nobody',
    ])
  })

  it('does not mind the order of a pair', () => {
    const pair = [span(0, 100, 'alice', 'bob')]
    expect(compare(pair, [span(0, 100, 'bob', 'alice')], all)).toEqual([])
    expect(picture(compare(pair, [span(0, 100, 'bob')], all))).toEqual(['0..100 alice+bob -> bob'])
  })

  it('looks at the interval only', () => {
    const found = compare([span(0, 100, 'alice')], [span(0, 100, 'bob')], { start: 30, end: 60 })
    expect(picture(found)).toEqual(['30..60 alice -> bob'])
  })
})

const people = subarray(['alice', 'bob', 'carol'])
const timelines: Arbitrary<Timeline> = array(
  record({ gap: nat(5), length: integer({ min: 1, max: 20 }), people }),
  {
    maxLength: 8,
  },
).map((pieces) => {
  const timeline: Held[] = []
  let at = 0
  for (const piece of pieces) {
    timeline.push(span(at + piece.gap, at + piece.gap + piece.length, ...piece.people))
    at += piece.gap + piece.length
  }
  return timeline
})

const at = (timeline: Timeline, t: number): string =>
  [...(timeline.find(({ start, end }) => start <= t && t < end)?.people ?? [])].sort().join()

describe('for any timelines', () => {
  it('one differs from itself nowhere', () => {
    assert(property(timelines, (timeline) => compare(timeline, timeline, all).length === 0))
  })

  it('looking from the other side swaps before and after, and nothing else', () => {
    assert(
      property(timelines, timelines, (a, b) => {
        const turned = compare(b, a, all).map(({ before, after, ...rest }) => ({
          ...rest,
          before: after,
          after: before,
        }))
        expect(compare(a, b, all)).toEqual(turned)
      }),
    )
  })

  it('says at every instant what the two say there', () => {
    assert(
      property(timelines, timelines, (a, b) => {
        const found = compare(a, b, all)
        for (let t = 0; t < 100; t += 1) {
          const here = found.find(({ start, end }) => start <= t && t < end)
          expect(here !== undefined).toBe(at(a, t) !== at(b, t))
          if (here) expect([...here.before].sort().join()).toBe(at(a, t))
        }
      }),
      { numRuns: 20 },
    )
  })
})
