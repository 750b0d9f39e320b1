import { expect, it } from '@jest/globals'
import { both, plan, TURNS, WEEK } from './plan.ts'

it('what shows whom the file wants stays', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [TURNS, 'ours O1: dave for bob on R1 12-02 10:00..12-02 18:00'],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   filled in until 12-02 18:00"
  `)
})

it('what shows whom the file does not want any more goes, also in a part of its time', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 14:00 }`, {
      shows: [TURNS, 'ours O1: dave for bob on R1 12-02 10:00..12-02 18:00'],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 14:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as override, dave until 12-02 14:00 as override
   removes O1
   lays dave for bob on R1 12-02 10:00..12-02 14:00
   filled in until 12-02 14:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 14:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as override, dave until 12-02 14:00 as override
   removes O1
   lays dave 12-02 10:00..12-02 14:00
   filled in until 12-02 14:00"
  `)
})

it('of two alike, which two runs at once have made, one goes', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [
        TURNS,
        'ours O1: dave for bob on R1 12-02 10:00..12-02 18:00',
        'ours O2: dave for bob on R1 12-02 10:00..12-02 18:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   removes O2
   filled in until 12-02 18:00"
  `)
})

it('what a newer one hides in part and is right where it is seen stays', () => {
  expect(
    both(
      `${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }\n  - { who: erin, from: 2026-12-02 12:00, to: 2026-12-02 14:00 }`,
      {
        shows: [
          TURNS,
          'ours O1: dave for bob on R1 12-02 10:00..12-02 18:00',
          'ours O2: erin for bob on R1 12-02 12:00..12-02 14:00',
        ],
      },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 12:00 erin | 12-02 14:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   filled in until 12-02 18:00"
  `)
})

it('what would come to light where another goes, goes with it', () => {
  expect(
    both(
      `${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 12:00 }\n  - { who: frank, from: 2026-12-02 12:00, to: 2026-12-02 14:00 }`,
      {
        shows: [
          TURNS,
          'ours O1: dave for bob on R1 12-02 10:00..12-02 14:00',
          'ours O2: erin for bob on R1 12-02 12:00..12-02 14:00',
        ],
      },
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 12:00 frank | 12-02 14:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as override, O2 as override, dave until 12-02 12:00 as override, frank until 12-02 14:00 as override
   removes O1
   removes O2
   lays dave for bob on R1 12-02 10:00..12-02 12:00
   lays frank for bob on R1 12-02 12:00..12-02 14:00
   filled in until 12-02 14:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 12:00 frank | 12-02 14:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as override, O2 as override, dave until 12-02 12:00 as override, frank until 12-02 14:00 as override
   removes O2
   removes O1
   lays dave 12-02 10:00..12-02 12:00
   lays frank 12-02 12:00..12-02 14:00
   filled in until 12-02 14:00"
  `)
})

it('a custom shift of somebody whom a turn shows anyway goes', () => {
  expect(plan(WEEK, { shows: [TURNS, 'ours C1 (turn): bob 11-30 16:00..12-07 16:00'] }))
    .toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   removes C1"
  `)
})

it('one that an add of the file says stays beside that turn', () => {
  expect(
    plan(`${WEEK}\noverrides:\n  - { add: bob, from: 2026-11-30 16:00, to: 2026-12-07 16:00 }`, {
      shows: [TURNS, 'ours C1: bob 11-30 16:00..12-07 16:00'],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   filled in until 12-07 16:00"
  `)
})

