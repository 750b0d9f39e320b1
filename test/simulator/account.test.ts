/** Users, teams, escalation policies, on-calls, incidents: what stands around the schedules. */
import { describe, expect, it } from '@jest/globals'
import { seedExample } from '../../src/simulator/example.ts'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { at, event, layer, NOW, simulated, type Client, type Json } from './client.ts'

const names = (all: readonly Json[]): unknown[] => all.map((one) => one['name'])

describe('the example', () => {
  it('has the people of this repository’s example, a team and a policy, and no schedules', async () => {
    const simulator = await startSimulator()
    seedExample(simulator)
    const { users } = simulator.byHand('GET', '/users?limit=100') as { users: readonly Json[] }
    expect(users.map(({ email }) => String(email).split('@')[0])).toEqual([
      'alice',
      'arjun',
      'bob',
      'carol',
      'dave',
      'erin',
      'frank',
      'grace',
      'priya',
    ])
    expect(simulator.byHand('GET', '/escalation_policies')).toMatchObject({
      escalation_policies: [{ name: 'Infrastructure' }],
    })
    await simulator.close()
  })
})

describe('the search for users', () => {
  it('finds more than was asked for, in the order of names', async () => {
    const client = await simulated()
    const { seed } = client.simulator
    seed.user({ name: 'Alice Other', email: 'alice@example.org' })
    seed.user({ name: 'Malice', email: 'malice@example.com' })
    seed.user({ name: 'Alicia', email: 'alicia@example.com' })
    const { body } = await client.get('/users', { query: 'Alice@Example.com' })
    expect(names(body.users)).toEqual(['Alice Other', 'Alicia', 'Malice', 'alice'])
  })

  it('finds nobody who is far from it', async () => {
    const client = await simulated()
    expect((await client.get('/users', { query: 'zoe@example.com' })).body.users).toEqual([])
  })

  it('is by the page', async () => {
    const client = await simulated()
    for (let i = 0; i < 120; i += 1) {
      client.simulator.seed.user({ name: `Number ${i}`, email: `number${i}@example.com` })
    }
    const page = async (query: Record<string, string>): Promise<unknown[]> => {
      const { body } = await client.get('/users', { query: 'number', ...query })
      return [body.users.length, body.more]
    }
    expect(await page({})).toEqual([25, true])
    expect(await page({ limit: '100' })).toEqual([100, true])
    expect(await page({ limit: '100', offset: '100' })).toEqual([20, false])
    expect((await client.get('/users', { limit: '100', offset: '9901' })).status).toBe(400)
    expect((await client.get('/users', { limit: '100', offset: '9900' })).status).toBe(200)
    expect((await client.get('/users', { limit: 'many' })).status).toBe(400)
  })

  it('can be within a team', async () => {
    const client = await simulated()
    const team = client.simulator.seed.team('Infrastructure')
    const email = 'grace@example.com'
    client.simulator.seed.user({ name: 'grace', email, teams: [team] })
    const { body } = await client.get('/users', { 'team_ids[]': team })
    expect(names(body.users)).toEqual(['grace'])
    expect((await client.get('/teams', { query: 'infra' })).body.teams).toMatchObject([
      { id: team, name: 'Infrastructure' },
    ])
  })
})

describe('a user', () => {
  it('is made, changed and deleted', async () => {
    const client = await simulated()
    const user = { type: 'user', name: 'Grace', email: 'grace@example.com' }
    expect((await client.post('/users', { user })).status).toBe(400)
    const from = { from: 'alice@example.com' }
    const made = await client.call('POST', '/users', { user }, from)
    expect([made.status, made.body.user.time_zone]).toEqual([201, 'Etc/UTC'])
    expect((await client.call('POST', '/users', { user }, from)).status).toBe(400)
    const path = `/users/${made.body.user.id}`
    const changed = await client.put(path, { user: { ...user, time_zone: 'Europe/Amsterdam' } })
    expect(changed.body.user).toMatchObject({ name: 'Grace', time_zone: 'Europe/Amsterdam' })
    expect((await client.delete(path)).status).toBe(204)
    expect((await client.get(path)).status).toBe(404)
  })

  it('is me, if the token is a user’s', async () => {
    const client = await simulated()
    expect((await client.get('/users/me')).status).toBe(400)
    client.simulator.actAs(client.id('bob'))
    expect((await client.get('/users/me')).body.user.name).toBe('bob')
  })
})

/** A policy that alerts whoever holds both kinds of schedule, then Erin. */
async function policied(): Promise<{ client: Client; layers: string; shifts: string }> {
  const client = await simulated({ now: at('2026-12-01T12:00:00Z') })
  const { seed } = client.simulator
  const frame = { time_zone: 'Etc/UTC' }
  const layers = seed.layerSchedule({
    ...frame,
    name: 'Layers',
    schedule_layers: [layer(client, ['alice', 'bob'])],
  })
  const shifts = seed.shiftSchedule({
    ...frame,
    name: 'Shifts',
    rotations: [{ events: [event(client, ['carol', 'dave', 'nobody'])] }],
  })
  const { status } = await client.post('/escalation_policies', {
    escalation_policy: {
      type: 'escalation_policy',
      name: 'Policy',
      escalation_rules: [
        {
          escalation_delay_in_minutes: 10,
          targets: [
            { id: layers, type: 'schedule_reference' },
            { id: shifts, type: 'schedule_v3_reference' },
          ],
        },
        {
          escalation_delay_in_minutes: 10,
          targets: [{ id: client.id('erin'), type: 'user_reference' }],
        },
      ],
    },
  })
  expect(status).toBe(201)
  return { client, layers, shifts }
}

