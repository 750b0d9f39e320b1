import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { SimulatorOptions } from '../../src/simulator/simulator.ts'
import { world, type Any, type Ran, type World } from './world.ts'
import { READINGS } from './readings.ts'
import { SCENARIOS } from './scenarios.ts'

/** Imports into a folder of its own; gives what was said and the files, the people's left out. */
async function imported(
  w: World,
  ...words: string[]
): Promise<Ran & { readonly files: Record<string, string> }> {
  rmSync(join(w.folder, 'brought'), { recursive: true, force: true })
  const ran = await w.run(['import', 'pagerduty', '--out', 'brought', ...words])
  const files: Record<string, string> = {}
  for (const name of ran.exit < 2 ? readdirSync(join(w.folder, 'brought')) : []) {
    if (name.startsWith('.')) continue
    const text = readFileSync(join(w.folder, 'brought', name), 'utf8')
    files[name] = text.replace(/^# yaml-language-server.*\n/, '')
  }
  return { ...ran, files }
}

/** What a rotation's file says of its turns and overrides, without what every one of these has. */
function turnsIn({ files }: { readonly files: Record<string, string> }, id: string): string {
  const lines = (files[`${id}.yaml`] ?? '').trimEnd().split('\n')
  return lines
    .slice(lines.indexOf(`  ${id}:`) + 1)
    .map((line) => line.slice(4))
    .filter((line) => !/^(name|pagerduty):/.test(line))
    .join('\n')
}

/** What must hold of an import: it agrees, and adopting it writes one thing, once. */
async function isAdopted(w: World, ids: number): Promise<void> {
  const sync = (...words: string[]): Promise<Ran> =>
    w.run(['sync', '--yes', '--dir', 'brought', ...words])
  const adopted = await sync('--adopt')
  expect([adopted.exit, adopted.exit === 0 ? '' : adopted.out + adopted.err]).toEqual([0, ''])
  expect(adopted.writes).toHaveLength(ids)
  expect(adopted.writes.filter((one) => !/^PUT (\/v3)?\/schedules\/[^/]+ 200$/.test(one))).toEqual(
    [],
  )
  for (const days of [0, 1, 40, 100]) {
    w.advance(days)
    const again = await sync()
    expect([days, again.exit, again.writes, again.exit === 0 ? '' : again.out + again.err]).toEqual(
      [days, 0, [], ''],
    )
  }
}

interface Seeds {
  readonly shifts?: Any
  readonly layers?: Any
}

function event(w: World, names: readonly string[], other: Any = {}): Any {
  return {
    name: 'Weekly',
    start_time: { date_time: '2026-11-02T16:00:00Z', time_zone: 'Etc/UTC' },
    end_time: { date_time: '2026-11-09T16:00:00Z', time_zone: 'Etc/UTC' },
    effective_since: '2026-11-02T16:00:00Z',
    recurrence: ['RRULE:FREQ=WEEKLY'],
    assignment_strategy: {
      type: 'rotating_member_assignment_strategy',
      shifts_per_member: 1,
      members: names.map((name) => member(w, name)),
    },
    ...other,
  }
}

function member(w: World, name: string): Any {
  return name === 'nobody'
    ? { type: 'empty_member' }
    : { type: 'user_member', user_id: w.idOf(name) }
}

function layer(w: World, names: readonly string[], other: Any = {}): Any {
  return {
    start: '2026-11-02T16:00:00Z',
    rotation_virtual_start: '2026-11-02T16:00:00Z',
    rotation_turn_length_seconds: 604_800,
    users: names.map((name) => ({ user: { id: w.idOf(name), type: 'user_reference' } })),
    restrictions: [],
    ...other,
  }
}

const turns = (w: World, perMember: number, names: readonly string[]): Any => ({
  assignment_strategy: {
    type: 'rotating_member_assignment_strategy',
    shifts_per_member: perMember,
    members: names.map((name) => member(w, name)),
  },
})

const zoned = (date_time: string, time_zone: string): Any => ({ date_time, time_zone })

function custom(w: World, name: string, start: string, end: string): Any {
  return {
    start_time: start,
    end_time: end,
    assignments: [{ type: 'shift_assignment', member: member(w, name) }],
  }
}

function instead(w: World, who: string, whom: string, start: string, end: string): Any {
  return {
    start_time: start,
    end_time: end,
    overridden_member: member(w, whom),
    overriding_member: member(w, who),
  }
}

function over(w: World, name: string, start: string, end: string): Any {
  return { start, end, user: { id: w.idOf(name), type: 'user_reference' } }
}

const window = (start_day_of_week: number, start_time_of_day: string, hours: number): Any => ({
  type: 'weekly_restriction',
  start_time_of_day,
  start_day_of_week,
  duration_seconds: hours * 3600,
})

/** Rotations of weeks in which the same people are on call on weekdays and at the weekend. */
function ofTheWeek(w: World): Any {
  return [
    layer(w, ['alice', 'bob'], {
      name: 'Weekdays',
      rotation_virtual_start: '2026-11-02T09:00:00Z',
      restrictions: [window(1, '09:00:00', 104)],
    }),
    layer(w, ['alice', 'bob'], {
      name: 'Weekends',
      rotation_virtual_start: '2026-11-02T09:00:00Z',
      restrictions: [window(5, '17:00:00', 64)],
    }),
  ]
}

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

async function seeded(seeds: (w: World) => Any, options: SimulatorOptions = {}): Promise<World> {
  const w = await world('', options)
  const { shifts, layers, zone = 'Etc/UTC', ...more } = seeds(w)
  if (shifts !== undefined) {
    w.simulator.seed.shiftSchedule({
      name: 'Infra primary',
      time_zone: zone,
      description: 'Ask in #infra.',
      rotations: shifts.map((events: Any) => ({ events })),
      ...more,
    })
  }
  if (layers !== undefined) {
    w.simulator.seed.layerSchedule({
      name: 'Infra primary',
      time_zone: zone,
      description: 'Ask in #infra.',
      schedule_layers: layers,
      ...more,
    })
  }
  return w
}

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

const BACK = ['carol', 'alice', 'bob']
const AHEAD = ['bob', 'carol', 'alice']
const LATER: Any = {
  start_time: zoned('2026-11-02T17:00:00Z', 'Etc/UTC'),
  end_time: zoned('2026-11-09T17:00:00Z', 'Etc/UTC'),
}

it.each<[string, string, (w: World) => Any, (w: World) => Any]>([
  ['ahead', 'follows: primary', (w) => event(w, ['alice', 'bob', 'carol']), (w) => event(w, AHEAD)],
  [
    'behind',
    'follows: primary\nby: -1',
    (w) => event(w, ['alice', 'bob', 'carol']),
    (w) => event(w, BACK),
  ],
])('writes a schedule that is a turn %s as one that follows', async (_, yaml, first, second) => {
  const w = await world('')
  for (const [name, one] of [
    ['Infrastructure backup', second],
    ['Infrastructure primary on-call', first],
  ] as const) {
    w.simulator.seed.shiftSchedule({
      name,
      time_zone: 'Etc/UTC',
      rotations: [{ events: [one(w)] }],
    })
  }
  const ran = await imported(w)
  expect(turnsIn(ran, 'backup')).toBe(yaml)
  expect(turnsIn(ran, 'primary')).toContain('members: [alice, bob, carol]')
  expect([ran.exit, ran.err]).toEqual([0, ''])
  await isAdopted(w, 2)
})

it('nothing follows that has other handoffs, another order, the same people at once, or more layers', async () => {
  const w = await world('')
  for (const [name, events] of [
    ['Ops primary', [event(w, ['alice', 'bob', 'carol'])]],
    ['Ops later', [event(w, AHEAD, LATER)]],
    ['Ops turned', [event(w, ['carol', 'bob', 'alice'])]],
    ['Ops twin', [event(w, ['alice', 'bob', 'carol'])]],
    ['Ops ended', [event(w, AHEAD, { effective_until: '2027-09-06T16:00:00Z' })]],
  ] as const) {
    w.simulator.seed.shiftSchedule({ name, time_zone: 'Etc/UTC', rotations: [{ events }] })
  }
  const ran = await imported(w)
  expect([ran.exit, Object.keys(ran.files)]).toEqual([
    0,
    [
      'ended.yaml',
      'later.yaml',
      'people.yaml',
      'primary.yaml',
      'team.yaml',
      'turned.yaml',
      'twin.yaml',
    ],
  ])
  expect(Object.values(ran.files).join('')).not.toContain('follows')
})

it.each([
  [
    ['Infrastructure primary on-call', 'Infrastructure secondary on-call'],
    ['primary', 'secondary'],
  ],
  [
    ['Infrastructure on-call', 'Infrastructure primary'],
    ['infrastructure', 'primary'],
  ],
  [
    ['Infra everyone', 'Infra Nobody'],
    ['infra-everyone', 'infra-nobody'],
  ],
  [
    ['Ops 1', 'Ops 2'],
    ['ops-1', 'ops-2'],
  ],
  [
    ['Infra Primary', 'Infra primary', 'Infra b'],
    ['b', 'infra-primary', 'infra-primary-2'],
  ],
  [
    ['Infra primary', 'Ops primary'],
    ['infra-primary', 'ops-primary'],
  ],
])('of schedules named %j the ids are %j', async (names, ids) => {
  const w = await world('')
  for (const name of names) w.simulator.seed.shiftSchedule({ name, time_zone: 'Etc/UTC' })
  const { files } = await imported(w)
  expect(Object.keys(files).sort()).toEqual([...ids.map((id) => `${id}.yaml`), 'team.yaml'].sort())
})

it('hostile names stay names, in the files and on the terminal', async () => {
  const w = await world('')
  const people = [
    ["Zoë  O'Hara: the #1", 'zo@x.com', 'America/New_York'],
    ['Zoë Bell', 'zb@x.com', 'Europe/London'],
    ['nobody', 'no@x.com', 'UTC'],
    ['李明', 'li.ming@x.com', 'Asia/Shanghai'],
    ['"\u001b[31mred\u0007\n- evil: yes', 'ev@x.com', 'Asia/Kolkata'],
  ].map(([name = '', email = '', time_zone = '']) =>
    w.simulator.seed.user({ name, email, time_zone }),
  )
  const name = '# evil\nrotations: {}'
  w.simulator.seed.shiftSchedule({
    name: 'Team: "A" #1\n\u001b[2Jx 👩‍🚒',
    time_zone: 'Etc/UTC',
    teams: [{ id: w.simulator.seed.team('Ops & "Co": #2'), type: 'team_reference' }],
    rotations: [
      {
        events: [
          event(w, [], {
            name,
            assignment_strategy: {
              type: 'rotating_member_assignment_strategy',
              shifts_per_member: 1,
              members: people.map((user_id) => ({ type: 'user_member', user_id })),
            },
          }),
        ],
      },
      { events: [event(w, ['alice'], { name, recurrence: ['RRULE:FREQ=MONTHLY;BYMONTHDAY=-1'] })] },
    ],
  })
  const ran = await imported(w)
  expect(ran.exit).toBe(0)
  expect(Object.values(ran.files).join('')).toMatchInlineSnapshot(`
   "people:
     zoe-o-hara-the-1:
       name: "Zoë  O'Hara: the #1"
       email: zo@x.com
       timezone: America/New_York

     zoe-bell:
       name: Zoë Bell
       email: zb@x.com
       timezone: Europe/London

     nobody-2:
       name: nobody
       email: no@x.com

     li.ming:
       name: 李明
       email: li.ming@x.com
       timezone: Asia/Shanghai

     31mred:
       name: "\\"\\u001b[31mred\\u0007\\n- evil: yes"
       email: ev@x.com
       timezone: Asia/Kolkata

     alice:
       email: alice@Example.com
   rotations:
     team-a-1-2jx:
       name: "Team: \\"A\\" #1\\n\\u001b[2Jx 👩\\u200d🚒"
       layers:
         - name: "# evil\\nrotations: {}"
           start: 2026-11-02 16:00
           turn: 1 week
           members: [zoe-o-hara-the-1, zoe-bell, nobody-2, li.ming, 31mred]
       overrides:
         # '# evil rotations: {}' in PagerDuty cannot be said as turns: it recurs by
         # RRULE:FREQ=MONTHLY;BYMONTHDAY=-1. It is written shift by shift, until Tue 23 Feb 2027.
         - { add: alice, from: 2026-11-30 16:00, to: 2026-12-07 16:00 }
         - { add: alice, from: 2026-12-31 16:00, to: 2027-01-07 16:00 }
         - { add: alice, from: 2027-01-31 16:00, to: 2027-02-07 16:00 }
       pagerduty: { schedule: PQCE3CN }
   # Brought in from PagerDuty on Wed 25 Nov 2026, as it was then.
   team: "Ops & \\"Co\\": #2"
   timezone: UTC
   "
  `)
  const all = ran.out + ran.err + Object.values(ran.files).join('')
  expect(all.split('').filter((mark) => mark < ' ' && mark !== '\n')).toEqual([])
})

it('schedules without turns, of one name, and of another team are told apart', async () => {
  const w = await world('')
  const bare = (name: string, description?: string): string =>
    w.simulator.seed.shiftSchedule({
      name,
      time_zone: 'Europe/Amsterdam',
      ...(description && { description }),
    })
  bare('Empty')
  bare('empty', 'Text.\n\n[rotate Others/prim]')
  bare('Nobody')
  bare('Team')
  const ran = await imported(w)
  expect([ran.exit, Object.keys(ran.files)]).toEqual([
    0,
    ['empty-2.yaml', 'empty.yaml', 'nobody-2.yaml', 'rotation-team.yaml', 'team.yaml'],
  ])
  expect(ran.files['empty-2.yaml']).toMatchInlineSnapshot(`
   "# rotate keeps this schedule already, as the rotation 'prim' of the team 'Others': 'rotate sync' of another
   # team refuses it (delete this rotation here, or give --team).
   # In PagerDuty nobody is on call at times. Say in 'coverage' when somebody must be, and 'rotate check' looks.
   rotations:
     empty-2:
       name: empty
       coverage: none
       pagerduty: { schedule: PFB839M }
   "
  `)
  expect(ran.files['team.yaml']).toMatchInlineSnapshot(`
   "# Brought in from PagerDuty on Wed 25 Nov 2026, as it was then.
   team: imported
   timezone: Europe/Amsterdam
   "
  `)
})

it('where PagerDuty shows something else than the files can say, each difference is said, and the files stand', async () => {
  const w = await seeded(
    (w) => ({
      zone: 'Europe/Amsterdam',
      layers: [
        layer(w, ['alice', 'bob'], {
          rotation_virtual_start: '2027-02-01T08:00:00Z',
          start: '2027-02-01T08:00:00Z',
        }),
      ],
    }),
    { readings: { wholeDayTurns: 'elapsed' }, now: Date.parse('2027-02-15T00:00:00Z') },
  )
  const ran = await imported(w)
  expect([ran.exit, Object.keys(ran.files)]).toEqual([
    1,
    ['infra-primary.yaml', 'people.yaml', 'team.yaml'],
  ])
  expect(ran.out).toMatchInlineSnapshot(`
   "wrote brought/team.yaml
   wrote brought/people.yaml
   wrote brought/infra-primary.yaml
   wrote brought/.rotate.schema.json
   infra-primary: PagerDuty does not agree:
     Mon 29 Mar 07:00 to Mon 29 Mar 08:00: PagerDuty says bob, the file alice
     Mon 5 Apr 07:00 to Mon 5 Apr 08:00: PagerDuty says alice, the file bob
     Mon 12 Apr 07:00 to Mon 12 Apr 08:00: PagerDuty says bob, the file alice
     Mon 19 Apr 07:00 to Mon 19 Apr 08:00: PagerDuty says alice, the file bob
     Mon 26 Apr 07:00 to Mon 26 Apr 08:00: PagerDuty says bob, the file alice
     Mon 3 May 07:00 to Mon 3 May 08:00: PagerDuty says alice, the file bob
     Mon 10 May 07:00 to Mon 10 May 08:00: PagerDuty says bob, the file alice

   Next: 'rotate check --dir brought' shows what is risky, 'rotate sync --dir brought --adopt --dry-run' what sync would do.
   "
  `)
})

/** All readings take minutes: `ROTATE_READINGS=all` tries them, else it is the one that differs in everything. */
const readings =
  process.env['ROTATE_READINGS'] === 'all'
    ? READINGS
    : READINGS.filter(([name]) => name.startsWith('all'))

describe.each(SCENARIOS.flatMap(({ kinds, ...one }) => kinds.map((kind) => ({ ...one, kind }))))(
  'what rotate made comes back: $name ($kind)',
  ({ name, files, kind }) => {
    const possible = readings.filter(
      ([, { overlap }]) => overlap === undefined || !name.startsWith('pairs'),
    )
    it.each(possible)('under %s', async (_, some) => {
      const [, first] = files[0] ?? [0, '']
      const w = await world(first.replace('KIND', kind), { readings: some })
      for (const [i, [days, yaml, ...flags]] of files.entries()) {
        w.advance(days)
        w.write(yaml.replace('KIND', kind))
        expect((await w.sync('--yes', ...flags)).exit).toBe(0)
        const ran = await imported(w)
        expect([
          i,
          ran.exit,
          ran.exit === 0 ? '' : ran.out + ran.err + JSON.stringify(ran.files),
        ]).toEqual([i, 0, ''])
        const again = await w.run(['sync', '--yes', '--dir', 'brought'])
        expect([
          i,
          again.exit,
          again.writes,
          again.exit === 0 ? '' : again.out + again.err,
        ]).toEqual([i, 0, [], ''])
      }
    })
  },
)
