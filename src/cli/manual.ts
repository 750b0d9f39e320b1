/** The manual of the program, as roff: made of the same records as the help, when the package is built. */
import type { Command, Entry, Option } from './command.ts'
import { COMMANDS } from './commands.ts'
import { ENVIRONMENT } from './environment.ts'
import { optionsOf } from './format.ts'
import { answering, noPager, TIMES } from './options.ts'
import { EXAMPLES, EXITS, GROUPS } from './overview.ts'
import { asTyped, item, paragraphs, section, subsection } from './roff.ts'
import { EDITS } from './settle.ts'
import { VERSION } from './version.ts'

/** One page with all commands. */
export async function manual(): Promise<string> {
  let parts = ''
  for (const [group, heading] of Object.entries(GROUPS)) {
    parts += section(`Commands: ${heading}`) + (group === 'change' ? paragraphs(EDITS) : '')
    for (const entry of COMMANDS.filter((one) => one.group === group)) {
      parts += commandPart(entry, await entry.load())
    }
  }
  // The first paragraph of a section is one without being called so.
  const body = `${HEAD}${parts}${tail()}`.replaceAll(/^(\.S[HS] .*\n)\.PP\n/gm, '$1')
  return `.\\" Made from the commands' own records by 'npm run build'.
.TH ROTATE 1 "" "rotate ${VERSION}" "rotate"
.ad l
.nr HY 0
${body}`
}

const HEAD = `.SH NAME
rotate \\- on-call rotations as YAML in git: who is on call, meetings, calendars
.SH SYNOPSIS
.B rotate
.I COMMAND
[\\fINAME\\fR...] [\\fIoptions\\fR]
.br
.B rotate
.SH DESCRIPTION
${paragraphs(`'rotate' alone is 'rotate status' where there is a workspace: the folder 'rotations/', here or above, with YAML files that say who takes part, in which order, and when. A name is a rotation or a person: an id, a name or a part of one, an address, or 'me'. None means all.

Answers are on stdout, everything else on stderr. What is longer than the screen of a terminal goes to a pager. Options may come before the command.`)}${asTyped(columns(EXAMPLES))}`

/** What every answer takes, told once. */
const SHARED: readonly Option[] = [...answering, noPager]

function commandPart({ name, summary }: Entry, command: Command): string {
  const options = optionsOf(command)
  const own = options.filter((option) => !SHARED.includes(option))
  const shared = SHARED.filter((option) => options.includes(option))
  const names = (command.arguments ?? []).map((argument) => argument.name).join(' ')
  const details = (command.details ?? '').replace(TIMES, '').replace(EDITS, '').trim()
  const others = shared.map(({ flag }) => /--[a-z-]+/.exec(flag)?.[0]).join(', ')
  return [
    subsection(`rotate ${name} [options] ${names}`.trimEnd()),
    paragraphs(`${summary}.`),
    ...(details === '' ? [] : [paragraphs(details)]),
    ...(command.arguments ?? []).map((argument) => item(argument.name, argument.help)),
    ...own.map(({ flag, help }) => item(flag, help)),
    ...(others === '' ? [] : [paragraphs(`Also ${others}, as under OPTIONS OF ALL ANSWERS.`)]),
    asTyped(command.examples.map(([example, meaning]) => `${example}\n    ${meaning}`).join('\n')),
  ].join('')
}

function tail(): string {
  return [
    section('Options of all answers'),
    ...SHARED.map(({ flag, help }) => item(flag, help)),
    section('Times'),
    paragraphs(TIMES.replace(/^Times: /, '')),
    section('Environment'),
    ...ENVIRONMENT.map(([names, meaning]) => item(names, meaning)),
    section('Files'),
    item('rotations/', 'the workspace: all *.yaml and *.yml in it, hidden ones left out'),
    item('rotations/.rotate.schema.json', "for editors: 'rotate schema' writes it"),
    item(
      '~/.cache/rotate/',
      'the program as it was compiled for quick questions, so that the next one is quicker; it may be removed',
    ),
    section('Exit status'),
    ...EXITS.map(([code, meaning]) => item(code, meaning)),
    section('See also'),
    paragraphs(
      `'rotate explain CODE' says what a problem means and what to do. The pages docs/... that are named here (format.md, recipes.md, problems.md, calendars.md, pagerduty.md, ...) lie in the package: 'rotate --help' says where.`,
    ),
  ].join('')
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([first]) => first.length))
  return rows.map(([first, second]) => `${first.padEnd(width)}  ${second}`).join('\n')
}
