/** The turn that runs is not dealt anew by a plan; what an override changes, it may change now. */
import { expect, it } from '@jest/globals'
import { both, plan, TURNS, WEEK } from './plan.ts'

it('a roster dealt anew, by which another person would be on call now, is refused', () => {
  expect(
    both(
      `layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob, carol, dave] }]`,
      { shows: [TURNS] },
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now dave | 11-30 16:00 alice | 12-07 16:00 bob | 12-14 16:00 carol
   refused: guard: alice is on call now, and by the file it would be dave: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: dave, from: 2026-11-30 16:00 }; --rewrite does it all the same)
   marks the schedule: dave until 11-30 16:00 as turn
   event R1.1 on R1 goes on until 11-30 16:00
   makes an event on R1: alice, bob, carol, dave WEEKLY;BYDAY=MO x1 from 11-30 16:00
   lays dave for alice on R1 now..11-30 16:00
   filled in until 11-30 16:00
   -- layers
   on call: now dave | 11-30 16:00 alice | 12-07 16:00 bob | 12-14 16:00 carol
   refused: guard: alice is on call now, and by the file it would be dave: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: dave, from: 2026-11-30 16:00 }; --rewrite does it all the same)
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until now
   layer new: dave, alice, bob, carol every 168 h from 11-23 16:00, counts from now"
  `)
})

it('unless that is meant', () => {
  expect(
    both(
      `layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob, carol, dave] }]`,
      { shows: [TURNS], mayRewrite: true },
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now dave | 11-30 16:00 alice | 12-07 16:00 bob | 12-14 16:00 carol
   marks the schedule: dave until 11-30 16:00 as turn
   event R1.1 on R1 goes on until 11-30 16:00
   makes an event on R1: alice, bob, carol, dave WEEKLY;BYDAY=MO x1 from 11-30 16:00
   lays dave for alice on R1 now..11-30 16:00
   filled in until 11-30 16:00
   -- layers
   on call: now dave | 11-30 16:00 alice | 12-07 16:00 bob | 12-14 16:00 carol
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until now
   layer new: dave, alice, bob, carol every 168 h from 11-23 16:00, counts from now"
  `)
})

it('an override of the file changes who is on call now', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-11-25, to: 2026-11-26 }`, {
      shows: [TURNS],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now dave | 11-26 00:00 alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 11-26 00:00 as override
   lays dave for alice on R1 now..11-26 00:00
   only patches
   filled in until 11-26 00:00
   -- layers
   on call: now dave | 11-26 00:00 alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 11-26 00:00 as override
   lays dave now..11-26 00:00
   only patches
   filled in until 11-26 00:00"
  `)
})

it('one that is withdrawn does too', () => {
  expect(both(WEEK, { shows: [TURNS, 'ours O1: dave for alice on R1 11-25 10:00..11-25 18:00'] }))
    .toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   removes O1"
  `)
})

it('what fills a gap is no change', () => {
  expect(both(WEEK, { shows: ['turns R1: bob, carol; 1 week from 11-30 16:00'] }))
    .toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: alice until 11-30 16:00 as turn
   removes event R1.1
   makes an event on R1: bob, carol, alice WEEKLY;BYDAY=MO x1 from 11-30 16:00
   adds alice now..11-30 16:00
   filled in until 11-30 16:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-23 16:00, counts from now"
  `)
})

