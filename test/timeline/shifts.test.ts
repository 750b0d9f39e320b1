import { describe, expect, it } from '@jest/globals'
import { END_OF_TIME } from '../../src/time/instant.ts'
import { gapsIn } from '../../src/timeline/coverage.ts'
import { onCallAt, timelineOf } from '../../src/timeline/rotation.ts'
import { nextShift, previousShift, shiftAt, shiftsOf } from '../../src/timeline/shifts.ts'
import { instant, rotation, say, shifts, time, workspace } from './picture.ts'

const said = (shift: ReturnType<typeof shiftAt>): string => (shift ? say(shift) : 'none')

describe('a shift', () => {
  it('is whole, not cut at the ends of the range', () => {
    const w = workspace(
      'rotations: { primary: { start: 2026-11-30 16:00, turn: 1 week, members: [alice, bob] } }',
    )
    expect(shifts(w, 'primary', '2026-12-02..2026-12-03')).toEqual([
      '2026-11-30T16:00Z > 2026-12-07T16:00Z alice (1/0)',
    ])
  })

  it('is whole beneath windows and above somebody who is always there', () => {
    const w = workspace(`
      rotations:
        primary:
          layers:
            - members: carol
            - start: 2026-06-01
              turn: 1 shift
              members: [alice, bob]
              during: { days: first monday, from: 09:00, to: 17:00 }`)
    expect(shifts(w, 'primary', '2026-08-01..2026-08-02')).toEqual([
      '2026-07-06T17:00Z > 2026-08-03T09:00Z carol (1/0)',
    ])
    expect(shifts(w, 'primary', '2026-05-01..2026-05-02')).toEqual([
      '1970-01-01T00:00Z > 2026-06-01T09:00Z carol (1/0)',
    ])
  })

  it('that only touches the range with an end is not of it', () => {
    const w = workspace(
      'rotations: { primary: { start: 2026-11-30, turn: 1 day, members: [alice, bob] } }',
    )
    expect(shifts(w, 'primary', '2026-12-01..2026-12-02')).toHaveLength(1)
  })

  it('windows that touch within a turn make one, those that do not make several', () => {
    const w = workspace(`
      rotations:
        primary:
          start: 2026-11-30
          turn: 1 week
          members: [alice, bob]
          during:
            - { days: mon, from: 09:00, to: 24:00 }
            - { days: tue, from: 00:00, to: 12:00 }
            - { days: thu, from: 09:00, to: 17:00 }`)
    expect(shifts(w, 'primary', '2026-11-30..2026-12-07')).toEqual([
      '2026-11-30T09:00Z > 2026-12-01T12:00Z alice (1/0)',
      '2026-12-03T09:00Z > 2026-12-03T17:00Z alice (1/0)',
    ])
  })

  it('ends where the next turn begins, though the same person goes on', () => {
    const w = workspace(
      'rotations: { primary: { start: 2026-11-30, turn: 1 day, members: [alice] } }',
    )
    expect(shifts(w, 'primary', '2026-11-30..2026-12-02')).toHaveLength(2)
  })

  it('never ends where neither its turn nor its window does', () => {
    const w = workspace(`
      rotations:
        primary:
          start: 2026-11-30
          turn: 9999999 shifts
          members: [alice, bob]
          during: { from: mon 09:00, to: mon 09:00 }
        office:
          start: 2026-11-30
          turn: 9999999 shifts
          members: [alice, bob]
          during: { from: 09:00, to: 17:00 }`)
    for (const day of [
      '2026-12-02..2026-12-03',
      '2026-11-30..2199-12-03',
      '2200-12-31..2200-12-31 23:00',
    ]) {
      expect(shifts(w, 'primary', day)).toEqual(['2026-11-30T00:00Z > never alice (1/0)'])
    }
    expect(shifts(w, 'office', '2026-12-02..2026-12-03')).toEqual([
      '2026-12-02T09:00Z > 2026-12-02T17:00Z alice (1/0)',
    ])
    expect(shifts(w, 'office', '2200-12-31..2200-12-31 23:00')).toEqual([
      '2200-12-31T09:00Z > 2200-12-31T17:00Z alice (1/0)',
    ])
  })

  it('that never ends is cut by an override up to the last instant of all', () => {
    const w = workspace(`
      rotations:
        primary:
          start: 2026-11-30
          turn: 9999999 shifts
          members: [alice]
          during: { from: mon 00:00, to: mon 00:00 }
          overrides: [{ add: bob, on: 2200-12-31 }]`)
    expect(shifts(w, 'primary', '2200-12-30..2200-12-31 12:00')).toEqual([
      '2026-11-30T00:00Z > 2200-12-31T00:00Z alice (1/0)',
      '2200-12-31T00:00Z > 2201-01-01T00:00Z alice+bob (1/0)*',
    ])
  })

  it('under a layer that never ends another keeps its own end', () => {
    const w = workspace(`
      rotations:
        primary:
          layers:
            - { start: 2026-11-30, turn: 9999999 shifts, members: [alice], during: { from: 00:00, to: 24:00 } }
            - { start: 2026-12-07, turn: 12053 weeks, members: [bob] }`)
    const [first, second] = shiftsOf(rotation(w), {
      start: time('2026-12-01'),
      end: time('2027-01-01'),
    })
    expect(said(first)).toBe('2026-11-30T00:00Z > 2026-12-07T00:00Z alice (1/0)')
    expect(second?.end).toBe(time('2026-12-07') + 12_053 * 7 * 86_400_000)
  })
})

