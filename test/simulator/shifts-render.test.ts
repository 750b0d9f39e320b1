/** Who is on call by a schedule of shifts, against what a calendar and a pencil say. */
import { describe, expect, it } from '@jest/globals'
import type { Readings } from '../../src/simulator/readings.ts'
import { event, shifts, simulated, zoned, type Client, type Json } from './client.ts'

/** A schedule with a rotation for each event, seeded as if it had always been there. */
async function seeded(
  readings: Partial<Readings>,
  make: (client: Client) => readonly Json[],
  other: (client: Client) => Json = () => ({}),
): Promise<{ client: Client; schedule: string }> {
  const client = await simulated({ readings })
  const schedule = client.simulator.seed.shiftSchedule({
    name: 'Primary',
    time_zone: 'Etc/UTC',
    rotations: make(client).map((one) => ({ events: [one] })),
    ...other(client),
  })
  return { client, schedule }
}

function strategy(client: Client, names: readonly string[], shiftsPerMember?: number): Json {
  const members = names.map(client.member)
  return {
    assignment_strategy:
      shiftsPerMember === undefined
        ? { type: 'every_member_assignment_strategy', members }
        : {
            type: 'rotating_member_assignment_strategy',
            shifts_per_member: shiftsPerMember,
            members,
          },
  }
}

/** A day shift in a zone, from its first date on, nine to five. */
function days(zone: string, offset: string, date: string): Json {
  return {
    start_time: zoned(`${date}T09:00:00${offset}`, zone),
    end_time: zoned(`${date}T17:00:00${offset}`, zone),
    effective_since: `${date}T00:00:00Z`,
    recurrence: ['RRULE:FREQ=DAILY'],
  }
}

const shift = (client: Client, name: string): Json => ({
  start_time: '2026-12-02T00:00:00Z',
  end_time: '2026-12-03T00:00:00Z',
  assignments: [{ type: 'shift_assignment', member: client.member(name) }],
})

const override = (client: Client, names: string, from: string, to: string): Json => {
  const [overridden = '', overriding = ''] = names.split(' > ')
  return {
    rotation: 0,
    start_time: `2026-12-${from}:00:00Z`,
    end_time: `2026-12-${to}:00:00Z`,
    overridden_member: client.member(overridden),
    overriding_member: client.member(overriding),
  }
}

describe('turns', () => {
  it('go round', async () => {
    const { client, schedule } = await seeded({}, (c) => [event(c, ['alice', 'bob'])])
    expect(await shifts(client, schedule, '2026-12-01T00:00:00Z', '2026-12-22T00:00:00Z')).toBe(
      '12-01 00:00 alice, 12-07 16:00 bob, 12-14 16:00 alice, 12-21 16:00 bob until 12-22 00:00',
    )
  })

  it('are not cut at the range with overflow', async () => {
    const { client, schedule } = await seeded({}, (c) => [event(c, ['alice', 'bob'])])
    const range = ['2026-12-01T00:00:00Z', '2026-12-08T00:00:00Z'] as const
    expect(await shifts(client, schedule, ...range, { overflow: 'true' })).toBe(
      '11-30 16:00 alice, 12-07 16:00 bob until 12-14 16:00',
    )
  })

  it('last several shifts each', async () => {
    const { client, schedule } = await seeded({}, (c) => [
      event(c, ['alice', 'bob'], {
        ...days('Etc/UTC', 'Z', '2026-12-01'),
        ...strategy(c, ['alice', 'bob'], 2),
      }),
    ])
    const range = ['2026-12-01T00:00:00Z', '2026-12-04T00:00:00Z'] as const
    expect(await shifts(client, schedule, ...range)).toBe(
      '12-01 09:00 alice until 12-01 17:00, 12-02 09:00 alice until 12-02 17:00, ' +
        '12-03 09:00 bob until 12-03 17:00',
    )
  })

  it.each([
    ['apart', '12-01 00:00 alice, 12-07 16:00 alice until 12-08 00:00'],
    ['merged', '12-01 00:00 alice until 12-08 00:00'],
  ] as const)('of one holder are shown %s', async (neighbours, expected) => {
    const { client, schedule } = await seeded({ neighbours }, (c) => [event(c, ['alice'])])
    const range = ['2026-12-01T00:00:00Z', '2026-12-08T00:00:00Z'] as const
    expect(await shifts(client, schedule, ...range)).toBe(expected)
  })

  it('are held by all at once, if every member is assigned', async () => {
    const { client, schedule } = await seeded({}, (c) => [
      event(c, [], strategy(c, ['alice', 'bob'])),
    ])
    const range = ['2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z'] as const
    expect(await shifts(client, schedule, ...range)).toBe(
      '12-01 00:00 alice until 12-02 00:00, 12-01 00:00 bob until 12-02 00:00',
    )
  })

  it.each([
    ['shown', '12-01 00:00 alice, 12-07 16:00 nobody until 12-08 16:00'],
    ['omitted', '12-01 00:00 alice until 12-07 16:00'],
  ] as const)('of nobody are %s', async (emptyShifts, expected) => {
    const { client, schedule } = await seeded({ emptyShifts }, (c) => [
      event(c, ['alice', 'nobody']),
    ])
    const range = ['2026-12-01T00:00:00Z', '2026-12-08T16:00:00Z'] as const
    expect(await shifts(client, schedule, ...range)).toBe(expected)
  })

  it.each([
    ['absent', [true, false]],
    ['present', [true, true]],
  ] as const)('of nobody come from somewhere: %s', async (emptySource, expected) => {
    const { client, schedule } = await seeded({ emptySource }, (c) => [
      event(c, ['alice', 'nobody']),
    ])
    const { body } = await client.get(`/v3/schedules/${schedule}`, {
      'include[]': 'final_schedule',
      since: '2026-12-01T00:00:00Z',
      until: '2026-12-08T16:00:00Z',
    })
    const assignments: object[] = body.schedule.final_schedule.computed_shift_assignments
    expect(assignments.map((one) => 'source' in one)).toEqual(expected)
  })
})

