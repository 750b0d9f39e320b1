import { expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import type { AddOverride, NewOverride } from '../../src/model/change.ts'
import { edited } from '../../src/model/edit.ts'
import type { Source } from '../../src/model/place.ts'
import { editsFor, type Edited } from '../../src/workspace/edit/edit.ts'
import { load } from '../../src/workspace/load.ts'
import { isWithOverride } from '../../src/workspace/edit/same.ts'
import { RICH } from './rich.ts'
import { book, dedent, type Files } from './texts.ts'

const SWAP: NewOverride = {
  kind: 'replace',
  people: ['carol'],
  insteadOf: 'bob',
  start: Date.parse('2026-12-22T18:00Z'),
  end: Date.parse('2026-12-23T09:00Z'),
  why: 'made in PagerDuty',
}

function sourcesOf(files: Files): Source[] {
  const texts = typeof files === 'string' ? { 'team.yaml': files } : files
  return Object.entries(texts).map(([path, text]) => ({ path, text: dedent(text) }))
}

function add(override: NewOverride, rotation = 'primary'): AddOverride {
  return { kind: 'add-override', rotation, override }
}

interface After {
  readonly texts: readonly string[]
  readonly found: Edited
}

function after(sources: readonly Source[], changes: readonly AddOverride[]): After {
  const found = editsFor(sources, changes, book)
  return { found, texts: edited(sources, found.edits).map(({ text }) => text) }
}

const PEOPLE = 'people: { alice: {}, bob: {}, carol: {} }\n'

/** The text after the swap, less the people. */
function swapped(rest: string, ...more: AddOverride[]): string {
  const [text = ''] = after(sourcesOf(PEOPLE + dedent(rest)), [add(SWAP), ...more]).texts
  return text.slice(PEOPLE.length)
}

const LATER = add({ ...SWAP, start: SWAP.start + 86_400_000, end: SWAP.end + 86_400_000 })

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

/** Ways to write one and the same, and what may stand around it. */
const TEXTS = fc
  .record({
    eol: fc.constantFrom('\n', '\r\n'),
    final: fc.boolean(),
    step: fc.integer({ min: 1, max: 5 }),
    dash: fc.integer({ min: 0, max: 3 }),
    remark: fc.constantFrom('', ' # [a] {b}', '  #', ' #:- "'),
    between: fc.constantFrom('', '# between\n', '\n', '      # far in\n\n'),
    list: fc.constantFrom('lines', 'maps', 'flow', 'wide', 'empty', 'none', 'nothing', 'anchor'),
    after: fc.constantFrom('', 'name: "a # b"', "name: 'it''s'", 'name: |+\n\n   x\n\n'),
    free: fc.constantFrom('', 'lines', 'flow', 'other', 'covering'),
    before: fc.boolean(),
    form: fc.constantFrom('block', 'flow'),
  })
  .map(textsOf)

function textsOf(style: {
  eol: string
  final: boolean
  step: number
  dash: number
  remark: string
  between: string
  list: string
  after: string
  free: string
  before: boolean
  form: string
}): Source[] {
  const { eol, step, remark, between } = style
  const pad = (depth: number): string => ' '.repeat(step * depth)
  const item = '{ who: alice, instead_of: bob, on: 2026-12-22 }'
  const dash = `${pad(2)}${' '.repeat(style.dash)}`
  const lists: Readonly<Record<string, string>> = {
    lines: `overrides:${remark}\n${between}${dash}- ${item}${remark}\n${dash}-   ${item}${remark}`,
    maps: `overrides:\n${dash}-  who: alice${remark}\n${dash}   on: 2026-12-22${remark}`,
    flow: `overrides: [${item}, ${item}]${remark}`,
    wide: `overrides: [${remark}\n${pad(3)}${item},${remark}\n${between}${pad(3)}${item}${remark}\n${pad(2)} ]`,
    empty: `overrides:  []${remark}`,
    none: '',
    nothing: `overrides:${remark}`,
    anchor: `overrides: &shared [${item}]${remark}`,
  }
  const keys = [
    'start: 2026-11-30',
    `turn: 1 week${remark}`,
    'members: [alice, bob, carol]',
    lists[style.list] ?? '',
    style.after,
  ].filter((key) => key !== '')
  const isFlow = style.form === 'flow' && style.list !== 'lines' && style.list !== 'maps'
  const isPlain = !keys.some((key) => key.includes('\n') || key.includes('#'))
  const rotation =
    isFlow && isPlain
      ? `${pad(1)}primary: { ${keys.join(', ')} }${remark}`
      : `${pad(1)}primary:${remark}\n${keys.map((key) => `${pad(2)}${key}`).join('\n')}`
  const other = style.list === 'anchor' ? `{ follows: primary, overrides: *shared }` : '{}'
  const rotations = `rotations:\n${rotation}\n${between}${pad(1)}other: ${other}`
  const free: Readonly<Record<string, string>> = {
    lines: `overrides:${remark}\n${between} - { rotation: other, who: bob, on: 2026-12-22 }`,
    flow: `overrides: [{ rotation: [other, primary], who: bob, on: 2027-12-22 }]${remark}`,
    other: `overrides:\n# none\n`,
    covering: `overrides:\n- rotation: primary\n  who: bob\n  on: 2026-12-23`,
  }
  const parts = [PEOPLE.trimEnd(), rotations]
  const text = (style.before ? parts : parts.reverse()).join(`\n${between}`)
  const ended = (one: string): string =>
    (style.final && !one.endsWith('\n') ? `${one}\n` : one).replaceAll('\n', eol)
  const more = free[style.free]
  return [
    { path: 'a.yaml', text: ended(text) },
    ...(more === undefined ? [] : [{ path: 'b.yaml', text: ended(more) }]),
  ]
}

const CHANGES = fc.array(
  fc
    .record({
      hour: fc.integer({ min: 0, max: 48 }),
      hours: fc.integer({ min: 1, max: 30 }),
      kind: fc.constantFrom('add', 'replace'),
      rotation: fc.constantFrom('primary', 'other'),
    })
    .map(({ hour, hours, kind, rotation }): AddOverride => {
      const start = Date.parse('2026-12-21T12:00Z') + hour * 3_600_000
      const stretch = { start, end: start + hours * 3_600_000, why: 'made in PagerDuty' }
      return add(
        kind === 'add'
          ? { ...stretch, kind: 'add', people: ['carol'] }
          : { ...stretch, kind: 'replace', people: ['carol'], insteadOf: 'bob' },
        rotation,
      )
    }),
  { minLength: 1, maxLength: 4 },
)

it('loads afterwards as before, and the overrides on top; every other character stays where it was', () => {
  fc.assert(
    fc.property(TEXTS, CHANGES, (sources, changes) => {
      const before = load(sources)
      fc.pre(before.problems.length === 0)
      const { edits, workspace, refused } = editsFor(sources, changes)
      expect(refused).toEqual([])
      const texts = edited(sources, edits)
      expect(load(texts).problems).toEqual([])
      let last = before.workspace
      let stepwise: readonly Source[] = sources
      for (const change of changes) {
        const step = editsFor(stepwise, [change])
        expect(isWithOverride(last, step.workspace, change)).toBe(true)
        stepwise = edited(stepwise, step.edits)
        last = step.workspace
      }
      expect(stepwise).toEqual(texts)
      expect(isWithOverride(last, workspace, changes[0] as AddOverride)).toBe(false)
      for (const { from, to } of edits) expect(from).toBe(to)
      for (const source of sources) {
        const own = edits.filter(({ path }) => path === source.path)
        let text = texts.find(({ path }) => path === source.path)?.text ?? ''
        for (const { from, text: fresh } of own.toSorted((a, b) => a.from - b.from)) {
          expect(text.slice(from, from + fresh.length)).toBe(fresh)
          text = text.slice(0, from) + text.slice(from + fresh.length)
        }
        expect(text).toBe(source.text)
        if (source.text.includes('\r\n')) {
          expect(own.map((edit) => edit.text.replaceAll('\r\n', '')).join('')).not.toMatch(/[\r\n]/)
        }
      }
    }),
    { numRuns: 60 },
  )
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