it('a custom shift in the way of a hole goes', () => {
  expect(
    plan(
      `${WEEK}\noverrides:\n  - { add: dave, from: 2026-12-02, to: 2026-12-04 }\n  - { who: nobody, from: 2026-12-03, to: 2026-12-05 }`,
      { shows: [TURNS, 'ours C1: dave 12-02 00:00..12-04 00:00'] },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 00:00 bob + dave | 12-03 00:00 nobody | 12-05 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: C1 as override, bob until 12-02 00:00 as turn, bob until 12-03 00:00 as override, bob until 12-07 16:00 as turn, dave until 12-03 00:00 as override
   event R1.1 on R1 goes on until 11-30 16:00
   makes an event on R1: carol, alice, bob WEEKLY;BYDAY=MO x1 from 12-07 16:00
   adds bob 11-30 16:00..12-02 00:00
   adds bob 12-02 00:00..12-03 00:00
   adds dave 12-02 00:00..12-03 00:00
   adds bob 12-05 00:00..12-07 16:00
   removes C1
   filled in until 12-07 16:00"
  `)
})

it("one made for a turn that is another person's by now goes", () => {
  expect(
    plan(
      `layers: [{ start: 2026-10-31 09:00, turn: 1 month, members: [bob, alice] }]\noverrides: [{ add: bob, from: 2026-12-10, to: 2026-12-12 }]`,
      {
        shows: [
          'ours C1 (turn): alice 10-31 09:00..11-30 09:00',
          'ours C2 (turn): alice 11-30 09:00..12-31 09:00',
        ],
      },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now bob | 11-30 09:00 alice | 12-10 00:00 alice + bob | 12-12 00:00 alice
   refused: guard: alice is on call now, and by the file it would be bob: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: bob, from: 2026-12-31 09:00 }; --rewrite does it all the same)
   marks the schedule: C1 as turn, C2 as turn, bob until 11-30 09:00 as turn, bob until 12-12 00:00 as override
   adds bob now..11-30 09:00
   adds bob 12-10 00:00..12-12 00:00
   removes C1
   filled in until 12-31 09:00"
  `)
})

it('one on which somebody made a swap by hand stays, for the swap would go with it', () => {
  expect(
    plan(WEEK, {
      shows: [
        TURNS,
        'ours C1 (turn): bob 11-30 16:00..12-07 16:00',
        'theirs O1: dave for bob on C1 12-02 10:00..12-02 18:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave for bob 12-02 10:00..12-02 18:00
   marks the schedule: C1 as turn, dave until 12-02 18:00 as override
   lays dave for bob on R1 12-02 10:00..12-02 18:00
   only patches
   filled in until 12-07 16:00"
  `)
})

it('what hangs on a custom shift that goes, goes', () => {
  expect(
    plan(WEEK, {
      shows: [
        TURNS,
        'ours C1: dave 12-02 10:00..12-02 18:00',
        'ours O1: erin for dave on C1 12-02 12:00..12-02 14:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   removes C1
   removes O1"
  `)
})

it('an override whose person is not on call any more goes', () => {
  expect(plan(WEEK, { shows: [TURNS, 'ours O1: dave for erin on R1 12-02 10:00..12-02 18:00'] }))
    .toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   removes O1"
  `)
})

it('an override that is wanted stays although its person is replaced by something else besides', () => {
  expect(
    plan(
      `${WEEK}\noverrides:\n  - { who: dave, instead_of: bob, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }\n  - { add: bob, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`,
      {
        shows: [
          TURNS,
          'ours O1: dave for bob on R1 12-02 10:00..12-02 18:00',
          'ours C1: bob 12-02 10:00..12-02 18:00',
        ],
      },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 bob + dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   filled in until 12-02 18:00"
  `)
})

it('what cannot be deleted, since PagerDuty does not tell its id, is laid over', () => {
  expect(plan(WEEK, { shows: [TURNS, 'ours -: dave 12-02 10:00..12-02 18:00'], kind: 'layers' }))
    .toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: - as override, bob until 12-02 18:00 as turn
   lays bob 12-02 10:00..12-02 18:00
   filled in until 12-02 18:00"
  `)
})

it("one made for a turn that is another person's goes also where the file adds its person for a part of it", () => {
  expect(
    plan(
      'layers: [{ start: 2026-10-31 09:00, turn: 1 month, members: [bob, alice] }]\noverrides: [{ add: bob, from: 2026-12-10, to: 2026-12-12 }]',
      {
        shows: [
          'ours C1 (turn): bob 10-31 09:00..11-30 09:00',
          'ours C2 (turn): bob 11-30 09:00..12-31 09:00',
        ],
      },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now bob | 11-30 09:00 alice | 12-10 00:00 alice + bob | 12-12 00:00 alice
   marks the schedule: C1 as turn, C2 as turn, alice until 12-10 00:00 as turn, alice until 12-12 00:00 as override, alice until 12-31 09:00 as turn, bob until 12-12 00:00 as override
   adds alice 11-30 09:00..12-10 00:00
   adds alice 12-10 00:00..12-12 00:00
   adds bob 12-10 00:00..12-12 00:00
   adds alice 12-12 00:00..12-31 09:00
   removes C2
   filled in until 12-31 09:00"
  `)
})

it('a custom shift stays beneath an override on it that is wanted', () => {
  expect(
    plan(
      `${WEEK}\noverrides:\n  - { add: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }\n  - { who: erin, instead_of: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }\n  - { add: frank, from: 2026-12-02 12:00, to: 2026-12-02 13:00 }`,
      {
        shows: [
          TURNS,
          'ours C1: dave 12-02 10:00..12-02 18:00',
          'ours O1: erin for dave on C1 12-02 10:00..12-02 18:00',
        ],
      },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 bob + erin | 12-02 12:00 bob + erin + frank | 12-02 13:00 bob + erin | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: C1 as override, O1 as override, frank until 12-02 13:00 as override
   adds frank 12-02 12:00..12-02 13:00
   only patches
   filled in until 12-02 18:00"
  `)
})

it('one of ours that lies hidden beneath one made by hand stays', () => {
  expect(
    both(WEEK, {
      shows: [
        TURNS,
        'ours O1: dave for bob on R1 12-02 10:00..12-02 18:00',
        'theirs O2: erin for bob on R1 12-02 08:00..12-02 20:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 08:00 erin | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: erin for bob 12-02 08:00..12-02 20:00
   filled in until 12-02 18:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 08:00 erin | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: erin 12-02 08:00..12-02 20:00
   filled in until 12-02 18:00"
  `)
})

it('what cannot be deleted and hides one that is wanted is laid over there', () => {
  expect(
    plan(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [
        TURNS,
        'ours O1: dave 12-02 10:00..12-02 18:00',
        'ours -: erin 12-02 12:00..12-02 14:00',
      ],
      kind: 'layers',
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: - as override, O1 as override, dave until 12-02 14:00 as override
   lays dave 12-02 12:00..12-02 14:00
   filled in until 12-02 18:00"
  `)
})

it('of three that lie across each other, the one that the others hide goes with them', () => {
  expect(
    plan(WEEK, {
      shows: [
        TURNS,
        'ours O1: dave for bob on R1 12-02 08:00..12-02 10:00',
        'ours O2: erin for bob on R1 12-02 13:00..12-02 17:00',
        'ours O3: frank for bob on R1 12-02 09:00..12-02 20:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   removes O1
   removes O2
   removes O3"
  `)
})

it('an override of whom another one put there goes with that, and nothing is laid instead', () => {
  expect(
    plan(WEEK, {
      shows: [
        TURNS,
        'ours O1: erin for bob on R1 12-02 05:00..12-02 16:00',
        'ours O2: frank for erin on R1 12-02 05:00..12-02 23:00',
        'ours O3: dave for frank on R1 12-02 08:00..12-02 12:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   removes O1
   removes O2
   removes O3"
  `)
})
