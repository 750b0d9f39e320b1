/** All commands, in the order of the help. Only the one that is asked for is read: `rotate who` never waits for `sync`. */
import type { Entry } from './command.ts'

/** All commands, in the order of the help. */
export const COMMANDS: readonly Entry[] = [
  {
    name: 'status',
    summary: 'The overview: on call now, next handoffs, next meetings, problems',
    readWith: 'answers',
    load: async () => (await import('./status.ts')).status,
  },
  {
    name: 'who',
    summary: 'Who is on call, since when, until when, and who is next',
    readWith: 'answers',
    load: async () => (await import('./who.ts')).who,
  },
  {
    name: 'me',
    summary: 'What concerns me: on call when, meetings I lead, swaps, absences',
    readWith: 'answers',
    load: async () => (await import('./me.ts')).me,
  },
  {
    name: 'people',
    summary: 'Everybody: their time now, what they hold, how to reach them',
    readWith: 'answers',
    load: async () => (await import('./people.ts')).people,
  },
  {
    name: 'shifts',
    summary: 'The list of shifts, of all or of one person',
    readWith: 'answers',
    load: async () => (await import('./shifts.ts')).shifts,
  },
  {
    name: 'calendar',
    summary: 'The picture: a coloured timeline of weeks',
    readWith: 'answers',
    load: async () => (await import('./calendar.ts')).calendar,
  },
  {
    name: 'meetings',
    summary: 'The next meetings: who chairs, local times, and what moves them',
    readWith: 'answers',
    load: async () => (await import('./meetings.ts')).meetings,
  },
  {
    name: 'check',
    summary: 'Everything that is wrong or risky, with its place and a way out',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'explain',
    summary: 'What the code of a problem means, and what to do',
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'diff',
    summary: 'Who is on call differently because of a change',
    load: async () => (await import('./diff.ts')).diff,
  },
  {
    name: 'stats',
    summary: 'Who carries how much, against the fair share',
    load: async () => (await import('./stats.ts')).stats,
  },
  {
    name: 'swap',
    summary: 'Let two people trade a turn, and write it as overrides',
    readWith: 'edits',
    load: async () => (await import('./swap.ts')).swap,
  },
  {
    name: 'cover',
    summary: 'Somebody takes what a person holds then; who could, best first',
    readWith: 'edits',
    load: async () => (await import('./cover.ts')).cover,
  },
  {
    name: 'away',
    summary: 'Somebody is away; and who takes what they have then',
    readWith: 'edits',
    load: async () => (await import('./away.ts')).away,
  },
  {
    name: 'chair',
    summary: 'Somebody else leads a meeting once, or has another role in it',
    readWith: 'edits',
    load: async () => (await import('./chair.ts')).chair,
  },
  {
    name: 'member',
    summary: 'Somebody joins or leaves a roster, and no turn under way moves',
    readWith: 'edits',
    load: async () => (await import('./member.ts')).member,
  },
  {
    name: 'tidy',
    summary: 'What is long past goes from the files, and nothing else changes',
    readWith: 'edits',
    load: async () => (await import('./tidy.ts')).tidy,
  },
  {
    name: 'export',
    summary: 'Calendars that people subscribe to, and a page that they look at',
    load: async () => (await import('./export.ts')).exportFiles,
  },
  {
    name: 'sync',
    summary: 'Make PagerDuty agree, showing the plan first',
    readWith: 'pagerduty',
    load: async () => (await import('./sync.ts')).sync,
  },
  {
    name: 'pull',
    summary: 'Bring what people changed in PagerDuty by hand into the YAML',
    readWith: 'pagerduty',
    load: async () => (await import('./pull.ts')).pull,
  },
  {
    name: 'handover',
    summary: 'What happened on a shift: the report for whoever comes next',
    readWith: 'pagerduty',
    load: async () => (await import('./handover.ts')).handover,
  },
  {
    name: 'pages',
    summary: 'What rings: by alert, service, hour and day, most first',
    readWith: 'pagerduty',
    load: async () => (await import('./pages.ts')).pages,
  },
  {
    name: 'init',
    summary: 'A first workspace, with comments that teach the format',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'import',
    summary: 'A workspace out of PagerDuty, Opsgenie, a table or a calendar',
    readWith: 'imports',
    load: async () => (await import('./import.ts')).importFrom,
  },
  {
    name: 'schema',
    summary: 'The JSON Schema of the YAML, for completion and checks in editors',
    load: async () => (await import('./schema.ts')).schema,
  },
  {
    name: 'completion',
    summary: 'Shell completion, also of the ids of people and rotations',
    load: async () => (await import('./completion.ts')).completionOf(COMMANDS),
  },
]

/** The command of that name, or undefined where there is none. */
export function commandNamed(name: string): Entry | undefined {
  return COMMANDS.find((command) => command.name === name)
}
