/** The help of the commands that publish, report and set up. */
import { expect, it } from '@jest/globals'
import { helpOf } from './helps.ts'

it('the help of rotate export', async () => {
  expect(await helpOf('export')).toMatchInlineSnapshot(`
   "
   Usage: rotate export [options] <kind...>

   Calendars that people subscribe to, and a page that they look at

   ics writes rotations/ID.ics, people/ID.ics, meetings/ID.ics and team.ics; html
   writes index.html, a page that needs no network and no other file: who is on
   call now, the timeline, the meetings, and links to the calendars beside it.
   Each whole or not at all; a file whose content would not change is not touched.
   Without --from and --to: from the first day of last month to the first day
   of the month twelve months ahead (UTC). docs/calendars.md says how to publish
   them and how to subscribe.

   Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
   18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
   'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
   A word, day, week or month is its first instant.

   Arguments:
     kind                   what to write (ics, html, or both)

   Options:
     --out <folder>         where to (default: public/)
     --from <time>          from when (default: the first day of last month)
     --to <time>            until when (default: twelve months ahead)
     --remind <length>      an alarm so long before each shift and meeting: 12h,
                            30min
     --previous <folder>    what is published now, where --out starts empty (CI)
     --summary <key>        call shifts by people's email or a key of their
                            contact, for services that page
     --pages                on the page also what rang (PAGERDUTY_TOKEN), without
                            titles
     --titles               with --pages: also about what
     --contacts             on the page also how to reach people (contact: in the
                            YAML)
     --repository <url>     on the page links to the lines of the files:
                            https://github.com/acme/oncall
     --prune                remove calendars of this team that no longer belong to
                            anybody
     --adopt                write into a folder that holds another team's calendars
     -q, --quiet            no answer: what is wrong, and the exit code
     -o, --format <format>  text (default) or json
     --json                 short for --format json (docs/json.md)
     -C, --dir <folder>     the folder with the YAML (default: rotations/, looked
                            for upwards; ROTATE_DIR)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate export ics --out public/
         from cron, every night
     rotate export ics html --out public/
         the same, and the page
     rotate export ics --out public/ --previous published/
         in CI, from an empty folder
     rotate export ics --remind 12h
         with alarms
     rotate export ics --out oncall/ --summary email
         for a service that pages from calendars
   "
  `)
})

it('the help of rotate handover', async () => {
  expect(await helpOf('handover')).toMatchInlineSnapshot(`
   "
   Usage: rotate handover [options] [rotation...]

   What happened on a shift: the report for whoever comes next

   Of the turn under way if at most a quarter of it, and at most a day, is left,
   else of the last one that has ended. With PAGERDUTY_TOKEN also what rang, who
   was woken, what is open, and the last notes; without one everything but that.
   With --out what people wrote between the marks stays in the file.
   Nights (22:00 to 07:00) are by each responder's own clock.
   docs/handover.md explains each number.

   Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
   18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
   'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
   A word, day, week or month is its first instant.

   Arguments:
     rotation               which rotations (default: all)

   Options:
     --at <time>            as at that time (default: now)
     --from <time>          of any stretch, from then
     --to <time>            up to then
     --meeting <id>         since the last time that this meeting was held, of all
                            rotations
     --out <file>           write it there, around what people wrote in it
     --previous <folder>    earlier reports as JSON, so that less has to be read
     --no-titles            numbers and services only, for public places
     --tz <zone>            say times in this zone (default: yours)
     -o, --format <format>  md (default), text or json
     --json                 short for --format json (docs/json.md)
     -C, --dir <folder>     the folder with the YAML (default: rotations/, looked
                            for upwards; ROTATE_DIR)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate handover primary
         what happened on this shift
     rotate handover --meeting infrastructure --out handovers/2026-11-30.md
         from CI
     rotate handover primary --at -7d
         the turn that had ended a week ago
     rotate handover primary --from -2w --json
         for programs
   "
  `)
})

it('the help of rotate pages', async () => {
  expect(await helpOf('pages')).toMatchInlineSnapshot(`
   "
   Usage: rotate pages [options] [rotation...]

   What rings: by alert, service, hour and day, most first

   By alert (titles without their numbers), by service, by the hour and the weekend
   of whoever was paged, most first, with the weeks beside: the list from which
   pages are prevented. The last 8 weeks, or --from and --to. Needs
   PAGERDUTY_TOKEN; docs/handover.md says what counts as a page.

   Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
   18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
   'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
   A word, day, week or month is its first instant.

   Arguments:
     rotation               which rotations (default: all)

   Options:
     --from <time>          from when (default: 8 weeks ago)
     --to <time>            until when (default: now)
     --tz <zone>            say times in this zone (default: yours)
     --bom                  begin the CSV with a byte order mark, which Excel wants
     -o, --format <format>  table (default), csv or json
     --json                 short for --format json (docs/json.md)
     -C, --dir <folder>     the folder with the YAML (default: rotations/, looked
                            for upwards; ROTATE_DIR)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate pages                                      what rings most?
     rotate pages primary --from 2026-01 --format csv  the year, for a spreadsheet
   "
  `)
})

