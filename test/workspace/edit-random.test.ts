/** However people lay their files out: after an edit they say what was meant, and nothing else moved. */
import { expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import type { AddOverride } from '../../src/model/change.ts'
import { edited } from '../../src/model/edit.ts'
import type { Source } from '../../src/model/place.ts'
import { editsFor } from '../../src/workspace/edit/edit.ts'
import { isWithOverride } from '../../src/workspace/edit/same.ts'
import { load } from '../../src/workspace/load.ts'
import { add, PEOPLE } from './editing.ts'

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
