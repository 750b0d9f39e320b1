/** The JSON Schema: editors accept what the loader accepts, and refuse keys that there are not. */
import { describe, expect, it } from '@jest/globals'
import { CORE_SCHEMA, load as parse, YAML11_SCHEMA } from 'js-yaml'
import { jsonSchema } from '../../src/workspace/format/schema.ts'
import type { JsonSchema } from '../../src/workspace/format/shape.ts'
import { RICH } from './rich.ts'
import { dedent, loaded } from './texts.ts'

const KEYWORDS = [
  '$schema',
  '$comment',
  'title',
  'description',
  'examples',
  'format',
  'type',
  'enum',
  'anyOf',
  'if',
  'then',
  'else',
  'items',
  'properties',
  'additionalProperties',
  'required',
  'minProperties',
  'propertyNames',
  'patternProperties',
  'pattern',
]

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

/** Where a value breaks a schema, by its path; only the keywords above are known. */
function faults(schema: JsonSchema, value: unknown, path = ''): string[] {
  const { type, enum: words, anyOf, items, properties, additionalProperties, required } = schema
  const { if: condition, then: yes, else: no } = schema
  expect(Object.keys(schema).filter((key) => !KEYWORDS.includes(key))).toEqual([])
  if (Array.isArray(anyOf)) {
    const found = anyOf.map((each: JsonSchema) => faults(each, value, path))
    return found.some((each) => each.length === 0) ? [] : [`${path}: none of ${anyOf.length}`]
  }
  if (condition !== undefined) {
    const holds = faults(condition as JsonSchema, value, path).length === 0
    return faults((holds ? yes : no) as JsonSchema, value, path)
  }
  if (Array.isArray(words)) return words.includes(value) ? [] : [`${path}: no such word`]
  const types = [type].flat()
  const is = typeOf(value)
  if (type !== undefined && !types.includes(is) && !(is === 'integer' && types.includes('number')))
    return [`${path}: ${is}, not ${types.join()}`]
  const { pattern } = schema
  if (typeof pattern === 'string' && typeof value === 'string' && !new RegExp(pattern).test(value))
    return [`${path}: not ${pattern}`]
  if (Array.isArray(value)) {
    if (items === undefined) return []
    return value.flatMap((each, i) => faults(items as JsonSchema, each, `${path}/${i}`))
  }
  if (typeof value !== 'object' || value === null) return []
  const known = (properties ?? {}) as Record<string, JsonSchema>
  const missing = ((required ?? []) as string[]).filter((key) => !(key in value))
  const { minProperties = 0, propertyNames, patternProperties } = schema
  const names = (propertyNames as { pattern?: string } | undefined)?.pattern ?? ''
  const odd = Object.keys(value).filter((key) => !new RegExp(names).test(key))
  if (Object.keys(value).length < Number(minProperties)) return [`${path}: empty`]
  return [
    ...odd.map((key) => `${path}: no such key ${key}`),
    ...missing.map((key) => `${path}: no ${key}`),
    ...Object.entries(value).flatMap(([key, each]) => {
      if (Object.keys(patternProperties ?? {}).some((one) => new RegExp(one).test(key))) return []
      const inner = known[key] ?? additionalProperties
      return inner === false
        ? [`${path}: unknown ${key}`]
        : faults(inner as JsonSchema, each, `${path}/${key}`)
    }),
  ]
}

/** What an editor finds wrong in a text, be its YAML that of 1.2 or of 1.1 (where `no` is false and 16:00 is 960). */
function faultsIn(text: string): string[] {
  return [CORE_SCHEMA, YAML11_SCHEMA].flatMap((schema) => {
    // To editors keys are text, whatever the version, and so are timestamps of YAML 1.1.
    const quoted = dedent(text)
      .replaceAll(/\bon: /g, '"on": ')
      .replaceAll(/(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?): /g, '"$1": ')
    const json = JSON.stringify(parse(quoted, { schema })).replaceAll('T00:00:00.000Z"', '"')
    const value: unknown = JSON.parse(json)
    return faults(jsonSchema('0.1.0'), value)
  })
}

