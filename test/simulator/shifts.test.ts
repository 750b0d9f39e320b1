/** Schedules of shifts: what may be written, and when. */
import { describe, expect, it } from '@jest/globals'
import {
  at,
  event,
  layer,
  NOW,
  shifts,
  simulated,
  zoned,
  type Client,
  type Json,
} from './client.ts'

/** A schedule with one rotation: their paths. */
async function rotation(
  client: Client,
): Promise<{ schedule: string; events: string; path: string }> {
  const made = await client.post('/v3/schedules', {
    schedule: { name: 'Primary', time_zone: 'UTC' },
  })
  const schedule: string = made.body.schedule.id
  const { body } = await client.post(`/v3/schedules/${schedule}/rotations`, {})
  const path = `/v3/schedules/${schedule}/rotations/${body.rotation.id}`
  return { schedule, path, events: `${path}/events` }
}

/** What is answered to an id of the other kind's. */
const told = (is: string, api: string): object => ({
  error: { message: `This is a ${is} schedule. Use the ${api} Schedules API to access it.` },
})

const refused = (...errors: string[]): object => ({
  error: { code: 2001, message: 'Invalid Input Provided', errors },
})

const month = (n: number): string => `2027-0${n}-01T00:00:00Z`

describe('a schedule', () => {
  it.each<[string, Json, string]>([
    ['has a name', { time_zone: 'UTC' }, 'schedule.name'],
    ['has a name that is not blank', { name: '', time_zone: 'UTC' }, 'schedule.name'],
    ['has 255 characters of name', { name: 'x'.repeat(256), time_zone: 'UTC' }, 'schedule.name'],
    ['has a zone', { name: 'a' }, 'schedule.time_zone'],
    ['has a zone of IANA', { name: 'a', time_zone: 'Mars/Base' }, 'schedule.time_zone'],
    ['has no offset for a zone', { name: 'a', time_zone: '+02:00' }, 'schedule.time_zone'],
    [
      'has 1024 characters of description',
      { name: 'a', time_zone: 'UTC', description: 'x'.repeat(1025) },
      'schedule.description',
    ],
    ['takes no rotations', { name: 'a', time_zone: 'UTC', rotations: [] }, 'schedule.rotations'],
    [
      'takes no escalation policies',
      { name: 'a', time_zone: 'UTC', escalation_policies: [] },
      'schedule.escalation_policies',
    ],
    [
      'belongs to teams that exist',
      { name: 'a', time_zone: 'UTC', teams: [{ id: 'PNONE', type: 'team_reference' }] },
      'schedule.teams[0]',
    ],
  ])('%s', async (_, schedule, field) => {
    const client = await simulated({ readings: { errors: 'map' } })
    const { status, body } = await client.post('/v3/schedules', { schedule })
    expect(status).toBe(400)
    expect(body.error.code).toBe(2001)
    expect(Object.keys(body.error.errors)).toEqual([field])
  })

  it('takes names of 255 and descriptions of 1024 characters, whatever their bytes', async () => {
    const client = await simulated()
    const schedule = { name: 'é'.repeat(255), time_zone: 'UTC', description: '🙂'.repeat(1024) }
    expect((await client.post('/v3/schedules', { schedule })).status).toBe(201)
  })

  it('that is in UTC comes back in Etc/UTC', async () => {
    const client = await simulated()
    const { schedule } = await rotation(client)
    const { body } = await client.get(`/v3/schedules/${schedule}`)
    expect(body.schedule).toMatchObject({ type: 'schedule_v3', time_zone: 'Etc/UTC' })
  })

  it('must be sent whole, name and zone, and its teams not at all', async () => {
    const client = await simulated()
    const { schedule } = await rotation(client)
    const put = async (body: Json): Promise<unknown> => {
      const answer = await client.put(`/v3/schedules/${schedule}`, { schedule: body })
      return answer.status === 200 ? 200 : answer.body
    }
    expect(await put({ name: 'Primary', description: 'marked' })).toEqual(
      refused('Time zone cannot be empty.'),
    )
    expect(await put({ time_zone: 'Etc/UTC' })).toEqual(refused('Name cannot be empty.'))
    const whole = { name: 'Other', time_zone: 'Europe/Amsterdam' }
    expect(await put({ ...whole, teams: [] })).toEqual(refused('Teams cannot be changed here.'))
    expect(await put(whole)).toBe(200)
    const { body } = await client.get(`/v3/schedules/${schedule}`)
    expect(body.schedule).toMatchObject(whole)
  })

  it('keeps what an update does not name, where it may be sent in parts', async () => {
    const client = await simulated({ readings: { settings: 'partial' } })
    const { schedule } = await rotation(client)
    await client.put(`/v3/schedules/${schedule}`, { schedule: { description: 'marked' } })
    const { body } = await client.put(`/v3/schedules/${schedule}`, { schedule: { name: 'Other' } })
    expect(body.schedule).toMatchObject({ name: 'Other', description: 'marked' })
    const refused = await client.put(`/v3/schedules/${schedule}`, { schedule: { rotations: [] } })
    expect(refused.status).toBe(400)
  })

  it('is listed as a reference, without its description', async () => {
    const client = await simulated()
    const { schedule } = await rotation(client)
    const { body } = await client.get('/v3/schedules', { query: 'prim' })
    expect(body).toMatchObject({ limit: 100, offset: 0, more: false })
    expect(body.schedules).toMatchObject([
      { id: schedule, type: 'schedule_v3_reference', summary: 'Primary' },
    ])
    expect(Object.keys(body.schedules[0])).not.toContain('description')
    expect(Object.keys(body.schedules[0])).not.toContain('name')
  })

  it.each([
    ['1000', 200],
    ['1001', 400],
    ['0', 400],
  ])('is listed by pages of 1 to 1000: %s', async (limit, status) => {
    const client = await simulated()
    expect((await client.get('/v3/schedules', { limit })).status).toBe(status)
  })

  it('cannot be deleted while an escalation policy uses it', async () => {
    const client = await simulated()
    const { schedule } = await rotation(client)
    const policy = client.simulator.seed.escalationPolicy({
      name: 'Policy',
      escalation_rules: [
        {
          escalation_delay_in_minutes: 10,
          targets: [{ id: schedule, type: 'schedule_v3_reference' }],
        },
      ],
    })
    expect((await client.delete(`/v3/schedules/${schedule}`)).status).toBe(400)
    expect((await client.delete(`/escalation_policies/${policy}`)).status).toBe(204)
    expect((await client.delete(`/v3/schedules/${schedule}`)).status).toBe(204)
    expect((await client.get(`/v3/schedules/${schedule}`)).status).toBe(404)
  })

  it('is not to be had through the API of layers, nor the other way round', async () => {
    const client = await simulated()
    const { schedule } = await rotation(client)
    const layers = client.simulator.seed.layerSchedule({
      name: 'Old',
      time_zone: 'Etc/UTC',
      schedule_layers: [layer(client, ['alice'])],
    })
    for (const rest of ['', '/overrides?since=2026-12-01&until=2026-12-02']) {
      const shifts = await client.get(`/schedules/${schedule}${rest}`)
      expect([shifts.status, shifts.body]).toEqual([400, told('shift-based', 'v3')])
      const old = await client.get(`/v3/schedules/${layers}${rest}`)
      expect([old.status, old.body]).toEqual([400, told('layer-based', 'v2')])
    }
    expect((await client.get('/schedules')).body.schedules).toMatchObject([{ id: layers }])
    expect((await client.get('/v3/schedules')).body.schedules).toMatchObject([{ id: schedule }])
  })

  it('of the other kind is not found, by another reading', async () => {
    const client = await simulated({ readings: { otherKind: 'not-found' } })
    const { schedule } = await rotation(client)
    expect((await client.get(`/schedules/${schedule}`)).status).toBe(404)
  })

  it('has ten rotations with something in them that has not ended, at most', async () => {
    const client = await simulated()
    const { schedule } = await rotation(client)
    const path = `/v3/schedules/${schedule}/rotations`
    const add = async (other: Json = {}): Promise<readonly [number, string]> => {
      const { rotation: made } = (await client.post(path, {})).body
      const body = { event: event(client, ['alice'], other) }
      return [(await client.post(`${path}/${made.id}/events`, body)).status, made.id]
    }
    const short = { effective_until: '2026-12-14T16:00:00Z' }
    const [, first] = await add(short)
    for (let n = 2; n <= 10; n += 1) expect((await add())[0]).toBe(201)
    expect((await add())[0]).toBe(400)
    client.simulator.setNow(at('2026-12-15T00:00:00Z'))
    expect((await add())[0]).toBe(201)
    const again = await client.post(`${path}/${first}/events`, { event: event(client, ['bob']) })
    expect(again.status).toBe(400)
  })

  it('has any number of them, by another reading', async () => {
    const client = await simulated({ readings: { activeRotations: 'unlimited' } })
    const { schedule } = await rotation(client)
    const path = `/v3/schedules/${schedule}/rotations`
    for (let n = 1; n <= 11; n += 1) {
      const { rotation: made } = (await client.post(path, {})).body
      const body = { event: event(client, ['alice']) }
      expect((await client.post(`${path}/${made.id}/events`, body)).status).toBe(201)
    }
  })

  it('shows its rotations without their events, by another reading', async () => {
    const client = await simulated({ readings: { scheduleEvents: 'left-out' } })
    const { schedule, path } = await rotation(client)
    await client.post(`${path}/events`, { event: event(client, ['alice']) })
    const { body } = await client.get(`/v3/schedules/${schedule}`)
    expect(body.schedule.rotations).toMatchObject([{ type: 'schedule_rotation' }])
    expect(Object.keys(body.schedule.rotations[0])).not.toContain('events')
    expect((await client.get(`${path}/events`)).body.events).toHaveLength(1)
  })
})

