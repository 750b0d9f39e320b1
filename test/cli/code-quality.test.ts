/** `rotate check --format gitlab` against what GitLab says that it reads: a report that it cannot read it passes over. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Ajv } from 'ajv'
import { Repository } from './repository.ts'

/**
 * The report as GitLab's documentation describes it (ci/testing/code_quality, "report format"): these keys, one of
 * these severities, a path from the root of the repository, a line. Its importer itself asks for less.
 */
const place = (key: string, value: object): object => ({
  type: 'object',
  required: [key],
  properties: { [key]: value },
})
const LINE = { type: 'integer', minimum: 1 }
const TEXT = { type: 'string', minLength: 1 }
const REPORT = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: TEXT,
      check_name: TEXT,
      fingerprint: TEXT,
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path'],
        properties: {
          path: { ...TEXT, not: { pattern: String.raw`^(\.?/|\.\.|[A-Za-z~^0-9]+:)` } },
        },
        oneOf: [
          place('lines', place('begin', LINE)),
          place('positions', place('begin', place('line', LINE))),
        ],
      },
    },
  },
}

const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(REPORT)

interface Issue {
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
}

const NOW = '2027-01-06T12:00Z'
const FILE = 'rotations/team.yaml'
const TEAM = `people: { alice: {}, bob: { away: [2027-01-20] }, carol: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
  second: { start: 2026-11-30, turn: 1 week, members: [bob, carol] }
`

let repository: Repository
beforeEach(() => {
  repository = new Repository()
  repository.init()
  repository.commit(FILE, TEAM)
})
afterEach(() => repository.remove())

async function report(yaml: string): Promise<Issue[]> {
  repository.write(FILE, yaml)
  const { out } = await repository.run(['check', '--format', 'gitlab'], NOW)
  const issues = JSON.parse(out) as Issue[]
  validate(issues)
  expect(validate.errors ?? []).toEqual([])
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
  return issues
}

const codes = (issues: readonly Issue[]): string[] => [
  ...new Set(issues.map(({ check_name, severity }) => `${severity} ${check_name}`)),
]

describe('the code-quality report is one that GitLab reads', () => {
  it('of warnings and errors of the timeline', async () => {
    // A layer that ends leaves a gap; a rotation that ends is over.
    const yaml = TEAM.replace(
      /second: \{(.*)members: \[bob, carol\] \}/,
      'second: { layers: [{$1members: [alice, nobody, carol], end: 2027-02-01 }] }',
    )
    expect(codes(await report(yaml))).toEqual([
      'major rewrites-history',
      'minor gap',
      'major gap',
      'major double-booking',
      'minor away-on-call',
      'minor roster-ends',
    ])
  })

  it('of what has no place in the files', async () => {
    const issues = await report(TEAM.replace(/ {2}second.*\n/, ''))
    expect(codes(issues).slice(0, 1)).toEqual(['major rewrites-history'])
    expect(issues[0]).toMatchObject({ location: { path: 'rotations', lines: { begin: 1 } } })
  })

  it('of mistakes in the YAML, however bad', async () => {
    for (const yaml of [
      TEAM.replace('[bob, carol]', '[bob, carl]'),
      TEAM.replace('turn: 1 week', 'turn: "\u001b[31m"'),
      '\tx',
      'people: {',
    ]) {
      expect((await report(yaml)).length).toBeGreaterThan(0)
    }
  })

  it('of nothing', async () => {
    expect(await report(TEAM.replace(' away: [2027-01-20] ', ''))).toEqual([])
  })
})

it('the schema finds what is wrong', () => {
  const issue = {
    description: 'x',
    check_name: 'gap',
    fingerprint: 'a',
    severity: 'major',
    location: { path: 'rotations/team.yaml', lines: { begin: 1 } },
  }
  expect(validate([issue])).toBe(true)
  for (const odd of [
    { ...issue, severity: 'error' },
    { ...issue, fingerprint: undefined },
    { ...issue, location: { path: 'rotations/team.yaml' } },
    { ...issue, location: { path: './rotations/team.yaml', lines: { begin: 1 } } },
    { ...issue, location: { path: 'HEAD:rotations/team.yaml', lines: { begin: 1 } } },
    { ...issue, location: { path: 'rotations/team.yaml', lines: { begin: 0 } } },
  ]) {
    expect([odd, validate([odd])]).toEqual([odd, false])
  }
})
