/** What becomes of a schedule of layers that PagerDuty upgrades to one of shifts. */
import { describe, expect, it } from '@jest/globals'
import { at, entries, layer, NOW, shifts, simulated, type Client, type Json } from './client.ts'

const SPAN = ['2026-11-30T12:00:00Z', '2027-01-25T12:00:00Z'] as const
const NIGHTS = {
  type: 'daily_restriction',
  start_time_of_day: '16:00:00',
  duration_seconds: 16 * 3600,
}
const DAYTIME = { ...NIGHTS, start_time_of_day: '08:00:00', duration_seconds: 8 * 3600 }
const WEEKDAYS = [1, 2, 3, 4, 5].map((day) => ({
  type: 'weekly_restriction',
  start_time_of_day: '16:00:00',
  start_day_of_week: day,
  duration_seconds: 8 * 3600,
}))

interface Upgraded {
  readonly client: Client
  readonly id: string
  readonly before: string
  readonly schedule: Json & { readonly rotations: readonly Json[] }
}

async function upgraded(
  layers: (client: Client) => readonly Json[],
  overrides: readonly (readonly [who: string, start: string, end: string])[] = [],
  time_zone = 'Etc/UTC',
): Promise<Upgraded> {
  const client = await simulated()
  const { seed, upgrade } = client.simulator
  const id = seed.layerSchedule({
    name: 'Primary',
    time_zone,
    description: 'Ours. [rotate:acme/primary]',
    teams: [{ id: seed.team('Infrastructure'), type: 'team_reference' }],
    schedule_layers: layers(client),
    overrides: overrides.map(([who, start, end]) => ({
      start,
      end,
      user: { id: client.id(who), type: 'user_reference' },
    })),
  })
  const target = { id, type: 'schedule_reference' }
  const rule = { escalation_delay_in_minutes: 5, targets: [target] }
  seed.escalationPolicy({ name: 'Policy', escalation_rules: [rule] })
  const before = await entries(client, id, ...SPAN)
  upgrade(id)
  const { schedule } = (await client.get(`/v3/schedules/${id}`)).body
  return { client, id, before, schedule }
}

/** What either kind shows, where neighbours of one person count as one. */
function plain(picture: string): string {
  const parts = picture.split(', ')
  return parts
    .filter((part, i) => {
      const [, , who = ''] = part.split(' ')
      const [, , last = '', until] = parts[i - 1]?.split(' ') ?? []
      return i === 0 || who !== last || until !== undefined
    })
    .join(', ')
}

async function after({ client, id }: Upgraded): Promise<string> {
  return shifts(client, id, ...SPAN)
}