describe('a rotation', () => {
  it('takes no fields', async () => {
    const client = await simulated()
    const { schedule } = await rotation(client)
    const rotations = `/v3/schedules/${schedule}/rotations`
    expect((await client.post(rotations, { name: 'x' })).status).toBe(400)
    expect((await client.post(rotations)).status).toBe(201)
    expect((await client.get(rotations)).body.rotations).toHaveLength(2)
  })

  it('that is deleted has what it has served, and nothing more', async () => {
    const client = await simulated()
    const { schedule, path, events } = await rotation(client)
    await client.post(events, { event: event(client, ['alice']) })
    client.simulator.setNow(at('2026-12-02T00:00:00Z'))
    expect((await client.delete(path)).status).toBe(204)
    expect((await client.get(path)).status).toBe(404)
    expect((await client.get(`/v3/schedules/${schedule}`)).body.schedule.rotations).toEqual([])
    expect(await shifts(client, schedule, NOW, '2026-12-30T00:00:00Z')).toBe(
      '11-30 16:00 alice until 12-02 00:00',
    )
  })

  it('that is deleted may be listed with its ended events', async () => {
    const client = await simulated({ readings: { deletedRotation: 'listed' } })
    const { path, events } = await rotation(client)
    await client.post(events, { event: event(client, ['alice']) })
    client.simulator.setNow(at('2026-12-02T00:00:00Z'))
    await client.delete(path)
    const { body } = await client.get(path)
    expect(body.rotation.events).toMatchObject([{ effective_until: '2026-12-02T00:00:00Z' }])
    expect((await client.post(events, { event: event(client, ['bob']) })).status).toBe(400)
  })
})

