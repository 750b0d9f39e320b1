/** Custom shifts and overrides of schedules of shifts: what may be written, and when. */
import { describe, expect, it } from '@jest/globals'
import type { Readings } from '../../src/simulator/readings.ts'
import { at, event, NOW, shifts, simulated, type Answer, type Client, type Json } from './client.ts'

interface Scene {
  readonly client: Client
  readonly schedule: string
  readonly rotation: string
  readonly customShifts: string
  readonly overrides: string
}

/** Alice and Bob by turns; it is Tuesday noon. */
async function scene(readings: Partial<Readings> = {}): Promise<Scene> {
  const client = await simulated({ readings, now: at('2026-12-01T12:00:00Z') })
  const schedule = client.simulator.seed.shiftSchedule({
    name: 'Primary',
    time_zone: 'Etc/UTC',
    rotations: [{ events: [event(client, ['alice', 'bob'])] }],
  })
  const path = `/v3/schedules/${schedule}`
  const { body } = await client.get(path)
  return {
    client,
    schedule,
    rotation: body.schedule.rotations[0].id,
    customShifts: `${path}/custom_shifts`,
    overrides: `${path}/overrides`,
  }
}

const december = (day: string): string => `2026-12-${day}:00:00Z`

function shift({ client }: Scene, who: string, from: string, to: string): Json {
  return {
    type: 'custom_shift',
    start_time: december(from),
    end_time: december(to),
    assignments: [{ type: 'shift_assignment', member: client.member(who) }],
  }
}

function override({ client, rotation }: Scene, from: string, to: string, other: Json = {}): Json {
  return {
    type: 'override_shift',
    rotation_id: rotation,
    start_time: december(from),
    end_time: december(to),
    overridden_member: client.member('alice'),
    overriding_member: client.member('carol'),
    ...other,
  }
}

async function made(scene: Scene, one: Json): Promise<string> {
  const { body } = await scene.client.post(scene.customShifts, { custom_shifts: [one] })
  return `${scene.customShifts}/${body.custom_shifts[0].id}`
}

async function overridden(scene: Scene, one: Json): Promise<Answer> {
  return scene.client.post(scene.overrides, { overrides: [one] })
}