describe('the share that is covered', () => {
  it('counts nobody’s turns as open, and what lies twice once', async () => {
    const { client, schedule } = await seeded({}, (c) => [
      event(c, ['alice', 'nobody']),
      event(c, ['bob', 'nobody']),
    ])
    const { body } = await client.get(`/v3/schedules/${schedule}`, {
      'include[]': 'final_schedule',
      since: '2026-11-30T16:00:00Z',
      until: '2026-12-28T16:00:00Z',
    })
    expect(body.schedule.final_schedule.rendered_coverage_percentage).toBe(50)
  })

  it('is told only for a range', async () => {
    const { client, schedule } = await seeded({}, (c) => [event(c, ['alice'])])
    const ask = async (query: Record<string, string>): Promise<unknown> =>
      (await client.get(`/v3/schedules/${schedule}`, query)).body.schedule?.final_schedule
    expect(await ask({ 'include[]': 'final_schedule' })).toBeUndefined()
    expect(
      await ask({ since: '2026-12-01T00:00:00Z', until: '2026-12-02T00:00:00Z' }),
    ).toBeUndefined()
    const reversed = await client.get(`/v3/schedules/${schedule}`, {
      'include[]': 'final_schedule',
      since: '2026-12-02T00:00:00Z',
      until: '2026-12-01T00:00:00Z',
    })
    expect(reversed.status).toBe(400)
  })
})

describe('the times', () => {
  it.each([
    [undefined, '2026-12-01T13:00:00+01:00'],
    ['America/New_York', '2026-12-01T07:00:00-05:00'],
    ['Etc/UTC', '2026-12-01T12:00:00Z'],
  ])('are written in the zone asked for, or the schedule’s: %s', async (zone, expected) => {
    const { client, schedule } = await seeded(
      {},
      (c) => [event(c, ['alice'])],
      () => ({ time_zone: 'Europe/Amsterdam' }),
    )
    const { body } = await client.get(`/v3/schedules/${schedule}`, {
      'include[]': 'final_schedule',
      since: '2026-12-01T12:00:00Z',
      until: '2026-12-02T00:00:00Z',
      ...(zone === undefined ? {} : { time_zone: zone }),
    })
    const [first] = body.schedule.final_schedule.computed_shift_assignments
    expect(first.start_time).toBe(expected)
  })
})

