import { expect, it } from '@jest/globals'
import { NAME, weekly, world, type Any, type World } from '../pagerduty/world.ts'

const FOLLOWER = `  secondary: { name: Secondary, follows: primary }
`

/** A policy with levels, each of which is a schedule by its name. */
function policy(w: World, name: string, ...levels: string[]): void {
  w.simulator.seed.escalationPolicy({
    name,
    escalation_rules: levels.map((one) => {
      const { id, type } = w.schedule(one)
      return { escalation_delay_in_minutes: 30, targets: [{ id, type }] }
    }),
  })
}

async function synced(yaml: string): Promise<World> {
  const w = await world(yaml)
  expect((await w.sync('--yes')).exit).toBe(0)
  return w
}

it('who --pagerduty says who is paged at which level, from one list', async () => {
  const w = await synced(weekly('alice, bob, carol') + FOLLOWER)
  policy(w, 'Site', NAME, 'Secondary')
  const ran = await w.run(['who', 'primary', 'secondary', '--pagerduty'])
  expect([ran.exit, ran.err, ran.writes]).toEqual([0, '', []])
  expect(ran.out.slice(ran.out.indexOf('PAGED'))).toMatchInlineSnapshot(`
   "PAGED BY PAGERDUTY
   policy  level  person  until             rotation
   Site    1      alice   Mon 30 Nov 16:00  primary
   Site    2      bob     Mon 30 Nov 16:00  secondary
   "
  `)
  const asked = w.simulator.requests.filter(({ path }) => path === '/oncalls')
  expect(asked).toHaveLength(1)
})

it('warns where levels 1 and 2 page one person, also in status', async () => {
  const w = await synced(weekly('alice, bob, carol') + FOLLOWER.replace('}', ', by: 3 }'))
  policy(w, 'Site', NAME, 'Secondary')
  const ran = await w.run(['status', '--pagerduty'])
  expect(ran.exit).toBe(0)
  expect(ran.out.slice(ran.out.indexOf('PAGED'))).toMatchInlineSnapshot(`
   "PAGED BY PAGERDUTY
   policy  level  person  until             rotation
   Site    1      alice   Mon 30 Nov 16:00  primary
   Site    2      alice   Mon 30 Nov 16:00  secondary
   warning: levels 1 and 2 of 'Site' both page alice: where they do not answer nobody else is paged in between
   "
  `)
})

it('says so where no policy pages anybody through the rotations', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  const ran = await w.run(['who', '--pagerduty'])
  expect(ran.out.slice(ran.out.indexOf('PAGED'))).toMatchInlineSnapshot(`
   "PAGED BY PAGERDUTY
   nobody: no escalation policy pages anybody through these rotations now
   "
  `)
})

it('answers programs, with the id of the person', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  policy(w, 'Site', NAME)
  const ran = await w.run(['who', '--pagerduty', '--json'])
  expect(JSON.parse(ran.out).pagerduty).toEqual([
    {
      policy: 'Site',
      level: 1,
      rotation: 'primary',
      person: 'alice',
      name: 'alice',
      until: '2026-11-30T16:00:00Z',
    },
  ])
})

it('what the files say is said first, also where PagerDuty does not know the token', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  const ran = await w.run(['who', '--pagerduty'], {
    env: { PAGERDUTY_TOKEN: 'wrong', PAGERDUTY_URL: w.simulator.url },
  })
  expect([ran.exit, ran.out.includes('alice'), ran.err.includes('wrong')]).toEqual([3, true, false])
})

it('a team is sent once, when the schedule is made', async () => {
  const w = await world(weekly('alice, bob, carol'))
  const team = w.simulator.seed.team('Infrastructure')
  const yaml = (name: string): string =>
    `${weekly('alice, bob, carol').replace(NAME, name)}    pagerduty: { team: ${team} }\n`
  w.write(yaml(NAME))
  expect((await w.sync('--yes')).exit).toBe(0)
  const teams = (name: string): Any =>
    (w.simulator.byHand('GET', `/v3/schedules/${w.schedule(name).id}`) as Any).schedule.teams.map(
      ({ id }: Any) => id,
    )
  expect(teams(NAME)).toEqual([team])
  w.write(yaml('Other'))
  expect((await w.sync('--yes')).exit).toBe(0)
  expect(teams('Other')).toEqual([team])
})
