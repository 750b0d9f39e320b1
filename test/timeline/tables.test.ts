/** A layer that is a table of dates and names, or one member who is there always; and rotations that end. */
import { describe, expect, it } from '@jest/globals'
import { onCallAt } from '../../src/timeline/rotation.ts'
import { nextShift, previousShift, shiftAt, shiftsOf } from '../../src/timeline/shifts.ts'
import { writeUtc } from '../../src/time/wall.ts'
import { picture, rotation, workspace } from './picture.ts'

const PEOPLE = 'people: { alice: {}, bob: {}, carol: {} }\n'

function drawn(yaml: string, range: string): string {
  return picture(workspace(`${PEOPLE}rotations:\n  primary: ${yaml}`), 'primary', range)
}

const WEEK = '2026-11-30..2026-12-06'

describe('one member without a turn', () => {
  it('is always on call', () => {
    expect(drawn('{ members: alice }', WEEK)).toBe('alice')
    expect(drawn('{ members: [[alice, bob]] }', WEEK)).toMatchInlineSnapshot(`"alice+bob"`)
  })

  it('from `start` to `end`, and not longer than the entry says', () => {
    expect(
      drawn('{ members: alice, start: 2026-12-01, end: 2026-12-03 }', WEEK),
    ).toMatchInlineSnapshot(`"- | alice | -"`)
    expect(
      drawn(
        '{ start: 2026-12-01, members: { who: alice, from: 2026-12-02, until: 2026-12-04 } }',
        WEEK,
      ),
    ).toMatchInlineSnapshot(`"- | alice | -"`)
  })

  it('in its windows only, each a shift of its own', () => {
    expect(
      drawn('{ members: alice, during: { days: tue-thu, from: 09:00, to: 17:00 } }', WEEK),
    ).toMatchInlineSnapshot(`"- | alice | - | alice | - | alice | -"`)
  })

  it('has one turn, from 1970 on: who is a turn ahead of it finds nobody', () => {
    const w = workspace(`${PEOPLE}rotations:
      primary: { members: alice }
      secondary: { follows: primary }`)
    const shift = shiftAt(rotation(w), Date.UTC(2026, 10, 30))
    expect([shift?.start, shift?.end, shift?.turn]).toEqual([0, Infinity, 0])
    expect(nextShift(rotation(w), Infinity)).toBeUndefined()
    expect(previousShift(rotation(w), 0)).toBeUndefined()
    expect(onCallAt(rotation(w, 'secondary'), Date.UTC(2026, 10, 30))).toEqual([])
  })
})

describe('a table', () => {
  it('has a row from its time until that of the next', () => {
    expect(
      drawn(
        '{ handoff: 12:00, shifts: { 2026-12-01: alice, 2026-12-03: [bob, carol], 2026-12-04 00:00: nobody, 2026-12-05: alice } }',
        WEEK,
      ),
    ).toMatchInlineSnapshot(`"- | alice | bob+carol | - | alice"`)
  })

  it('is in order of time, however it is written', () => {
    expect(drawn('{ shifts: { 2026-12-04: bob, 2026-12-01: alice } }', WEEK)).toMatchInlineSnapshot(
      `"- | alice | bob"`,
    )
  })

  it('lets no row last longer than `turn`, and none beyond `end`', () => {
    expect(
      drawn('{ turn: 1 day, shifts: { 2026-12-01: alice, 2026-12-03: bob } }', WEEK),
    ).toMatchInlineSnapshot(`"- | alice | - | bob | -"`)
    expect(
      drawn('{ end: 2026-12-05, shifts: { 2026-12-01: alice, 2026-12-03: bob } }', WEEK),
    ).toMatchInlineSnapshot(`"- | alice | bob | -"`)
  })

  it('gives a follower the next row, and behind the last one nobody', () => {
    const w = workspace(`${PEOPLE}rotations:
      primary: { shifts: { 2026-12-01: alice, 2026-12-03: bob } }
      secondary: { follows: primary }`)
    expect(picture(w, 'secondary', WEEK)).toMatchInlineSnapshot(`"- | bob | -"`)
  })
})

describe('the end of a rotation', () => {
  it('is the end of overrides too', () => {
    const overrides = 'overrides: [{ who: carol, on: 2026-12-02..2026-12-05 }]'
    expect(drawn(`{ end: 2026-12-04, members: alice, ${overrides} }`, WEEK)).toMatchInlineSnapshot(
      `"alice | carol | -"`,
    )
    const w = workspace(
      `${PEOPLE}rotations:\n  primary: { end: 2026-12-04, members: alice, ${overrides} }`,
    )
    expect(onCallAt(rotation(w), Date.UTC(2026, 11, 4))).toEqual([])
    expect(shiftsOf(rotation(w), { start: Date.UTC(2026, 11, 3), end: Infinity })).toMatchObject([
      { end: Date.UTC(2026, 11, 4) },
    ])
  })

  it('is that of who follows, unless they name their own', () => {
    const w = workspace(`${PEOPLE}rotations:
      primary: { start: 2026-11-30, turn: 1 day, members: [alice, bob, carol], end: 2026-12-03 }
      second: { follows: primary }
      third: { follows: primary, by: 2, end: 2026-12-05 }
      fourth: { follows: third, end: 2026-12-01 }`)
    const all = ['primary', 'second', 'third', 'fourth'].map((id) => picture(w, id, WEEK))
    expect(all).toMatchInlineSnapshot(`
     [
       "alice | bob | carol | -",
       "bob | carol | alice | -",
       "carol | alice | bob | carol | alice | -",
       "alice | -",
     ]
    `)
    expect(writeUtc(rotation(w, 'fourth').end?.instant ?? 0)).toBe('2026-12-01T00:00:00Z')
  })
})
