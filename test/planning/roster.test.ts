import { expect, it } from '@jest/globals'
import type { Source } from '../../src/model/place.ts'
import {
  planJoin,
  planLeave,
  type NoRosterEdit,
  type RosterEdit,
} from '../../src/planning/roster.ts'
import { unmeant } from '../../src/planning/prove.ts'
import { shiftsOf } from '../../src/timeline/shifts.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { after, at, fileWith, freshLines, workspaceOf } from './plans.ts'

const NOW = at('2026-12-01 10:00')
const PEOPLE = 'people: { alice: {}, bob: {}, carol: {}, dave: {}, erin: {} }\n'

interface Words {
  readonly from?: string
  readonly after?: string
  readonly now?: number
}

function asked(workspace: Workspace, person: string, { from, after: behind }: Words) {
  const rotation = workspace.rotations.get('primary')!
  return {
    person,
    rotation,
    layer: rotation.layers[0]!,
    ...(from !== undefined && { from: at(from) }),
    ...(behind !== undefined && { after: behind }),
  }
}

function join(source: Source, person = 'erin', words: Words = {}): RosterEdit | NoRosterEdit {
  const workspace = workspaceOf(source)
  return planJoin(workspace, asked(workspace, person, words), words.now ?? NOW)
}

function leave(source: Source, person: string, words: Words = {}): RosterEdit | NoRosterEdit {
  const workspace = workspaceOf(source)
  return planLeave(workspace, asked(workspace, person, words), words.now ?? NOW)
}

function done(found: RosterEdit | NoRosterEdit): RosterEdit {
  if ('no' in found) throw new Error(found.no)
  return found
}

const file = (members: string, more = ''): Source =>
  fileWith(
    `
    rotations:
      primary:
        start: 2026-11-16 16:00
        turn: 1 week
        members: ${members}
    ${more}`,
    PEOPLE,
  )

/** Who has each turn from the one under way on. */
function turns(source: Source, many = 7): string {
  const rotation = workspaceOf(source).rotations.get('primary')!
  return shiftsOf(rotation, { start: NOW, end: NOW + many * 7 * 86_400_000 })
    .slice(0, many)
    .map(({ people }) => people.join('+'))
    .join(' ')
}

const FOUR = file('[alice, bob, carol, dave]')

it('a joiner comes just before the present holder, after everybody else has had a turn', () => {
  expect(turns(FOUR)).toBe('carol dave alice bob carol dave alice')
  const { changes } = done(join(FOUR))
  expect(freshLines(FOUR, changes)).toEqual([
    'members: [alice, bob, { who: erin, from: 2026-12-07 }, carol, dave]',
  ])
  expect(turns(after(FOUR, changes))).toBe('carol dave alice bob erin carol dave')
})

it('also where the list begins with the present holder, and behind whom one names', () => {
  const source = file('[carol, dave, alice, bob]')
  expect(turns(after(source, done(join(source)).changes))).toMatch(
    /^carol alice|^carol dave|^alice/,
  )
  const first = done(join(FOUR, 'erin', { now: at('2026-11-17') }))
  expect(freshLines(FOUR, first.changes)).toEqual([
    'members: [{ who: erin, from: 2026-11-23 }, alice, bob, carol, dave]',
  ])
  const behind = done(join(FOUR, 'erin', { after: 'dave' }))
  expect(freshLines(FOUR, behind.changes)).toEqual([
    'members: [alice, bob, carol, dave, { who: erin, from: 2026-12-07 }]',
  ])
  expect(join(FOUR, 'erin', { after: 'erin' })).toEqual({ no: 'no-member', person: 'erin' })
})

it('no turn under way moves, of those that follow neither', () => {
  const source = file('[alice, bob, carol, dave]', '  secondary: { follows: primary, by: 2 }\n')
  const { changes, meant } = done(join(source, 'erin', { after: 'carol' }))
  expect(freshLines(source, changes)).toEqual([
    'members: [alice, bob, carol, { who: erin, from: 2026-12-14 }, dave]',
  ])
  const [before, then] = [source, after(source, changes)].map(workspaceOf)
  const within = { start: NOW - 100 * 86_400_000, end: NOW + 200 * 86_400_000 }
  expect(unmeant(before!, then!, meant, within)).toEqual([])
})

it('from a date on it is the first handoff from then on', () => {
  const { changes } = done(join(FOUR, 'erin', { from: '2027-01-12' }))
  expect(freshLines(FOUR, changes)[0]).toContain('{ who: erin, from: 2027-01-18 }')
})

it('before the first turn no date is needed', () => {
  const { changes } = done(join(FOUR, 'erin', { now: at('2026-11-01') }))
  expect(freshLines(FOUR, changes)).toEqual(['members: [alice, bob, carol, dave, erin]'])
})

it('whoever is a member already joins no second time', () => {
  expect(done(join(FOUR, 'bob'))).toMatchObject({ isDone: true, changes: [] })
  const once = after(FOUR, done(join(FOUR)).changes)
  expect(done(join(once))).toMatchObject({ isDone: true, changes: [] })
})

it('whoever leaves has their last turn before the date; the others go on', () => {
  const { changes } = done(leave(FOUR, 'alice'))
  expect(freshLines(FOUR, changes)).toEqual([
    'members: [{ who: alice, until: 2026-12-07 }, bob, carol, dave]',
  ])
  const once = after(FOUR, changes)
  expect(turns(once)).toBe('carol dave bob carol dave bob carol')
  expect(done(leave(once, 'alice'))).toMatchObject({ isDone: true, changes: [] })
})

it('of a pair the other stays, and who has not begun yet goes altogether', () => {
  const pair = file('[alice, [bob, carol], dave]')
  expect(freshLines(pair, done(leave(pair, 'carol')).changes)).toEqual([
    'members: [alice, { who: [bob, carol], until: 2026-12-07 }, { who: bob, from: 2026-12-07 }, dave]',
  ])
  const later = file('[alice, bob, { who: carol, from: 2027-01-11 }]')
  expect(freshLines(later, done(leave(later, 'carol')).changes)).toEqual(['members: [alice, bob]'])
  expect(leave(FOUR, 'erin')).toEqual({ no: 'no-member', person: 'erin' })
  const alone = file('[alice, { who: bob, until: 2026-11-20 }]')
  expect(leave(alone, 'alice')).toEqual({ no: 'last', person: 'alice' })
})

it('lines keep what people wrote around them', () => {
  const source = fileWith(
    `
    rotations:
      primary:
        layers:
          - start: 2026-11-16 16:00
            turn: 1 week
            members:   # by seniority
              # the lead
              - alice
              # likes Mondays
              - &b bob   # and Tuesdays
              - who: carol
                from: 2026-11-16
    `,
    PEOPLE,
  )
  const joined = after(source, done(join(source)).changes)
  const left = after(joined, done(leave(joined, 'carol')).changes)
  const last = after(left, done(leave(left, 'bob')).changes)
  expect(last.text.slice(PEOPLE.length)).toMatchInlineSnapshot(`
   "rotations:
     primary:
       layers:
         - start: 2026-11-16 16:00
           turn: 1 week
           members:   # by seniority
             # the lead
             - alice
             # likes Mondays
             - &b { who: bob, until: 2026-12-07 }   # and Tuesdays
             - { who: erin, from: 2026-12-07 }
             - who: carol
               from: 2026-11-16
               until: 2026-12-07
   "
  `)
})
