/** Mistakes as people make them who know other tools, or have read a page of the docs a while ago; and the right answer to each. */

/** Where it stands, the lines that somebody typed, what must be in the answer, and the key that they stand for. */
export type Mistake = readonly [
  place: keyof typeof PLACES,
  typed: string,
  answer: string,
  instead?: string,
]

const PEOPLE = `people:
  alice: { name: Alice Lindqvist, email: alice@example.com, timezone: Europe/Stockholm }
  bob: { name: Bob Okafor, email: bob@example.com }
  carol: {}
`

const ROTATION: readonly string[] = [
  'start: 2026-11-30 09:00',
  'turn: 1 week',
  'members: [alice, bob]',
]
const OVERRIDE: readonly string[] = [
  'rotation: primary',
  'who: carol',
  'from: 2026-12-24 09:00',
  'to: 2026-12-25 09:00',
]
const MEETING: readonly string[] = ['days: monday', 'at: 16:00', 'duration: 15 minutes']
const WINDOW: readonly string[] = ['days: mon-fri', 'from: 09:00', 'to: 17:00']

const PRIMARY = `rotations:\n  primary:\n${indented(ROTATION, 4)}\n`

/** The whole text around what somebody typed. */
export const PLACES = {
  file: (typed: readonly string[]): string => `${PEOPLE}${PRIMARY}${indented(typed, 0)}\n`,
  alone: (typed: readonly string[]): string => `${indented(typed, 0)}\n`,
  person: (typed: readonly string[]): string =>
    `${PEOPLE}  dave:\n${indented(typed, 4)}\n${PRIMARY}`,
  rotation: (typed: readonly string[], instead?: string): string =>
    `${PEOPLE}rotations:\n  primary:\n${indented(filled(ROTATION, typed, instead), 4)}\n`,
  window: (typed: readonly string[], instead?: string): string =>
    `${PEOPLE}${PRIMARY}    during:\n${indented(filled(WINDOW, typed, instead), 6)}\n`,
  override: (typed: readonly string[], instead?: string): string =>
    `${PEOPLE}${PRIMARY}overrides:\n  -\n${indented(filled(OVERRIDE, typed, instead), 4)}\n`,
  meeting: (typed: readonly string[], instead?: string): string =>
    `${PEOPLE}${PRIMARY}meetings:\n  standup:\n${indented(filled(MEETING, typed, instead), 4)}\n`,
} as const

/** The text that holds a mistake. */
export function textOf([place, typed, , instead]: Mistake): string {
  return PLACES[place](typed.split('\n'), instead)
}

/** The usual lines, but for those that were typed in another way. */
function filled(usual: readonly string[], typed: readonly string[], instead = ''): string[] {
  const keys = [...typed.map(keyOf), ...instead.split(' ')]
  return [...usual.filter((line) => !keys.includes(keyOf(line))), ...typed]
}

function keyOf(line: string): string {
  return /^[\w-]+/.exec(line)?.[0] ?? ''
}

function indented(lines: readonly string[], by: number): string {
  return lines.map((line) => ' '.repeat(by) + line).join('\n')
}

