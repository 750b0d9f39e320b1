import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { changed, folderWith, mistakes, out, rotate, TEAM } from './world.ts'

const text = (cwd: string, file = 'team'): string =>
  readFileSync(join(cwd, `rotations/${file}.yaml`), 'utf8')

it('writes the absence in the person’s own days, and says what it hits', async () => {
  const line = ['away', 'bob', '2027-01-04..2027-01-08', '--why', 'skiing', '--yes']
  const seen = await rotate(line)
  expect(`\n${seen.out}${seen.err}exit ${seen.exit}`).toMatchInlineSnapshot(`
   "
   Bob Okafor is away from Mon 4 Jan 2027 05:00 to Sat 9 Jan 2027 05:00.

   From the files now to the files with this, Wed 9 Dec to Sat 9 Jan 2027.

   Nobody is on call differently, and no meeting differs.

   Times in UTC.

   --- a/rotations/team.yaml
   +++ b/rotations/team.yaml
   @@ -5,7 +5,7 @@
        email: alice@example.com
        timezone: Europe/Stockholm
        away: [2026-12-28..2027-01-03]
   -  bob: { name: Bob Okafor, timezone: America/New_York }
   +  bob: { name: Bob Okafor, timezone: America/New_York, away: [{ on: 2027-01-04..2027-01-08, why: skiing }] }
      carol: { name: Carol Tanaka, timezone: Asia/Tokyo }
      dave: { name: Dave Novak }
      erin: { name: Erin O'Neill, timezone: America/Los_Angeles }
   wrote rotations/team.yaml

   Then they are:
     on call for primary, Mon 4 Jan 2027 16:00 to Sat 9 Jan 2027 05:00: rotate cover bob --on "2027-01-04 16:00..2027-01-09 05:00" --rotation primary
     on call for secondary, Mon 4 Jan 2027 05:00 to Mon 4 Jan 2027 16:00: rotate cover bob --on "2027-01-04 05:00..2027-01-04 16:00" --rotation secondary
   Commit and push it.
   exit 0"
  `)
  expect(text(seen.cwd)).toContain(
    'bob: { name: Bob Okafor, timezone: America/New_York, away: [{ on: 2027-01-04..2027-01-08, why: skiing }] }',
  )
  const once = text(seen.cwd)
  expect(await out(line, { cwd: seen.cwd })).toMatchInlineSnapshot(`
   "
   Bob Okafor is away from Mon 4 Jan 2027 05:00 to Sat 9 Jan 2027 05:00.
   Nothing to write: the file says so already.

   Then they are:
     on call for primary, Mon 4 Jan 2027 16:00 to Sat 9 Jan 2027 05:00: rotate cover bob --on "2027-01-04 16:00..2027-01-09 05:00" --rotation primary
     on call for secondary, Mon 4 Jan 2027 05:00 to Mon 4 Jan 2027 16:00: rotate cover bob --on "2027-01-04 05:00..2027-01-04 16:00" --rotation secondary
   "
  `)
  expect(text(seen.cwd)).toBe(once)
})

it('on a terminal it asks for each shift who takes it', async () => {
  const { cwd, err, exit } = await rotate('away bob 2026-12-10..2026-12-11', {
    answers: ['y', 'carol', 'y'],
  })
  expect(`\n${err}exit ${exit}`).toMatchInlineSnapshot(`
   "
   Write this to the files? [y/N] y
   Commit and push it.
   Who takes it? [1 to 2, a name, or nothing to leave it] carol
   Write this to the files? [y/N] y
   Commit and push it, then 'rotate sync' tells PagerDuty.
   exit 0"
  `)
  expect(text(cwd, 'primary')).toContain(
    '{ who: carol, from: 2026-12-10 05:00, to: 2026-12-12 05:00, why: cover for bob }',
  )
})

