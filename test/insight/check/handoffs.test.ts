/** Handoffs that are not where people think they are: in the middle of an opening, moved by a clock change. */
import { describe, expect, it } from '@jest/globals'
import { PEOPLE, said } from './checking.ts'

const nights = (start: string, more = 'during: { from: 19:00, to: 07:00 }'): string => `${PEOPLE}
rotations:
  nights: { start: ${start}, turn: 1 week, members: [alice, bob], coverage: none, ${more} }
`

const turns = (
  turn: string,
  zone = 'Europe/Amsterdam',
  start = '2026-11-30 09:00',
): string => `${PEOPLE}
rotations:
  primary: { timezone: ${zone}, start: ${start}, turn: ${turn}, members: [alice, bob] }
`

const over = (text: string, zone = 'Europe/Amsterdam'): string => `${PEOPLE}
timezone: ${zone}
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob], overrides: [{ who: dave, ${text} }] }
`

describe('cut-opening', () => {
  it('is a handoff in the middle of a night', () => {
    expect(said('cut-opening', nights('2026-11-30'))).toMatchInlineSnapshot(`
     [
       "warning: turns of 'nights' begin at 00:00 in the middle of an opening, first on Mon 7 Dec 2026 00:00 (UTC), in the one that is open from 19:00 to 07:00: begin them with one ('start: 2026-11-30 19:00' for a new layer from the next handoff on), or 'turn: 1 shift' makes a turn of each opening @ { start: 2026-11-30, turn: 1 week, members: [alice, bob], coverage: none, during: { from: 19:00, to: 07:00 } }",
     ]
    `)
  })

  it('is not one at which an opening begins or ends, nor one between openings', () => {
    for (const start of ['2026-11-30 19:00', '2026-11-30 07:00', '2026-11-30 12:00'])
      expect(said('cut-opening', nights(start))).toEqual([])
  })

  it('is not one at which another window takes over', () => {
    const day = 'during: [{ from: 07:00, to: 19:00 }, { from: 19:00, to: 07:00 }]'
    expect(said('cut-opening', nights('2026-11-30 07:00', day))).toEqual([])
  })

  it('is not what turns that are shorter than an opening cannot but do', () => {
    const week = 'during: { from: mon 09:00, to: fri 17:00 }'
    expect(said('cut-opening', nights('2026-11-30 09:00', week))).toEqual([])
    const daily = nights('2026-11-30 09:00', week).replace('1 week', '1 day')
    expect(said('cut-opening', daily)).toEqual([])
  })

  it('is not one at which nobody changes, nor one that is past, nor said again of those who follow', () => {
    const alone = nights('2026-11-30').replace('[alice, bob]', '[alice]')
    expect(said('cut-opening', alone)).toEqual([])
    expect(said('cut-opening', nights('2026-10-05', 'end: 2026-11-01'))).toEqual([])
    expect(
      said('cut-opening', `${nights('2026-11-30')}  backup: { follows: nights }\n`),
    ).toHaveLength(1)
  })

  it('is found at every look, in zones with odd offsets and across clock changes', () => {
    const yaml = nights('2026-11-30').replace(
      'nights: {',
      'nights: { timezone: Australia/Lord_Howe,',
    )
    for (const now of ['2026-12-02', '2027-03-20', '2027-04-04T12:00'])
      expect(said('cut-opening', yaml, { now })).toHaveLength(1)
  })
})

