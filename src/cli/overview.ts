/** The help of the whole program. */
import { wrap } from '../views/wrap.ts'
import type { Entry, Group } from './command.ts'

/** What is said above the commands of each group, in the order of the help. */
export const GROUPS: Readonly<Record<Group, string>> = {
  ask: 'Ask',
  look: 'Look',
  change: 'Change',
  publish: 'Publish',
  pagerduty: 'PagerDuty',
  setup: 'Set up',
}

/** Examples of the whole program, and what each is. */
export const EXAMPLES: readonly (readonly [example: string, meaning: string])[] = [
  ['rotate init', 'a first workspace'],
  ['rotate who', 'who is on call now'],
  ['rotate me', 'when I am on call next, what I lead'],
  ['rotate swap me bob --at tonight', 'trade a turn with Bob'],
  ['rotate away me tomorrow', 'I am ill: who takes what I have?'],
  ['rotate check', 'what is wrong or risky'],
  ['rotate export ics --out public/', 'calendars to subscribe to'],
]

/** What the exit codes of all commands mean. */
export const EXITS: readonly (readonly [code: string, meaning: string])[] = [
  ['0', 'fine'],
  ['1', 'the answer is "no"'],
  ['2', 'the command line or the YAML is wrong'],
  ['3', 'PagerDuty or the disk failed'],
]

/**
 * The help of `rotate` without a command: what commands there are.
 * @param pages the folder of the pages that the help of commands names
 */
export function overview(commands: readonly Entry[], pages: string): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const line = ({ name, summary }: Entry): string => `  ${name.padEnd(width)}  ${summary}\n`
  const lists = Object.entries(GROUPS).map(([group, heading]) => {
    const its = commands.filter((command) => command.group === group)
    return `${heading}:\n${its.map(line).join('')}`
  })
  const wide = Math.max(...EXAMPLES.map(([example]) => example.length))
  const examples = EXAMPLES.map(([example, what]) => `  ${example.padEnd(wide)}  ${what}\n`)
  const exits = EXITS.map(([code, meaning]) => `${code} ${meaning}`).join('; ')
  return `Usage: rotate COMMAND [NAME...] [options]

On-call rotations as YAML in git: who is on call, meetings, calendars.

${lists.join('\n')}
'rotate' alone is 'rotate status'; 'rotate COMMAND --help' has examples.

Examples:
${examples.join('')}
The YAML is in the folder 'rotations/', here or above; --dir or ROTATE_DIR
names another. ROTATE_NOW=2026-11-30T16:00Z stands in for the clock.

${wrap(`Exit codes: ${exits}.`, 80, 0)}
'man rotate' is the manual, 'rotate explain CODE' says what a problem means.
The pages docs/... that help names are in ${pages}
`
}
