import { expect, it } from '@jest/globals'
import { both, plan, TURNS, WEEK } from './plan.ts'

const PAIR =
  'layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [[alice, dave], [bob, erin], [carol, frank]] }]'

it('turns of weeks go on by themselves from the next handoff on, and what runs is filled in', () => {
  expect(both(WEEK)).toMatchInlineSnapshot(`
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

it('so do turns of days, and of hours', () => {
  expect(
    both('layers: [{ start: 2026-11-02 16:00, turn: 2 days, members: [alice, bob, carol] }]') +
      '\n' +
      both('layers: [{ start: 2026-11-02 16:00, turn: 12 hours, members: [alice, bob, carol] }]'),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now carol | 11-26 16:00 alice | 11-28 16:00 bob | 11-30 16:00 carol | 12-02 16:00 alice | 12-04 16:00 bob | 12-06 16:00 carol | 12-08 16:00 alice | 12-10 16:00 bob | 12-12 16:00 carol | 12-14 16:00 alice
   makes the schedule in Etc/UTC: carol until 11-26 16:00 as turn
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: alice, bob, carol DAILY;INTERVAL=2 x1 from 11-26 16:00
   adds carol now..11-26 16:00
   filled in until 11-26 16:00
   -- layers
   on call: now carol | 11-26 16:00 alice | 11-28 16:00 bob | 11-30 16:00 carol | 12-02 16:00 alice | 12-04 16:00 bob | 12-06 16:00 carol | 12-08 16:00 alice | 12-10 16:00 bob | 12-12 16:00 carol | 12-14 16:00 alice
   makes the schedule in Etc/UTC: no marks
   layer new: carol, alice, bob every 48 h from 11-24 16:00, counts from now
   -- shifts
   on call: now alice | 11-25 16:00 bob | 11-26 04:00 carol | 11-26 16:00 alice | 11-27 04:00 bob | 11-27 16:00 carol | 11-28 04:00 alice | 11-28 16:00 bob | 11-29 04:00 carol | 11-29 16:00 alice | 11-30 04:00 bob | 11-30 16:00 carol | 12-01 04:00 alice | 12-01 16:00 bob | 12-02 04:00 carol | 12-02 16:00 alice | 12-03 04:00 bob | 12-03 16:00 carol | 12-04 04:00 alice | 12-04 16:00 bob | 12-05 04:00 carol | 12-05 16:00 alice | 12-06 04:00 bob | 12-06 16:00 carol | 12-07 04:00 alice | 12-07 16:00 bob | 12-08 04:00 carol | 12-08 16:00 alice | 12-09 04:00 bob | 12-09 16:00 carol | 12-10 04:00 alice | 12-10 16:00 bob | 12-11 04:00 carol | 12-11 16:00 alice | 12-12 04:00 bob | 12-12 16:00 carol | 12-13 04:00 alice | 12-13 16:00 bob | 12-14 04:00 carol | 12-14 16:00 alice | 12-15 04:00 bob | 12-15 16:00 carol | 12-16 04:00 alice
   makes the schedule in Etc/UTC: alice until 11-25 16:00 as turn
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: bob, carol, alice HOURLY;INTERVAL=12 x1 from 11-25 16:00
   adds alice now..11-25 16:00
   filled in until 11-25 16:00
   -- layers
   on call: now alice | 11-25 16:00 bob | 11-26 04:00 carol | 11-26 16:00 alice | 11-27 04:00 bob | 11-27 16:00 carol | 11-28 04:00 alice | 11-28 16:00 bob | 11-29 04:00 carol | 11-29 16:00 alice | 11-30 04:00 bob | 11-30 16:00 carol | 12-01 04:00 alice | 12-01 16:00 bob | 12-02 04:00 carol | 12-02 16:00 alice | 12-03 04:00 bob | 12-03 16:00 carol | 12-04 04:00 alice | 12-04 16:00 bob | 12-05 04:00 carol | 12-05 16:00 alice | 12-06 04:00 bob | 12-06 16:00 carol | 12-07 04:00 alice | 12-07 16:00 bob | 12-08 04:00 carol | 12-08 16:00 alice | 12-09 04:00 bob | 12-09 16:00 carol | 12-10 04:00 alice | 12-10 16:00 bob | 12-11 04:00 carol | 12-11 16:00 alice | 12-12 04:00 bob | 12-12 16:00 carol | 12-13 04:00 alice | 12-13 16:00 bob | 12-14 04:00 carol | 12-14 16:00 alice | 12-15 04:00 bob | 12-15 16:00 carol | 12-16 04:00 alice
   makes the schedule in Etc/UTC: no marks
   layer new: alice, bob, carol every 12 h from 11-25 04:00, counts from now"
  `)
})

