import { expect, it } from '@jest/globals'
import { both, plan, TURNS, WEEK } from './plan.ts'

const PAIR =
  'layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [[alice, dave], [bob, erin], [carol, frank]] }]'
const NIGHTS = 'layers: [{ start: 2026-11-02 08:00, turn: 12 hours, members: [alice, bob] }]'

it('a custom shift adds somebody; in a layer-based schedule an override takes the place', () => {
  expect(both(WEEK, { shows: [TURNS, 'theirs C1: dave 12-02 10:00..12-03 18:00'] }))
    .toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 bob + dave | 12-03 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave 12-02 10:00..12-03 18:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-03 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave 12-02 10:00..12-03 18:00"
  `)
})

it('two that overlap add up, or the newer one is seen', () => {
  expect(
    both(WEEK, {
      shows: [
        TURNS,
        'theirs C1: dave 12-02 10:00..12-03 18:00',
        'theirs C2: erin 12-03 10:00..12-04 18:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 bob + dave | 12-03 10:00 bob + dave + erin | 12-03 18:00 bob + erin | 12-04 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave 12-02 10:00..12-03 18:00
   kept: erin 12-03 10:00..12-04 18:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-03 10:00 erin | 12-04 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave 12-02 10:00..12-03 18:00
   kept: erin 12-03 10:00..12-04 18:00"
  `)
})

it('where one hides who is on call beneath it, that is no drift', () => {
  const line = 'theirs C1: dave 12-02 10:00..12-03 18:00 hiding others'
  expect(plan(WEEK, { shows: [TURNS, line] })).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-03 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave 12-02 10:00..12-03 18:00"
  `)
})

it('an override takes the place of whom it names, and of nobody else', () => {
  expect(
    both(PAIR, {
      shows: [
        TURNS,
        'turns R2: dave, erin, frank; 1 week from 11-02 16:00',
        'theirs O1: grace for bob on R1 12-02 10:00..12-02 18:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice + dave | 11-30 16:00 bob + erin | 12-02 10:00 erin + grace | 12-02 18:00 bob + erin | 12-07 16:00 carol + frank | 12-14 16:00 alice + dave
   kept: grace for bob 12-02 10:00..12-02 18:00
   -- layers
   on call: now alice + dave | 11-30 16:00 bob + erin | 12-02 10:00 grace | 12-02 18:00 bob + erin | 12-07 16:00 carol + frank | 12-14 16:00 alice + dave
   refused: cannot-express: a layer-based schedule cannot say two people at once: a shift-based one can (kind: shifts, and no schedule: in the YAML)
   refused: guard: dave is on call now, and by the file it would be alice and dave: turns that run are not dealt anew (to deal anew from the next handoff on, leave the layer as it was and end it there, end: 2026-11-30 16:00, and write the new turns as one more layer, start: 2026-11-30 16:00; --rewrite does it all the same)
   kept: grace 12-02 10:00..12-02 18:00
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until now
   layer R2: dave, erin, frank every 168 h from 11-02 16:00 until now"
  `)
})

it('over a handoff each names whom it names', () => {
  expect(plan(WEEK, { shows: [TURNS, 'theirs O1: dave for alice on R1 11-29 10:00..12-02 18:00'] }))
    .toMatchInlineSnapshot(`
   "on call: now alice | 11-29 10:00 dave | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave for alice 11-29 10:00..12-02 18:00"
  `)
})

it('with foreign: remove they go', () => {
  expect(
    both(`${WEEK}\npagerduty: { foreign: remove }`, {
      shows: [TURNS, 'theirs O1: dave for bob on R1 12-02 10:00..12-02 18:00'],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave for bob 12-02 10:00..12-02 18:00
   removes O1
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave 12-02 10:00..12-02 18:00
   removes O1"
  `)
})

it('what the file wants beneath one is not laid over it', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [TURNS, 'theirs O1: erin for bob on R1 12-02 08:00..12-02 20:00'],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 08:00 erin | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: erin for bob 12-02 08:00..12-02 20:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 08:00 erin | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: erin 12-02 08:00..12-02 20:00"
  `)
})

it('one that reaches further than what the file says there keeps its place alone', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-04 18:00 }`, {
      shows: [TURNS, 'theirs O1: erin for bob on R1 12-03 08:00..12-03 20:00'],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-03 08:00 erin | 12-03 20:00 dave | 12-04 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: erin for bob 12-03 08:00..12-03 20:00
   marks the schedule: dave until 12-03 08:00 as override, dave until 12-04 18:00 as override
   lays dave for bob on R1 12-02 10:00..12-03 08:00
   lays dave for bob on R1 12-03 20:00..12-04 18:00
   only patches
   filled in until 12-04 18:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-03 08:00 erin | 12-03 20:00 dave | 12-04 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: erin 12-03 08:00..12-03 20:00
   marks the schedule: dave until 12-03 08:00 as override, dave until 12-04 18:00 as override
   lays dave 12-02 10:00..12-03 08:00
   lays dave 12-03 20:00..12-04 18:00
   only patches
   filled in until 12-04 18:00"
  `)
})

