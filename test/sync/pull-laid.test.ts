/** What pull brings of what people laid on something: on what the file says, on each other, on a shift alone. */
import { expect, it } from '@jest/globals'
import { plan, weekly } from './plan.ts'
import { GAPS, LAYER, pulled, SYNCED } from './pulling.ts'

const DAVE = 'who: dave, from: 2026-12-01 12:00, to: 2026-12-02 12:00'
const DAVES = 'ours O1 (override): dave for bob on R1 12-01 12:00..12-02 12:00'

it('what lies on an override of the file is brought instead of whom the file says there', () => {
  expect(
    pulled(weekly('alice, bob, carol', DAVE), {
      shows: [...SYNCED, DAVES, 'theirs O2: frank for bob on R1 12-01 18:00..12-02 18:00'],
    }),
  ).toMatchInlineSnapshot(`
   "shows frank, not dave 12-01 18:00..12-02 12:00
   shows frank, not bob 12-02 12:00..12-02 18:00
   brings frank for bob 12-01 18:00..12-02 18:00
   - { who: frank, instead_of: dave, from: 2026-12-01 18:00, to: 2026-12-02 12:00, why: made in PagerDuty }
   - { who: frank, instead_of: bob, from: 2026-12-02 12:00, to: 2026-12-02 18:00, why: made in PagerDuty }
   and nothing is left"
  `)
})