describe('clock changes', () => {
  // The clocks of Amsterdam go from 02:00 to 03:00 on 28 March 2027, those of New York back from 02:00 to
  // 01:00 on 1 November 2026.
  it('leave a handoff at nine in Amsterdam', async () => {
    const { client, schedule } = await seeded({}, (c) => [
      event(c, ['alice', 'bob'], {
        start_time: zoned('2027-03-22T09:00:00+01:00', 'Europe/Amsterdam'),
        end_time: zoned('2027-03-29T09:00:00+02:00', 'Europe/Amsterdam'),
        effective_since: '2027-03-22T08:00:00Z',
      }),
    ])
    const range = ['2027-03-22T00:00:00Z', '2027-04-06T00:00:00Z'] as const
    expect(await shifts(client, schedule, ...range)).toBe(
      '03-22 08:00 alice, 03-29 07:00 bob, 04-05 07:00 alice until 04-06 00:00',
    )
  })

  it('leave a handoff at nine in New York', async () => {
    const { client, schedule } = await seeded({}, (c) => [
      event(c, ['alice', 'bob'], {
        start_time: zoned('2026-10-26T09:00:00-04:00', 'America/New_York'),
        end_time: zoned('2026-11-02T09:00:00-05:00', 'America/New_York'),
        effective_since: '2026-10-26T13:00:00Z',
      }),
    ])
    const range = ['2026-10-26T00:00:00Z', '2026-11-10T00:00:00Z'] as const
    expect(await shifts(client, schedule, ...range)).toBe(
      '10-26 13:00 alice, 11-02 14:00 bob, 11-09 14:00 alice until 11-10 00:00',
    )
  })

  it.each([
    ['wall', '03-27 23:00 alice until 03-28 04:00'],
    ['elapsed', '03-27 23:00 alice until 03-28 05:00'],
  ] as const)('and a night through one of them ends by the %s', async (eventEnd, expected) => {
    const { client, schedule } = await seeded({ eventEnd }, (c) => [
      event(c, ['alice'], {
        start_time: zoned('2027-03-01T00:00:00+01:00', 'Europe/Amsterdam'),
        end_time: zoned('2027-03-01T06:00:00+01:00', 'Europe/Amsterdam'),
        effective_since: '2027-02-28T00:00:00Z',
        recurrence: ['RRULE:FREQ=DAILY'],
      }),
    ])
    const range = ['2027-03-27T12:00:00Z', '2027-03-28T12:00:00Z'] as const
    expect(await shifts(client, schedule, ...range)).toBe(expected)
  })

  it('do not touch turns of hours', async () => {
    const { client, schedule } = await seeded({}, (c) => [
      event(c, ['alice', 'bob'], {
        start_time: zoned('2027-03-27T18:00:00Z', 'Etc/UTC'),
        end_time: zoned('2027-03-28T06:00:00Z', 'Etc/UTC'),
        effective_since: '2027-03-27T18:00:00Z',
        recurrence: ['RRULE:FREQ=HOURLY;INTERVAL=12'],
      }),
    ])
    const range = ['2027-03-27T18:00:00Z', '2027-03-29T00:00:00Z'] as const
    expect(await shifts(client, schedule, ...range)).toBe(
      '03-27 18:00 alice, 03-28 06:00 bob, 03-28 18:00 alice until 03-29 00:00',
    )
  })
})

describe('the first member', () => {
  it.each([
    ['start-time', '12-16 00:00 alice, 12-21 16:00 bob until 12-22 00:00'],
    ['effective-since', '12-16 00:00 alice, 12-21 16:00 bob until 12-22 00:00'],
  ] as const)('is counted from %s: the same where both agree', async (memberIndex, expected) => {
    const { client, schedule } = await seeded({ memberIndex }, (c) => [
      event(c, ['alice', 'bob'], {
        start_time: zoned('2026-12-14T16:00:00Z', 'Etc/UTC'),
        end_time: zoned('2026-12-21T16:00:00Z', 'Etc/UTC'),
        effective_since: '2026-12-14T16:00:00Z',
      }),
    ])
    const range = ['2026-12-16T00:00:00Z', '2026-12-22T00:00:00Z'] as const
    expect(await shifts(client, schedule, ...range)).toBe(expected)
  })

  it.each([
    ['start-time', '12-09 00:00 bob, 12-14 16:00 alice until 12-15 00:00'],
    ['effective-since', '12-09 00:00 alice, 12-14 16:00 bob until 12-15 00:00'],
  ] as const)('is counted from %s where an event begins late', async (memberIndex, expected) => {
    const { client, schedule } = await seeded({ memberIndex }, (c) => [
      event(c, ['alice', 'bob'], { effective_since: '2026-12-09T00:00:00Z' }),
    ])
    const range = ['2026-12-01T00:00:00Z', '2026-12-15T00:00:00Z'] as const
    expect(await shifts(client, schedule, ...range)).toBe(expected)
  })
})

