/** The help of the program, of what asks and looks; and what holds of all help. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from '@jest/globals'
import { COMMANDS } from '../../src/cli/commands.ts'
import { VERSION } from '../../src/cli/version.ts'
import { helpOf } from './helps.ts'
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
