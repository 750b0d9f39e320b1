/** The help of the commands that change the YAML. */
import { expect, it } from '@jest/globals'
import { helpOf } from './helps.ts'

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
