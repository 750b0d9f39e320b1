import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import { serverThat, type Asked, type Listening } from '../pagerduty/server.ts'
import { FAST, weekly, world, type Ran } from '../pagerduty/world.ts'

const APP = {
  PAGERDUTY_CLIENT_ID: 'app',
  PAGERDUTY_CLIENT_SECRET: 'geheim',
  PAGERDUTY_SUBDOMAIN: 'acme',
}

/** `rotate sync --check` with the environment alone. */
async function checked(env: Readonly<Record<string, string>>): Promise<Ran> {
  const w = await world(weekly('alice, bob'))
  return w.run(['sync', '--check'], { env, waits: FAST })
}

/** A PagerDuty that knows alice and bob, and gives tokens. */
function pagerduty(
  token: object,
  more: (asked: Asked) => unknown = () => ({}),
): Promise<Listening> {
  return serverThat((asked, response) => {
    if (asked.url === '/oauth/token') {
      if ('error' in token) response.statusCode = 400
      return token
    }
    return more(asked)
  })
}

it('says no secret in any of the ways in which a server may send it back', async () => {
  const echo = await serverThat((asked, response) => {
    response.statusCode = 400
    return { error: 'invalid_request', error_description: `cannot read ${asked.body}` }
  })
  const secret = { PAGERDUTY_CLIENT_SECRET: 'ge/h+eim =' }
  const app = await checked({ ...APP, ...secret, PAGERDUTY_URL: echo.url })
  expect([app.exit, app.err]).toEqual([3, expect.stringContaining('client_secret=***&scope')])
  const other = await serverThat((_, response) => {
    response.statusCode = 400
    return { error: { message: 'bad: u+key, u%2Bkey or u%2bkey' } }
  })
  const { err } = await checked({ PAGERDUTY_TOKEN: 'u+key', PAGERDUTY_URL: other.url })
  expect(err).toContain('bad: ***, *** or ***')
})