it('a change from the next handoff on is none of now', () => {
  expect(
    both(
      `layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob, carol, { who: dave, from: 2026-11-28 }] }]`,
      { shows: [TURNS] },
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 dave
   event R1.1 on R1 goes on until 12-14 16:00
   makes an event on R1: dave, alice, bob, carol WEEKLY;BYDAY=MO x1 from 12-14 16:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 dave
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until 12-14 16:00
   layer new: dave, alice, bob, carol every 168 h from 12-14 16:00"
  `)
})

it('a shift filled in for a turn is a turn', () => {
  expect(
    both('layers: [{ start: 2026-10-31 09:00, turn: 1 month, members: [bob, alice] }]', {
      shows: ['ours C1 (turn): alice 10-31 09:00..11-30 09:00'],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now bob | 11-30 09:00 alice
   refused: guard: alice is on call now, and by the file it would be bob: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: bob, from: 2026-11-30 09:00 }; --rewrite does it all the same)
   marks the schedule: C1 as turn, alice until 12-31 09:00 as turn, bob until 11-30 09:00 as turn
   adds bob now..11-30 09:00
   adds alice 11-30 09:00..12-31 09:00
   removes C1
   filled in until 12-31 09:00
   -- layers
   on call: now bob | 11-30 09:00 alice
   refused: guard: alice is on call now, and by the file it would be bob: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: bob, from: 2026-11-30 09:00 }; --rewrite does it all the same)
   marks the schedule: C1 as turn, alice until 12-31 09:00 as turn, bob until 11-30 09:00 as turn
   removes C1
   lays bob now..11-30 09:00
   lays alice 11-30 09:00..12-31 09:00
   filled in until 12-31 09:00"
  `)
})

it('a turn that somebody replaced by hand is compared beneath that', () => {
  expect(
    both(
      `layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob, carol, dave] }]`,
      { shows: [TURNS, 'theirs O1: erin for alice on R1 11-25 10:00..11-25 18:00'] },
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now erin | 11-25 18:00 dave | 11-30 16:00 alice | 12-07 16:00 bob | 12-14 16:00 carol
   refused: guard: alice is on call now, and by the file it would be dave: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: dave, from: 2026-11-25 18:00 }; --rewrite does it all the same)
   kept: erin for alice 11-25 10:00..11-25 18:00
   marks the schedule: dave until 11-30 16:00 as turn
   event R1.1 on R1 goes on until 11-30 16:00
   makes an event on R1: alice, bob, carol, dave WEEKLY;BYDAY=MO x1 from 11-30 16:00
   lays dave for alice on R1 11-25 18:00..11-30 16:00
   filled in until 11-30 16:00
   -- layers
   on call: now erin | 11-25 18:00 dave | 11-30 16:00 alice | 12-07 16:00 bob | 12-14 16:00 carol
   refused: guard: alice is on call now, and by the file it would be dave: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: dave, from: 2026-11-25 18:00 }; --rewrite does it all the same)
   kept: erin 11-25 10:00..11-25 18:00
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until 11-25 18:00
   layer new: dave, alice, bob, carol every 168 h from 11-23 16:00, counts from 11-25 18:00"
  `)
})

it('where PagerDuty shows only what somebody put there, they are on call', () => {
  expect(
    both('layers: [{ start: 2026-10-31 09:00, turn: 1 month, members: [bob, alice] }]', {
      shows: ['theirs C1: alice 11-25 10:00..11-25 18:00'],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice + bob | 11-25 18:00 bob | 11-30 09:00 alice
   refused: guard: alice is on call now, and by the file it would be bob: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: bob, from: 2026-11-25 18:00 }; --rewrite does it all the same)
   kept: alice 11-25 10:00..11-25 18:00
   marks the schedule: alice until 12-31 09:00 as turn, bob until 11-25 18:00 as override, bob until 11-30 09:00 as turn
   adds bob now..11-25 18:00
   adds bob 11-25 18:00..11-30 09:00
   adds alice 11-30 09:00..12-31 09:00
   only patches
   filled in until 12-31 09:00
   -- layers
   on call: now alice | 11-25 18:00 bob | 11-30 09:00 alice
   refused: guard: alice is on call now, and by the file it would be bob: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: bob, from: 2026-11-25 18:00 }; --rewrite does it all the same)
   kept: alice 11-25 10:00..11-25 18:00
   marks the schedule: alice until 12-31 09:00 as turn, bob until 11-30 09:00 as turn
   lays bob 11-25 18:00..11-30 09:00
   lays alice 11-30 09:00..12-31 09:00
   only patches
   filled in until 12-31 09:00"
  `)
})

