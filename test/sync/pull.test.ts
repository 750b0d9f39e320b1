/** What pull brings of what people made by hand, as changes of the file: and when the file says them, nothing is left to do. */
import { expect, it } from '@jest/globals'
import { weekly, writes } from './plan.ts'
import { GAPS, LAYER, marked, pulled, pulledIntoFile, SYNCED } from './pulling.ts'

it('of a pair it is one override for each who is replaced', () => {
  expect(
    pulled(weekly('alice, [bob, carol], dave'), {
      shows: [
        'turns R1: bob, dave, alice; 1 week from 11-30 16:00',
        'turns R2: carol, nobody, nobody; 1 week from 11-30 16:00',
        'ours C1 (turn): alice 11-25 12:00..11-30 16:00',
        'theirs O1: erin for bob on R1 12-01 18:00..12-02 09:00',
        'theirs O2: frank for carol on R2 12-01 18:00..12-02 09:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "shows erin + frank, not bob + carol 12-01 18:00..12-02 09:00
   brings erin for bob 12-01 18:00..12-02 09:00
   brings frank for carol 12-01 18:00..12-02 09:00
   overrides:
   - { who: erin, instead_of: bob, from: 2026-12-01 18:00, to: 2026-12-02 09:00, why: made in PagerDuty }
   - { who: frank, instead_of: carol, from: 2026-12-01 18:00, to: 2026-12-02 09:00, why: made in PagerDuty }
   and nothing is left"
  `)
})

it('what lies over each other is only marked by sync, where the files alone were edited', () => {
  const onTurns = [
    'theirs O1: erin for bob on R1 12-01 18:00..12-02 18:00',
    'theirs O2: frank for bob on R1 12-02 00:00..12-02 08:00',
  ]
  const onAll = onTurns.map((line) => line.replace(' for bob on R1', ''))
  const yaml = weekly('alice, bob, carol')
  expect(pulledIntoFile(yaml, { shows: [...SYNCED, ...onTurns] })).toMatchInlineSnapshot(`
   "overrides:
   - { who: erin, instead_of: bob, from: 2026-12-01 18:00, to: 2026-12-02 18:00, why: made in PagerDuty }
   - { who: frank, instead_of: erin, from: 2026-12-02 00:00, to: 2026-12-02 08:00, why: made in PagerDuty }
   marks the schedule: C1 as turn, O1 as override, O2 as override"
  `)
  expect(pulledIntoFile(yaml, { kind: 'layers', shows: [LAYER, ...onAll] })).toMatchInlineSnapshot(`
   "overrides:
   - { who: erin, from: 2026-12-01 18:00, to: 2026-12-02 18:00, why: made in PagerDuty }
   - { who: frank, from: 2026-12-02 00:00, to: 2026-12-02 08:00, why: made in PagerDuty }
   marks the schedule: O1 as override, O2 as override"
  `)
})

it('somebody in their own place is marked, also beyond the horizon, and the rest is brought', () => {
  expect(
    pulled(weekly('alice, bob, carol'), {
      shows: [
        ...SYNCED,
        'theirs O1: bob for bob on R1 12-01 18:00..2027-03-09 09:00',
        'theirs O2: frank for carol on R1 12-08 18:00..12-09 09:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "shows frank, not carol 12-08 18:00..12-09 09:00
   marks bob for bob 12-01 18:00..2027-03-09 09:00
   brings frank for carol 12-08 18:00..12-09 09:00
   overrides:
   - { who: frank, instead_of: carol, from: 2026-12-08 18:00, to: 2026-12-09 09:00, why: made in PagerDuty }
   and nothing is left"
  `)
})

it('what does what the file wants without its saying so is marked with the rest', () => {
  expect(
    pulled(weekly('alice, bob, carol', 'who: dave, from: 2026-12-01 12:00, to: 2026-12-02 12:00'), {
      shows: [
        ...SYNCED,
        'theirs O1: dave for bob on R1 12-01 12:00..12-01 18:00',
        'ours O2 (override): dave for bob on R1 12-01 18:00..12-02 12:00',
        'theirs O3: frank for carol on R1 12-08 18:00..12-09 09:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "sync first marks the schedule: C1 as turn, O1 as override, O2 as override
   shows frank, not carol 12-08 18:00..12-09 09:00
   brings frank for carol 12-08 18:00..12-09 09:00
   - { who: frank, instead_of: carol, from: 2026-12-08 18:00, to: 2026-12-09 09:00, why: made in PagerDuty }
   and nothing is left"
  `)
})

it('and with what puts it there when it begins, not now', () => {
  expect(
    marked(weekly('alice, bob, carol', 'who: dave, from: 2026-12-01 12:00, to: 2026-12-02 12:00'), {
      shows: [
        ...SYNCED,
        'theirs O1: dave for bob on R1 12-01 12:00..12-02 12:00',
        'theirs O2: frank for carol on R1 12-08 18:00..12-09 09:00',
      ],
    }),
  ).toEqual(['O1 as override', 'O2 as override'])
})

it('an extra shift of somebody whom a swap replaced stays, and both are brought', () => {
  expect(
    pulled(weekly('alice, bob, carol'), {
      shows: [
        ...SYNCED,
        'theirs O1: dave for bob on R1 12-01 18:00..12-03 18:00',
        'theirs C2: bob 12-02 10:00..12-02 15:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "shows dave, not bob 12-01 18:00..12-02 10:00
   shows bob + dave, not bob 12-02 10:00..12-02 15:00
   shows dave, not bob 12-02 15:00..12-03 18:00
   brings dave for bob 12-01 18:00..12-03 18:00
   brings bob 12-02 10:00..12-02 15:00
   overrides:
   - { who: dave, instead_of: bob, from: 2026-12-01 18:00, to: 2026-12-03 18:00, why: made in PagerDuty }
   - { add: bob, from: 2026-12-02 10:00, to: 2026-12-02 15:00, why: made in PagerDuty }
   and nothing is left"
  `)
})

it('what lies under a swap that is left is brought, and that is kept', () => {
  expect(
    pulled(weekly('alice, bob, carol'), {
      shows: [
        ...SYNCED,
        'theirs O1: frank for alice on C1 11-27 00:00..11-28 00:00',
        'theirs O2: zed for alice on C1 11-26 12:00..11-27 12:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "shows zed, not alice 11-26 12:00..11-27 12:00
   shows frank, not alice 11-27 12:00..11-28 00:00
   brings frank for alice 11-27 00:00..11-28 00:00
   leaves zed for alice 11-26 12:00..11-27 12:00: nobody in the YAML is zed (give a person their e-mail address, or 'pagerduty: zed')
   overrides:
   - { who: frank, instead_of: alice, from: 2026-11-27 00:00, to: 2026-11-28 00:00, why: made in PagerDuty }
   after 0 days: shows zed, not alice 11-26 12:00..11-27 00:00
   after 0 days: shows zed, not frank 11-27 00:00..11-27 12:00
   after 1 days: shows zed, not alice now..11-27 00:00
   after 1 days: shows zed, not frank 11-27 00:00..11-27 12:00"
  `)
})

it('nobody is said where nobody was put, and what says nothing is left', () => {
  const swaps = [
    'O1: nobody for bob on R1 12-08 18:00..12-08 20:00',
    'O2: dave for nobody on R1 12-15 18:00..12-15 20:00',
  ]
  const left = [
    'theirs O3: erin for carol on R1 12-01 08:00..12-01 10:00',
    'theirs C2: nobody 12-02 18:00..12-02 20:00',
  ]
  const yaml = weekly('alice, bob, nobody, carol')
  expect(pulled(yaml, { shows: [...GAPS, ...swaps.map((one) => `theirs ${one}`), ...left] }))
    .toMatchInlineSnapshot(`
   "shows nobody, not bob 12-08 18:00..12-08 20:00
   shows dave, not nobody 12-15 18:00..12-15 20:00
   leaves erin for carol 12-01 08:00..12-01 10:00: it changes nothing, since carol is not on call then
   brings nobody for bob 12-08 18:00..12-08 20:00
   brings dave for nobody 12-15 18:00..12-15 20:00
   leaves nobody 12-02 18:00..12-02 20:00: a custom shift of nobody puts nobody on call
   overrides:
   - { who: nobody, instead_of: bob, from: 2026-12-08 18:00, to: 2026-12-08 20:00, why: made in PagerDuty }
   - { add: dave, from: 2026-12-15 18:00, to: 2026-12-15 20:00, why: made in PagerDuty }
   and nothing is left"
  `)
  // The file decides from then on.
  const ours = swaps.map((one) => `ours ${one.replace(':', ' (override):')}`)
  expect(writes(yaml, { shows: [...GAPS, ...ours, ...left] })).toMatchInlineSnapshot(`
   [
     "removes O1",
     "removes O2",
   ]
  `)
})

it('an extra shift that runs into a turn of the same person stays whole', () => {
  const yaml = weekly('alice, bob, carol')
  const shift = 'C2: bob 11-30 10:00..12-01 10:00'
  expect(pulled(yaml, { shows: [...SYNCED, `theirs ${shift}`] })).toMatchInlineSnapshot(`
   "shows alice + bob, not alice 11-30 10:00..11-30 16:00
   brings bob 11-30 10:00..12-01 10:00
   overrides:
   - { add: bob, from: 2026-11-30 10:00, to: 2026-12-01 10:00, why: made in PagerDuty }
   and nothing is left"
  `)
  // The file decides from then on.
  const shows = [...SYNCED, `ours ${shift.replace(':', ' (override):')}`]
  expect(writes(yaml, { shows })).toMatchInlineSnapshot(`
   [
     "removes C2",
   ]
  `)
})

it('pieces that replace the same person are one, over a handoff too', () => {
  const own = 'who: dave, instead_of: bob, from: 2026-12-07 08:00, to: 2026-12-08 12:00'
  expect(
    pulled(weekly('[bob, carol], [bob, alice]', own), {
      shows: [
        'turns R1: bob, bob; 1 week from 11-30 16:00',
        'turns R2: carol, alice; 1 week from 11-30 16:00',
        'ours C1 (turn): bob 11-25 12:00..11-30 16:00',
        'ours C2 (turn): alice 11-25 12:00..11-30 16:00',
        'ours O1 (override): dave for bob on R1 12-07 08:00..12-08 12:00',
        'theirs O2: frank for bob on R1 12-07 10:00..12-08 10:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "shows carol + frank, not carol + dave 12-07 10:00..12-07 16:00
   shows alice + frank, not alice + dave 12-07 16:00..12-08 10:00
   brings frank for bob 12-07 10:00..12-08 10:00
   - { who: frank, instead_of: dave, from: 2026-12-07 10:00, to: 2026-12-08 10:00, why: made in PagerDuty }
   and nothing is left"
  `)
})

it('what was said in pieces is known again', () => {
  const own = 'who: dave, from: 2026-12-07 08:00, to: 2026-12-07 12:00'
  // Bob's turn ends at 16:00, so that the rest has no effect.
  const shows = [
    ...SYNCED,
    'ours O1 (override): dave for bob on R1 12-07 08:00..12-07 12:00',
    'theirs O2: frank for bob on R1 12-07 10:00..12-08 10:00',
  ]
  expect(pulled(weekly('alice, bob, carol', own), { shows })).toMatchInlineSnapshot(`
   "shows frank, not dave 12-07 10:00..12-07 12:00
   shows frank, not bob 12-07 12:00..12-07 16:00
   brings frank for bob 12-07 10:00..12-08 10:00
   - { who: frank, instead_of: dave, from: 2026-12-07 10:00, to: 2026-12-07 12:00, why: made in PagerDuty }
   - { who: frank, instead_of: bob, from: 2026-12-07 12:00, to: 2026-12-07 16:00, why: made in PagerDuty }
   and nothing is left"
  `)
  expect(
    pulled(
      weekly(
        'alice, bob, carol',
        own,
        'who: frank, instead_of: dave, from: 2026-12-07 10:00, to: 2026-12-07 12:00',
        'who: frank, instead_of: bob, from: 2026-12-07 12:00, to: 2026-12-07 16:00',
      ),
      { shows },
    ),
  ).toMatchInlineSnapshot(`
   "marks frank for bob 12-07 10:00..12-08 10:00
   and nothing is left"
  `)
})

it('what reaches beyond the end of the rotation is left, since nothing in the file holds there', () => {
  const ended = `end: 2026-12-10\n${weekly('alice, bob, carol')}`
  const turns = 'turns R1: bob, carol, alice; 1 week from 11-30 16:00..12-10 00:00'
  const shows = [turns, ...SYNCED.slice(1)]
  for (const when of ['12-12 10:00..12-12 18:00', '12-09 10:00..12-10 18:00']) {
    const said = pulled(ended, { shows: [...shows, `theirs C2: dave ${when}`] })
    expect(said).toContain(
      `leaves dave ${when}: the rotation is over from 2026-12-10 on ('end:'), and nothing that the file says holds after that`,
    )
    expect(said).not.toMatch(/add: dave|removes/)
  }
  // What is within it is brought.
  expect(
    pulled(ended, { shows: [...shows, 'theirs C2: dave 12-09 10:00..12-09 18:00'] }),
  ).toContain('add: dave')
})
