import { expect, it } from '@jest/globals'
import { both, plan, TURNS, WEEK } from './plan.ts'

const PAIR =
  'layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [[alice, dave], [bob, erin], [carol, frank]] }]'

it('whole shifts, cut where one shift of the file ends and the next begins', () => {
  expect(
    both(
      `${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-01, to: 2026-12-03 }\n  - { who: dave, from: 2026-12-03, to: 2026-12-05 }`,
      { shows: [TURNS] },
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-01 00:00 dave | 12-05 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 12-03 00:00 as override, dave until 12-05 00:00 as override
   lays dave for bob on R1 12-01 00:00..12-03 00:00
   lays dave for bob on R1 12-03 00:00..12-05 00:00
   only patches
   filled in until 12-05 00:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-01 00:00 dave | 12-05 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 12-03 00:00 as override, dave until 12-05 00:00 as override
   lays dave 12-01 00:00..12-03 00:00
   lays dave 12-03 00:00..12-05 00:00
   only patches
   filled in until 12-05 00:00"
  `)
})

it('neighbours of one shift are one patch, whatever lies beneath it', () => {
  expect(
    plan('coverage: none\noverrides: [{ who: dave, from: 2026-12-01, to: 2026-12-04 }]', {
      shows: ['theirs C1: erin 12-02 00:00..12-03 00:00'],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now nobody | 12-01 00:00 dave | 12-02 00:00 dave + erin | 12-03 00:00 dave | 12-04 00:00 nobody
   kept: erin 12-02 00:00..12-03 00:00
   marks the schedule: dave until 12-04 00:00 as override
   adds dave 12-01 00:00..12-04 00:00
   only patches
   filled in until 12-04 00:00"
  `)
})

it('one patch over both turns beneath it, where nobody is replaced by name', () => {
  expect(
    plan(`${WEEK}\noverrides:\n  - { add: dave, from: 2026-11-29, to: 2026-12-02 }`, {
      shows: [TURNS],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-29 00:00 alice + dave | 11-30 16:00 bob + dave | 12-02 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 11-30 16:00 as override, dave until 12-02 00:00 as override
   adds dave 11-29 00:00..11-30 16:00
   adds dave 11-30 16:00..12-02 00:00
   only patches
   filled in until 12-02 00:00"
  `)
})

it('where one laid by hand comes between, what is left on both sides is filled in', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-01, to: 2026-12-04 }`, {
      shows: [TURNS, 'theirs O1: erin for bob on R1 12-02 00:00..12-03 00:00'],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-01 00:00 dave | 12-02 00:00 erin | 12-03 00:00 dave | 12-04 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: erin for bob 12-02 00:00..12-03 00:00
   marks the schedule: dave until 12-02 00:00 as override, dave until 12-04 00:00 as override
   lays dave for bob on R1 12-01 00:00..12-02 00:00
   lays dave for bob on R1 12-03 00:00..12-04 00:00
   only patches
   filled in until 12-04 00:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-01 00:00 dave | 12-02 00:00 erin | 12-03 00:00 dave | 12-04 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: erin 12-02 00:00..12-03 00:00
   marks the schedule: dave until 12-02 00:00 as override, dave until 12-04 00:00 as override
   lays dave 12-01 00:00..12-02 00:00
   lays dave 12-03 00:00..12-04 00:00
   only patches
   filled in until 12-04 00:00"
  `)
})

it('what begins later than the horizon is left for later', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-20, to: 2026-12-21 }`, {
      shows: [TURNS],
    }),
  ).toMatchInlineSnapshot(
    `"on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice"`,
  )
})

it('what ends within a moment is left to pass', () => {
  expect(
    both(
      `${WEEK}\noverrides:\n  - { who: dave, from: 2026-11-25 10:00, to: 2026-11-25 12:00:30 }`,
      { shows: [TURNS] },
    ),
  ).toMatchInlineSnapshot(
    `"on call: now dave | 11-25 12:00:30Z alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice"`,
  )
})

it('what runs begins now, or as much later as PagerDuty wants it', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-11-25 10:00, to: 2026-11-25 14:00 }`, {
      shows: [TURNS],
      lead: 45_000,
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now dave | 11-25 14:00 alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 11-25 14:00 as override
   lays dave for alice on R1 11-25 12:00:45Z..11-25 14:00
   only patches
   filled in until 11-25 14:00
   -- layers
   on call: now dave | 11-25 14:00 alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 11-25 14:00 as override
   lays dave 11-25 12:00:45Z..11-25 14:00
   only patches
   filled in until 11-25 14:00"
  `)
})

