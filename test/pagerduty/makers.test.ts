/** Who made an override by hand, as PagerDuty's audit records say it: in the reason that pull writes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { FAST, HEAD, NAME, weekly, world, type Any, type World } from './world.ts'

const STRETCH = { start: '2026-12-22T18:00:00Z', end: '2026-12-23T09:00:00Z' }

/** Frank in Bob's place two days before Christmas Eve, made by somebody; the path of the schedule. */
async function swapped(w: World, by: string | undefined): Promise<string> {
  expect((await w.sync('--yes')).exit).toBe(0)
  const { id, type } = w.schedule(NAME)
  const user = (name: string): Any => ({ type: 'user_member', user_id: w.idOf(name) })
  if (type !== 'schedule_v3_reference') {
    const path = `/schedules/${id}`
    const override = { ...STRETCH, user: { id: w.idOf('frank'), type: 'user_reference' } }
    w.simulator.byHand('POST', `${path}/overrides`, { overrides: [override] }, by)
    return path
  }
  const path = `/v3/schedules/${id}`
  const { schedule } = w.simulator.byHand('GET', path) as Any
  const override = {
    type: 'override_shift',
    rotation_id: schedule.rotations[0].id,
    start_time: STRETCH.start,
    end_time: STRETCH.end,
    overridden_member: user('bob'),
    overriding_member: user('frank'),
  }
  w.simulator.byHand('POST', `${path}/overrides`, { overrides: [override] }, by)
  return path
}

function audits(w: World): string[] {
  return w.simulator.requests.flatMap(({ path, status }) =>
    path.includes('/audit/records') ? [`${path.slice(path.indexOf('/audit'))} ${status}`] : [],
  )
}

function reasonIn(w: World): string | undefined {
  const text = readFileSync(join(w.folder, 'rotations', 'team.yaml'), 'utf8')
  return /why: ([^\n]*?) }/.exec(text)?.[1]
}

it.each(['shifts', 'layers'])('says who made it, in a schedule of %s', async (kind) => {
  const w = await world(weekly('alice, bob, carol', `    pagerduty: { kind: ${kind} }\n`))
  await swapped(w, w.idOf('dave'))
  const dry = await w.run(['pull', '--dry-run'])
  expect(dry.out.split('\n')[0]).toMatch(
    /^primary: brings: frank.*, Tue 22 Dec 18:00 to Wed 23 Dec 09:00 \(made by dave\)$/,
  )
  expect(JSON.parse((await w.run(['pull', '--dry-run', '--json'])).out).items[0].made_by).toBe(
    'dave',
  )
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  expect(reasonIn(w)).toBe('made in PagerDuty by dave')
  const text = readFileSync(join(w.folder, 'rotations', 'team.yaml'), 'utf8')
  w.write(text.slice(HEAD.length))
  const again = await w.run(['pull', '--yes'])
  expect([again.exit, again.writes, again.out]).toEqual([0, [], expect.stringMatching(/^Nothing/)])
})

it('finds it weeks back and behind many others, and asks no further', async () => {
  const w = await world(weekly('alice, bob, carol'))
  const path = await swapped(w, w.idOf('dave'))
  for (let i = 0; i < 130; i += 1) {
    const { schedule } = w.simulator.byHand('GET', path) as Any
    const { name, time_zone, description } = schedule
    w.simulator.byHand('PUT', path, { schedule: { name, time_zone, description } })
  }
  w.advance(20)
  await w.run(['pull', '--yes'])
  expect([reasonIn(w), audits(w).length]).toEqual(['made in PagerDuty by dave', 2])

  const old = await world(weekly('alice, bob, carol'))
  await swapped(old, old.idOf('dave'))
  old.advance(27)
  await old.sync('--yes')
  await old.run(['pull', '--dry-run'])
  expect(audits(old)).toHaveLength(1)
})

it('names nobody where a key made it, and asks nothing where nobody made anything', async () => {
  const w = await world(weekly('alice, bob, carol'))
  await w.sync('--yes')
  await w.run(['pull', '--yes'])
  expect(audits(w)).toEqual([])
  await swapped(w, undefined)
  await w.run(['pull', '--yes'])
  expect([reasonIn(w), audits(w)]).toEqual(['made in PagerDuty', ['/audit/records 200']])
})

it('writes a name from PagerDuty so that it does no harm in the file', async () => {
  const w = await world(weekly('alice, bob, carol'))
  const name = 'D: "x"\n\u001b[31m # y }'
  const guest = w.simulator.seed.user({ name, email: 'guest@example.com' })
  await swapped(w, guest)
  const { exit, out } = await w.run(['pull', '--yes'])
  expect([exit, out.includes('\u001b')]).toEqual([0, false])
  expect(reasonIn(w)).toBe(String.raw`"made in PagerDuty by D: \"x\" [31m # y`)
})

it('does without where the token may not read audit records', async () => {
  const scopes = ['schedules.read', 'schedules.write', 'users.read']
  const w = await world(weekly('alice, bob, carol'), { appScopes: scopes })
  await swapped(w, w.idOf('dave'))
  const { url, app, scopedToken } = w.simulator
  const token = { PAGERDUTY_URL: url, PAGERDUTY_TOKEN: scopedToken(scopes) }
  const ran = await w.run(['pull', '--dry-run'], { env: token, waits: FAST })
  expect([ran.exit, ran.err, ran.out]).toEqual([0, '', expect.not.stringContaining('made by')])
  expect(audits(w)).toEqual(['/audit/records 403'])

  const env = {
    PAGERDUTY_URL: url,
    PAGERDUTY_CLIENT_ID: app.clientId,
    PAGERDUTY_CLIENT_SECRET: app.clientSecret,
    PAGERDUTY_SUBDOMAIN: app.subdomain,
  }
  expect((await w.run(['pull', '--yes'], { env, waits: FAST })).exit).toBe(0)
  expect(reasonIn(w)).toBe('made in PagerDuty')
})

it('asks an app for the scope, and uses it where the app has it', async () => {
  const w = await world(weekly('alice, bob, carol'))
  await swapped(w, w.idOf('dave'))
  const { url, app } = w.simulator
  const env = {
    PAGERDUTY_URL: url,
    PAGERDUTY_CLIENT_ID: app.clientId,
    PAGERDUTY_CLIENT_SECRET: app.clientSecret,
    PAGERDUTY_SUBDOMAIN: app.subdomain,
  }
  await w.run(['pull', '--yes'], { env, waits: FAST })
  expect(reasonIn(w)).toBe('made in PagerDuty by dave')
})
