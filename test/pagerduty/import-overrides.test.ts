/** What lies over turns in PagerDuty, and what turns of the file cannot say: it comes in as overrides, or is said. */
import { expect, it } from '@jest/globals'
import {
  imported,
  turnsIn,
  isAdopted,
  event,
  layer,
  zoned,
  custom,
  over,
  seeded,
  instead,
} from './importing.ts'

it('says what turns cannot say, fills it in for as long as it was compared, and agrees', async () => {
  const w = await seeded((w) => ({
    shifts: [
      [event(w, ['alice', 'bob'])],
      [
        event(w, ['carol', 'dave'], {
          name: 'Patch day',
          start_time: zoned('2026-11-10T09:00:00Z', 'Etc/UTC'),
          end_time: zoned('2026-11-10T17:00:00Z', 'Etc/UTC'),
          recurrence: ['RRULE:FREQ=MONTHLY;BYDAY=2TU'],
        }),
      ],
      [
        event(w, ['erin'], {
          name: 'Lunch',
          start_time: zoned('2026-11-09T12:00:00Z', 'Etc/UTC'),
          end_time: zoned('2026-11-09T13:00:00Z', 'Etc/UTC'),
          recurrence: ['RRULE:FREQ=WEEKLY', 'EXDATE:20261207T120000Z'],
          effective_until: '2026-12-20T00:00:00Z',
        }),
      ],
      [
        event(w, ['frank'], {
          name: 'Beside them',
          start_time: zoned('2026-12-15T12:00:00Z', 'Etc/UTC'),
          end_time: zoned('2026-12-15T18:00:00Z', 'Etc/UTC'),
          recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'],
        }),
      ],
    ],
  }))
  const ran = await imported(w)
  expect(turnsIn(ran, 'infra-primary')).toMatchInlineSnapshot(`
   "layers:
     - name: Weekly
       start: 2026-11-02 16:00
       turn: 1 week
       members: [alice, bob]
   overrides:
     # 'Patch day' in PagerDuty cannot be said as turns: it recurs by RRULE:FREQ=MONTHLY;BYDAY=2TU. It is
     # written shift by shift, until Tue 23 Feb 2027.
     - { add: dave, from: 2026-12-08 09:00, to: 2026-12-08 17:00 }
     - { add: carol, from: 2027-01-12 09:00, to: 2027-01-12 17:00 }
     - { add: dave, from: 2027-02-09 09:00, to: 2027-02-09 17:00 }
     # 'Lunch' in PagerDuty cannot be said as turns: single dates are left out or added (RRULE:FREQ=WEEKLY,
     # EXDATE:20261207T120000Z). It is written shift by shift, until Tue 23 Feb 2027.
     - { add: erin, from: 2026-11-30 12:00, to: 2026-11-30 13:00 }
     - { add: erin, from: 2026-12-14 12:00, to: 2026-12-14 13:00 }
     # 'Beside them' in PagerDuty cannot be said as turns: it overlaps with others, and layers do not add up.
     # It is written shift by shift, until Tue 23 Feb 2027.
     - { add: frank, from: 2026-12-15 12:00, to: 2026-12-15 18:00 }
     - { add: frank, from: 2026-12-22 12:00, to: 2026-12-22 18:00 }"
  `)
  expect(ran.err).toMatchInlineSnapshot(`
   "infra-primary: 'Patch day' in PagerDuty cannot be said as turns: it recurs by RRULE:FREQ=MONTHLY;BYDAY=2TU. It is written shift by shift, until Tue 23 Feb 2027.
   infra-primary: 'Lunch' in PagerDuty cannot be said as turns: single dates are left out or added (RRULE:FREQ=WEEKLY, EXDATE:20261207T120000Z). It is written shift by shift, until Tue 23 Feb 2027.
   infra-primary: 'Beside them' in PagerDuty cannot be said as turns: it overlaps with others, and layers do not add up. It is written shift by shift, until Tue 23 Feb 2027.
   "
  `)
  expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
})

