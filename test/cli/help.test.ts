import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from '@jest/globals'
import { COMMANDS } from '../../src/cli/commands.ts'
import { VERSION } from '../../src/cli/version.ts'
import { rotate } from './world.ts'

it('the help of the program', async () => {
  const { out, exit } = await rotate('--help')
  const pages = resolve('docs')
  expect(`\n${out.replace(pages, 'FOLDER')}`).toMatchInlineSnapshot(`
   "
   Usage: rotate COMMAND [NAME...] [options]

   On-call rotations as YAML in git: who is on call, meetings, calendars.

   Ask:
     status      The overview: on call now, next handoffs, next meetings, problems
     who         Who is on call, since when, until when, and who is next
     me          What concerns me: on call when, meetings I lead, swaps, absences
     people      Everybody: their time now, what they hold, how to reach them
     shifts      The list of shifts, of all or of one person
     meetings    The next meetings: who chairs, local times, and what moves them

   Look:
     calendar    The picture: a coloured timeline of weeks
     check       Everything that is wrong or risky, with its place and a way out
     explain     What the code of a problem means, and what to do
     diff        Who is on call differently because of a change
     stats       Who carries how much, against the fair share

   Change:
     swap        Let two people trade a turn, and write it as overrides
     cover       Somebody takes what a person holds then; who could, best first
     away        Somebody is away; and who takes what they have then
     chair       Somebody else leads a meeting once, or has another role in it
     member      Somebody joins or leaves a roster, and no turn under way moves
     tidy        What is long past goes from the files, and nothing else changes

   Publish:
     export      Calendars that people subscribe to, and a page that they look at

   PagerDuty:
     sync        Make PagerDuty agree, showing the plan first
     pull        Bring what people changed in PagerDuty by hand into the YAML
     handover    What happened on a shift: the report for whoever comes next
     pages       What rings: by alert, service, hour and day, most first

   Set up:
     init        A first workspace, with comments that teach the format
     import      A workspace out of PagerDuty, Opsgenie, a table or a calendar
     schema      The JSON Schema of the YAML, for completion and checks in editors
     completion  Shell completion, also of the ids of people and rotations

   'rotate' alone is 'rotate status'; 'rotate COMMAND --help' has examples.

   Examples:
     rotate init                      a first workspace
     rotate who                       who is on call now
     rotate me                        when I am on call next, what I lead
     rotate swap me bob --at tonight  trade a turn with Bob
     rotate away me tomorrow          I am ill: who takes what I have?
     rotate check                     what is wrong or risky
     rotate export ics --out public/  calendars to subscribe to

   The YAML is in the folder 'rotations/', here or above; --dir or ROTATE_DIR
   names another. ROTATE_NOW=2026-11-30T16:00Z stands in for the clock.

   Exit codes: 0 fine; 1 the answer is "no"; 2 the command line or the YAML is
   wrong; 3 PagerDuty or the disk failed.

   'man rotate' is the manual, 'rotate explain CODE' says what a problem means.
   The pages docs/... that help names are in FOLDER
   "
  `)
  expect(exit).toBe(0)
  expect((await rotate('help')).out).toBe(out)
  expect((await rotate('-h')).out).toBe(out)
})

const helpOf = async (name: string): Promise<string> => {
  const { out, err, exit } = await rotate(`${name} --help`)
  expect([err, exit]).toEqual(['', 0])
  expect((await rotate(`help ${name}`)).out).toBe(out)
  return `\n${out}`
}

it('the help of rotate status', async () => {
  expect(await helpOf('status')).toMatchInlineSnapshot(`
   "
   Usage: rotate status [options] [rotation...]

   The overview: on call now, next handoffs, next meetings, problems

   'rotate' alone is the same.

   Arguments:
     rotation               which rotations (default: all)

   Options:
     --pagerduty            also who is paged at which level, as PagerDuty says
                            (PAGERDUTY_TOKEN)
     --tz <zone>            say times in this zone (default: yours)
     -o, --format <format>  text (default) or json
     --json                 short for --format json (docs/json.md)
     -C, --dir <folder>     the folder with the YAML (default: rotations/, looked
                            for upwards; ROTATE_DIR)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate                           the overview
     rotate status primary secondary  of two rotations
   "
  `)
})

