import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { mistakes, out, rotate, TEAM } from './world.ts'

const text = (cwd: string): string => readFileSync(join(cwd, 'rotations/primary.yaml'), 'utf8')

it('says who could, best first, each with reasons, and why not the others', async () => {
  const seen = await rotate('cover alice --on 2026-12-28..2026-12-29 --rotation primary')
  expect(`\n${seen.out}${seen.err}exit ${seen.exit}`).toMatchInlineSnapshot(`
   "
   Alice Lindqvist is on call for primary, Mon 28 Dec 16:00 to Wed 30 Dec 00:00.

   Could take it, best first:
     1. Erin O'Neill: free, rest kept, 9 h of 32 at night there; carries 1352 h of the 90 days before and after, 984 h of them off hours
     2. Dave Novak: free, rest kept, 11 h of 32 at night there; carries 1400 h of the 90 days before and after, 1027 h of them off hours
     3. Carol Tanaka: free, rest kept, 15 h of 32 at night there, takes no turns there otherwise; carries 0 h of the 90 days before and after, 0 h of them off hours
   Could not:
     Bob Okafor would be on call for primary and secondary at once, Mon 28 Dec 16:00 to Wed 30 Dec 00:00
   Nothing was written: --by names who takes it.
   exit 0"
  `)
  expect(text(seen.cwd)).toBe(TEAM['rotations/primary.yaml'])
})

it('on a terminal it asks which, by number or name, and then shows the edit', async () => {
  const line = 'cover alice --on 2026-12-28..2026-12-29 --why ill'
  const seen = await rotate(line, { answers: ['1', 'y'] })
  expect(`\n${seen.err}exit ${seen.exit}`).toMatchInlineSnapshot(`
   "
   Who takes it? [1 to 3, a name, or nothing to leave it] 1
   Write this to the files? [y/N] y
   Commit and push it, then 'rotate sync' tells PagerDuty.
   exit 0"
  `)
  const named = await rotate(line, { answers: ['Carol Tanaka', 'y'] })
  expect(text(named.cwd)).toContain(
    '{ who: carol, from: 2026-12-28 16:00, to: 2026-12-30 00:00, why: ill }',
  )
  const left = await rotate(line, { answers: [''] })
  expect([left.exit, text(left.cwd)]).toEqual([0, TEAM['rotations/primary.yaml']])
})

it('a slip at the question is answered, and asked again', async () => {
  const line = 'cover alice --on 2026-12-28..2026-12-29 --why ill'
  const seen = await rotate(line, { answers: ['9', 'crol', 'alice', 'carol', 'y'] })
  expect(`\n${seen.err}exit ${seen.exit}`).toMatchInlineSnapshot(`
   "
   Who takes it? [1 to 3, a name, or nothing to leave it] 9
   unknown person '9' (known are: alice, bob, carol, dave, erin)
   Who takes it? [1 to 3, a name, or nothing to leave it] crol
   unknown person 'crol' (did you mean 'carol'?)
   Who takes it? [1 to 3, a name, or nothing to leave it] alice
   Alice Lindqvist cannot stand in for themselves
   Who takes it? [1 to 3, a name, or nothing to leave it] carol
   Write this to the files? [y/N] y
   Commit and push it, then 'rotate sync' tells PagerDuty.
   exit 0"
  `)
  const left = await rotate(line, { answers: ['zed', ''] })
  expect([left.exit, text(left.cwd)]).toEqual([0, TEAM['rotations/primary.yaml']])
})

it('--by says who, and the second time there is nothing to do', async () => {
  const line = 'cover alice --on 2026-12-28 --by carol --yes'
  const { cwd } = await rotate(line)
  expect(text(cwd)).toContain(
    '- { who: carol, from: 2026-12-28 16:00, to: 2026-12-29 00:00, why: cover for alice }',
  )
  expect(await out(line, { cwd })).toMatchInlineSnapshot(`
   "
   Nothing to do: Carol Tanaka has taken it already.
   "
  `)
})

