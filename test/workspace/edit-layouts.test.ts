/** Each kind of edit in each way in which people lay their files out. */
import { dump, FAILSAFE_SCHEMA, load as parse } from 'js-yaml'
import { describe, expect, it } from '@jest/globals'
import type { Change } from '../../src/model/change.ts'
import { edited } from '../../src/model/edit.ts'
import type { Source } from '../../src/model/place.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { editsFor } from '../../src/workspace/edit/edit.ts'
import { load } from '../../src/workspace/load.ts'
import { changedLines } from '../planning/lines.ts'

const BLOCK = `people:
  alice:
    timezone: Europe/Stockholm
    away:
      - 2026-01-01..2026-01-03
      - 2026-03-01
      - { days: fri, until: 2026-04-01, why: four days }
  bob: {}
  carol:
    away: 2026-02-01
rotations:
  primary:
    start: 2025-11-03
    turn: 1 week
    members:
      - alice
      - { who: bob, from: 2025-10-01 }
      - { who: carol, until: 2026-05-04 }
    overrides:
      - { who: carol, on: 2026-01-05 }
      - { who: bob, on: 2026-02-05 }
  desk:
    shifts:
      2026-01-05: alice
      2026-02-02: bob
  bare:
    layers:
      - name: Weekly
        start: 2025-11-03
        turn: 1 week
        members: [alice, bob]
overrides:
  - { rotation: [primary, desk], who: alice, on: 2026-01-20 }
  - { rotation: desk, who: bob, on: 2026-01-22 }
meetings:
  weekly:
    days: monday
    at: 10:00
    duration: 15 minutes
    chair:
      members: [alice, bob]
      start: 2026-01-05
      overrides:
        - { who: bob, on: 2026-01-05 }
        - { who: bob, on: 2026-02-02 }
`

const tree = parse(BLOCK, { schema: FAILSAFE_SCHEMA }) as Record<string, unknown>

const behind = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line, i) => `${/^ */.exec(line)?.[0]}# above ${i}\n${line}   # behind ${i}\n`)
    .join('')

let anchors = 0
const anchored = (text: string): string =>
  text.replaceAll(/^( *(?:members|overrides|away|shifts|chair|primary):)(?= |$)/gm, (key) => {
    anchors += 1
    return `${key} &a${anchors}`
  })

const LAYOUTS: readonly (readonly [string, readonly string[]])[] = [
  ['lines', [BLOCK]],
  ['lines with remarks above and behind', [behind(BLOCK)]],
  ['lines that end with CRLF', [BLOCK.replaceAll('\n', '\r\n')]],
  ['lines without a break at the end', [BLOCK.trimEnd()]],
  ['anchors', [anchored(BLOCK)]],
  [
    'brackets on one line',
    [dump(tree, { flowLevel: 1, lineWidth: -1, quoteStyle: 'single' } as object)],
  ],
  ['brackets over lines, in quotes', [JSON.stringify(tree, null, 2)]],
  [
    'several files',
    Object.entries(tree).map(([key, value]) => dump({ [key]: value }, { lineWidth: -1 })),
  ],
]

type Edits = (workspace: Workspace) => Change

const day = (text: string): number => Date.parse(text)
const EDITS: readonly (readonly [string, Edits])[] = [
  [
    'an override more',
    () => ({
      kind: 'add-override',
      rotation: 'primary',
      override: {
        kind: 'replace',
        people: ['alice'],
        start: day('2026-06-01'),
        end: day('2026-06-03'),
        why: 'an edit',
      },
    }),
  ],
  [
    'the first override of a rotation that has none',
    () => ({
      kind: 'add-override',
      rotation: 'bare',
      override: {
        kind: 'replace',
        people: ['carol'],
        insteadOf: 'bob',
        start: day('2026-06-01'),
        end: day('2026-06-03'),
      },
    }),
  ],
  [
    'an override less',
    ({ rotations }) => ({
      kind: 'remove-override',
      rotation: 'primary',
      override: rotations.get('primary')!.overrides[0]!,
    }),
  ],
  [
    'an override of two rotations less',
    ({ rotations }) => ({
      kind: 'remove-override',
      rotation: 'primary',
      override: rotations.get('primary')!.overrides[2]!,
      others: [{ rotation: 'desk', override: rotations.get('desk')!.overrides[0]! }],
    }),
  ],
  [
    'a member more',
    () =>
      edit('insert', 1, [
        { people: ['carol'], from: { wall: day('2026-07-06'), instant: day('2026-07-06') } },
      ]),
  ],
  ['a member less', () => edit('replace', 2, [])],
  [
    'a member who leaves',
    () =>
      edit('replace', 0, [
        { people: ['alice'], until: { wall: day('2026-07-06'), instant: day('2026-07-06') } },
      ]),
  ],
  ['a member without a date', () => edit('replace', 1, [{ people: ['bob'] }])],
  [
    'an absence more',
    () => ({
      kind: 'add-away',
      person: 'bob',
      away: { start: day('2026-06-01'), end: day('2026-06-03'), why: 'an edit' },
    }),
  ],
  [
    'an absence less',
    ({ people }) => ({ kind: 'remove-away', person: 'alice', away: people.get('alice')!.away[1]! }),
  ],
  [
    'the only absence less',
    ({ people }) => ({ kind: 'remove-away', person: 'carol', away: people.get('carol')!.away[0]! }),
  ],
  [
    'days less that come again',
    ({ people }) => ({
      kind: 'remove-recurring-away',
      person: 'alice',
      days: people.get('alice')!.recurring[0]!,
    }),
  ],
  [
    'somebody else in a role',
    () => ({
      kind: 'add-role-override',
      meeting: 'weekly',
      role: 'chair',
      override: {
        person: 'carol',
        first: day('2026-06-01') / 86_400_000,
        last: day('2026-06-01') / 86_400_000,
      },
    }),
  ],
  [
    'nobody else in a role any more',
    ({ meetings }) => ({
      kind: 'remove-role-override',
      meeting: 'weekly',
      role: 'chair',
      override: meetings.get('weekly')!.chair!.overrides[0]!,
    }),
  ],
  ['somebody new', () => ({ kind: 'add-person', id: 'dave', name: 'Dave Morgan' })],
  [
    'another first handoff, in the short form',
    () => ({
      kind: 'move-start',
      rotation: 'primary',
      layer: '1',
      start: { wall: day('2026-04-06'), instant: day('2026-04-06') },
    }),
  ],
  [
    'another first handoff of a layer',
    () => ({
      kind: 'move-start',
      rotation: 'bare',
      layer: 'Weekly',
      start: { wall: day('2026-04-06'), instant: day('2026-04-06') },
    }),
  ],
  ['a row less', () => ({ kind: 'remove-row', rotation: 'desk', layer: '1' })],
]

