import { expect, it } from '@jest/globals'
import type { Source } from '../../src/model/place.ts'
import { planSwap, type NoSwap, type Swap } from '../../src/planning/swap.ts'
import { after, at, fileWith, freshLines, workspaceOf } from './plans.ts'

const NOW = at('2026-12-01 10:00')

interface Words {
  readonly at?: string
  readonly with?: string
  readonly rotation?: string
  readonly now?: string
}

function swap(source: Source, a: string, b: string, words: Words = {}): Swap | NoSwap {
  const workspace = workspaceOf(source)
  const rotation = workspace.rotations.get(words.rotation ?? 'primary')
  if (rotation === undefined) throw new Error('no such rotation')
  return planSwap(
    workspace,
    {
      a,
      b,
      rotation,
      ...(words.at !== undefined && { at: at(words.at) }),
      ...(words.with !== undefined && { with: at(words.with) }),
      why: 'swap',
    },
    words.now === undefined ? NOW : at(words.now),
  )
}

function planned(...asked: Parameters<typeof swap>): Swap {
  const found = swap(...asked)
  if ('no' in found) throw new Error(found.no)
  return found
}

const lines = (...asked: Parameters<typeof swap>): string[] =>
  freshLines(asked[0], planned(...asked).changes)

const WEEKLY = fileWith(`
  rotations:
    primary:
      start: 2026-11-30 16:00
      turn: 1 week
      members: [alice, bob, carol, dave]
`)

it('they trade their next whole turns, and the one under way is none of them', () => {
  expect(lines(WEEKLY, 'alice', 'bob')).toEqual([
    'overrides:',
    '- { who: alice, from: 2026-12-07 16:00, to: 2026-12-14 16:00, why: swap }',
    '- { who: bob, from: 2026-12-28 16:00, to: 2027-01-04 16:00, why: swap }',
  ])
})

it('a time in a turn names it, and of the turn under way only what is left is traded', () => {
  expect(lines(WEEKLY, 'alice', 'carol', { at: '2026-12-04', with: '2027-01-13' })).toEqual([
    'overrides:',
    '- { who: carol, from: 2026-12-01 10:00, to: 2026-12-07 16:00, why: swap }',
    '- { who: alice, from: 2027-01-11 16:00, to: 2027-01-18 16:00, why: swap }',
  ])
})

it.each([
  [{ at: '2026-12-08' }, { no: 'not-on-call', person: 'alice', people: ['bob'] }],
  [{ with: '2026-12-01' }, { no: 'not-on-call', person: 'bob', people: ['alice'] }],
  [
    { at: '2026-12-01', now: '2026-12-09' },
    { no: 'over', person: 'alice' },
  ],
])('what is no turn of theirs is not traded: %j', (words, why) => {
  expect(swap(WEEKLY, 'alice', 'bob', words)).toMatchObject(why)
})

it('whoever takes no turns has none to give', () => {
  expect(
    swap(
      fileWith(`
    rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] } }
  `),
      'alice',
      'carol',
    ),
  ).toEqual({ no: 'no-turn', person: 'carol' })
})

it('doing it twice is doing it once, with and without times', () => {
  const once = after(WEEKLY, planned(WEEKLY, 'alice', 'bob').changes)
  expect(planned(once, 'alice', 'bob')).toMatchObject({ isDone: true, changes: [] })
  const times = { at: '2026-12-30', with: '2026-12-10' }
  expect(planned(once, 'alice', 'bob', times)).toMatchObject({ isDone: true, changes: [] })
})

it('swapping back takes the overrides out, and the file is what it was', () => {
  const first = planned(WEEKLY, 'alice', 'bob')
  const once = after(WEEKLY, first.changes)
  const back = planned(once, 'bob', 'alice', { at: '2026-12-30', with: '2026-12-10' })
  expect(back.changes.map(({ kind }) => kind)).toEqual(['remove-override', 'remove-override'])
  expect(after(once, back.changes).text).toBe(WEEKLY.text)
})

const FOLLOWED = fileWith(`
  rotations:
    primary:
      start: 2026-11-30 16:00
      turn: 1 week
      members: [alice, bob, carol, dave]
    secondary:
      follows: primary
    third:
      follows: secondary
`)

it('where a follower would have one of them twice, the other takes that stretch there', () => {
  const found = planned(FOLLOWED, 'carol', 'dave', { at: '2026-12-15', with: '2026-12-22' })
  expect(freshLines(FOLLOWED, found.changes)).toEqual([
    'overrides:',
    '- { who: dave, from: 2026-12-14 16:00, to: 2026-12-21 16:00, why: swap }',
    '- { who: carol, from: 2026-12-21 16:00, to: 2026-12-28 16:00, why: swap }',
    'overrides:',
    '- { who: carol, from: 2026-12-14 16:00, to: 2026-12-21 16:00, why: swap }',
  ])
  expect(found.against).toEqual([])
})

