import { gzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { Client } from '../../src/pagerduty/client.ts'
import { WrongClock } from '../../src/pagerduty/clocks.ts'
import { GivenUp, OddAnswer, Refused, Unsure } from '../../src/sync/service.ts'
import { serverThat, type Listening } from './server.ts'
import { withDeadline } from '../../src/io/deadline.ts'
import { FAST } from './world.ts'

function clientOf({ url }: Listening, token = 'token', more: object = {}): Client {
  // Only what is said about deadlines needs short ones: a busy machine would ask again.
  const patient = { ...FAST, withDeadline }
  return new Client(url, token, { ...patient, tell: () => undefined, ...more })
}

async function said(promise: Promise<unknown>): Promise<string> {
  const error = await promise.catch((error: unknown) => error)
  return error instanceof Error ? `${error.constructor.name}: ${error.message}` : 'nothing'
}

describe('what is tried again', () => {
  it('a read that was answered 408 is asked once more, a write leads to looking what became of it', async () => {
    const server = await serverThat(({ method }, response, count) => {
      response.statusCode = method === 'GET' && count > 1 ? 200 : 408
      return { error: { code: 2016, message: 'Request Timeout' } }
    })
    await clientOf(server).get('/users')
    expect(server.asked).toHaveLength(2)
    await expect(clientOf(server).write('POST', '/schedules', {})).rejects.toThrow(Unsure)
    expect(server.asked).toHaveLength(3)
  })

  it('a limit that says nothing is waited for longer each time, and one that never lifts is given up within three minutes', async () => {
    const server = await serverThat((_, response) => void response.writeHead(429).end())
    const waits: number[] = []
    const wait = (ms: number): Promise<void> => {
      waits.push(ms / 1000)
      return FAST.wait(ms)
    }
    expect(await said(clientOf(server, 'token', { wait }).get('/users'))).toBe(
      'GivenUp: PagerDuty does not answer (/users: still over the rate limit)',
    )
    expect(waits).toEqual([5, 10, 20, 40, 60])
  })
})

describe('what a refusal says', () => {
  it.each([
    [
      'a list',
      ['Time zone cannot be empty.', { message: 'Name is taken' }],
      'Time zone cannot be empty.; Name is taken',
    ],
    [
      'a map',
      { name: ['is taken', 'is odd'], zone: 'is empty' },
      'name is taken, is odd; zone is empty',
    ],
    ['a sentence', 'Name is taken', 'Name is taken'],
  ])('its errors as %s', async (_, errors, text) => {
    const server = await serverThat((_, response) => {
      response.statusCode = 400
      return { error: { code: 2001, message: 'Invalid Input Provided', errors } }
    })
    expect(await said(clientOf(server).get('/users'))).toBe(
      `Refused: PagerDuty refused (400): Invalid Input Provided: ${text}`,
    )
  })

  it('of 402, which ability is missing', async () => {
    const server = await serverThat((_, response) => {
      response.statusCode = 402
      return { error: { message: 'Not in your plan', errors: [], required_abilities: ['teams'] } }
    })
    expect(await said(clientOf(server).get('/v3/schedules'))).toBe(
      'Refused: PagerDuty refused (402): the account lacks an ability: Not in your plan: teams',
    )
  })

  it('of 403, which scope a token with scopes lacks', async () => {
    const server = await serverThat((_, response) => {
      response.statusCode = 403
      return { error: { code: 2010, message: 'Access Denied' } }
    })
    const client = clientOf(server, 'pdus+_abc')
    const all = [
      client.get('/v3/schedules/P1'),
      client.write('PUT', '/v3/schedules/P1', {}),
      client.get('/users', { query: 'alice' }),
      client.get('/oncalls'),
      client.get('/log_entries'),
      client.get('/v3/schedules/P1/audit/records'),
    ]
    const scopes = (await Promise.all(all.map(said))).map(
      (text) => /scope ([\w.]+)/.exec(text)?.[1],
    )
    expect(scopes).toEqual([
      'schedules.read',
      'schedules.write',
      'users.read',
      'oncalls.read',
      'incidents.read',
      'audit_records.read',
    ])
    await expect(clientOf(server).get('/users')).rejects.toThrow(Refused)
    expect(await said(clientOf(server).get('/users'))).toMatch(/may this \S+ read this/)
    expect(await said(clientOf(server).write('POST', '/schedules', {}))).toMatch(
      /may this \S+ write/,
    )
  })
})

describe('an answer', () => {
  it('without the list that it promises is none', async () => {
    const server = await serverThat(() => ({}))
    await expect(clientOf(server).list('/schedules', 'schedules', {}, 100)).rejects.toThrow(
      OddAnswer,
    )
  })

  it.each([
    ['as it is', (text: string) => text, {}],
    ['packed', (text: string) => gzipSync(text), { 'content-encoding': 'gzip' }],
  ])('of more than 64 MB is given up at once: %s', async (_, packed, headers) => {
    const body = packed(`{"users":["${'a'.repeat(65 * 1024 * 1024)}"]}`)
    const server = await serverThat((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body)
    })
    expect(await said(clientOf(server).get('/users'))).toBe(
      'GivenUp: PagerDuty gives no answer that can be used (/users: its answer is longer than 64 MB)',
    )
    expect(server.asked).toHaveLength(1)
  })

  it('that never ends is no list: PagerDuty tells of ten thousand, and what is beyond is not taken for nothing', async () => {
    const server = await serverThat(() => ({ users: [{ id: 'P1' }], more: true }))
    expect(await said(clientOf(server).list('/users', 'users', {}, 100))).toBe(
      'OddAnswer: PagerDuty tells of 10000 users at most, and there are more: what is beyond them cannot be seen',
    )
    expect(server.asked).toHaveLength(100)
  })

  it('that is packed is read', async () => {
    const server = await serverThat((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"users":[]}'))
    })
    expect(await clientOf(server).get('/users')).toEqual({ users: [] })
  })
})

