/** Who is free to take what a problem of `check` is about. */
import { expect, it } from '@jest/globals'
import { check } from '../../src/insight/check/check.ts'
import { freeFor } from '../../src/planning/free.ts'
import { loaded } from '../workspace/texts.ts'

const NOW = Date.parse('2026-11-30T00:00Z')
const DAYS = 86_400_000

/** Each problem by its code, with who is free. */
function free(yaml: string): string[] {
  const { workspace, problems } = loaded(yaml)
  expect(problems).toEqual([])
  return check(workspace, { start: NOW, end: NOW + 60 * DAYS }).map((problem) => {
    const ids = freeFor(workspace, problem, NOW)
    return `${problem.code}: ${ids === undefined ? 'not looked for' : ids.join(' ') || 'nobody'}`
  })
}

const PEOPLE = `
people:
  alice: { away: [2026-12-01..2026-12-02] }
  bob: { away: 2026-12-02 }
  carol: {}
  dave: { from: 2027-01-01 }
  erin: {}
`

it('of somebody who is on call while away: whoever is not away, on call or out of the team then', () => {
  expect(
    free(`${PEOPLE}
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob, carol] }
  other: { start: 2026-11-30, end: 2026-12-06, members: erin }
`).filter((line) => line.startsWith('away')),
  ).toEqual(['away-on-call: carol'])
})

it('of a gap that is an error: members of the rotation first', () => {
  expect(
    free(`${PEOPLE}
rotations:
  primary:
    start: 2026-11-30
    end: 2026-12-02
    turn: 1 week
    members: [carol, erin]
    during: { days: mon, from: 00:00, to: 24:00 }
  second:
    start: 2026-11-30
    end: 2026-12-03
    turn: 1 week
    members: [nobody, bob]
`).filter((line) => line.startsWith('gap')),
  ).toEqual(['gap: carol erin bob', 'gap: not looked for'])
})

it('of a double booking: who could take the last of the rotations', () => {
  expect(
    free(`${PEOPLE}
rotations:
  one: { start: 2026-12-07, end: 2026-12-09, members: bob }
  two: { start: 2026-12-07, end: 2026-12-09, members: bob }
`).filter((line) => line.startsWith('double')),
  ).toEqual(['double-booking: alice carol erin'])
})

it('of absences that come again, between which all is well, it is not looked', () => {
  expect(
    free(`
people: { alice: { away: { days: fri } }, bob: {} }
rotations:
  primary: { start: 2026-11-30, members: alice }
`).filter((line) => line.startsWith('away')),
  ).toEqual(['away-on-call: not looked for'])
})
