/** Things that are done once in a process, so each is timed in processes of its own, in turn. */
import { deepStrictEqual, ok } from 'node:assert'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ical, { ICalEventTransparency } from 'ical-generator'
import { load as loadYaml } from 'js-yaml'
import { planCalendars } from '../../src/ical/plan.ts'
import { load } from '../../src/workspace/load.ts'
import { BIG, bigWorkspace } from './big.ts'
import { median } from './measure.ts'
import type { Row } from './rows.ts'

const DAY = 86_400_000

/** A workspace whose team calendar has about 10,000 events in 28 years. */
const EVENTS = `people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2020-01-01 09:00, turn: 1 day, members: [alice, bob] }
`
const RANGE = { start: Date.UTC(2020, 0, 1), end: Date.UTC(2020, 0, 1) + 10_000 * DAY }

/** What can be timed: each prepares, then gives what is timed; where that gives a function, it checks the answer. */
const TASKS: Readonly<Record<string, () => () => unknown>> = {
  ...BIG,
  'json-parse'() {
    const value = loadYaml(bigWorkspace()) as { rotations: object }
    const text = JSON.stringify(value)
    return () => JSON.parse(text) as unknown
  },
  'js-yaml'() {
    const text = bigWorkspace()
    return () => loadYaml(text)
  },
  load() {
    const text = bigWorkspace()
    return () => {
      const { workspace, problems } = load([{ path: 'big.yaml', text }])
      deepStrictEqual([workspace.rotations.size, problems.length], [1000, 0])
      return workspace
    }
  },
  'plain-writer': () => plainCalendars,
  'ical-generator': () => generatorCalendar,
  'calendar-from-nothing': () => () => ours(new Map()),
  'calendar-unchanged'() {
    const published = new Map(ours(new Map()).map(({ path, text }) => [path, text]))
    return () => {
      const files = ours(published)
      ok(files.every(({ path, text }) => published.get(path) === text))
    }
  },
}

/** All calendars of that workspace: each event stands in the rotation's, in a person's and in the team's. */
function ours(published: ReadonlyMap<string, string>): readonly { path: string; text: string }[] {
  const { workspace } = load([{ path: 'events.yaml', text: EVENTS }])
  const { files } = planCalendars({ workspace, within: RANGE, stamp: 0, published })
  const events = files.find(({ path }) => path === 'team.ics')?.events ?? 0
  ok(events >= 10_000, `${events} events`)
  return files
}

/** The same files by plain strings: everybody's, then each person's, then everybody's again. */
function plainCalendars(): string[] {
  return [plainCalendar(), plainCalendar('alice'), plainCalendar('bob'), plainCalendar()]
}

function plainCalendar(person?: string): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//EN']
  for (let i = 0; i < 10_000; i += 1) {
    const start = RANGE.start + i * DAY
    const who = i % 2 === 0 ? 'alice' : 'bob'
    if (person !== undefined && person !== who) continue
    lines.push('BEGIN:VEVENT', `UID:${i}@bench`, `DTSTAMP:${stamp(0)}`, `DTSTART:${stamp(start)}`)
    lines.push(`DTEND:${stamp(start + DAY)}`, `SUMMARY:${who}: primary`, 'TRANSP:TRANSPARENT')
    lines.push(
      ...folded(
        `DESCRIPTION:${who}: ${stamp(start)} to ${stamp(start + DAY)} (UTC)\\nlayer 1\\, turn ${i}`,
      ),
    )
    lines.push('END:VEVENT')
  }
  return [...lines, 'END:VCALENDAR', ''].join('\r\n')
}

function say(t: number): string {
  return new Date(t).toUTCString().slice(0, 22)
}

function stamp(t: number): string {
  return new Date(t).toISOString().replace(/[-:]|\.000/g, '')
}

function folded(line: string): string[] {
  const parts = [line.slice(0, 75)]
  for (let i = 75; i < line.length; i += 74) parts.push(` ${line.slice(i, i + 74)}`)
  return parts
}

/** ical-generator alone, given the same words. */
function generatorCalendar(): string {
  const calendar = ical({ name: 'bench' })
  for (let i = 0; i < 10_000; i += 1) {
    const start = RANGE.start + i * DAY
    const [who, next] = i % 2 === 0 ? ['alice', 'bob'] : ['bob', 'alice']
    calendar.createEvent({
      id: `rotate-shift-primary-${start}`,
      sequence: 0,
      stamp: new Date(0),
      lastModified: new Date(0),
      start: new Date(start),
      end: new Date(start + DAY),
      summary: `${who}: primary`,
      transparency: ICalEventTransparency.TRANSPARENT,
      description: `${who}: ${say(start)} to ${say(start + DAY)} (UTC)\nlayer 1, turn ${i}\nNext: ${next}, from ${say(start + DAY)} (UTC)`,
    })
  }
  return calendar.toString()
}

/** Times one task in this process and prints how long it took (ms). */
export async function timeTask(name: string): Promise<void> {
  const run = TASKS[name]?.()
  if (run === undefined) throw new Error(`no task ${name}`)
  const start = performance.now()
  const check = await run()
  const took = performance.now() - start
  if (typeof check === 'function') check()
  console.log(took)
}