/** A meeting with a line of its own. */
function meetingWith(line: string): string {
  const usual = ['days: monday', 'at: 16:00', 'duration: 1 hour', 'start: 2026-11-30']
  const key = line.slice(0, line.indexOf(':'))
  const lines = [...usual.filter((each) => !each.startsWith(`${key}:`)), line]
  return `meetings:\n  a:\n    ${lines.join('\n    ')}\n`
}

describe('the schema', () => {
  it.each([
    ['everything', RICH],
    [
      'ids and names that look like numbers',
      'people: { 007: { name: 12 }, no: {}, 1.5: { name: yes } }',
    ],
    [
      'keys with nothing behind them',
      'people:\n  alice:\n  bob: { away: }\nrotations:\n  primary:\noverrides:\n',
    ],
    ['times without quotes', 'meetings: { a: { days: mon, at: 16:00, duration: 1 hour } }'],
    ['windows without quotes', 'rotations: { a: { coverage: [{ from: 09:00, to: 17:00 }] } }'],
    [
      'turns ahead',
      'rotations: { a: {}, b: { follows: a, by: -2 }, c: { follows: a, by: +1 }, d: { follows: a, by: "1" } }',
    ],
    [
      'what changes about a person, how to reach them, and keys of anybody’s own',
      'x-top: 1\npeople: { a: { x-b: [c], weekend: fri-sat, contact: { phone: +46 70, 2: 3 }, changes: { from: 2027-02-01, weekend: [fri, sat] }, away: 2026-12-24 }, b: { away: [{ days: fri }, { days: [first monday], until: 2027-01-01 }] } }',
    ],
    [
      'a table of shifts, and one who is always there',
      'people: { a: {}, b: {} }\nrotations: { c: { handoff: 09:00, turn: 1 week, shifts: { 2026-11-30: a, 2026-12-07 10:00: [a, b], 2026-12-14: nobody } }, d: { members: a }, e: { members: [[a, b]] } }',
    ],
    [
      'checks turned off',
      'checks: { gap: off, double-booking: on, not-in-team: "off", min-rest: 12h }',
    ],
    [
      'a pair of rotations that may share people',
      'rotations: { a: {}, b: {} }\nchecks: { double-booking: { except: [[a, b]] } }',
    ],
    [
      'one or many',
      'people: { a: {}, b: {} }\nrotations: { c: { overrides: [{ who: a, on: 2026-11-30 }, { add: [a, b], on: 2026-11-30..2026-12-01 }] } }',
    ],
    [
      'days of every kind',
      'meetings: { a: { days: [Monday, thu-sat, mon], at: 16:00, duration: 1 hour }, b: { days: [First monday, 1st FRI, last day, 22nd, 31st, 15th], at: 16:00, duration: 1 hour } }',
    ],
    [
      'handoffs',
      'people: { a: {}, b: {} }\nrotations: { c: { start: 2026-12-07, turn: 1 month, handoff: first monday, members: [a, b] }, d: { handoff: 09:00, shifts: { 2026-12-07: a } } }',
    ],
    [
      'lists of holidays',
      'holidays: { a: [2026-12-24, 2026-12-24..2027-01-01, 12-24, 12-31..01-01, NL, DE-SN], b: 12-24 }',
    ],
    [
      'meetings that change, and who does what in them',
      `people: { alice: {}, bob: {} }
holidays: { off: [12-24] }
rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice] } }
meetings:
  a:
    days: mon
    at: 16:00
    duration: 1 hour
    start: 2026-11-30
    skip: [off, 2027-01-04]
    chair: [alice, bob]
    roles: { scribe: alice, host: { on-call: primary, overrides: { who: bob, on: 2026-12-07 } } }
    changes: { from: 2027-03-01, at: 14:00, days: tue }`,
    ],
    [
      'members of every kind',
      'people: { a: {}, b: {} }\nrotations: { c: { start: 2026-11-30, turn: 1 week, members: [a, [a, b], nobody, { who: [a, b], from: 2026-12-07 }] } }',
    ],
  ])('accepts what the loader accepts: %s', (_, text) => {
    expect(loaded(text).problems).toEqual([])
    expect(faultsIn(text)).toEqual([])
  })

  it.each([
    ['teem: x', ': unknown teem'],
    ['people: { a: { tiemzone: UTC } }', '/people/a: unknown tiemzone'],
    [
      'rotations: { a: { layers: [{ start: x, turn: x, members: [], x: y }] } }',
      '/rotations/a/layers/0: unknown x',
    ],
    [
      'rotations: { a: { layers: [{ shifts: [2026-11-30] }] } }',
      '/rotations/a/layers/0/shifts: array, not object',
    ],
    [
      'rotations: { a: { pagerduty: { kind: layer } } }',
      '/rotations/a/pagerduty/kind: no such word',
    ],
    ['meetings: { a: { days: [mon], at: 16:00 } }', '/meetings/a: no duration'],
    ['holidays: { a: 24-12-2026 }', '/holidays/a: none of 2'],
    ['holidays: { a: [12/24] }', '/holidays/a/0: none of 2'],
    ...['first', '2th', '21th', '32nd', 'sixth monday', 'last weekday', 'weekly'].map((day) => [
      `meetings: { a: { days: ${day}, at: 16:00, duration: 1 hour } }`,
      '/meetings/a/days: none of 2',
    ]),
    ['overrides: [{ who: a }]', '/overrides/0: no rotation'],
    ['checks: { gpa: off }', '/checks: unknown gpa'],
    ['checks: { gap: never }', '/checks/gap: no such word'],
    ['timezone: PST', '/timezone: none of 2'],
    ['timezone: EST', '/timezone: none of 2'],
    ['people: { a: { timezone: Etc/GMT+5 } }', '/people/a/timezone: none of 2'],
    ['people: { a: { timezone: +01:00 } }', '/people/a/timezone: none of 2'],
    ['people: [a]', '/people: array, not object,null'],
  ])('refuses %s', (text, fault) => {
    expect(loaded(text).problems).not.toEqual([])
    expect(faultsIn(text)).toContain(fault)
  })

  it.each([
    ['at: 4pm', 'at: 16:00'],
    ['at: 9:30', 'at: 09:30'],
    ['duration: half an hour', 'duration: 30 min'],
    ['every: weekly', 'every: 1w'],
    ['start: 30.11.2026', 'start: 2026-11-30'],
    ['days: weekdays', 'days: mon-fri'],
    ['timezone: CEST', 'timezone: US/Eastern'],
    ['move: { from: 2026-11-30, to: tuesday }', 'move: { from: 2026-11-30, to: 2026-12-01 }'],
  ])('marks %s, and not %s', (wrong, right) => {
    expect(loaded(meetingWith(wrong)).problems).not.toEqual([])
    expect(faultsIn(meetingWith(wrong))).not.toEqual([])
    expect(loaded(meetingWith(right)).problems).toEqual([])
    expect(faultsIn(meetingWith(right))).toEqual([])
  })

  it.each(['turn: weekly', 'turn: 7', 'start: 2026-11-30 4pm', 'during: { from: 9am, to: 17:00 }'])(
    'marks %s in a rotation',
    (line) => {
      const usual = ['start: 2026-11-30', 'turn: 1 week', 'members: [a]']
      const key = line.slice(0, line.indexOf(':'))
      const lines = [...usual.filter((each) => !each.startsWith(`${key}:`)), line]
      expect(faultsIn(`rotations: { x: { ${lines.join(', ')} } }`)).not.toEqual([])
    },
  )

  it('says of every key what it is for', () => {
    const silent: string[] = []
    const look = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return
      for (const [key, value] of Object.entries(schema)) {
        if (key === 'properties') {
          for (const [name, field] of Object.entries(value as Record<string, JsonSchema>)) {
            if (!field['description']) silent.push(`${path}/${name}`)
          }
        }
        look(value, `${path}/${key}`)
      }
    }
    look(jsonSchema('0.1.0'), '')
    expect(silent).toEqual([])
  })
})