it('of two who are missing each takes one place, and whoever is left is added', () => {
  expect(
    plan(`${WEEK}\noverrides:\n  - { who: [dave, erin], from: 2026-12-01, to: 2026-12-02 }`, {
      shows: [TURNS],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-01 00:00 dave + erin | 12-02 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 12-02 00:00 as override, erin until 12-02 00:00 as override
   adds erin 12-01 00:00..12-02 00:00
   lays dave for bob on R1 12-01 00:00..12-02 00:00
   only patches
   filled in until 12-02 00:00"
  `)
})

it('one who takes the place of a pair is laid over both', () => {
  expect(
    plan(`${PAIR}\noverrides: [{ who: grace, from: 2026-12-01, to: 2026-12-02 }]`, {
      shows: [TURNS, 'turns R2: dave, erin, frank; 1 week from 11-02 16:00'],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice + dave | 11-30 16:00 bob + erin | 12-01 00:00 grace | 12-02 00:00 bob + erin | 12-07 16:00 carol + frank | 12-14 16:00 alice + dave
   marks the schedule: grace until 12-02 00:00 as override, grace until 12-02 00:00 as override
   lays grace for bob on R1 12-01 00:00..12-02 00:00
   lays grace for erin on R2 12-01 00:00..12-02 00:00
   only patches
   filled in until 12-02 00:00"
  `)
})

it('where nobody is shown somebody is added', () => {
  expect(
    both('overrides: [{ who: dave, from: 2026-12-01, to: 2026-12-02 }]', {
      shows: ['ours C9: erin 11-25 10:00..11-25 11:00'],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now nobody | 12-01 00:00 dave | 12-02 00:00 nobody
   marks the schedule: dave until 12-02 00:00 as override
   adds dave 12-01 00:00..12-02 00:00
   only patches
   filled in until 12-02 00:00
   -- layers
   on call: now nobody | 12-01 00:00 dave | 12-02 00:00 nobody
   marks the schedule: dave until 12-02 00:00 as override
   lays dave 12-01 00:00..12-02 00:00
   only patches
   filled in until 12-02 00:00"
  `)
})

it('a turn that differs is filled in as a turn, an override as an override', () => {
  expect(
    both(
      'layers: [{ start: 2026-10-31 09:00, turn: 1 month, members: [alice, bob] }]\noverrides: [{ who: dave, from: 2026-12-05, to: 2026-12-06 }]',
      { shows: ['ours C9: erin 11-25 10:00..11-25 11:00'] },
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 09:00 bob | 12-05 00:00 dave | 12-06 00:00 bob
   marks the schedule: alice until 11-30 09:00 as turn, bob until 12-05 00:00 as turn, bob until 12-31 09:00 as turn, dave until 12-06 00:00 as override
   adds alice now..11-30 09:00
   adds bob 11-30 09:00..12-05 00:00
   adds dave 12-05 00:00..12-06 00:00
   adds bob 12-06 00:00..12-31 09:00
   only patches
   filled in until 12-31 09:00
   -- layers
   on call: now alice | 11-30 09:00 bob | 12-05 00:00 dave | 12-06 00:00 bob
   marks the schedule: alice until 11-30 09:00 as turn, bob until 12-05 00:00 as turn, bob until 12-31 09:00 as turn, dave until 12-06 00:00 as override
   lays alice now..11-30 09:00
   lays bob 11-30 09:00..12-05 00:00
   lays dave 12-05 00:00..12-06 00:00
   lays bob 12-06 00:00..12-31 09:00
   only patches
   filled in until 12-31 09:00"
  `)
})

it('nothing is laid over what a turn shows rightly already', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: bob, from: 2026-12-01, to: 2026-12-10 }`, {
      shows: [TURNS],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-10 00:00 carol | 12-14 16:00 alice
   marks the schedule: bob until 12-10 00:00 as override
   lays bob for carol on R1 12-07 16:00..12-10 00:00
   only patches
   filled in until 12-10 00:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-10 00:00 carol | 12-14 16:00 alice
   marks the schedule: bob until 12-10 00:00 as override
   lays bob 12-07 16:00..12-10 00:00
   only patches
   filled in until 12-10 00:00"
  `)
})

it('one shift of the file over two turns is one patch where nobody is replaced by name, and one for each where somebody is', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-06, to: 2026-12-09 }`, {
      shows: [TURNS],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-06 00:00 dave | 12-09 00:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 12-07 16:00 as override, dave until 12-09 00:00 as override
   lays dave for bob on R1 12-06 00:00..12-07 16:00
   lays dave for carol on R1 12-07 16:00..12-09 00:00
   only patches
   filled in until 12-09 00:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-06 00:00 dave | 12-09 00:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 12-09 00:00 as override
   lays dave 12-06 00:00..12-09 00:00
   only patches
   filled in until 12-09 00:00"
  `)
})

it('the rest of a shift that begins only behind the horizon is left for later', () => {
  expect(
    both('layers: [{ start: 2026-10-31 09:00, turn: 1 month, members: [alice, bob] }]', {
      shows: [
        'ours C1 (turn): alice 10-31 09:00..11-30 09:00',
        'ours C2 (turn): bob 11-30 09:00..12-20 09:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 09:00 bob
   filled in until 12-20 09:00"
  `)
})
