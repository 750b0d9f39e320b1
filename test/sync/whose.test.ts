import { expect, it } from '@jest/globals'
import { both, plan, TURNS, WEEK } from './plan.ts'

it('what has its fingerprint in the mark is ours, and goes where the file no longer says it', () => {
  expect(both(WEEK, { shows: [TURNS, 'ours O1: dave for bob on R1 12-02 10:00..12-02 18:00'] }))
    .toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   removes O1"
  `)
})

it('what has none was made by hand, and is kept', () => {
  expect(both(WEEK, { shows: [TURNS, 'theirs O1: dave for bob on R1 12-02 10:00..12-02 18:00'] }))
    .toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave for bob 12-02 10:00..12-02 18:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave 12-02 10:00..12-02 18:00"
  `)
})

it('the fingerprint of another end, person or target is none of its own', () => {
  expect(
    both(WEEK, {
      shows: [
        TURNS,
        'theirs O1: dave for bob on R1 12-02 10:00..12-02 18:00',
        'gone: dave for bob on R1 12-02 10:00..12-02 19:00',
        'gone: erin for bob on R1 12-02 10:00..12-02 18:00',
        'gone: dave for alice on R1 12-02 10:00..12-02 18:00',
        'gone: dave for bob on R2 12-02 10:00..12-02 18:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave for bob 12-02 10:00..12-02 18:00
   marks the schedule: no marks
   only patches
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: gone as override
   removes O1"
  `)
})

it('what does exactly what the file wants is ours, and is marked as ours', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [TURNS, 'theirs O1: dave for bob on R1 12-02 10:00..12-02 18:00'],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as override
   only patches
   filled in until 12-02 18:00"
  `)
})

it('what does only a part of what the file wants is ours too', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [TURNS, 'theirs O1: dave for bob on R1 12-02 10:00..12-02 14:00'],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as override, dave until 12-02 18:00 as override
   lays dave for bob on R1 12-02 14:00..12-02 18:00
   only patches
   filled in until 12-02 18:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as override, dave until 12-02 18:00 as override
   lays dave 12-02 14:00..12-02 18:00
   only patches
   filled in until 12-02 18:00"
  `)
})

it('what does more than the file wants is theirs', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [TURNS, 'theirs O1: dave for bob on R1 12-02 10:00..12-02 20:00'],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave for bob 12-02 10:00..12-02 20:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave 12-02 10:00..12-02 20:00"
  `)
})

it('what says what the file says, on top of what somebody made by hand, was made by hand too', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [
        TURNS,
        'theirs O1: erin for bob on R1 12-02 08:00..12-02 20:00',
        'theirs O2: dave for bob on R1 12-02 12:00..12-02 16:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 08:00 erin | 12-02 12:00 dave | 12-02 16:00 erin | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: erin for bob 12-02 08:00..12-02 20:00
   kept: dave for bob 12-02 12:00..12-02 16:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 08:00 erin | 12-02 12:00 dave | 12-02 16:00 erin | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: erin 12-02 08:00..12-02 20:00
   kept: dave 12-02 12:00..12-02 16:00"
  `)
})

it('what an override of the file says word for word is ours, also where another one hides part of it', () => {
  expect(
    both(
      `${WEEK}\noverrides:\n  - { who: dave, instead_of: bob, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }\n  - { who: erin, instead_of: dave, from: 2026-12-02 14:00, to: 2026-12-02 18:00 }`,
      {
        shows: [
          TURNS,
          'theirs O1: dave for bob on R1 12-02 10:00..12-02 18:00',
          'theirs O2: erin for bob on R1 12-02 14:00..12-02 18:00',
        ],
      },
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 14:00 erin | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as override, O2 as override
   only patches
   filled in until 12-02 18:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 14:00 erin | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave 12-02 10:00..12-02 18:00
   kept: erin 12-02 14:00..12-02 18:00"
  `)
})

it('in a schedule without a mark what PagerDuty shows as the file wants it is ours', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [TURNS, 'theirs O1: dave for bob on R1 12-02 10:00..12-02 18:00'],
      isMarked: false,
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as override
   filled in until 12-02 18:00"
  `)
})

it('a custom shift that puts somebody on call whom the file does not name is theirs', () => {
  expect(plan(WEEK, { shows: [TURNS, 'theirs C1: dave 12-02 10:00..12-02 18:00'] }))
    .toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 bob + dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: dave 12-02 10:00..12-02 18:00"
  `)
})

it('a custom shift of whoever the file names is ours, unless somebody is replaced there by hand', () => {
  expect(
    plan(WEEK, {
      shows: [
        TURNS,
        'theirs O1: dave for bob on R1 12-02 10:00..12-02 18:00',
        'theirs C1: bob 12-02 12:00..12-02 14:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 12:00 bob + dave | 12-02 14:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: bob 12-02 12:00..12-02 14:00
   kept: dave for bob 12-02 10:00..12-02 18:00"
  `)
})

it('one that hangs on what somebody made by hand is theirs', () => {
  expect(
    plan(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [
        TURNS,
        'theirs C1: erin 12-02 08:00..12-02 20:00',
        'theirs O1: dave for erin on C1 12-02 10:00..12-02 18:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 08:00 bob + erin | 12-02 10:00 dave | 12-02 18:00 bob + erin | 12-02 20:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: erin 12-02 08:00..12-02 20:00
   kept: dave for erin 12-02 10:00..12-02 18:00
   marks the schedule: dave until 12-02 18:00 as override
   lays dave for bob on R1 12-02 10:00..12-02 18:00
   only patches
   filled in until 12-02 18:00"
  `)
})

it("what has ended is nobody's", () => {
  expect(
    both(WEEK, {
      shows: [
        TURNS,
        'ours O1: dave for alice on R1 11-24 10:00..11-24 18:00',
        'theirs O2: erin for alice on R1 11-25 10:00..11-25 12:00',
      ],
    }),
  ).toMatchInlineSnapshot(
    `"on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice"`,
  )
})

it('the fingerprint that an override had when the schedule was layer-based is still its own', () => {
  expect(
    plan(WEEK, {
      shows: [
        TURNS,
        'theirs O1: dave for bob on R1 12-02 10:00..12-02 18:00',
        'gone: dave 12-02 10:00..12-02 18:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as turn
   removes O1"
  `)
})

it('in a schedule without a mark so is what empties a turn as the file does, though in two', () => {
  expect(
    plan(`${WEEK}\noverrides:\n  - { who: nobody, from: 2026-12-02 10:00, to: 2026-12-03 10:00 }`, {
      shows: [
        TURNS,
        'theirs O1: nobody for bob on R1 12-02 10:00..12-03 00:00',
        'theirs O2: nobody for bob on R1 12-03 00:00..12-03 10:00',
      ],

      isMarked: false,
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 nobody | 12-03 10:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as override, O2 as override
   filled in until 12-03 10:00"
  `)
})