describe('the next and the previous shift', () => {
  const w = workspace(`
    holidays: { launch: [2026-12-03, 2190-05-01] }
    rotations:
      primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
      over: { start: 2026-11-30, end: 2026-12-09, turn: 1 week, members: [alice, bob] }
      late: { start: 2200-01-01, turn: 1 hour, members: [alice] }
      early: { start: 1970-01-01, turn: 1 hour, members: [{ who: alice, until: 1970-01-02 }] }
      rare: { start: 2026-11-30, turn: 1 shift, members: [alice, bob], during: { days: launch, from: 09:00, to: 17:00 } }
      never: { start: 1970-01-01, turn: 1 hour, members: [nobody] }
      empty: {}
      overrides:
        overrides: [{ who: alice, on: 2026-12-03 }, { who: nobody, on: 2026-12-05 }]`)
  const next = (id: string, at: string): string => said(nextShift(rotation(w, id), time(at)))
  const previous = (id: string, at: string): string =>
    said(previousShift(rotation(w, id), time(at)))

  it.each([
    ['primary', '2026-11-01', '2026-11-30T00:00Z > 2026-12-07T00:00Z alice (1/0)'],
    ['primary', '2026-11-30', '2026-11-30T00:00Z > 2026-12-07T00:00Z alice (1/0)'],
    ['primary', '2026-11-30 00:01', '2026-12-07T00:00Z > 2026-12-14T00:00Z bob (1/1)'],
    ['over', '2026-12-08', 'none'],
    ['late', '1970-01-01', '2200-01-01T00:00Z > 2200-01-01T01:00Z alice (1/0)'],
    ['early', '1970-01-02', 'none'],
    ['rare', '2026-12-04', '2190-05-01T09:00Z > 2190-05-01T17:00Z bob (1/1)'],
    ['rare', '2190-05-02', 'none'],
    ['never', '1980-01-01', 'none'],
    ['empty', '2026-12-01', 'none'],
    ['overrides', '2026-12-01', '2026-12-03T00:00Z > 2026-12-04T00:00Z alice*'],
    ['overrides', '2026-12-04', 'none'],
  ])('the next of %s at or after %s', (id, at, expected) => {
    expect(next(id, at)).toBe(expected)
  })

  it.each([
    ['primary', '2026-12-08', '2026-11-30T00:00Z > 2026-12-07T00:00Z alice (1/0)'],
    ['primary', '2026-12-07', '2026-11-30T00:00Z > 2026-12-07T00:00Z alice (1/0)'],
    ['primary', '2026-12-06', 'none'],
    ['over', '2200-01-01', '2026-12-07T00:00Z > 2026-12-09T00:00Z bob (1/1)'],
    ['late', '2199-01-01', 'none'],
    ['early', '1970-03-01', '1970-01-01T23:00Z > 1970-01-02T00:00Z alice (1/23)'],
    ['rare', '2190-05-01', '2026-12-03T09:00Z > 2026-12-03T17:00Z alice (1/0)'],
    ['never', '2190-05-01', 'none'],
    ['empty', '2026-12-01', 'none'],
    ['overrides', '2190-05-01', '2026-12-03T00:00Z > 2026-12-04T00:00Z alice*'],
  ])('the last of %s up to %s', (id, at, expected) => {
    expect(previous(id, at)).toBe(expected)
  })
})

describe('the ends of time', () => {
  const w = workspace(`
    rotations:
      primary: { timezone: Pacific/Chatham, start: 1970-01-01, turn: 1 hour, members: [alice, bob] }
      huge: { timezone: Europe/Amsterdam, start: 2026-11-30, turn: 2772 months, members: [alice, bob] }`)
  const primary = rotation(w)

  it('an hour of 2200 is found without walking there from 1970', () => {
    expect(said(shiftAt(primary, time('2200-12-31T12:30Z')))).toBe(
      '2200-12-31T12:15Z > 2200-12-31T13:15Z bob (1/2024905)',
    )
  })

  it('the greatest turn of all is one shift', () => {
    const [only, more] = shiftsOf(rotation(w, 'huge'), { start: 0, end: END_OF_TIME })
    expect(instant(only?.start)).toBe('2026-11-29T23:00Z')
    expect(only?.end).toBeGreaterThan(END_OF_TIME)
    expect(more).toBeUndefined()
    expect(nextShift(rotation(w, 'huge'), time('2027-01-01'))).toBeUndefined()
  })

  it('a range may begin long before 1970, and end long after 2200', () => {
    expect(
      said(shiftsOf(primary, { start: time('1970-01-01') * -1 - 1e13, end: -40_000_000 })[0]),
    ).toBe('1969-12-31T11:15Z > 1969-12-31T12:15Z alice (1/0)')
    expect(timelineOf(primary, { start: 9e12, end: 9e12 + 3_600_000 })).toHaveLength(2)
  })

  it('no question about infinity goes on for ever', () => {
    const all = { start: -Infinity, end: Infinity }
    for (const id of ['primary', 'huge']) {
      const each = rotation(w, id)
      for (const at of [-Infinity, Infinity]) {
        expect(onCallAt(each, at)).toEqual([])
        expect(shiftAt(each, at)).toBeUndefined()
      }
      expect(nextShift(each, Infinity)).toBeUndefined()
      expect(previousShift(each, -Infinity)).toBeUndefined()
      expect(nextShift(each, -Infinity)?.turn).toBe(0)
    }
    expect(instant(previousShift(primary, Infinity)?.end)).toBe('2201-01-01T00:15Z')
    expect(gapsIn(rotation(w, 'huge'), all).map(({ end }) => instant(end))).toEqual([
      '2026-11-29T23:00Z',
    ])
    expect(shiftsOf(rotation(w, 'huge'), all)).toHaveLength(1)
  })
})
