/** Overrides of schedules of layers: each answered by itself, and cut rather than removed. */
import { describe, expect, it } from '@jest/globals'
import type { Readings } from '../../src/simulator/readings.ts'
import { at, entries, layer, simulated, type Client, type Json } from './client.ts'

/** Alice and Bob by turns; it is Tuesday noon. */
async function scene(
  readings: Partial<Readings> = {},
): Promise<{ client: Client; schedule: string; path: string }> {
  const client = await simulated({ readings, now: at('2026-12-01T12:00:00Z') })
  const schedule = client.simulator.seed.layerSchedule({
    name: 'Primary',
    time_zone: 'Etc/UTC',
    schedule_layers: [layer(client, ['alice', 'bob'])],
  })
  return { client, schedule, path: `/schedules/${schedule}/overrides` }
}

function override(client: Client, who: string, from: string, to: string): Json {
  return {
    start: `2026-12-${from}:00:00Z`,
    end: `2026-12-${to}:00:00Z`,
    user: { id: client.id(who), type: 'user_reference' },
  }
}

async function made(
  readings: Partial<Readings> = {},
): Promise<{ client: Client; schedule: string; path: string; list: string }> {
  const { client, schedule, path } = await scene(readings)
  const overrides = [override(client, 'carol', '02T00', '04T00')]
  const { body } = await client.post(path, { overrides })
  return { client, schedule, path: `${path}/${body[0].override.id}`, list: path }
}

const RANGE = { since: '2026-12-01T00:00:00Z', until: '2026-12-30T00:00:00Z' }

describe('several overrides', () => {
  it('are each made or refused by themselves', async () => {
    const { client, schedule, path } = await scene()
    const stranger = { ...override(client, 'bob', '03T00', '04T00'), user: { id: 'PNONE' } }
    const { status, body } = await client.post(path, {
      overrides: [
        override(client, 'carol', '02T00', '03T00'),
        override(client, 'carol', '03T00', '02T00'),
        override(client, 'carol', '01T00', '01T12'),
        stranger,
        override(client, 'dave', '02T12', '04T00'),
      ],
    })
    expect(status).toBe(201)
    expect(body.map((one: Json) => one['status'])).toEqual([201, 400, 400, 400, 201])
    expect(body[1].errors).toEqual(['end must be after start'])
    expect(body[3].override).toEqual(stranger)
    expect(body[0].override).toMatchObject({ id: expect.any(String) })
    expect(await entries(client, schedule, '2026-12-02T00:00:00Z', '2026-12-05T00:00:00Z')).toBe(
      '12-02 00:00 carol, 12-02 12:00 dave, 12-04 00:00 alice until 12-05 00:00',
    )
  })

  it('are at least one', async () => {
    const { client, path } = await scene()
    expect((await client.post(path, { overrides: [] })).status).toBe(400)
    expect((await client.post(path, {})).status).toBe(400)
  })

  it.each([
    ['clamp', 201, '2026-12-01T12:00:00Z'],
    ['refuse', 400, '2026-12-01T00:00:00Z'],
  ] as const)('that begin in the past: %s', async (pastStart, status, start) => {
    const { client, path } = await scene({ pastStart })
    const overrides = [override(client, 'carol', '01T00', '02T00')]
    const { body } = await client.post(path, { overrides })
    expect(body).toMatchObject([{ status, override: { start } }])
  })
})

describe('the list', () => {
  it('is for a range, to which it clips', async () => {
    const { client, path } = await scene()
    await client.post(path, { overrides: [override(client, 'carol', '02T00', '05T00')] })
    expect((await client.get(path)).status).toBe(400)
    const range = { since: '2026-12-03T00:00:00Z', until: '2026-12-04T00:00:00Z' }
    expect((await client.get(path, range)).body.overrides).toMatchObject([
      { start: range.since, end: range.until },
    ])
    const whole = await client.get(path, { ...range, overflow: 'true' })
    expect(whole.body.overrides).toMatchObject([
      { start: '2026-12-02T00:00:00Z', end: '2026-12-05T00:00:00Z' },
    ])
  })

  it('leaves out what has begun, if only the editable ones are asked for', async () => {
    const { client, path } = await scene()
    const overrides = [
      override(client, 'carol', '01T12', '02T00'),
      override(client, 'dave', '03T00', '04T00'),
    ]
    await client.post(path, { overrides })
    expect((await client.get(path, RANGE)).body.overrides).toHaveLength(2)
    const { body } = await client.get(path, { ...RANGE, editable: 'true' })
    expect(body.overrides).toMatchObject([{ user: { id: client.id('dave') } }])
  })

  it.each([
    ['always', true],
    ['editable-only', false],
  ] as const)('has ids: %s', async (overrideIds, has) => {
    const { client, path } = await scene({ overrideIds })
    await client.post(path, { overrides: [override(client, 'carol', '02T00', '05T00')] })
    const [one] = (await client.get(path, RANGE)).body.overrides
    expect('id' in one).toBe(has)
    const [editable] = (await client.get(path, { ...RANGE, editable: 'true' })).body.overrides
    expect('id' in editable).toBe(true)
  })
})

describe('an override that is deleted', () => {
  it('before it begins is gone: 204', async () => {
    const { client, path } = await made()
    expect((await client.delete(path)).status).toBe(204)
    expect((await client.delete(path)).status).toBe(404)
  })

  it.each([
    ['empty', undefined],
    ['override', { override: { end: '2026-12-03T00:00:00Z' } }],
  ] as const)('while it runs ends now: 200, and the body is %s', async (truncatedBody, said) => {
    const { client, schedule, path } = await made({ truncatedBody })
    client.simulator.setNow(at('2026-12-03T00:00:00Z'))
    const answer = await client.delete(path)
    expect(answer.status).toBe(200)
    if (said === undefined) expect(answer.body).toBeUndefined()
    else expect(answer.body).toMatchObject(said)
    expect(await entries(client, schedule, '2026-12-02T00:00:00Z', '2026-12-05T00:00:00Z')).toBe(
      '12-02 00:00 carol, 12-03 00:00 alice until 12-05 00:00',
    )
  })

  it('after it has ended stays: 400', async () => {
    const { client, path, list } = await made()
    client.simulator.setNow(at('2026-12-04T00:00:00Z'))
    expect((await client.delete(path)).status).toBe(400)
    expect((await client.get(list, RANGE)).body.overrides).toHaveLength(1)
  })
})