it('of two by hand on one person the one that PagerDuty shows counts', () => {
  expect(
    both(WEEK, {
      shows: [
        TURNS,
        'theirs O1: dave for bob on R1 12-02 08:00..12-02 20:00',
        'theirs O2: erin for bob on R1 12-02 10:00..12-02 12:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 08:00 dave | 12-02 10:00 erin | 12-02 12:00 dave | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave for bob 12-02 08:00..12-02 20:00
   kept: erin for bob 12-02 10:00..12-02 12:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 08:00 dave | 12-02 10:00 erin | 12-02 12:00 dave | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave 12-02 08:00..12-02 20:00
   kept: erin 12-02 10:00..12-02 12:00"
  `)
})

it('one on a rotation that is between two of its shifts says nothing of anybody else there', () => {
  expect(
    plan(NIGHTS, {
      shows: [
        'turns R1: alice, bob; 12 hours from 11-02 08:00',
        'theirs O1: dave for bob on R1 12-02 20:00..12-03 08:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-25 20:00 bob | 11-26 08:00 alice | 11-26 20:00 bob | 11-27 08:00 alice | 11-27 20:00 bob | 11-28 08:00 alice | 11-28 20:00 bob | 11-29 08:00 alice | 11-29 20:00 bob | 11-30 08:00 alice | 11-30 20:00 bob | 12-01 08:00 alice | 12-01 20:00 bob | 12-02 08:00 alice | 12-02 20:00 dave | 12-03 08:00 alice | 12-03 20:00 bob | 12-04 08:00 alice | 12-04 20:00 bob | 12-05 08:00 alice | 12-05 20:00 bob | 12-06 08:00 alice | 12-06 20:00 bob | 12-07 08:00 alice | 12-07 20:00 bob | 12-08 08:00 alice | 12-08 20:00 bob | 12-09 08:00 alice | 12-09 20:00 bob | 12-10 08:00 alice | 12-10 20:00 bob | 12-11 08:00 alice | 12-11 20:00 bob | 12-12 08:00 alice | 12-12 20:00 bob | 12-13 08:00 alice | 12-13 20:00 bob | 12-14 08:00 alice | 12-14 20:00 bob | 12-15 08:00 alice | 12-15 20:00 bob | 12-16 08:00 alice
   kept: dave for bob 12-02 20:00..12-03 08:00"
  `)
})

it('one on a rotation that gets a successor is made again on what shows its person then', () => {
  const shows = [
    'turns R1: alice, bob, carol; 1 week from 11-02 16:00..11-30 16:00',
    'turns R1: bob; 1 week from 11-30 16:00..12-07 16:00',
    'turns R1: carol; 1 week from 12-07 16:00..12-14 16:00',
    'turns R1: alice; 1 week from 12-14 16:00..12-21 16:00',
    'turns R1: bob, carol, alice; 1 week from 12-21 16:00',
    'theirs O1: erin for carol on R1 2027-01-26 10:00..2027-01-26 18:00',
  ]
  const yaml = WEEK.replace('carol', 'carol, { who: dave, from: 2027-01-04 }')
  // It is laid when the id of the new rotation is known.
  expect(plan(yaml, { shows, horizon: 70 })).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice | 12-21 16:00 bob | 12-28 16:00 carol | 2027-01-04 16:00 dave | 2027-01-11 16:00 alice | 2027-01-18 16:00 bob | 2027-01-25 16:00 carol | 2027-01-26 10:00 erin | 2027-01-26 18:00 carol | 2027-02-01 16:00 dave
   kept: erin for carol 2027-01-26 10:00..2027-01-26 18:00
   event R1.5 on R1 goes on until 2027-01-04 16:00
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: dave, alice, bob, carol WEEKLY;BYDAY=MO x1 from 2027-01-04 16:00
   filled in until 2027-01-26 18:00"
  `)
  const then = [
    ...shows.slice(0, 4),
    'turns R1: bob, carol, alice; 1 week from 12-21 16:00..2027-01-04 16:00',
    'turns R2: dave, alice, bob, carol; 1 week from 2027-01-04 16:00',
    ...shows.slice(5),
  ]
  expect(plan(yaml, { shows: then, horizon: 70 })).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice | 12-21 16:00 bob | 12-28 16:00 carol | 2027-01-04 16:00 dave | 2027-01-11 16:00 alice | 2027-01-18 16:00 bob | 2027-01-25 16:00 carol | 2027-01-26 10:00 erin | 2027-01-26 18:00 carol | 2027-02-01 16:00 dave
   kept: erin for carol 2027-01-26 10:00..2027-01-26 18:00
   marks the schedule: erin until 2027-01-26 18:00 as override
   lays erin for carol on R2 2027-01-26 10:00..2027-01-26 18:00
   only patches
   filled in until 2027-01-26 18:00"
  `)
})

it('one on a rotation says nothing between two of its shifts', () => {
  const days =
    'layers: [{ start: 2026-11-02 08:00, turn: 1 day, members: [alice, bob], during: { from: 08:00, to: 20:00 } }, { start: 2026-11-02 20:00, turn: 1 day, members: [carol, dave], during: { from: 20:00, to: 08:00 } }]'
  const line = plan(days, {
    horizon: 3,
    shows: [
      'turns R1: alice, bob; 1 day for 12 hours from 11-02 08:00',
      'turns R2: carol, dave; 1 day for 12 hours from 11-02 20:00',
      'theirs O1: erin for bob on R1 11-27 06:00..11-27 22:00',
    ],
  })
  expect(line).toMatchInlineSnapshot(`
   "on call: now bob | 11-25 20:00 dave | 11-26 08:00 alice | 11-26 20:00 carol | 11-27 08:00 erin | 11-27 20:00 dave | 11-28 08:00 alice
   kept: erin for bob 11-27 06:00..11-27 22:00"
  `)
})

it('whom the file does not name there is replaced all the same while a turn of ours still shows them', () => {
  expect(
    plan(`layers: [{ start: 2026-11-30 16:00, turn: 1 week, members: [erin, frank] }]`, {
      shows: [TURNS, 'theirs O1: dave for alice on R1 11-26 10:00..11-27 10:00'],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now nobody | 11-30 16:00 erin | 12-07 16:00 frank | 12-14 16:00 erin
   refused: guard: alice is on call now, and by the file it would be nobody: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: alice, until: 2026-11-26 10:00 } and { who: bob, until: 2026-11-26 10:00 } and { who: carol, until: 2026-11-26 10:00 } and { who: erin, from: 2026-11-26 10:00 } and { who: frank, from: 2026-11-26 10:00 }, where they were in the list; --rewrite does it all the same)
   kept: dave for alice 11-26 10:00..11-27 10:00
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: erin, frank WEEKLY;BYDAY=MO x1 from 11-30 16:00
   removes rotation R1"
  `)
})

it('one by hand comes to light where one of ours that lay on it goes', () => {
  expect(
    both(WEEK, {
      shows: [
        TURNS,
        'theirs O1: dave for bob on R1 12-02 08:00..12-02 20:00',
        'ours O2: erin for bob on R1 12-02 10:00..12-02 12:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 08:00 dave | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave for bob 12-02 08:00..12-02 20:00
   removes O2
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 08:00 dave | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave 12-02 08:00..12-02 20:00
   removes O2"
  `)
})

it('of two by hand the one that is shown counts, whichever is listed first', () => {
  expect(
    both(WEEK, {
      shows: [
        TURNS,
        'theirs O2: dave for bob on R1 12-02 08:00..12-02 20:00',
        'theirs O1: erin for bob on R1 12-02 10:00..12-02 12:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 08:00 dave | 12-02 10:00 erin | 12-02 12:00 dave | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: erin for bob 12-02 10:00..12-02 12:00
   kept: dave for bob 12-02 08:00..12-02 20:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 08:00 dave | 12-02 10:00 erin | 12-02 12:00 dave | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: erin 12-02 10:00..12-02 12:00
   kept: dave 12-02 08:00..12-02 20:00"
  `)
})

it('one on a rotation leaves its person alone where another rotation shows them', () => {
  expect(
    plan(
      'layers: [{ start: 2026-11-02 08:00, turn: 1 day, members: [alice, bob], during: { from: 08:00, to: 20:00 } }, { start: 2026-11-02 20:00, turn: 1 day, members: [carol, bob], during: { from: 20:00, to: 08:00 } }]',
      {
        horizon: 3,
        shows: [
          'turns R1: alice, bob; 1 day for 12 hours from 11-02 08:00',
          'turns R2: carol, bob; 1 day for 12 hours from 11-02 20:00',
          'theirs O1: erin for bob on R1 11-27 06:00..11-27 22:00',
        ],
      },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now bob | 11-26 08:00 alice | 11-26 20:00 carol | 11-27 08:00 erin | 11-27 20:00 bob | 11-28 08:00 alice
   kept: erin for bob 11-27 06:00..11-27 22:00"
  `)
})
