/** A team with its schedules in a simulator over HTTP, incidents that tests tell line by line, and `rotate` between them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from '@jest/globals'
import { main } from '../../src/cli/main.ts'
import { withDeadline } from '../../src/io/deadline.ts'
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../src/simulator/simulator.ts'
import { FAST } from '../pagerduty/world.ts'

const open: Simulator[] = []
const folders: string[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((simulator) => simulator.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Bob's week until Monday 16:00 UTC, then Carol's; Dave covers a night. */
export const TEAM = `
team: Infrastructure
people:
  alice: { name: Alice, email: alice@example.com }
  bob: { name: Bob, email: bob@example.com, timezone: Europe/Berlin }
  carol: { name: Carol, email: carol@example.com, timezone: America/New_York }
  dave: { name: Dave, email: dave@example.com, timezone: America/Los_Angeles }
rotations:
  primary:
    name: Infrastructure primary
    start: 2026-10-26 16:00
    turn: 1 week
    members: [bob, carol, dave, alice]
    OVERRIDES
  secondary: { name: Infrastructure secondary, follows: primary }
meetings:
  infrastructure:
    name: Infrastructure
    days: [monday, thursday]
    at: 16:00
    duration: 15 minutes
    chair: { members: [alice, bob], start: 2026-11-23 }
    place: https://meet.example.com/infrastructure
`

export interface Ran {
  readonly exit: number
  readonly out: string
  readonly err: string
}

export interface Team {
  readonly simulator: Simulator
  readonly folder: string
  readonly idOf: (name: string) => string
  readonly service: string
  readonly policy: string
  readonly run: (words: string, env?: Readonly<Record<string, string>>) => Promise<Ran>
  /** `02:14:07 push bob, 02:20:01 acknowledge bob`; times that name no date lie on `date`. The id of the incident. */
  readonly incident: (title: string, date: string, lines: string) => string
  /** What people do in PagerDuty: overrides and other items are as they are said to be. */
  readonly schedules: Readonly<Record<string, string>>
}

export async function team(
  overrides: string = '',
  now: string = '2026-11-30T15:30:00Z',
  options: SimulatorOptions = {},
): Promise<Team> {
  // Synced when the first turn began, so that PagerDuty has a past.
  const simulator = await startSimulator({ now: Date.parse('2026-10-26T15:00:00Z'), ...options })
  open.push(simulator)
  const { seed } = simulator
  const ids = new Map(
    ['Alice', 'Bob', 'Carol', 'Dave'].map((name) => [
      name.toLowerCase(),
      seed.user({ name, email: `${name}@Example.com` }),
    ]),
  )
  const idOf = (name: string): string => ids.get(name) ?? name
  const folder = mkdtempSync(join(tmpdir(), 'rotate-handover-'))
  folders.push(folder)
  mkdirSync(join(folder, 'rotations'))
  writeFileSync(join(folder, 'rotations', 'team.yaml'), TEAM.replace('OVERRIDES', overrides))
  const run: Team['run'] = async (words, env = {}) => {
    let out = ''
    let err = ''
    const exit = await main(words.split(' '), {
      cwd: folder,
      env: {
        PAGERDUTY_TOKEN: simulator.token,
        PAGERDUTY_URL: simulator.url,
        NO_COLOR: '1',
        ...env,
      },
      out: {
        write: (text) => void (out += text),
        isTerminal: false,
        columns: Infinity,
        rows: Infinity,
      },
      err: {
        write: (text) => void (err += text),
        isTerminal: false,
        columns: Infinity,
        rows: Infinity,
      },
      now: () => simulator.now(),
      zone: () => 'UTC',
      canAsk: false,
      ask: () => Promise.resolve(''),
      waits: { ...FAST, withDeadline },
    })
    return { exit, out, err }
  }
  const synced = await run('sync --yes')
  if (synced.exit !== 0) throw new Error(synced.out + synced.err)
  const listed = simulator.byHand('GET', '/v3/schedules?limit=100') as {
    schedules: { id: string; summary: string }[]
  }
  const schedules = Object.fromEntries(
    listed.schedules.map(({ id, summary }) => [summary.replace('Infrastructure ', ''), id]),
  )
  const policy = seed.escalationPolicy({
    name: 'Infrastructure',
    escalation_rules: [
      { escalation_delay_in_minutes: 15, targets: [{ type: 'user_reference', id: idOf('alice') }] },
    ],
  })
  simulator.callFirst(['Infrastructure primary', 'Infrastructure secondary'])
  const service = seed.service({ name: 'backup', policy })
  simulator.setNow(Date.parse(now))
  const incident: Team['incident'] = (title, date, lines) => {
    const told = lines.split(',').map((line) => {
      const [, when = '', kind = '', who = ''] = /^(\S+) (\S+)(?: (\S+))?$/.exec(line.trim()) ?? []
      return { at: Date.parse(when.includes('T') ? when : `${date}T${when}Z`), kind, who }
    })
    const resolve = told.find(({ kind }) => kind === 'resolve')
    const isAcknowledged = told.some(({ kind }) => kind === 'acknowledge')
    const id = seed.incident({
      title,
      createdAt: told[0]?.at ?? 0,
      status: resolve ? 'resolved' : isAcknowledged ? 'acknowledged' : 'triggered',
      resolvedAt: resolve?.at,
      resolvedBy: resolve && (resolve.who === 'service' ? service : idOf(resolve.who)),
      service,
      policy,
    })
    for (const { at, kind, who } of told) {
      const user = who === '' || who === 'service' ? undefined : idOf(who)
      const isWay = ['push', 'sms', 'phone', 'email'].includes(kind)
      const isAssigned = kind === 'assign' || kind === 'escalate'
      const notification = { type: kind, address: 'someone@example.com', status: 'success' }
      seed.logEntry({
        type: isWay ? 'notify_log_entry' : `${kind}_log_entry`,
        createdAt: at,
        incident: id,
        user: isAssigned ? undefined : user,
        service: user === undefined ? service : undefined,
        assignees: isAssigned && user !== undefined ? [user] : [],
        channel: isWay ? { type: 'auto', notification } : { type: 'auto' },
      })
    }
    return id
  }
  return { simulator, folder, idOf, service, policy, run, incident, schedules }
}
