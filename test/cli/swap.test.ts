import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import { Repository } from './repository.ts'
import { changed, folderWith, mistakes, out, rotate, TEAM } from './world.ts'

const text = (cwd: string, file = 'primary'): string =>
  readFileSync(join(cwd, `rotations/${file}.yaml`), 'utf8')

it('shows who is on call differently and the edit, and writes it when it is wanted', async () => {
  const seen = await rotate('swap bob alice --at 2026-12-10 --tz Europe/Stockholm', {
    answers: ['y'],
    columns: 120,
  })
  expect(`\n${seen.out}${seen.err}exit ${seen.exit}`).toMatchInlineSnapshot(`
   "
   primary: Alice Lindqvist takes Wed 9 Dec 04:12 to Mon 14 Dec 17:00 from Bob Okafor, and Bob Okafor takes Mon 28 Dec
     17:00 to Mon 4 Jan 2027 17:00 from Alice Lindqvist.

   From the files now to the files with this, Wed 9 Dec to Mon 4 Jan 2027.

   [1mprimary: same handoff times and line-up[22m
     [2mNow[22m
       Wed 9 Dec 04:12 to Mon 14 Dec 17:00: [1mAlice Lindqvist[22m instead of Bob Okafor
     [2mTo come[22m
       Mon 28 Dec 17:00 to Mon 4 Jan 2027 17:00: [1mBob Okafor[22m instead of Alice Lindqvist

   [1msecondary: same handoff times and line-up[22m
     [2mTo come[22m
       Mon 28 Dec 17:00 to Mon 4 Jan 2027 17:00: [1mAlice Lindqvist[22m instead of Bob Okafor

   [1mPeople[22m
       [1mAlice Lindqvist[22m: 1 shift more (132.8 h more)
       [1mBob Okafor[22m: 1 shift fewer (132.8 h less)

   [2mTimes in Europe/Stockholm (UTC+1 now).[22m

   [1m--- a/rotations/primary.yaml[22m
   [1m+++ b/rotations/primary.yaml[22m
   [2m@@ -8,5 +8,9 @@[22m
            members: [alice, bob, [dave, erin], nobody]
        overrides:
          - { who: dave, from: 2026-12-24 16:00, to: 2026-12-26 16:00, why: holiday swap }
   [32m+      - { who: alice, from: 2026-12-09 03:12, to: 2026-12-14 16:00, why: swap of bob and alice }[39m
   [32m+      - { who: bob, from: 2026-12-28 16:00, to: 2027-01-04 16:00, why: swap of bob and alice }[39m
      secondary:
        follows: primary
   [32m+    overrides:[39m
   [32m+      - { who: alice, from: 2026-12-28 16:00, to: 2027-01-04 16:00, why: swap of bob and alice }[39m
   wrote rotations/primary.yaml
   Write this to the files? [y/N] y
   Commit and push it, then 'rotate sync' tells PagerDuty.
   exit 0"
  `)
  expect(text(seen.cwd)).toMatchInlineSnapshot(`
   "rotations:
     primary:
       name: Infrastructure primary
       layers:
         - name: Weekly
           start: 2026-11-30 16:00
           turn: 1 week
           members: [alice, bob, [dave, erin], nobody]
       overrides:
         - { who: dave, from: 2026-12-24 16:00, to: 2026-12-26 16:00, why: holiday swap }
         - { who: alice, from: 2026-12-09 03:12, to: 2026-12-14 16:00, why: swap of bob and alice }
         - { who: bob, from: 2026-12-28 16:00, to: 2027-01-04 16:00, why: swap of bob and alice }
     secondary:
       follows: primary
       overrides:
         - { who: alice, from: 2026-12-28 16:00, to: 2027-01-04 16:00, why: swap of bob and alice }
   "
  `)
})

it('whoever does not say yes has written nothing', async () => {
  for (const [more, answers] of [
    ['', ['n']],
    ['', []],
    [' --dry-run', undefined],
    ['', undefined],
  ] as const) {
    const wishes = answers === undefined ? {} : { answers }
    const { cwd, err, out: shown, exit } = await rotate(`swap bob alice${more}`, wishes)
    expect(text(cwd)).toBe(TEAM['rotations/primary.yaml'])
    expect(`${shown}${err}`).toContain('Nothing was written')
    expect(exit).toBe(answers !== undefined ? 1 : more === '' ? 2 : 0)
  }
})

it('a file that somebody changed while it was asked is left alone', async () => {
  const cwd = folderWith(TEAM)
  const theirs = `${text(cwd)}# and more\n`
  const { err, exit } = await rotate('swap bob alice', {
    cwd,
    answers: [
      () => {
        writeFileSync(join(cwd, 'rotations/primary.yaml'), theirs)
        return 'y'
      },
    ],
  })
  expect(err).toContain('primary.yaml was changed meanwhile: nothing was written, run it again')
  expect(exit).toBe(3)
  expect(text(cwd)).toBe(theirs)
})