it('the help of rotate who', async () => {
  expect(await helpOf('who')).toMatchInlineSnapshot(`
   "
   Usage: rotate who [options] [name...]

   Who is on call, since when, until when, and who is next

   Of a person: what they hold, what next, and how to reach them. Times are yours,
   and each person's own where their clock differs.

   Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
   18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
   'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
   A word, day, week or month is its first instant.

   Arguments:
     name                   rotations, or whose: ids, names or me (default: all)

   Options:
     --at <time>            at another time (default: now)
     -p, --person <names>   only theirs: ids, names or me (commas between them)
     --long                 say the layer and the number of each turn too
     --pagerduty            also who is paged at which level, as PagerDuty says
                            (PAGERDUTY_TOKEN)
     --tz <zone>            say times in this zone (default: yours)
     -o, --format <format>  text (default) or json
     --json                 short for --format json (docs/json.md)
     -C, --dir <folder>     the folder with the YAML (default: rotations/, looked
                            for upwards; ROTATE_DIR)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate who
         everybody who is on call now
     rotate who alice
         what she holds, what next, and how to reach her
     rotate who primary --at "monday 9am"
         one rotation, next Monday morning
     rotate who primary --json | jq -r '.rotations[].names[]'
         for a script
   "
  `)
})

it('the help of rotate shifts', async () => {
  expect(await helpOf('shifts')).toMatchInlineSnapshot(`
   "
   Usage: rotate shifts [options] [name...]

   The list of shifts, of all or of one person

   Every shift that touches the range, whole.

   Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
   18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
   'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
   A word, day, week or month is its first instant.

   Arguments:
     name                   rotations, or whose: ids, names or me (default: all)

   Options:
     --from <time>          from when (default: now)
     --to <time>            up to when (default: 4 weeks after that)
     -p, --person <names>   only theirs: ids, names or me (commas between them)
     -n, --limit <number>   the first so many, however far ahead where --to is not
                            given
     --long                 say the layer and the number of each turn too
     --tz <zone>            say times in this zone (default: yours)
     --bom                  begin the CSV with a byte order mark, which Excel wants
     -o, --format <format>  table (default), csv, md or json
     --json                 short for --format json (docs/json.md)
     -C, --dir <folder>     the folder with the YAML (default: rotations/, looked
                            for upwards; ROTATE_DIR)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate shifts
         the next four weeks
     rotate shifts me --limit 3
         when am I on call next?
     rotate shifts alice --tz Asia/Tokyo
         when Alice is on call, in Tokyo time
     rotate shifts primary --from 2026-12 --to 2027-01 --format csv
         December, for a spreadsheet (Excel: with --bom)
   "
  `)
})

it('the help of rotate meetings', async () => {
  expect(await helpOf('meetings')).toMatchInlineSnapshot(`
   "
   Usage: rotate meetings [options] [name...]

   The next meetings: who chairs, local times, and what moves them

   Each with the local time of everybody who attends, and of whom a clock change
   moves it. Of a person: which they lead next, and all that they attend.

   Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
   18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
   'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
   A word, day, week or month is its first instant.

   Arguments:
     name                   meetings, or whose: ids, names or me (default: all)

   Options:
     --from <time>          from when (default: now)
     --to <time>            up to when (default: 4 weeks after that)
     -p, --person <names>   only theirs: ids, names or me (commas between them)
     -n, --limit <number>   the first so many, however far ahead where --to is not
                            given
     --tz <zone>            say times in this zone (default: yours)
     -o, --format <format>  text (default) or json
     --json                 short for --format json (docs/json.md)
     -C, --dir <folder>     the folder with the YAML (default: rotations/, looked
                            for upwards; ROTATE_DIR)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate meetings
         the next four weeks
     rotate meetings me
         when do I lead one next?
     rotate meetings infrastructure --limit 1
         the next one
     rotate meetings --from 2027-03-20 --to 2027-04-10
         whose local time the clock changes move
   "
  `)
})