it('a long absence is better said in the roster, in the same place', async () => {
  const line = 'away bob 2027-02-01..2027-06-30'
  const told = await rotate(`${line} --yes`)
  expect(told.err).toContain(
    'That is long: Bob Okafor could leave the roster of primary and come back in the same place (--roster does that).',
  )
  const roster = '{ who: bob, until: 2027-01-25 }, { who: bob, from: 2027-07-01 }'
  for (const seen of [
    await rotate(`${line} --yes --roster`),
    await rotate(line, { answers: ['y', 'y'] }),
  ]) {
    expect(text(seen.cwd, 'primary')).toContain(roster)
    expect(text(seen.cwd)).toContain('away: [2027-02-01..2027-06-30]')
  }
})

it('for programs: what it hits stands beside the edit', async () => {
  const { out: json } = await rotate('away alice 2026-12-28..2027-01-05 --json --dry-run')
  const { held, chairs, changes } = JSON.parse(json)
  expect({ held, chairs, changes }).toMatchInlineSnapshot(`
   {
     "chairs": [],
     "changes": [
       {
         "from": "2026-12-27T23:00:00Z",
         "kind": "add-away",
         "person": "alice",
         "to": "2027-01-05T23:00:00Z",
       },
     ],
     "held": [
       {
         "end": "2027-01-04T16:00:00Z",
         "rotation": "primary",
         "start": "2026-12-28T16:00:00Z",
       },
       {
         "end": "2026-12-28T16:00:00Z",
         "rotation": "secondary",
         "start": "2026-12-27T23:00:00Z",
       },
     ],
   }
  `)
})

it('every role in a meeting is hit, and what comes again covers a date already', async () => {
  const cwd = folderWith({
    'rotations/team.yaml': `people:
  ann: {}
  bo: { away: [{ days: fri, why: four days }, 2026-12-14..2026-12-17] }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [ann] }
meetings:
  weekly:
    days: monday
    at: 10:00
    duration: 30 min
    start: 2026-12-14
    chair: [ann, bo]
    roles: { scribe: [ann, bo], host: { on-call: primary } }
`,
  })
  const line = 'away ann 2026-12-27..2026-12-28'
  const { chairs, roles } = JSON.parse((await rotate(`${line} --json --dry-run`, { cwd })).out)
  const { out: said } = await rotate(`${line} --yes`, { cwd })
  expect(said.slice(said.indexOf('Then they are'))).toMatchInlineSnapshot(`
   "Then they are:
     on call for primary, Sun 27 Dec 00:00 to Tue 29 Dec 00:00 (2 pieces): rotate cover ann --on 2026-12-27..2026-12-28 --rotation primary
     chair of weekly, Mon 28 Dec 10:00: bo stands in; somebody else: rotate chair weekly NAME --on 2026-12-28
     scribe of weekly, Mon 28 Dec 10:00: bo stands in; somebody else: rotate chair weekly NAME --on 2026-12-28 --role scribe
     host of weekly, Mon 28 Dec 10:00: nobody stands in; somebody else: rotate chair weekly NAME --on 2026-12-28 --role host
   "
  `)
  expect({ chairs, roles }).toMatchInlineSnapshot(`
   {
     "chairs": [
       {
         "meeting": "weekly",
         "stands_in": "bo",
         "start": "2026-12-28T10:00:00Z",
       },
     ],
     "roles": [
       {
         "meeting": "weekly",
         "role": "scribe",
         "stands_in": "bo",
         "start": "2026-12-28T10:00:00Z",
       },
       {
         "meeting": "weekly",
         "role": "host",
         "stands_in": null,
         "start": "2026-12-28T10:00:00Z",
       },
     ],
   }
  `)
  // A Friday, and all the days before it up to the next.
  for (const days of ['2026-12-18', '2026-12-14..2026-12-18']) {
    expect(await out(`away bo ${days} --yes`, { cwd })).toContain('the file says so already')
  }
  expect(await out('away bo 2026-12-14..2026-12-19 --yes', { cwd })).toContain('wrote')
})

