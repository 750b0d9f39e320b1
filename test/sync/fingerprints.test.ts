import { expect, it } from '@jest/globals'
import { both, plan, TURNS, WEEK } from './plan.ts'

it('the mark is written before what it speaks of, and says whether a turn or an override is the reason', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [TURNS],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 12-02 18:00 as override
   lays dave for bob on R1 12-02 10:00..12-02 18:00
   only patches
   filled in until 12-02 18:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: dave until 12-02 18:00 as override
   lays dave 12-02 10:00..12-02 18:00
   only patches
   filled in until 12-02 18:00"
  `)
})

it('one whose item is nowhere to be seen is dropped', () => {
  expect(both(WEEK, { shows: [TURNS, 'gone: dave for bob on R1 12-02 10:00..12-02 18:00'] }))
    .toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: no marks
   only patches"
  `)
})

it('one whose item is not yet looked at is kept', () => {
  expect(
    both(WEEK, { shows: [TURNS, 'far O1: dave 2027-02-02 10:00..2027-02-02 18:00'] }),
  ).toMatchInlineSnapshot(
    `"on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice"`,
  )
})

it('one of an item that has to go stays for as long as the item does', () => {
  expect(
    both(WEEK, {
      shows: [
        TURNS,
        'ours O1: dave for bob on R1 12-02 10:00..12-02 18:00',
        'gone: erin for bob on R1 12-02 10:00..12-02 18:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as override
   removes O1"
  `)
})

it('the text that people wrote stays above the mark', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [TURNS],
      before: 'Call Erin first',
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule below 'Call Erin first': dave until 12-02 18:00 as override
   lays dave for bob on R1 12-02 10:00..12-02 18:00
   only patches
   filled in until 12-02 18:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule below 'Call Erin first': dave until 12-02 18:00 as override
   lays dave 12-02 10:00..12-02 18:00
   only patches
   filled in until 12-02 18:00"
  `)
})

it('a mark that says all already is not written again', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [TURNS, 'ours O1: dave for bob on R1 12-02 10:00..12-02 18:00'],
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   filled in until 12-02 18:00"
  `)
})

it('a mark of another rotation is', () => {
  expect(both(WEEK, { shows: [TURNS], isMarked: false })).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: no marks"
  `)
})

it('what hangs on what is not there yet is marked when its id is known', () => {
  expect(
    plan(
      `layers: [{ start: 2026-12-01 16:00, turn: 1 week, members: [alice, bob] }]\noverrides: [{ who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }]`,
    ),
  ).toMatchInlineSnapshot(`
   "on call: now nobody | 12-01 16:00 alice | 12-02 10:00 dave | 12-02 18:00 alice | 12-08 16:00 bob | 12-15 16:00 alice
   makes the schedule in Etc/UTC: no marks
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: alice, bob WEEKLY;BYDAY=TU x1 from 12-01 16:00
   filled in until 12-02 18:00"
  `)
})

it('what does not fit into the description is an error before the first write', () => {
  const before = 'x'.repeat(1010)
  expect(
    plan(`${WEEK}\noverrides:\n  - { add: dave, on: 2026-12-02 }`, {
      shows: [TURNS],
      before,
    }).replace(/x{9,}/, 'x...'),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 00:00 bob + dave | 12-03 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   refused: marker-full: too much of this rotation has to be filled in shift by shift: PagerDuty's description holds 1024 characters, which is not enough to remember what rotate made (shorten the description in PagerDuty, or give a smaller --horizon, such as 30 days)
   marks the schedule below 'x...': dave until 12-03 00:00 as override
   adds dave 12-02 00:00..12-03 00:00
   only patches
   filled in until 12-03 00:00"
  `)
})

it('nor does it with what will be added when ids are known', () => {
  const yaml = `layers: [{ start: 2026-12-01 16:00, turn: 1 week, members: [alice, bob] }]\noverrides: [{ who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }]`
  const say = (length: number): string[] =>
    plan(yaml, { before: 'x'.repeat(length) })
      .split('\n')
      .filter((line) => line.startsWith('refused'))
      .map((line) => line.slice(0, 20))
  // The mark itself takes 23 characters, a fingerprint 4 and the space before it one.
  expect([996, 997].map(say)).toEqual([[], ['refused: marker-full']])
})

it('a description of a layer-based one holds more', () => {
  expect(
    plan(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [TURNS],
      before: 'x'.repeat(1010),
      kind: 'layers',
    }).replace(/x{9,}/, 'x...'),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule below 'x...': dave until 12-02 18:00 as override
   lays dave 12-02 10:00..12-02 18:00
   only patches
   filled in until 12-02 18:00"
  `)
})

it('a new name is written where everything else stands', () => {
  expect(both(WEEK, { shows: [TURNS], name: 'Old name' })).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule and renames it to primary: no marks"
  `)
})

it('one whose item is not yet looked at is kept also where the mark is written again', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: dave, from: 2026-12-02 10:00, to: 2026-12-02 18:00 }`, {
      shows: [TURNS, 'far O1: erin 2027-02-02 10:00..2027-02-02 18:00'],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as override, dave until 12-02 18:00 as override
   lays dave for bob on R1 12-02 10:00..12-02 18:00
   only patches
   filled in until 12-02 18:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-02 10:00 dave | 12-02 18:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: O1 as override, dave until 12-02 18:00 as override
   lays dave 12-02 10:00..12-02 18:00
   only patches
   filled in until 12-02 18:00"
  `)
})
