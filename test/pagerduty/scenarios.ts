/** What teams do with a rotation, as a row of files: each follows the one before, some days later. */
export interface Scenario {
  readonly name: string
  /** The rotation, and how many days pass before it is written and synced. */
  readonly files: readonly (readonly [days: number, yaml: string, ...flags: string[]])[]
  /**
   * The kinds of PagerDuty's schedules that can say it; where layers can, so can any service in which one person at a
   * time is on call (`test/sync/service.test.ts`).
   */
  readonly kinds: readonly ('shifts' | 'layers')[]
  /** Whether PagerDuty can go on with it for a year, so that a later sync writes nothing. */
  readonly isNative?: true
}

const BOTH = ['shifts', 'layers'] as const

function rotation(layers: string, more = ''): string {
  return `rotations:\n  primary:\n    name: Primary\n    layers: [${layers}]\n    pagerduty: { kind: KIND }\n${more}`
}

function week(members: string, more = ''): string {
  return rotation(`{ start: 2026-11-02 16:00, turn: 1 week, members: [${members}] }`, more)
}

const WEEK = '{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob, carol]'

/** Weekdays from midnight to midnight, each of which touches the next. */
function weekdays(members: string): string {
  return rotation(
    `{ name: Weekdays, start: 2026-11-02, turn: 1 week, members: [${members}], during: { days: mon-fri, from: 00:00, to: 24:00 } }, { name: Weekends, start: 2026-11-07, turn: 1 week, members: [dave, frank], during: { days: sat-sun, from: 00:00, to: 24:00 } }`,
  )
}