it('in a follower of a follower too', () => {
  const found = planned(FOLLOWED, 'alice', 'carol', { at: '2026-12-30', with: '2026-12-15' })
  expect(
    found.meant.exchanges.map(({ rotation, before, after }) => [rotation, before, after]),
  ).toEqual([
    ['primary', ['alice'], ['carol']],
    ['primary', ['carol'], ['alice']],
    ['third', ['alice'], ['carol']],
    ['third', ['carol'], ['alice']],
  ])
  expect(found.against).toEqual([])
})

const NIGHTS = fileWith(`
  rotations:
    primary:
      coverage: none
      start: 2026-11-30
      turn: 1 week
      members: [alice, bob]
      during: { from: 22:00, to: 06:00 }
`)

it('of a layer with windows nobody comes on call outside them', () => {
  expect(lines(NIGHTS, 'alice', 'bob')).toEqual([
    'overrides:',
    '- { who: alice, instead_of: bob, from: 2026-12-07 00:00, to: 2026-12-14 00:00, why: swap }',
    '- { who: bob, instead_of: alice, from: 2026-12-14 00:00, to: 2026-12-21 00:00, why: swap }',
  ])
})

it('beneath another layer only their own hours change hands', () => {
  const source = fileWith(`
    rotations:
      primary:
        layers:
          - { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
          - { start: 2026-11-30, turn: 1 day, members: [carol], during: { from: 09:00, to: 17:00 } }
  `)
  const { meant } = planned(source, 'bob', 'alice')
  expect(meant.exchanges).toHaveLength(16)
  expect(meant.exchanges.flatMap(({ before, after }) => [...before, ...after])).not.toContain(
    'carol',
  )
})

it('where one of them has another turn in between, the override leaves it out', () => {
  const source = fileWith(`
    rotations:
      primary:
        layers:
          - { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
          - { start: 2026-12-09, end: 2026-12-10, turn: 1 day, members: [bob] }
  `)
  expect(lines(source, 'bob', 'alice', { at: '2026-12-08' })).toEqual([
    'overrides:',
    '- { who: alice, from: 2026-12-07 00:00, to: 2026-12-09 00:00, why: swap }',
    '- { who: alice, from: 2026-12-10 00:00, to: 2026-12-14 00:00, why: swap }',
    '- { who: bob, from: 2026-12-14 00:00, to: 2026-12-21 00:00, why: swap }',
  ])
})

it('of a pair the one who trades goes, and the other stays', () => {
  const source = fileWith(`
    rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [[alice, bob], carol] } }
  `)
  const [first] = planned(source, 'carol', 'bob').changes
  expect(first?.override).toMatchObject({ people: ['bob'], start: at('2026-12-07') })
  expect(planned(source, 'bob', 'carol').meant.exchanges[0]).toMatchObject({
    before: ['alice', 'bob'],
    after: ['alice', 'carol'],
  })
  expect(swap(source, 'alice', 'bob', { at: '2026-12-02', with: '2026-12-02' })).toEqual({
    no: 'together',
    at: NOW,
  })
})

it('somebody who was given a turn can trade it on', () => {
  const once = after(WEEKLY, planned(WEEKLY, 'alice', 'bob').changes)
  expect(planned(once, 'bob', 'carol', { at: '2026-12-30' }).meant.exchanges).toMatchObject([
    { start: at('2026-12-28 16:00'), before: ['bob'], after: ['carol'] },
    { start: at('2026-12-14 16:00'), before: ['carol'], after: ['bob'] },
  ])
})

it('what speaks against it is said: two at once, away, rest, not in the team', () => {
  const source = fileWith(
    `
    rotations:
      primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob, carol, dave] }
      desk: { start: 2026-12-07, end: 2026-12-08, turn: 1 day, members: [alice], coverage: none }
      watch: { start: 2026-12-14 03:00, end: 2026-12-15, turn: 1 day, members: [alice], coverage: none }
  `,
    `people:
  alice: { away: [{ on: 2026-12-09..2026-12-10, why: at sea }] }
  bob: { until: 2026-12-30 }
  carol: {}
  dave: {}
`,
  )
  expect(planned(source, 'alice', 'bob').against).toEqual([
    { kind: 'not-in-team', person: 'bob', start: at('2026-12-30'), end: at('2027-01-04') },
    {
      kind: 'busy',
      person: 'alice',
      start: at('2026-12-07'),
      end: at('2026-12-08'),
      rotations: ['primary', 'desk'],
    },
    {
      kind: 'away',
      person: 'alice',
      start: at('2026-12-09'),
      end: at('2026-12-11'),
      why: 'at sea',
    },
    {
      kind: 'rest',
      person: 'alice',
      start: at('2026-12-14'),
      end: at('2026-12-14 03:00'),
      rotations: ['primary', 'watch'],
      least: 6 * 3_600_000,
    },
  ])
})

it('what was so before speaks against nothing', () => {
  const source = fileWith(
    `rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] } }`,
    'people: { alice: { away: [2026-12-10..2026-12-20] }, bob: {} }\n',
  )
  expect(planned(source, 'bob', 'alice', { at: '2026-12-08' }).against).toEqual([
    { kind: 'away', person: 'alice', start: at('2026-12-10'), end: at('2026-12-14') },
  ])
})
