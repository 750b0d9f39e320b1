import { describe, expect, it } from '@jest/globals'
import { DAY } from '../../src/time/instant.ts'
import { writeDay } from '../../src/time/wall.ts'
import { handoffs, picture, shifts, time, workspace } from './picture.ts'

/** One rotation with one layer, in a zone. */
const layer = (zone: string, yaml: string): ReturnType<typeof workspace> =>
  workspace(`
    rotations:
      primary:
        timezone: ${zone}
        layers: [{ ${yaml} }]`)

describe('turns of months with a day for the handoff', () => {
  it('begin on that day of the month, at the time of day of the start', () => {
    const w = workspace(`
      rotations:
        primary: { timezone: Europe/Amsterdam, start: 2026-12-07 10:00, turn: 1 month, handoff: first monday, members: [alice, bob] }`)
    expect(handoffs(w, 'primary', '2026-12-10..2027-05-01')).toEqual([
      '2026-12-07 10:00 alice',
      '2027-01-04 10:00 bob',
      '2027-02-01 10:00 alice',
      '2027-03-01 10:00 bob',
      '2027-04-05 10:00 alice',
    ])
  })

  it('are counted in the months of the calendar, however long each is', () => {
    const w = workspace(`
      rotations:
        primary: { start: 2026-11-30, turn: 3 months, handoff: last day, members: [alice, bob] }
        secondary: { start: 2026-11-30, turn: 3 months, members: [alice, bob] }`)
    expect(handoffs(w, 'primary', '2026-12-10..2027-09-01')).toEqual([
      '2026-11-30 00:00 alice',
      '2027-02-28 00:00 bob',
      '2027-05-31 00:00 alice',
      '2027-08-31 00:00 bob',
    ])
    expect(handoffs(w, 'secondary', '2027-05-01..2027-05-31')).toEqual([
      '2027-02-28 00:00 bob',
      '2027-05-30 00:00 alice',
    ])
  })
})