describe('a redirection', () => {
  it.each([301, 302, 303, 307, 308])('%i to another port is not followed', async (status) => {
    const other = await serverThat(() => ({ users: [] }))
    const server = await serverThat((_, response) => {
      response.writeHead(status, { location: `${other.url}/users` }).end()
    })
    for (const run of [
      () => clientOf(server).get('/users'),
      () => clientOf(server).write('POST', '/schedules', {}),
    ]) {
      await expect(run()).rejects.toThrow(GivenUp)
    }
    expect([server.asked.length, other.asked]).toEqual([2, []])
  })

  it('on the same server is followed, a while', async () => {
    const server = await serverThat(({ url }, response) => {
      if (url === '/there') return { users: [] }
      response.writeHead(302, { location: url === '/users' ? '/there' : url }).end()
      return undefined
    })
    expect(await clientOf(server).get('/users')).toEqual({ users: [] })
    await expect(clientOf(server).get('/round')).rejects.toThrow(GivenUp)
  })
})

describe('the token', () => {
  it.each([
    ['u+abc', 'Token token=u+abc'],
    ['pdus+_abc', 'Bearer pdus+_abc'],
    ['pdeu+_abc', 'Bearer pdeu+_abc'],
  ])('%s is sent as %s', async (token, authorization) => {
    const server = await serverThat(() => ({ users: [] }))
    await clientOf(server, token).get('/users')
    expect(server.asked[0]?.authorization).toBe(authorization)
  })
})

describe('the clock', () => {
  const HERE = Date.parse('2026-11-25T12:00:00Z')
  const serverAhead = (minutes: number): Promise<Listening> =>
    serverThat((_, response) => {
      response.setHeader('date', new Date(HERE + minutes * 60_000).toUTCString())
      return { users: [] }
    })
  const now = { now: () => HERE }

  it.each([5, -5])('is right up to %i minutes from that of PagerDuty', async (minutes) => {
    const server = await serverAhead(minutes)
    const client = clientOf(server, 'token', now)
    client.willWrite()
    await client.get('/users')
    await client.write('POST', '/schedules', {})
    expect(server.asked).toHaveLength(2)
  })

  it.each([6, -6])('that is %i minutes off lets nothing be written', async (minutes) => {
    const server = await serverAhead(minutes)
    const client = clientOf(server, 'token', now)
    await client.get('/users')
    await expect(client.write('POST', '/schedules', {})).rejects.toThrow(WrongClock)
    expect(() => client.willWrite()).toThrow(WrongClock)
    const other = clientOf(server, 'token', now)
    other.willWrite()
    await expect(other.get('/users')).rejects.toThrow(WrongClock)
    expect(server.asked.map(({ method }) => method)).toEqual(['GET', 'GET'])
  })
})
