/** Schedules of layers: what may be written, and what becomes of it. */
import { describe, expect, it } from '@jest/globals'
import {
  at,
  entries,
  layer,
  NOW,
  picturedEntries,
  simulated,
  type Client,
  type Json,
} from './client.ts'

function schedule(layers: readonly Json[], other: Json = {}): Json {
  return {
    schedule: {
      type: 'schedule',
      name: 'Primary',
      time_zone: 'Etc/UTC',
      schedule_layers: layers,
      ...other,
    },
  }
}

async function made(client: Client, layers: readonly Json[], other: Json = {}): Promise<string> {
  const { body } = await client.post('/schedules', schedule(layers, other))
  return `/schedules/${body.schedule.id}`
}

const idOf = (path: string): string => path.split('/').at(-1) ?? ''

const DAILY = { type: 'daily_restriction', start_time_of_day: '09:00:00', duration_seconds: 3600 }

describe('a schedule', () => {
  it.each<[string, (client: Client) => Json]>([
    ['a zone that is called UTC', (c) => schedule([layer(c, ['alice'])], { time_zone: 'UTC' })],
    ['an unknown zone', (c) => schedule([layer(c, ['alice'])], { time_zone: 'Mars/Base' })],
    ['no name', (c) => schedule([layer(c, ['alice'])], { name: '' })],
    ['no layers', () => schedule([])],
    ['a layer of nobody', (c) => schedule([layer(c, [])])],
    [
      'a layer of strangers',
      (c) => schedule([layer(c, ['alice'], { users: [{ user: { id: 'PNONE', type: 'user' } }] })]),
    ],
    [
      'turns below an hour',
      (c) => schedule([layer(c, ['alice'], { rotation_turn_length_seconds: 3599 })]),
    ],
    [
      'turns beyond a year',
      (c) => schedule([layer(c, ['alice'], { rotation_turn_length_seconds: 366 * 86_400 })]),
    ],
    ['an end before its start', (c) => schedule([layer(c, ['alice'], { end: NOW })])],
    [
      'a daily restriction of a day',
      (c) =>
        schedule([layer(c, ['alice'], { restrictions: [{ ...DAILY, duration_seconds: 86_400 }] })]),
    ],
    [
      'a daily restriction with a weekday',
      (c) =>
        schedule([layer(c, ['alice'], { restrictions: [{ ...DAILY, start_day_of_week: 1 }] })]),
    ],
    [
      'a weekly restriction without one',
      (c) =>
        schedule([
          layer(c, ['alice'], { restrictions: [{ ...DAILY, type: 'weekly_restriction' }] }),
        ]),
    ],
    [
      'a time of day without seconds',
      (c) =>
        schedule([
          layer(c, ['alice'], { restrictions: [{ ...DAILY, start_time_of_day: '09:00' }] }),
        ]),
    ],
  ])('is refused with %s', async (_, body) => {
    const client = await simulated()
    const answer = await client.post('/schedules', body(client))
    expect(answer.status).toBe(400)
    expect(answer.body.error.errors).toEqual([expect.any(String)])
  })

  it('renders nothing unless asked for a range', async () => {
    const client = await simulated()
    const { body } = await client.get(await made(client, [layer(client, ['alice'])]))
    expect(body.schedule.final_schedule).toEqual({
      name: 'Final Schedule',
      rendered_schedule_entries: [],
      rendered_coverage_percentage: null,
    })
    expect(body.schedule.schedule_layers[0]).toMatchObject({
      name: 'Layer 1',
      end: null,
      rendered_schedule_entries: [],
    })
  })

  it('renders two weeks where one end is given', async () => {
    const client = await simulated()
    const path = await made(client, [layer(client, ['alice', 'bob'])])
    const final = async (query: Record<string, string>): Promise<string> => {
      const { body } = await client.get(path, query)
      return picturedEntries(client, body.schedule.final_schedule.rendered_schedule_entries)
    }
    const expected = '12-01 00:00 alice, 12-07 16:00 bob, 12-14 16:00 alice until 12-15 00:00'
    expect(await final({ since: '2026-12-01T00:00:00Z' })).toBe(expected)
    expect(await final({ until: '2026-12-15T00:00:00Z' })).toBe(expected)
  })

  it('is listed in pages of 100 at the most, without its layers', async () => {
    const client = await simulated()
    for (let i = 0; i < 103; i += 1) {
      client.simulator.seed.layerSchedule({
        name: `Number ${String(i).padStart(3, '0')}`,
        time_zone: 'Etc/UTC',
        schedule_layers: [layer(client, ['alice'])],
      })
    }
    const page = async (query: Record<string, string>): Promise<unknown[]> => {
      const { body } = await client.get('/schedules', query)
      return [body.schedules.length, body.limit, body.offset, body.more, body.total]
    }
    expect(await page({})).toEqual([25, 25, 0, true, null])
    expect(await page({ limit: '500' })).toEqual([100, 100, 0, true, null])
    expect(await page({ limit: '100', offset: '100', total: 'true' })).toEqual([
      3,
      100,
      100,
      false,
      103,
    ])
    expect((await client.get('/schedules', { limit: '100', offset: '9901' })).status).toBe(400)
    const { body } = await client.get('/schedules', { query: 'NUMBER 007' })
    expect(body.schedules).toMatchObject([{ type: 'schedule', summary: 'Number 007' }])
    expect(body.schedules[0].schedule_layers).toBeUndefined()
    const included = await client.get('/schedules', {
      query: '007',
      'include[]': 'schedule_layers',
    })
    expect(included.body.schedules[0].schedule_layers).toHaveLength(1)
  })

  it('cannot be deleted while an escalation policy uses it, or an incident is open on it', async () => {
    const client = await simulated()
    const { seed } = client.simulator
    const path = await made(client, [layer(client, ['alice'])])
    const policy = seed.escalationPolicy({
      name: 'Policy',
      escalation_rules: [
        {
          escalation_delay_in_minutes: 10,
          targets: [{ id: idOf(path), type: 'schedule_reference' }],
        },
      ],
    })
    const used = await client.get(path)
    expect(used.body.schedule.escalation_policies).toMatchObject([{ id: policy }])
    expect((await client.delete(path)).status).toBe(400)
    await client.delete(`/escalation_policies/${policy}`)
    const incident = seed.incident({ title: 'Down', createdAt: at(NOW), schedule: idOf(path) })
    expect((await client.delete(path)).status).toBe(400)
    const closed = { id: incident, title: 'Down', createdAt: at(NOW), status: 'resolved' } as const
    seed.incident({ ...closed, schedule: idOf(path) })
    expect((await client.delete(path)).status).toBe(204)
    expect((await client.get(path)).status).toBe(404)
  })

  it('can be previewed, which keeps nothing', async () => {
    const client = await simulated()
    const path = await made(client, [layer(client, ['alice'])])
    const before = await client.get(path)
    const query = '?since=2026-12-01T00:00:00Z&until=2026-12-02T00:00:00Z'
    const final = async (body: Json): Promise<string> => {
      const answer = await client.post(`/schedules/preview${query}`, body)
      expect(answer.status).toBe(200)
      return picturedEntries(client, answer.body.schedule.final_schedule.rendered_schedule_entries)
    }
    expect(await final(schedule([layer(client, ['bob'])]))).toBe(
      '12-01 00:00 bob until 12-02 00:00',
    )
    const [kept] = before.body.schedule.schedule_layers
    const edited = schedule([layer(client, ['carol'], { id: kept.id })], { id: idOf(path) })
    expect(await final(edited)).toBe('12-01 00:00 carol until 12-02 00:00')
    expect(await client.get(path)).toMatchObject({ body: before.body })
    expect((await client.get('/schedules')).body.schedules).toHaveLength(1)
  })
})