describe('turn k of a layer begins at its start plus k lengths', () => {
  it('before the start there is nobody, and turn 0 is the first of the list', () => {
    const w = layer('UTC', 'start: 2026-11-30 16:00, turn: 1 week, members: [alice, bob]')
    expect(shifts(w, 'primary', '2026-11-01..2026-12-08')).toEqual([
      '2026-11-30T16:00Z > 2026-12-07T16:00Z alice (1/0)',
      '2026-12-07T16:00Z > 2026-12-14T16:00Z bob (1/1)',
    ])
    expect(picture(w, 'primary', '2026-11-01..2026-12-08')).toBe('- | alice | bob')
  })

  it('an end ends it in the middle of a turn', () => {
    const w = layer(
      'UTC',
      'start: 2026-11-30, end: 2026-12-02 12:00, turn: 1 day, members: [alice, bob]',
    )
    expect(shifts(w, 'primary', '2026-12-01..2027-12-01').at(-1)).toBe(
      '2026-12-02T00:00Z > 2026-12-02T12:00Z alice (1/2)',
    )
    expect(picture(w, 'primary', '2026-11-30..2026-12-04')).toBe('alice | bob | alice | -')
  })

  it.each([
    ['Europe/Amsterdam', '2026-03-28', '2026-03-29T07:00Z', '24 hours later it is 10:00'],
    ['Europe/Amsterdam', '2026-10-24', '2026-10-25T08:00Z', '24 hours later it is 08:00'],
    ['America/New_York', '2026-03-07', '2026-03-08T13:00Z', '24 hours later it is 10:00'],
    ['America/New_York', '2026-10-31', '2026-11-01T14:00Z', '24 hours later it is 08:00'],
    ['Australia/Lord_Howe', '2026-10-03', '2026-10-03T22:00Z', '24 hours later it is 09:30'],
    ['Australia/Lord_Howe', '2026-04-04', '2026-04-04T22:30Z', '24 hours later it is 08:30'],
    ['Pacific/Chatham', '2026-09-26', '2026-09-26T19:15Z', '24 hours later it is 10:00'],
    ['Asia/Kathmandu', '1985-12-31', '1986-01-01T03:15Z', '24 hours later it is 09:15'],
    ['Africa/Casablanca', '2026-02-14', '2026-02-15T09:00Z', '24 hours later it is 08:00'],
    ['Africa/Cairo', '2026-04-23', '2026-04-24T06:00Z', '24 hours later it is 10:00'],
    ['Africa/Tunis', '2008-03-29', '2008-03-30T07:00Z', '24 hours later it is 10:00'],
  ])('a 09:00 handoff stays at 09:00 in %s after %s; hours are elapsed', (zone, day, at, later) => {
    const days = layer(zone, `start: ${day} 09:00, turn: 1 day, members: [alice, bob]`)
    expect(shifts(days, 'primary', `${day} 09:00..${day} 10:00`)[0]).toContain(`> ${at} alice`)
    const hours = layer(zone, `start: ${day} 09:00, turn: 24 hours, members: [alice, bob]`)
    const then = writeDay(time(day) / DAY + 3)
    const [, second = ''] = handoffs(hours, 'primary', `${day} 09:00..${then}`)
    expect(`24 hours later it is ${second.slice(11, 16)}`).toBe(later)
  })

  it('a handoff that a clock change skips is read with the offset before it', () => {
    const w = layer(
      'Europe/Amsterdam',
      'start: 2026-03-28 02:30, turn: 1 day, members: [alice, bob]',
    )
    expect(handoffs(w, 'primary', '2026-03-28 02:30..2026-03-30 12:00')).toEqual([
      '2026-03-28 02:30 alice',
      '2026-03-29 03:30 bob',
      '2026-03-30 02:30 alice',
    ])
  })

  it('a handoff whose time occurs twice is at the first', () => {
    const w = layer(
      'America/New_York',
      'start: 2026-10-31 01:30, turn: 1 day, members: [alice, bob]',
    )
    expect(shifts(w, 'primary', '2026-10-31 01:30..2026-10-31 02:30')).toEqual([
      '2026-10-31T05:30Z > 2026-11-01T05:30Z alice (1/0)',
    ])
  })

  it('a midnight that Cairo skips is 01:00', () => {
    const w = layer('Africa/Cairo', 'start: 2026-04-23, turn: 1 day, members: [alice, bob]')
    expect(handoffs(w, 'primary', '2026-04-23..2026-04-26')).toEqual([
      '2026-04-23 00:00 alice',
      '2026-04-24 01:00 bob',
      '2026-04-25 00:00 alice',
    ])
  })

  it("a turn that a clock change empties still takes its place: Apia's 30 December 2011", () => {
    const w = layer('Pacific/Apia', 'start: 2011-12-28, turn: 1 day, members: [alice, bob, carol]')
    expect(shifts(w, 'primary', '2011-12-28..2012-01-02')).toEqual([
      '2011-12-28T10:00Z > 2011-12-29T10:00Z alice (1/0)',
      '2011-12-29T10:00Z > 2011-12-30T10:00Z bob (1/1)',
      '2011-12-30T10:00Z > 2011-12-31T10:00Z alice (1/3)',
      '2011-12-31T10:00Z > 2012-01-01T10:00Z bob (1/4)',
    ])
  })

  it('months are counted from the start, and the 31st becomes the last day', () => {
    const w = layer('UTC', 'start: 2026-12-31 09:00, turn: 1 month, members: [alice, bob]')
    expect(handoffs(w, 'primary', '2026-12-31 09:00..2027-05-01')).toEqual([
      '2026-12-31 09:00 alice',
      '2027-01-31 09:00 bob',
      '2027-02-28 09:00 alice',
      '2027-03-31 09:00 bob',
      '2027-04-30 09:00 alice',
    ])
    const leap = layer('UTC', 'start: 2028-02-29, turn: 12 months, members: [alice, bob]')
    expect(
      handoffs(leap, 'primary', '2028-02-29..2032-03-01').map((line) => line.slice(0, 10)),
    ).toEqual(['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'])
  })

  it('the start may be a fixed instant, which then repeats by the wall clock of the zone', () => {
    const w = layer(
      'Europe/Amsterdam',
      'start: 2026-10-22T16:00Z, turn: 1 week, members: [alice, bob]',
    )
    expect(shifts(w, 'primary', '2026-10-23..2026-10-24')).toEqual([
      '2026-10-22T16:00Z > 2026-10-29T17:00Z alice (1/0)',
    ])
  })

  it('a start that is fixed within the hour that occurs twice is kept as it is', () => {
    const w = layer(
      'Europe/Amsterdam',
      'start: 2026-10-25T01:30Z, turn: 1 day, members: [alice, bob]',
    )
    expect(shifts(w, 'primary', '2026-10-25T01:30Z..2026-10-25T02:00Z')).toEqual([
      '2026-10-25T01:30Z > 2026-10-26T01:30Z alice (1/0)',
    ])
  })
})