function edit(
  how: 'insert' | 'replace',
  at: number,
  members: Extract<Change, { kind: 'edit-members' }>['members'],
): Change {
  return { kind: 'edit-members', rotation: 'primary', layer: '1', at, how, members }
}

describe.each(LAYOUTS)('%s', (_, texts) => {
  const sources: Source[] = texts.map((text, i) => ({ path: `${i}.yaml`, text }))
  const { workspace, problems } = load(sources)

  it('load', () => {
    expect(problems.map(({ message }) => message)).toEqual([])
  })

  it.each(EDITS)('take %s, and all other lines stay', (what, make) => {
    const change = make(workspace)
    const { edits, refused } = editsFor(sources, [change])
    expect(refused.map(({ line }) => line)).toEqual([])
    const after = edited(sources, edits)
    const changed = sources.map(({ text }, i) => changedLines(text, after[i]!.text))
    const gone = changed.flatMap((one) => one.gone)
    const come = changed.flatMap((one) => one.come)
    // What stood in brackets stands on one line or two, and goes with its own remark alone.
    expect([gone.length <= 9, come.length <= 8]).toEqual([true, true])
    expect(gone.filter((line) => /^\s*#/.test(line))).toEqual([])
    if (/more|else|new|first override/.test(what) && !/less|any more/.test(what)) {
      expect(come.join('').length).toBeGreaterThan(gone.join('').length)
    }
    for (const { text } of after) {
      expect(/\r/.test(text) && /[^\r]\n/.test(text)).toBe(false)
    }
  })
})

it('an empty list with samples below takes its first item, and the samples stay', () => {
  const text = `people: { alice: {}, bob: {} }
rotations:
  primary:
    start: 2025-11-03
    turn: 1 week
    members: [alice, bob]
    overrides: []   # none yet
    # overrides:
    #   - { who: bob, on: 2026-01-05 }
`
  const sources = [{ path: 'a.yaml', text }]
  const [start, end] = [day('2026-06-01'), day('2026-06-03')]
  const override = { kind: 'replace', people: ['bob'], start, end } as const
  const { edits } = editsFor(sources, [{ kind: 'add-override', rotation: 'primary', override }])
  expect(changedLines(text, edited(sources, edits)[0]!.text)).toMatchInlineSnapshot(`
   {
     "come": [
       "    overrides: [{ who: bob, from: 2026-06-01 00:00, to: 2026-06-03 00:00 }]   # none yet",
     ],
     "gone": [
       "    overrides: []   # none yet",
     ],
   }
  `)
})

it.each([
  ['members: *list', 'a member more'],
  ['members: *list', 'a member less'],
])('what stands behind an alias is not edited: %s, %s', (line, what) => {
  const text = BLOCK.replace('members: [alice, bob]', line).replace(
    '    members:\n',
    '    members: &list\n',
  )
  const sources = [{ path: 'a.yaml', text }]
  const { workspace } = load(sources)
  const make = EDITS.find(([name]) => name === what)![1]
  // The same of the other rotation.
  const change = { ...make(workspace), rotation: 'bare', layer: 'Weekly' } as Change
  const { edits, refused } = editsFor(sources, [change])
  expect([edits, refused.length]).toEqual([[], 1])
})
