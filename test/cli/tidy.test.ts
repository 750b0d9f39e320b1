import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { Repository } from './repository.ts'
import { folderWith, mistakes, out, rotate } from './world.ts'

/** Three years of a team, as they pile up. */
const OLD = {
  'rotations/team.yaml': `people:
  alice:
    timezone: Europe/Stockholm
    away:
      - 2024-12-21..2025-01-03   # Chile
      - { on: 2026-12-21..2027-01-03, why: Chile again }
  bob: { away: 2025-07-01..2025-07-14 }
  carol:
    away:
      - { days: fri, until: 2026-08-01, why: four days a week }
      - { days: wed, until: 2027-08-01 }
  dave: { until: 2025-06-01 }   # his shifts of then are his
`,
  'rotations/primary.yaml': `rotations:
  primary:
    start: 2023-11-27 16:00   # the Monday meeting
    turn: 1 week
    members:
      # in the order of the meeting
      - alice
      - bob
      - { who: dave, until: 2025-05-26 }
      - { who: carol, from: 2025-01-06 }   # came after Christmas
    overrides:
      # Christmas
      - { who: bob, from: 2024-12-24 16:00, to: 2024-12-26 16:00, why: Alice is in Chile }
      - { who: bob, from: 2026-12-24 16:00, to: 2026-12-26 16:00 }
  secondary:
    follows: primary
  desk:
    handoff: 09:00
    shifts:
      2026-03-02: alice
      2026-06-01: [bob, carol]
      2026-08-24: carol   # still hers 90 days ago
      2026-10-05: bob
overrides:
  - { rotation: [primary, secondary], who: carol, on: 2025-04-18, why: Good Friday }
`,
  'rotations/meetings.yaml': `meetings:
  infrastructure:
    days: monday
    at: 16:00
    duration: 15 minutes
    chair:
      members: [alice, bob, carol]
      start: 2026-01-05
      overrides:
        - { who: bob, on: 2026-02-02 }
        - { who: bob, on: 2026-11-30 }
    skip: [2026-04-06, 2026-12-28]   # the order goes by those that are held
`,
}

const NOW = { now: '2026-11-29T12:00Z' }

it('what was over 90 days ago goes, the first handoff moves along, and nothing since then differs', async () => {
  const seen = await rotate('tidy --yes', { ...NOW, files: OLD })
  expect(`\n${seen.out}${seen.err}exit ${seen.exit}`).toMatchInlineSnapshot(`
   "
   Over before Mon 31 Aug 12:00, and goes: 2 overrides, 3 absences, 1 stand-in of a meeting, 1 entry of a roster and 2 rows of tables.
   primary: the first handoff is that of Mon 24 Aug 16:00 now.
   1 member has come long ago, and needs no date.

   From the files now to the files with this, Mon 31 Aug to Fri 28 May 2027.

   Nobody is on call differently in this time.

   desk: the line-up changed, nobody is on call differently in this time

   Times in UTC.

   --- a/rotations/meetings.yaml
   +++ b/rotations/meetings.yaml
   @@ -7,6 +7,5 @@
          members: [alice, bob, carol]
          start: 2026-01-05
          overrides:
   -        - { who: bob, on: 2026-02-02 }
            - { who: bob, on: 2026-11-30 }
        skip: [2026-04-06, 2026-12-28]   # the order goes by those that are held
   --- a/rotations/primary.yaml
   +++ b/rotations/primary.yaml
   @@ -1,25 +1,20 @@
    rotations:
      primary:
   -    start: 2023-11-27 16:00   # the Monday meeting
   +    start: 2026-08-24 16:00   # the Monday meeting
        turn: 1 week
        members:
          # in the order of the meeting
          - alice
          - bob
   -      - { who: dave, until: 2025-05-26 }
   -      - { who: carol, from: 2025-01-06 }   # came after Christmas
   +      - carol   # came after Christmas
        overrides:
          # Christmas
   -      - { who: bob, from: 2024-12-24 16:00, to: 2024-12-26 16:00, why: Alice is in Chile }
          - { who: bob, from: 2026-12-24 16:00, to: 2026-12-26 16:00 }
      secondary:
        follows: primary
      desk:
        handoff: 09:00
        shifts:
   -      2026-03-02: alice
   -      2026-06-01: [bob, carol]
          2026-08-24: carol   # still hers 90 days ago
          2026-10-05: bob
    overrides:
   -  - { rotation: [primary, secondary], who: carol, on: 2025-04-18, why: Good Friday }
   --- a/rotations/team.yaml
   +++ b/rotations/team.yaml
   @@ -2,11 +2,9 @@
      alice:
        timezone: Europe/Stockholm
        away:
   -      - 2024-12-21..2025-01-03   # Chile
          - { on: 2026-12-21..2027-01-03, why: Chile again }
   -  bob: { away: 2025-07-01..2025-07-14 }
   +  bob: {}
      carol:
        away:
   -      - { days: fri, until: 2026-08-01, why: four days a week }
          - { days: wed, until: 2027-08-01 }
      dave: { until: 2025-06-01 }   # his shifts of then are his
   wrote rotations/meetings.yaml
   wrote rotations/primary.yaml
   wrote rotations/team.yaml
   Commit and push it.
   exit 0"
  `)
  const read = (): string[] =>
    Object.keys(OLD).map((path) => readFileSync(join(seen.cwd, path), 'utf8'))
  const once = read()
  const second = await rotate('tidy --yes', { ...NOW, cwd: seen.cwd })
  expect(second.out).toMatchInlineSnapshot(`
   "Nothing to do: nothing in the files was over before Mon 31 Aug 12:00.
   "
  `)
  expect(read()).toEqual(once)
})

