import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { folderWith, mistakes, out, rotate } from './world.ts'

const TEAM = `# Who we are
team: Infrastructure
timezone: Europe/Berlin

people:
  alice:
    name: Alice Lindqvist   # the lead
    email: alice@example.com

  # at the desk
  bob:
    name: Bob Okafor

rotations:
  primary:
    start: 2026-11-23 09:00
    turn: 1 week
    members: [alice, bob]
`

const ROTA = `Start,Primary,Secondary,Desk
2026-11-23,Alice Lindqvist,Bob Okafor,Carol Tanaka
2026-11-30,Bob Okafor,Alice Lindqvist,Dave
2026-12-07,alice@example.com,Bob,Carol Tanaka
2026-12-14,Bob Okafor,Alice Lindqvist,Dave
2026-12-21,Alice,Bob Okafor,Carol Tanaka
2026-12-28,Bob Okafor,Alice Lindqvist,Dave
`

const TABLE = 'import table rota.csv --handoff 09:00 --tz Europe/Berlin --into rotations'

function all(cwd: string): Record<string, string> {
  const folder = join(cwd, 'rotations')
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

it('import table --into: only what is new, in files of its own, and new people where people are', async () => {
  const cwd = folderWith({ 'rotations/team.yaml': TEAM, 'rota.csv': ROTA })
  const dry = await out(`${TABLE} --dry-run`, { cwd })
  expect(all(cwd)).toEqual({ 'team.yaml': TEAM })
  expect(dry).toMatchInlineSnapshot(`
   "
   --- rotations/secondary.yaml
   # yaml-language-server: $schema=.rotate.schema.json
   # Brought in from rota.csv on Wed 9 Dec 2026, as it was then.
   rotations:
     secondary:
       name: Secondary
       follows: primary

   --- rotations/desk.yaml
   # yaml-language-server: $schema=.rotate.schema.json
   # Brought in from rota.csv on Wed 9 Dec 2026, as it was then.
   rotations:
     desk:
       name: Desk
       start: 2026-11-23 09:00
       turn: 1 week
       members: [carol, dave]

   --- a/rotations/team.yaml
   +++ b/rotations/team.yaml
   @@ -10,6 +10,12 @@
      # at the desk
      bob:
        name: Bob Okafor
   +
   +  carol:
   +    name: Carol Tanaka
   +
   +  dave:
   +    name: Dave
    
    rotations:
      primary:
   secondary: rota.csv agrees: 6 shifts until 4 Jan 2027
     the turns explain all of 6 shifts
   desk: rota.csv agrees: 6 shifts until 4 Jan 2027
     the turns explain all of 6 shifts
   primary is there already: left as it is

   Nothing was written (--dry-run).
   "
  `)
  expect(await out(TABLE, { cwd })).toMatchInlineSnapshot(`
   "
   wrote rotations/team.yaml
   wrote rotations/secondary.yaml
   wrote rotations/desk.yaml
   wrote rotations/.rotate.schema.json
   secondary: rota.csv agrees: 6 shifts until 4 Jan 2027
     the turns explain all of 6 shifts
   desk: rota.csv agrees: 6 shifts until 4 Jan 2027
     the turns explain all of 6 shifts
   primary is there already: left as it is

   Next: 'rotate check' shows what is risky, 'rotate calendar' the picture.
   "
  `)
  expect(Object.keys(all(cwd))).toEqual(['desk.yaml', 'secondary.yaml', 'team.yaml'])
  expect((await rotate('check', { cwd })).exit).toBe(0)
  // Once more there is nothing to add.
  const before = all(cwd)
  expect(await out(TABLE, { cwd })).toMatchInlineSnapshot(`
   "
   primary is there already: left as it is
   secondary is there already: left as it is
   desk is there already: left as it is

   Nothing to add: all of it is in rotations already.
   "
  `)
  expect(all(cwd)).toEqual(before)
})

it('what the source says otherwise of a rotation that is there is said, and the rotation stays', async () => {
  const swapped = ROTA.replace('2026-12-14,Bob Okafor', '2026-12-14,Dave')
  const cwd = folderWith({ 'rotations/team.yaml': TEAM, 'rota.csv': swapped })
  const seen = await rotate(TABLE, { cwd })
  expect([seen.exit, seen.out]).toEqual([
    0,
    expect.stringContaining(
      'primary is there already: left as it is (rota.csv says otherwise from Mon 14 Dec 09:00)\n',
    ),
  ])
})

it('import table --into --json: what was edited, what was left, and who was taken for whom', async () => {
  const cwd = folderWith({
    'rotations/team.yaml': TEAM.replace('  bob:', '  bo:').replace('[alice, bob]', '[alice, bo]'),
    'rota.csv': ROTA.replaceAll('Bob Okafor', 'Okafor').replaceAll(',Bob,', ',Okafor,'),
  })
  const { exit, out: text, err } = await rotate(`${TABLE} --json`, { cwd })
  const { rotations, ...rest } = JSON.parse(text)
  expect([exit, err, rotations.length]).toEqual([
    0,
    "'Okafor' in rota.csv is taken for Bob Okafor (bo)\n",
    2,
  ])
  expect(rest).toMatchInlineSnapshot(`
   {
     "edited": [
       {
         "path": "rotations/team.yaml",
         "written": true,
       },
     ],
     "files": [
       {
         "path": "rotations/secondary.yaml",
         "written": true,
       },
       {
         "path": "rotations/desk.yaml",
         "written": true,
       },
     ],
     "left": [
       {
         "agrees": true,
         "name": "Primary",
         "rotation": "primary",
       },
     ],
     "patch": "--- a/rotations/team.yaml
   +++ b/rotations/team.yaml
   @@ -10,6 +10,12 @@
      # at the desk
      bo:
        name: Bob Okafor
   +
   +  carol:
   +    name: Carol Tanaka
   +
   +  dave:
   +    name: Dave
    
    rotations:
      primary:
   ",
     "source": "rota.csv",
     "taken": [
       {
         "name": "Okafor",
         "person": "bo",
       },
     ],
     "team": "Infrastructure",
   }
  `)
})

it('people in several files, in brackets, with CRLF: each file keeps its way', async () => {
  const cwd = folderWith({
    'rotations/a.yaml': 'people: { alice: { name: Alice Lindqvist } }\r\n',
    'rotations/z.yaml':
      'people:\r\n  bob: { name: Bob Okafor } # desk\r\n\r\nrotations:\r\n  primary: { members: alice }\r\n',
    'rota.csv': ROTA,
  })
  expect((await rotate(TABLE, { cwd })).exit).toBe(0)
  const { 'a.yaml': first, 'z.yaml': last } = all(cwd)
  expect(first).toBe('people: { alice: { name: Alice Lindqvist } }\r\n')
  expect(last).toBe(
    'people:\r\n  bob: { name: Bob Okafor } # desk\r\n  carol: { name: Carol Tanaka }\r\n  dave: { name: Dave }\r\n\r\nrotations:\r\n  primary: { members: alice }\r\n',
  )
})

it('where no file has a place for new people they come into one of their own', async () => {
  const none = folderWith({ 'rotations/team.yaml': 'team: Infrastructure\n', 'rota.csv': ROTA })
  expect((await rotate(TABLE, { cwd: none })).exit).toBe(0)
  expect(all(none)['people.yaml']).toContain('alice:')
  const alias = folderWith({
    'rotations/people.yaml': 'x-all: &all { alice: {} }\npeople: *all\n',
    'rota.csv': ROTA,
  })
  expect((await rotate(TABLE, { cwd: alias })).exit).toBe(0)
  expect(Object.keys(all(alias))).toEqual(expect.arrayContaining(['people-2.yaml', 'desk.yaml']))
  expect((await rotate('shifts', { cwd: alias })).exit).toBe(0)
})

it('no file is written over: the names that are there stay, whatever they hold', async () => {
  const cwd = folderWith({
    'rotations/team.yaml': TEAM,
    'rotations/desk.yml': 'holidays: { company: [2026-12-24] }\n',
    'rotations/Secondary.yaml': '# nothing yet\n',
    'rota.csv': ROTA,
  })
  expect((await rotate(TABLE, { cwd })).exit).toBe(0)
  expect(Object.keys(all(cwd)).sort()).toEqual([
    'Secondary.yaml',
    'desk.yml',
    'rotation-desk.yaml',
    'rotation-secondary.yaml',
    'team.yaml',
  ])
})

it('somebody new of a name that is taken gets an id that is free', async () => {
  const cwd = folderWith({
    'rotations/team.yaml': TEAM,
    'rota.csv': 'Start,Desk\n2026-12-07,Alice Berg\n2026-12-14,Alice Lindqvist\n',
  })
  expect((await rotate(TABLE, { cwd })).exit).toBe(0)
  expect(all(cwd)['desk.yaml']).toContain('alice-berg')
  expect(all(cwd)['team.yaml']).toContain('  alice-berg:\n    name: Alice Berg\n')
})

const FEED = `BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Web on-call
BEGIN:VEVENT
UID:1
DTSTART:20261207T160000Z
DTEND:20261214T160000Z
SUMMARY:On-call: Ann
ATTENDEE;CN=Ann:mailto:ann@example.com
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20261214T160000Z
DTEND:20261221T160000Z
SUMMARY:On-call: Alice Lindqvist
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;TZID=Europe/Berlin:20261207T100000
DTEND;TZID=Europe/Berlin:20261207T103000
RRULE:FREQ=WEEKLY
SUMMARY:Triage
ATTENDEE;CN=Ann:mailto:ann@example.com
ATTENDEE:mailto:alice@example.com
ATTENDEE:mailto:cleo@example.com
END:VEVENT
END:VCALENDAR
`

it('import ics --into: rotations, and meetings beside those that are there', async () => {
  const meetings = `meetings:
  standup: { days: mon-fri, at: 09:30, duration: 15 min }
`
  const cwd = folderWith({
    'rotations/team.yaml': TEAM,
    'rotations/meetings.yaml': meetings,
    'feed.ics': FEED,
  })
  expect(await out('import ics feed.ics --into rotations', { cwd })).toMatchInlineSnapshot(`
   "
   wrote rotations/team.yaml
   wrote rotations/web.yaml
   wrote rotations/meetings-2.yaml
   wrote rotations/.rotate.schema.json
   web: feed.ics agrees: 2 shifts until 21 Dec
     no order of people explains enough of 2 shifts: a table of dates

   Next: 'rotate check' shows what is risky, 'rotate calendar' the picture.
   "
  `)
  const { 'meetings-2.yaml': added, 'meetings.yaml': kept } = all(cwd)
  expect(kept).toBe(meetings)
  expect(added).toMatchInlineSnapshot(`
   "# yaml-language-server: $schema=.rotate.schema.json
   # Brought in from feed.ics on Wed 9 Dec 2026, as it was then.
   meetings:
     triage:
       name: Triage
       days: mon
       at: 10:00
       duration: 30 minutes
       start: 2026-12-07
       attendees: [ann, alice, cleo]
   "
  `)
  const again = await rotate('import ics feed.ics --into rotations', { cwd })
  expect([again.exit, again.out]).toEqual([0, expect.stringContaining('Nothing to add')])
})

it('import opsgenie --into: its schedules beside those that are there', async () => {
  const schedule = {
    data: [
      {
        id: 's1',
        name: 'Nights',
        timezone: 'Europe/Berlin',
        enabled: true,
        rotations: [
          {
            id: 'r1',
            name: 'Rota',
            startDate: '2026-11-23T08:00:00Z',
            type: 'weekly',
            length: 1,
            participants: [
              { type: 'user', id: 'u1', username: 'ALICE@example.com' },
              { type: 'user', id: 'u2', username: 'cleo@example.com' },
            ],
          },
        ],
      },
    ],
  }
  const cwd = folderWith({
    'rotations/team.yaml': TEAM,
    'schedules.json': JSON.stringify(schedule),
  })
  const line = 'import opsgenie --file schedules.json --into rotations'
  expect((await rotate(line, { cwd })).exit).toBe(0)
  expect(all(cwd)['nights.yaml']).toContain('members: [alice, cleo]')
  expect(all(cwd)['team.yaml']).toContain('  cleo:\n    email: cleo@example.com\n')
  expect((await rotate(line, { cwd })).out).toContain('Nothing to add')
  // It told no timeline, so nothing is said to agree.
  const { left } = JSON.parse((await rotate(`${line} --json`, { cwd })).out)
  expect(left).toEqual([{ rotation: 'nights', name: 'Nights', agrees: null }])
})

it('what cannot be meant, and what is wrong there, ends before anything is written', async () => {
  const files = {
    'rotations/team.yaml': TEAM.replace('Bob Okafor', 'Alice Lindqvist'),
    'rota.csv': ROTA,
    'wrong/team.yaml': 'people: { alice: {} }\nrotations: { desk: { members: carl } }\n',
    'empty/readme.txt': 'nothing\n',
  }
  const cwd = folderWith(files)
  expect(
    await mistakes(
      [
        'import table rota.csv --into rotations --out other',
        'import table rota.csv --into rotations --team Ops',
        'import table rota.csv --into nowhere',
        'import table rota.csv --into empty',
        'import table rota.csv --into wrong',
        'import table rota.csv --into rotations',
      ],

      { cwd },
    ),
  ).toMatchInlineSnapshot(`
   "
   $ rotate import table rota.csv --into rotations --out other
   rotate: --out makes a new workspace, and --into adds to one that is there: give one of them
   exit 2
   $ rotate import table rota.csv --into rotations --team Ops
   rotate: --team names the team of a new workspace, and the one in rotations says its own
   exit 2
   $ rotate import table rota.csv --into nowhere
   rotate: --into nowhere: there is no such folder
   exit 2
   $ rotate import table rota.csv --into empty
   rotate: there is no YAML in empty: --out empty makes a new workspace there, --into adds to one
   exit 2
   $ rotate import table rota.csv --into wrong
   wrong/team.yaml:2:31: error: unknown person 'carl': it is nowhere under 'people:', write it there  [unknown-person]
       rotations: { desk: { members: carl } }
                                     ^^^^

   1 error

   Nothing was written.
   exit 2
   $ rotate import table rota.csv --into rotations
   rotate: 'Alice Lindqvist' in rota.csv may be Alice Lindqvist (alice) or Alice Lindqvist (bob): write there the id of who is meant
   exit 2
   "
  `)
  for (const [path, text] of Object.entries(files)) {
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(text)
  }
  expect(existsSync(join(cwd, 'other'))).toBe(false)
})

function killed(): void {
  throw new Error('killed')
}

it('cut short between the people and the new files it loads, and the next run does the rest', async () => {
  const cwd = folderWith({ 'rotations/team.yaml': TEAM, 'rota.csv': ROTA })
  // What is said first is said right after the people are written.
  const out = { isTerminal: false, columns: 80, rows: 24, write: killed }
  expect((await rotate(TABLE, { cwd, io: { out } })).exit).toBe(3)
  expect(Object.keys(all(cwd))).toEqual(['team.yaml'])
  expect(all(cwd)['team.yaml']).toContain('carol:')
  expect((await rotate('shifts', { cwd })).exit).toBe(0)
  const rest = await rotate(TABLE, { cwd })
  expect([rest.exit, rest.out]).toEqual([0, expect.not.stringContaining('team.yaml')])
  expect(Object.keys(all(cwd))).toEqual(['desk.yaml', 'secondary.yaml', 'team.yaml'])
})

it('a file that somebody changes meanwhile is not written over, and no new file comes', async () => {
  const cwd = folderWith({ 'rotations/team.yaml': TEAM, 'rota.csv': ROTA })
  const path = join(cwd, 'rotations', 'team.yaml')
  // Who is taken for whom is said before anything is written.
  const err = {
    isTerminal: false,
    columns: 80,
    rows: 24,
    write: () => writeFileSync(path, `${TEAM}# mine\n`),
  }
  const seen = await rotate(TABLE, { cwd, io: { err } })
  expect([seen.exit, seen.out]).toEqual([3, ''])
  expect(readFileSync(path, 'utf8')).toBe(`${TEAM}# mine\n`)
  expect(Object.keys(all(cwd))).toEqual(['team.yaml'])
})