it('mistakes say what to type instead', async () => {
  expect(
    await mistakes(['away', 'away alice', 'away alice now', 'away alice 2026-12-24..2026-12-20']),
  ).toMatchInlineSnapshot(`
   "
   $ rotate away
   rotate: 'rotate away' must be told who is away (id or name): see 'rotate away --help'
   exit 2
   $ rotate away alice
   rotate: 'rotate away' must be told when: tomorrow, next week, 2026-12-24..2027-01-03, 'noon..friday 18:00': see 'rotate away --help'
   exit 2
   $ rotate away alice now
   rotate: days 'now': until when? Write a day, or 'now..' and the end behind it
   exit 2
   $ rotate away alice 2026-12-24..2026-12-20
   rotate: days '2026-12-24..2026-12-20': it ends before it begins
   exit 2
   "
  `)
})

it('in two layers of one rotation, each from its own handoff on', async () => {
  const files = {
    'rotations/a.yaml': `people: { alice: {}, bob: {}, carol: {} }
rotations:
  primary:
    layers:
      - { name: Weeks, start: 2026-11-16 16:00, turn: 1 week, members: [alice, bob, carol] }
      - { name: Days, start: 2026-11-16, turn: 1 day, members: [carol, alice, bob], during: { from: 08:00, to: 10:00 } }
`,
  }
  for (const order of [files, reversed(files)]) {
    const line = 'away alice 2027-02-13..2027-06-30 --roster --yes'
    const { err, exit, cwd } = await rotate(line, { files: order })
    expect([exit, err]).toEqual([0, expect.not.stringContaining('something else')])
    const written = readFileSync(join(cwd, 'rotations/a.yaml'), 'utf8')
    expect(written.match(/until: /g)).toHaveLength(2)
  }
})

/** The same with the layers the other way round. */
function reversed(files: { 'rotations/a.yaml': string }): Record<string, string> {
  const lines = files['rotations/a.yaml'].split('\n')
  const [first = '', second = ''] = lines.splice(4, 2)
  lines.splice(4, 0, second, first)
  return { 'rotations/a.yaml': lines.join('\n') }
}

it.each([
  ['dave 2027', '2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z'],
  ['dave next week', '2026-12-14T00:00:00Z', '2026-12-21T00:00:00Z'],
  ['dave tomorrow', '2026-12-10T00:00:00Z', '2026-12-11T00:00:00Z'],
  ['dave tonight', '2026-12-09T18:00:00Z', '2026-12-10T07:00:00Z'],
  ['dave now..+30 minutes', '2026-12-09T03:12:00Z', '2026-12-09T03:42:00Z'],
  ['dave friday 18:00..22:00', '2026-12-11T18:00:00Z', '2026-12-11T22:00:00Z'],
])('away %s is from %s to %s', async (words, from, to) => {
  const line = `away ${words} --json --dry-run`
  const { changes } = JSON.parse((await rotate(line)).out) as { changes: unknown[] }
  expect(changes).toEqual([{ kind: 'add-away', person: 'dave', from, to }])
})

it.each([
  ['away dave now..+30m', 'from: 2026-12-09 03:12, to: 2026-12-09 03:42'],
  ['away dave +1h..+3h', 'from: 2026-12-09 04:12, to: 2026-12-09 07:12'],
  ['cover bob --on now..+2h --by carol', 'from: 2026-12-09 03:12, to: 2026-12-09 05:12'],
])(
  'what counts from now is written in whole minutes, whenever it is typed: %s',
  async (line, said) => {
    const { cwd, exit } = await rotate(`${line} --yes`, { now: '2026-12-09T03:12:41.678Z' })
    expect([exit, text(cwd) + text(cwd, 'primary')]).toEqual([0, expect.stringContaining(said)])
  },
)

it('how long is asked where a text says only when it begins', async () => {
  expect(await mistakes(['away dave +30 minutes', 'away dave noon'])).toMatchInlineSnapshot(`
   "
   $ rotate away dave +30 minutes
   rotate: days '+30 minutes': until when? Write a day, or '+30 minutes..' and the end behind it
   exit 2
   $ rotate away dave noon
   rotate: days 'noon': until when? Write a day, or 'noon..' and the end behind it
   exit 2
   "
  `)
})