it('months do not', () => {
  expect(
    both('layers: [{ start: 2026-10-31 09:00, turn: 1 month, members: [alice, bob] }]', {
      horizon: 10,
    }),
  ).toMatchInlineSnapshot(`
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

it('windows of the week do', () => {
  expect(
    both(
      'layers: [{ start: 2026-11-02, turn: 1 week, members: [alice, bob], during: { days: mon-fri, from: 09:00, to: 17:00 } }]',
      { horizon: 7 },
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now bob | 11-25 17:00 nobody | 11-26 09:00 bob | 11-26 17:00 nobody | 11-27 09:00 bob | 11-27 17:00 nobody | 11-30 09:00 alice | 11-30 17:00 nobody | 12-01 09:00 alice | 12-01 17:00 nobody | 12-02 09:00 alice
   makes the schedule in Etc/UTC: bob until 11-25 17:00 as turn, bob until 11-26 17:00 as turn, bob until 11-27 17:00 as turn
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: alice, bob WEEKLY;BYDAY=MO,TU,WE,TH,FR x5 from 11-30 09:00
   adds bob now..11-25 17:00
   adds bob 11-26 09:00..11-26 17:00
   adds bob 11-27 09:00..11-27 17:00
   filled in until 11-27 17:00
   -- layers
   on call: now bob | 11-25 17:00 nobody | 11-26 09:00 bob | 11-26 17:00 nobody | 11-27 09:00 bob | 11-27 17:00 nobody | 11-30 09:00 alice | 11-30 17:00 nobody | 12-01 09:00 alice | 12-01 17:00 nobody | 12-02 09:00 alice
   makes the schedule in Etc/UTC: no marks
   layer new: bob, alice every 168 h from 11-23 00:00, counts from now in 5 windows"
  `)
})

