import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { mistakes, out, rotate, TEAM } from './world.ts'

const text = (cwd: string, file = 'primary'): string =>
  readFileSync(join(cwd, `rotations/${file}.yaml`), 'utf8')

it('somebody new is asked for, and joins from the first handoff that moves nothing', async () => {
  const seen = await rotate('member add frank --to primary', {
    answers: ['Frank Torres', 'frank@example.com', 'America/Lima', 'y'],
  })
  expect(`\n${seen.err}exit ${seen.exit}`).toMatchInlineSnapshot(`
   "
   frank is new. Their name? [frank] Frank Torres
   Their e-mail address? (needed to sync) [none] frank@example.com
   Their time zone, such as Europe/Amsterdam? [the team's] America/Lima
   Write this to the files? [y/N] y
   Commit and push it, then 'rotate sync' tells PagerDuty.
   exit 0"
  `)
  expect(text(seen.cwd)).toContain('members: [alice, { who: frank, from: 2026-12-14 }, bob,')
  expect(text(seen.cwd, 'team')).toBe(
    `${TEAM['rotations/team.yaml']}  frank: { name: Frank Torres, email: frank@example.com, timezone: America/Lima }\n`,
  )
  expect(await out('member add frank --to primary --yes', { cwd: seen.cwd }))
    .toMatchInlineSnapshot(`
   "
   Nothing to do: Frank Torres is a member of 'primary' already.
   "
  `)
})

it('check has nothing against it, and the second removal is none', async () => {
  const { cwd } = await rotate('member remove alice --yes')
  expect(text(cwd)).toContain('members: [{ who: alice, until: 2026-12-14 }, bob,')
  expect(await out('member remove alice --from primary --yes', { cwd })).toMatchInlineSnapshot(`
   "
   Nothing to do: Alice Lindqvist leaves already, on the date that stands there.
   "
  `)
})

