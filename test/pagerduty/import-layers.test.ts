/** `rotate import pagerduty`: layers of PagerDuty come in as turns of the file, and are adopted with one write. */
import { it } from '@jest/globals'
import { isBroughtIn, layer, ofTheWeek, type Seeds } from './importing.ts'
import type { World } from './world.ts'

const CASES: readonly (readonly [string, string, (w: World) => Seeds])[] = [
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
  await isBroughtIn(yaml, seeds)
})