it('says the layers that it cannot write, where other layers let them be seen', async () => {
  const w = await seeded((w) => ({
    layers: [
      layer(w, ['alice', 'bob']),
      layer(w, ['carol', 'dave'], {
        name: 'Drill',
        rotation_turn_length_seconds: 5400,
        restrictions: [
          {
            type: 'weekly_restriction',
            start_time_of_day: '09:00:00',
            start_day_of_week: 2,
            duration_seconds: 10_800,
          },
        ],
        end: '2026-12-09T00:00:00Z',
      }),
      layer(w, ['erin'], {
        name: 'Lunch',
        rotation_turn_length_seconds: 86_400,
        restrictions: [
          { type: 'daily_restriction', start_time_of_day: '11:45:00', duration_seconds: 900 },
        ],
      }),
    ],
  }))
  const ran = await imported(w)
  expect(turnsIn(ran, 'infra-primary')).toMatchInlineSnapshot(`
   "layers:
     - start: 2026-11-02 16:00
       turn: 1 week
       members: [alice, bob]
     - name: Lunch
       start: 2026-11-02 16:00
       members: erin
       during: { from: 11:45, to: 12:00 }
   overrides:
     # 'Drill' in PagerDuty cannot be said as turns: its turns last 5400 seconds. It is written shift by
     # shift, until Tue 23 Feb 2027.
     - { who: dave, from: 2026-12-01 09:00, to: 2026-12-01 10:00 }
     - { who: carol, from: 2026-12-01 10:00, to: 2026-12-01 11:30 }
     - { who: dave, from: 2026-12-01 11:30, to: 2026-12-01 11:45 }
     - { who: dave, from: 2026-12-08 09:00, to: 2026-12-08 10:00 }
     - { who: carol, from: 2026-12-08 10:00, to: 2026-12-08 11:30 }
     - { who: dave, from: 2026-12-08 11:30, to: 2026-12-08 11:45 }"
  `)
  expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
})

it('brings in overrides and custom shifts that run or are to come, and adopting leaves them be', async () => {
  const w = await seeded((w) => ({
    shifts: [[event(w, ['alice', 'bob', 'nobody'])]],
    custom_shifts: [
      custom(w, 'erin', '2026-12-03T10:00:00Z', '2026-12-03T20:00:00Z'),
      custom(w, 'erin', '2026-11-03T10:00:00Z', '2026-11-03T20:00:00Z'),
    ],
    overrides: [
      {
        rotation: 0,
        ...instead(w, 'frank', 'alice', '2026-11-24T00:00:00Z', '2026-11-26T00:00:00Z'),
      },
      {
        rotation: 0,
        ...instead(w, 'nobody', 'bob', '2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z'),
      },
      {
        rotation: 0,
        ...instead(w, 'dave', 'nobody', '2026-12-08T00:00:00Z', '2026-12-08T12:00:00Z'),
      },
      {
        custom_shift: 0,
        ...instead(w, 'carol', 'erin', '2026-12-03T12:00:00Z', '2026-12-03T13:00:00Z'),
      },
      {
        rotation: 0,
        ...instead(w, 'carol', 'alice', '2027-06-10T12:00:00Z', '2027-06-11T13:00:00Z'),
      },
    ],
  }))
  const ran = await imported(w)
  expect(turnsIn(ran, 'infra-primary')).toMatchInlineSnapshot(`
   "coverage: none
   layers:
     - name: Weekly
       start: 2026-11-02 16:00
       turn: 1 week
       members: [alice, bob, nobody]
   overrides:
     - { who: frank, instead_of: alice, on: 2026-11-24..2026-11-25 }
     - { who: nobody, instead_of: bob, on: 2026-12-01 }
     - { add: dave, from: 2026-12-08 00:00, to: 2026-12-08 12:00 }
     - { who: carol, instead_of: alice, from: 2027-06-10 12:00, to: 2027-06-11 13:00 }
     - { add: erin, from: 2026-12-03 10:00, to: 2026-12-03 20:00 }
     - { who: carol, instead_of: erin, from: 2026-12-03 12:00, to: 2026-12-03 13:00 }"
  `)
  expect([ran.exit, ran.err]).toEqual([0, ''])
  const adopted = await w.run(['sync', '--yes', '--dir', 'brought', '--adopt'])
  expect([adopted.exit, adopted.writes.length]).toEqual([0, 1])
  expect(adopted.out).not.toContain('kept')
})

it('whoever is replaced in a turn keeps the custom shift that they have besides', async () => {
  const w = await seeded((w) => ({
    shifts: [[event(w, ['alice', 'bob'])]],
    custom_shifts: [custom(w, 'bob', '2026-12-08T10:00:00Z', '2026-12-08T20:00:00Z')],
    overrides: [
      {
        rotation: 0,
        ...instead(w, 'erin', 'bob', '2026-12-08T12:00:00Z', '2026-12-09T12:00:00Z'),
      },
    ],
  }))
  const ran = await imported(w)
  expect(turnsIn(ran, 'infra-primary').split('\n').slice(-2)).toMatchInlineSnapshot(`
   [
     "  - { who: erin, instead_of: bob, from: 2026-12-08 12:00, to: 2026-12-09 12:00 }",
     "  - { add: bob, from: 2026-12-08 10:00, to: 2026-12-08 20:00 }",
   ]
  `)
  expect([ran.exit, ran.err]).toEqual([0, ''])
  await isAdopted(w, 1)
})

