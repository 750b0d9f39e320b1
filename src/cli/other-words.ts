/** What people and other tools call what a command or an option of ours does. */
import { shellWord } from '../io/shell.ts'
import { nearestWord } from '../workspace/suggest.ts'
import type { Option } from './command.ts'

/** By the command line that does it, the words for it; PERSON and OTHER are those who were named behind the word. */
const LINES: Readonly<Record<string, string>> = {
  'rotate cover PERSON --on tonight --by OTHER':
    'override overrides substitute sub replace replacement takeover take give cover-for standin stand-in',
  'rotate swap PERSON OTHER': 'trade exchange switch swaps',
  'rotate away PERSON tomorrow --why ill': 'sick ill illness sickness',
  'rotate away PERSON 2026-12-21..2027-01-03':
    'vacation vacations holiday holidays pto leave off ooo absence absent unavailable',
  'rotate me': 'next when mine my i am whoami myself shift',
  'rotate who': 'oncall on-call current currently now duty on',
  'rotate who PERSON': 'where whois',
  'rotate shifts': 'list ls schedule schedules rota rotas roster turns upcoming',
  'rotate calendar': 'show timeline picture draw week weeks month cal view',
  'rotate check': 'lint validate verify test problems doctor gaps conflicts',
  'rotate explain CODE': 'what why code error',
  'rotate stats': 'fair fairness report burden load balance statistics',
  'rotate member add PERSON --to ROTATION': 'join add onboard invite',
  'rotate member remove PERSON': 'remove offboard rm delete',
  'rotate people': 'team users user person contacts contact phone directory wake call',
  'rotate status': 'overview dashboard handoff handoffs',
  'rotate export ics': 'ics ical icalendar',
  'rotate export html': 'html site web',
  'rotate sync': 'apply push deploy plan publish pagerduty pd',
  'rotate pull': 'fetch',
  'rotate init': 'new create start setup',
  'rotate meetings': 'meeting agenda standup standups',
  'rotate chair MEETING PERSON --on DAY': 'lead host facilitate chairs',
  'rotate diff': 'compare changes changed',
}

const BY_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(LINES).flatMap(([line, words]) =>
    words.split(' ').map((word) => [word, line] as const),
  ),
)

/** The command line that does what a word of another tool does; `behind` are the words that follow it. */
export function lineMeantBy(word: string, behind: readonly string[]): string | undefined {
  const line = BY_WORD.get(word.toLowerCase().replaceAll('_', '-'))
  const [person, other = ''] = behind.filter((each) => /^[\p{L}\d]/u.test(each)).map(shellWord)
  if (line === 'rotate me' && person !== undefined) return `${line} ${person}`
  const unnamed = /^rotate (away|cover|swap)/.test(line ?? '') ? 'me' : 'PERSON'
  return line
    ?.replace('PERSON', () => person ?? unnamed)
    .replace('OTHER', () => (/^\W?\p{L}/u.test(other) ? other : 'OTHER'))
}

/** By the long name of an option, what others call it; of several that a command has, the first is meant. */
const OPTIONS: Readonly<Record<string, string>> = {
  at: 'when time date on day from now',
  on: 'when date day days at dates from range',
  from: 'start since begin after at starting',
  to: 'end until till before ending',
  person: 'user users who people member for name assignee me',
  tz: 'zone timezone time-zone timezones utc',
  why: 'reason message comment because note m',
  weeks: 'to end until till before for week count n',
  limit: 'count max number top n first head lines',
  out: 'output file folder directory o',
  rotation: 'schedule rota role team layer',
  'dry-run': 'dryrun plan noop what-if preview n',
  yes: 'y assume-yes confirm no-confirm auto-approve f',
  by: 'with person other who to for substitute',
  with: 'by other to',
  json: 'j machine',
  format: 'output o type as csv md markdown',
  dir: 'path directory folder workspace config d',
  'no-color': 'no-colour plain nocolor color colour',
}

/** The option that somebody meant by another: a near one, or one that others call so. */
export function optionMeantBy(flag: string, options: readonly Option[]): string | undefined {
  const word = flag.replace(/^-+/, '').replace(/=.*/, '').toLowerCase().replaceAll('_', '-')
  const own = options.map(({ flag: long }) => /--([a-z-]+)/.exec(long)?.[1] ?? '')
  const called = own.find((name) => (OPTIONS[name] ?? '').split(' ').includes(word))
  const meant = called ?? nearestWord(word, own)
  return meant === undefined || meant === '' ? undefined : `--${meant}`
}