describe('on-calls', () => {
  it('are those of now, with the whole of their shifts', async () => {
    const { client, layers, shifts } = await policied()
    const week = { start: '2026-11-30T16:00:00Z', end: '2026-12-07T16:00:00Z' }
    expect((await client.get('/oncalls')).body.oncalls).toMatchObject([
      {
        ...week,
        user: { summary: 'alice' },
        escalation_level: 1,
        schedule: { id: layers, type: 'schedule_reference' },
      },
      {
        ...week,
        user: { summary: 'carol' },
        escalation_level: 1,
        schedule: { id: shifts, type: 'schedule_v3_reference' },
      },
      { start: null, end: null, user: { summary: 'erin' }, escalation_level: 2, schedule: null },
    ])
  })

  it('are of a range, of a schedule, the earliest of each', async () => {
    const { client, shifts } = await policied()
    const users = async (query: Record<string, string>): Promise<unknown[]> => {
      const { body } = await client.get('/oncalls', { 'schedule_ids[]': shifts, ...query })
      return body.oncalls.map((one: { user: Json }) => one.user['summary'])
    }
    const until = '2026-12-28T00:00:00Z'
    expect(await users({ until })).toEqual(['carol', 'dave', 'carol'])
    expect(await users({ until, earliest: 'true' })).toEqual(['carol', 'dave'])
    expect(await users({ until, 'user_ids[]': client.id('dave') })).toEqual(['dave'])
    const tooFar = await client.get('/oncalls', { until: '2027-03-30T00:00:00Z' })
    expect(tooFar.status).toBe(400)
  })

  it('tell the users whole, if asked', async () => {
    const { client } = await policied()
    const { body } = await client.get('/oncalls', { 'include[]': 'users' })
    expect(body.oncalls[0].user.email).toBe('alice@example.com')
  })

  it('tell schedules and policies whole, if asked, and are keyed as those that were recorded', async () => {
    const { client, layers, shifts } = await policied()
    const recorded = 'start,end,escalation_level,escalation_policy,schedule,user'.split(',').sort()
    const short = (await client.get('/oncalls')).body.oncalls[0]
    expect(Object.keys(short).sort()).toEqual(recorded)
    expect(short).toMatchObject({ escalation_policy: { type: 'escalation_policy_reference' } })
    const query = '?include[]=schedules&include[]=escalation_policies'
    const [first, second] = (await client.get(`/oncalls${query}`)).body.oncalls
    expect(first.schedule).toMatchObject({ id: layers, type: 'schedule', time_zone: 'Etc/UTC' })
    expect(second.schedule).toMatchObject({ id: shifts, type: 'schedule_v3' })
    expect(first.escalation_policy.escalation_rules).toHaveLength(2)
  })

  it('of a schedule alone are its users', async () => {
    const { client, layers } = await policied()
    expect(names((await client.get(`/schedules/${layers}/users`)).body.users)).toEqual(['alice'])
    const range = { since: '2026-12-06T00:00:00Z', until: '2026-12-08T00:00:00Z' }
    const { body } = await client.get(`/schedules/${layers}/users`, range)
    expect(names(body.users)).toEqual(['alice', 'bob'])
  })
})

const policy = (targets: readonly Json[]): Json => ({
  escalation_policy: {
    type: 'escalation_policy',
    name: 'Policy',
    escalation_rules: [{ escalation_delay_in_minutes: 10, targets }],
  },
})

describe('an escalation policy', () => {
  it('names what exists', async () => {
    const client = await simulated()
    const status = async (targets: readonly Json[]): Promise<number> =>
      (await client.post('/escalation_policies', policy(targets))).status
    expect(await status([])).toBe(400)
    expect(await status([{ id: 'PNONE', type: 'schedule_reference' }])).toBe(400)
    expect(await status([{ id: client.id('bob'), type: 'schedule_v3_reference' }])).toBe(400)
    expect(await status([{ id: client.id('bob'), type: 'user_reference' }])).toBe(201)
  })
})

