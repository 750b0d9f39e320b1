/** `rotate import` */
import { Failure } from '../io/failure.ts'
import { clean } from '../views/clean.ts'
import type { Command } from './command.ts'
import { json, noColor, quiet } from './options.ts'

const SOURCES = ['pagerduty', 'opsgenie', 'table', 'ics']

export const importFrom: Command = {
  details: `Writes people, rotations with their turns, windows and overrides, and
meetings. From PagerDuty and Opsgenie come the schedules themselves; a table
(CSV, TSV, Markdown) or a calendar (.ics) only tells who is on call when, and
the rota that makes it is looked for: who goes round, since when, who joined.
What no order of people explains stays as overrides, or as a table of dates.
Then the new files are loaded and compared with where they come from. Never
overwrites a file, and changes nothing elsewhere.

--into adds to a workspace that is there: rotations and meetings that it has by
id, name or schedule are left as they are, people whom it has are those people,
new ones come into the file where people are (comments and all else stay), and
all else into files of its own. Doing it twice adds nothing.

For pagerduty the token comes from PAGERDUTY_TOKEN (a read-only one is enough),
PAGERDUTY_URL names another server; for opsgenie the key from OPSGENIE_API_KEY,
and in Europe OPSGENIE_URL. docs/moving.md says more of each source.
Exit code: 0 the files agree with their source; 1 they differ, and say where;
2 the command line or the source is wrong, or files are in the way; 3 a service,
the network or the disk failed.`,
  arguments: [
    { name: '<source>', help: `where from: ${SOURCES.join(', ')}`, offer: SOURCES },
    {
      name: '[what...]',
      help: 'schedules by id or exact name (default: all); or files, - for stdin; or URLs of calendars',
      offer: 'files',
    },
  ],
  options: [
    { flag: '--out <folder>', help: 'where to (default: rotations/)', offer: 'folders' },
    {
      flag: '--into <folder>',
      help: 'add to the workspace there what it does not have',
      offer: 'folders',
    },
    { flag: '--team <name>', help: "the name of the team (default: the source's, or 'imported')" },
    {
      flag: '--file',
      help: 'opsgenie: from files with its answers, backups, terraform show -json',
    },
    { flag: '--dry-run', help: 'show the files, write nothing' },
    quiet,
    {
      flag: '--tz <zone>',
      help: 'say times in this zone; times that name none are meant in it (default: yours)',
      offer: 'zones',
    },
    {
      flag: '--dates <order>',
      help: 'table: how 1/2/2026 is meant, dmy or mdy',
      offer: ['dmy', 'mdy'],
    },
    { flag: '--handoff <time>', help: 'table: the time of day of dates alone (default: 00:00)' },
    {
      flag: '-p, --person <regex>',
      help: "ics: who is meant by a title, as the first group: 'On-call: (.*)'",
    },
    { flag: '--from <time>', help: 'table, ics: leave out what ended before' },
    { flag: '--to <time>', help: 'ics: how far to look (default: a year from now)' },
    json,
    noColor,
  ],
  examples: [
    ['rotate import pagerduty --dry-run', 'what would it write?'],
    ['rotate import pagerduty "Infra primary" PABC123', 'only these schedules'],
    ['rotate import opsgenie --file schedules.json timeline.json', 'what its API answered'],
    ['rotate import table rota.csv --handoff 09:00', 'dates and names, handed over at nine'],
    ['rotate import ics https://calendar.example.com/oncall.ics', 'what people subscribe to'],
    ['rotate import pagerduty --out ops/ --team Operations', 'elsewhere, by this name'],
    ['rotate import table desk.csv --into rotations', 'to what is there'],
  ],
  async run(input, io) {
    const [source = '', ...words] = input.words
    if (source === 'pagerduty') {
      return (await import('./import-pagerduty.ts')).importPagerDuty(input, io, words)
    }
    if (source === 'opsgenie') {
      return (await import('./import-opsgenie.ts')).importOpsgenie(input, io, words)
    }
    if (source === 'table') {
      return (await import('./import-table.ts')).importTable(input, io, words)
    }
    if (source === 'ics') {
      return (await import('./import-ics.ts')).importIcs(input, io, words)
    }
    throw new Failure(
      `import: unknown source '${clean(source)}': expected ${SOURCES.slice(0, -1).join(', ')} or ${SOURCES.at(-1) ?? ''}`,
      2,
    )
  },
}
