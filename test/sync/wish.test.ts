import { expect, it } from '@jest/globals'
import { both, plan, TURNS, WEEK } from './plan.ts'

const MONTHS = 'layers: [{ start: 2026-10-31 09:00, turn: 1 month, members: [alice, bob] }]'

it('a shift is filled in whole where it begins within the horizon, and not where it begins at its end', () => {
  expect(both(MONTHS, { horizon: 30 })).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 09:00 bob
   makes the schedule in Etc/UTC: alice until 11-30 09:00 as turn, bob until 12-31 09:00 as turn
   adds alice now..11-30 09:00
   adds bob 11-30 09:00..12-31 09:00
   filled in until 12-31 09:00
   -- layers
   on call: now alice | 11-30 09:00 bob
   makes the schedule in Etc/UTC: bob until 12-31 09:00 as turn
   layer new: alice every 117 h from now until 11-30 09:00
   lays bob 11-30 09:00..12-31 09:00
   filled in until 12-31 09:00"
  `)
})

it('the shift that runs is filled in from now on, and one that begins right at the horizon is left for later', () => {
  expect(both(MONTHS, { horizon: 36, now: '11-25 09:00' })).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 09:00 bob
   makes the schedule in Etc/UTC: alice until 11-30 09:00 as turn, bob until 12-31 09:00 as turn
   adds alice now..11-30 09:00
   adds bob 11-30 09:00..12-31 09:00
   filled in until 12-31 09:00
   -- layers
   on call: now alice | 11-30 09:00 bob
   makes the schedule in Etc/UTC: bob until 12-31 09:00 as turn
   layer new: alice every 120 h from now until 11-30 09:00
   lays bob 11-30 09:00..12-31 09:00
   filled in until 12-31 09:00"
  `)
})

it('a shift that never ends is filled in for two months after the horizon', () => {
  expect(
    both(
      'layers: [{ start: 2026-10-31 09:00, turn: 1 month, members: [alice, bob] }]\noverrides: [{ who: carol, from: 2026-12-10, to: 2027-08-01 }]',
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 09:00 bob | 12-10 00:00 carol
   makes the schedule in Etc/UTC: alice until 11-30 09:00 as turn, bob until 12-10 00:00 as turn, carol until 2027-02-16 12:00 as override
   adds alice now..11-30 09:00
   adds bob 11-30 09:00..12-10 00:00
   adds carol 12-10 00:00..2027-02-16 12:00
   filled in until 2027-02-16 12:00
   -- layers
   on call: now alice | 11-30 09:00 bob | 12-10 00:00 carol
   makes the schedule in Etc/UTC: bob until 12-10 00:00 as turn, carol until 2027-02-16 12:00 as override
   layer new: alice every 117 h from now until 11-30 09:00
   lays bob 11-30 09:00..12-10 00:00
   lays carol 12-10 00:00..2027-02-16 12:00
   filled in until 2027-02-16 12:00"
  `)
})

it('parts of a second are rounded up, so that nothing is past when it is read', () => {
  expect(both(WEEK, { now: '11-25 11:59:59', past: 400 })).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   makes the schedule in Etc/UTC: alice until 11-30 16:00 as turn
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: bob, carol, alice WEEKLY;BYDAY=MO x1 from 11-30 16:00
   adds alice now..11-30 16:00
   filled in until 11-30 16:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   makes the schedule in Etc/UTC: no marks
   layer new: alice, bob, carol every 168 h from 11-23 16:00, counts from now"
  `)
})

it('where everything stands nothing is written', () => {
  expect(both(WEEK, { shows: [TURNS] })).toMatchInlineSnapshot(
    `"on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice"`,
  )
})

it('a rotation that is over wants nobody', () => {
  expect(
    plan(
      'layers: [{ start: 2026-11-02 16:00, end: 2026-11-20, turn: 1 week, members: [alice, bob] }]',
    ),
  ).toMatchInlineSnapshot(`
   "on call: now nobody
   makes the schedule in Etc/UTC: no marks"
  `)
})