it('the help of rotate init', async () => {
  expect(await helpOf('init')).toMatchInlineSnapshot(`
   "
   Usage: rotate init [options]

   A first workspace, with comments that teach the format

   Asks on a terminal; elsewhere takes the flags. Never overwrites a file.

     weekly           one person a week, the next in line is secondary
     weekday-weekend  weeks and weekends go round apart
     follow-the-sun   three regions, each by day

   Options:
     --template <name>   weekly, weekday-weekend, follow-the-sun (default: weekly)
     --team <name>       the name of the team
     --people <ids>      who takes part, with commas: alice,bob,carol
     --tz <zone>         their zone, or one for each, with commas (default: yours)
     -C, --dir <folder>  where to (default: rotations/; ROTATE_DIR)
     --no-color          no colour (also NO_COLOR)
     --no-pager          no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help          this help

   Examples:
     rotate init
         asks what it needs
     rotate init --template follow-the-sun --people ann,bo,cy,di,ed,flo
         in a script
   "
  `)
})

it('the help of rotate import', async () => {
  expect(await helpOf('import')).toMatchInlineSnapshot(`
   "
   Usage: rotate import [options] <source> [what...]

   A workspace out of PagerDuty, Opsgenie, a table or a calendar

   Writes people, rotations with their turns, windows and overrides, and
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
   the network or the disk failed.

   Arguments:
     source                 where from: pagerduty, opsgenie, table, ics
     what                   schedules by id or exact name (default: all); or files,
                            - for stdin; or URLs of calendars

   Options:
     --out <folder>         where to (default: rotations/)
     --into <folder>        add to the workspace there what it does not have
     --team <name>          the name of the team (default: the source's, or
                            'imported')
     --file                 opsgenie: from files with its answers, backups,
                            terraform show -json
     --dry-run              show the files, write nothing
     -q, --quiet            no answer: what is wrong, and the exit code
     --tz <zone>            say times in this zone; times that name none are meant
                            in it (default: yours)
     --dates <order>        table: how 1/2/2026 is meant, dmy or mdy
     --handoff <time>       table: the time of day of dates alone (default: 00:00)
     -p, --person <regex>   ics: who is meant by a title, as the first group:
                            'On-call: (.*)'
     --from <time>          table, ics: leave out what ended before
     --to <time>            ics: how far to look (default: a year from now)
     -o, --format <format>  text (default) or json
     --json                 short for --format json (docs/json.md)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate import pagerduty --dry-run
         what would it write?
     rotate import pagerduty "Infra primary" PABC123
         only these schedules
     rotate import opsgenie --file schedules.json timeline.json
         what its API answered
     rotate import table rota.csv --handoff 09:00
         dates and names, handed over at nine
     rotate import ics https://calendar.example.com/oncall.ics
         what people subscribe to
     rotate import pagerduty --out ops/ --team Operations
         elsewhere, by this name
     rotate import table desk.csv --into rotations
         to what is there
   "
  `)
})

it('the help of rotate schema', async () => {
  expect(await helpOf('schema')).toMatchInlineSnapshot(`
   "
   Usage: rotate schema [options]

   The JSON Schema of the YAML, for completion and checks in editors

   Save it beside the YAML and put this line on top of each file ('rotate init'
   does both):
     # yaml-language-server: $schema=.rotate.schema.json

   Options:
     -h, --help  this help

   Examples:
     rotate schema > rotations/.rotate.schema.json  renew it after an update
   "
  `)
})

it('the help of rotate completion', async () => {
  expect(await helpOf('completion')).toMatchInlineSnapshot(`
   "
   Usage: rotate completion [options] [words...]

   Shell completion, also of the ids of people and rotations

   bash  echo 'source <(rotate completion bash)' >> ~/.bashrc
   zsh   rotate completion zsh > "\${fpath[1]}/_rotate"
   fish  rotate completion fish > ~/.config/fish/completions/rotate.fish

   Arguments:
     words        bash, zsh or fish

   Options:
     --words      the words that could stand at the end of a command line
     --described  the same, each with a tab and what it is
     -h, --help   this help

   Examples:
     source <(rotate completion bash)  try it in this shell
   "
  `)
})
