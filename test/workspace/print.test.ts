import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import type { Workspace } from '../../src/model/workspace.ts'
import { shiftsOf, type Shift } from '../../src/timeline/shifts.ts'
import { load } from '../../src/workspace/load.ts'
import { printWorkspace } from '../../src/workspace/print/print.ts'
import { randomWorkspace } from '../oracle/random.ts'
import { RICH } from './rich.ts'
import { book, loaded } from './texts.ts'

/** What was printed, read again; nothing in it may be wrong. */
function reloaded(workspace: Workspace, notes = new Map<object, string[]>()): Workspace {
  const files = printWorkspace(workspace, notes)
  const { workspace: again, problems } = load(files, book)
  const errors = problems.filter(({ severity }) => severity === 'error')
  expect([errors.map(({ message, place }) => [message, place?.source.text]), []]).toEqual([[], []])
  return again
}

function said(shifts: readonly Shift[]): unknown {
  return shifts.map(({ start, end, people, turn, layer }) => [
    start,
    end,
    people,
    turn,
    layer?.name,
  ])
}

/** A model without the places at which its parts stand, and with zones by their names. */
function plain(workspace: Workspace): unknown {
  const json = JSON.stringify(workspace, (key, value: unknown) => {
    if (['place', 'dateOnlyTo', 'written', 'emptied', 'otherOffset'].includes(key)) return undefined
    if (key === 'zone') return (value as { name: string }).name
    if (value instanceof Map) {
      return Object.fromEntries([...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)))
    }
    return value instanceof Set ? [...value.keys()] : value
  })
  return JSON.parse(json)
}

it('says all of a workspace that says something of everything', () => {
  const { workspace } = loaded(RICH)
  expect(plain(reloaded(workspace))).toEqual(plain(workspace))
  expect(
    printWorkspace(workspace)
      .map(({ path, text }) => `## ${path}\n${text.split('\n').slice(1).join('\n')}`)
      .join(''),
  ).toMatchInlineSnapshot(`
   "## team.yaml
   team: Infrastructure
   timezone: UTC

   holidays:
     company: [2026-12-24..2027-01-01, 2027-04-27]
     dutch: NL
     mixed: [2027-05-05, DE-SN]
     every-year: [12-24, 12-31..01-01]

   checks:
     gap: off
     double-booking: { except: [[site, secondary]] }
   ## people.yaml
   people:
     alice:
       name: Alice Lindqvist
       email: alice@example.com
       timezone: Europe/Stockholm
       country: SE
       weekend: [fri, sat]
       contact: { phone: +46 70 000 00 00, "pager: no": "@alice, b" }
       changes:
         - { from: 2027-02-01, timezone: Asia/Tokyo, hours: 10:00-19:00, country: NL }
         - { from: 2027-09-01, timezone: Europe/Stockholm, weekend: [sat, sun] }
       away:
         - 2026-12-21..2027-01-03
         - { from: 2027-02-01 12:00, to: 2027-02-05 18:00, why: conference }
         - { on: 2027-02-10, why: dentist }
         - { days: [fri, company], from: 2026-12-01, until: 2027-06-01 12:00, why: four days }
         - { days: first monday }

     bob:
       email: bob@example.com
       timezone: America/New_York
       pagerduty: PUSER1

     carol:
       name: Carol 🎺
       from: 2026-01-01

     dave:
       until: 2027-03-01

     erin: {}

     007:
       timezone: Asia/Kathmandu
   ## primary.yaml
   rotations:
     primary:
       name: Infrastructure primary
       layers:
         - name: Weekly
           start: 2026-11-30 16:00
           end: 2027-12-01
           turn: 1 week
           members:
             - alice
             - bob
             - { who: carol, from: 2027-01-11 }
             - [dave, erin]
             - nobody
         - name: Amsterdam office hours
           timezone: Europe/Amsterdam
           start: 2026-11-30
           turn: 1 shift
           members: [erin, 007]
           during: { days: mon-fri, from: 09:00, to: 17:00, except: dutch }
       overrides:
         - { who: dave, from: 2026-12-24 16:00, to: 2026-12-26 16:00, why: holiday swap }
         - { who: erin, instead_of: bob, on: 2027-01-04..2027-01-05 }
         - { add: [bob, erin], from: 2027-01-11 08:00, to: 2027-01-11 14:30 }
         - { who: carol, on: 2027-02-14 }
       pagerduty: { schedule: PABC123 }
   ## site.yaml
   rotations:
     site:
       start: 2026-11-30 09:00
       turn: 12 hours
       members: [bob, carol]
       during:
         - { days: [mon, wed, company], from: 08:00, to: 24:00 }
         - { from: fri 17:00, to: mon 09:00, except: [company, mixed] }
         - { days: [last tuesday, company], from: 10:00, to: 12:00 }
       overrides:
         - { who: nobody, from: 2027-01-01 00:00, to: 2027-01-02 }
   ## secondary.yaml
   rotations:
     secondary:
       coverage: { days: mon-fri, from: 09:00, to: 17:00 }
       follows: primary
       end: 2027-08-01
       overrides:
         - { who: nobody, from: 2027-01-01 00:00, to: 2027-01-02 }
   ## manager.yaml
   rotations:
     manager:
       end: 2027-06-01
       members: alice
   ## deputy.yaml
   rotations:
     deputy:
       layers:
         - start: 2026-12-01
           end: 2027-02-01
           members: [[bob, erin]]
   ## triage.yaml
   rotations:
     triage:
       shifts:
         2026-11-30 09:00: alice
         2026-12-07 09:00: [bob, carol]
         2026-12-14 12:00: nobody
       turn: 1 week
   ## releases.yaml
   rotations:
     releases:
       coverage: none
       start: 2026-12-07 10:00
       turn: 2 months
       handoff: first monday
       members: [bob, carol]
   ## monthly.yaml
   rotations:
     monthly:
       coverage: none
       start: 2026-01-31
       turn: 1 month
       members: [bob, carol]
   ## meetings.yaml
   meetings:
     infrastructure:
       name: Infrastructure meeting
       days: [mon, thu]
       at: 16:00
       duration: 15 minutes
       start: 2026-11-30
       end: 2028-01-01
       attendees: [alice, { on-call: primary }, { on-call: site }, { on-call: secondary }]
       chair:
         members:
           - alice
           - bob
           - { who: carol, from: 2027-01-01 }
       roles:
         scribe:
           members: [bob, carol]
           overrides: [{ who: alice, on: 2026-12-03, why: a cold }, { who: nobody, on: 2027-02-01..2027-02-08 }]
         host: { on-call: primary }
       skip: [2026-12-24, 2026-12-31, 2027-06-01..2027-06-30, company]
       move: [{ from: 2026-12-03, to: 2026-12-04 16:00 }, { from: 2026-12-07, to: 2026-12-08 }]
       place: https://meet.example.com/infrastructure
       changes:
         - { from: 2027-03-01, at: 14:00, duration: 30 minutes, place: Room 1 }
         - from: 2027-05-01
           days: first monday
           timezone: Asia/Kathmandu
           every: 2 months
           attendees: [everyone]

     review:
       days: wed
       at: 10:00
       duration: 1 hour
       start: 2026-12-02
       every: 2 weeks

     council:
       days: [first friday, third friday, last day, 15th]
       at: 10:00
       duration: 1 hour
       start: 2026-12-01
       every: 3 months
   "
  `)
})

