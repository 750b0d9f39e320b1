/** An override comes where it is not hidden, in words that say what was meant. */
import { expect, it } from '@jest/globals'
import { edited } from '../../src/model/edit.ts'
import { editsFor } from '../../src/workspace/edit/edit.ts'
import { load } from '../../src/workspace/load.ts'
import { add, after, LATER, PEOPLE, sourcesOf, SWAP, swapped } from './editing.ts'
import { RICH } from './rich.ts'
import { book } from './texts.ts'

it('goes into the list in which the overrides of the team stand, after what it lies on', () => {
  const files = {
    'a.yaml': `${PEOPLE}rotations:\n  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }\n`,
    'b.yaml': `overrides:\n  - { rotation: primary, who: alice, on: 2026-12-22 }\n`,
    'c.yaml': `overrides:\n  - { rotation: primary, who: alice, on: 2026-12-30 }\n`,
  }
  const over = after(sourcesOf(files), [add(SWAP)])
  expect(over.texts[1]).toMatchInlineSnapshot(`
   "overrides:
     - { rotation: primary, who: alice, on: 2026-12-22 }
     - { rotation: primary, who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }
   "
  `)
  const beside = after(sourcesOf(files), [LATER])
  expect(beside.texts[2]).toContain('2026-12-23 18:00')
})

it('comes after what lies on its stretch, whatever the rotation has of its own', () => {
  const files = {
    'a.yaml': `${PEOPLE}rotations:\n  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob], overrides: [] }\n`,
    'b.yaml': `overrides:\n  - { rotation: [primary], who: alice, on: 2026-12-22 }\n`,
  }
  expect(after(sourcesOf(files), [add(SWAP)]).texts[1]).toContain('instead_of: bob')
  expect(after(sourcesOf(files), [LATER]).texts[0]).toContain('overrides: [{ who: carol')
})

it('puts what cannot be said in a shared list into one for all, and refuses where there is no place', () => {
  const shared = `
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob], overrides: &x [{ who: carol, on: 2026-12-24 }] }
        secondary: { start: 2026-11-30, turn: 1 week, members: [bob, alice], overrides: *x }
    `
  expect(swapped(shared)).toMatchInlineSnapshot(`
   "rotations:
     primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob], overrides: &x [{ who: carol, on: 2026-12-24 }] }
     secondary: { start: 2026-11-30, turn: 1 week, members: [bob, alice], overrides: *x }
   overrides:
     - { rotation: primary, who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }
   "
  `)
  expect(swapped(shared.replace('primary', 'spare').replace('secondary', 'primary'))).toContain(
    'overrides:\n  - { rotation: primary, who: carol',
  )
  const alias = `${PEOPLE}rotations:\n  primary: &one { members: [alice, bob], start: 2026-11-30, turn: 1 day, overrides: &none [] }\n  secondary: *one\noverrides: *none\n`
  expect(load([{ path: 'team.yaml', text: alias }]).problems).toEqual([])
  const { refused, edits } = after(sourcesOf(alias), [add(SWAP, 'secondary')]).found
  expect([edits, refused.map(({ line }) => line)]).toEqual([
    [],
    [
      '- { rotation: secondary, who: carol, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }',
    ],
  ])
})

it('writes times in the zone of the rotation, and fixes those that the clock shows twice', () => {
  const text = `${PEOPLE}rotations: { primary: { timezone: Europe/Amsterdam, start: 2026-10-01, turn: 1 week, members: [bob] } }\n`
  const change = add({
    ...SWAP,
    start: Date.parse('2026-10-25T00:30:00Z'),
    end: Date.parse('2026-10-25T01:30:15Z'),
  })
  expect(after(sourcesOf(text), [change]).texts[0]).toContain(
    'from: 2026-10-25 02:30, to: 2026-10-25T01:30:15Z',
  )
})

it('says nobody, several, and what is beside', () => {
  const text = `${PEOPLE}rotations: { primary: { start: 2026-10-01, turn: 1 week, members: [bob] } }\n`
  const at = { start: SWAP.start, end: SWAP.end }
  const [out] = after(sourcesOf(text), [
    add({ ...at, kind: 'replace', people: [], insteadOf: 'bob' }),
    add({ ...at, kind: 'add', people: ['alice', 'carol'], why: 'a: "b" # \u0007' }),
  ]).texts
  expect(out).toMatchInlineSnapshot(`
   "people: { alice: {}, bob: {}, carol: {} }
   rotations: { primary: { start: 2026-10-01, turn: 1 week, members: [bob], overrides: [{ who: nobody, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00 }, { add: [alice, carol], from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: "a: \\"b\\" # \\u0007" }] } }
   "
  `)
})

it('escapes what nobody sees in a reason, and reads it as it was', () => {
  const text = `${PEOPLE}rotations: { primary: { start: 2026-10-01, turn: 1 week, members: [bob] } }\n`
  const why = 'at\u2028sea\u0085to\u007fthe\ufeffnorth\u200bpole'
  const [out = ''] = after(sourcesOf(text), [add({ ...SWAP, why })]).texts
  expect(out).toContain(String.raw`why: "at\u2028sea\u0085to\u007fthe\ufeffnorth\u200bpole"`)
  const { workspace, problems } = load([{ path: 'team.yaml', text: out }], book)
  expect(problems).toEqual([])
  expect(workspace.rotations.get('primary')?.overrides[0]?.why).toBe(why)
})

it('finds a place in a workspace that says something of everything', () => {
  const at = { start: Date.parse('2027-01-12T00:00Z'), end: Date.parse('2027-01-13T00:00Z') }
  const sources = [{ path: 'team.yaml', text: RICH }]
  const { workspace } = load(sources, book)
  for (const rotation of workspace.rotations.keys()) {
    const change = add({ ...at, kind: 'add', people: ['carol'] }, rotation)
    expect(editsFor(sources, [change], book).refused).toEqual([])
  }
})

it.each([
  ['\n', '\n', ''],
  ['\r\n', '\r\n', ''],
  ['\n', '\n\n', '\n'],
  ['\r\n', '\r\n\r\n', '\r\n'],
])('a key behind a block stands apart only where the block does: %j, %j', (end, between, apart) => {
  const text = ['people:', '  carol:', '    name: Carol']
    .join(end)
    .concat(between, '    contact:', end, '      phone: "1"', end)
  const away = { start: Date.parse('2026-12-24'), end: Date.parse('2026-12-25') }
  const change = { kind: 'add-away' as const, person: 'carol', away }
  const sources = [{ path: 'team.yaml', text }]
  const [{ text: now } = { text: '' }] = edited(sources, editsFor(sources, [change], book).edits)
  expect(now).toBe(`${text}${apart}    away: [2026-12-24]${end}`)
})