it('of overrides that lie over each other the newer one wins, whatever their order in the answer', async () => {
  const w = await seeded((w) => ({
    zone: 'America/New_York',
    layers: [layer(w, ['alice', 'bob'])],
    overrides: [
      over(w, 'carol', '2026-12-05T00:00:00Z', '2026-12-10T00:00:00Z'),
      over(w, 'dave', '2026-12-01T00:00:00Z', '2026-12-07T00:00:00Z'),
      over(w, 'erin', '2026-12-08T00:00:00Z', '2026-12-09T05:00:00Z'),
    ],
  }))
  const ran = await imported(w)
  expect(turnsIn(ran, 'infra-primary')).toMatchInlineSnapshot(`
   "start: 2026-11-02 11:00
   turn: 1 week
   members: [alice, bob]
   overrides:
     - { who: carol, from: 2026-12-04 19:00, to: 2026-12-09 19:00 }
     - { who: dave, from: 2026-11-30 19:00, to: 2026-12-06 19:00 }
     - { who: erin, from: 2026-12-07 19:00, to: 2026-12-09 00:00 }"
  `)
  expect([ran.exit, ran.err]).toEqual([0, ''])
  const adopted = await w.run(['sync', '--yes', '--dir', 'brought', '--adopt'])
  expect([adopted.exit, adopted.writes.length]).toEqual([0, 1])
  expect(adopted.out).not.toContain('kept')
  const pulled = await w.run(['pull', '--dry-run', '--dir', 'brought'])
  expect([pulled.exit, pulled.out]).toMatchInlineSnapshot(`
   [
     0,
     "Nothing to bring: nobody changed anything in PagerDuty by hand.
   ",
   ]
  `)
  for (const days of [1, 12]) {
    w.advance(days)
    expect((await w.run(['sync', '--yes', '--dir', 'brought'])).writes).toEqual([])
  }
})

it.each([
  ['older', 'newer'],
  ['newer', 'older'],
])('so it is of those that replace the same person, the %s first in the list', async (first) => {
  const stretches = [
    ['dave', '2026-12-01T00:00:00Z', '2026-12-04T00:00:00Z'],
    ['carol', '2026-12-02T00:00:00Z', '2026-12-05T00:00:00Z'],
  ] as const
  const w = await seeded((w) => ({
    shifts: [[event(w, ['alice', 'bob'])]],
    overrides: (first === 'older' ? stretches : stretches.toReversed()).map(([who, from, to]) => ({
      rotation: 0,
      ...instead(w, who, 'alice', from, to),
    })),
  }))
  const ran = await imported(w)
  expect([ran.exit, ran.err]).toEqual([0, ''])
  const adopted = await w.run(['sync', '--yes', '--dir', 'brought', '--adopt'])
  expect([adopted.exit, adopted.writes.length, adopted.out]).toEqual([
    0,
    1,
    expect.not.stringContaining('kept'),
  ])
})

it('writes a layer that is never seen as a comment', async () => {
  const w = await seeded((w) => ({
    layers: [
      layer(w, ['carol', 'dave'], {
        name: 'Old',
        restrictions: [
          { type: 'daily_restriction', start_time_of_day: '20:00:00', duration_seconds: 43_200 },
        ],
      }),
      layer(w, ['alice', 'bob'], { name: 'Weekly' }),
    ],
  }))
  const ran = await imported(w)
  expect(ran.files['infra-primary.yaml']?.split('\n').slice(0, 4)).toMatchInlineSnapshot(`
   [
     "# Never seen in PagerDuty, since other layers lie on top of it whenever it is active:",
     "# - { name: Old, start: 2026-11-02 16:00, turn: 1 week, members: [carol, dave], during: { from: 20:00, to:",
     "# 08:00 } }",
     "rotations:",
   ]
  `)
  expect(ran.files['people.yaml']).not.toContain('dave')
  expect([ran.exit, ran.err]).toEqual([0, ''])
  await isAdopted(w, 1)
})
