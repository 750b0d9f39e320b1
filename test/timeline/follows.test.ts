import { describe, expect, it } from '@jest/globals'
import { handoffs, picture, shifts, workspace } from './picture.ts'

const DAYS = '2026-11-30..2026-12-04'

describe('a rotation that follows another', () => {
  it('has the holder of its next turn by default', () => {
    const w = workspace(`
      rotations:
        primary: { start: 2026-11-30, turn: 1 day, members: [alice, bob, carol] }
        secondary: { follows: primary }`)
    expect(picture(w, 'primary', DAYS)).toBe('alice | bob | carol | alice')
    expect(picture(w, 'secondary', DAYS)).toBe('bob | carol | alice | bob')
    expect(shifts(w, 'secondary', '2026-12-01..2026-12-02')).toEqual([
      '2026-12-01T00:00Z > 2026-12-02T00:00Z carol (1/1)',
    ])
  })

  it('may be any whole number of turns ahead, or behind; below turn 0 there is nobody', () => {
    const w = workspace(`
      rotations:
        primary: { start: 2026-11-30, turn: 1 day, members: [alice, bob, carol] }
        same: { follows: primary, by: 0 }
        later: { follows: primary, by: 5 }
        before: { follows: primary, by: -2 }`)
    expect(picture(w, 'same', DAYS)).toBe('alice | bob | carol | alice')
    expect(picture(w, 'later', DAYS)).toBe('carol | alice | bob | carol')
    expect(picture(w, 'before', DAYS)).toBe('- | alice | bob')
  })

  it('chains add up', () => {
    const w = workspace(`
      rotations:
        third: { follows: second, by: -3 }
        second: { follows: first, by: 2 }
        first: { follows: primary }
        primary: { start: 2026-11-30, turn: 1 day, members: [alice, bob, carol, dave] }`)
    expect(picture(w, 'second', DAYS)).toBe('dave | alice | bob | carol')
    expect(picture(w, 'third', DAYS)).toBe('alice | bob | carol | dave')
  })

  it("leaves the other's overrides out, and has its own on top", () => {
    const w = workspace(`
      rotations:
        primary:
          start: 2026-11-30
          turn: 1 day
          members: [alice, bob]
          overrides: [{ who: dave, on: 2026-11-30..2026-12-03 }]
        secondary:
          follows: primary
          overrides: [{ who: erin, instead_of: alice, on: 2026-12-01 }]`)
    expect(picture(w, 'primary', DAYS)).toBe('dave')
    expect(picture(w, 'secondary', DAYS)).toBe('bob | erin | bob | alice')
  })

  it('takes every layer of it, each with its own turns and windows', () => {
    const w = workspace(`
      rotations:
        primary:
          layers:
            - { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
            - { start: 2026-11-30, turn: 1 shift, members: [carol, dave], during: { days: tue-thu, from: 09:00, to: 17:00 } }
        secondary: { follows: primary }`)
    expect(handoffs(w, 'secondary', '2026-12-01..2026-12-03')).toEqual([
      '2026-11-30 00:00 bob',
      '2026-12-01 09:00 dave',
      '2026-12-01 17:00 bob',
      '2026-12-02 09:00 carol',
      '2026-12-02 17:00 bob',
    ])
  })

  it('reckons the turn ahead as if there were no end, and itself ends with the other', () => {
    const w = workspace(`
      rotations:
        primary: { start: 2026-11-30, end: 2026-12-02, turn: 1 day, members: [alice, bob, carol] }
        secondary: { follows: primary }`)
    expect(picture(w, 'secondary', DAYS)).toBe('bob | carol | -')
  })

  it('a date in the roster reaches it up to as many turns earlier', () => {
    const w = workspace(`
      rotations:
        primary: { start: 2026-11-30, turn: 1 day, members: [alice, bob, { who: carol, from: 2026-12-04 }] }
        secondary: { follows: primary, by: 2 }`)
    expect(picture(w, 'primary', '2026-11-30..2026-12-06')).toBe(
      'alice | bob | alice | bob | carol | alice',
    )
    expect(picture(w, 'secondary', '2026-11-30..2026-12-04')).toBe('alice | bob | carol | alice')
  })

  it('has the zone of the followed one for its own overrides, unless it names one', () => {
    const w = workspace(`
      rotations:
        primary: { timezone: Asia/Kathmandu, start: 2026-11-30, turn: 1 day, members: [alice, bob] }
        secondary: { follows: primary, overrides: [{ who: carol, on: 2026-12-01 }] }
        third: { follows: primary, timezone: UTC, overrides: [{ who: carol, on: 2026-12-01 }] }`)
    expect(shifts(w, 'secondary', '2026-12-01 12:00..2026-12-01 13:00')).toEqual([
      '2026-11-30T18:15Z > 2026-12-01T18:15Z carol*',
    ])
    expect(shifts(w, 'third', '2026-12-01 12:00..2026-12-01 13:00')).toEqual([
      '2026-12-01T00:00Z > 2026-12-02T00:00Z carol*',
    ])
  })
})