it('for programs: what changes, who is on call differently, what speaks against it', async () => {
  const { out: json } = await rotate('swap bob alice --json --yes')
  expect(JSON.parse(json)).toMatchInlineSnapshot(`
   {
     "against": [],
     "changes": [
       {
         "from": "2026-12-28T16:00:00Z",
         "kind": "add-override",
         "rotation": "primary",
         "to": "2027-01-04T16:00:00Z",
         "who": [
           "bob",
         ],
         "why": "swap of bob and alice",
       },
       {
         "from": "2027-01-04T16:00:00Z",
         "kind": "add-override",
         "rotation": "primary",
         "to": "2027-01-11T16:00:00Z",
         "who": [
           "alice",
         ],
         "why": "swap of bob and alice",
       },
       {
         "from": "2026-12-28T16:00:00Z",
         "kind": "add-override",
         "rotation": "secondary",
         "to": "2027-01-04T16:00:00Z",
         "who": [
           "alice",
         ],
         "why": "swap of bob and alice",
       },
     ],
     "differences": [
       {
         "after": [
           "bob",
         ],
         "before": [
           "alice",
         ],
         "end": "2027-01-04T16:00:00Z",
         "rotation": "primary",
         "start": "2026-12-28T16:00:00Z",
       },
       {
         "after": [
           "alice",
         ],
         "before": [
           "bob",
         ],
         "end": "2027-01-11T16:00:00Z",
         "rotation": "primary",
         "start": "2027-01-04T16:00:00Z",
       },
       {
         "after": [
           "alice",
         ],
         "before": [
           "bob",
         ],
         "end": "2027-01-04T16:00:00Z",
         "rotation": "secondary",
         "start": "2026-12-28T16:00:00Z",
       },
     ],
     "done": false,
     "patch": "--- a/rotations/primary.yaml
   +++ b/rotations/primary.yaml
   @@ -8,5 +8,9 @@
            members: [alice, bob, [dave, erin], nobody]
        overrides:
          - { who: dave, from: 2026-12-24 16:00, to: 2026-12-26 16:00, why: holiday swap }
   +      - { who: bob, from: 2026-12-28 16:00, to: 2027-01-04 16:00, why: swap of bob and alice }
   +      - { who: alice, from: 2027-01-04 16:00, to: 2027-01-11 16:00, why: swap of bob and alice }
      secondary:
        follows: primary
   +    overrides:
   +      - { who: alice, from: 2026-12-28 16:00, to: 2027-01-04 16:00, why: swap of bob and alice }
   ",
     "rotation": "primary",
     "written": [
       "rotations/primary.yaml",
     ],
   }
  `)
})

it('refuses what would leave somebody on call twice, away or without rest; --force does it', async () => {
  const files = {
    ...TEAM,
    'rotations/desk.yaml': `rotations:
  desk:
    coverage: none
    start: 2026-12-08
    turn: 1 day
    members: [alice, carol]
    during: { from: 09:00, to: 12:00 }
`,
  }
  const line = 'swap bob alice --at 2026-12-10 --rotation primary --yes'
  const { err, exit, cwd } = await rotate(line, { files })
  expect(`\n${err}exit ${exit}`).toMatchInlineSnapshot(`
   "
   This speaks against it (--force writes it all the same):
     Alice Lindqvist would be on call for desk and primary at once, 3 times, Thu 10 Dec 09:00 to Mon 14 Dec 12:00
   Nothing was written.
   exit 1"
  `)
  expect(text(cwd)).toBe(TEAM['rotations/primary.yaml'])
  expect((await rotate(`${line} --force`, { cwd })).exit).toBe(0)
  expect(text(cwd)).not.toBe(TEAM['rotations/primary.yaml'])
})