describe('drifting-handoff', () => {
  const now = '2027-02-01'

  it('is turns of hours over a clock change, with the windows that keep the times', () => {
    expect(said('drifting-handoff', turns('12 hours'), { now })).toMatchInlineSnapshot(`
     [
       "warning: turns of 12 hours of 'primary' are handed over at 22:00 instead of 21:00 from Sun 28 Mar on, when the clock changes (Europe/Amsterdam): 'turn: 1 shift' with 'during: [{ from: 09:00, to: 21:00 }, { from: 21:00, to: 09:00 }]' keeps the times, and a layer in UTC has no clock changes @ { timezone: Europe/Amsterdam, start: 2026-11-30 09:00, turn: 12 hours, members: [alice, bob] }",
     ]
    `)
    expect(said('drifting-handoff', turns('168 hours'), { now })).toMatchInlineSnapshot(`
     [
       "warning: turns of 168 hours of 'primary' are handed over at 10:00 instead of 09:00 from Sun 28 Mar on, when the clock changes (Europe/Amsterdam): 'turn: 1 week' keeps the time @ { timezone: Europe/Amsterdam, start: 2026-11-30 09:00, turn: 168 hours, members: [alice, bob] }",
     ]
    `)
  })

  it('is not one that is far off, nor turns that have no time of day, nor a zone without clock changes', () => {
    expect(said('drifting-handoff', turns('12 hours'), { now: '2026-12-01' })).toEqual([])
    expect(said('drifting-handoff', turns('7 hours'), { now })).toEqual([])
    expect(said('drifting-handoff', turns('1 hour'), { now })).toEqual([])
    expect(said('drifting-handoff', turns('12 hours', 'Asia/Kathmandu'), { now })).toEqual([])
    expect(said('drifting-handoff', turns('1 week'), { now })).toEqual([])
  })

  it('half an hour of Lord Howe moves turns of an hour', () => {
    const yaml = turns('1 hour', 'Australia/Lord_Howe')
    expect(said('drifting-handoff', yaml, { now })).toHaveLength(1)
  })

  it('what it says to write keeps the times', () => {
    const windows = 'during: [{ from: 09:00, to: 21:00 }, { from: 21:00, to: 09:00 }]'
    expect(said('drifting-handoff', turns(`1 shift, ${windows}`), { now })).toEqual([])
    expect(said('cut-opening', turns(`1 shift, ${windows}`), { now })).toEqual([])
  })
})

describe('odd-time', () => {
  const now = '2027-03-01'

  it('is a time that the clock skips', () => {
    expect(said('odd-time', over('from: 2027-03-28 02:30, to: 2027-03-28 12:00'), { now }))
      .toMatchInlineSnapshot(`
     [
       "warning: the override for 'dave' begins at 2027-03-28 02:30, which the clock skips (Europe/Amsterdam): it is taken for Sun 28 Mar 2027 03:30, write 'from: 2027-03-28 03:30' @ { who: dave, from: 2027-03-28 02:30, to: 2027-03-28 12:00 }",
     ]
    `)
  })

  it('is a time that comes twice, with both as they can be written', () => {
    const yaml = over('from: 2027-10-30 12:00, to: 2027-10-31 02:30')
    expect(said('odd-time', yaml, { now: '2027-10-01' })).toMatchInlineSnapshot(`
     [
       "warning: the override for 'dave' ends at 2027-10-31 02:30, which comes twice (Europe/Amsterdam), and the first is meant: write 'to: 2027-10-31 02:30+02:00' for that, 'to: 2027-10-31 02:30+01:00' for the other @ { who: dave, from: 2027-10-30 12:00, to: 2027-10-31 02:30 }",
     ]
    `)
    for (const offset of ['+02:00', '+01:00']) {
      const fixed = yaml.replace('02:30', `02:30${offset}`)
      expect(said('odd-time', fixed, { now: '2027-10-01' })).toEqual([])
    }
  })

  it('is an override of which nothing is left', () => {
    expect(said('odd-time', over('from: 2027-03-28 02:30, to: 2027-03-28 03:15'), { now }))
      .toMatchInlineSnapshot(`
     [
       "warning: the override for 'dave' is empty: what is written from 2027-03-28 02:30 to 2027-03-28 03:15 falls into the hour of a clock change (Europe/Amsterdam): give it other times, or delete it @ { who: dave, from: 2027-03-28 02:30, to: 2027-03-28 03:15 }",
     ]
    `)
  })

  it('is not a date, though the clock skips its midnight, nor what is past', () => {
    expect(said('odd-time', over('on: 2027-03-28'), { now })).toEqual([])
    // Midnight is skipped in Havana on 14 March 2027.
    const havana = over('from: 2027-03-14, to: 2027-03-16', 'America/Havana')
    expect(said('odd-time', havana, { now })).toEqual([])
    const past = over('from: 2027-03-28 02:30, to: 2027-03-30 12:00')
    expect(said('odd-time', past, { now: '2027-03-29' })).toEqual([])
  })

  it('is said once of an override for several rotations', () => {
    const yaml = `${PEOPLE}
timezone: Europe/Amsterdam
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
  secondary: { follows: primary }
overrides:
  - { rotation: [primary, secondary], who: dave, from: 2027-03-28 02:30, to: 2027-03-28 03:15 }
  - { rotation: [primary, secondary], who: dave, from: 2027-03-28 02:30, to: 2027-03-28 12:00 }
`
    expect(said('odd-time', yaml, { now })).toHaveLength(2)
  })
})