it('shows first what it does', async () => {
  expect(await out('member add carol --to primary --from 2027-01-10 --dry-run'))
    .toMatchInlineSnapshot(`
   "
   primary: Carol Tanaka takes part from Mon 11 Jan 2027 16:00 on; no turn that has begun moves.

   From the files now to the files with this, Wed 9 Dec to Mon 7 Jun 2027.

   primary: the line-up changed
     To come
       Mon 1 Feb 2027 16:00 to Mon 8 Feb 2027 16:00: Carol Tanaka instead of Bob Okafor
       Mon 8 Feb 2027 16:00 to Mon 15 Feb 2027 16:00: Bob Okafor instead of Dave Novak and Erin O'Neill
       Mon 15 Feb 2027 16:00 to Mon 22 Feb 2027 16:00: Dave Novak and Erin O'Neill, where nobody was
       Mon 22 Feb 2027 16:00 to Mon 1 Mar 2027 16:00: nobody instead of Alice Lindqvist
       Mon 1 Mar 2027 16:00 to Mon 8 Mar 2027 16:00: Alice Lindqvist instead of Bob Okafor
       Mon 8 Mar 2027 16:00 to Mon 15 Mar 2027 16:00: Carol Tanaka instead of Dave Novak and Erin O'Neill
       Mon 15 Mar 2027 16:00 to Mon 22 Mar 2027 16:00: Bob Okafor, where nobody was
       Mon 22 Mar 2027 16:00 to Mon 29 Mar 2027 16:00: Dave Novak and Erin O'Neill instead of Alice Lindqvist
       Mon 29 Mar 2027 16:00 to Mon 5 Apr 2027 16:00: nobody instead of Bob Okafor
       Mon 5 Apr 2027 16:00 to Mon 12 Apr 2027 16:00: Alice Lindqvist instead of Dave Novak and Erin O'Neill
       Mon 12 Apr 2027 16:00 to Mon 19 Apr 2027 16:00: Carol Tanaka, where nobody was
       Mon 19 Apr 2027 16:00 to Mon 26 Apr 2027 16:00: Bob Okafor instead of Alice Lindqvist
       and 4 more, the last from Mon 17 May 2027 16:00

   secondary: the line-up changed
     To come
       Mon 25 Jan 2027 16:00 to Mon 1 Feb 2027 16:00: Carol Tanaka instead of Bob Okafor
       Mon 1 Feb 2027 16:00 to Mon 8 Feb 2027 16:00: Bob Okafor instead of Dave Novak and Erin O'Neill
       Mon 8 Feb 2027 16:00 to Mon 15 Feb 2027 16:00: Dave Novak and Erin O'Neill, where nobody was
       Mon 15 Feb 2027 16:00 to Mon 22 Feb 2027 16:00: nobody instead of Alice Lindqvist
       Mon 22 Feb 2027 16:00 to Mon 1 Mar 2027 16:00: Alice Lindqvist instead of Bob Okafor
       Mon 1 Mar 2027 16:00 to Mon 8 Mar 2027 16:00: Carol Tanaka instead of Dave Novak and Erin O'Neill
       Mon 8 Mar 2027 16:00 to Mon 15 Mar 2027 16:00: Bob Okafor, where nobody was
       Mon 15 Mar 2027 16:00 to Mon 22 Mar 2027 16:00: Dave Novak and Erin O'Neill instead of Alice Lindqvist
       Mon 22 Mar 2027 16:00 to Mon 29 Mar 2027 16:00: nobody instead of Bob Okafor
       Mon 29 Mar 2027 16:00 to Mon 5 Apr 2027 16:00: Alice Lindqvist instead of Dave Novak and Erin O'Neill
       Mon 5 Apr 2027 16:00 to Mon 12 Apr 2027 16:00: Carol Tanaka, where nobody was
       Mon 12 Apr 2027 16:00 to Mon 19 Apr 2027 16:00: Bob Okafor instead of Alice Lindqvist
       and 4 more, the last from Mon 10 May 2027 16:00

   People
       Alice Lindqvist: 2 shifts fewer (336 h less)
       Bob Okafor: 2 shifts fewer (336 h less)
       Carol Tanaka: 8 shifts more (1344 h more)
       Dave Novak: 2 shifts fewer (336 h less)
       Erin O'Neill: 2 shifts fewer (336 h less)

   Times in UTC.

   --- a/rotations/primary.yaml
   +++ b/rotations/primary.yaml
   @@ -5,7 +5,7 @@
          - name: Weekly
            start: 2026-11-30 16:00
            turn: 1 week
   -        members: [alice, bob, [dave, erin], nobody]
   +        members: [alice, { who: carol, from: 2027-01-11 }, bob, [dave, erin], nobody]
        overrides:
          - { who: dave, from: 2026-12-24 16:00, to: 2026-12-26 16:00, why: holiday swap }
      secondary:
   Nothing was written (--dry-run).
   "
  `)
})

it('mistakes say what to type instead', async () => {
  expect(
    await mistakes([
      'member',
      'member join erin',
      'member add carol',
      'member add carol --to secondary',
      'member add carol --to primary --layer Daily',
      'member add carol --to primary --after carol',
      'member add caro --to primary --yes',
      'member add x.y --to primary --timezone Mars/Base',
      'member remove carol',
      'member remove carol --from primary',
      'member add carol --to primary --at 2027-01-10',
      'member remove alice --to primary',
      'member remove alice --after bob',
    ]),
  ).toMatchInlineSnapshot(`
   "
   $ rotate member
   rotate: 'rotate member' must be told add or remove: see 'rotate member --help'
   exit 2
   $ rotate member join erin
   rotate: 'join': expected add or remove
   exit 2
   $ rotate member add carol
   rotate: to which rotation? --to names one of primary
   exit 2
   $ rotate member add carol --to secondary
   rotate: 'secondary' follows 'primary', whose roster it has: name that
   exit 2
   $ rotate member add carol --to primary --layer Daily
   rotate: unknown layer 'Daily' (known are: Weekly)
   exit 2
   $ rotate member add carol --to primary --after carol
   rotate: Carol Tanaka is no member of 'primary' now
   exit 2
   $ rotate member add caro --to primary --yes
   rotate: there is no 'caro' among the people: did you mean 'carol'? Else --name, --email and --timezone say who that is
   exit 2
   $ rotate member add x.y --to primary --timezone Mars/Base
   rotate: unknown zone 'Mars/Base': expected a name of the IANA database, such as 'Europe/Amsterdam'
   exit 2
   $ rotate member remove carol
   rotate: Carol Tanaka is a member of no rotation
   exit 2
   $ rotate member remove carol --from primary
   rotate: Carol Tanaka is no member of 'primary' now
   exit 2
   $ rotate member add carol --to primary --at 2027-01-10
   rotate: 'rotate member add' has no --at: write --from
   exit 2
   $ rotate member remove alice --to primary
   rotate: 'rotate member remove' has no --to: write --from
   exit 2
   $ rotate member remove alice --after bob
   rotate: 'rotate member remove' has no --after
   exit 2
   "
  `)
})

