import { describe, expect, it } from '@jest/globals'
import { handoffsIn, holderAt, whole, type Holder } from '../../src/insight/holder.ts'
import { shiftsOf } from '../../src/timeline/shifts.ts'
import { instant, rotation, time, workspace } from '../timeline/picture.ts'

function holder(
  w: ReturnType<typeof workspace>,
  at: string,
  seen: (holder: Holder) => Holder = (same) => same,
): string {
  const { shift, since, until, next } = seen(holderAt(rotation(w), time(at)))
  const then =
    next === undefined ? 'nobody' : `${next.people.join('+')} from ${instant(next.start)}`
  return `${shift?.people.join('+') ?? '-'} since ${instant(since)} until ${instant(until)}, then ${then}`
}

describe('who holds a rotation', () => {
  const w = workspace(`
    holidays: { launch: [2026-12-03, 2026-12-05] }
    rotations:
      primary:
        start: 2026-11-30
        end: 2026-12-09
        turn: 1 shift
        members: [alice, bob]
        during: { days: mon-fri, from: 09:00, to: 17:00 }
        overrides: [{ who: carol, from: 2026-12-01 16:00, to: 2026-12-01 20:00 }]`)

  it.each([
    [
      '2026-11-30 10:00',
      'alice since 2026-11-30T09:00Z until 2026-11-30T17:00Z, then bob from 2026-12-01T09:00Z',
    ],
    [
      '2026-12-01 15:59',
      'bob since 2026-12-01T09:00Z until 2026-12-01T16:00Z, then carol from 2026-12-01T16:00Z',
    ],
    [
      '2026-12-01 16:00',
      'carol since 2026-12-01T16:00Z until 2026-12-01T20:00Z, then alice from 2026-12-02T09:00Z',
    ],
  ])('at %s: since when, until when, and who is next', (at, expected) => {
    expect(holder(w, at)).toBe(expected)
  })

  it.each([
    ['2026-11-01', '- since none until 2026-11-30T09:00Z, then alice from 2026-11-30T09:00Z'],
    [
      '2026-11-30 17:00',
      '- since 2026-11-30T17:00Z until 2026-12-01T09:00Z, then bob from 2026-12-01T09:00Z',
    ],
    ['2027-01-01', '- since 2026-12-08T17:00Z until none, then nobody'],
  ])('in a gap, at %s: from the end of the last shift to the start of the next', (at, expected) => {
    expect(holder(w, at)).toBe(expected)
  })

  it('the next shift is the next one in time, though the same person goes on', () => {
    const one = workspace(
      'rotations: { primary: { start: 2026-11-30, turn: 1 day, members: [alice] } }',
    )
    expect(holder(one, '2026-12-01')).toBe(
      'alice since 2026-12-01T00:00Z until 2026-12-02T00:00Z, then alice from 2026-12-02T00:00Z',
    )
  })

  it('where a shift never ends nobody is next', () => {
    const ever = workspace(`
      rotations:
        primary: { start: 2026-11-30, turn: 9999999 shifts, members: [alice, bob], during: { from: mon 00:00, to: mon 00:00 } }`)
    expect(holder(ever, '2026-12-01')).toBe(
      'alice since 2026-11-30T00:00Z until never, then nobody',
    )
  })

  it('after the last turn of a layer the one beneath is next', () => {
    const two = workspace(`
      rotations:
        primary:
          layers:
            - { start: 2026-11-30, turn: 1 week, members: [alice] }
            - { start: 2026-11-30, end: 2026-12-02, turn: 1 day, members: [bob, nobody] }`)
    expect(holder(two, '2026-12-01 12:00')).toBe(
      '- since 2026-12-01T00:00Z until 2026-12-02T00:00Z, then alice from 2026-12-02T00:00Z',
    )
  })
})

describe('for people', () => {
  const w = workspace(`
    rotations:
      primary:
        layers:
          - { start: 2026-11-30, turn: 1 day, members: [alice, alice, bob, alice] }
          - { start: 2026-12-05, end: 2026-12-06, turn: 1 day, members: [alice] }
        overrides: [{ who: bob, on: 2026-12-03 }]`)

  it.each([
    [
      '2026-11-30 10:00',
      'alice since 2026-11-30T00:00Z until 2026-12-02T00:00Z, then bob from 2026-12-02T00:00Z',
    ],
    [
      '2026-12-03 10:00',
      'bob since 2026-12-02T00:00Z until 2026-12-04T00:00Z, then alice from 2026-12-04T00:00Z',
    ],
    [
      '2026-12-05 10:00',
      'alice since 2026-12-04T00:00Z until 2026-12-06T00:00Z, then bob from 2026-12-06T00:00Z',
    ],
  ])('at %s the whole time counts of who follows themselves', (at, expected) => {
    expect(holder(w, at, whole)).toBe(expected)
  })

  it('somebody who is alone in the order goes on without end', () => {
    const alone = workspace(
      'rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice] } }',
    )
    expect(holder(alone, '2027-02-01', whole)).toBe(
      'alice since 2026-11-30T00:00Z until never, then nobody',
    )
  })

  it('a handoff is none where the same people go on', () => {
    const shifts = shiftsOf(rotation(w), { start: time('2026-11-30'), end: time('2026-12-06') })
    expect(handoffsIn(shifts).map(({ start }) => instant(start))).toEqual([
      '2026-11-30T00:00Z',
      '2026-12-02T00:00Z',
      '2026-12-04T00:00Z',
    ])
  })
})
