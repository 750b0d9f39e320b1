/** Tokens of an app: what they may do, and how the app comes by them. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { ROUTES } from '../../src/simulator/routes.ts'
import { scopeOf } from '../../src/simulator/scopes.ts'
import { simulated, type Answer, type Anything, type Client } from './client.ts'

const SCHEDULE = { schedule: { name: 'Primary', time_zone: 'Etc/UTC' } }

function as(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` }
}

async function asks(
  client: Client,
  form: Readonly<Record<string, string>> = {},
): Promise<Pick<Answer, 'status' | 'body'>> {
  const { url, app } = client.simulator
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: app.clientId,
    client_secret: app.clientSecret,
    scope: `as_account-us.${app.subdomain} schedules.read users.read`,
    ...form,
  })
  const response = await fetch(`${url}/oauth/token`, { method: 'POST', body })
  return { status: response.status, body: await response.json() }
}

describe('a token with scopes', () => {
  it('may do what they say, and no more', async () => {
    const client = await simulated()
    const headers = as(client.simulator.scopedToken(['schedules.read', 'schedules.write']))
    const post = await client.call('POST', '/v3/schedules', SCHEDULE, headers)
    expect(post.status).toBe(201)
    const { status, body } = await client.call('GET', '/users', undefined, headers)
    expect(status).toBe(403)
    expect(body).toEqual({
      error: {
        message: 'Token missing required scopes',
        required_scopes: 'users.read',
        token_scopes: 'schedules.read schedules.write',
      },
    })
  })

  it('that may only read makes no preview', async () => {
    const client = await simulated()
    const headers = as(client.simulator.scopedToken(['schedules.read']))
    const { body } = await client.call('POST', '/schedules/preview', SCHEDULE, headers)
    expect(body.error.required_scopes).toBe('schedules.write')
  })

  it('comes as a Bearer, and lasts a day', async () => {
    const client = await simulated()
    const token = client.simulator.scopedToken(['users.read'], 'eu')
    expect(token).toMatch(/^pdeu\+_/)
    const ask = async (authorization: string): Promise<number> =>
      (await client.call('GET', '/users', undefined, { authorization })).status
    expect(await ask(`Token token=${token}`)).toBe(401)
    expect(await ask(`Bearer ${token}`)).toBe(200)
    client.simulator.moveNow(86_400_000)
    expect(await ask(`Bearer ${token}`)).toBe(401)
  })

  it('needs for each request what PagerDuty’s contract says', () => {
    const text = readFileSync(new URL('openapi.json', import.meta.url), 'utf8')
    const { paths }: Anything = JSON.parse(text)
    const said = ROUTES.flatMap(({ method, path }) => {
      const description: string = paths[path]?.[method.toLowerCase()]?.description ?? ''
      const [, scope] = /OAuth requires: `([^`]+)`/.exec(description) ?? []
      return scope === undefined ? [] : [[method, path, scope]]
    })
    expect(said.length).toBeGreaterThan(20)
    expect(said.map(([method = '', path = '']) => [method, path, scopeOf(method, path)])).toEqual(
      said,
    )
    expect(scopeOf('GET', '/v3/schedules/P1/audit/records')).toBe('audit_records.read')
  })
})

describe('an app', () => {
  it('gets a token for its id and secret', async () => {
    const client = await simulated()
    const { status, body } = await asks(client)
    expect([status, body]).toMatchObject([200, { token_type: 'bearer', expires_in: 86_400 }])
    expect(body.access_token).toMatch(/^pdus\+_/)
    expect((await client.call('GET', '/users', undefined, as(body.access_token))).status).toBe(200)
    const eu = await asks(client, { scope: 'as_account-eu.simulator schedules.read' })
    expect(eu.body.access_token).toMatch(/^pdeu\+_/)
  })

  it.each([
    [{ client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ scope: 'schedules.read' }, 400, 'invalid_request'],
    [{ scope: 'as_account-us.other schedules.read' }, 400, 'invalid_request'],
    [{ scope: 'as_account-us.simulator schedules.write' }, 400, 'invalid_request'],
  ])('is refused with %j', async (form, status, error) => {
    const client = await simulated({ appScopes: ['schedules.read', 'users.read'] })
    expect(await asks(client, form)).toMatchObject({ status, body: { error } })
  })

  it('leaves its secret and its token in no log, and meets faults like others', async () => {
    const client = await simulated()
    client.simulator.fail({ kind: 'server-error' }, { path: '/oauth/token' })
    expect((await asks(client)).status).toBe(500)
    const { body } = await asks(client)
    const log = JSON.stringify(client.simulator.requests)
    expect(log).toContain('/oauth/token')
    expect(log).not.toContain(client.simulator.app.clientSecret)
    expect(log).not.toContain(body.access_token)
  })
})
