import { expect, it } from '@jest/globals'
import { both, plan, TURNS, WEEK, writes } from './plan.ts'

const MANY = Array.from(
  { length: 120 },
  (_, i) =>
    `  - { add: ${['dave', 'erin'][i % 2]}, from: 2026-12-${String(1 + Math.floor(i / 10)).padStart(2, '0')} ${String(i % 10).padStart(2, '0')}:00, to: 2026-12-${String(1 + Math.floor(i / 10)).padStart(2, '0')} ${String(i % 10).padStart(2, '0')}:30 }\n`,
).join('')

it('many go in lots of fifty', () => {
  expect(
    writes(
      'layers: [{ start: 2026-11-02, turn: 1 month, members: [alice, bob] }]\noverrides:\n' + MANY,
    ).join('\n') +
      '\n' +
      writes(
        'layers: [{ start: 2026-11-02, turn: 1 month, members: [alice, bob] }]\noverrides:\n' +
          MANY,
        { kind: 'layers' },
      ).join('\n'),
  ).toMatchInlineSnapshot(`
   "makes the schedule in Etc/UTC: 361 marks
   adds 50
   adds 50
   adds 50
   adds 50
   adds 50
   adds 50
   adds 50
   adds 11
   makes the schedule in Etc/UTC: 120 marks
   layer new: alice every 132 h from now until 12-01 00:00
   lays 50
   lays 50
   lays 20"
  `)
})

it('the mark first, what ends next, what is new before what it replaces goes, and what hangs on it last', () => {
  expect(
    plan(
      WEEK.replace('bob', '{ who: bob, until: 2026-12-10 }, dave') +
        '\noverrides: [{ who: erin, from: 2026-12-01, to: 2026-12-02 }]',
      {
        shows: [
          TURNS,
          'ours C1: frank 12-02 10:00..12-02 18:00',
          'ours O1: frank for alice on R1 11-26 10:00..11-26 18:00',
        ],
      },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now carol | 11-30 16:00 alice | 12-01 00:00 erin | 12-02 00:00 alice | 12-07 16:00 bob | 12-14 16:00 dave
   refused: guard: alice is on call now, and by the file it would be carol: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: dave, from: 2026-11-26 10:00 }; --rewrite does it all the same)
   marks the schedule: C1 as override, O1 as override, carol until 11-30 16:00 as turn, erin until 12-02 00:00 as override
   event R1.1 on R1 goes on until 11-30 16:00
   makes an event on R1: alice, bob, dave, carol WEEKLY;BYDAY=MO x1 from 11-30 16:00 until 12-14 16:00
   makes an event on R1: dave, carol, alice WEEKLY;BYDAY=MO x1 from 12-14 16:00
   removes C1
   removes O1
   lays carol for alice on R1 now..11-30 16:00
   lays erin for alice on R1 12-01 00:00..12-02 00:00
   filled in until 12-02 00:00"
  `)
})

it('the same of layers: one request for the schedule, then what goes, then what comes', () => {
  expect(
    plan(
      WEEK.replace('bob', '{ who: bob, until: 2026-12-10 }, dave') +
        '\noverrides: [{ who: erin, from: 2026-12-01, to: 2026-12-02 }]',
      { shows: [TURNS, 'ours O1: frank 11-26 10:00..11-26 18:00'], kind: 'layers' },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now carol | 11-30 16:00 alice | 12-01 00:00 erin | 12-02 00:00 alice | 12-07 16:00 bob | 12-14 16:00 dave
   refused: guard: alice is on call now, and by the file it would be carol: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: dave, from: 2026-11-26 10:00 }; --rewrite does it all the same)
   marks the schedule: O1 as override, erin until 12-02 00:00 as override
   layer R1: alice, bob, carol every 168 h from 11-02 16:00 until now
   layer new: carol, alice, bob, dave every 168 h from 11-23 16:00, counts from now until 12-14 16:00
   layer new: dave, carol, alice every 168 h from 12-14 16:00
   removes O1
   lays erin 12-01 00:00..12-02 00:00
   filled in until 12-02 00:00"
  `)
})

it('a rotation that runs where nobody may be on call goes at last', () => {
  expect(
    plan('layers: [{ start: 2026-12-07 16:00, turn: 1 week, members: [bob, carol] }]', {
      shows: [TURNS],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now nobody | 12-07 16:00 bob | 12-14 16:00 carol
   refused: guard: alice is on call now, and by the file it would be nobody: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: alice, until: 2026-11-30 16:00 }, where they were in the list; --rewrite does it all the same)
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: bob, carol WEEKLY;BYDAY=MO x1 from 12-07 16:00
   removes rotation R1"
  `)
})

it('a team is named where the schedule is made, and never again', () => {
  expect(both(WEEK + '\npagerduty: { team: PTEAM01 }')).toMatchInlineSnapshot(`
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
