/** The audit trail: who changed what in a schedule, of either kind. */
import { describe, expect, it } from '@jest/globals'
import { at, event, layer, NOW, simulated, type Anything, type Client } from './client.ts'

const DAY = 86_400_000
const START = '2026-12-02T00:00:00Z'
const END = '2026-12-03T00:00:00Z'

interface Scene {
  readonly client: Client
  readonly layers: string
  readonly shifts: string
}

/** Alice is on call in both; Dave steps in by hand, and it is said who wrote that. */
async function scene(): Promise<Scene> {
  const client = await simulated()
  const { seed, byHand } = client.simulator
  const layers = seed.layerSchedule({
    name: 'Layers',
    time_zone: 'Etc/UTC',
    schedule_layers: [layer(client, ['alice'])],
  })
  const shifts = seed.shiftSchedule({
    name: 'Shifts',
    time_zone: 'Etc/UTC',
    rotations: [{ events: [event(client, ['alice'])] }],
  })
  const user = { id: client.id('dave'), type: 'user_reference' }
  const overrides = [{ start: START, end: END, user }]
  byHand('POST', `/schedules/${layers}/overrides`, { overrides }, client.id('dave'))
  const found: Anything = byHand('GET', `/v3/schedules/${shifts}`)
  const override = {
    type: 'override_shift',
    rotation_id: found.schedule.rotations[0].id,
    start_time: START,
    end_time: END,
    overridden_member: client.member('alice'),
    overriding_member: client.member('dave'),
  }
  byHand('POST', `/v3/schedules/${shifts}/overrides`, { overrides: [override] }, client.id('erin'))
  return { client, layers, shifts }
}

async function records(client: Client, path: string, query = {}): Promise<Anything[]> {
  return (await client.get(`${path}/audit/records`, query)).body.records
}

describe('the audit trail', () => {
  it('says who made an override of layers', async () => {
    const { client, layers } = await scene()
    const list = { since: START, until: END, editable: 'true' }
    const [override] = (await client.get(`/schedules/${layers}/overrides`, list)).body.overrides
    expect(await records(client, `/schedules/${layers}`)).toMatchObject([
      {
        execution_time: NOW,
        actors: [{ id: client.id('dave'), type: 'user_reference', summary: 'dave' }],
        method: { type: 'browser' },
        root_resource: { id: layers, type: 'schedule_reference' },
        action: 'create',
        details: { resource: { id: override.id, type: 'override_reference' } },
      },
    ])
  })

  it('says who made an override of shifts', async () => {
    const { client, shifts } = await scene()
    const list = { since: START, until: END }
    const [override] = (await client.get(`/v3/schedules/${shifts}/overrides`, list)).body.overrides
    const found = await records(client, `/v3/schedules/${shifts}`)
    expect(found).toMatchObject([
      {
        actors: [{ id: client.id('erin') }],
        root_resource: { id: shifts, type: 'schedule_v3_reference' },
        details: { resource: { id: override.id, type: 'override_shift_reference' } },
      },
    ])
    expect(found[0].details.fields).toContainEqual({ name: 'start_time', value: START })
  })

  it('tells a key of the account, a user’s, and an app from each other', async () => {
    const { client, shifts } = await scene()
    const path = `/v3/schedules/${shifts}`
    const body = { schedule: { name: 'Other', time_zone: 'Etc/UTC' } }
    await client.put(path, body)
    client.simulator.actAs(client.id('bob'))
    await client.put(path, body)
    const token = client.simulator.scopedToken(['schedules.write'])
    await client.call('PUT', path, body, { authorization: `Bearer ${token}` })
    const [app, user, key] = await records(client, path)
    expect([app, user, key]).toMatchObject([
      { actors: [{ type: 'app_reference' }], method: { type: 'oauth' }, action: 'update' },
      { actors: [{ id: client.id('bob') }], method: { type: 'api_token' } },
      { actors: [{ type: 'api_key_reference' }], details: { resource: { id: shifts } } },
    ])
  })

  it('has deletions, and nothing of what was refused or only looked at', async () => {
    const { client, layers } = await scene()
    const path = `/schedules/${layers}`
    const list = { since: START, until: END, editable: 'true' }
    const [override] = (await client.get(`${path}/overrides`, list)).body.overrides
    await client.post(`${path}/overrides`, { overrides: [{}] })
    await client.delete(`${path}/overrides/NONE`)
    await client.delete(`${path}/overrides/${override.id}`)
    expect(await records(client, path)).toMatchObject([
      { action: 'delete', details: { resource: { id: override.id } } },
      { action: 'create' },
    ])
  })

  it('goes back a day, or as far as one asks, but for 31 days at most', async () => {
    const { client, layers } = await scene()
    const path = `/schedules/${layers}`
    client.simulator.moveNow(DAY + 1000)
    expect(await records(client, path)).toEqual([])
    expect(await records(client, path, { since: NOW })).toHaveLength(1)
    client.simulator.moveNow(31 * DAY)
    const long = await client.get(`${path}/audit/records`, { since: NOW })
    expect(long.status).toBe(400)
    const until = new Date(at(NOW) + 31 * DAY).toISOString()
    expect(await records(client, path, { since: NOW, until })).toHaveLength(1)
  })

  it('comes page by page, the newest first', async () => {
    const { client, shifts } = await scene()
    const path = `/v3/schedules/${shifts}`
    for (const name of ['one', 'two']) {
      await client.put(path, { schedule: { name, time_zone: 'Etc/UTC' } })
    }
    const page = async (query: Record<string, string>): Promise<Anything> =>
      (await client.get(`${path}/audit/records`, { limit: '2', ...query })).body
    const first = await page({})
    expect([first.limit, first.records.length]).toEqual([2, 2])
    const rest = await page({ cursor: first.next_cursor })
    expect([rest.records.length, rest.next_cursor]).toEqual([1, null])
    expect(rest.records[0].action).toBe('create')
    const wrong = await client.get(`${path}/audit/records`, { cursor: 'wrong' })
    expect(wrong.status).toBe(400)
  })

  it('is for those who may read it', async () => {
    const { client, layers, shifts } = await scene()
    const token = client.simulator.scopedToken(['schedules.read'])
    const reader = { authorization: `Token token=${client.simulator.readOnlyToken}` }
    for (const path of [`/schedules/${layers}`, `/v3/schedules/${shifts}`]) {
      const ask = async (headers: Record<string, string>): Promise<number> =>
        (await client.call('GET', `${path}/audit/records`, undefined, headers)).status
      expect(await ask({ authorization: `Bearer ${token}` })).toBe(403)
      expect(await ask(reader)).toBe(200)
    }
  })

  it('of a schedule of the other kind is asked for there', async () => {
    const { client, layers, shifts } = await scene()
    expect((await client.get(`/v3/schedules/${layers}/audit/records`)).status).toBe(400)
    expect((await client.get(`/schedules/${shifts}/audit/records`)).status).toBe(400)
  })
})
