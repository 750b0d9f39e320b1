/** Reading incidents: what was recorded, what a simulator has, and more than PagerDuty lists at once. */
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Incident } from '../../src/model/incident.ts'
import { Client } from '../../src/pagerduty/client.ts'
import { harmless } from '../../src/pagerduty/incidents/harmless.ts'
import { incidentOf } from '../../src/pagerduty/incidents/incident.ts'
import { entriesOf } from '../../src/pagerduty/incidents/log.ts'
import { pagerDuty, type PagerDuty } from '../../src/pagerduty/service.ts'
import { DAY } from '../../src/time/instant.ts'
import { writeUtc } from '../../src/time/wall.ts'
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../src/simulator/simulator.ts'
import { withDeadline } from '../../src/io/deadline.ts'
import { FAST, type Any } from './world.ts'

const open: Simulator[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((simulator) => simulator.close()))
})

const NOW = Date.parse('2026-11-30T16:00:00Z')
const YEAR = { start: NOW - 365 * DAY, end: NOW }

function recorded(name: string): Any {
  return JSON.parse(readFileSync(new URL(`recorded/${name}.json`, import.meta.url), 'utf8'))
}

interface Account {
  readonly simulator: Simulator
  readonly pager: PagerDuty
  readonly service: string
  readonly policy: string
}

async function account(options: SimulatorOptions = {}): Promise<Account> {
  const simulator = await startSimulator({ now: NOW, ...options })
  open.push(simulator)
  const { seed } = simulator
  const user = seed.user({ name: 'Alice', email: 'alice@example.com' })
  const policy = seed.escalationPolicy({
    name: 'Infrastructure',
    escalation_rules: [
      { escalation_delay_in_minutes: 30, targets: [{ type: 'user_reference', id: user }] },
    ],
  })
  const service = seed.service({ name: 'postgres', policy })
  const client = new Client(simulator.url, simulator.token, {
    ...FAST,
    // Requests are counted, so none may be taken for lost because the machine is busy.
    withDeadline,
    tell: () => undefined,
  })
  return { simulator, service, policy, pager: pagerDuty(client) }
}

const everything = (): boolean => true

describe('what was recorded', () => {
  it('is read without a question, unknown types skipped, and no address with it', () => {
    const log = entriesOf(recorded('incident-log-entries').log_entries)
    expect(log.map(({ kind, at }) => `${kind} ${writeUtc(at)}`)).toEqual([
      'trigger 2020-03-31T16:09:03Z',
      'assign 2020-03-31T16:09:03Z',
      'notify 2020-03-31T16:09:08Z',
    ])
    const long = { id: 'R1', type: 'notify_log_entry', created_at: '2026-11-24T02:14:07Z' }
    const channel = { type: 'auto', notification: { type: 'push_notification' } }
    const [spelt] = entriesOf([{ ...long, channel, user: { id: 'P1', type: 'user_reference' } }])
    expect(spelt).toMatchObject({ isLoud: true })
    expect(log.at(-1)).toMatchObject({ isLoud: false, user: { name: 'Lene Mosk' } })
    expect(JSON.stringify(log)).not.toMatch(/@/)
    expect(entriesOf(recorded('log-entries-triggered')).map(({ kind }) => kind)).toEqual([
      'trigger',
      'trigger',
      'trigger',
    ])
  })

  it.each(['incidents-acknowledged', 'incidents-triggered', 'incidents-resolved-by-service'])(
    'is an incident each: %s',
    (name) => {
      const body = recorded(name)
      const all = (Array.isArray(body) ? body : body.incidents).map(incidentOf) as Incident[]
      expect(all.length).toBeGreaterThan(0)
      for (const one of all) {
        expect(one.created).toBeGreaterThan(0)
        expect(one.resolved === undefined).toBe(one.state !== 'resolved')
      }
      expect(JSON.stringify(all)).not.toMatch(/@example/)
    },
  )

  it('says who resolved it: a service by itself', () => {
    const [one] = recorded('incidents-resolved-by-service').map(incidentOf) as Incident[]
    expect(one?.changedBy).toEqual({ kind: 'service' })
  })
})

it.each([
  ['ask support@vendor.example.com now', 'ask [e-mail] now'],
  ['call +49 30 1234567, or (202) 555-0143', 'call [phone], or [phone]'],
  ['030 1234567 and 202-555-0143', '[phone] and [phone]'],
  ['#801 on 10.0.0.12:5432 at 2026-11-24 02:14, ticket 1234567890', null],
  ['v1.2.3-20261124 took 0 min, +12%, 555 errors in 100 s', null],
])('%s: what is an address or a number of somebody is not said', (text, left) => {
  expect(harmless(text)).toBe(left ?? text)
})

