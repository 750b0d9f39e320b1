/** The page as text: what it holds, and that nothing from outside can become more than text. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { panoramaOf } from '../../src/insight/panorama.ts'
import { gatherPage, type PageWishes } from '../../src/views/page/gather.ts'
import { addressOfLines } from '../../src/views/page/places.ts'
import { SHIFT, type PageData } from '../../src/views/page/data.ts'
import { isOurPage, writePage } from '../../src/views/page/write.ts'
import type { HolidayBook } from '../../src/model/holidays.ts'
import { load } from '../../src/workspace/load.ts'

const PARTS = { script: 'console.log("a < b")', style: 'body { margin: 0 }' }

/** Two days at Christmas. */
const HOLIDAYS: HolidayBook = (code) => ({
  code,
  daysOf: (year) => [25, 26].map((day) => Date.UTC(year, 11, day) / 86_400_000),
})

const DECEMBER = { start: Date.UTC(2026, 11, 1), end: Date.UTC(2027, 0, 1) }

function dataOf(
  yaml: string,
  published: readonly string[] = [],
  changed?: number,
  wishes: PageWishes = {},
): PageData {
  const { workspace, problems } = load([{ path: 'rotations/x.yaml', text: yaml }], HOLIDAYS)
  expect(problems.map(({ message }) => message)).toEqual([])
  const isPublished = (path: string): boolean => published.includes(path)
  return gatherPage(panoramaOf(workspace, DECEMBER), isPublished, { changed, ...wishes })
}

/** `alice 2026-11-30T16:00Z..2026-12-07T16:00Z Weekly`, one a line. */
function shiftsIn({ rotations, people, groups, reasons }: PageData, place = 0): string {
  const numbers = rotations[place]?.shifts ?? []
  const lines: string[] = []
  let before = 0
  for (let i = 0; i < numbers.length; i += SHIFT) {
    const [gap = 0, length = 0, group = 0, reason = 0, more = 0] = numbers.slice(i, i + SHIFT)
    const start = before + gap
    before = start + length
    const names = (groups[group] ?? []).map((person) => people[person]?.id).join('+')
    const end = length === 0 ? '' : minute(before)
    lines.push(
      `${names} ${minute(start)}..${end} ${reasons[reason]}${more % 2 === 1 ? ' (override)' : ''}`,
    )
  }
  return lines.join('\n')
}

function minute(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(':00.000Z', 'Z')
}