/** How many entries of each type are in the logs of incidents by chance. */
async function typesBy(seed: number): Promise<Map<string, number>> {
  const client = await simulated()
  const { simulator } = client
  const targets = [{ type: 'user_reference', id: client.id('alice') }]
  const later = [{ type: 'user_reference', id: client.id('bob') }]
  const policy = simulator.seed.escalationPolicy({
    name: 'Infrastructure',
    escalation_rules: [
      { escalation_delay_in_minutes: 15, targets },
      { escalation_delay_in_minutes: 15, targets: later },
    ],
  })
  simulator.seed.service({ name: 'postgres', policy })
  const range = { from: at('2026-11-01T00:00:00Z'), to: at(NOW) }
  expect(simulator.seed.incidents({ seed, count: 300, ...range })).toHaveLength(300)
  const found = new Map<string, number>()
  for (let offset = 0, isMore = true; isMore; offset += 100) {
    const { body } = await client.get('/log_entries', { limit: '100', offset: String(offset) })
    for (const { type } of body.log_entries) found.set(type, (found.get(type) ?? 0) + 1)
    isMore = body.more
  }
  return found
}

describe('incidents', () => {
  it('are those of the last month, by status and by the range', async () => {
    const client = await simulated()
    const { seed } = client.simulator
    const incident = (title: string, createdAt: string, status: 'triggered' | 'resolved'): string =>
      seed.incident({ title, createdAt: at(createdAt), status })
    incident('old', '2026-09-01T00:00:00Z', 'resolved')
    incident('new', '2026-11-29T03:00:00Z', 'triggered')
    incident('done', '2026-11-28T03:00:00Z', 'resolved')
    const titles = async (query: Record<string, string>): Promise<unknown[]> => {
      const { body } = await client.get('/incidents', query)
      return body.incidents.map((one: Json) => one['title'])
    }
    expect(await titles({})).toEqual(['done', 'new'])
    expect(await titles({ 'statuses[]': 'triggered' })).toEqual(['new'])
    expect(await titles({ date_range: 'all', sort_by: 'created_at:desc' })).toEqual([
      'new',
      'done',
      'old',
    ])
    const since = '2026-08-01T00:00:00Z'
    expect(await titles({ since, until: '2026-10-01T00:00:00Z' })).toEqual(['old'])
    expect((await client.get('/incidents', { since: '2026-01-01T00:00:00Z' })).status).toBe(400)
  })

  it('have log entries, newest first', async () => {
    const client = await simulated()
    const { seed } = client.simulator
    const incident = seed.incident({ title: 'Down', createdAt: at(NOW) })
    const user = client.id('alice')
    seed.logEntry({ type: 'trigger_log_entry', createdAt: at(NOW), incident })
    seed.logEntry({ type: 'notify_log_entry', createdAt: at(NOW) + 60_000, incident, user })
    const types = async (path: string, query: Record<string, string> = {}): Promise<unknown[]> => {
      const { body } = await client.get(path, query)
      return body.log_entries.map((one: Json) => one['type'])
    }
    expect(await types('/log_entries')).toEqual(['notify_log_entry', 'trigger_log_entry'])
    expect(await types('/log_entries', { is_overview: 'true' })).toEqual(['trigger_log_entry'])
    expect(await types(`/incidents/${incident}/log_entries`)).toHaveLength(2)
    expect(await types('/log_entries', { until: NOW })).toEqual([])
    const { body } = await client.get('/log_entries')
    expect(body.log_entries[0].user).toMatchObject({ id: user, summary: 'alice' })
  })

  it('have notes, and a service that its policy names', async () => {
    const client = await simulated()
    const { seed } = client.simulator
    const targets = [{ type: 'user_reference', id: client.id('alice') }]
    const escalation_rules = [{ escalation_delay_in_minutes: 30, targets }]
    const policy = seed.escalationPolicy({ name: 'Infrastructure', escalation_rules })
    const service = seed.service({ name: 'postgres', policy })
    const incident = seed.incident({ title: 'Down', createdAt: at(NOW), service, policy })
    const user = client.id('bob')
    seed.note({ incident, user, content: 'looking', createdAt: at(NOW) })
    const notes = await client.get(`/incidents/${incident}/notes`)
    expect(notes.body.notes).toMatchObject([{ content: 'looking', user: { summary: 'bob' } }])
    const { body } = await client.get(`/escalation_policies/${policy}`)
    expect(body.escalation_policy.services).toMatchObject([{ id: service, summary: 'postgres' }])
    expect((await client.get('/incidents/PNONE/notes')).status).toBe(404)
  })

  it('are asked for in the account’s zone where a time has no offset', async () => {
    const client = await simulated({ zone: 'America/New_York' })
    client.simulator.seed.incident({ title: 'Down', createdAt: at('2026-11-29T12:00:00Z') })
    const count = async (since: string): Promise<number> =>
      (await client.get('/incidents', { since, until: NOW })).body.incidents.length
    expect(await count('2026-11-29T12:00:00Z')).toBe(1)
    expect(await count('2026-11-29T07:00:00')).toBe(1)
    expect(await count('2026-11-29T07:00:01')).toBe(0)
  })

  it('come by chance from a seed, the same from the same one', async () => {
    const first = await typesBy(1)
    expect(await typesBy(1)).toEqual(first)
    expect(await typesBy(2)).not.toEqual(first)
    expect([...first.keys()].map((type) => type.replace('_log_entry', '')).sort()).toEqual([
      'acknowledge',
      'annotate',
      'assign',
      'escalate',
      'notify',
      'priority_change',
      'resolve',
      'trigger',
      'unacknowledge',
    ])
  })
})