it('whoever is on call elsewhere then is refused, with the reason', async () => {
  const { err, exit } = await rotate('cover alice --on 2026-12-28 --by bob --yes')
  expect(`\n${err}exit ${exit}`).toMatchInlineSnapshot(`
   "
   This speaks against it (--force writes it all the same):
     Bob Okafor would be on call for primary and secondary at once, Mon 28 Dec 16:00 to Tue 29 Dec 00:00
   Nothing was written.
   exit 1"
  `)
})

it('for programs: what is held, and everybody with reasons', async () => {
  const { out: json } = await rotate('cover alice --on 2026-12-29 --json')
  const { held, candidates } = JSON.parse(json)
  expect(held).toEqual([
    { rotation: 'primary', start: '2026-12-29T00:00:00Z', end: '2026-12-30T00:00:00Z' },
  ])
  expect(candidates.map(({ person, could }: Record<string, unknown>) => [person, could])).toEqual([
    ['erin', true],
    ['dave', true],
    ['carol', true],
    ['bob', false],
  ])
})

it('for programs: of whoever is not on call then nothing is held, and nobody is asked for', async () => {
  const seen = await rotate('cover alice --on 2026-12-20 --json')
  expect([seen.exit, JSON.parse(seen.out)]).toMatchObject([0, { held: [], candidates: [] }])
})

it('mistakes say what to type instead', async () => {
  expect(
    await mistakes([
      'cover',
      'cover alice',
      'cover alice --on sometime',
      ['cover', 'alice', '--on', '2026-12-28 18:00'],
      'cover alice --on 2026-12-28..2026-12-27',
      'cover alice --on 2026-12-28 --by alice',
      'cover alice --on 2026-12-28 --rotation zzz',
      'cover alice --on 2026-12-20',
    ]),
  ).toMatchInlineSnapshot(`
   "
   $ rotate cover
   rotate: 'rotate cover' must be told who cannot (id or name): see 'rotate cover --help'
   exit 2
   $ rotate cover alice
   rotate: when? --on names the days: 'rotate cover alice --on tomorrow'
   exit 2
   $ rotate cover alice --on sometime
   rotate: --on 'sometime': expected a time such as '2026-11-30 16:00', 'tomorrow 9am', 'tonight', 'monday', '25 Dec', 'in 2 hours', '+2w' or '2026-W48'
   exit 2
   $ rotate cover alice --on "2026-12-28 18:00"
   rotate: --on '2026-12-28 18:00': until when? Write a day, or '2026-12-28 18:00..' and the end behind it
   exit 2
   $ rotate cover alice --on 2026-12-28..2026-12-27
   rotate: --on '2026-12-28..2026-12-27': it ends before it begins
   exit 2
   $ rotate cover alice --on 2026-12-28 --by alice
   rotate: Alice Lindqvist cannot stand in for themselves
   exit 2
   $ rotate cover alice --on 2026-12-28 --rotation zzz
   rotate: unknown rotation 'zzz' (known are: primary, secondary)
   exit 2
   $ rotate cover alice --on 2026-12-20
   Nothing to do: Alice Lindqvist is not on call then.
   exit 0
   "
  `)
})

it('of what is over it says that, and of what is under way what is left', async () => {
  // Alice is on call for primary until 16:00 on 7 December; it is 9 December.
  expect(
    await mistakes([
      'cover alice --on 2026-12-06 --rotation primary',
      'cover alice --on 2026-12-06 --by carol',
      'cover alice --on 2026-12-06..2026-12-10 --rotation primary',
      'cover alice --on 2026-12-10 --rotation primary',
    ]),
  ).toMatchInlineSnapshot(`
   "
   $ rotate cover alice --on 2026-12-06 --rotation primary
   rotate: --on '2026-12-06': that is over
   exit 2
   $ rotate cover alice --on 2026-12-06 --by carol
   rotate: --on '2026-12-06': that is over
   exit 2
   $ rotate cover alice --on 2026-12-06..2026-12-10 --rotation primary
   Nothing to do: Alice Lindqvist is not on call in what is left of it.
   exit 0
   $ rotate cover alice --on 2026-12-10 --rotation primary
   Nothing to do: Alice Lindqvist is not on call then.
   exit 0
   "
  `)
})
