import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { folderWith, mistakes, out, rotate, TEAM } from './world.ts'

const text = (cwd: string): string => readFileSync(join(cwd, 'rotations/meetings.yaml'), 'utf8')

it('somebody else chairs one occurrence, and nobody else’s place moves', async () => {
  const line = [
    'chair',
    'infrastructure',
    'carol',
    '--on',
    '2026-12-14',
    '--why',
    'her topic',
    '--yes',
  ]
  const seen = await rotate(line)
  expect(`\n${seen.out}${seen.err}exit ${seen.exit}`).toMatchInlineSnapshot(`
   "
   Infrastructure meeting, Mon 14 Dec 16:00: Carol Tanaka chairs it, instead of Bob Okafor.

   From the files now to the files with this, Wed 9 Dec to Wed 16 Dec.

   Nobody is on call differently in this time.

   Meeting infrastructure
       Mon 14 Dec 16:00: Carol Tanaka chairs instead of Bob Okafor

   Times in UTC.

   --- a/rotations/meetings.yaml
   +++ b/rotations/meetings.yaml
   @@ -5,7 +5,7 @@
        at: 16:00
        duration: 15 minutes
        start: 2026-11-30
   -    chair: { members: [alice, bob, carol], start: 2026-11-30 }
   +    chair: { members: [alice, bob, carol], start: 2026-11-30, overrides: [{ who: carol, on: 2026-12-14, why: her topic }] }
        skip: [2026-12-24, 2026-12-31]
        move: [{ from: 2026-12-28, to: 2026-12-29 16:00 }]
        place: https://meet.example.com/infrastructure
   wrote rotations/meetings.yaml
   Commit and push it.
   exit 0"
  `)
  const once = text(seen.cwd)
  expect(await out(line, { cwd: seen.cwd })).toMatchInlineSnapshot(`
   "
   Nothing to do: Carol Tanaka chairs it on Mon 14 Dec 16:00 already.
   "
  `)
  expect(text(seen.cwd)).toBe(once)
  await rotate('chair infrastructure bob --on 2026-12-17 --yes', { cwd: seen.cwd })
  expect(text(seen.cwd)).toContain(
    'chair: { members: [alice, bob, carol], start: 2026-11-30, overrides: [{ who: carol, on: 2026-12-14, why: her topic }, { who: bob, on: 2026-12-17 }] }',
  )
})

it('the day of what was moved is the one on which it was due, and may be said either way', async () => {
  const { cwd } = await rotate('chair infrastructure dave --on 2026-12-29 --yes')
  expect(text(cwd)).toContain('{ who: dave, on: 2026-12-28 }')
})

it('a day on which nothing is due is the day of whoever asks, and a time that of the meeting', async () => {
  // At 01:00 in Tokyo it is the day before in Amsterdam, 17:00.
  const meetings = `meetings:
  infrastructure:
    days: [tuesday, thursday, friday]
    at: 01:00
    timezone: Asia/Tokyo
    duration: 15 minutes
    start: 2026-11-30
    chair: [alice, bob]
`
  const files = { ...TEAM, 'rotations/meetings.yaml': meetings }
  const daysFor = async (...on: string[]): Promise<string[]> => {
    const found = []
    for (const one of on) {
      const line = ['chair', 'infrastructure', 'dave', '--on', one, '--yes']
      const seen = await rotate(line, { files, zone: 'Europe/Amsterdam' })
      found.push(/who: dave, on: ([-\d]+)/.exec(text(seen.cwd))?.[1] ?? seen.err)
    }
    return found
  }
  expect(await daysFor('2026-12-14', '2026-12-17', '2026-12-17 17:00', '2026-12-16 17:10')).toEqual(
    ['2026-12-15', '2026-12-17', '2026-12-18', '2026-12-17'],
  )
})

it('other roles go the same way, and people alone become members', async () => {
  const cwd = folderWith({
    ...TEAM,
    'rotations/meetings.yaml': `meetings:
  review:
    days: friday   # after lunch
    at: 14:00
    duration: 1 hour
    start: 2026-12-04
    chair: [alice, bob]   # in turns
    roles:
      scribe:
        members: [carol, dave]
        # a remark
`,
  })
  await rotate('chair review dave --on 2026-12-11 --yes', { cwd })
  await rotate('chair review alice --on 2026-12-11 --role scribe --yes', { cwd })
  expect(text(cwd)).toMatchInlineSnapshot(`
   "meetings:
     review:
       days: friday   # after lunch
       at: 14:00
       duration: 1 hour
       start: 2026-12-04
       chair: { members: [alice, bob], overrides: [{ who: dave, on: 2026-12-11 }] }   # in turns
       roles:
         scribe:
           members: [carol, dave]
           # a remark
           overrides:
             - { who: alice, on: 2026-12-11 }
   "
  `)
})

it('mistakes say what to type instead, and who is away is refused', async () => {
  expect(
    await mistakes([
      'chair infrastructure',
      'chair zzz bob --on 2026-12-14',
      'chair infrastructure bob',
      'chair infrastructure bob --on 2026-12-15',
      'chair infrastructure bob --on 2026-12-07',
      'chair infrastructure bob --on 2026-12-14 --role scribe',
    ]),
  ).toMatchInlineSnapshot(`
   "
   $ rotate chair infrastructure
   rotate: 'rotate chair' must be told who leads it (id or name): see 'rotate chair --help'
   exit 2
   $ rotate chair zzz bob --on 2026-12-14
   rotate: unknown meeting 'zzz' (known are: infrastructure)
   exit 2
   $ rotate chair infrastructure bob
   rotate: when? --on names the day: 'rotate chair infrastructure bob --on ...'
   exit 2
   $ rotate chair infrastructure bob --on 2026-12-15
   rotate: 'infrastructure' is not held on that day: the next is Thu 17 Dec 16:00
   exit 2
   $ rotate chair infrastructure bob --on 2026-12-07
   rotate: that of Mon 7 Dec 16:00 is over
   exit 2
   $ rotate chair infrastructure bob --on 2026-12-14 --role scribe
   rotate: 'infrastructure' has no role 'scribe': there are chair
   exit 2
   "
  `)
  const { err, exit } = await rotate('chair infrastructure alice --on 2026-12-28 --yes')
  expect(`\n${err}exit ${exit}`).toMatchInlineSnapshot(`
   "
   This speaks against it (--force writes it all the same):
     Alice Lindqvist is away, Tue 29 Dec 16:00 to Tue 29 Dec 16:15
   Nothing was written.
   exit 1"
  `)
})