it('mistakes say what to type instead', async () => {
  const files = {
    ...TEAM,
    'rotations/on-site.yaml': `rotations:
  on-site: { start: 2026-11-30, turn: 1 day, members: [alice, bob], coverage: none }
`,
  }
  expect(
    await mistakes(
      [
        'swap alice',
        'swap alice alice',
        'swap alice bobb',
        'swap alice bob',
        'swap alice carol',
        'swap alice bob --rotation third',
        'swap alice bob --rotation primary --at 2026-12-09',
        'swap alice bob --rotation primary --with 2026-12-01',
        'swap carol bob --at 2026-12-09',
        'swap alice bob --at 4pm',
      ],

      { files },
    ),
  ).toMatchInlineSnapshot(`
   "
   $ rotate swap alice
   rotate: 'rotate swap' must be told who takes it, and gives one back: see 'rotate swap --help'
   exit 2
   $ rotate swap alice alice
   rotate: 'alice' cannot trade with themselves: name two people
   exit 2
   $ rotate swap alice bobb
   rotate: unknown person 'bobb' (did you mean 'bob'?)
   exit 2
   $ rotate swap alice bob
   rotate: alice and bob are both in on-site, primary: --rotation names the one that is meant
   exit 2
   $ rotate swap alice carol
   rotate: alice and carol take turns in no rotation together: 'rotate cover' finds somebody who takes a turn
   exit 2
   $ rotate swap alice bob --rotation third
   rotate: unknown rotation 'third' (known are: on-site, primary, secondary)
   exit 2
   $ rotate swap alice bob --rotation primary --at 2026-12-09
   rotate: Alice Lindqvist is not on call for 'primary' on Wed 9 Dec 00:00, Bob Okafor is: --at takes a time in a turn of Alice Lindqvist's ('rotate shifts --person alice' lists them)
   exit 2
   $ rotate swap alice bob --rotation primary --with 2026-12-01
   rotate: Bob Okafor is not on call for 'primary' on Tue 1 Dec 00:00, Alice Lindqvist is: --with takes a time in a turn of Bob Okafor's ('rotate shifts --person bob' lists them)
   exit 2
   $ rotate swap carol bob --at 2026-12-09
   rotate: carol is not on call on Wed 9 Dec 00:00: --at takes a time in a turn of theirs ('rotate shifts --person carol' lists them)
   exit 2
   $ rotate swap alice bob --at 4pm
   rotate: alice is not on call on Wed 9 Dec 16:00: --at takes a time in a turn of theirs ('rotate shifts --person alice' lists them)
   exit 2
   "
  `)
})

it('the second time there is nothing to do', async () => {
  const { cwd } = await rotate('swap bob alice --yes')
  const once = text(cwd)
  expect(await out('swap bob alice --yes', { cwd })).toMatchInlineSnapshot(`
   "
   Nothing to do: Bob Okafor and Alice Lindqvist have traded already (--at and --with name other turns).
   "
  `)
  expect(text(cwd)).toBe(once)
})

it('where the YAML has errors nothing is written', async () => {
  const { exit, err } = await rotate('swap bob alice --yes', {
    files: changed('team', 'timezone: Asia/Tokyo', 'timezone: Asia/Tokio'),
  })
  expect(exit).toBe(2)
  expect(err).toContain('Nothing was written.')
})

const repository = new Repository()
afterAll(() => repository.remove())

it('who did it stands beside why, as git knows them', async () => {
  for (const [path, yaml] of Object.entries(TEAM)) repository.write(path, yaml)
  repository.init()
  repository.git('config', 'user.name', 'alice')
  repository.git('config', 'user.email', 'Alice@example.com')
  const now = '2026-12-09T03:12Z'
  await repository.run(['swap', 'bob', 'alice', '--why', 'a wedding', '--yes'], now)
  expect(text(repository.folder)).toContain('why: a wedding (by Alice Lindqvist) }')
})

it('asks nobody who reads JSON, and shows them what it would write', async () => {
  const seen = await rotate('swap bob alice --at 2026-12-10 --json', { answers: ['y'] })
  expect([seen.exit, seen.err]).toEqual([
    2,
    'Nothing was written: with --json nobody is asked (--yes does, --dry-run only shows).\n',
  ])
  expect(JSON.parse(seen.out)).toHaveProperty('written', [])
  expect(text(seen.cwd)).not.toContain('swap of bob and alice')
})

/** Two rotations in which the same two have nothing to trade, and more. */
function filesWith(more: string): Readonly<Record<string, string>> {
  return {
    ...TEAM,
    'rotations/more.yaml': `rotations:
  manager: { members: [[alice, bob]] }
  triage: { shifts: { 2026-11-01: alice, 2026-12-01: bob, 2026-12-20: nobody } }
${more}`,
  }
}

it('where both are in several rotations, it is about those in which they have turns to trade', async () => {
  const one = await rotate('swap alice bob --dry-run', { files: filesWith('') })
  expect(one.out).toContain('primary: Bob Okafor takes')
  const desk = '  desk: { start: 2026-11-30, turn: 1 day, members: [alice, bob] }\n'
  expect((await rotate('swap alice bob', { files: filesWith(desk) })).err).toBe(
    'rotate: alice and bob are both in desk, primary: --rotation names the one that is meant\n',
  )
})

it('days that have never been the other’s are no trade that is done', async () => {
  const files = {
    ...TEAM,
    'rotations/more.yaml': `rotations:
  desk: { start: 2026-11-30, turn: 1 day, members: [alice, bob] }
`,
  }
  // The days of the two are confused: the 14th is Alice's, the 15th Bob's.
  const { exit, err } = await rotate(
    'swap alice bob --rotation desk --at 2026-12-15T12:00 --with 2026-12-14T12:00',
    { files },
  )
  expect(`${err}exit ${exit}`).toMatchInlineSnapshot(`
   "rotate: Alice Lindqvist is not on call for 'desk' on Tue 15 Dec 12:00, Bob Okafor is: --at takes a time in a turn of Alice Lindqvist's ('rotate shifts --person alice' lists them)
   exit 2"
  `)
})
