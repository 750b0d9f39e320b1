/** Who is on call by a schedule of layers, against what a calendar and a pencil say. */
import { describe, expect, it } from '@jest/globals'
import type { Readings } from '../../src/simulator/readings.ts'
import { entries, layer, picturedEntries, simulated, type Client, type Json } from './client.ts'

/** A schedule seeded as if it had always been there. */
async function seeded(
  make: (client: Client) => readonly Json[],
  {
    zone = 'Etc/UTC',
    readings = {},
    overrides = () => [],
  }: {
    readonly zone?: string
    readonly readings?: Partial<Readings>
    readonly overrides?: (client: Client) => readonly Json[]
  } = {},
): Promise<{ client: Client; schedule: string }> {
  const client = await simulated({ readings })
  const schedule = client.simulator.seed.layerSchedule({
    name: 'Primary',
    time_zone: zone,
    schedule_layers: make(client),
    overrides: overrides(client),
  })
  return { client, schedule }
}

const HOUR = 3600
const FROM_LONG_AGO = '2026-01-01T00:00:00Z'

const wholeDay = (start_day_of_week: number): Json => ({
  type: 'weekly_restriction',
  start_time_of_day: '00:00:00',
  start_day_of_week,
  duration_seconds: 24 * HOUR,
})

describe('turns', () => {
  it('are dealt from the virtual start, and count from the start', async () => {
    const { client, schedule } = await seeded((c) => [
      layer(c, ['alice', 'bob', 'carol'], { rotation_virtual_start: '2026-11-16T16:00:00Z' }),
    ])
    expect(await entries(client, schedule, '2026-11-20T00:00:00Z', '2026-12-09T00:00:00Z')).toBe(
      '11-30 16:00 carol, 12-07 16:00 alice until 12-09 00:00',
    )
  })

  it('go round before a virtual start that lies ahead', async () => {
    const { client, schedule } = await seeded((c) => [
      layer(c, ['alice', 'bob', 'carol'], {
        start: FROM_LONG_AGO,
        rotation_virtual_start: '2026-12-14T16:00:00Z',
      }),
    ])
    expect(await entries(client, schedule, '2026-12-01T00:00:00Z', '2026-12-15T00:00:00Z')).toBe(
      '12-01 00:00 bob, 12-07 16:00 carol, 12-14 16:00 alice until 12-15 00:00',
    )
  })

  it('are not cut at the range with overflow', async () => {
    const { client, schedule } = await seeded((c) => [layer(c, ['alice', 'bob'])])
    const range = ['2026-12-01T00:00:00Z', '2026-12-08T00:00:00Z'] as const
    expect(await entries(client, schedule, ...range)).toBe(
      '12-01 00:00 alice, 12-07 16:00 bob until 12-08 00:00',
    )
    expect(await entries(client, schedule, ...range, { overflow: 'true' })).toBe(
      '11-30 16:00 alice, 12-07 16:00 bob until 12-14 16:00',
    )
  })

  // The clocks of New York go forward on 14 March 2027, at 07:00 UTC.
  it.each([
    ['wall', '03-08 14:00 alice, 03-15 13:00 bob, 03-22 13:00 alice until 03-23 00:00'],
    ['elapsed', '03-08 14:00 alice, 03-15 14:00 bob, 03-22 14:00 alice until 03-23 00:00'],
  ] as const)('of whole days by %s', async (wholeDayTurns, expected) => {
    const { client, schedule } = await seeded(
      (c) => [
        layer(c, ['alice', 'bob'], {
          start: '2027-03-08T14:00:00Z',
          rotation_virtual_start: '2027-03-08T14:00:00Z',
        }),
      ],
      { zone: 'America/New_York', readings: { wholeDayTurns } },
    )
    expect(await entries(client, schedule, '2027-03-08T00:00:00Z', '2027-03-23T00:00:00Z')).toBe(
      expected,
    )
  })

  it.each([
    ['wall', '03-12 22:00 alice until 03-15 13:00'],
    ['elapsed', '03-12 22:00 alice until 03-15 14:00'],
  ] as const)('within a weekend that ends by %s', async (restrictionEnd, expected) => {
    const { client, schedule } = await seeded(
      (c) => [
        layer(c, ['alice'], {
          restrictions: [
            {
              type: 'weekly_restriction',
              start_day_of_week: 5,
              start_time_of_day: '17:00:00',
              duration_seconds: 64 * HOUR,
            },
          ],
        }),
      ],
      { zone: 'America/New_York', readings: { restrictionEnd } },
    )
    expect(await entries(client, schedule, '2027-03-12T22:00:00Z', '2027-03-18T00:00:00Z')).toBe(
      expected,
    )
  })

  it('of hours are elapsed time', async () => {
    const { client, schedule } = await seeded(
      (c) => [
        layer(c, ['alice', 'bob'], {
          start: '2027-03-13T12:00:00Z',
          rotation_virtual_start: '2027-03-13T12:00:00Z',
          rotation_turn_length_seconds: 12 * HOUR,
        }),
      ],
      { zone: 'America/New_York' },
    )
    expect(await entries(client, schedule, '2027-03-13T12:00:00Z', '2027-03-14T18:00:00Z')).toBe(
      '03-13 12:00 alice, 03-14 00:00 bob, 03-14 12:00 alice until 03-14 18:00',
    )
  })
})