it('turns of so many openings do', () => {
  expect(
    both(
      'layers: [{ start: 2026-11-02, turn: 2 shifts, members: [alice, bob], during: { days: mon-fri, from: 09:00, to: 17:00 } }]',
      { horizon: 2 },
    ),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-25 17:00 nobody | 11-26 09:00 bob | 11-26 17:00 nobody | 11-27 09:00 bob
   makes the schedule in Etc/UTC: alice until 11-25 17:00 as turn
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: bob, alice WEEKLY;BYDAY=MO,TU,WE,TH,FR x2 from 11-26 09:00
   adds alice now..11-25 17:00
   filled in until 11-25 17:00
   -- layers
   on call: now alice | 11-25 17:00 nobody | 11-26 09:00 bob | 11-26 17:00 nobody | 11-27 09:00 bob
   makes the schedule in Etc/UTC: bob until 11-26 17:00 as turn, bob until 11-27 17:00 as turn
   layer new: alice every 5 h from now until 11-25 17:00
   lays bob 11-26 09:00..11-26 17:00
   lays bob 11-27 09:00..11-27 17:00
   filled in until 11-27 17:00"
  `)
})

it('a joiner ends what runs at the handoff, and what begins there has the right person first', () => {
  expect(both(WEEK.replace('carol', 'carol, { who: dave, from: 2026-12-10 }'), { shows: [TURNS] }))
    .toMatchInlineSnapshot(`
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

it('a change far ahead is written at once', () => {
  expect(both(WEEK.replace('carol', 'carol, { who: dave, from: 2027-06-10 }'), { shows: [TURNS] }))
    .toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   event R1.1 on R1 goes on until 2027-06-21 16:00
   makes an event on R1: dave, alice, bob, carol WEEKLY;BYDAY=MO x1 from 2027-06-21 16:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until 2027-06-21 16:00
   layer new: dave, alice, bob, carol every 168 h from 2027-06-21 16:00"
  `)
})

it('an end is written, and taken out again', () => {
  expect(
    both(WEEK.replace('16:00,', '16:00, end: 2026-12-14 16:00,'), { shows: [TURNS] }) +
      '\n' +
      both(WEEK, { shows: ['turns R1: alice, bob, carol; 1 week from 11-02 16:00..12-14 16:00'] }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 nobody
   event R1.1 on R1 goes on until 12-14 16:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 nobody
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until 12-14 16:00
   -- shifts
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   event R1.1 on R1 goes on until for ever
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00"
  `)
})

it('a pair is two rotations', () => {
  expect(plan(PAIR)).toMatchInlineSnapshot(`
   "on call: now alice + dave | 11-30 16:00 bob + erin | 12-07 16:00 carol + frank | 12-14 16:00 alice + dave
   makes the schedule in Etc/UTC: alice until 11-30 16:00 as turn, dave until 11-30 16:00 as turn
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: bob, carol, alice WEEKLY;BYDAY=MO x1 from 11-30 16:00
   makes the rotation {rotation 2}
   makes an event on {rotation 2}: erin, frank, dave WEEKLY;BYDAY=MO x1 from 11-30 16:00
   adds alice now..11-30 16:00
   adds dave now..11-30 16:00
   filled in until 11-30 16:00"
  `)
})

it("a turn of nobody's is an empty one", () => {
  expect(plan('layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, nobody] }]'))
    .toMatchInlineSnapshot(`
   "on call: now nobody | 11-30 16:00 alice | 12-07 16:00 nobody | 12-14 16:00 alice
   makes the schedule in Etc/UTC: no marks
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: alice, nobody WEEKLY;BYDAY=MO x1 from 11-30 16:00"
  `)
})

it('of two layers that meet the lower one goes on by itself, and the upper one is filled in', () => {
  expect(
    plan(
      'layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob] }, { start: 2026-11-02, turn: 1 day, members: [dave], during: { days: sat, from: 10:00, to: 20:00 } }]',
      { horizon: 14 },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now bob | 11-28 10:00 dave | 11-28 20:00 bob | 11-30 16:00 alice | 12-05 10:00 dave | 12-05 20:00 alice | 12-07 16:00 bob
   makes the schedule in Etc/UTC: bob until 11-28 10:00 as turn, bob until 11-30 16:00 as turn, dave until 11-28 20:00 as turn
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: alice, bob WEEKLY;BYDAY=MO x1 from 11-30 16:00
   adds bob now..11-28 10:00
   adds dave 11-28 10:00..11-28 20:00
   adds bob 11-28 20:00..11-30 16:00
   filled in until 12-05 20:00"
  `)
})

it('layers lie on each other', () => {
  expect(
    plan(
      'layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob] }, { start: 2026-11-02, turn: 1 day, members: [dave], during: { days: sat, from: 10:00, to: 20:00 } }]',
      { horizon: 14, kind: 'layers' },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now bob | 11-28 10:00 dave | 11-28 20:00 bob | 11-30 16:00 alice | 12-05 10:00 dave | 12-05 20:00 alice | 12-07 16:00 bob
   makes the schedule in Etc/UTC: no marks
   layer new: bob, alice every 168 h from 11-23 16:00, counts from now
   layer new: dave every 24 h from 11-28 00:00, counts from 11-28 10:00 in 1 windows"
  `)
})

it('a rotation that is full gets a successor', () => {
  expect(
    plan(
      WEEK.replace(
        'carol',
        ['2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24', '2026-12-31'].reduce(
          (list, from, i) =>
            `${list}, { who: ${['dave', 'erin', 'frank', 'grace', 'dave'][i]}, from: ${from} }`,
          'carol',
        ),
      ),
      { shows: [TURNS] },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 dave
   event R1.1 on R1 goes on until 12-14 16:00
   makes an event on R1: dave, erin, alice, bob, carol WEEKLY;BYDAY=MO x1 from 12-14 16:00 until 12-21 16:00
   makes an event on R1: erin, frank, alice, bob, carol, dave WEEKLY;BYDAY=MO x1 from 12-21 16:00 until 12-28 16:00
   makes an event on R1: frank, grace, alice, bob, carol, dave, erin WEEKLY;BYDAY=MO x1 from 12-28 16:00 until 2027-01-04 16:00
   makes an event on R1: grace, dave, alice, bob, carol, dave, erin, frank WEEKLY;BYDAY=MO x1 from 2027-01-04 16:00"
  `)
})

it('a rotation that shows what another shows goes', () => {
  expect(plan(WEEK, { shows: [TURNS, TURNS.replace('R1', 'R2')] })).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   event R2.1 on R2 goes on until 11-30 16:00"
  `)
})

it('rotations that together show what is wanted are left as they are', () => {
  expect(
    plan('layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob] }]', {
      shows: [
        'turns R1: alice; 2 weeks from 11-02 16:00',
        'turns R2: nobody, alice; 1 week from 11-02 16:00',
      ],
    }) +
      '\n' +
      plan('layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob] }]', {
        shows: [
          'turns R1: alice, nobody; 1 week from 11-02 16:00',
          'turns R2: nobody, bob; 1 week from 11-02 16:00',
        ],
      }),
  ).toMatchInlineSnapshot(`
   "on call: now bob | 11-30 16:00 alice | 12-07 16:00 bob | 12-14 16:00 alice
   refused: guard: alice is on call now, and by the file it would be bob: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: bob, from: 2026-12-21 16:00 }; --rewrite does it all the same)
   marks the schedule: bob until 11-30 16:00 as turn, bob until 11-30 16:00 as turn
   event R1.1 on R1 goes on until 11-30 16:00
   makes an event on R1: alice, bob WEEKLY;BYDAY=MO x1 from 11-30 16:00
   event R2.1 on R2 goes on until 11-30 16:00
   lays bob for alice on R1 now..11-30 16:00
   lays bob for alice on R2 now..11-30 16:00
   filled in until 11-30 16:00
   on call: now bob | 11-30 16:00 alice | 12-07 16:00 bob | 12-14 16:00 alice"
  `)
})

it('a turn in which nobody may be on call is left out', () => {
  expect(
    plan(`${WEEK}\noverrides:\n  - { who: nobody, from: 2026-12-08, to: 2026-12-09 }`, {
      shows: [TURNS],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-08 00:00 nobody | 12-09 00:00 carol | 12-14 16:00 alice
   marks the schedule: carol until 12-08 00:00 as turn, carol until 12-14 16:00 as turn
   event R1.1 on R1 goes on until 12-07 16:00
   makes an event on R1: alice, bob, carol WEEKLY;BYDAY=MO x1 from 12-14 16:00
   adds carol 12-07 16:00..12-08 00:00
   adds carol 12-09 00:00..12-14 16:00
   filled in until 12-14 16:00"
  `)
})

it('more than three such turns, and nothing of it goes on by itself', () => {
  expect(
    plan(
      `${WEEK}\noverrides:\n  - { who: nobody, from: 2026-12-01, to: 2026-12-02 }\n  - { who: nobody, from: 2026-12-08, to: 2026-12-09 }\n  - { who: nobody, from: 2026-12-15, to: 2026-12-16 }\n  - { who: nobody, from: 2026-12-22, to: 2026-12-23 }`,
      { horizon: 35 },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-01 00:00 nobody | 12-02 00:00 bob | 12-07 16:00 carol | 12-08 00:00 nobody | 12-09 00:00 carol | 12-14 16:00 alice | 12-15 00:00 nobody | 12-16 00:00 alice | 12-21 16:00 bob | 12-22 00:00 nobody | 12-23 00:00 bob | 12-28 16:00 carol
   makes the schedule in Etc/UTC: 10 marks
   adds 10
   filled in until 2027-01-04 16:00"
  `)
})

it('a schedule has room for ten rotations, and a layer that finds none is filled in', () => {
  expect(
    plan(
      `layers:\n${Array.from({ length: 11 }, (_, i) => `  - { start: 2026-11-02 ${String(i + 8).padStart(2, '0')}:00, turn: ${i === 4 ? 2 : 1} day, members: [alice, bob], during: { days: mon-sun, from: ${String(i + 8).padStart(2, '0')}:00, to: ${String(i + 9).padStart(2, '0')}:00 } }\n`).join('')}`,
      { horizon: 2 },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now bob | 11-25 19:00 nobody | 11-26 08:00 alice | 11-26 19:00 nobody | 11-27 08:00 bob
   makes the schedule in Etc/UTC: alice until 11-26 19:00 as turn, bob until 11-25 13:00 as turn, bob until 11-25 19:00 as turn
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: alice, bob DAILY x1 from 11-26 08:00
   makes the rotation {rotation 2}
   makes an event on {rotation 2}: alice, bob DAILY x1 from 11-26 09:00
   makes the rotation {rotation 3}
   makes an event on {rotation 3}: alice, bob DAILY x1 from 11-26 10:00
   makes the rotation {rotation 4}
   makes an event on {rotation 4}: alice, bob DAILY x1 from 11-26 11:00
   makes the rotation {rotation 5}
   makes an event on {rotation 5}: alice, bob DAILY x2 from 11-26 12:00
   makes the rotation {rotation 6}
   makes an event on {rotation 6}: bob, alice DAILY x1 from 11-25 13:00
   makes the rotation {rotation 7}
   makes an event on {rotation 7}: bob, alice DAILY x1 from 11-25 14:00
   makes the rotation {rotation 8}
   makes an event on {rotation 8}: bob, alice DAILY x1 from 11-25 15:00
   makes the rotation {rotation 9}
   makes an event on {rotation 9}: bob, alice DAILY x1 from 11-25 16:00
   makes the rotation {rotation 10}
   makes an event on {rotation 10}: bob, alice DAILY x1 from 11-25 17:00
   adds bob now..11-25 13:00
   adds bob 11-25 18:00..11-25 19:00
   adds alice 11-26 18:00..11-26 19:00
   filled in until 11-26 19:00"
  `)
})

it('a turn that an override of ours empties can stay', () => {
  expect(
    plan(`${WEEK}\noverrides: [{ who: nobody, from: 2026-12-02, to: 2026-12-03 }]`, {
      shows: [TURNS, 'ours O1: nobody for bob on R1 12-02 00:00..12-03 00:00'],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 00:00 nobody | 12-03 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   filled in until 12-03 00:00"
  `)
})

it('of two layers alike the lower one ends at the handoff', () => {
  expect(plan(WEEK, { shows: [TURNS, TURNS.replace('R1', 'R2')], kind: 'layers' }))
    .toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: no marks
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until 11-30 16:00"
  `)
})
