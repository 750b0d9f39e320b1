/** `rotate import pagerduty`: what turns are in PagerDuty comes in as turns of the file, and is adopted with one write. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import {
  imported,
  turnsIn,
  isAdopted,
  event,
  member,
  layer,
  zoned,
  ofTheWeek,
  seeded,
  type Seeds,
  turns,
} from './importing.ts'
import { type World } from './world.ts'

const CASES: readonly (readonly [string, string, (w: World) => Seeds])[] = [
  [
    'a week each (shifts)',
    `
layers:
  - name: Weekly
    start: 2026-11-02 16:00
    turn: 1 week
    members: [alice, bob, carol]
`,
    (w) => ({ shifts: [[event(w, ['alice', 'bob', 'carol'])]] }),
  ],
  [
    'a week each (layers)',
    `
start: 2026-11-02 16:00
turn: 1 week
members: [alice, bob, carol]
`,
    (w) => ({ layers: [layer(w, ['alice', 'bob', 'carol'])] }),
  ],
  [
    'a name three times in a row as longer turns (layers)',
    `
start: 2026-11-02 16:00
turn: 3 days
members: [alice, bob]
`,
    (w) => ({
      layers: [
        layer(w, ['alice', 'alice', 'alice', 'bob', 'bob', 'bob'], {
          rotation_turn_length_seconds: 86_400,
        }),
      ],
    }),
  ],
  [
    'longer turns that began before the layer was last edited (layers)',
    `
start: 2026-11-23 16:00
turn: 3 days
members: [alice, bob]
`,
    (w) => ({
      layers: [
        layer(w, ['alice', 'alice', 'alice', 'bob', 'bob', 'bob'], {
          start: '2026-11-24T18:11:12Z',
          rotation_virtual_start: '2026-11-23T16:00:00Z',
          rotation_turn_length_seconds: 86_400,
        }),
      ],
    }),
  ],
  [
    'the same people on weekdays and at weekends as one layer (layers)',
    `
start: 2026-11-09 09:00
turn: 1 week
members: [bob, alice]
`,
    (w) => ({ layers: ofTheWeek(w) }),
  ],
  [
    'somebody alone (layers)',
    `
start: 2026-11-02 16:00
members: alice
`,
    (w) => ({ layers: [layer(w, ['alice'])] }),
  ],
  [
    'an event that was edited long after it began (shifts)',
    `
layers:
  - name: Weekly
    timezone: America/New_York
    start: 2026-10-12 09:00
    turn: 1 week
    members: [alice, bob, carol]
`,
    (w) => ({
      shifts: [
        [
          event(w, ['alice', 'bob', 'carol'], {
            start_time: zoned('2025-03-03T09:00:00-05:00', 'America/New_York'),
            end_time: zoned('2025-03-10T09:00:00-04:00', 'America/New_York'),
            effective_since: '2026-10-07T03:11:12Z',
          }),
        ],
      ],
    }),
  ],
  [
    'nights by day, in New York (shifts)',
    `
coverage: none
layers:
  - name: Weekly
    timezone: America/New_York
    start: 2026-11-02 20:00
    turn: 2 days
    members: [alice, bob, carol, nobody]
    during: { from: 20:00, to: 08:00 }
`,
    (w) => ({
      shifts: [
        [
          event(w, [], {
            start_time: zoned('2026-11-02T20:00:00-05:00', 'America/New_York'),
            end_time: zoned('2026-11-03T08:00:00-05:00', 'America/New_York'),
            effective_since: '2026-11-03T01:00:00Z',
            recurrence: ['RRULE:FREQ=DAILY'],
            ...turns(w, 2, ['alice', 'bob', 'carol', 'nobody']),
          }),
        ],
      ],
    }),
  ],
  [
    'working days that hand over in the middle of the week (shifts)',
    `
coverage: none
layers:
  - name: Weekly
    timezone: Europe/Amsterdam
    start: 2026-10-28 09:00
    end: 2027-09-01 09:00
    turn: 1 week
    members: [alice, bob, carol]
    during: { days: mon-fri, from: 09:00, to: 17:00 }
  - name: Weekly 2
    timezone: Europe/Amsterdam
    start: 2027-09-01 09:00
    turn: 3 shifts
    members: [dave, erin]
    during: { days: mon-fri, from: 09:00, to: 17:00 }
`,
    (w) => ({
      shifts: [
        [
          event(w, [], {
            start_time: zoned('2026-10-28T09:00:00+01:00', 'Europe/Amsterdam'),
            end_time: zoned('2026-10-28T17:00:00+01:00', 'Europe/Amsterdam'),
            effective_since: '2026-10-28T08:00:00Z',
            effective_until: '2027-09-01T07:00:00Z',
            recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;WKST=SU'],
            ...turns(w, 5, ['alice', 'bob', 'carol']),
          }),
          event(w, [], {
            start_time: zoned('2027-09-01T09:00:00+02:00', 'Europe/Amsterdam'),
            end_time: zoned('2027-09-01T17:00:00+02:00', 'Europe/Amsterdam'),
            effective_since: '2027-09-01T07:00:00Z',
            recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
            ...turns(w, 3, ['dave', 'erin']),
          }),
        ],
      ],
    }),
  ],
  [
    'an event that begins in the middle of a turn, where nothing of it was open yet (shifts)',
    `
coverage: { days: mon-fri, from: 18:00, to: 22:00 }
layers:
  - name: Weekly
    start: 2026-11-23 18:00
    turn: 1 week
    members: [alice, bob]
    during: { days: mon-fri, from: 18:00, to: 22:00 }
`,
    (w) => ({
      shifts: [
        [
          event(w, [], {
            start_time: zoned('2026-11-23T18:00:00Z', 'Etc/UTC'),
            end_time: zoned('2026-11-23T22:00:00Z', 'Etc/UTC'),
            effective_since: '2026-11-25T14:00:00Z',
            recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
            ...turns(w, 5, ['alice', 'bob']),
          }),
        ],
      ],
    }),
  ],
  [
    'two who take turns in two rotations of every other week (shifts)',
    `
layers:
  - name: Weekly
    start: 2026-11-09 16:00
    turn: 1 week
    members: [carol, bob, carol, alice]
`,
    (w) => ({
      shifts: [
        [event(w, ['alice', 'bob'], { recurrence: ['RRULE:FREQ=WEEKLY;INTERVAL=2'] })],
        [
          event(w, ['carol'], {
            start_time: zoned('2026-11-09T16:00:00Z', 'Etc/UTC'),
            end_time: zoned('2026-11-16T16:00:00Z', 'Etc/UTC'),
            effective_since: '2026-11-09T16:00:00Z',
            recurrence: ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
          }),
        ],
      ],
    }),
  ],
  [
    'pairs, and a rotation that two serve at once (shifts)',
    `
layers:
  - name: Weekly
    start: 2026-11-02 16:00
    turn: 1 week
    members:
      - [alice, dave]
      - bob
      - [carol, erin]
      - [alice, frank]
      - [bob, dave]
      - carol
      - [alice, erin]
      - [bob, frank]
      - [carol, dave]
      - alice
      - [bob, erin]
      - [carol, frank]
`,
    (w) => ({
      shifts: [
        [event(w, ['alice', 'bob', 'carol'])],
        [event(w, ['dave', 'nobody', 'erin', 'frank'])],
      ],
    }),
  ],
  [
    'everybody at once (shifts)',
    `
layers:
  - name: Weekly
    start: 2026-11-02 16:00
    members: [[alice, bob]]
`,
    (w) => ({
      shifts: [
        [
          event(w, [], {
            assignment_strategy: {
              type: 'every_member_assignment_strategy',
              members: ['alice', 'bob'].map((name) => member(w, name)),
            },
          }),
        ],
      ],
    }),
  ],
  [
    'around the world (shifts)',
    `
layers:
  - name: Europe
    start: 2026-11-02 08:00
    turn: 1 week
    members: [alice, bob]
    during: { from: 08:00, to: 16:00 }
  - name: America
    start: 2026-11-02 16:00
    turn: 1 day
    members: [carol, dave, erin]
    during: { from: 16:00, to: 08:00 }
`,
    (w) => ({
      shifts: [
        [
          event(w, [], {
            name: 'Europe',
            start_time: zoned('2026-11-02T08:00:00Z', 'Etc/UTC'),
            end_time: zoned('2026-11-02T16:00:00Z', 'Etc/UTC'),
            effective_since: '2026-11-02T08:00:00Z',
            recurrence: ['RRULE:FREQ=DAILY'],
            ...turns(w, 7, ['alice', 'bob']),
          }),
        ],
        [
          event(w, [], {
            name: 'America',
            start_time: zoned('2026-11-02T16:00:00Z', 'Etc/UTC'),
            end_time: zoned('2026-11-03T08:00:00Z', 'Etc/UTC'),
            effective_since: '2026-11-02T16:00:00Z',
            recurrence: ['RRULE:FREQ=DAILY'],
            ...turns(w, 1, ['carol', 'dave', 'erin']),
          }),
        ],
      ],
    }),
  ],
  [
    'a joiner: events that follow each other (shifts)',
    `
layers:
  - name: Weekly
    start: 2026-11-02 16:00
    turn: 1 week
    members:
      - { who: alice, until: 2027-02-15 16:00 }
      - { who: bob, until: 2027-02-15 16:00 }
      - { who: dave, from: 2026-12-14 16:00 }
      - carol
      - { who: bob, from: 2027-02-15 16:00 }
`,
    (w) => ({
      shifts: [
        [
          event(w, ['alice', 'bob', 'carol'], { effective_until: '2026-12-14T16:00:00Z' }),
          event(w, ['alice', 'bob', 'dave', 'carol'], {
            start_time: zoned('2026-12-14T16:00:00Z', 'Etc/UTC'),
            end_time: zoned('2026-12-21T16:00:00Z', 'Etc/UTC'),
            effective_since: '2026-12-14T16:00:00Z',
            effective_until: '2027-02-15T16:00:00Z',
          }),
          event(w, ['dave', 'carol', 'bob'], {
            start_time: zoned('2027-02-15T16:00:00Z', 'Etc/UTC'),
            end_time: zoned('2027-02-22T16:00:00Z', 'Etc/UTC'),
            effective_since: '2027-02-15T16:00:00Z',
          }),
        ],
      ],
    }),
  ],
  [
    'every 12 hours, until a date (shifts)',
    `
coverage: none
layers:
  - name: Weekly
    start: 2026-11-02 16:00
    end: 2026-12-20 04:00
    turn: 24 hours
    members: [alice, bob, carol]
`,
    (w) => ({
      shifts: [
        [
          event(w, [], {
            end_time: zoned('2026-11-03T04:00:00Z', 'Etc/UTC'),
            recurrence: ['RRULE:FREQ=HOURLY;INTERVAL=12'],
            effective_until: '2026-12-20T04:00:00Z',
            ...turns(w, 2, ['alice', 'bob', 'carol']),
          }),
        ],
      ],
    }),
  ],
  [
    'weekdays, nights and weekends, the upper ones on top (layers)',
    `
layers:
  - name: Everybody
    start: 2026-11-02 16:00
    turn: 1 week
    members: [alice, bob, carol]
  - name: Nights
    start: 2026-11-02 16:00
    turn: 1 day
    members: [dave, erin]
    during: { from: 20:00, to: 08:00 }
  - name: Weekend
    start: 2026-11-02 16:00
    turn: 2 weeks
    members: [frank, alice]
    during: { days: [sat, sun], from: 09:00, to: 17:00 }
`,
    (w) => ({
      layers: [
        layer(w, ['alice', 'bob', 'carol'], { name: 'Everybody' }),
        layer(w, ['dave', 'erin'], {
          name: 'Nights',
          rotation_turn_length_seconds: 86_400,
          restrictions: [
            { type: 'daily_restriction', start_time_of_day: '20:00:00', duration_seconds: 43_200 },
          ],
        }),
        layer(w, ['frank', 'alice'], {
          name: 'Weekend',
          rotation_turn_length_seconds: 1_209_600,
          restrictions: [6, 7].map((day) => ({
            type: 'weekly_restriction',
            start_time_of_day: '09:00:00',
            start_day_of_week: day,
            duration_seconds: 28_800,
          })),
        }),
      ],
    }),
  ],
  [
    'office hours and a long weekend in New York (layers)',
    `
coverage: [{ days: mon-fri, from: 09:00, to: 17:00 }, { from: fri 17:00, to: mon 09:00 }]
layers:
  - start: 2026-11-09 09:00
    turn: 1 week
    members: [carol, alice, bob]
    during: { days: mon-fri, from: 09:00, to: 17:00 }
  - start: 2026-11-06 17:00
    turn: 1 week
    members: [erin, dave]
    during: { from: fri 17:00, to: mon 09:00 }
`,
    (w) => ({
      layers: [
        layer(w, ['alice', 'bob', 'carol'], {
          rotation_virtual_start: '2026-08-03T13:00:00Z',
          restrictions: [1, 2, 3, 4, 5].map((day) => ({
            type: 'weekly_restriction',
            start_time_of_day: '09:00:00',
            start_day_of_week: day,
            duration_seconds: 28_800,
          })),
        }),
        layer(w, ['dave', 'erin'], {
          rotation_virtual_start: '2026-08-07T21:00:00Z',
          restrictions: [
            {
              type: 'weekly_restriction',
              start_time_of_day: '17:00:00',
              start_day_of_week: 5,
              duration_seconds: 64 * 3600,
            },
          ],
        }),
      ],
      zone: 'America/New_York',
    }),
  ],
  [
    'a layer that ends and one that takes over in the middle of a turn (layers)',
    `
layers:
  - start: 2026-11-02 16:00
    end: 2026-12-10
    turn: 1 week
    members: [alice, bob]
  - start: 2026-12-10
    end: 2026-12-14 09:00
    members: dave
  - start: 2026-12-14 09:00
    turn: 1 week
    members: [erin, carol, dave]
`,
    (w) => ({
      layers: [
        layer(w, ['alice', 'bob'], { end: '2026-12-10T00:00:00Z' }),
        layer(w, ['carol', 'dave', 'erin'], {
          start: '2026-12-10T00:00:00Z',
          rotation_virtual_start: '2026-11-30T09:00:00Z',
        }),
      ],
    }),
  ],
]

it.each(CASES)('brings in %s, and is adopted with one write', async (_, yaml, seeds) => {
  const w = await seeded(seeds)
  const ran = await imported(w)
  expect(turnsIn(ran, 'infra-primary')).toBe(yaml.trim())
  expect([ran.exit, ran.writes, ran.out, ran.err]).toEqual([
    0,
    [],
    expect.stringContaining('agrees'),
    '',
  ])
  const checked = await w.run(['check', '--dir', 'brought'])
  expect(`${checked.out}${checked.err}`).not.toMatch(/\[back-to-back\]/)
  if (!yaml.includes('    end: ')) expect(checked.out).not.toContain('[gap]')
  await isAdopted(w, 1)
})

it('writes what changes in the roster of an adopted event at once, also beyond the horizon', async () => {
  const w = await seeded((w) => ({
    shifts: [[event(w, ['alice', 'bob', 'carol'], { effective_since: '2026-11-11T03:11:12Z' })]],
  }))
  expect((await imported(w)).exit).toBe(0)
  await isAdopted(w, 1)
  const path = join(w.folder, 'brought', 'infra-primary.yaml')
  const text = readFileSync(path, 'utf8')
  const joins = text.replace('bob]', 'bob, { who: alice, from: 2027-10-04 16:00 }]')
  expect(joins).not.toBe(text)
  writeFileSync(path, joins)
  const written = await w.run(['sync', '--yes', '--dir', 'brought'])
  expect([
    written.exit,
    written.writes.map((one) => one.replaceAll(/\/[A-Z0-9]{7,}/g, '')),
  ]).toEqual([
    0,
    ['PUT /v3/schedules/rotations/events 200', 'POST /v3/schedules/rotations/events 201'],
  ])
  for (const days of [100, 100]) {
    w.advance(days)
    const again = await w.run(['sync', '--yes', '--dir', 'brought'])
    expect([again.exit, again.writes]).toEqual([0, []])
  }
})