it('the help of rotate check', async () => {
  expect(await helpOf('check')).toMatchInlineSnapshot(`
   "
   Usage: rotate check [options] [name...]

   Everything that is wrong or risky, with its place and a way out

   Looks ahead, and in git at what an edit does to turns that have begun:
   compared with --since, else with the base of the merge request in CI (HEAD~1
   where there is none), else with HEAD. Exit code: 0 no errors, 1 errors, 2 the
   YAML itself is wrong. 'rotate explain CODE' says what a code means;
   'checks: { min-rest: 12h, night-meeting: off }' in the YAML sets them.

   Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
   18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
   'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
   A word, day, week or month is its first instant.

   Arguments:
     name                   rotations, or whose: ids, names or me (default: all)

   Options:
     --from <time>          from when (default: now)
     --to <time>            up to when (default: 90 days after that)
     -p, --person <names>   only theirs: ids, names or me (commas between them)
     --since <revision>     compare with this revision of git (default: the base in
                            CI, else HEAD)
     --rewrite              turns that have begun, or meetings that were held, are
                            changed on purpose
     --strict               warnings count as errors
     --ignore <codes>       leave out these codes (commas between them)
     -q, --quiet            no answer: the exit code alone
     --tz <zone>            say times in this zone (default: yours)
     -o, --format <format>  text (default), json, github (annotations) or gitlab
                            (code quality)
     --json                 short for --format json (docs/json.md)
     -C, --dir <folder>     the folder with the YAML (default: rotations/, looked
                            for upwards; ROTATE_DIR)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate check
         before a commit
     rotate check --strict --ignore away-on-call
         in CI, where warnings are to stop a merge
     rotate check --since origin/main
         all that this branch does
     rotate check --format gitlab > gl-code-quality-report.json
         for a merge request
     rotate check --from 2026-12-20 --to 2027-01-05
         is Christmas covered?
   "
  `)
})

it('the help of rotate tidy', async () => {
  expect(await helpOf('tidy')).toMatchInlineSnapshot(`
   "
   Usage: rotate tidy [options]

   What is long past goes from the files, and nothing else changes

   What has been over for 90 days goes: overrides, absences, who stood in at a
   meeting, entries of rosters, rows of tables. The first handoff ('start') of
   layers that began more than a year ago moves along, to one at which the order
   begins anew. No shift that ends after that, and no meeting that begins after
   it, is another; that is proved before anything is written. People, holidays,
   meetings, 'skip', 'move' and all remarks stay. Git remembers what is gone.

   Shows first who is on call differently, and the edit itself: comments and all
   else stay as they are. Exit code: 0; 1 it was refused; 2 the YAML or the command
   line is wrong; 3 the disk failed.

   Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
   18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
   'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
   A word, day, week or month is its first instant.

   Options:
     --before <time>        what was over before then (default: 90 days ago)
     --dry-run              stop after showing it
     --yes                  do not ask
     --force                also where something speaks against it
     -q, --quiet            no answer: what is wrong, and the exit code
     --tz <zone>            say times in this zone (default: yours)
     -o, --format <format>  text (default) or json
     --json                 short for --format json (docs/json.md)
     -C, --dir <folder>     the folder with the YAML (default: rotations/, looked
                            for upwards; ROTATE_DIR)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate tidy --dry-run            what would go?
     rotate tidy --yes                twice a year, say
     rotate tidy --before 2026-01-01  keep all of this year
   "
  `)
})

it('the help of rotate swap', async () => {
  expect(await helpOf('swap')).toMatchInlineSnapshot(`
   "
   Usage: rotate swap [options] <person> <other>

   Let two people trade a turn, and write it as overrides

   Two people trade a whole turn each. Where that would put one of them on call
   twice, in a rotation that follows, the other takes that stretch there. What
   would leave somebody on call twice, while away or without rest is refused.

   Shows first who is on call differently, and the edit itself: comments and all
   else stay as they are. Exit code: 0; 1 it was refused; 2 the YAML or the command
   line is wrong; 3 the disk failed.

   Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
   18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
   'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
   A word, day, week or month is its first instant.

   Arguments:
     person                 who gives a turn (id or name)
     other                  who takes it, and gives one back

   Options:
     --at <time>            a time in the first one's turn (default: their next
                            turn)
     --with <time>          a time in the other's turn (default: their next turn)
     --rotation <id>        which rotation (where it is not the only one)
     --why <text>           the reason, which is written beside it
     --dry-run              stop after showing it
     --yes                  do not ask
     --force                also where something speaks against it
     -q, --quiet            no answer: what is wrong, and the exit code
     --tz <zone>            say times in this zone (default: yours)
     -o, --format <format>  text (default) or json
     --json                 short for --format json (docs/json.md)
     -C, --dir <folder>     the folder with the YAML (default: rotations/, looked
                            for upwards; ROTATE_DIR)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate swap alice bob
         their next turns
     rotate swap alice bob --at "next monday" --why "a wedding"
         that turn of hers
     rotate swap alice bob --at 2026-12-24 --with 2027-01-07 --yes
         both by a time, unasked
     rotate swap bob alice --at 2026-12-24 --with 2027-01-07
         and back again
   "
  `)
})