it.each([
  [
    'an absence that a clock change empties',
    'people: { a: { timezone: Pacific/Apia, away: 2011-12-30 }, b: { away: { from: 2026-03-29 02:15, to: 2026-03-29 02:45 }, timezone: Europe/Berlin } }',
  ],
  ['a rest of minutes', 'checks: { min-rest: 90 min }'],
  [
    'a rotation that is over before it begins',
    'people: { a: {} }\nrotations: { p: { layers: [{ start: 2026-12-07, turn: 1 week, members: [a] }], end: 2026-11-30 } }',
  ],
])('%s is printed so that it loads', (_, yaml) => {
  const { workspace } = loaded(yaml)
  expect(plain(reloaded(workspace))).toEqual(plain(workspace))
})

describe('whatever a workspace says, what is printed says the same', () => {
  const seeds = Array.from({ length: Number(process.env['PRINT_SEEDS'] ?? 60) }, (_, i) => i + 1)
  it.each(seeds)('%d', (seed) => {
    const { yaml, from, to } = randomWorkspace(seed)
    const { workspace } = loaded(yaml)
    const again = reloaded(workspace)
    expect(plain(again)).toEqual(plain(workspace))
    for (const [id, rotation] of workspace.rotations) {
      const other = again.rotations.get(id)
      const within = { start: from, end: to }
      expect(said(other ? shiftsOf(other, within) : [])).toEqual(said(shiftsOf(rotation, within)))
    }
    expect([...again.meetings.keys()].sort()).toEqual([...workspace.meetings.keys()].sort())
  })
})

const PIECES = String.raw`" ' # : - [ ] { } , & * ! | > % @ ~ null ... --- ? \ a é 👩‍🚒 0x1F 1e3`
  .split(' ')
  .concat([' ', ' #', ': ', '- ', '\n', '\r', '\t', '\u0000', '\u0085', '\u2028', '\u202E'])
  .concat(['\u{E0001}', '\uFEFF', '\u007F', '`', '\u00A0'])

describe('texts from anywhere', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((parts) => parts.join('')),
  )

  it('come back as they were: names, reasons, teams', () => {
    const { workspace } = loaded(
      `people: { a: {}, b: {} }
rotations: { r: { overrides: [{ who: a, from: 2026-01-01 10:00, to: 2026-01-02 }] } }`,
    )
    fc.assert(
      fc.property(nasty, (text) => {
        fc.pre(text.trim() !== '')
        const [a, b] = [...workspace.people.values()]
        const [rotation] = [...workspace.rotations.values()]
        if (a === undefined || b === undefined || rotation === undefined) throw new Error('none')
        const [override] = rotation.overrides
        const other: Workspace = {
          ...workspace,
          team: text,
          people: new Map([
            ['a', { ...a, name: text }],
            ['b', b],
          ]),
          rotations: new Map([
            [
              'r',
              {
                ...rotation,
                name: text,
                overrides: override === undefined ? [] : [{ ...override, why: text }],
              },
            ],
          ]),
        }
        const notes = new Map<object, string[]>([
          [rotation, [text]],
          ...[...other.rotations.values()].map((one): [object, string[]] => [
            one,
            [text, `x ${text}`],
          ]),
          ...[...other.people.values()].map((one): [object, string[]] => [one, [text]]),
        ])
        expect(plain(reloaded(other, notes))).toEqual(plain(other))
      }),
      { numRuns: 300 },
    )
  })
})