describe('custom shifts', () => {
  it('are made several at a time, all or none', async () => {
    const s = await scene()
    const list = async (): Promise<Json[]> =>
      (await s.client.get(s.customShifts, { since: NOW, until: december('30T00') })).body
        .custom_shifts
    const past = shift(s, 'carol', '01T00', '01T12')
    const good = shift(s, 'carol', '02T00', '03T00')
    const refused = await s.client.post(s.customShifts, { custom_shifts: [good, past] })
    expect(refused.status).toBe(400)
    expect(refused.body.error.errors).toEqual(["custom_shifts[1].end_time can't be in the past"])
    expect(await list()).toEqual([])
    const answer = await s.client.post(s.customShifts, { custom_shifts: [good, good] })
    expect([answer.status, answer.body.custom_shifts.length]).toEqual([201, 2])
    expect(await list()).toHaveLength(2)
  })

  it('have exactly one assignment', async () => {
    const s = await scene()
    const assignment = { type: 'shift_assignment', member: s.client.member('carol') }
    for (const assignments of [[], [assignment, assignment], undefined]) {
      const one = { ...shift(s, 'carol', '02T00', '03T00'), assignments }
      expect((await s.client.post(s.customShifts, { custom_shifts: [one] })).status).toBe(400)
    }
    expect((await s.client.post(s.customShifts, { custom_shifts: [] })).status).toBe(400)
  })

  it.each([
    ['clamp', 201, '2026-12-01T12:00:00Z'],
    ['refuse', 400, undefined],
  ] as const)('that begin in the past: %s', async (pastStart, status, start) => {
    const s = await scene({ pastStart })
    const answer = await s.client.post(s.customShifts, {
      custom_shifts: [shift(s, 'carol', '01T00', '02T00')],
    })
    expect([answer.status, answer.body.custom_shifts?.[0].start_time]).toEqual([status, start])
  })

  it('are listed only for a range', async () => {
    const s = await scene()
    expect((await s.client.get(s.customShifts)).status).toBe(400)
    expect((await s.client.get(s.customShifts, { since: NOW })).status).toBe(400)
    expect((await s.client.get(s.customShifts, { until: NOW })).status).toBe(400)
  })

  it.each([
    ['clipped', {}, ['2026-12-03T00:00:00Z']],
    ['left-out', {}, []],
    ['clipped', { overflow: 'true' }, ['2026-12-02T00:00:00Z']],
  ] as const)('that cross the range are %s, with %j', async (withoutOverflow, query, starts) => {
    const s = await scene({ withoutOverflow })
    await made(s, shift(s, 'carol', '02T00', '04T00'))
    const range = { since: december('03T00'), until: december('05T00') }
    const { body } = await s.client.get(s.customShifts, { ...range, ...query })
    expect(body.custom_shifts.map((one: Json) => one['start_time'])).toEqual(starts)
  })

  it('that have not begun may change in every way, and go without a trace', async () => {
    const s = await scene()
    const path = await made(s, shift(s, 'carol', '02T00', '03T00'))
    const { body } = await s.client.put(path, { custom_shift: shift(s, 'dave', '04T00', '05T00') })
    expect(body.custom_shift).toMatchObject({
      start_time: december('04T00'),
      end_time: december('05T00'),
      assignments: [{ member: s.client.member('dave') }],
    })
    expect((await s.client.delete(path)).status).toBe(204)
    expect((await s.client.get(path)).status).toBe(404)
  })

  it('that have begun take a new end only, and end now when deleted', async () => {
    const s = await scene()
    const path = await made(s, shift(s, 'carol', '01T13', '03T00'))
    s.client.simulator.setNow(at(december('02T00')))
    const put = async (custom_shift: Json): Promise<number> =>
      (await s.client.put(path, { custom_shift })).status
    expect(await put({ start_time: december('01T13') })).toBe(400)
    expect(await put({ assignments: shift(s, 'dave', '01T13', '03T00')['assignments'] })).toBe(400)
    expect(await put({ end_time: december('01T23') })).toBe(400)
    expect(await put({ end_time: december('04T00') })).toBe(200)
    expect((await s.client.delete(path)).status).toBe(204)
    expect((await s.client.get(path)).body.custom_shift.end_time).toBe(december('02T00'))
  })

  it('that have ended stay as they are', async () => {
    const s = await scene()
    const path = await made(s, shift(s, 'carol', '01T13', '02T00'))
    s.client.simulator.setNow(at(december('02T00')))
    expect((await s.client.delete(path)).status).toBe(400)
    const later = { custom_shift: { end_time: december('05T00') } }
    expect((await s.client.put(path, later)).status).toBe(400)
  })
})