/** Medians (ms) of tasks, each in processes of its own, run in turn. */
function timeTasks(names: readonly string[], rounds = 5): Map<string, number> {
  const times = new Map(names.map((name): [string, number[]] => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const out = execFileSync(process.execPath, [process.argv[1] ?? '', 'task', name], {
        encoding: 'utf8',
      })
      times.get(name)?.push(Number(out))
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]))
}

export function firstRunRows(): Row[] {
  const times = timeTasks(Object.keys(TASKS))
  const time = (name: string): number => times.get(name) ?? NaN
  const calendar = { least: 'plain strings, the same files', leastTime: time('plain-writer') }
  const generator = time('ical-generator') / time('plain-writer')
  const loading = { least: 'loading them', leastTime: time('load') }
  return [
    {
      what: '1 MB of YAML to a checked model, first run',
      least: 'JSON.parse',
      leastTime: time('json-parse'),
      rotate: time('load'),
      instead: { name: 'js-yaml load', time: time('js-yaml') },
      goal: 30,
      never: 60,
    },
    {
      what: 'stats of 1,000 rotations and 10,000 overrides, half a year',
      ...loading,
      rotate: time('big-stats'),
      goal: 1,
      never: 2,
    },
    {
      what: 'calendar of the same, four weeks',
      ...loading,
      rotate: time('big-calendar'),
      goal: 1,
      never: 2,
    },
    {
      what: 'the page of the same, a year',
      ...loading,
      rotate: time('big-page'),
      goal: 2,
      never: 3,
    },
    {
      what: '10,000 events, unchanged since the last export',
      ...calendar,
      rotate: time('calendar-unchanged'),
      instead: { name: 'ical-generator', time: time('ical-generator') },
      goal: 2,
      never: round(1.3 * generator),
    },
    {
      what: '10,000 events, from nothing',
      ...calendar,
      rotate: time('calendar-from-nothing'),
      instead: { name: 'ical-generator', time: time('ical-generator') },
      goal: 4,
      never: 12,
    },
  ]
}

function round(ratio: number): number {
  return Math.round(ratio * 100) / 100
}

/** Whole processes: what a person waits for. */
export function processRows(): Row[] {
  const [major = '20'] = process.versions.node.split('.')
  const [goal, never] = major === '20' ? [1.6, 2.0] : [2.0, 2.6]
  const folder = fiveFiles()
  const commands = {
    node: ['-e', '0'],
    who: ['bin/rotate.js', 'who', '--dir', folder],
    example: ['bin/rotate.js', 'who', '--dir', 'rotations'],
    status: ['bin/rotate.js', 'status', '--dir', 'rotations'],
    check: ['bin/rotate.js', 'check', '--dir', 'rotations'],
    version: ['bin/rotate.js', '--version'],
    help: ['bin/rotate.js', '--help'],
    completion: ['bin/rotate.js', 'completion', '--described', '--', 'who', '-C', folder, ''],
  }
  const times = new Map(Object.keys(commands).map((name): [string, number[]] => [name, []]))
  for (let round = 0; round < 16; round += 1) {
    for (const [name, words] of Object.entries(commands)) {
      const start = performance.now()
      const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' })
      const took = performance.now() - start
      ok(status === 0 || (name === 'check' && status === 1), `${words.join(' ')}: ${status}`)
      if (name === 'who') ok(stdout.includes('Alice') && stdout.includes('next:'), stdout)
      if (round > 0) times.get(name)?.push(took)
    }
  }
  rmSync(folder, { recursive: true })
  const time = (name: string): number => median(times.get(name) ?? [])
  const against = { least: 'node -e 0', leastTime: time('node') }
  return [
    { what: 'rotate who, five files, three zones', ...against, rotate: time('who'), goal, never },
    {
      what: 'rotate who, the example',
      ...against,
      rotate: time('example'),
      goal,
      never: never + 0.5,
    },
    { what: 'rotate, the example', ...against, rotate: time('status'), goal: 2.5, never: 3.5 },
    { what: 'rotate check, the example', ...against, rotate: time('check'), goal: 3.5, never: 4.5 },
    { what: 'rotate --version', ...against, rotate: time('version'), goal: 1.25, never: 1.5 },
    { what: 'rotate --help', ...against, rotate: time('help'), goal: 1.25, never: 1.5 },
    {
      what: 'completion of rotations and people',
      ...against,
      rotate: time('completion'),
      goal: 1.75,
      never: 2.5,
    },
  ]
}

function fiveFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rotate-bench-'))
  const files = {
    'people.yaml': `people:
  alice: { name: Alice, timezone: Europe/Stockholm }
  bob: { name: Bob, timezone: America/New_York }
  carol: { name: Carol, timezone: Asia/Tokyo }
`,
    'primary.yaml': `rotations:
  primary: { start: 2026-01-05 16:00, turn: 1 week, members: [[alice, bob], [carol, alice]] }
`,
    'secondary.yaml': 'rotations:\n  secondary: { follows: primary }\n',
    'overrides.yaml': 'overrides: [{ rotation: primary, add: bob, on: 2026-02-01 }]\n',
    'meetings.yaml': 'meetings: { weekly: { days: monday, at: 16:00, duration: 15 minutes } }\n',
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}