export const MISTAKES: readonly Mistake[] = [
  // Who takes part.
  ['rotation', 'users: [alice, bob]', `write 'members'`, 'members'],
  ['rotation', 'participants: [alice, bob]', `write 'members'`, 'members'],
  ['rotation', 'people: [alice, bob]', `write 'members'`, 'members'],
  ['rotation', 'Members: [alice, bob]', `write 'members'`, 'members'],
  ['rotation', 'roster: [alice, bob]', `write 'members'`, 'members'],
  ['rotation', 'member: [alice, bob]', `did you mean 'members'?`, 'members'],
  ['rotation', 'members: alice, bob', `did you mean '[alice, bob]'?`],
  ['rotation', 'members: alice and bob', `did you mean '[alice, bob]'?`],
  ['rotation', 'members: [alice, Bob]', `did you mean 'bob'?`],
  ['rotation', 'members: [Alice Lindqvist, bob]', `did you mean 'alice'?`],
  ['rotation', 'members: [Lindqvist, bob]', `did you mean 'alice'?`],
  ['rotation', 'members: [alice@example.com, bob]', `did you mean 'alice'?`],
  ['rotation', 'members: ["@alice", bob]', `did you mean 'alice'?`],
  ['rotation', 'members: [alice, bob, TBD]', `write 'nobody'`],
  ['rotation', 'members: [alice, bob, "N/A"]', `write 'nobody'`],
  ['rotation', 'members: [alice, none]', `write 'nobody'`],
  ['rotation', 'members: [alice, "-"]', `write 'nobody'`],
  ['rotation', 'members: [alice, "…"]', `write 'nobody'`],
  ['rotation', 'members: [alice, null]', `write 'nobody'`],
  ['rotation', 'members: [alice, vacant]', `write 'nobody'`],
  ['rotation', 'members: [alice/bob]', `did you mean '[alice, bob]'?`],
  ['rotation', 'members:\n  - user: alice\n  - bob', `write 'who'`],
  ['rotation', 'members:\n  - alice\n  - { person: bob, from: 2027-01-01 }', `write 'who'`],
  ['rotation', 'members:\n  - alice\n  - { who: bob, start: 2027-01-01 }', `write 'from'`],
  ['rotation', 'members:\n  - alice\n  - { who: bob, end: 2027-01-01 }', `write 'until'`],
  ['rotation', 'members:\n  - alice\n  - { who: bob, to: 2027-01-01 }', `write 'until'`],
  ['rotation', 'members: [alice, bob, zed]', `it is nowhere under 'people:', write it there`],

  // How long a turn is.
  ['rotation', 'turn: weekly', `write '1 week'`],
  ['rotation', 'turn: Weekly', `write '1 week'`],
  ['rotation', 'turn: biweekly', `write '2 weeks'`],
  ['rotation', 'turn: daily', `write '1 day'`],
  ['rotation', 'turn: monthly', `write '1 month'`],
  ['rotation', 'turn: P1W', `write '1 week'`],
  ['rotation', 'turn: PT12H', `write '12 hours'`],
  ['rotation', 'turn: 604800', `write '1 week'`],
  ['rotation', 'turn: one week', `write '1 week'`],
  ['rotation', 'turn: a week', `write '1 week'`],
  ['rotation', 'turn: every 2 weeks', `write '2 weeks'`],
  ['rotation', 'turn: 1 Week', `write '1 week'`],
  ['rotation', 'turn: week', `write '1 week'`],
  ['rotation', 'turn: 1.5 days', `write '36 hours'`],
  ['rotation', 'turn: 1', `such as '1 week'`],
  ['rotation', 'length: 1 week', `write 'turn'`, 'turn'],
  ['rotation', 'rotation_turn_length: 1 week', `write 'turn'`, 'turn'],
  ['rotation', 'shift_length: 12h', `write 'turn'`, 'turn'],
  ['rotation', 'interval: 1 week', `write 'turn'`, 'turn'],
  ['rotation', 'every: 1 week', `write 'turn'`, 'turn'],
  ['rotation', 'duration: 1 week', `write 'turn'`, 'turn'],

  // From when, and in which zone.
  ['rotation', 'start: 2026-11-30 4pm', `times are of 24 hours: write '2026-11-30 16:00'`],
  ['rotation', 'start: 2026-11-30 4:00 PM', `write '2026-11-30 16:00'`],
  ['rotation', 'start: 2026-11-30 9:00', `write '2026-11-30 09:00'`],
  ['rotation', 'start: 30.11.2026', `write '2026-11-30'`],
  ['rotation', 'start: 30/11/2026', `write '2026-11-30'`],
  ['rotation', 'start: 11/30/2026 9am', `write '2026-11-30 09:00'`],
  ['rotation', 'start: 1/2/2027', `which is the month?`],
  ['rotation', 'start: Nov 30, 2026', `write '2026-11-30'`],
  ['rotation', 'start: 2026-11-30 09:00 CET', `write '2026-11-30 09:00'`],
  ['rotation', 'start: 2026-11-30 09:00 UTC', `write '2026-11-30 09:00Z'`],
  ['rotation', 'start: 2026-11-31', `that month has 30 days`],
  ['rotation', 'start: monday', `such as '2026-11-30 16:00'`],
  ['rotation', 'from: 2026-11-30', `write 'start'`, 'start'],
  ['rotation', 'start_date: 2026-11-30', `write 'start'`, 'start'],
  ['rotation', 'startDate: 2026-11-30', `write 'start'`, 'start'],
  ['rotation', 'until: 2027-11-30', `write 'end'`],
  ['rotation', 'end: 2026-11-01', `'end' is not after 'start'`],
  ['rotation', 'tz: Europe/Amsterdam', `write 'timezone'`],
  ['rotation', 'time_zone: Europe/Amsterdam', `write 'timezone'`],
  ['rotation', 'timeZone: Europe/Amsterdam', `write 'timezone'`],

  // When it is active.
  ['rotation', 'hours: { from: 09:00, to: 17:00 }', `write 'during'`],
  ['rotation', 'window: { from: 09:00, to: 17:00 }', `write 'during'`],
  ['rotation', 'restrictions: [{ from: 09:00, to: 17:00 }]', `write 'during'`],
  ['rotation', 'during: 09:00-17:00', `write '{ from: 09:00, to: 17:00 }'`],
  ['rotation', 'during: 9-17', `write '{ from: 09:00, to: 17:00 }'`],
  ['rotation', 'during: mon-fri 09:00-17:00', `write '{ days: mon-fri, from: 09:00, to: 17:00 }'`],
  ['rotation', 'during: weekdays 9am-5pm', `write '{ days: mon-fri, from: 09:00, to: 17:00 }'`],
  ['rotation', 'coverage: 24/7', `write 'always'`],
  ['rotation', 'coverage: 24x7', `write 'always'`],
  ['rotation', 'coverage: off', `write 'none'`],
  [
    'rotation',
    'coverage: mon-fri 09:00-17:00',
    `write '{ days: mon-fri, from: 09:00, to: 17:00 }'`,
  ],
  ['window', 'from: 9:00', `write '09:00'`],
  ['window', 'from: 9am', `write '09:00'`],
  ['window', 'to: 5pm', `times are of 24 hours: write '17:00'`],
  ['window', 'to: 5:00 PM', `write '17:00'`],
  ['window', 'from: 9', `write '09:00'`],
  ['window', 'from: fri 5pm\nto: mon 09:00', `write 'fri 17:00'`, 'days'],
  ['window', 'from: friday 17h\nto: mon 09:00', `write 'friday 17:00'`, 'days'],
  ['window', 'from: frid 17:00\nto: mon 09:00', `did you mean 'fri 17:00'?`, 'days'],
  ['window', 'to: 30:00', `there is no time 30:00`],
  ['window', 'days: weekdays', `did you mean 'mon-fri'?`],
  ['window', 'days: weekend', `did you mean 'sat-sun'?`],
  ['window', 'days: Mo-Fr', `did you mean 'mon-fri'?`],
  ['window', 'days: mon to fri', `did you mean 'mon-fri'?`],
  ['window', 'days: monday through friday', `did you mean 'monday-friday'?`],
  ['window', 'days: mon, wed', `did you mean '[mon, wed]'?`],
  ['window', 'days: mondays', `did you mean 'monday'?`],
  ['window', 'days: [MO, wed]', `did you mean 'mon'?`],
  ['window', 'days: daily', `did you mean 'mon-sun'?`],
  ['window', 'days: dutch', `neither a day nor a list of holidays`],
  ['window', 'start: 09:00', `write 'from'`, 'from'],
  ['window', 'end: 17:00', `write 'to'`, 'to'],
  ['window', 'until: 17:00', `write 'to'`, 'to'],
  ['window', 'day: monday', `write 'days'`, 'days'],
  ['window', 'exclude: []', `write 'except'`],

  // Layers and whom it follows.
  ['alone', 'rotations:\n  a:\n    schedule_layers: []', `write 'layers'`],
  ['alone', 'rotations:\n  a: {}\n  b: { follow: a }', `write 'follows'`],
  [
    'alone',
    'rotations:\n  a: { name: Infra primary }\n  b: { follows: Infra primary }',
    `did you mean 'a'?`,
  ],
  ['alone', 'rotations:\n  a: {}\n  b: { follows: a, offset: 1 }', `write 'by'`],
  ['alone', 'rotations:\n  a: {}\n  b: { follows: a, by: 1 turn }', `write '1'`],
  ['alone', 'rotations:\n  a: {}\n  b: { follows: a, by: one }', `write '1'`],
  ['alone', 'rotations:\n  a: {}\n  b: { follows: [a] }', `write 'a'`],

  // Overrides.
  ['override', 'user: carol', `write 'who'`, 'who'],
  ['override', 'person: carol', `write 'who'`, 'who'],
  ['override', 'who: Carol', `did you mean 'carol'?`],
  ['override', 'who: bob@example.com', `did you mean 'bob'?`],
  ['override', 'who: none', `write 'nobody'`],
  ['override', 'who: primary', `that is a rotation, and here a person is named`],
  ['override', 'start: 2026-12-24 09:00', `write 'from'`, 'from'],
  ['override', 'end: 2026-12-25 09:00', `write 'to'`, 'to'],
  ['override', 'until: 2026-12-25 09:00', `write 'to'`, 'to'],
  ['override', 'reason: swap', `write 'why'`],
  ['override', 'note: swap', `write 'why'`],
  ['override', 'comment: swap', `write 'why'`],
  ['override', 'replaces: bob', `write 'instead_of'`],
  ['override', 'insteadOf: bob', `write 'instead_of'`],
  ['override', 'instead-of: bob', `write 'instead_of'`],
  ['override', 'instead_of: Bob Okafor', `did you mean 'bob'?`],
  ['override', 'instead_of: [bob]', `write 'bob'`],
  ['override', 'schedule: primary', `write 'rotation'`, 'rotation'],
  ['override', 'rotation: Primary', `did you mean 'primary'?`],
  ['override', 'date: 2026-12-24', `write 'on'`, 'from to'],
  ['override', 'on: 2026-12-24 to 2026-12-26', `write '2026-12-24..2026-12-26'`, 'from to'],
  ['override', 'on: 2026-12-24 - 2026-12-26', `write '2026-12-24..2026-12-26'`, 'from to'],
  ['override', 'on: 2026-12-24…2026-12-26', `write '2026-12-24..2026-12-26'`, 'from to'],
  ['override', 'on: 24 Dec 2026', `write '2026-12-24'`, 'from to'],
  ['override', 'from: 2026-12-24 18:00\nto: 2026-12-24 09:00', `did you mean '2026-12-25 09:00'?`],
  ['override', 'from: 2026-12-24\nto: 2026-12-24', `for that whole day write '2026-12-25'`],
  ['override', 'from: 18:00', `such as '2026-11-30 16:00'`],
  ['override', 'timezone: Europe/Paris', `its times are in the zone of the rotation`],
  [
    'file',
    'overrides:\n  primary:\n    - { who: bob, on: 2026-12-24 }',
    `an override has no key 'primary'`,
  ],

  // People.
  ['person', 'mail: dave@example.com', `write 'email'`],
  ['person', 'e-mail: dave@example.com', `write 'email'`],
  ['person', 'email: Dave <dave@example.com>', `write 'dave@example.com'`],
  ['person', 'email: dave at example.com', `write 'dave@example.com'`],
  ['person', 'email: mailto:dave@example.com', `write 'dave@example.com'`],
  ['person', 'full_name: Dave', `write 'name'`],
  ['person', 'tz: Europe/Paris', `write 'timezone'`],
  ['person', 'vacation: [2026-12-24..2026-12-31]', `write 'away'`],
  ['person', 'pto: [2026-12-24..2026-12-31]', `write 'away'`],
  ['person', 'holidays: [2026-12-24]', `when they are away says 'away'`],
  ['person', 'out_of_office: 2026-12-24', `write 'away'`],
  ['person', 'away: [2026-12-24 to 2026-12-31]', `write '2026-12-24..2026-12-31'`],
  ['person', 'away: 2026-12-24 - 2026-12-31', `write '2026-12-24..2026-12-31'`],
  ['person', 'away: [2026-12-24..2026-01-02]', `write '2026-12-24..2027-01-02'`],
  ['person', 'away: [24.12.2026]', `write '2026-12-24'`],
  ['person', 'away: 2026-12', `write '2026-12-01..2026-12-31'`],
  ['person', 'away: { start: 2026-12-24, to: 2026-12-31 }', `write 'from'`],
  ['person', 'away: { from: 2026-12-24, until: 2026-12-31 }', `write 'to'`],
  ['person', 'away: { from: 2026-12-24, end: 2026-12-31 }', `write 'to'`],
  ['person', 'away: { on: 2026-12-24, reason: Christmas }', `write 'why'`],
  ['person', 'hours: 9-17', `write '09:00-17:00'`],
  ['person', 'hours: 9-5', `write '09:00-17:00'`],
  ['person', 'hours: 9am-5pm', `write '09:00-17:00'`],
  ['person', 'hours: 09:00–17:00', `write '09:00-17:00'`],
  ['person', 'hours: 09:00 to 17:00', `write '09:00-17:00'`],
  ['person', 'hours: { from: 09:00, to: 17:00 }', `write '09:00-17:00'`],
  ['person', 'working_hours: 09:00-17:00', `write 'hours'`],
  ['person', 'country: Netherlands', `did you mean 'NL'?`],
  ['person', 'country: UK', `did you mean 'GB'?`],
  ['person', 'country: nl', `did you mean 'NL'?`],
  ['person', 'leaves: 2027-03-01', `write 'until'`],
  ['person', 'end: 2027-03-01', `write 'until'`],
  ['person', 'id: dave', `the word that it stands under is its id`],
  ['alone', 'people:\n  - alice\n  - bob', `write '{ alice: {}, bob: {} }'`],
  ['alone', 'people: [alice, bob]', `write '{ alice: {}, bob: {} }'`],
  ['alone', 'people:\n  alice: Alice Lindqvist', `write '{ name: Alice Lindqvist }'`],
  ['alone', 'people:\n  alice: alice@example.com', `write '{ email: alice@example.com }'`],
  ['alone', 'people:\n  alice: Europe/Stockholm', `write '{ timezone: Europe/Stockholm }'`],
  ['alone', 'people:\n  alice lindqvist: {}', `did you mean 'alice-lindqvist'?`],
  ['alone', 'people:\n  "@alice": {}', `did you mean 'alice'?`],
  ['alone', 'users:\n  alice: {}', `write 'people'`],
  ['alone', 'schedules:\n  primary: {}', `write 'rotations'`],
  ['alone', 'tz: UTC', `write 'timezone'`],

  // Meetings.
  ['meeting', 'time: 16:00', `write 'at'`, 'at'],
  ['meeting', 'start_time: 16:00', `write 'at'`, 'at'],
  ['meeting', 'length: 15 minutes', `write 'duration'`, 'duration'],
  ['meeting', 'day: monday', `write 'days'`, 'days'],
  ['meeting', 'weekday: monday', `write 'days'`, 'days'],
  ['meeting', 'at: 4pm', `times are of 24 hours: write '16:00'`],
  ['meeting', 'at: 4:00 PM', `write '16:00'`],
  ['meeting', 'at: 9:30', `write '09:30'`],
  ['meeting', 'at: 16h', `write '16:00'`],
  ['meeting', 'at: noon', `write '12:00'`],
  ['meeting', 'at: 16:00 UTC', `write '16:00'`],
  ['meeting', 'at: 24:00', `write '00:00'`],
  ['meeting', 'duration: 15', `such as '15 minutes'`],
  ['meeting', 'duration: 15 mins', `write '15 minutes'`],
  ['meeting', 'duration: 1.5 hours', `write '90 minutes'`],
  ['meeting', 'duration: 1h30m', `write '90 minutes'`],
  ['meeting', 'duration: 0:30', `write '30 minutes'`],
  ['meeting', 'duration: PT1H', `write '1 hour'`],
  ['meeting', 'duration: half an hour', `write '30 minutes'`],
  ['meeting', 'days: mondey', `did you mean 'monday'?`],
  ['meeting', 'days: [monday, thurs]', `did you mean 'thu'?`],
  ['meeting', 'days: monday and thursday', `did you mean '[monday, thursday]'?`],
  ['meeting', 'days: weekdays', `did you mean 'mon-fri'?`],
  ['meeting', 'days: every day', `did you mean 'mon-sun'?`],
  ['meeting', 'every: weekly', `write '1 week'`],
  ['meeting', 'every: biweekly\nstart: 2026-11-30', `write '2 weeks'`],
  ['meeting', 'every: 2 weeks', `counted from the week of 'start', which is missing`],
  ['meeting', 'attendees: all', `write 'everyone'`],
  ['meeting', 'attendees: everybody', `write 'everyone'`],
  ['meeting', 'attendees: primary', `write '{ on-call: primary }'`],
  ['meeting', 'attendees: [alice, primary]', `write '{ on-call: primary }'`],
  ['meeting', 'attendees: [{ on_call: primary }]', `write 'on-call'`],
  ['meeting', 'attendees: [{ rotation: primary }]', `write 'on-call'`],
  ['meeting', 'invitees: [alice]', `write 'attendees'`],
  ['meeting', 'location: Room 5', `write 'place'`],
  ['meeting', 'url: https://meet.example.com', `write 'place'`],
  ['meeting', 'host: [alice, bob]\nstart: 2026-11-30', `write 'chair'`],
  ['meeting', 'chair: [alice, TBD]\nstart: 2026-11-30', `leave it out where there is nobody`],
  ['meeting', 'cancelled: [2026-12-28]', `write 'skip'`],
  ['meeting', 'skip: [28.12.2026]', `write '2026-12-28'`],
  ['meeting', 'skip: [2026-12-27]', `did you mean '2026-12-28'?`],
  ['meeting', 'move: { from: 2026-12-28, to: tuesday }', `such as '2026-11-30 16:00'`],
  ['meeting', 'move: { date: 2026-12-28, to: 2026-12-29 }', `write 'from'`],

  ['meeting', 'timezone: EST', `write 'America/New_York'`],
  ['meeting', 'timezone: PST', `write 'America/Los_Angeles'`],
  ['meeting', 'timezone: CEST', `write 'Europe/Berlin'`],
  ['meeting', 'timezone: Etc/GMT+5', `such as 'America/New_York'`],
  ['meeting', 'timezone: UTC+1', `such as 'Europe/Berlin'`],
  ['meeting', 'timezone: Amsterdam', `did you mean 'Europe/Amsterdam'?`],
  ['meeting', 'timezone: Europe/Amstredam', `did you mean 'Europe/Amsterdam'?`],
  ['meeting', 'timezone: America/New York', `did you mean 'America/New_York'?`],
  ['meeting', 'timezone: TBD', `a name of the IANA database, such as 'Europe/Amsterdam'`],

  // The text itself.
  ['override', 'why: see #123', `put the value in quotes`],
  ['meeting', 'place: https://meet.example.com #5', `put the value in quotes`],
  ['person', 'name: Dave #2', `put the value in quotes`],
  [
    'rotation',
    'overrides:\n  - { who: bob, on: 2026-12-24, why: see #123 }\nname: Primary',
    `'#' begins a comment, which holds what closes the bracket`,
  ],
  ['rotation', 'coverage:\u00A0none', `a no-break space`],
  ['rotation', 'members: [alice,\u00A0bob]', `a no-break space`],
  ['rotation', 'turn: 1\u00A0week', `a no-break space`],
  ['rotation', 'start: “2026-11-30 09:00”', `smart quotes`],
  ['rotation', 'members: [alice, bob\u200B]', `a zero width space`],
  ['person', 'timezone: ‘Europe/Paris’', `smart quotes`],
  ['meeting', 'at: 16\uFF1A00', `a full-width colon`],
  ['rotation', 'mem\u200Bbers: [alice]', `a zero width space`, 'members'],
]
