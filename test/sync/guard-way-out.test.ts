/** What the guard says to write instead, and that it is no change of now. */
import { expect, it } from '@jest/globals'
import { both, plan, TURNS, weekly } from './plan.ts'

it('it names who left and who came, and when to write it', () => {
  expect(
    both(`layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [erin, bob, carol] }]`, {
      shows: [TURNS],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now erin | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 erin
   refused: guard: alice is on call now, and by the file it would be erin: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: alice, until: 2026-11-30 16:00 } and { who: erin, from: 2026-11-30 16:00 }, where they were in the list; --rewrite does it all the same)
   marks the schedule: erin until 11-30 16:00 as turn
   event R1.1 on R1 goes on until 11-30 16:00
   makes an event on R1: bob, carol, erin WEEKLY;BYDAY=MO x1 from 11-30 16:00
   lays erin for alice on R1 now..11-30 16:00
   filled in until 11-30 16:00
   -- layers
   on call: now erin | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 erin
   refused: guard: alice is on call now, and by the file it would be erin: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: alice, until: 2026-11-30 16:00 } and { who: erin, from: 2026-11-30 16:00 }, where they were in the list; --rewrite does it all the same)
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until now
   layer new: erin, bob, carol every 168 h from 11-23 16:00, counts from now"
  `)
})

it('a handoff dealt anew has no member to name', () => {
  expect(
    both(`layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [bob, alice, carol] }]`, {
      shows: [TURNS],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now bob | 11-30 16:00 alice | 12-07 16:00 carol | 12-14 16:00 bob
   refused: guard: alice is on call now, and by the file it would be bob: turns that run are not dealt anew (to deal anew from the next handoff on, leave the layer as it was and end it there, end: 2026-11-30 16:00, and write the new turns as one more layer, start: 2026-11-30 16:00; --rewrite does it all the same)
   marks the schedule: bob until 11-30 16:00 as turn
   event R1.1 on R1 goes on until 11-30 16:00
   makes an event on R1: alice, carol, bob WEEKLY;BYDAY=MO x1 from 11-30 16:00
   lays bob for alice on R1 now..11-30 16:00
   filled in until 11-30 16:00
   -- layers
   on call: now bob | 11-30 16:00 alice | 12-07 16:00 carol | 12-14 16:00 bob
   refused: guard: alice is on call now, and by the file it would be bob: turns that run are not dealt anew (to deal anew from the next handoff on, leave the layer as it was and end it there, end: 2026-11-30 16:00, and write the new turns as one more layer, start: 2026-11-30 16:00; --rewrite does it all the same)
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until now
   layer new: bob, alice, carol every 168 h from 11-23 16:00, counts from now"
  `)
})

/** What is written once the file says what the guard said to write, for which `line` stands. */
function writtenAsSaid(members: string, line: string, said: string): string {
  const asked = { shows: [TURNS], now: '12-02 12:00', horizon: 49 }
  for (const kind of ['shifts', 'layers'] as const) {
    expect(plan(weekly(members), { ...asked, kind })).toContain(line)
  }
  return both(weekly(said), asked)
}

it('it says what to write for somebody more, which is no change of now then', () => {
  expect(
    writtenAsSaid(
      'alice, bob, carol, dave',
      '{ who: dave, from: 2026-12-07 16:00 }',
      'alice, bob, carol, { who: dave, from: 2026-12-07 16:00 }',
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now bob | 12-07 16:00 carol | 12-14 16:00 dave | 12-21 16:00 alice | 12-28 16:00 bob | 2027-01-04 16:00 carol | 2027-01-11 16:00 dave | 2027-01-18 16:00 alice
   event R1.1 on R1 goes on until 12-14 16:00
   makes an event on R1: dave, alice, bob, carol WEEKLY;BYDAY=MO x1 from 12-14 16:00
   -- layers
   on call: now bob | 12-07 16:00 carol | 12-14 16:00 dave | 12-21 16:00 alice | 12-28 16:00 bob | 2027-01-04 16:00 carol | 2027-01-11 16:00 dave | 2027-01-18 16:00 alice
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until 12-14 16:00
   layer new: dave, alice, bob, carol every 168 h from 12-14 16:00"
  `)
})

it('it says what to write for somebody less, which is no change of now then', () => {
  expect(
    writtenAsSaid(
      'alice, carol',
      '{ who: bob, until: 2026-12-07 16:00 }, where they were',
      'alice, { who: bob, until: 2026-12-07 16:00 }, carol',
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now bob | 12-07 16:00 carol | 12-14 16:00 alice | 12-21 16:00 carol | 12-28 16:00 alice | 2027-01-04 16:00 carol | 2027-01-11 16:00 alice | 2027-01-18 16:00 carol
   event R1.1 on R1 goes on until 12-21 16:00
   makes an event on R1: carol, alice WEEKLY;BYDAY=MO x1 from 12-21 16:00
   -- layers
   on call: now bob | 12-07 16:00 carol | 12-14 16:00 alice | 12-21 16:00 carol | 12-28 16:00 alice | 2027-01-04 16:00 carol | 2027-01-11 16:00 alice | 2027-01-18 16:00 carol
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until 12-21 16:00
   layer new: carol, alice every 168 h from 12-21 16:00"
  `)
})

it('it says what to write for one for another, which is no change of now then', () => {
  expect(
    writtenAsSaid(
      'alice, dave, carol',
      '{ who: bob, until: 2026-12-07 16:00 } and { who: dave, from: 2026-12-07 16:00 }, where',
      'alice, { who: bob, until: 2026-12-07 16:00 }, { who: dave, from: 2026-12-07 16:00 }, carol',
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now bob | 12-07 16:00 dave | 12-14 16:00 carol | 12-21 16:00 alice | 12-28 16:00 dave | 2027-01-04 16:00 carol | 2027-01-11 16:00 alice | 2027-01-18 16:00 dave
   event R1.1 on R1 goes on until 12-07 16:00
   makes an event on R1: dave, carol, alice WEEKLY;BYDAY=MO x1 from 12-07 16:00
   -- layers
   on call: now bob | 12-07 16:00 dave | 12-14 16:00 carol | 12-21 16:00 alice | 12-28 16:00 dave | 2027-01-04 16:00 carol | 2027-01-11 16:00 alice | 2027-01-18 16:00 dave
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until 12-07 16:00
   layer new: dave, carol, alice every 168 h from 12-07 16:00"
  `)
})

it('it says what to write for another order, which is no change of now then', () => {
  expect(
    writtenAsSaid(
      'bob, alice, carol',
      'end it there, end: 2026-12-07 16:00, and write the new turns as one more layer, start: 2026-12-07 16:00;',
      'alice, bob, carol], end: 2026-12-07 16:00 }, { start: 2026-12-07 16:00, turn: 1 week, members: [bob, alice, carol',
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now bob | 12-14 16:00 alice | 12-21 16:00 carol | 12-28 16:00 bob | 2027-01-04 16:00 alice | 2027-01-11 16:00 carol | 2027-01-18 16:00 bob
   event R1.1 on R1 goes on until 12-07 16:00
   makes an event on R1: bob, alice, carol WEEKLY;BYDAY=MO x1 from 12-07 16:00
   -- layers
   on call: now bob | 12-14 16:00 alice | 12-21 16:00 carol | 12-28 16:00 bob | 2027-01-04 16:00 alice | 2027-01-11 16:00 carol | 2027-01-18 16:00 bob
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until 12-07 16:00
   layer new: bob, alice, carol every 168 h from 12-07 16:00"
  `)
})