describe('an upgraded schedule', () => {
  it('keeps its id, name, zone, description and teams, and the policies that use it', async () => {
    const { client, id, schedule } = await upgraded((c) => [layer(c, ['alice', 'bob'])])
    expect(schedule).toMatchObject({
      id,
      type: 'schedule_v3',
      name: 'Primary',
      description: 'Ours. [rotate:acme/primary]',
      teams: [{ summary: 'Infrastructure' }],
      escalation_policies: [{ summary: 'Policy' }],
    })
    const { body } = await client.get('/escalation_policies')
    expect(body.escalation_policies[0].escalation_rules[0].targets).toMatchObject([
      { id, type: 'schedule_v3_reference' },
    ])
    expect((await client.get(`/schedules/${id}`)).status).toBe(400)
    expect((await client.get('/schedules')).body.schedules).toEqual([])
    expect((await client.get('/v3/schedules')).body.schedules).toMatchObject([{ id }])
  })

  it.each<[string, (client: Client) => readonly Json[], number]>([
    ['weeks', (c) => [layer(c, ['alice', 'bob', 'carol'])], 1],
    [
      'three days',
      (c) => [layer(c, ['alice', 'bob'], { rotation_turn_length_seconds: 3 * 86_400 })],
      1,
    ],
    ['hours', (c) => [layer(c, ['alice', 'bob'], { rotation_turn_length_seconds: 12 * 3600 })], 1],
    ['nights for a week', (c) => [layer(c, ['alice', 'bob'], { restrictions: [NIGHTS] })], 1],
    ['weekdays for a week', (c) => [layer(c, ['alice', 'bob'], { restrictions: WEEKDAYS })], 1],
    [
      'days and nights beside each other',
      (c) => [
        layer(c, ['alice', 'bob'], { restrictions: [NIGHTS] }),
        layer(c, ['carol', 'dave'], {
          restrictions: [DAYTIME],
          rotation_virtual_start: '2026-11-30T08:00:00Z',
        }),
      ],
      2,
    ],
    [
      'a layer that began long ago, in the middle of a round',
      (c) => [
        layer(c, ['alice', 'bob', 'carol'], {
          start: '2026-11-20T12:00:00Z',
          rotation_virtual_start: '2026-01-05T16:00:00Z',
        }),
      ],
      1,
    ],
    [
      'one that ends and one that follows',
      (c) => [
        layer(c, ['alice', 'bob'], { end: '2026-12-14T16:00:00Z' }),
        layer(c, ['carol'], { start: '2026-12-14T16:00:00Z' }),
      ],
      2,
    ],
  ])('has the same people on call by its rotations: %s', async (_, layers, rotations) => {
    const u = await upgraded(layers)
    expect(plain(await after(u))).toBe(plain(u.before))
    expect(u.schedule.rotations).toHaveLength(rotations)
  })

  it.each<[string, (client: Client) => readonly Json[]]>([
    [
      'a layer under another',
      (c) => [
        layer(c, ['alice', 'bob']),
        layer(c, ['carol'], { restrictions: WEEKDAYS, rotation_turn_length_seconds: 86_400 }),
      ],
    ],
    [
      'turns of a day on weekdays',
      (c) => [
        layer(c, ['alice', 'bob', 'carol'], {
          restrictions: WEEKDAYS,
          rotation_turn_length_seconds: 86_400,
        }),
      ],
    ],
    [
      'a handoff within a window',
      (c) => [
        layer(c, ['alice', 'bob'], {
          restrictions: [NIGHTS],
          rotation_virtual_start: '2026-11-30T20:00:00Z',
        }),
      ],
    ],
  ])('has them by custom shifts where no rotation says it: %s', async (_, layers) => {
    const u = await upgraded(layers)
    expect(plain(await after(u))).toBe(plain(u.before))
    const { body } = await u.client.get(`/v3/schedules/${u.id}/custom_shifts`, {
      since: SPAN[0],
      until: SPAN[1],
    })
    expect(body.custom_shifts.length).toBeGreaterThan(0)
  })

  it.each(['Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe'])(
    'goes on across a change of the clock in %s',
    async (zone) => {
      const u = await upgraded((c) => [layer(c, ['alice', 'bob'])], [], zone)
      u.client.simulator.setNow(at('2027-03-01T00:00:00Z'))
      const spring = ['2027-03-10T00:00:00Z', '2027-04-20T00:00:00Z'] as const
      const shown = await shifts(u.client, u.id, ...spring)
      const twin = u.client.simulator.seed.layerSchedule({
        name: 'Twin',
        time_zone: zone,
        schedule_layers: [layer(u.client, ['alice', 'bob'])],
      })
      expect(plain(shown)).toBe(plain(await entries(u.client, twin, ...spring)))
    },
  )

  it('keeps overrides as overrides, on each whom they replace; the newest wins', async () => {
    const u = await upgraded(
      (c) => [layer(c, ['alice', 'bob'])],
      [
        ['dave', '2026-12-06T00:00:00Z', '2026-12-09T00:00:00Z'],
        ['erin', '2026-12-07T00:00:00Z', '2026-12-08T00:00:00Z'],
        ['frank', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'],
      ],
    )
    expect(plain(await after(u))).toBe(plain(u.before))
    const list = { since: NOW, until: SPAN[1], overflow: 'true' }
    const { body } = await u.client.get(`/v3/schedules/${u.id}/overrides`, list)
    expect(body.overrides).toHaveLength(4)
    expect(new Set(body.overrides.map((one: Json) => one['rotation_id'])).size).toBe(1)
  })

  it('keeps an override of a time when nobody was on call', async () => {
    const u = await upgraded(
      (c) => [layer(c, ['alice', 'bob'], { restrictions: [NIGHTS] })],
      [['dave', '2026-12-02T06:00:00Z', '2026-12-02T18:00:00Z']],
    )
    expect(u.before).toContain('12-02 06:00 dave')
    expect(plain(await after(u))).toBe(plain(u.before))
  })

  it('is no longer there to be upgraded', async () => {
    const u = await upgraded((c) => [layer(c, ['alice'])])
    expect(() => u.client.simulator.upgrade(u.id)).toThrow('Not Found')
  })
})
