import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { layer } from './importing.ts'
import { HEAD, world, type Ran, type World } from './world.ts'

/** A workspace that keeps one schedule, and an account with more of them. */
async function account(): Promise<World & { readonly bring: () => Promise<Ran> }> {
  const w = await world('')
  const schedule = (name: string, ...names: string[]): string =>
    w.simulator.seed.layerSchedule({
      name,
      time_zone: 'Etc/UTC',
      schedule_layers: [layer(w, names)],
    })
  const kept = schedule('Nights of the web team', 'alice', 'bob')
  schedule('Desk', 'carol', 'dave')
  const gina = w.simulator.seed.user({ name: 'Gina Rossi', email: 'gina@example.com' })
  schedule('Shadow', 'alice', gina)
  w.write(`
rotations:
  nights: { members: alice, pagerduty: { schedule: ${kept} } }
  desk: { name: Another desk, members: bob, pagerduty: { schedule: PELSE } }
`)
  return { ...w, bring: () => w.run(['import', 'pagerduty', '--into', 'rotations']) }
}

function filesIn(w: World): string[] {
  return readdirSync(join(w.folder, 'rotations')).filter((name) => !name.startsWith('.'))
}

function fileIn(w: World, name: string): string {
  return readFileSync(join(w.folder, 'rotations', name), 'utf8')
}

it('import pagerduty --into: schedules that are kept stay, people are found by their addresses', async () => {
  const w = await account()
  const ran = await w.bring()
  expect([ran.exit, ran.err, ran.writes]).toEqual([0, '', []])
  expect(ran.out).toMatchInlineSnapshot(`
   "wrote rotations/team.yaml
   wrote rotations/desk-2.yaml
   wrote rotations/shadow.yaml
   wrote rotations/.rotate.schema.json
   desk-2: PagerDuty agrees: 14 shifts until 23 Feb 2027
   shadow: PagerDuty agrees: 14 shifts until 23 Feb 2027
   'Nights of the web team' is there already as nights: left as it is

   Next: 'rotate check' shows what is risky, 'rotate sync --adopt --dry-run' what sync would do.
   "
  `)
  expect(filesIn(w)).toEqual(['desk-2.yaml', 'shadow.yaml', 'team.yaml'])
  expect(fileIn(w, 'desk-2.yaml')).toContain('members: [carol, dave]')
  expect(fileIn(w, 'shadow.yaml')).toContain('members: [alice, gina]')
  expect(fileIn(w, 'team.yaml').slice(HEAD.length - 30)).toMatchInlineSnapshot(`
   " { email: frank@example.com }
     gina: { name: Gina Rossi, email: gina@example.com }

   rotations:
     nights: { members: alice, pagerduty: { schedule: PKPSI9M } }
     desk: { name: Another desk, members: bob, pagerduty: { schedule: PELSE } }
   "
  `)
  // Nothing more to read, nothing to add.
  const again = await w.bring()
  expect([again.exit, again.requests]).toEqual([0, 2])
  expect(again.out).toMatchInlineSnapshot(`
   "'Desk' is there already as desk-2: left as it is
   'Nights of the web team' is there already as nights: left as it is
   shadow is there already: left as it is

   Nothing to add: all of it is in rotations already.
   "
  `)
})

it('a schedule that rotate keeps for a rotation of this team comes back under its id', async () => {
  const w = await world(`
rotations:
  primary: { start: 2026-11-23 09:00, turn: 1 week, members: [alice, bob] }
`)
  expect((await w.sync('--yes')).exit).toBe(0)
  const bring = (): Promise<Ran> => w.run(['import', 'pagerduty', '--into', 'rotations'])
  expect((await bring()).out).toContain('primary is there already: left as it is')
  // The file was lost: the schedule is ours still, and its id is told by the mark.
  w.write('')
  const ran = await bring()
  expect([ran.exit, ran.err]).toEqual([0, ''])
  expect(fileIn(w, 'primary.yaml')).toContain('members: [bob, alice]')
  const synced = await w.sync('--yes')
  expect([synced.exit, synced.writes]).toEqual([0, []])
})

it('a user who may be one or another of the people ends it before anything is written', async () => {
  const w = await world('')
  const two = ['sam1', 'sam2'].map((id) => `  ${id}: { name: Sam Lee, email: ${id}@example.com }\n`)
  w.write(two.join(''))
  const sam = w.simulator.seed.user({ name: 'Sam Lee', email: 'sam@example.com' })
  w.simulator.seed.layerSchedule({
    name: 'Desk',
    time_zone: 'Etc/UTC',
    schedule_layers: [layer(w, [sam])],
  })
  const ran = await w.run(['import', 'pagerduty', '--into', 'rotations'])
  expect([ran.exit, ran.out]).toEqual([2, ''])
  expect(ran.err).toMatchInlineSnapshot(`
   "rotate: 'Sam Lee' in PagerDuty may be Sam Lee (sam1) or Sam Lee (sam2): write their address there ('email'), or the id of their user ('pagerduty: PUSER1'), at who is meant in the files
   "
  `)
  expect(filesIn(w)).toEqual(['team.yaml'])
})
