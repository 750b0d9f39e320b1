/** `rotate import pagerduty`: turns of shift-based schedules come in as turns of the file, and are adopted with one write. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import {
  imported,
  isAdopted,
  isBroughtIn,
  event,
  member,
  zoned,
  seeded,
  turns,
  type Seeds,
} from './importing.ts'
import type { World } from './world.ts'

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
]

it.each(CASES)('brings in %s, and is adopted with one write', async (_, yaml, seeds) => {
  await isBroughtIn(yaml, seeds)
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