it('the help of rotate cover', async () => {
  expect(await helpOf('cover')).toMatchInlineSnapshot(`
   "
   Usage: rotate cover [options] <person>

   Somebody takes what a person holds then; who could, best first

   Without --by: who could, best first, each with reasons, and why not the others;
   on a terminal it asks which. Members of the rotation come before others, then
   who is awake then, then who carries least. Days are yours, the last included.

   Shows first who is on call differently, and the edit itself: comments and all
   else stay as they are. Exit code: 0; 1 it was refused; 2 the YAML or the command
   line is wrong; 3 the disk failed.

   Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
   18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
   'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
   A word, day, week or month is its first instant.

   Arguments:
     person                 who cannot (id or name)

   Options:
     --on <days>            when: tomorrow, tonight, 2026-12-24..2026-12-26, 'fri
                            6pm..9pm'
     --by <person>          who takes it
     --rotation <ids>       only these rotations (commas between them)
     --why <text>           the reason, which is written beside it
     --dry-run              stop after showing it
     --yes                  do not ask
     --force                also where something speaks against it
     -q, --quiet            no answer: what is wrong, and the exit code
     --tz <zone>            say times in this zone (default: yours)
     -o, --format <format>  text (default) or json
     --json                 short for --format json (docs/json.md)
     -C, --dir <folder>     the folder with the YAML (default: rotations/, looked
                            for upwards; ROTATE_DIR)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate cover alice --on tomorrow
         who could take what Alice has then?
     rotate cover alice --on 2026-12-24..2026-12-26 --by bob
         Bob does
     rotate cover me --on tonight --by bob --why ill --yes
         18:00 to 07:00
   "
  `)
})

it('the help of rotate member', async () => {
  expect(await helpOf('member')).toMatchInlineSnapshot(`
   "
   Usage: rotate member [options] <action> <person>

   Somebody joins or leaves a roster, and no turn under way moves

   add: comes just before the present holder, so after everybody else has had a
   turn; --after names another place. remove: takes no more turns; stays among the
   people. Both from the first handoff on that moves no turn under way, followers
   included, or the first after --from or --at. Somebody new is asked for their
   name, address and zone.

   Shows first who is on call differently, and the edit itself: comments and all
   else stay as they are. Exit code: 0; 1 it was refused; 2 the YAML or the command
   line is wrong; 3 the disk failed.

   Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
   18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
   'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
   A word, day, week or month is its first instant.

   Arguments:
     action                  add or remove
     person                  who (an id)

   Options:
     --to <rotation>         which roster they join
     --from <rotation|time>  remove: of which roster (default: of all); add: from
                             when
     --layer <name>          which layer, where there are several
     --after <person>        add: behind whom in the list
     --at <time>             remove: not before then
     --name <name>           of somebody new
     --email <address>       of somebody new
     --timezone <zone>       of somebody new
     --dry-run               stop after showing it
     --yes                   do not ask
     --force                 also where something speaks against it
     -q, --quiet             no answer: what is wrong, and the exit code
     --tz <zone>             say times in this zone (default: yours)
     -o, --format <format>   text (default) or json
     --json                  short for --format json (docs/json.md)
     -C, --dir <folder>      the folder with the YAML (default: rotations/, looked
                             for upwards; ROTATE_DIR)
     --no-color              no colour (also NO_COLOR)
     --no-pager              no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help              this help

   Examples:
     rotate member add erin --to primary
         from the next handoff on
     rotate member add erin --to primary --from 2027-01-11 --after bob
         then, and there
     rotate member remove bob --from primary --at 2027-03-01
         his last turn begins before
   "
  `)
})