describe('the edges of an event', () => {
  it.each([
    ['clip', '12-09 00:00 bob, 12-14 16:00 alice until 12-16 00:00'],
    ['whole', '12-14 16:00 alice until 12-21 16:00'],
  ] as const)('%s the shifts that cross them', async (effectiveEdges, expected) => {
    const { client, schedule } = await seeded({ effectiveEdges }, (c) => [
      event(c, ['alice', 'bob'], {
        effective_since: '2026-12-09T00:00:00Z',
        effective_until: '2026-12-16T00:00:00Z',
      }),
    ])
    const range = ['2026-12-01T00:00:00Z', '2026-12-30T00:00:00Z'] as const
    expect(await shifts(client, schedule, ...range)).toBe(expected)
  })
})

describe('what lies over another', () => {
  it.each([
    [
      'add',
      '12-01 00:00 alice until 12-04 00:00, 12-01 00:00 bob until 12-04 00:00, ' +
        '12-02 00:00 carol until 12-03 00:00',
    ],
    ['newest', '12-01 00:00 bob, 12-02 00:00 carol, 12-03 00:00 bob until 12-04 00:00'],
  ] as const)('by the reading %s', async (overlap, expected) => {
    const { client, schedule } = await seeded(
      { overlap },
      (c) => [event(c, ['alice']), event(c, ['bob'])],
      (c) => ({ custom_shifts: [shift(c, 'carol')] }),
    )
    const range = ['2026-12-01T00:00:00Z', '2026-12-04T00:00:00Z'] as const
    expect(await shifts(client, schedule, ...range)).toBe(expected)
  })
})

describe('an override', () => {
  const range = ['2026-12-01T00:00:00Z', '2026-12-10T00:00:00Z'] as const

  it('replaces the member whom it names, where that one is on call', async () => {
    const { client, schedule } = await seeded(
      {},
      (c) => [event(c, ['alice', 'bob'])],
      (c) => ({ overrides: [override(c, 'alice > carol', '06T00', '09T00')] }),
    )
    expect(await shifts(client, schedule, ...range)).toBe(
      '12-01 00:00 alice, 12-06 00:00 carol, 12-07 16:00 bob until 12-10 00:00',
    )
    const { body } = await client.get(`/v3/schedules/${schedule}`, {
      'include[]': 'final_schedule',
      since: range[0],
      until: range[1],
    })
    const sources = body.schedule.final_schedule.computed_shift_assignments.map(
      (one: { source: Json }) => one.source['type'],
    )
    expect(sources).toEqual([
      'schedule_rotation',
      'schedule_rotation_override',
      'schedule_rotation',
    ])
  })

  it('leaves the other of two alone', async () => {
    const { client, schedule } = await seeded(
      {},
      (c) => [event(c, [], strategy(c, ['alice', 'bob']))],
      (c) => ({ overrides: [override(c, 'alice > carol', '01T00', '10T00')] }),
    )
    expect(await shifts(client, schedule, '2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z')).toBe(
      '12-01 00:00 carol until 12-02 00:00, 12-01 00:00 bob until 12-02 00:00',
    )
  })

  it('is laid over an older one', async () => {
    const { client, schedule } = await seeded(
      {},
      (c) => [event(c, ['alice'])],
      (c) => ({
        overrides: [
          override(c, 'alice > carol', '02T00', '04T00'),
          override(c, 'alice > dave', '03T00', '05T00'),
        ],
      }),
    )
    expect(await shifts(client, schedule, '2026-12-01T00:00:00Z', '2026-12-06T00:00:00Z')).toBe(
      '12-01 00:00 alice, 12-02 00:00 carol, 12-03 00:00 dave, 12-05 00:00 alice until 12-06 00:00',
    )
  })

  it('hangs on its own rotation', async () => {
    const { client, schedule } = await seeded(
      {},
      (c) => [event(c, ['bob']), event(c, ['alice'])],
      (c) => ({ overrides: [override(c, 'alice > carol', '01T00', '10T00')] }),
    )
    expect(await shifts(client, schedule, '2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z')).toBe(
      '12-01 00:00 bob until 12-02 00:00, 12-01 00:00 alice until 12-02 00:00',
    )
  })
})