describe('incidents', () => {
  it('come with their logs, those that are open however old they are', async () => {
    const { simulator, service, policy, pager } = await account()
    const { seed } = simulator
    const [old, older, other] = [
      { title: 'open for long', createdAt: NOW - 300 * DAY, service, policy },
      { title: 'over for long', createdAt: NOW - 300 * DAY, service, status: 'resolved' as const },
      { title: 'not ours', createdAt: NOW - DAY, service: 'POTHER' },
    ].map((one) => seed.incident(one))
    const ours = seed.incidents({ seed: 1, count: 40, from: NOW - 7 * DAY, to: NOW - 2 * DAY })
    const search = {
      services: [service],
      created: { start: NOW - 35 * DAY, end: NOW },
      isOpenToo: true,
      matters: everything,
    }
    const found = await pager.incidents(search, () => undefined)
    const ids = found.map(({ id }) => id)
    expect(new Set(ids)).toEqual(new Set([...ours, old]))
    expect(ids).not.toContain(older)
    expect(ids).not.toContain(other)
    expect(found.filter(({ log }) => log.length > 0)).toHaveLength(40)
    expect(found.find(({ id }) => id === old)).toMatchObject({ policy, service: { id: service } })
    // One for those that are open, one for the list, one for each log.
    expect(pager.requests()).toBe(2 + 41)
    const asked = simulator.requests.filter(({ path }) => path === '/incidents')
    for (const { query } of asked.slice(1)) expect(query).toMatch(/since=[^&]*Z&until=[^&]*Z/)
  })

  it('of which no log is needed cost no request', async () => {
    const { simulator, service, pager } = await account()
    simulator.seed.incidents({ seed: 1, count: 40, from: NOW - 7 * DAY, to: NOW })
    const search = { services: [service], created: YEAR, isOpenToo: false, matters: () => false }
    expect(await pager.incidents(search, () => undefined)).toEqual([])
    expect(pager.requests()).toBe(3)
  })

  it('one after another is told, and how many requests it took', async () => {
    const { simulator, service, pager } = await account()
    simulator.seed.incidents({ seed: 1, count: 3, from: NOW - 7 * DAY, to: NOW - DAY })
    const created = { start: NOW - 35 * DAY, end: NOW }
    const search = { services: [service], created, isOpenToo: false, matters: everything }
    const told: string[] = []
    await pager.incidents(search, ({ listed, read, of, requests }) => {
      told.push(`${read} of ${of ?? '?'} (${listed} listed, ${requests})`)
    })
    expect(told).toEqual([
      '0 of ? (3 listed, 1)',
      '0 of 3 (3 listed, 1)',
      '1 of 3 (3 listed, 2)',
      '2 of 3 (3 listed, 3)',
      '3 of 3 (3 listed, 4)',
    ])
  })

  it('twenty thousand of a year are all listed, though a list ends at ten thousand', async () => {
    const { simulator, service, pager } = await account()
    for (let i = 0; i < 20_000; i += 1) {
      // Most of them on one bad day.
      const at = i < 12_000 ? NOW - 200 * DAY + i * 7000 : NOW - 364 * DAY + i * 1_000_000
      simulator.seed.incident({ title: 'Down', createdAt: at, service, status: 'resolved' })
    }
    let listed = 0
    const search = { services: [service], created: YEAR, isOpenToo: false, matters: () => false }
    await pager.incidents(search, (progress) => (listed = progress.listed))
    expect(listed).toBe(20_000)
    expect(pager.requests()).toBeLessThan(230)
  })

  it('wait for the limit of requests, and go on', async () => {
    const { simulator, service, pager } = await account({ rateLimit: { perMinute: 30 } })
    simulator.seed.incidents({ seed: 1, count: 20, from: NOW - 7 * DAY, to: NOW - DAY })
    for (let i = 0; i < 3; i += 1) {
      simulator.fail(
        { kind: 'rate-limited', resetSeconds: 20 },
        { path: 'log_entries', nth: i * 5 },
      )
    }
    const created = { start: NOW - 35 * DAY, end: NOW }
    const search = { services: [service], created, isOpenToo: false, matters: everything }
    expect(await pager.incidents(search, () => undefined)).toHaveLength(20)
  })

  it('one that was deleted while the others are read is left out', async () => {
    const { simulator, service, pager } = await account()
    simulator.seed.incidents({ seed: 1, count: 5, from: NOW - 7 * DAY, to: NOW - DAY })
    const created = { start: NOW - 35 * DAY, end: NOW }
    const search = {
      services: [service],
      created,
      isOpenToo: false,
      matters: (one: Incident): boolean => {
        if (one.number === 3) simulator.forget(one.id)
        return true
      },
    }
    const numbers = (await pager.incidents(search, () => undefined)).map(({ number }) => number)
    expect(new Set(numbers)).toEqual(new Set([1, 2, 4, 5]))
  })

  it('a policy names its services and its schedules, and an incident its last note', async () => {
    const { simulator, service, policy, pager } = await account()
    const { seed } = simulator
    const schedule = seed.layerSchedule({
      name: 'Primary',
      time_zone: 'Etc/UTC',
      schedule_layers: [
        {
          start: '2026-11-01T00:00:00Z',
          rotation_virtual_start: '2026-11-01T00:00:00Z',
          rotation_turn_length_seconds: 604_800,
          users: [{ user: { id: seed.user({ name: 'Bob', email: 'bob@example.com' }) } }],
        },
      ],
    })
    simulator.callFirst([schedule])
    const policies = await pager.policiesUsing({ id: schedule, kind: 'layers' })
    expect(policies).toEqual([
      {
        id: policy,
        services: [{ id: service, name: 'postgres' }],
        levels: new Map([[schedule, 1]]),
      },
    ])
    const incident = seed.incident({ title: 'Down', createdAt: NOW, service })
    const user = seed.user({ name: 'Carol', email: 'carol@example.com' })
    for (const [i, content] of ['first', ' call +1 202 555 0143\n'].entries()) {
      seed.note({ incident, user, content, createdAt: NOW + i * 1000 })
    }
    expect(await pager.lastNote(incident)).toEqual({
      at: NOW + 1000,
      by: { id: user, name: 'Carol' },
      text: 'call [phone]',
    })
  })
})
