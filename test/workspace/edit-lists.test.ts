/** An override comes into a list that is there, laid out as that is, or into a new one. */
import { expect, it } from '@jest/globals'
import { add, after, LATER, PEOPLE, sourcesOf, SWAP, swapped } from './editing.ts'

it('appends to a list of lines with its indentation, and leaves remarks where they are', () => {
  expect(
    swapped(
      `
      rotations:
        primary:
            start: 2026-11-30    # a Monday
            turn: 1 week
            members: [alice, bob]
            overrides:           # swaps
              -   { who: carol, on: 2026-12-24 }   # Christmas
              # the newest last
            name: Primary
      `,
      LATER,
    ),
  ).toMatchInlineSnapshot(`
   "rotations:
     primary:
         start: 2026-11-30    # a Monday
         turn: 1 week
         members: [alice, bob]
         overrides:           # swaps
           -   { who: carol, on: 2026-12-24 }   # Christmas
           -   { who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }
           -   { who: carol, instead_of: bob, from: 2026-12-23 18:00, to: 2026-12-24 09:00, why: made in PagerDuty }
           # the newest last
         name: Primary
   "
  `)
})

it('makes a list where one override stands alone', () => {
  expect(
    swapped(
      `
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
      overrides:
        rotation: primary   # Christmas
        # as every year
        who: carol

        on: 2026-12-24
      meetings: {}
    `,
      LATER,
    ),
  ).toMatchInlineSnapshot(`
   "rotations:
     primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
   overrides:
     - rotation: primary   # Christmas
       # as every year
       who: carol

       on: 2026-12-24
     - { rotation: primary, who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }
     - { rotation: primary, who: carol, instead_of: bob, from: 2026-12-23 18:00, to: 2026-12-24 09:00, why: made in PagerDuty }
   meetings: {}
   "
  `)
  expect(
    swapped(`
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob], overrides: { who: carol, on: 2026-12-24 } }
    `),
  ).toMatchInlineSnapshot(`
   "rotations:
     primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob], overrides: [{ who: carol, on: 2026-12-24 }, { who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }] }
   "
  `)
})

it('writes lines where the last override is written as lines', () => {
  expect(
    swapped(`
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
      overrides:
      -  rotation: primary
         who: carol
         on: 2026-12-24
         why: |
           Christmas
    `),
  ).toMatchInlineSnapshot(`
   "rotations:
     primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
   overrides:
   -  rotation: primary
      who: carol
      on: 2026-12-24
      why: |
        Christmas
   -  rotation: primary
      who: carol
      instead_of: bob
      from: 2026-12-22 18:00
      to: 2026-12-23 09:00
      why: made in PagerDuty
   "
  `)
})

const LISTS = [
  'overrides: [{ who: carol, on: 2026-12-24 }] # one',
  'overrides: [ ]',
  'overrides: [{ who: carol, on: 2026-12-24 } , ]',
  `overrides: [
            { who: carol, on: 2026-12-24 },   # Christmas
            { who: carol, on: 2026-12-28 }    # [and after
            ]`,
  `overrides: [
            { who: carol, on: 2026-12-24 },   # Christmas, Eve
            ]`,
  `overrides:  # none yet\n          # - { who: carol }`,
]

it('appends to lists in brackets, on one line or over lines, and to one that is empty', () => {
  const all = LISTS.map((list) =>
    swapped(`
      rotations:
        primary:
          start: 2026-11-30
          turn: 1 week
          members: [alice, bob]
          ${list}
          name: Primary
    `),
  )
  const lists = all.map((text) => text.slice(text.indexOf('    overrides:')))
  expect(lists.join('').replaceAll('    name: Primary\n', '')).toMatchInlineSnapshot(`
   "    overrides: [{ who: carol, on: 2026-12-24 }, { who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }] # one
       overrides: [{ who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty } ]
       overrides: [{ who: carol, on: 2026-12-24 } , { who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }, ]
       overrides: [
         { who: carol, on: 2026-12-24 },   # Christmas
         { who: carol, on: 2026-12-28 },    # [and after
         { who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }
         ]
       overrides: [
         { who: carol, on: 2026-12-24 },   # Christmas, Eve
         { who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty },
         ]
       overrides:  # none yet
         - { who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }
       # - { who: carol }
   "
  `)
})

it('gives a rotation a list, after the remarks on its last key', () => {
  expect(
    swapped(`
      rotations:
        primary:
          start: 2026-11-30
          turn: 1 week
          members:
            - alice
            - bob
            # - carol, from spring on

        # The next one.
        secondary: { follows: primary }
    `),
  ).toMatchInlineSnapshot(`
   "rotations:
     primary:
       start: 2026-11-30
       turn: 1 week
       members:
         - alice
         - bob
         # - carol, from spring on
       overrides:
         - { who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }

     # The next one.
     secondary: { follows: primary }
   "
  `)
})

it('gives a rotation in brackets a list in brackets', () => {
  expect(
    swapped(`
      rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] } }
    `),
  ).toMatchInlineSnapshot(`
   "rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob], overrides: [{ who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }] } }
   "
  `)
})

it('gives a rotation that says nothing a list', () => {
  expect(swapped('rotations:\n  primary:    # by overrides alone')).toMatchInlineSnapshot(`
   "rotations:
     primary:    # by overrides alone
       overrides:
         - { who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }"
  `)
})

it('keeps line endings, and a last line without one', () => {
  const text = `${PEOPLE}rotations:\n  primary:\n    start: 2026-11-30\n    turn: 1 week\n    members: [bob]\n    overrides:\n      - { who: carol, on: 2026-12-24 }`
  const crlf = text.replaceAll('\n', '\r\n')
  const [out = ''] = after(sourcesOf(crlf), [add(SWAP)]).texts
  expect(out).toBe(
    `${crlf}\r\n      - { who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }`,
  )
})