/** A rotation with two layers of turns, one that somebody always holds, and a table. */
const MANY = {
  ...TEAM,
  'rotations/more.yaml': `rotations:
  desk:
    layers:
      - { name: late, start: 2026-11-30 17:00, turn: 1 day, members: [carol, dave, erin] }
      - { name: early, start: 2026-11-30 09:00, turn: 1 shift, members: [dave, carol, erin], during: { from: 09:00, to: 17:00 } }
  manager: { members: carol }
  triage: { shifts: { 2026-12-01: carol, 2026-12-10: dave, 2026-12-20: nobody } }
checks: { double-booking: off }
`,
}

it('who leaves is told of what has no turns to leave: whoever always holds it, and tables', async () => {
  const line = (words: string): Promise<string> => mistakes([words], { files: MANY })
  expect(await line('member remove carol --from manager --yes')).toMatchInlineSnapshot(`
   "
   $ rotate member remove carol --from manager --yes
   rotate: Carol Tanaka stays in 'manager', which has no turns to leave: edit the file
   exit 2
   "
  `)
  expect(await line('member remove carol --from triage')).toMatchInlineSnapshot(`
   "
   $ rotate member remove carol --from triage
   rotate: Carol Tanaka stays in 'triage', which has no turns to leave: edit the file
   exit 2
   "
  `)
  const { out: said, err } = await rotate('member remove carol --dry-run', { files: MANY })
  expect(`${said.slice(0, said.indexOf('From'))}${err}`).toMatchInlineSnapshot(`
   "desk (late): Carol Tanaka takes no more turns from Wed 9 Dec 17:00 on; no turn that has begun moves.
   desk (early): Carol Tanaka takes no more turns from Wed 9 Dec 09:00 on; no turn that has begun moves.

   Carol Tanaka stays in 'manager' and 'triage', which have no turns to leave: edit the file.
   "
  `)
  const only = { ...TEAM, 'rotations/more.yaml': 'rotations: { manager: { members: carol } }\n' }
  expect(await mistakes(['member remove carol'], { files: only })).toMatchInlineSnapshot(`
   "
   $ rotate member remove carol
   rotate: Carol Tanaka stays in 'manager', which has no turns to leave: edit the file
   exit 2
   "
  `)
})

it('offers the rotations that have a roster', async () => {
  expect(await mistakes(['member add carol'], { files: MANY })).toMatchInlineSnapshot(`
   "
   $ rotate member add carol
   rotate: to which rotation? --to names one of desk, primary
   exit 2
   "
  `)
})

/** Whose line is written when somebody is added, by Carol, in other words. */
async function added(who: string): Promise<string | undefined> {
  const line = ['member', 'add', who, '--to', 'primary', '--timezone', 'Europe/Lisbon', '--yes']
  const { cwd, err } = await rotate(line, { env: { ROTATE_ME: 'carol' } })
  return /who: (\S+), from/.exec(text(cwd))?.[1] ?? err
}

it('whoever joins may be named as anywhere, and me is nobody new', async () => {
  expect(await added('me')).toBe('carol')
  expect(await added('Carol')).toBe('carol')
  expect(await added('carol tanaka')).toBe('carol')
  expect(await added('caro')).toBe('caro')
})

it('what is said of somebody new is not said of somebody known', async () => {
  const { err } = await rotate('member add carol --to primary --name Caroline --email x@y.z --yes')
  expect(err).toContain(
    "'carol' is among the people already: --name and --email are left out (edit the file)\n",
  )
  const same = await rotate([
    'member',
    'add',
    'carol',
    '--to',
    'primary',
    '--name',
    'Carol Tanaka',
    '--yes',
  ])
  expect(same.err).not.toContain('already')
})