it('offers cover in the days of the viewer, whosever days the absence has', async () => {
  // Of Carol in Tokyo, for somebody in Los Angeles.
  const wishes = { zone: 'America/Los_Angeles' }
  const files = changed('primary', 'members: [alice, bob', 'members: [carol, bob')
  const { out: said } = await rotate('away carol 2026-12-30 --dry-run', { ...wishes, files })
  const [, offered = ''] = /(rotate cover .*)$/m.exec(said) ?? []
  expect(offered).toMatchInlineSnapshot(
    `"rotate cover carol --on "2026-12-29 07:00..2026-12-30 07:00" --rotation primary"`,
  )
  const words = [...offered.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, long, short]) => long ?? short ?? '',
  )
  const { out: json } = await rotate([...words.slice(1), '--json'], { ...wishes, files })
  expect((JSON.parse(json) as { held: unknown }).held).toEqual([
    { rotation: 'primary', start: '2026-12-29T15:00:00Z', end: '2026-12-30T15:00:00Z' },
  ])
})

/** What is said behind the edit when Alice is away. */
async function after(days: string): Promise<string> {
  const { out: text } = await rotate(`away alice ${days} --yes`)
  return text.slice(text.indexOf('wrote'))
}

it('of what is over it says that, not that they were not on call', async () => {
  // Alice is on call for primary until 16:00 on 7 December; it is 9 December.
  expect(await after('2026-12-06')).toMatchInlineSnapshot(`
   "wrote rotations/team.yaml

   That is over: there is nothing for anybody to take.
   "
  `)
  expect(await after('2026-12-06..2026-12-09')).toMatchInlineSnapshot(`
   "wrote rotations/team.yaml

   They are not on call in what is left of it, and chair nothing.
   "
  `)
  expect(await after('2027-01-20')).toMatchInlineSnapshot(`
   "wrote rotations/team.yaml

   Then they are:
     on call for secondary, Tue 19 Jan 2027 23:00 to Wed 20 Jan 2027 23:00: rotate cover alice --on "2027-01-19 23:00..2027-01-20 23:00" --rotation secondary
   "
  `)
})

it('whoever leads by being on call leads it still: nobody stands in', async () => {
  const files = {
    ...TEAM,
    'rotations/more.yaml': `meetings:
  council: { days: thursday, at: 15:00, duration: 1 hour, chair: { on-call: primary } }
`,
  }
  const seen = await rotate('away bob 2026-12-10 --yes', { files })
  expect(seen.out).toContain(
    'chair of council, Thu 10 Dec 15:00: nobody stands in; somebody else: rotate chair council NAME --on 2026-12-10',
  )
})

it('says in how many pieces somebody is on call then', async () => {
  const seen = await rotate('away bob 2026-12-08..2027-02-01 --yes')
  expect(seen.out).toContain(
    'on call for primary, Wed 9 Dec 03:12 to Tue 2 Feb 2027 05:00 (3 pieces): rotate cover bob',
  )
})

it('nobody comes back to a roster that is over by then, nor is stood in for where being on call leads', async () => {
  const files = {
    ...TEAM,
    'rotations/more.yaml': `rotations:
  desk: { start: 2026-11-30, turn: 1 week, members: [[alice, bob], carol, dave], end: 2027-02-01 }
meetings:
  council: { days: mon, at: 15:00, duration: 1 hour, chair: { on-call: desk } }
checks: { double-booking: off }
`,
  }
  const seen = await rotate('away alice 2026-12-20..2027-03-01 --roster --yes', { files })
  expect(text(seen.cwd, 'more')).toContain(
    'members: [{ who: [alice, bob], until: 2026-12-14 }, { who: bob, from: 2026-12-14 }, carol, dave]',
  )
  expect(seen.out).not.toContain('chair of council')
})
