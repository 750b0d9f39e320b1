/** A copy of a schedule, as people make it in PagerDuty. */
import { expect, it } from '@jest/globals'
import { entries, event, layer, shifts, simulated } from './client.ts'

const RANGE = ['2026-12-01T00:00:00Z', '2026-12-15T00:00:00Z'] as const

it('a copy of a schedule of shifts has its description and turns, and ids, policies and overrides of its own', async () => {
  const client = await simulated()
  const { seed, duplicate } = client.simulator
  const id = seed.shiftSchedule({
    name: 'Primary',
    time_zone: 'Etc/UTC',
    description: 'marked',
    rotations: [{ events: [event(client, ['alice', 'bob'])] }],
    overrides: [
      {
        rotation: 0,
        start_time: '2026-12-02T00:00:00Z',
        end_time: '2026-12-03T00:00:00Z',
        overridden_member: client.member('alice'),
        overriding_member: client.member('dave'),
      },
    ],
  })
  const rule = { targets: [{ id, type: 'schedule_v3_reference' }], escalation_delay_in_minutes: 5 }
  seed.escalationPolicy({ name: 'Policy', escalation_rules: [rule] })
  const copy = duplicate(id)
  const whole = async (one: string): Promise<Record<string, unknown>> =>
    (await client.get(`/v3/schedules/${one}`)).body.schedule
  expect(await whole(copy)).toMatchObject({
    name: 'Primary (copy)',
    description: 'marked',
    escalation_policies: [],
  })
  expect(JSON.stringify((await whole(copy))['rotations'])).not.toContain(id)
  expect(await shifts(client, id, ...RANGE)).toContain('dave')
  expect(await shifts(client, copy, ...RANGE)).toBe(
    '12-01 00:00 alice, 12-07 16:00 bob, 12-14 16:00 alice until 12-15 00:00',
  )
})

it('so has one of layers', async () => {
  const client = await simulated()
  const id = client.simulator.seed.layerSchedule({
    name: 'Primary',
    time_zone: 'Etc/UTC',
    description: 'marked',
    schedule_layers: [layer(client, ['alice', 'bob'])],
  })
  const copy = client.simulator.duplicate(id)
  const [first, second] = await Promise.all(
    [id, copy].map(async (one) => (await client.get(`/schedules/${one}`)).body.schedule),
  )
  expect(second).toMatchObject({ id: copy, name: 'Primary (copy)', description: 'marked' })
  expect(second.schedule_layers[0].id).not.toBe(first.schedule_layers[0].id)
  expect(await entries(client, copy, ...RANGE)).toBe(await entries(client, id, ...RANGE))
})

it('there is no copy of what is not there', async () => {
  const client = await simulated()
  expect(() => client.simulator.duplicate('PNONE')).toThrow('Not Found')
})