it('the help of rotate away', async () => {
  expect(await helpOf('away')).toMatchInlineSnapshot(`
   "
   Usage: rotate away [options] <person> <days...>

   Somebody is away; and who takes what they have then

   Writes the absence; then, on a terminal, asks for each shift that it hits who
   takes it, and elsewhere says what it hits. Nobody is taken off call by being
   away: somebody else must take it. Meetings that they would lead are led by the
   next in the list who is there. Days are the person's own, the last included.
   Whoever is away for 60 days or more had better leave the roster and come
   back in the same place ('until' and 'from'): it offers that, and --roster does
   it.

   Shows first who is on call differently, and the edit itself: comments and all
   else stay as they are. Exit code: 0; 1 it was refused; 2 the YAML or the command
   line is wrong; 3 the disk failed.

   Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
   18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
   'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
   A word, day, week or month is its first instant.

   Arguments:
     person                 who is away (id or name)
     days                   when: tomorrow, next week, 2026-12-24..2027-01-03,
                            'noon..friday 18:00'

   Options:
     --why <text>           the reason, which is written beside it
     --roster               also leave the rosters, and come back in the same place
     --dry-run              stop after showing it
     --yes                  do not ask
     --force                also where something speaks against it
     -q, --quiet            no answer: what is wrong, and the exit code
     --tz <zone>            say times in this zone (default: yours)
     -o, --format <format>  text (default) or json
     --json                 short for --format json (docs/json.md)
     -C, --dir <folder>     the folder with the YAML (default: rotations/, looked
                            for upwards; ROTATE_DIR)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate away alice 2026-12-21..2027-01-03 --why "summer in Chile"
         a holiday
     rotate away me tomorrow --why ill
         and who takes what I have?
     rotate away alice 2027-02-01..2027-06-30 --roster --yes
         parental leave
   "
  `)
})

it('the help of rotate chair', async () => {
  expect(await helpOf('chair')).toMatchInlineSnapshot(`
   "
   Usage: rotate chair [options] <meeting> <person>

   Somebody else leads a meeting once, or has another role in it

   Of one occurrence; nobody else's place in the order moves. The day is that on
   which it is due, or the one it was moved to, on the clock of the meeting; where
   it is not held on that day, yours. A time is one at which it is held.

   Shows first who is on call differently, and the edit itself: comments and all
   else stay as they are. Exit code: 0; 1 it was refused; 2 the YAML or the command
   line is wrong; 3 the disk failed.

   Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
   18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
   'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
   A word, day, week or month is its first instant.

   Arguments:
     meeting                which meeting (id or name)
     person                 who leads it (id or name)

   Options:
     --on <day>             which occurrence
     --role <role>          another role than the chair
     --why <text>           the reason, which is written beside it
     --dry-run              stop after showing it
     --yes                  do not ask
     --force                also where something speaks against it
     -q, --quiet            no answer: what is wrong, and the exit code
     --tz <zone>            say times in this zone (default: yours)
     -o, --format <format>  text (default) or json
     --json                 short for --format json (docs/json.md)
     -C, --dir <folder>     the folder with the YAML (default: rotations/, looked
                            for upwards; ROTATE_DIR)
     --no-color             no colour (also NO_COLOR)
     --no-pager             no pager for what is long (also ROTATE_PAGER=cat)
     -h, --help             this help

   Examples:
     rotate chair infrastructure bob --on thursday             Bob leads it then
     rotate chair council alice --on 2027-03-05 --role scribe  another role
   "
  `)
})

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

it.each(COMMANDS)('rotate $name has examples that can be typed', async ({ load }) => {
  expect((await load()).examples.length).toBeGreaterThan(0)
})

it('no line of help is longer than 80 characters', async () => {
  const helps = ['--help', ...COMMANDS.map(({ name }) => `${name} --help`)]
  const texts: string[] = []
  for (const line of helps) texts.push((await rotate(line)).out)
  expect(texts.flatMap((text) => text.split('\n')).filter((line) => line.length > 80)).toEqual([])
})

it('says the version that package.json has, and whose zone data', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(VERSION).toBe(version)
  const { out, exit } = await rotate('--version')
  expect(out).toMatch(
    new RegExp(`^rotate ${version} \\(Node \\d+\\.\\d+\\.\\d+, zone data \\d{4}[a-z]\\)\\n$`),
  )
  expect(exit).toBe(0)
  expect((await rotate('-V')).out).toBe(out)
  expect((await rotate('version')).out).toBe(out)
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