it('it is so in a layer-based schedule, also where people lay one override over another', () => {
  expect(
    pulled(weekly('alice, bob, carol', DAVE), {
      kind: 'layers',
      shows: [
        LAYER,
        'ours O1 (override): dave 12-01 12:00..12-02 12:00',
        'theirs O2: frank 12-01 18:00..12-02 18:00',
        'theirs O3: erin 12-01 06:00..12-01 20:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "shows erin, not bob 12-01 06:00..12-01 12:00
   shows erin, not dave 12-01 12:00..12-01 20:00
   shows frank, not dave 12-01 20:00..12-02 12:00
   shows frank, not bob 12-02 12:00..12-02 18:00
   brings frank 12-01 18:00..12-02 18:00
   brings erin 12-01 06:00..12-01 20:00
   - { who: frank, from: 2026-12-01 18:00, to: 2026-12-02 18:00, why: made in PagerDuty }
   - { who: erin, from: 2026-12-01 06:00, to: 2026-12-01 20:00, why: made in PagerDuty }
   and nothing is left"
  `)
})

it('overrides that people laid over each other keep their order', () => {
  expect(
    pulled(weekly('alice, bob, carol'), {
      shows: [
        ...SYNCED,
        'theirs O1: frank for bob on R1 12-01 18:00..12-02 18:00',
        'theirs O2: erin for bob on R1 12-01 12:00..12-01 20:00',
        'theirs O3: dave for bob on R1 12-02 00:00..12-02 02:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "shows erin, not bob 12-01 12:00..12-01 20:00
   shows frank, not bob 12-01 20:00..12-02 00:00
   shows dave, not bob 12-02 00:00..12-02 02:00
   shows frank, not bob 12-02 02:00..12-02 18:00
   brings frank for bob 12-01 18:00..12-02 18:00
   brings erin for bob 12-01 12:00..12-01 20:00
   brings dave for bob 12-02 00:00..12-02 02:00
   overrides:
   - { who: frank, instead_of: bob, from: 2026-12-01 18:00, to: 2026-12-02 18:00, why: made in PagerDuty }
   - { who: erin, instead_of: bob, from: 2026-12-01 12:00, to: 2026-12-01 18:00, why: made in PagerDuty }
   - { who: erin, instead_of: frank, from: 2026-12-01 18:00, to: 2026-12-01 20:00, why: made in PagerDuty }
   - { who: dave, instead_of: frank, from: 2026-12-02 00:00, to: 2026-12-02 02:00, why: made in PagerDuty }
   and nothing is left"
  `)
})

it('an override of an empty turn adds somebody, and takes the place of whom the file adds there', () => {
  expect(
    pulled(weekly('alice, bob, nobody, carol'), {
      shows: [...GAPS, 'theirs O1: dave for nobody on R1 12-15 18:00..12-15 20:00'],
    }),
  ).toMatchInlineSnapshot(`
   "shows dave, not nobody 12-15 18:00..12-15 20:00
   brings dave for nobody 12-15 18:00..12-15 20:00
   overrides:
   - { add: dave, from: 2026-12-15 18:00, to: 2026-12-15 20:00, why: made in PagerDuty }
   and nothing is left"
  `)
  expect(
    pulled(
      weekly(
        'alice, bob, nobody, carol',
        'add: dave, from: 2026-12-15 18:00, to: 2026-12-15 20:00',
      ),
      {
        shows: [
          ...GAPS,
          'ours O1 (override): dave for nobody on R1 12-15 18:00..12-15 20:00',
          'theirs O2: erin for nobody on R1 12-15 19:00..12-15 22:00',
        ],
      },
    ),
  ).toMatchInlineSnapshot(`
   "shows erin, not dave 12-15 19:00..12-15 20:00
   shows erin, not nobody 12-15 20:00..12-15 22:00
   brings erin for nobody 12-15 19:00..12-15 22:00
   - { who: erin, instead_of: dave, from: 2026-12-15 19:00, to: 2026-12-15 20:00, why: made in PagerDuty }
   - { add: erin, from: 2026-12-15 20:00, to: 2026-12-15 22:00, why: made in PagerDuty }
   and nothing is left"
  `)
})

it('what lies on an override of the file is brought also where somebody was added besides', () => {
  expect(
    pulled(weekly('alice, bob, carol', DAVE), {
      shows: [
        ...SYNCED,
        DAVES,
        'theirs O2: frank for bob on R1 12-01 18:00..12-02 06:00',
        'theirs C2: erin 12-01 10:00..12-02 15:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "shows bob + erin, not bob 12-01 10:00..12-01 12:00
   shows dave + erin, not dave 12-01 12:00..12-01 18:00
   shows erin + frank, not dave 12-01 18:00..12-02 06:00
   shows dave + erin, not dave 12-02 06:00..12-02 12:00
   shows bob + erin, not bob 12-02 12:00..12-02 15:00
   brings frank for bob 12-01 18:00..12-02 06:00
   brings erin 12-01 10:00..12-02 15:00
   - { who: frank, instead_of: dave, from: 2026-12-01 18:00, to: 2026-12-02 06:00, why: made in PagerDuty }
   - { add: erin, from: 2026-12-01 10:00, to: 2026-12-02 15:00, why: made in PagerDuty }
   and nothing is left"
  `)
})

const ERIN = 'add: erin, from: 2026-12-01 12:00, to: 2026-12-02 12:00'
const ERINS = 'ours C2 (override): erin 12-01 12:00..12-02 12:00'

it('an override of a shift that the file fills in is brought', () => {
  expect(
    pulled(weekly('alice, bob, carol', ERIN), {
      shows: [
        ...SYNCED,
        ERINS,
        'theirs O1: frank for erin on C2 12-01 18:00..12-02 06:00',
        'theirs O2: dave for erin on C2 12-02 06:00..12-02 12:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "shows bob + frank, not bob + erin 12-01 18:00..12-02 06:00
   shows bob + dave, not bob + erin 12-02 06:00..12-02 12:00
   brings frank for erin 12-01 18:00..12-02 06:00
   brings dave for erin 12-02 06:00..12-02 12:00
   - { who: frank, instead_of: erin, from: 2026-12-01 18:00, to: 2026-12-02 06:00, why: made in PagerDuty }
   - { who: dave, instead_of: erin, from: 2026-12-02 06:00, to: 2026-12-02 12:00, why: made in PagerDuty }
   and nothing is left"
  `)
})

it('an override of a shift that the file fills in is not lost where it hides all of it', () => {
  const shows = [...SYNCED, ERINS, 'theirs O1: frank for erin on C2 12-01 12:00..12-02 12:00']
  expect(plan(weekly('alice, bob, carol', ERIN), { shows })).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-01 12:00 bob + frank | 12-02 12:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: frank for erin 12-01 12:00..12-02 12:00
   filled in until 12-02 12:00"
  `)
})

it('a swap of the running turn is not lost where the file then says somebody else there', () => {
  const shows = [...SYNCED, 'theirs O1: frank for alice on C1 11-26 12:00..11-27 12:00']
  const yaml = weekly('alice, bob, carol', 'who: bob, from: 2026-11-26, to: 2026-11-28')
  expect(plan(yaml, { shows })).toMatchInlineSnapshot(`
   "on call: now alice | 11-26 00:00 bob | 11-26 12:00 frank | 11-27 12:00 bob | 11-28 00:00 alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   kept: frank for alice 11-26 12:00..11-27 12:00
   marks the schedule: C1 as turn, bob until 11-26 12:00 as override, bob until 11-28 00:00 as override
   lays bob for alice on C1 11-26 00:00..11-26 12:00
   lays bob for alice on C1 11-27 12:00..11-28 00:00
   only patches
   filled in until 11-30 16:00"
  `)
  const synced = [
    ...shows,
    'ours O2 (override): bob for alice on C1 11-26 00:00..11-26 12:00',
    'ours O3 (override): bob for alice on C1 11-27 12:00..11-28 00:00',
  ]
  expect(pulled(yaml, { shows: synced })).toMatchInlineSnapshot(`
   "shows frank, not bob 11-26 12:00..11-27 12:00
   brings frank for alice 11-26 12:00..11-27 12:00
   - { who: frank, instead_of: bob, from: 2026-11-26 12:00, to: 2026-11-27 12:00, why: made in PagerDuty }
   and nothing is left"
  `)
  expect(
    pulled(weekly('alice, bob, carol', 'who: bob, from: 2026-11-25 11:00, to: 2026-11-30 16:00'), {
      shows: [...SYNCED, 'theirs O1: frank for alice on C1 11-25 12:00..11-30 16:00'],
    }),
  ).toMatchInlineSnapshot(`
   "shows frank, not bob now..11-30 16:00
   brings frank for alice now..11-30 16:00
   - { who: frank, instead_of: bob, from: 2026-11-25 12:00, to: 2026-11-30 16:00, why: made in PagerDuty }
   and nothing is left"
  `)
})

it('two of one person are told apart: whose shift is overridden, and who has another besides', () => {
  expect(
    pulled(weekly('alice, bob, carol'), {
      shows: [
        ...SYNCED,
        'theirs C2: erin 12-03 12:00..12-03 20:00',
        'theirs C3: erin 12-03 10:00..12-03 16:00',
        'theirs O1: dave for erin on C2 12-03 12:00..12-03 18:00',
      ],
    }),
  ).toMatchInlineSnapshot(`
   "shows bob + erin, not bob 12-03 10:00..12-03 12:00
   shows bob + dave + erin, not bob 12-03 12:00..12-03 16:00
   shows bob + dave, not bob 12-03 16:00..12-03 18:00
   shows bob + erin, not bob 12-03 18:00..12-03 20:00
   brings erin 12-03 10:00..12-03 16:00
   brings erin 12-03 12:00..12-03 20:00
   brings dave for erin 12-03 12:00..12-03 18:00
   overrides:
   - { add: erin, from: 2026-12-03 10:00, to: 2026-12-03 16:00, why: made in PagerDuty }
   - { add: erin, from: 2026-12-03 12:00, to: 2026-12-03 20:00, why: made in PagerDuty }
   - { add: dave, from: 2026-12-03 12:00, to: 2026-12-03 16:00, why: made in PagerDuty }
   - { who: dave, instead_of: erin, from: 2026-12-03 16:00, to: 2026-12-03 18:00, why: made in PagerDuty }
   and nothing is left"
  `)
})

it('a swap of one shift that the file fills in leaves the next one of the same person alone', () => {
  expect(
    pulled(
      weekly(
        'alice, bob, carol',
        'add: erin, from: 2026-12-01 12:00, to: 2026-12-01 20:00',
        'add: erin, from: 2026-12-02 12:00, to: 2026-12-02 20:00',
      ),
      {
        shows: [
          ...SYNCED,
          'ours C2 (override): erin 12-01 12:00..12-01 20:00',
          'ours C3 (override): erin 12-02 12:00..12-02 20:00',
          'theirs O1: frank for erin on C2 12-01 12:00..12-02 18:00',
        ],
      },
    ),
  ).toMatchInlineSnapshot(`
   "shows bob + frank, not bob + erin 12-01 12:00..12-01 20:00
   brings frank for erin 12-01 12:00..12-02 18:00
   - { who: frank, instead_of: erin, from: 2026-12-01 12:00, to: 2026-12-01 20:00, why: made in PagerDuty }
   after 7 days: removes O1"
  `)
})
