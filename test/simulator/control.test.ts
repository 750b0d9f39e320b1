/** Control calls: what those ask who drive the simulator from outside, as the program of `npm run simulator`. */
import { expect, it } from '@jest/globals'
import { controlHelp } from '../../src/simulator/control.ts'
import { layer, simulated, type Answer, type Client, type Json } from './client.ts'

const SCHEDULE = { schedule: { name: 'Primary', time_zone: 'Etc/UTC' } }

const ask = (client: Client, name: string, body: Json = {}): Promise<Answer> =>
  client.post(`/simulator/${name}`, body)

function old(client: Client): string {
  return client.simulator.seed.layerSchedule({
    name: 'Primary',
    time_zone: 'Etc/UTC',
    schedule_layers: [layer(client, ['alice'])],
  })
}

it('the clock is set and moved', async () => {
  const client = await simulated()
  const set = await ask(client, 'clock', { now: '2027-01-01T00:00:00Z' })
  expect(set.body).toEqual({ now: '2027-01-01T00:00:00.000Z' })
  const moved = await ask(client, 'clock', { by: 60 })
  expect(moved.body).toEqual({ now: '2027-01-01T00:01:00.000Z' })
  expect((await client.get('/users')).headers.get('date')).toBe('Fri, 01 Jan 2027 00:01:00 GMT')
  expect((await ask(client, 'clock', { now: 'noon' })).status).toBe(400)
})

it('faults befall the requests that are named, until they are healed', async () => {
  const client = await simulated()
  const fault = { kind: 'timeout' }
  await ask(client, 'fail', { fault, where: { writes: true, nth: 2, times: 5 } })
  const post = async (): Promise<number> => (await client.post('/v3/schedules', SCHEDULE)).status
  expect([await post(), await post(), (await client.get('/users')).status]).toEqual([201, 408, 200])
  await ask(client, 'heal')
  expect(await post()).toBe(201)
  for (const wrong of [{ kind: 'flood' }, { kind: 'cut' }, { kind: 'slow' }, 'timeout']) {
    expect((await ask(client, 'fail', { fault: wrong })).status).toBe(400)
  }
})

it('a schedule is upgraded, and copied', async () => {
  const client = await simulated()
  const id = old(client)
  const copy = (await ask(client, 'duplicate', { schedule: id })).body.id
  expect((await client.get(`/schedules/${copy}`)).body.schedule.name).toBe('Primary (copy)')
  expect((await ask(client, 'upgrade', { schedule: id })).status).toBe(200)
  expect((await client.get(`/v3/schedules/${id}`)).status).toBe(200)
  expect((await ask(client, 'upgrade', { schedule: id })).status).toBe(404)
  expect((await ask(client, 'upgrade')).status).toBe(400)
})

it('a token with scopes is given', async () => {
  const client = await simulated()
  const { token } = (await ask(client, 'token', { scopes: ['users.read'], region: 'eu' })).body
  expect(token).toMatch(/^pdeu\+_/)
  const headers = { authorization: `Bearer ${token}` }
  expect((await client.call('GET', '/users', undefined, headers)).status).toBe(200)
})

it('something is done in the place of a person', async () => {
  const client = await simulated()
  const by = client.id('dave')
  const sent = { method: 'POST', path: '/v3/schedules', body: SCHEDULE, by }
  const { id } = (await ask(client, 'by-hand', sent)).body.answer.schedule
  const { records } = (await client.get(`/v3/schedules/${id}/audit/records`)).body
  expect(records[0].actors).toMatchObject([{ id: by }])
  const refused = await ask(client, 'by-hand', { method: 'DELETE', path: '/schedules/PNONE' })
  expect([refused.status, refused.body.error.errors[0]]).toEqual([
    400,
    expect.stringContaining('Not Found'),
  ])
})

it('nobody may call but who may write, and nothing stands in the log', async () => {
  const client = await simulated()
  const { readOnlyToken, scopedToken, requests } = client.simulator
  for (const authorization of [
    '',
    `Token token=${readOnlyToken}`,
    `Bearer ${scopedToken(['schedules.write'])}`,
  ]) {
    const { status } = await client.call('POST', '/simulator/heal', {}, { authorization })
    expect(status).toBe(401)
  }
  expect((await client.get('/simulator/heal')).status).toBe(404)
  expect((await ask(client, 'toString')).status).toBe(404)
  expect(requests).toEqual([])
})

it('each call stands in the help, with its body', () => {
  expect(controlHelp()).toMatchInlineSnapshot(`
   "  /simulator/clock  stop the clock there, or so many seconds on
         {"now": "2026-12-01T12:00:00Z"} or {"by": 3600}
     /simulator/fail  make requests go wrong: the next one, or those that "where" names
         {"fault": {"kind": "timeout"}, "where": {"writes": true, "nth": 2, "times": 3}}
     /simulator/heal  forget what was to go wrong
         {}
     /simulator/upgrade  make a schedule of layers one of shifts, under the same id
         {"schedule": "PABC123"}
     /simulator/duplicate  copy a schedule, its description and all
         {"schedule": "PABC123"}
     /simulator/incidents  have incidents by chance; "levels" are the schedules that every policy calls first
         {"seed": 1, "count": 60, "from": "2026-11-01T00:00:00Z", "to": "2026-11-30T16:00:00Z", "levels": ["PABC123"]}
     /simulator/token  give a token that may do no more, for "Authorization: Bearer"
         {"scopes": ["schedules.read"], "region": "us"}
     /simulator/by-hand  do something in the place of a person, whom the audit trail names
         {"method": "POST", "path": "/schedules/...", "body": {}, "by": "PUSER12"}
   "
  `)
})
