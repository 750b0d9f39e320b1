/** An override goes out of its list, and what is around it stays. */
import { expect, it } from '@jest/globals'
import { edited } from '../../src/model/edit.ts'
import { editsFor } from '../../src/workspace/edit/edit.ts'
import { add, PEOPLE, sourcesOf, SWAP } from './editing.ts'
import { book, dedent } from './texts.ts'

/** The text after an override of Carol's for Bob goes, less the people. */
function without(rest: string): string {
  const [source] = sourcesOf(PEOPLE + rest)
  const { kind, rotation, override } = { ...add(SWAP), kind: 'remove-override' as const }
  const found = editsFor([source!], [{ kind, rotation, override }], book)
  expect(found.refused).toEqual([])
  return edited([source!], found.edits)[0]!.text.slice(PEOPLE.length)
}

const GOING =
  '{ who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }'

it.each([
  [
    'a line goes with the remark behind it, and no other',
    `
    rotations:
      primary:
        start: 2026-11-30
        turn: 1 week
        members: [alice, bob]
        overrides:
          # above
          - ${GOING}   # behind
          - { who: carol, on: 2026-12-24 }
    `,
    `
    rotations:
      primary:
        start: 2026-11-30
        turn: 1 week
        members: [alice, bob]
        overrides:
          # above
          - { who: carol, on: 2026-12-24 }
    `,
  ],
  [
    'the last one goes with its key, unless somebody wrote a remark between them',
    `
    rotations:
      primary:
        overrides:
          - ${GOING}
        members: [alice, bob]
        start: 2026-11-30
        turn: 1 week
    `,
    `
    rotations:
      primary:
        members: [alice, bob]
        start: 2026-11-30
        turn: 1 week
    `,
  ],
  [
    'a remark between them stays, and so does the key',
    `
    rotations:
      primary:
        start: 2026-11-30
        turn: 1 week
        members: [alice, bob]
        overrides: # swaps
          - ${GOING}
    `,
    `
    rotations:
      primary:
        start: 2026-11-30
        turn: 1 week
        members: [alice, bob]
        overrides: # swaps
    `,
  ],
  [
    'in brackets it goes with its comma',
    `rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob], overrides: [ ${GOING}, { who: carol, on: 2026-12-24 } ] } }`,
    `rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob], overrides: [ { who: carol, on: 2026-12-24 } ] } }`,
  ],
  [
    'in brackets a comma in a remark is not the one that goes',
    `
    rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] } }
    overrides: [{ rotation: primary, ${GOING.slice(2)} # this, and not that
      , { rotation: primary, who: carol, on: 2026-12-24 }]
    `,
    `
    rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] } }
    overrides: [{ rotation: primary, who: carol, on: 2026-12-24 }]
    `,
  ],
  [
    'in brackets the last one goes with its key',
    `rotations: { primary: { start: 2026-11-30, overrides: [${GOING}], turn: 1 week, members: [alice, bob] } }`,
    `rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] } }`,
  ],
  [
    'brackets over lines keep theirs',
    `
    rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] } }
    overrides: [
      { rotation: primary, who: carol, on: 2026-12-24 }, # stays
      { rotation: primary, who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }, # goes
     ]
    `,
    `
    rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] } }
    overrides: [
      { rotation: primary, who: carol, on: 2026-12-24 }, # stays
     ]
    `,
  ],
  [
    'a list that is all that a file has keeps its key',
    `
    rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] } }
    overrides:
      - rotation: primary
        who: carol
        instead_of: bob
        from: 2026-12-22 18:00
        to: 2026-12-23 09:00
        why: made in PagerDuty`,
    `
    rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] } }
    overrides:`,
  ],
])('an override goes: %s', (_, before, after) => {
  const [was, is] = [before, after].map((text) => dedent(text))
  expect(without(was!)).toBe(is)
  expect(without(was!.replaceAll('\n', '\r\n'))).toBe(is!.replaceAll('\n', '\r\n'))
})