it('nobody’s history is rewritten by it, and nobody’s share of the last 90 days is another', async () => {
  const repository = new Repository()
  repository.init()
  for (const [path, text] of Object.entries(OLD)) repository.commit(path, text)
  const cwd = repository.folder
  const answers = async (): Promise<string[]> => {
    const texts: string[] = []
    for (const line of [
      'stats --json',
      'shifts --json --from 2026-09-01 --to 2027-06-01',
      'meetings --json --from 2026-09-01 --to 2027-06-01',
      'who --json',
    ]) {
      const { out: text } = await rotate(line, { ...NOW, cwd })
      // Who left before all that carries nothing in it, and is no longer listed.
      const gone = /,\s*\{\s*"person": "dave",\s*"name": "dave",(\s*"\w+": 0,?)+\s*\}/g
      texts.push(text.replaceAll(/"turn": \d+/g, '"turn": 0').replaceAll(gone, ''))
    }
    return texts
  }
  const before = await answers()
  await rotate('tidy --yes', { ...NOW, cwd })
  expect(repository.git('diff', '--stat')).toContain('3 files changed')
  expect(await answers()).toEqual(before)
  const checked = await rotate('check --since HEAD --json', { ...NOW, cwd })
  expect(checked.out).not.toMatch(/rewrites-/)
  repository.remove()
})

it('--before keeps more, and never less than 90 days', async () => {
  const kept = await rotate('tidy --before 2025-01-01 --dry-run', { ...NOW, files: OLD })
  expect(kept.out.split('\n').filter((line) => /^[-+] /.test(line))).toMatchInlineSnapshot(`
   [
     "-    start: 2023-11-27 16:00   # the Monday meeting",
     "+    start: 2024-12-30 16:00   # the Monday meeting",
     "-      - { who: bob, from: 2024-12-24 16:00, to: 2024-12-26 16:00, why: Alice is in Chile }",
   ]
  `)
  expect(await mistakes(['tidy --before 2026-10-01'], { ...NOW, files: OLD }))
    .toMatchInlineSnapshot(`
   "
   $ rotate tidy --before 2026-10-01
   rotate: --before must not be after Mon 31 Aug 12:00: 'rotate stats' and 'rotate check' look back 90 days
   exit 2
   "
  `)
})

it('an override of the shift that was under way stays with it, and one for two rotations goes when it is over in both', async () => {
  const files = {
    'rotations/team.yaml': `people: { alice: {}, bob: {} }
rotations:
  manager: { members: alice }
  primary: { start: 2026-08-03, turn: 4 weeks, members: [alice, bob] }
  far: { timezone: Pacific/Kiritimati, start: 2026-08-03, turn: 1 week, members: [alice, bob] }
overrides:
  - { rotation: manager, who: bob, on: 2025-05-01 }                  # since then alice has had it
  - { rotation: primary, who: bob, on: 2026-08-10..2026-08-11 }
  - { rotation: primary, who: alice, on: 2026-09-01 }                # the turn goes on behind it
  - { rotation: [primary, far], who: bob, on: 2026-08-05 }
`,
  }
  const { out: said } = await rotate('tidy --dry-run', { now: '2026-12-02T12:00Z', files })
  expect(said.split('\n').filter((line) => /^[-+] /.test(line))).toMatchInlineSnapshot(`
   [
     "-  - { rotation: primary, who: bob, on: 2026-08-10..2026-08-11 }",
     "-  - { rotation: [primary, far], who: bob, on: 2026-08-05 }",
   ]
  `)
})

it('what there is no place for stays, with what hangs on it', async () => {
  const cwd = folderWith({
    'rotations/team.yaml': `people: { alice: {}, bob: {}, carol: {} }
rotations:
  primary:
    start: &first 2023-11-27
    turn: 1 week
    members: [alice, { who: bob, until: 2025-01-06 }, carol]
  desk:
    start: *first
    turn: 1 week
    members: [carol, alice]
`,
  })
  expect(await out('tidy --yes', { ...NOW, cwd })).toMatchInlineSnapshot(`
   "
   Nothing to do: nothing else in the files was over before Mon 31 Aug 12:00.
   stderr: 3 things that are over must stay: there is no place for the edit that would not change something else too (it may be an alias).
   "
  `)
})

it('a rotation that was over before then stays as it is', async () => {
  const files = {
    'rotations/team.yaml': `people: { alice: {}, bob: {} }
rotations:
  ended: { start: 2023-01-01, turn: 1 day, members: [alice, bob], end: 2024-01-01 }
`,
  }
  expect(await out('tidy --yes', { files })).toMatchInlineSnapshot(`
   "
   Nothing to do: nothing in the files was over before Thu 10 Sep 03:12.
   "
  `)
})

it('a file that was changed meanwhile is left alone', async () => {
  const cwd = folderWith(OLD)
  const path = join(cwd, 'rotations/team.yaml')
  const seen = await rotate('tidy', {
    ...NOW,
    cwd,
    answers: [
      () => {
        writeFileSync(path, `${OLD['rotations/team.yaml']}# mine\n`)
        return 'y'
      },
    ],
  })
  expect([seen.exit, seen.err]).toMatchInlineSnapshot(`
   [
     3,
     "Write this to the files? [y/N] y
   rotate: rotations/team.yaml was changed meanwhile: nothing was written, run it again
   ",
   ]
  `)
  expect(readFileSync(path, 'utf8')).toMatch(/# mine\n$/)
  expect(readFileSync(join(cwd, 'rotations/primary.yaml'), 'utf8')).toBe(
    OLD['rotations/primary.yaml'],
  )
})