describe('an event', () => {
  it('comes back with its times in UTC', async () => {
    const client = await simulated()
    const { events } = await rotation(client)
    const { body } = await client.post(events, {
      event: event(client, ['alice'], {
        start_time: zoned('2026-12-07T09:00:00-05:00', 'America/New_York'),
        end_time: zoned('2026-12-07T17:00:00-05:00', 'America/New_York'),
      }),
    })
    expect(body.event).toMatchObject({
      type: 'schedule_event',
      start_time: { date_time: '2026-12-07T14:00:00Z', time_zone: 'America/New_York' },
      end_time: { date_time: '2026-12-07T22:00:00Z', time_zone: 'America/New_York' },
      effective_until: null,
    })
  })

  it.each([
    ['offset', '2026-12-07T09:00:00Z'],
    ['wall', '2026-12-07T14:00:00Z'],
  ] as const)('reads 09:00Z in New York by its %s', async (zonedTime, read) => {
    const client = await simulated({ readings: { zonedTime } })
    const { events } = await rotation(client)
    const { body } = await client.post(events, {
      event: event(client, ['alice'], {
        start_time: zoned('2026-12-07T09:00:00Z', 'America/New_York'),
        end_time: zoned('2026-12-07T17:00:00Z', 'America/New_York'),
      }),
    })
    expect(body.event.start_time.date_time).toBe(read)
  })

  it('that would begin in the past begins now', async () => {
    const client = await simulated()
    const { events } = await rotation(client)
    const { status, body } = await client.post(events, {
      event: event(client, ['alice'], { effective_since: '2026-01-01T00:00:00Z' }),
    })
    expect([status, body.event.effective_since]).toEqual([201, NOW])
  })

  it('begins within twelve months', async () => {
    const client = await simulated()
    const { events } = await rotation(client)
    const later = (effective_since: string): Json => ({
      event: event(client, ['alice'], { effective_since }),
    })
    expect((await client.post(events, later('2027-11-30T12:00:01Z'))).status).toBe(400)
    expect((await client.post(events, later('2027-11-30T12:00:00Z'))).status).toBe(201)
  })

  it.each<[string, Json, string]>([
    ['no name', { name: '' }, 'event.name'],
    ['no rule', { recurrence: [] }, 'event.recurrence'],
    ['two rules', { recurrence: ['RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'] }, 'event.recurrence'],
    ['a rule of years', { recurrence: ['RRULE:FREQ=YEARLY'] }, 'event.recurrence'],
    ['a line of another kind', { recurrence: ['RRULE:FREQ=DAILY', 'X:1'] }, 'event.recurrence'],
    ['no beginning', { effective_since: undefined }, 'event.effective_since'],
    ['a time without offset', { effective_since: '2026-12-01T00:00:00' }, 'event.effective_since'],
    ['an end in the past', { effective_until: '2026-11-30T11:00:00Z' }, 'event.effective_until'],
    [
      'an end before its beginning',
      { effective_until: '2026-11-30T15:00:00Z' },
      'event.effective_until',
    ],
    [
      'an end of the shift before its start',
      { end_time: zoned('2026-11-30T16:00:00Z', 'Etc/UTC') },
      'event.end_time',
    ],
    ['an unknown zone', { start_time: zoned(NOW, 'Mars/Base') }, 'event.start_time.time_zone'],
    [
      'no members',
      { assignment_strategy: { type: 'every_member_assignment_strategy', members: [] } },
      'event.assignment_strategy.members',
    ],
    [
      'a member of another account',
      {
        assignment_strategy: {
          type: 'every_member_assignment_strategy',
          members: [{ type: 'user_member', user_id: 'PNONE' }],
        },
      },
      'event.assignment_strategy.members[0].user_id',
    ],
    [
      'turns of no shifts',
      {
        assignment_strategy: {
          type: 'rotating_member_assignment_strategy',
          shifts_per_member: 0,
          members: [{ type: 'empty_member' }],
        },
      },
      'event.assignment_strategy.shifts_per_member',
    ],
    [
      '21 members',
      {
        assignment_strategy: {
          type: 'every_member_assignment_strategy',
          members: Array.from({ length: 21 }, () => ({ type: 'empty_member' })),
        },
      },
      'event.assignment_strategy.members',
    ],
  ])('is refused with %s', async (_, other, field) => {
    const client = await simulated({ readings: { errors: 'map' } })
    const { events } = await rotation(client)
    const { status, body } = await client.post(events, { event: event(client, ['alice'], other) })
    expect([status, Object.keys(body.error.errors)]).toEqual([400, [field]])
  })

  it('may not overlap another of its rotation, but may follow it at once', async () => {
    const client = await simulated()
    const { events } = await rotation(client)
    const first = event(client, ['alice'], { effective_until: '2026-12-14T16:00:00Z' })
    await client.post(events, { event: first })
    const follow = (effective_since: string): Json => ({
      event: event(client, ['bob'], { effective_since }),
    })
    expect((await client.post(events, follow('2026-12-14T15:59:59Z'))).status).toBe(400)
    expect((await client.post(events, follow('2026-12-14T16:00:00Z'))).status).toBe(201)
  })

  it.each([
    ['count', 400],
    ['do-not-count', 201],
  ] as const)('is one of five; past ones %s', async (pastEvents, status) => {
    const client = await simulated({ readings: { pastEvents } })
    const { events } = await rotation(client)
    const during = (n: number): Json => ({
      event: event(client, ['alice'], { effective_since: month(n), effective_until: month(n + 1) }),
    })
    for (const n of [1, 2, 3, 4, 5]) expect((await client.post(events, during(n))).status).toBe(201)
    expect((await client.post(events, during(6))).status).toBe(400)
    client.simulator.setNow(at(month(2)))
    expect((await client.post(events, during(6))).status).toBe(status)
  })

  it('that is past stays as it is', async () => {
    const client = await simulated()
    const { events } = await rotation(client)
    const short = event(client, ['alice'], { effective_until: '2026-12-07T16:00:00Z' })
    const { body } = await client.post(events, { event: short })
    const path = `${events}/${body.event.id}`
    client.simulator.setNow(at('2026-12-07T16:00:00Z'))
    const later = { event: { effective_until: '2027-12-07T16:00:00Z' } }
    expect((await client.put(path, later)).status).toBe(400)
    expect((await client.delete(path)).status).toBe(400)
  })

  it('that is active takes a new end and nothing else', async () => {
    const client = await simulated()
    const { events } = await rotation(client)
    const made = event(client, ['alice', 'bob'])
    const { body } = await client.post(events, { event: made })
    const path = `${events}/${body.event.id}`
    client.simulator.setNow(at('2026-12-01T00:00:00Z'))
    const put = async (other: Json): Promise<number> =>
      (await client.put(path, { event: other })).status
    expect(await put({ start_time: made['start_time'] })).toBe(400)
    expect(await put({ end_time: made['end_time'] })).toBe(400)
    expect(await put({ effective_since: made['effective_since'] })).toBe(400)
    expect(await put({ recurrence: ['RRULE:FREQ=DAILY'] })).toBe(400)
    expect(await put({ effective_until: '2026-11-30T23:59:59Z' })).toBe(400)
    expect(await put({ effective_until: '2026-12-14T16:00:00Z' })).toBe(200)
    expect(await put({ effective_until: null, recurrence: made['recurrence'] })).toBe(200)
    expect((await client.get(path)).body.event.effective_until).toBe(null)
  })

  it('that is in the future takes anything', async () => {
    const client = await simulated()
    const { events } = await rotation(client)
    const { body } = await client.post(events, { event: event(client, ['alice']) })
    const changed = await client.put(`${events}/${body.event.id}`, {
      event: event(client, ['bob', 'carol'], {
        name: 'Other',
        effective_since: '2026-11-01T00:00:00Z',
      }),
    })
    expect(changed.body.event).toMatchObject({
      id: body.event.id,
      name: 'Other',
      effective_since: NOW,
      assignment_strategy: { members: [client.member('bob'), client.member('carol')] },
    })
  })

  it.each(['offset', 'wall'] as const)(
    'keeps what an update does not name, where times are read by their %s',
    async (zonedTime) => {
      const client = await simulated({ readings: { zonedTime } })
      const { events } = await rotation(client)
      const { body } = await client.post(events, {
        event: event(client, ['alice'], {
          start_time: zoned('2026-12-07T09:00:00-05:00', 'America/New_York'),
          end_time: zoned('2026-12-14T09:00:00-05:00', 'America/New_York'),
        }),
      })
      const changed = await client.put(`${events}/${body.event.id}`, { event: { name: 'Other' } })
      expect(changed.body.event).toEqual({ ...body.event, name: 'Other' })
    },
  )

  it.each([
    ['cut', '11-30 16:00 alice until 12-02 00:00'],
    ['remove', ''],
  ] as const)('that is active and deleted: %s', async (deleteActiveEvent, rendered) => {
    const client = await simulated({ readings: { deleteActiveEvent } })
    const { schedule, events } = await rotation(client)
    const { body } = await client.post(events, { event: event(client, ['alice', 'bob']) })
    client.simulator.setNow(at('2026-12-02T00:00:00Z'))
    expect((await client.delete(`${events}/${body.event.id}`)).status).toBe(204)
    expect(await shifts(client, schedule, NOW, '2026-12-30T00:00:00Z')).toBe(rendered)
    const left = (await client.get(events)).body.events
    expect(left).toHaveLength(deleteActiveEvent === 'cut' ? 1 : 0)
  })

  it('that has not begun is deleted without a trace', async () => {
    const client = await simulated()
    const { events } = await rotation(client)
    const { body } = await client.post(events, { event: event(client, ['alice']) })
    expect((await client.delete(`${events}/${body.event.id}`)).status).toBe(204)
    expect((await client.get(events)).body.events).toEqual([])
  })

  it('lists by when they begin', async () => {
    const client = await simulated()
    const { events } = await rotation(client)
    for (const [from, until] of [
      ['2027-02-01', '2027-03-01'],
      ['2027-01-01', '2027-02-01'],
    ]) {
      await client.post(events, {
        event: event(client, ['alice'], {
          effective_since: `${from}T00:00:00Z`,
          effective_until: `${until}T00:00:00Z`,
        }),
      })
    }
    const listed = (await client.get(events)).body.events
    expect(listed.map((one: Json) => one['effective_since'])).toEqual([
      '2027-01-01T00:00:00Z',
      '2027-02-01T00:00:00Z',
    ])
  })
})