describe('layers', () => {
  it('are listed newest first, and the newest lies on top', async () => {
    const client = await simulated()
    const path = await made(client, [
      layer(client, ['alice'], { name: 'one' }),
      layer(client, ['bob'], { name: 'two', end: '2026-12-02T00:00:00Z' }),
    ])
    const { body } = await client.get(path)
    expect(body.schedule.schedule_layers.map((one: Json) => one['name'])).toEqual(['two', 'one'])
    expect(await entries(client, idOf(path), '2026-12-01T00:00:00Z', '2026-12-03T00:00:00Z')).toBe(
      '12-01 00:00 bob, 12-02 00:00 alice until 12-03 00:00',
    )
  })

  it('that are added lie on top, whatever their place in the body', async () => {
    const client = await simulated()
    const path = await made(client, [layer(client, ['alice'], { name: 'one' })])
    const [one] = (await client.get(path)).body.schedule.schedule_layers
    const fresh = layer(client, ['bob'], { name: 'two' })
    const { body } = await client.put(path, schedule([fresh, one]))
    expect(body.schedule.schedule_layers.map(({ name }: Json) => name)).toEqual(['two', 'one'])
    expect(await entries(client, idOf(path), '2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z')).toBe(
      '12-01 00:00 bob until 12-02 00:00',
    )
  })

  it('cannot be removed, only ended; the ended ones come back', async () => {
    const client = await simulated()
    const path = await made(client, [layer(client, ['alice']), layer(client, ['bob'])])
    const [two, one] = (await client.get(path)).body.schedule.schedule_layers
    const missing = await client.put(path, schedule([one]))
    expect(missing.status).toBe(400)
    expect(missing.body.error.errors[0]).toContain('cannot be removed, only ended')
    const ended = { ...two, end: '2026-12-01T00:00:00Z' }
    expect((await client.put(path, schedule([one, ended]))).status).toBe(200)
    client.simulator.setNow(at('2026-12-05T00:00:00Z'))
    expect((await client.get(path)).body.schedule.schedule_layers).toMatchObject([
      { id: two.id, end: '2026-12-01T00:00:00Z' },
      { id: one.id, end: null },
    ])
    expect((await client.put(path, schedule([one]))).status).toBe(400)
  })

  it('keep their end until null clears it, and cannot end in the past', async () => {
    const client = await simulated()
    const path = await made(client, [layer(client, ['alice'], { end: '2027-01-01T00:00:00Z' })])
    const [{ id }] = (await client.get(path)).body.schedule.schedule_layers
    const put = async (other: Json): Promise<unknown> => {
      const body = schedule([layer(client, ['alice'], { id, ...other })])
      return (await client.put(path, body)).body.schedule.schedule_layers[0].end
    }
    expect(await put({})).toBe('2027-01-01T00:00:00Z')
    expect(await put({ end: null })).toBe(null)
    expect(await put({ end: '2026-11-01T00:00:00Z' })).toBe(NOW)
  })

  it('read back their start as the time of the last edit', async () => {
    const client = await simulated()
    const path = await made(client, [layer(client, ['alice'], { start: '2026-01-01T00:00:00Z' })])
    const [made1] = (await client.get(path)).body.schedule.schedule_layers
    expect(made1.start).toBe(NOW)
    client.simulator.setNow(at('2026-12-02T00:00:00Z'))
    const same = await client.put(path, schedule([made1]))
    expect(same.body.schedule.schedule_layers[0].start).toBe(NOW)
    const edited = { ...layer(client, ['alice', 'bob'], { id: made1.id }), start: NOW }
    const after = await client.put(path, schedule([edited]))
    expect(after.body.schedule.schedule_layers[0].start).toBe('2026-12-02T00:00:00Z')
  })

  it('deal all turns anew when their users change, but not what has been', async () => {
    const client = await simulated()
    const path = await made(client, [layer(client, ['alice', 'bob'])])
    const [{ id }] = (await client.get(path)).body.schedule.schedule_layers
    client.simulator.setNow(at('2026-12-09T00:00:00Z'))
    await client.put(path, schedule([layer(client, ['alice', 'carol', 'bob'], { id })]))
    expect(await entries(client, idOf(path), NOW, '2026-12-22T00:00:00Z')).toBe(
      '11-30 16:00 alice, 12-07 16:00 bob, 12-09 00:00 carol, 12-14 16:00 bob, ' +
        '12-21 16:00 alice until 12-22 00:00',
    )
  })

  it('show a turn whole though an edit went through it', async () => {
    const client = await simulated()
    const path = await made(client, [layer(client, ['alice', 'bob'])])
    const [{ id }] = (await client.get(path)).body.schedule.schedule_layers
    client.simulator.setNow(at('2026-12-09T00:00:00Z'))
    await client.put(path, schedule([layer(client, ['alice', 'bob', 'carol'], { id })]))
    expect(await entries(client, idOf(path), NOW, '2026-12-15T00:00:00Z')).toBe(
      '11-30 16:00 alice, 12-07 16:00 bob, 12-14 16:00 carol until 12-15 00:00',
    )
  })

  it.each([
    ['dropped', '2026-12-01T09:00:00Z', '2026-12-01T09:00:00Z'],
    ['dropped', '2026-12-01T09:00:00+02:00', '2026-12-01T09:00:00Z'],
    ['honoured', '2026-12-01T09:00:00+02:00', '2026-12-01T07:00:00Z'],
  ] as const)(
    'with the offset of the virtual start %s: %s',
    async (virtualStartOffset, sent, read) => {
      const client = await simulated({ readings: { virtualStartOffset } })
      const path = await made(client, [layer(client, ['alice'], { rotation_virtual_start: sent })])
      const [one] = (await client.get(path)).body.schedule.schedule_layers
      expect(one.rotation_virtual_start).toBe(read)
    },
  )
})