it('an override of the file may change who is on call now, and be taken back, in any turn', () => {
  const forAlice = 'ours O1: dave for alice on R1 11-25 00:00..11-30 16:00'
  const forBob = 'ours O2: dave for bob on R1 11-30 16:00..12-05 00:00'
  const pictures = [
    ['11-25 12:00', forAlice, forBob],
    ['12-02 12:00', forBob],
  ].flatMap(([now = '', ...laid]) => [
    both(`${WEEK}\noverrides: [{ who: dave, from: 2026-11-25, to: 2026-12-05 }]`, {
      shows: [TURNS],
      now,
    }),
    both(WEEK, { shows: [TURNS, ...laid], now }),
    plan(`${WEEK}\noverrides: [{ add: erin, from: 2026-11-25, to: 2026-12-05 }]`, {
      shows: [TURNS],
      now,
    }),
    plan(WEEK, { shows: [TURNS, 'ours C1: erin 11-25 00:00..12-05 00:00'], now }),
  ])
  expect(pictures.join('\n\n')).toMatchInlineSnapshot(`
   "-- shifts
   on call: now dave | 12-05 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 11-30 16:00 as override, dave until 12-05 00:00 as override
   lays dave for alice on R1 now..11-30 16:00
   lays dave for bob on R1 11-30 16:00..12-05 00:00
   only patches
   filled in until 12-05 00:00
   -- layers
   on call: now dave | 12-05 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 12-05 00:00 as override
   lays dave now..12-05 00:00
   only patches
   filled in until 12-05 00:00

   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   removes O1
   removes O2

   on call: now alice + erin | 11-30 16:00 bob + erin | 12-05 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: erin until 11-30 16:00 as override, erin until 12-05 00:00 as override
   adds erin now..11-30 16:00
   adds erin 11-30 16:00..12-05 00:00
   only patches
   filled in until 12-05 00:00

   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   removes C1

   -- shifts
   on call: now dave | 12-05 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice | 12-21 16:00 bob
   marks the schedule: dave until 12-05 00:00 as override
   lays dave for bob on R1 now..12-05 00:00
   only patches
   filled in until 12-05 00:00
   -- layers
   on call: now dave | 12-05 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice | 12-21 16:00 bob
   marks the schedule: dave until 12-05 00:00 as override
   lays dave now..12-05 00:00
   only patches
   filled in until 12-05 00:00

   on call: now bob | 12-07 16:00 carol | 12-14 16:00 alice | 12-21 16:00 bob
   removes O2

   on call: now bob + erin | 12-05 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice | 12-21 16:00 bob
   marks the schedule: erin until 12-05 00:00 as override
   adds erin now..12-05 00:00
   only patches
   filled in until 12-05 00:00

   on call: now bob | 12-07 16:00 carol | 12-14 16:00 alice | 12-21 16:00 bob
   removes C1"
  `)
})

it('overrides that lie on each other are withdrawn now: the turn lies beneath all of them', () => {
  expect(
    plan(WEEK, {
      shows: [
        TURNS,
        'ours O1: dave for alice on R1 11-25 10:00..11-26 00:00',
        'ours O2: erin for dave on R1 11-25 11:00..11-25 20:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   removes O1
   removes O2"
  `)
})

it('of such, one that stands for a turn is that turn', () => {
  expect(
    plan(WEEK, {
      shows: [
        TURNS.replace('alice, bob', 'frank, bob'),
        'ours O1 (turn): alice for frank on R1 11-25 10:00..11-30 16:00',
        'ours O2: erin for alice on R1 11-25 11:00..11-25 20:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   event R1.1 on R1 goes on until 11-30 16:00
   makes an event on R1: bob, carol, alice WEEKLY;BYDAY=MO x1 from 11-30 16:00
   removes O2
   filled in until 11-30 16:00"
  `)
})
