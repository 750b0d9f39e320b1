/** A first workspace, as text: what `rotate init` writes. */
import { DAY, HOUR } from '../time/instant.ts'
import { dayOfWall, weekdayOf, writeDay, writeWall, type Day } from '../time/wall.ts'
import type { Instant } from '../time/instant.ts'

export const TEMPLATES = ['weekly', 'weekday-weekend', 'follow-the-sun'] as const
export type Template = (typeof TEMPLATES)[number]

export interface Wishes {
  readonly template: Template
  readonly team: string
  /** At least two. */
  readonly people: readonly NewPerson[]
  readonly now: Instant
}

/** Somebody as they were typed: an id, and a name where it is another word. */
export interface NewPerson {
  readonly id: string
  readonly name: string
  readonly zone: string
}

export interface NewFile {
  readonly path: string
  readonly text: string
}

export const MODELINE = '# yaml-language-server: $schema=.rotate.schema.json\n'

/** The names of the files of a new workspace. */
export const INIT_FILES: readonly string[] = [
  'team.yaml',
  'primary.yaml',
  'overrides.yaml',
  'meetings.yaml',
]

/** The files of a new workspace, by their path from its folder. Somebody is on call from its first minute. */
export function planInit(wishes: Wishes): NewFile[] {
  return [
    { path: 'team.yaml', text: MODELINE + teamFile(wishes) },
    { path: 'primary.yaml', text: MODELINE + ROTATIONS[wishes.template](wishes) },
    { path: 'overrides.yaml', text: MODELINE + overrideFile(wishes) },
    { path: 'meetings.yaml', text: MODELINE + meetingFile(wishes) },
  ]
}

function teamFile({ team, people, now }: Wishes): string {
  const entries = people.map(
    ({ id, name, zone }) => `  ${id}:
    name: ${quoted(name)}
    timezone: ${zone}
    # email: ${id}@example.com
    # away: ${writeDay(lastMonday(now) + 21)}..${writeDay(lastMonday(now) + 25)}
`,
  )
  return `# The team. Every value is text as written; times are wall-clock times in the zone that applies.
# Lines behind a # are samples: take the # away. Addresses are needed to sync to PagerDuty only.
team: ${quoted(team)}
timezone: UTC

people:
${entries.join('')}`
}

const ROTATIONS: Readonly<Record<Template, (wishes: Wishes) => string>> = {
  weekly: ({
    people,
    now,
  }) => `# One person a week, handing over on Mondays at 16:00 UTC; the next one in line is secondary.
rotations:
  primary:
    name: Primary
    start: ${writeWall(lastMonday(now) * DAY + 16 * HOUR)}
    turn: 1 week
    members:
${list(people, 6)}
      # Whoever joins stands here with a date, and whoever leaves keeps their line: nothing before that date changes.
      # - { who: ${people[0]?.id}, from: ${writeDay(lastMonday(now) + 28)} }

  secondary:
    name: Secondary
    follows: primary
    by: 1
`,
  'weekday-weekend': ({
    people,
    now,
  }) => `# A week of weekdays and a weekend are turns of their own, so that weekends go round fairly.
rotations:
  primary:
    name: Primary
    layers:
      - name: Weekdays
        start: ${writeDay(lastMonday(now))}
        turn: 1 week
        members:
${list(people, 10)}
      - name: Weekends
        start: ${writeDay(lastMonday(now))}
        turn: 1 shift                  # each opening of the window is a turn
        during: { from: fri 18:00, to: mon 00:00 }
        members:                       # another order: nobody has a week and a weekend beside it
${list([...people.slice(2), ...people.slice(0, 2)], 10)}
`,
  'follow-the-sun': ({
    people,
    now,
  }) => `# Three regions, each by day. Every window reaches into the next region's morning, and the later layer wins:
# so no clock change leaves a hole.
rotations:
  primary:
    name: Primary
${regionsOf(people)
  .map(
    ([name, zone, members], i) => `${i === 0 ? '    layers:\n' : ''}      - name: ${name}
        timezone: ${zone}
        start: ${writeDay(lastMonday(now) - 1)}
        turn: 1 week
        during: { from: 08:00, to: 18:00 }
        members: [${members.join(', ')}]
`,
  )
  .join('')}`,
}

function overrideFile({ people, now }: Wishes): string {
  const [first, second] = people.map(({ id }) => id)
  const day = lastMonday(now) + 8
  return `# Swaps and stand-ins, the newest last. An override changes nobody's turn.
overrides:
  # - { rotation: primary, who: ${second}, from: ${writeDay(day)} 16:00, to: ${writeDay(day + 1)} 16:00, why: swap }
  # - { rotation: primary, who: ${first}, instead_of: ${second}, on: ${writeDay(day + 1)} }
`
}

function meetingFile({ people, now }: Wishes): string {
  return `# The infrastructure meeting: Mondays and Thursdays at 16:00 UTC.
meetings:
  infrastructure:
    name: Infrastructure meeting
    days: [monday, thursday]
    at: 16:00
    timezone: UTC
    duration: 15 minutes
    start: ${writeDay(lastMonday(now))}
    chair: { members: [${people.map(({ id }) => id).join(', ')}] }
    # skip: ${writeDay(lastMonday(now) + 17)}
    # move: { from: ${writeDay(lastMonday(now) + 21)}, to: ${writeDay(lastMonday(now) + 22)} 16:00 }
`
}

/** The last Monday that is over, in UTC. */
function lastMonday(now: Instant): Day {
  const yesterday = dayOfWall(now) - 1
  return yesterday - weekdayOf(yesterday)
}

function list(people: readonly NewPerson[], indent: number): string {
  return people.map(({ id }) => `${' '.repeat(indent)}- ${id}`).join('\n')
}

/** People dealt out to three regions; where there are fewer than three, somebody is in more than one. */
function regionsOf(people: readonly NewPerson[]): [string, string, string[]][] {
  const ids = people.map(({ id }) => id)
  const zones = [
    ['Asia and Pacific', 'Asia/Singapore'],
    ['Europe and Africa', 'Europe/Amsterdam'],
    ['Americas', 'America/Los_Angeles'],
  ] as const
  return zones.map(([name, zone], region) => {
    const members = ids.filter((_, i) => i % zones.length === region)
    return [name, zone, members.length > 0 ? members : [ids[0] ?? 'nobody']]
  })
}

/** A scalar that YAML reads as this text. */
function quoted(text: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9 _.-]*$/.test(text) && !text.endsWith(' ')
    ? text
    : JSON.stringify(text)
}