describe('turns of shifts', () => {
  it('each opening is a turn: no day falls on a weekend', () => {
    const w = layer(
      'UTC',
      'start: 2026-12-03, turn: 1 shift, members: [alice, bob], during: { days: mon-fri, from: 09:00, to: 17:00 }',
    )
    expect(handoffs(w, 'primary', '2026-12-03..2026-12-09')).toEqual([
      '2026-12-03 09:00 alice',
      '2026-12-04 09:00 bob',
      '2026-12-07 09:00 alice',
      '2026-12-08 09:00 bob',
    ])
  })

  it('N shifts is N openings', () => {
    const w = layer(
      'UTC',
      'start: 2026-12-03, turn: 3 shifts, members: [alice, bob], during: { days: mon-fri, from: 09:00, to: 17:00 }',
    )
    expect(picture(w, 'primary', '2026-12-03 09:00..2026-12-10 17:00').replaceAll(' | -', '')).toBe(
      'alice | alice | alice | bob | bob | bob',
    )
  })

  it('a window already open at the start counts, as opening then', () => {
    const w = layer(
      'UTC',
      'start: 2026-12-03 12:00, turn: 1 shift, members: [alice, bob], during: { from: 09:00, to: 17:00 }',
    )
    expect(shifts(w, 'primary', '2026-12-03..2026-12-05')).toEqual([
      '2026-12-03T12:00Z > 2026-12-03T17:00Z alice (1/0)',
      '2026-12-04T09:00Z > 2026-12-04T17:00Z bob (1/1)',
    ])
  })

  it('a start after the window has closed waits for the next opening', () => {
    const w = layer(
      'UTC',
      'start: 2026-12-03 18:00, turn: 1 shift, members: [alice, bob], during: { from: 09:00, to: 17:00 }',
    )
    expect(handoffs(w, 'primary', '2026-12-03..2026-12-05')).toEqual(['2026-12-04 09:00 alice'])
  })

  it('an opening counts also while another window is open, two at one instant once', () => {
    const w = layer(
      'UTC',
      `start: 2026-12-03, turn: 1 shift, members: [alice, bob, carol], during: [
         { from: 08:00, to: 20:00 }, { from: 12:00, to: 13:00 }, { from: 12:00, to: 22:00 }]`,
    )
    expect(shifts(w, 'primary', '2026-12-03..2026-12-04')).toEqual([
      '2026-12-03T08:00Z > 2026-12-03T12:00Z alice (1/0)',
      '2026-12-03T12:00Z > 2026-12-03T22:00Z bob (1/1)',
    ])
  })

  it('a turn lasts from its first opening to the next one, though the window is closed in between', () => {
    const w = layer(
      'UTC',
      'start: 2026-12-03, turn: 2 shifts, members: [alice, bob], during: { days: mon-fri, from: 09:00, to: 17:00 }',
    )
    expect(shifts(w, 'primary', '2026-12-03..2026-12-08')).toEqual([
      '2026-12-03T09:00Z > 2026-12-03T17:00Z alice (1/0)',
      '2026-12-04T09:00Z > 2026-12-04T17:00Z alice (1/0)',
      '2026-12-07T09:00Z > 2026-12-07T17:00Z bob (1/1)',
    ])
  })

  it('an opening that a clock change makes empty does not open', () => {
    const w = layer(
      'Europe/Amsterdam',
      'start: 2026-03-28, turn: 1 shift, members: [alice, bob], during: { from: 02:00, to: 03:00 }',
    )
    expect(handoffs(w, 'primary', '2026-03-28..2026-03-31')).toEqual([
      '2026-03-28 02:00 alice',
      '2026-03-30 02:00 bob',
    ])
  })

  it('the turn of the last openings has no end, so nobody takes the layer after it', () => {
    const w = workspace(`
      holidays: { launch: [2026-12-03..2026-12-05] }
      rotations:
        primary:
          start: 2026-12-01
          turn: 1 shift
          members: [alice, bob]
          during: { days: launch, from: 09:00, to: 17:00 }
        next: { follows: primary }`)
    expect(handoffs(w, 'primary', '2026-12-01..2200-01-01')).toEqual([
      '2026-12-03 09:00 alice',
      '2026-12-04 09:00 bob',
      '2026-12-05 09:00 alice',
    ])
    expect(handoffs(w, 'next', '2026-12-01..2200-01-01')).toEqual([
      '2026-12-03 09:00 bob',
      '2026-12-04 09:00 alice',
    ])
  })
})
