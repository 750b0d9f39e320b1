import { expect, it } from '@jest/globals'
import { candidatesFor, planCover, type CoverAsked } from '../../src/planning/cover.ts'
import type { Proposal } from '../../src/planning/proposal.ts'
import { at, fileWith, freshLines, workspaceOf } from './plans.ts'

/** What speaks against Bob, who is secondary all the time, standing in for Alice as primary. */
function against(checks: string): Proposal['against'] {
  const workspace = workspaceOf(
    fileWith(`
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, carol] }
        secondary: { start: 2026-11-30, turn: 1 week, members: [bob] }
        desk: { start: 2026-11-30, turn: 1 week, members: [dave] }
      checks: { back-to-back: off${checks} }
    `),
  )
  const within = { start: at('2026-12-01'), end: at('2026-12-02') }
  const rotations = [...workspace.rotations.values()]
  const asked = { person: 'alice', rotations, within, why: 'ill' }
  return planCover(workspace, asked, 'bob', at('2026-11-30 12:00')).against
}

it('who holds another rotation then is refused', () => {
  const both = {
    start: at('2026-12-01'),
    end: at('2026-12-02'),
    rotations: ['primary', 'secondary'],
  }
  const busy = [{ kind: 'busy', person: 'bob', ...both }]
  expect(against('')).toEqual(busy)
  expect(against(', double-booking: { except: [[primary, desk]] }')).toEqual(busy)
})

it('two rotations that one person may hold at once speak against nobody, named in either order', () => {
  expect(against(', double-booking: { except: [[primary, secondary]] }')).toEqual([])
  expect(against(', double-booking: { except: [[secondary, primary]] }')).toEqual([])
})

it('whoever is on call beside somebody can take it alone, and comes last of those who could', () => {
  const file = fileWith(`
    rotations:
      primary:
        start: 2026-11-30
        turn: 1 week
        members: [[alice, bob], [carol, dave]]
  `)
  const workspace = workspaceOf(file)
  const asked: CoverAsked = {
    person: 'alice',
    rotations: [...workspace.rotations.values()],
    within: { start: at('2026-12-01'), end: at('2026-12-02') },
    why: 'ill',
  }
  const { changes, meant, against } = planCover(workspace, asked, 'bob', at('2026-11-30 12:00'))
  expect(freshLines(file, changes)).toEqual([
    'overrides:',
    '- { who: bob, instead_of: alice, from: 2026-12-01 00:00, to: 2026-12-02 00:00, why: ill }',
  ])
  expect(meant.exchanges).toMatchObject([{ before: ['alice', 'bob'], after: ['bob'] }])
  expect(against).toEqual([])
  const could = candidatesFor(workspace, asked, at('2026-11-30 12:00'))
  expect(could.map(({ person, isBeside }) => [person.id, isBeside])).toEqual([
    ['carol', false],
    ['dave', false],
    ['bob', true],
  ])
})