it('nobody joins or leaves a roster that is over by then', async () => {
  const files = {
    ...TEAM,
    'rotations/more.yaml': `rotations:
  desk: { start: 2026-11-30, turn: 1 week, members: [carol, dave], end: 2027-02-01 }
  late:
    layers:
      - { start: 2026-11-30, turn: 1 week, members: [carol, dave], end: 2027-02-01 }
      - { start: 2027-02-01, turn: 1 week, members: [dave, carol] }
checks: { double-booking: off }
`,
  }
  expect(
    await mistakes(
      [
        'member add erin --to desk --from 2027-02-01',
        'member remove carol --from desk --at 2027-03-01',
        'member add erin --to late --layer 1 --from 2027-02-10',
      ],

      { files },
    ),
  ).toMatchInlineSnapshot(`
   "
   $ rotate member add erin --to desk --from 2027-02-01
   rotate: 'desk' ends on Mon 1 Feb 2027 00:00: there is no handoff before that from which on this could hold
   exit 2
   $ rotate member remove carol --from desk --at 2027-03-01
   rotate: 'desk' ends on Mon 1 Feb 2027 00:00: there is no handoff before that from which on this could hold
   exit 2
   $ rotate member add erin --to late --layer 1 --from 2027-02-10
   rotate: layer '1' of 'late' ends on Mon 1 Feb 2027 00:00: there is no handoff before that from which on this could hold
   exit 2
   "
  `)
  const only = {
    ...TEAM,
    'rotations/more.yaml': `rotations:
  old: { start: 2025-11-30, turn: 1 week, members: [carol], end: 2026-02-01 }
  desk: { start: 2026-11-30, turn: 1 week, members: [carol, dave], end: 2027-02-01 }
checks: { double-booking: off }
`,
  }
  expect(await mistakes(['member remove carol --at 2027-03-01'], { files: only }))
    .toMatchInlineSnapshot(`
   "
   $ rotate member remove carol --at 2027-03-01
   Nothing to do: Carol Tanaka takes no turns by then.
   exit 0
   "
  `)
  const all = await rotate('member remove carol --at 2027-03-01 --dry-run', { files })
  expect(all.out.slice(0, all.out.indexOf('From'))).toMatchInlineSnapshot(`
   "late (layer 2): Carol Tanaka takes no more turns from Mon 1 Mar 2027 00:00 on; no turn that has begun moves.

   "
  `)
  const last = await rotate('member add erin --to desk --from 2027-01-25 --dry-run', { files })
  expect(last.out).toContain("desk: Erin O'Neill takes part from Mon 25 Jan 2027 00:00 on")
})

it('a slip in what is asked of somebody new is answered, and asked again', async () => {
  const seen = await rotate('member add frank --to primary', {
    answers: ['Frank', 'frank', 'alice@example.com', 'f@x.y', 'PST', 'America/Lima', 'y'],
  })
  expect(`\n${seen.err}exit ${seen.exit}`).toMatchInlineSnapshot(`
   "
   frank is new. Their name? [frank] Frank
   Their e-mail address? (needed to sync) [none] frank
   'frank' is no e-mail address
   Their e-mail address? (needed to sync) [none] alice@example.com
   'alice@example.com' is the address of 'alice': everybody has their own
   Their e-mail address? (needed to sync) [none] f@x.y
   Their time zone, such as Europe/Amsterdam? [the team's] PST
   'PST' is no zone of the IANA database: write 'America/Los_Angeles'
   Their time zone, such as Europe/Amsterdam? [the team's] America/Lima
   Write this to the files? [y/N] y
   Commit and push it, then 'rotate sync' tells PagerDuty.
   exit 0"
  `)
  expect(await mistakes(['member add frank --to primary --email ALICE@example.com']))
    .toMatchInlineSnapshot(`
   "
   $ rotate member add frank --to primary --email ALICE@example.com
   rotate: 'ALICE@example.com' is the address of 'alice': everybody has their own
   exit 2
   "
  `)
})

it('what is to be written by hand names the layer, where there are several', async () => {
  const files = {
    ...TEAM,
    'rotations/more.yaml': `rotations:
  desk:
    layers:
      - { name: late, start: 2026-11-30, turn: 1 day, members: &all [dave, carol] }
      - { name: early, start: 2026-11-30, turn: 1 day, members: *all, during: { from: 09:00, to: 17:00 } }
checks: { double-booking: off }
`,
  }
  const seen = await rotate('member add erin --to desk --layer early --yes', { files })
  expect(seen.err).toContain("as entry 2 of the members of 'desk' (layer 'early')\n")
})