describe('overrides', () => {
  it('name either a rotation or a custom shift, and one that is there', async () => {
    const s = await scene()
    const path = await made(s, shift(s, 'alice', '02T00', '03T00'))
    const custom_shift_id = path.split('/').at(-1)
    const status = async (other: Json): Promise<number> =>
      (await overridden(s, override(s, '02T00', '03T00', other))).status
    expect(await status({ custom_shift_id })).toBe(400)
    expect(await status({ rotation_id: undefined })).toBe(400)
    expect(await status({ rotation_id: 'NONE' })).toBe(400)
    expect(await status({ rotation_id: undefined, custom_shift_id })).toBe(201)
    expect(await status({})).toBe(201)
    expect(await shifts(s.client, s.schedule, december('02T00'), december('03T00'))).toBe(
      '12-02 00:00 carol until 12-03 00:00, 12-02 00:00 carol until 12-03 00:00',
    )
  })

  it('are refused all together', async () => {
    const s = await scene()
    const good = override(s, '02T00', '03T00')
    const bad = override(s, '03T00', '02T00')
    const answer = await s.client.post(s.overrides, { overrides: [good, bad] })
    expect(answer.status).toBe(400)
    const list = await s.client.get(s.overrides, { since: NOW, until: december('30T00') })
    expect(list.body.overrides).toEqual([])
  })

  it.each([
    ['accept', 201],
    ['refuse', 400],
  ] as const)('with nobody on a side: %s', async (emptyMemberInOverrides, status) => {
    const s = await scene({ emptyMemberInOverrides })
    const nobody = s.client.member('nobody')
    for (const side of ['overriding_member', 'overridden_member']) {
      const answer = await overridden(s, override(s, '02T00', '03T00', { [side]: nobody }))
      expect(answer.status).toBe(status)
    }
  })

  it.each([
    ['accept', 201],
    ['refuse', 400],
  ] as const)('of somebody who is not on call: %s', async (strayOverride, status) => {
    const s = await scene({ strayOverride })
    expect((await overridden(s, override(s, '08T00', '09T00'))).status).toBe(status)
    expect((await overridden(s, override(s, '07T00', '09T00'))).status).toBe(201)
  })

  it.each([
    ['clamp', 201],
    ['refuse', 400],
  ] as const)('that begin in the past: %s', async (pastStart, status) => {
    const s = await scene({ pastStart })
    expect((await overridden(s, override(s, '01T00', '02T00'))).status).toBe(status)
    expect((await overridden(s, override(s, '01T00', '01T12'))).status).toBe(400)
  })

  it('may change, but for whom they replace', async () => {
    const s = await scene()
    const { body } = await overridden(s, override(s, '02T00', '03T00'))
    const path = `${s.overrides}/${body.overrides[0].id}`
    const dave = { overriding_member: s.client.member('dave'), end_time: december('04T00') }
    const changed = await s.client.put(path, { override: dave })
    expect(changed.body.override).toMatchObject({ ...dave, start_time: december('02T00') })
    const bob = { overridden_member: s.client.member('bob') }
    expect((await s.client.put(path, { override: bob })).status).toBe(400)
    expect((await s.client.get(path)).body).toEqual(changed.body)
  })

  it('that run may be given another end without losing their beginning', async () => {
    const s = await scene()
    const { body } = await overridden(s, override(s, '01T13', '03T00'))
    s.client.simulator.setNow(at(december('02T00')))
    const path = `${s.overrides}/${body.overrides[0].id}`
    const changed = await s.client.put(path, { override: { end_time: december('04T00') } })
    expect(changed.body.override.start_time).toBe(december('01T13'))
  })

  it.each([
    ['cut', '12-01 12:00 alice, 12-01 13:00 carol, 12-02 00:00 alice until 12-04 00:00', 400],
    ['remove', '12-01 12:00 alice until 12-04 00:00', 404],
  ] as const)('that run and are deleted: %s', async (deleteRunningOverride, picture, again) => {
    const s = await scene({ deleteRunningOverride })
    const { body } = await overridden(s, override(s, '01T13', '03T00'))
    s.client.simulator.setNow(at(december('02T00')))
    const path = `${s.overrides}/${body.overrides[0].id}`
    expect((await s.client.delete(path)).status).toBe(204)
    expect(await shifts(s.client, s.schedule, december('01T12'), december('04T00'))).toBe(picture)
    expect((await s.client.delete(path)).status).toBe(again)
  })

  it('go with the rotation on which they hang', async () => {
    const s = await scene()
    await overridden(s, override(s, '05T00', '06T00'))
    await overridden(s, override(s, '01T13', '03T00'))
    s.client.simulator.setNow(at(december('02T00')))
    await s.client.delete(`/v3/schedules/${s.schedule}/rotations/${s.rotation}`)
    const { body } = await s.client.get(s.overrides, { since: NOW, until: december('30T00') })
    expect(body.overrides).toMatchObject([{ end_time: december('02T00') }])
  })
})
