/** A workspace that says something of everything, for tests that change it at random. */
export const RICH: string = `# The infrastructure team.
team: Infrastructure
timezone: UTC

holidays:
  company: [2026-12-24..2027-01-01, 2027-04-27]
  dutch: NL
  mixed: [DE-SN, 2027-05-05]
  every-year: [12-24, 12-31..01-01]

people:
  alice:
    name: Alice Lindqvist
    email: alice@example.com
    timezone: Europe/Stockholm
    hours: 09:00-18:00
    country: SE
    away:
      - 2026-12-21..2027-01-03
      - { from: 2027-02-01 12:00, to: 2027-02-05 18:00, why: conference }
      - { on: 2027-02-10, why: dentist }
  bob: { timezone: America/New_York, email: bob@example.com, pagerduty: PUSER1 }
  carol: { name: "Carol 🎺", from: 2026-01-01 }
  dave:
    until: 2027-03-01
  erin: {}
  007: { timezone: Asia/Kathmandu }

rotations:
  primary:
    name: Infrastructure primary
    timezone: UTC
    coverage: always
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
      - { add: [bob, erin], from: 2027-01-11 08:00Z, to: 2027-01-11T20:00:00+05:30 }
    pagerduty: { schedule: PABC123, kind: shifts, foreign: keep }
  site:
    start: 2026-11-30 09:00
    turn: 12 hours
    members: &people [bob, carol]
    during:
      - { days: [mon, wed, company], from: 08:00, to: 24:00 }
      - { from: fri 17:00, to: mon 09:00, except: [company, mixed] }
      - { days: [last tuesday, company], from: 10:00, to: 12:00 }
  secondary: { follows: primary, by: 1, end: 2027-08-01, coverage: { days: mon-fri, from: 09:00, to: 17:00 } }
  manager: { members: alice, end: 2027-06-01 }
  deputy: { members: { who: [bob, erin], from: 2026-12-01, until: 2027-02-01 } }
  triage:
    handoff: 09:00
    turn: 1 week
    shifts:
      2026-11-30: alice
      2026-12-07: [bob, carol]
      2026-12-14 12:00: nobody
  releases: { start: 2026-12-07 10:00, turn: 2 months, handoff: 1st mon, members: *people, coverage: none }
  monthly: { start: 2026-01-31, turn: 1 month, members: *people, coverage: none }

overrides:
  - { rotation: primary, who: carol, on: 2027-02-14 }
  - { rotation: [site, secondary], who: nobody, from: 2027-01-01, to: 2027-01-02 }

meetings:
  infrastructure:
    name: Infrastructure meeting
    days: [monday, thursday]
    at: 16:00
    timezone: UTC
    duration: 15 minutes
    start: 2026-11-30
    end: 2028-01-01
    every: 1 week
    attendees: [alice, { on-call: primary }, { on-call: [site, secondary] }]
    chair: { members: [alice, bob, { who: carol, from: 2027-01-01 }], start: 2026-11-30 }
    skip: [2026-12-24, 2026-12-31, 2027-06-01..2027-06-30, company]
    move: [{ from: 2026-12-03, to: 2026-12-04 16:00 }, { from: 2026-12-07, to: 2026-12-08 }]
    roles:
      scribe: { members: [bob, carol], overrides: [{ who: alice, on: 2026-12-03, why: a cold }, { who: nobody, on: 2027-02-01..2027-02-08 }] }
      host: { on-call: primary }
    changes:
      - { from: 2027-03-01, at: 14:00, duration: 30 minutes, place: Room 1 }
      - { from: 2027-05-01, days: first monday, timezone: Asia/Kathmandu, attendees: everyone, every: 2 months }
    place: https://meet.example.com/infrastructure
  review: { days: wed, at: 10:00, duration: 1 hour, every: 2 weeks, start: 2026-12-02 }
  council: { days: [first friday, 3rd fri, last day, 15th], at: 10:00, duration: 1 hour, every: 3 months, start: 2026-12-01 }

checks: { gap: off, double-booking: { except: [[site, secondary]] } }
`