function date(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

function tags(text: string): string[] {
  return [...text.matchAll(/<\/?[a-z!][^\s>]*/gi)].map(String)
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

const TEAM = `
  team: Infrastructure
  people:
    alice: { name: Alice Lindqvist, email: alice@example.com, timezone: Europe/Stockholm }
    bob: { timezone: America/New_York }
`

describe('what a page holds', () => {
  it('shifts that touch the range, whole, with who, why and overrides; gaps inside it', () => {
    const data = dataOf(`${TEAM}
  rotations:
    primary:
      layers: [{ name: Weekly, start: 2026-11-30 16:00, end: 2026-12-21 16:00, turn: 1 week, members: [alice, bob] }]
      overrides: [{ add: bob, from: 2026-12-16, to: 2026-12-17, why: a big one }]`)
    expect(shiftsIn(data)).toBe(
      `alice 2026-11-30T16:00Z..2026-12-07T16:00Z Weekly
bob 2026-12-07T16:00Z..2026-12-14T16:00Z Weekly
alice 2026-12-14T16:00Z..2026-12-16T00:00Z Weekly
alice+bob 2026-12-16T00:00Z..2026-12-17T00:00Z Weekly; bob beside Alice Lindqvist: a big one (override)
alice 2026-12-17T00:00Z..2026-12-21T16:00Z Weekly`,
    )
    expect(data.rotations[0]?.gaps.map((gap) => gap.map(minute).join('..'))).toEqual([
      '2026-12-21T16:00Z..2027-01-01T00:00Z',
    ])
  })

  it('a shift that never ends has length 0', () => {
    const data = dataOf(`${TEAM}
  rotations:
    primary: { start: 2026-12-02, turn: 9999999 months, members: [bob] }`)
    expect(shiftsIn(data)).toBe('bob 2026-12-02T00:00Z.. ')
  })

  it('meetings: when, when due, who leads and who comes', () => {
    const data = dataOf(`${TEAM}
  meetings:
    infra:
      name: Infrastructure meeting
      days: thursday
      at: 16:00
      duration: 15 minutes
      chair: { members: [alice, bob], start: 2026-12-01 }
      skip: [2026-12-10..2026-12-17]
      move: [{ from: 2026-12-24, to: 2026-12-23 }]
      place: https://meet.example.com/infra`)
    const [meeting] = data.meetings
    expect(meeting).toMatchObject({
      name: 'Infrastructure meeting',
      length: 900,
      place: 'https://meet.example.com/infra',
      everyone: true,
      chaired: true,
    })
    expect(
      meeting?.occurrences.map(([start, due, chair]) => [minute(start), minute(due), chair]),
    ).toEqual([
      ['2026-12-03T16:00Z', '2026-12-03T16:00Z', 0],
      ['2026-12-23T16:00Z', '2026-12-24T16:00Z', 1],
      ['2026-12-31T16:00Z', '2026-12-31T16:00Z', 0],
    ])
  })

  it('meetings that change are one before the change and one after, with who has which role', () => {
    const data = dataOf(`${TEAM}
  meetings:
    infra:
      days: thursday
      at: 16:00
      duration: 15 minutes
      start: 2026-12-01
      roles: { scribe: [bob, alice], host: { members: [alice], start: 2026-12-10 } }
      changes: { from: 2026-12-10, duration: 1 hour, place: Room 1 }
      skip: [2026-12-17..2026-12-31]`)
    expect(
      data.meetings.map(({ length, place, chaired, roles, occurrences }) => [
        length,
        place,
        chaired,
        roles,
        occurrences
          .slice(0, 1)
          .map(([start, , chair, , ...others]) => [minute(start), chair, ...others]),
      ]),
    ).toEqual([
      [900, '', false, ['scribe', 'host'], [['2026-12-03T16:00Z', null, 1, null]]],
      [3600, 'Room 1', false, ['scribe', 'host'], [['2026-12-10T16:00Z', null, 0, 0]]],
    ])
  })

  it('links only to calendars that stand beside it and belong to the workspace', () => {
    const there = ['team.ics', 'people/bob.ics', 'people/gone.ics', 'rotations/primary.ics']
    const data = dataOf(
      `${TEAM}
  rotations:
    primary: { name: The first, start: 2026-11-30, turn: 1 week, members: [alice, bob] }`,
      there,
    )
    expect(data.calendars).toEqual([
      { kind: 'team', name: 'Infrastructure', path: 'team.ics' },
      { kind: 'rotations', name: 'The first', path: 'rotations/primary.ics' },
      { kind: 'people', name: 'bob', path: 'people/bob.ics' },
    ])
  })

  it('no e-mail address is in it, not even one that somebody wrote into a name or a reason', async () => {
    const data = dataOf(`${TEAM}
    carol: { name: carol@example.com, email: carol@example.com }
  rotations:
    primary:
      start: 2026-11-30
      turn: 1 week
      members: [alice, carol]
      overrides: [{ who: bob, on: 2026-12-03, why: ask bob@example.com }]`)
    const page = await writePage(data, PARTS)
    expect(page).not.toMatch(/@[\w.]+/)
    expect(page).toContain('ask bob')
    expect(data.people.map(({ name }) => name)).toEqual(['Alice Lindqvist', 'bob', 'carol'])
  })
})

/** What the page says of a rotation with overrides. */
const reasonsOf = (
  overrides: string,
  layers = '{ start: 2026-11-30, turn: 1 week, members: [alice, bob] }',
): readonly string[] =>
  dataOf(`${TEAM}
    carol: { name: Carol }
    dave: { name: Dave }
  rotations:
    primary:
      layers: [${layers}]
      overrides: [${overrides}]`).reasons.filter((reason) => reason !== '')

describe('why, and for whom', () => {
  it.each([
    [
      '{ who: carol, on: 2026-12-02, why: a wedding }',
      'Carol instead of Alice Lindqvist: a wedding',
    ],
    ['{ who: carol, instead_of: bob, on: 2026-12-08 }', 'Carol instead of bob'],
    ['{ who: carol, on: 2026-12-06..2026-12-07 }', 'Carol instead of Alice Lindqvist and bob'],
    ['{ add: [carol, dave], on: 2026-12-02 }', 'Carol and Dave beside Alice Lindqvist'],
    [
      '{ who: alice, on: 2026-12-02, why: she said so }',
      'Alice Lindqvist by override: she said so',
    ],
  ])('%s is said as "%s"', (override, said) => {
    expect(reasonsOf(override)).toEqual([said])
  })

  it('where nobody would have been, nobody is replaced', () => {
    const later = '{ start: 2026-12-10, turn: 1 week, members: [alice] }'
    expect(
      reasonsOf('{ add: bob, on: 2026-12-02 }, { who: carol, on: 2026-12-04 }', later),
    ).toEqual(['bob added', 'Carol by override'])
  })

  it('of layers the names are said, and no turn; one without a name where there are others', () => {
    const two =
      '{ name: Weekly, start: 2026-11-30, turn: 1 week, members: [alice] }, { start: 2026-12-10, turn: 1 day, members: [bob] }'
    expect(reasonsOf('', two)).toEqual(['Weekly', 'layer 2'])
  })
})

describe('who is away, days off, warnings', () => {
  const AWAY = `
  people:
    alice:
      name: Alice Lindqvist
      country: NL
      away: [{ on: 2026-12-02, why: an operation }, { days: mon-tue, from: 2026-12-20, why: childcare }]
      changes: [{ from: 2026-12-20, country: SE }]
    bob: {}
  holidays: { company: [2026-12-24..2026-12-26], dutch: NL }
  rotations:
    primary: { name: The first, start: 2026-11-30, turn: 1 week, members: [alice, bob] }`

  it('absences stand there, days in a row as one, and never why', () => {
    const [alice, bob] = dataOf(AWAY).people
    expect(alice?.away.map(([start, end]) => `${minute(start)}..${minute(end)}`)).toEqual([
      '2026-12-02T00:00Z..2026-12-03T00:00Z',
      '2026-12-21T00:00Z..2026-12-23T00:00Z',
      '2026-12-28T00:00Z..2026-12-30T00:00Z',
    ])
    expect(bob?.away).toEqual([])
    expect(JSON.stringify(dataOf(AWAY))).not.toMatch(/operation|childcare/)
  })

  it('days off: the lists, the countries of people and lists, and whose they are from when on', () => {
    const { holidays, people } = dataOf(AWAY)
    expect(holidays.map(({ name, isCountry, days }) => [name, isCountry, days.map(date)])).toEqual([
      ['company', false, ['2026-12-24', '2026-12-25', '2026-12-26']],
      ['NL', true, ['2026-12-25', '2026-12-26']],
      ['SE', true, ['2026-12-25', '2026-12-26']],
    ])
    expect(people.map(({ countries }) => countries)).toEqual([
      [
        [0, 1],
        [Date.UTC(2026, 11, 20) / 1000, 2],
      ],
      [],
    ])
  })

  it('what check warns of, by lane, once, with names; nothing of gaps, which are drawn', () => {
    const { warnings, rotations } = dataOf(`${AWAY}
    second: { start: 2026-11-30, end: 2026-12-05, turn: 1 week, members: [alice, bob], coverage: always }`)
    const said = warnings.map(({ text }) => text.replace(/ from .*/, ''))
    expect(said.filter((text) => /away/.test(warnings[said.indexOf(text)]?.text ?? ''))).toEqual([
      'Alice Lindqvist is on call for The first',
      'Alice Lindqvist is on call for The first',
      'Alice Lindqvist is on call for second',
    ])
    expect(rotations.map(({ warnings: all }) => all.length > 0)).toEqual([true, true])
    const twice = warnings.findIndex(({ text }) => text.includes('The first and second'))
    expect(rotations.map(({ warnings: all }) => all.includes(twice))).toEqual([true, true])
  })
})

describe('only where it is asked for', () => {
  const REACHED = `${TEAM.replace('alice: { ', 'alice: { contact: { phone: +46 70 123, mail: a@b.example, slack: "@al" }, ')}
  rotations:
    primary:
      start: 2026-11-30
      turn: 1 week
      members: [alice, bob]
      overrides:
        - { who: bob, on: 2026-12-02 }`

  it('contacts', () => {
    expect(JSON.stringify(dataOf(REACHED))).not.toMatch(/contact|46 70|slack/)
    const [alice, bob] = dataOf(REACHED, [], undefined, { contacts: true }).people
    expect(alice?.contact).toEqual([
      ['phone', '+46 70 123'],
      ['mail', 'a@b.example'],
      ['slack', '@al'],
    ])
    expect(bob?.contact).toEqual([])
  })

  it('files and lines, from the top of the repository', () => {
    expect(JSON.stringify(dataOf(REACHED))).not.toMatch(/x\.yaml|reasonPlaces|"place":\[/)
    const address = 'https://github.com/acme/oncall/blob/abc/{path}#L{line}'
    const data = dataOf(REACHED, [], undefined, {
      repository: { address, pathOf: (path) => `teams/${path}` },
    })
    expect(data.repository).toEqual({ address, files: ['teams/rotations/x.yaml'] })
    expect(data.people[0]?.place).toEqual([0, 4])
    const line = (text: string): number =>
      REACHED.split('\n').findIndex((one) => one.includes(text)) + 1
    expect(data.rotations[0]?.place).toEqual([0, line('primary:')])
    expect(data.reasonPlaces).toContainEqual([0, line('who: bob')])
  })

  it.each([
    ['https://github.com/acme/oncall', 'https://github.com/acme/oncall/blob/abc/{path}#L{line}'],
    [
      'https://github.com/acme/oncall.git/',
      'https://github.com/acme/oncall/blob/abc/{path}#L{line}',
    ],
    ['git@github.com:acme/oncall.git', 'https://github.com/acme/oncall/blob/abc/{path}#L{line}'],
    [
      'ssh://git@gitlab.acme.example/ops/oncall.git',
      'https://gitlab.acme.example/ops/oncall/-/blob/abc/{path}#L{line}',
    ],
    [
      'https://gitlab.com/acme/ops/oncall',
      'https://gitlab.com/acme/ops/oncall/-/blob/abc/{path}#L{line}',
    ],
    [
      'https://bitbucket.org/acme/oncall',
      'https://bitbucket.org/acme/oncall/src/abc/{path}#lines-{line}',
    ],
    [
      'https://codeberg.org/acme/oncall',
      'https://codeberg.org/acme/oncall/src/commit/abc/{path}#L{line}',
    ],
    [
      'https://git.acme.example/x?path={path}&l={line}&c={commit}',
      'https://git.acme.example/x?path={path}&l={line}&c=abc',
    ],
  ])('the lines of %s are at %s', (repository, address) => {
    expect(addressOfLines(repository, 'abc')).toBe(address)
  })

  it.each([
    'acme/oncall',
    '',
    'javascript:alert(1)',
    'https://me:secret@github.com/acme/oncall',
    'https://x.example/"><b>',
  ])('%s is no address of a repository', (repository) =>
    expect(addressOfLines(repository, 'abc')).toBeUndefined(),
  )
})

describe('the text', () => {
  const HOSTILE = [
    '</script><script>alert(1)</script>',
    '<!--<script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '&lt;b&gt;\\u2028\\u2029\\u202E',
    '$& $1 {title}',
  ]

  it.each(HOSTILE)('%s as a name stays text', async (name) => {
    const quoted = `"${name.replaceAll('"', '\\"')}"`
    const yaml = `
  team: ${quoted}
  people:
    alice: { name: ${quoted} }
  rotations:
    primary:
      name: ${quoted}
      layers: [{ name: ${quoted}, start: 2026-11-30, turn: 1 week, members: [alice] }]
      overrides: [{ add: alice, on: 2026-12-03, why: ${quoted} }]
  meetings:
    infra: { name: ${quoted}, days: thursday, at: 16:00, duration: 1 hour, place: ${quoted} }`
    const data = dataOf(yaml, ['team.ics'])
    const page = await writePage(data, PARTS)
    const harmless = await writePage(dataOf('team: x'), PARTS)
    expect(tags(page)).toEqual(tags(harmless))
    const json = /<script type="application\/json" id="data">(.*)<\/script>/.exec(page)?.[1] ?? ''
    expect(json).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(json)).toEqual(data)
  })

  it('the policy lets nothing run but this script and this style', async () => {
    const page = await writePage(dataOf(TEAM), PARTS)
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]
    expect(policy?.split('; ')).toEqual([
      `default-src 'none'`,
      `script-src ${hash(PARTS.script)}`,
      `style-src ${hash(PARTS.style)}`,
      `img-src data:`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `require-trusted-types-for 'script'`,
      `trusted-types 'none'`,
    ])
    expect(page).toContain(`<script>${PARTS.script}</script>`)
    expect(page).toContain(`<style>${PARTS.style}</style>`)
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'))
    expect(page).not.toMatch(/(src|href)="(?!data:|#)/)
  })

  it('the same workspace and commit give the same bytes', async () => {
    const write = (): Promise<string> => writePage(dataOf(TEAM, ['team.ics'], 1e12), PARTS)
    expect(await write()).toBe(await write())
    expect(await write()).toContain('"changed":1000000000')
    expect(await writePage(dataOf(TEAM), PARTS)).toContain('"changed":null')
  })

  it('a page of somebody else is told from one of ours', async () => {
    expect(isOurPage(await writePage(dataOf(TEAM), PARTS))).toBe(true)
    expect(isOurPage('')).toBe(true)
    expect(isOurPage('<!doctype html><title>My site</title>')).toBe(false)
  })
})