function overrides(...lines: string[]): string {
  return `    overrides:\n${lines.map((line) => `      - ${line}\n`).join('')}`
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'a joiner, a leaver, somebody back',
    kinds: BOTH,
    files: [
      [0, week('alice, bob, carol')],
      [3, week('alice, bob, carol, { who: dave, from: 2026-12-14 }')],
      [10, week('alice, bob, { who: carol, until: 2027-01-04 }, { who: dave, from: 2026-12-14 }')],
      [
        1,
        week(
          'alice, bob, { who: carol, until: 2027-01-04 }, { who: dave, from: 2026-12-14 }, { who: erin, from: 2027-06-07 }',
        ),
      ],
      [
        30,
        week(
          'alice, bob, { who: dave, from: 2026-12-14 }, { who: erin, from: 2027-06-07 }',
          overrides('{ who: carol, on: 2027-01-20 }'),
        ),
        '--rewrite',
      ],
    ],
  },
  {
    name: 'swaps, made and taken back',
    kinds: BOTH,
    files: [
      [
        0,
        week(
          'alice, bob, carol',
          overrides('{ who: dave, from: 2026-11-25 18:00, to: 2026-11-26 06:00 }'),
        ),
      ],
      [
        0.1,
        week(
          'alice, bob, carol',
          overrides(
            '{ who: dave, from: 2026-11-25 12:30, to: 2026-11-26 06:00 }',
            '{ who: bob, instead_of: carol, from: 2026-12-07 16:00, to: 2026-12-14 16:00 }',
          ),
        ),
      ],
      [
        0.2,
        week(
          'alice, bob, carol',
          overrides(
            '{ who: bob, instead_of: carol, from: 2026-12-07 16:00, to: 2026-12-14 16:00 }',
          ),
        ),
      ],
      [5, week('alice, bob, carol')],
      [1, week('alice, bob, carol', overrides('{ who: erin, from: 2026-12-01, to: 2027-02-01 }'))],
    ],
  },
  {
    name: 'another handoff, another zone',
    kinds: ['shifts'],
    files: [
      [0, week('alice, bob, carol')],
      [
        2,
        rotation(
          '{ start: 2026-11-02 16:00, end: 2026-12-07 16:00, turn: 1 week, members: [alice, bob, carol] }, { start: 2026-12-07 16:00, turn: 1 week, timezone: Europe/Amsterdam, members: [carol, alice, bob] }',
        ),
      ],
      [
        20,
        rotation('{ start: 2026-11-02 18:00, turn: 1 week, members: [alice, bob, carol] }'),
        '--rewrite',
      ],
      [
        4,
        rotation(
          '{ start: 2026-11-03 09:00, turn: 1 week, timezone: America/New_York, members: [bob, carol, alice] }',
        ),
        '--rewrite',
      ],
    ],
  },
  {
    name: 'across clock changes',
    kinds: BOTH,
    files: [
      [
        0,
        rotation(
          '{ start: 2026-11-02 09:00, turn: 1 week, timezone: Europe/Amsterdam, members: [alice, bob, carol] }',
        ),
      ],
      [
        60,
        rotation(
          '{ start: 2026-11-02 09:00, turn: 1 week, timezone: Europe/Amsterdam, members: [alice, bob, carol, { who: dave, from: 2027-03-22 }] }',
        ),
      ],
    ],
  },
  {
    name: 'somebody leaves and somebody comes, all written at once',
    kinds: BOTH,
    isNative: true,
    files: [
      [0, week('alice, { who: bob, until: 2026-12-10 }, carol, { who: erin, from: 2027-01-01 }')],
      [20, week('alice, { who: bob, until: 2026-12-10 }, carol, { who: erin, from: 2027-01-01 }')],
      [6, week('alice, { who: bob, until: 2026-12-10 }, carol, { who: erin, from: 2027-01-01 }')],
    ],
  },
  {
    name: 'an end that is taken out, and put back',
    kinds: BOTH,
    files: [
      [0, rotation(`${WEEK}, end: 2026-12-05 }`)],
      [2, rotation(`${WEEK} }`)],
      [1, rotation(`${WEEK}, end: 2026-12-05 }`)],
      [12, rotation(`${WEEK}, end: 2027-12-05 }`)],
    ],
  },
  {
    name: 'changes ahead, and then an end before them',
    kinds: BOTH,
    files: [
      [
        0,
        rotation(
          `${WEEK.replace('bob', '{ who: bob, until: 2026-12-15 }, { who: dave, from: 2026-12-15 }').replace('carol', 'carol, { who: erin, from: 2027-01-11 }')} }`,
        ),
      ],
      [0, rotation(`${WEEK}, end: 2026-12-03 }`)],
    ],
  },
  {
    name: 'nobody for some days, withdrawn while it lasts',
    kinds: ['shifts'],
    files: [
      [0, rotation(`${WEEK} }`)],
      [3, rotation(`${WEEK} }`, overrides('{ who: nobody, from: 2026-11-27, to: 2026-12-03 }'))],
      [1, rotation(`${WEEK} }`)],
    ],
  },
  {
    name: 'other turns, with everything dealt anew',
    kinds: BOTH,
    files: [
      [0, rotation(`${WEEK} }`)],
      [0, rotation(`${WEEK} }`.replace('1 week', '1 day')), '--rewrite'],
      [16, rotation(`${WEEK} }`.replace('1 week', '2 weeks')), '--rewrite'],
    ],
  },
  {
    name: 'a week in hours, across clock changes',
    kinds: BOTH,
    isNative: true,
    files: [
      [
        0,
        rotation(
          '{ start: 2026-11-16 16:00, turn: 168 hours, timezone: America/New_York, members: [alice, bob] }',
        ),
      ],
      [
        80,
        rotation(
          '{ start: 2026-11-16 16:00, turn: 168 hours, timezone: America/New_York, members: [alice, bob] }',
        ),
      ],
    ],
  },
  {
    name: 'nights by day turns, across clock changes',
    kinds: BOTH,
    files: [
      [
        0,
        rotation(
          '{ start: 2026-11-02, turn: 1 day, timezone: America/New_York, members: [alice, bob, carol], during: { from: 20:00, to: 08:00 } }',
        ),
      ],
      [
        80,
        rotation(
          '{ start: 2026-11-02, turn: 1 day, timezone: America/New_York, members: [alice, bob, carol], during: { from: 20:00, to: 08:00 } }',
          overrides('{ who: dave, on: 2027-03-14 }'),
        ),
      ],
    ],
  },
  {
    name: 'follow the sun',
    kinds: ['shifts'],
    files: [
      [
        0,
        rotation(
          '{ name: EU, start: 2026-11-02, turn: 1 week, timezone: Europe/Amsterdam, members: [alice, bob], during: { from: 09:00, to: 17:00 } }, { name: US, start: 2026-11-02, turn: 1 week, timezone: America/New_York, members: [carol, dave], during: { from: 11:00, to: 19:00 } }',
        ),
      ],
      [
        100,
        rotation(
          '{ name: EU, start: 2026-11-02, turn: 1 week, timezone: Europe/Amsterdam, members: [alice, bob, { who: erin, from: 2027-04-05 }], during: { from: 09:00, to: 17:00 } }, { name: US, start: 2026-11-02, turn: 1 week, timezone: America/New_York, members: [carol, dave], during: { from: 11:00, to: 19:00 } }',
        ),
      ],
    ],
  },
  {
    name: 'weekday turns and weekends',
    kinds: BOTH,
    files: [
      [
        0,
        rotation(
          '{ name: Weekdays, start: 2026-11-02, turn: 1 shift, members: [alice, bob, carol], during: { days: mon-fri, from: 09:00, to: 17:00 } }, { name: Weekend, start: 2026-11-06 17:00, turn: 1 week, members: [dave, erin], during: { from: fri 17:00, to: mon 09:00 } }',
        ),
      ],
      [
        9,
        rotation(
          '{ name: Weekdays, start: 2026-11-02, turn: 1 week, members: [alice, bob, carol], during: { days: mon-fri, from: 09:00, to: 17:00 } }, { name: Weekend, start: 2026-11-06 17:00, turn: 1 week, members: [dave, erin], during: { from: fri 17:00, to: mon 09:00 } }',
        ),
        '--rewrite',
      ],
    ],
  },
  {
    name: 'pairs and nobody',
    kinds: ['shifts'],
    files: [
      [0, week('alice, [dave, erin], nobody, carol')],
      [
        3,
        week(
          'alice, [dave, erin], nobody, carol',
          overrides(
            '{ add: frank, from: 2026-11-30, to: 2026-12-02 }',
            '{ who: bob, from: 2026-12-01, to: 2026-12-10 }',
          ),
        ),
      ],
      [
        5,
        week(
          'alice, [dave, erin], nobody, carol',
          overrides('{ who: nobody, from: 2026-12-22 10:00, to: 2026-12-22 12:00 }'),
        ),
      ],
      [
        1,
        week(
          'alice, [dave, erin], nobody, carol',
          overrides('{ who: nobody, from: 2026-12-04 14:00, to: 2026-12-04 20:00 }'),
        ),
      ],
      [
        7,
        week(
          'alice, { who: [dave, erin], until: 2026-12-28 }, { who: dave, from: 2026-12-28 }, carol',
        ),
        '--rewrite',
      ],
    ],
  },
  {
    name: 'months, and a layer over a layer',
    kinds: BOTH,
    files: [
      [0, rotation('{ start: 2026-10-31 09:00, turn: 1 month, members: [alice, bob] }')],
      [
        20,
        rotation(
          '{ start: 2026-10-31 09:00, turn: 1 month, members: [alice, bob] }, { start: 2026-11-02, turn: 1 day, members: [carol, dave], during: { days: sat-sun, from: 10:00, to: 20:00 } }',
        ),
      ],
      [
        3,
        rotation(
          '{ start: 2026-11-02 10:00, turn: 12 hours, members: [alice, bob, carol] }, { start: 2026-11-02, turn: 1 day, members: [erin, dave], during: { days: sat-sun, from: 12:00, to: 20:00 } }',
        ),
        '--rewrite',
      ],
    ],
  },
  {
    name: 'six joiners, so that a rotation is full',
    kinds: ['shifts'],
    files: [
      [0, week('alice')],
      [1, week('alice, { who: bob, from: 2026-12-07 }')],
      [1, week('alice, { who: bob, from: 2026-12-07 }, { who: carol, from: 2026-12-21 }')],
      [
        1,
        week(
          'alice, { who: bob, from: 2026-12-07 }, { who: carol, from: 2026-12-21 }, { who: dave, from: 2027-01-11 }, { who: erin, from: 2027-02-01 }, { who: frank, from: 2027-03-01 }',
        ),
      ],
      [
        60,
        week(
          '{ who: alice, until: 2027-03-01 }, { who: bob, from: 2026-12-07 }, { who: carol, from: 2026-12-21 }, { who: dave, from: 2027-01-11 }, { who: erin, from: 2027-02-01 }, { who: frank, from: 2027-03-01 }',
        ),
      ],
    ],
  },
  {
    name: 'another zone for somebody alone, before the second joins',
    kinds: BOTH,
    files: ['Europe/Amsterdam', 'America/New_York'].map((zone, i) => [
      i * 5,
      rotation(
        `{ start: 2026-11-04 02:30, turn: 1 week, timezone: ${zone}, members: [alice, { who: bob, from: 2026-12-17 }] }`,
      ),
    ]),
  },
  {
    name: 'whole weekdays, and whole weekends',
    kinds: BOTH,
    isNative: true,
    files: [
      [0, weekdays('alice, bob, carol')],
      [9, weekdays('alice, { who: erin, from: 2026-12-21 }, bob, carol')],
    ],
  },
]