describe('an app', () => {
  const TOKEN = { access_token: 'pdus+_run', token_type: 'bearer', expires_in: 86_400 }

  it('gets a token for the run, with the scopes that the command needs', async () => {
    const server = await pagerduty(TOKEN)
    const w = await world(weekly('alice, bob'))
    const run = async (words: string[], more = {}): Promise<string | undefined> => {
      const env = { ...APP, PAGERDUTY_URL: server.url, ...more }
      await w.run(words, { env, waits: FAST })
      const body = server.asked.findLast(({ url }) => url === '/oauth/token')?.body
      return new URLSearchParams(body).get('scope') ?? undefined
    }
    expect(await run(['sync', '--yes'])).toBe(
      'as_account-us.acme schedules.read users.read schedules.write',
    )
    expect(
      await run(['import', 'pagerduty', '--out', 'new'], { PAGERDUTY_SERVICE_REGION: 'eu' }),
    ).toBe('as_account-eu.acme schedules.read users.read')
    expect(Object.fromEntries(new URLSearchParams(server.asked[0]?.body))).toMatchObject({
      grant_type: 'client_credentials',
      client_id: 'app',
      client_secret: 'geheim',
    })
    const others = server.asked.filter(({ url }) => url !== '/oauth/token')
    expect(new Set(others.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer pdus+_run']),
    )
  })

  it('does with it what it may, and is told which scope is missing', async () => {
    const w = await world(weekly('alice, bob'))
    const { url, app } = w.simulator
    const env = {
      PAGERDUTY_URL: url,
      PAGERDUTY_CLIENT_ID: app.clientId,
      PAGERDUTY_CLIENT_SECRET: app.clientSecret,
      PAGERDUTY_SUBDOMAIN: app.subdomain,
    }
    const lines = [['sync', '--yes'], ['sync', '--check'], ['pull'], ['who', '--pagerduty']]
    for (const words of lines) expect((await w.run(words, { env })).exit).toBe(0)
    const token = w.simulator.scopedToken(['schedules.read', 'users.read'])
    const reading = { env: { PAGERDUTY_URL: url, PAGERDUTY_TOKEN: token } }
    expect((await w.run(['sync', '--check'], reading)).exit).toBe(0)
    w.write(weekly('alice, bob, carol').replace('primary:', 'other:').replace('Infra', 'Other'))
    const { exit, err } = await w.run(['sync', '--yes'], reading)
    expect(exit).toBe(3)
    expect(err).toContain('Token missing required scopes (it needs the scope schedules.write)')
  })

  it.each([
    [
      { error: 'invalid_client', error_description: 'geheim is wrong' },
      'PagerDuty gives no token (invalid_client: *** is wrong): are PAGERDUTY_CLIENT_ID, PAGERDUTY_CLIENT_SECRET, PAGERDUTY_SUBDOMAIN and PAGERDUTY_SERVICE_REGION right?',
    ],
    [
      { error: 'invalid_scope' },
      'PagerDuty gives no token (invalid_scope): the app needs the scopes schedules.read, users.read, and the account must be acme (us)',
    ],
    [{ token_type: 'bearer' }, 'PagerDuty was asked for a token, and its answer holds none'],
  ])('that is refused is told why: %j', async (answer, text) => {
    const { url } = await pagerduty(answer)
    const { exit, err } = await checked({ ...APP, PAGERDUTY_URL: url })
    expect([exit, err]).toEqual([3, `rotate: ${text}\n`])
  })

  it('of which a part is missing is told which', async () => {
    const { exit, err } = await checked({ PAGERDUTY_CLIENT_ID: 'app' })
    expect([exit, err]).toEqual([
      2,
      'rotate: sync needs PAGERDUTY_CLIENT_SECRET and PAGERDUTY_SUBDOMAIN too, to ask PagerDuty for a token; or set PAGERDUTY_TOKEN\n',
    ])
  })
})

describe('the address', () => {
  it.each(['http://api.pagerduty.com', 'http://localhost.example.com:80', 'http://10.0.0.1'])(
    '%s would let others read the token',
    async (url) => {
      const { exit, err } = await checked({ PAGERDUTY_TOKEN: 'secret', PAGERDUTY_URL: url })
      expect([exit, err]).toEqual([
        2,
        `rotate: PAGERDUTY_URL: over http everybody on the way can read the token: expected https://${new URL(url).host} (http is for this machine only)\n`,
      ])
    },
  )

  it.each(['api.pagerduty.com', 'ftp://x', 'https://a/b', 'https://me:secret@api.pagerduty.com'])(
    '%s is none',
    async (url) => {
      const { exit, err } = await checked({ PAGERDUTY_TOKEN: 'secret', PAGERDUTY_URL: url })
      expect([exit, err]).toEqual([
        2,
        'rotate: PAGERDUTY_URL: expected an address such as https://api.eu.pagerduty.com\n',
      ])
    },
  )
})

it.each([
  [{ PAGERDUTY_TOKEN: 'u+secret' }, 'api.pagerduty.com:443'],
  [{ PAGERDUTY_TOKEN: 'pdeu+_secret' }, 'api.eu.pagerduty.com:443'],
  [{ PAGERDUTY_TOKEN: 'u+secret', PAGERDUTY_SERVICE_REGION: 'eu' }, 'api.eu.pagerduty.com:443'],
  [APP, 'identity.pagerduty.com:443'],
])('goes through the proxy that the environment names: %j to %s', async (env, host) => {
  const connects: (readonly [string | undefined, string | undefined])[] = []
  const proxy = createServer()
  proxy.on('connect', ({ url, headers }, socket) => {
    connects.push([url, headers['proxy-authorization']])
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n')
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const { port } = proxy.address() as AddressInfo
  const { exit, err } = await checked({ ...env, HTTPS_PROXY: `http://me:hush@127.0.0.1:${port}` })
  proxy.close()
  expect(connects[0]).toEqual([host, `Basic ${Buffer.from('me:hush').toString('base64')}`])
  expect(exit).toBe(3)
  expect(err).toContain('407')
  expect(err).not.toMatch(/hush|secret|geheim/)
})

describe('what PagerDuty must say before anything is written', () => {
  const users = [
    { id: 'PALICE1', name: 'alice', email: 'alice@example.com' },
    { id: 'PBOB001', name: 'bob', email: 'bob@example.com' },
  ]
  const one = {
    id: 'PS1',
    type: 'schedule_v3',
    name: 'Infrastructure primary',
    time_zone: 'Etc/UTC',
  }
  const marked = { ...one, description: '[rotate Infrastructure/primary]' }
  const final = { type: 'final_schedule', computed_shift_assignments: [] }
  const listed = { schedules: [{ id: 'PS1', summary: 'Infrastructure primary' }], more: false }

  it.each([
    ['users', { '/users': {} }],
    ['schedules', { '/v3/schedules': {} }],
    ['schedules of layers', { '/schedules': {} }],
    ['a schedule', { '/v3/schedules': listed, '/v3/schedules/PS1': {} }],
    [
      'its zone',
      {
        '/v3/schedules': listed,
        '/v3/schedules/PS1': { schedule: { ...marked, time_zone: undefined } },
      },
    ],
    [
      'what it renders',
      { '/v3/schedules': listed, '/v3/schedules/PS1': { schedule: { ...marked, rotations: [] } } },
    ],
    [
      'its rotations',
      {
        '/v3/schedules': listed,
        '/v3/schedules/PS1': { schedule: { ...marked, final_schedule: final } },
      },
    ],
    [
      'its overrides',
      {
        '/v3/schedules': listed,
        '/v3/schedules/PS1': { schedule: { ...marked, rotations: [], final_schedule: final } },
        '/v3/schedules/PS1/overrides': {},
      },
    ],
  ] as const)('%s', async (_, odd) => {
    const answers: Readonly<Record<string, unknown>> = {
      '/users': { users, more: false },
      '/v3/schedules': { schedules: [], more: false },
      '/schedules': { schedules: [], more: false },
      ...odd,
    }
    const server = await serverThat(({ url }, response) => {
      response.setHeader('date', 'Wed, 25 Nov 2026 12:00:00 GMT')
      return answers[new URL(url, 'http://x').pathname] ?? { error: { message: 'odd' } }
    })
    const w = await world(weekly('alice, bob'))
    const env = { PAGERDUTY_TOKEN: 'x', PAGERDUTY_URL: server.url }
    const { exit, err } = await w.run(['sync', '--yes'], { env, waits: FAST })
    expect(err).toMatch(/^rotate: PagerDuty's answer has no [\w ]+ \(nothing was written\)\n$/)
    expect(exit).toBe(3)
    expect(server.asked.filter(({ method }) => method !== 'GET')).toEqual([])
  })
})

describe('the clock of what writes', () => {
  it('is compared with that of PagerDuty, at no cost, before anything is written or asked', async () => {
    const w = await world(weekly('alice, bob'))
    const wrong = { now: () => w.simulator.now() + 86_400_000 }
    for (const words of [['sync', '--yes'], ['sync'], ['pull', '--yes']]) {
      const { exit, err, out, writes, requests } = await w.run(words, wrong)
      expect([exit, out, writes, requests]).toEqual([2, '', [], 1])
      expect(err).toBe(
        `rotate: this machine's clock says 2026-11-26T12:00:00Z and PagerDuty's clock says 2026-11-25T12:00:00Z: nothing was written (set the clock)\n`,
      )
    }
    const env = {
      PAGERDUTY_TOKEN: w.simulator.token,
      PAGERDUTY_URL: w.simulator.url,
      ROTATE_NOW: '2026-11-26T12:00Z',
    }
    expect((await w.run(['sync', '--yes'], { ...wrong, env })).err).toBe(
      `rotate: ROTATE_NOW says 2026-11-26T12:00:00Z and PagerDuty's clock says 2026-11-25T12:00:00Z: nothing was written (unset ROTATE_NOW, which is for answers)\n`,
    )
    const dry = await w.run(['sync', '--dry-run'], { ...wrong, env })
    expect([dry.exit, dry.err]).toEqual([0, 'ROTATE_NOW says that it is 2026-11-26T12:00:00Z\n'])
  })
})