describe('restrictions', () => {
  // The clocks of Amsterdam go forward on 28 March 2027, at 01:00 UTC.
  it('of each day are in the zone of the schedule', async () => {
    const { client, schedule } = await seeded(
      (c) => [
        layer(c, ['alice'], {
          start: FROM_LONG_AGO,
          restrictions: [
            {
              type: 'daily_restriction',
              start_time_of_day: '09:00:00',
              duration_seconds: 8 * HOUR,
            },
          ],
        }),
      ],
      { zone: 'Europe/Amsterdam' },
    )
    expect(await entries(client, schedule, '2027-03-27T00:00:00Z', '2027-03-29T00:00:00Z')).toBe(
      '03-27 08:00 alice until 03-27 16:00, 03-28 07:00 alice until 03-28 15:00',
    )
  })

  it('of a day may run past midnight', async () => {
    const { client, schedule } = await seeded((c) => [
      layer(c, ['alice'], {
        start: FROM_LONG_AGO,
        restrictions: [
          { type: 'daily_restriction', start_time_of_day: '22:00:00', duration_seconds: 8 * HOUR },
        ],
      }),
    ])
    expect(await entries(client, schedule, '2026-12-02T00:00:00Z', '2026-12-03T00:00:00Z')).toBe(
      '12-02 00:00 alice until 12-02 06:00, 12-02 22:00 alice until 12-03 00:00',
    )
  })

  it('of weekdays, and a weekend in one piece', async () => {
    const weekend = {
      type: 'weekly_restriction',
      start_time_of_day: '17:00:00',
      start_day_of_week: 5,
      duration_seconds: 64 * HOUR,
    }
    const { client, schedule } = await seeded((c) => [
      layer(c, ['alice', 'bob'], { start: FROM_LONG_AGO, restrictions: [weekend] }),
    ])
    expect(await entries(client, schedule, '2026-12-01T00:00:00Z', '2026-12-15T00:00:00Z')).toBe(
      '12-04 17:00 alice until 12-07 09:00, 12-11 17:00 bob until 12-14 09:00',
    )
  })

  it('that touch do not cut a turn, and a handoff within one does', async () => {
    const { client, schedule } = await seeded((c) => [
      layer(c, ['alice', 'bob'], {
        start: FROM_LONG_AGO,
        restrictions: [7, 1, 2].map(wholeDay),
      }),
    ])
    expect(await entries(client, schedule, '2026-12-05T00:00:00Z', '2026-12-12T00:00:00Z')).toBe(
      '12-06 00:00 alice, 12-07 16:00 bob until 12-09 00:00',
    )
  })
})

describe('on top', () => {
  it('a restricted layer shows what is below it outside its windows', async () => {
    const { client, schedule } = await seeded((c) => [
      layer(c, ['alice']),
      layer(c, ['bob'], {
        restrictions: [
          { type: 'daily_restriction', start_time_of_day: '09:00:00', duration_seconds: 8 * HOUR },
        ],
      }),
    ])
    expect(await entries(client, schedule, '2026-12-02T00:00:00Z', '2026-12-03T00:00:00Z')).toBe(
      '12-02 00:00 alice, 12-02 09:00 bob, 12-02 17:00 alice until 12-03 00:00',
    )
  })

  it('overrides cover their whole stretch, also outside windows, the newest on top', async () => {
    const { client, schedule } = await seeded(
      (c) => [
        layer(c, ['alice'], {
          start: FROM_LONG_AGO,
          restrictions: [
            {
              type: 'daily_restriction',
              start_time_of_day: '09:00:00',
              duration_seconds: 8 * HOUR,
            },
          ],
        }),
      ],
      {
        overrides: (c) => [
          {
            start: '2026-12-02T06:00:00Z',
            end: '2026-12-02T12:00:00Z',
            user: { id: c.id('bob'), type: 'user_reference' },
          },
          {
            start: '2026-12-02T08:00:00Z',
            end: '2026-12-02T10:00:00Z',
            user: { id: c.id('carol'), type: 'user_reference' },
          },
        ],
      },
    )
    const range = { since: '2026-12-02T00:00:00Z', until: '2026-12-03T00:00:00Z' }
    expect(await entries(client, schedule, range.since, range.until)).toBe(
      '12-02 06:00 bob, 12-02 08:00 carol, 12-02 10:00 bob, 12-02 12:00 alice until 12-02 17:00',
    )
    const { body } = await client.get(`/schedules/${schedule}`, range)
    const { overrides_subschedule: overrides, schedule_layers: layers } = body.schedule
    expect(picturedEntries(client, overrides.rendered_schedule_entries)).toBe(
      '12-02 06:00 bob, 12-02 08:00 carol, 12-02 10:00 bob until 12-02 12:00',
    )
    expect(picturedEntries(client, layers[0].rendered_schedule_entries)).toBe(
      '12-02 09:00 alice until 12-02 17:00',
    )
    expect(layers[0].rendered_coverage_percentage).toBeCloseTo(100 / 3)
    expect(body.schedule.final_schedule.rendered_coverage_percentage).toBeCloseTo(1100 / 24)
  })
})
