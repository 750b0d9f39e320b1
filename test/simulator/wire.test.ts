/** The simulator on the wire: who may do what, limits, the log, and what goes wrong on demand. */
import { setTimeout as passes } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { Limiter } from '../../src/simulator/limit.ts'
import { at, NOW, simulated, type Client, type Json } from './client.ts'

const SCHEDULE = { schedule: { name: 'Primary', time_zone: 'Etc/UTC' } }

async function count(client: Client): Promise<number> {
  client.simulator.heal()
  return (await client.get('/v3/schedules')).body.schedules.length
}

const statuses = async (asks: readonly (() => Promise<Json>)[]): Promise<unknown[]> => {
  const all: unknown[] = []
  for (const ask of asks) all.push((await ask())['status'])
  return all
}

describe('a token', () => {
  it.each([
    ['none', { authorization: '' }],
    ['a wrong one', { authorization: 'Token token=wrong' }],
    ['a malformed one', { authorization: 'wrong' }],
  ])('that is %s: 401', async (_, headers) => {
    const client = await simulated()
    const { status, body } = await client.call('GET', '/users', undefined, headers)
    expect(status).toBe(401)
    expect(body.error).toMatchObject({ code: 2006, errors: [expect.any(String)] })
  })

  it.each(['Token token=', 'Bearer '])('may come as %j', async (scheme) => {
    const client = await simulated()
    const headers = { authorization: `${scheme}${client.simulator.token}` }
    expect((await client.call('GET', '/users', undefined, headers)).status).toBe(200)
  })

  it('that may only read: 403 for writes', async () => {
    const client = await simulated()
    const headers = { authorization: `Token token=${client.simulator.readOnlyToken}` }
    expect((await client.call('GET', '/users', undefined, headers)).status).toBe(200)
    const refused = await client.call('POST', '/v3/schedules', SCHEDULE, headers)
    expect([refused.status, refused.body.error.code]).toEqual([403, 2010])
    expect(await count(client)).toBe(0)
  })
})

describe('an error', () => {
  it.each([
    ['/v3/schedules/NONE', 'schedule not found'],
    ['/schedules/NONE', 'Schedule not found'],
    ['/nowhere', 'Endpoint not found'],
  ])('has its envelope: %s', async (path, message) => {
    const client = await simulated()
    const { status, body } = await client.get(path)
    expect(status).toBe(404)
    expect(body).toEqual({ error: { code: 2100, message: 'Not Found', errors: [message] } })
  })

  it('lists sentences, in both APIs', async () => {
    const client = await simulated()
    for (const path of ['/v3/schedules', '/schedules']) {
      const { body } = await client.post(path, { schedule: { name: '' } })
      expect(new Set(body.error.errors)).toEqual(
        new Set(["schedule.name can't be blank", "schedule.time_zone can't be blank"]),
      )
    }
  })

  it('of the API of shifts maps fields to messages, by another reading', async () => {
    const client = await simulated({ readings: { errors: 'map' } })
    const shifts = await client.post('/v3/schedules', { schedule: { name: '' } })
    expect(shifts.body.error.errors).toEqual({
      'schedule.name': ["can't be blank"],
      'schedule.time_zone': ["can't be blank"],
    })
    const layers = await client.post('/schedules', { schedule: { name: '' } })
    expect(layers.body.error.errors).toEqual([
      "schedule.time_zone can't be blank",
      "schedule.name can't be blank",
    ])
  })

  it('meets what is no JSON, and what does not say that it is', async () => {
    const client = await simulated()
    const { url, token } = client.simulator
    const post = async (body: string, type: string): Promise<number> => {
      const headers = { authorization: `Token token=${token}`, 'content-type': type }
      return (await fetch(`${url}/v3/schedules`, { method: 'POST', headers, body })).status
    }
    expect(await post('{', 'application/json')).toBe(400)
    expect(await post(JSON.stringify(SCHEDULE), 'text/plain')).toBe(400)
    expect(await post(JSON.stringify(SCHEDULE), 'application/json; charset=utf-8')).toBe(201)
  })
})

describe('the rate limit', () => {
  it('is told in every answer, and held', async () => {
    const client = await simulated({ rateLimit: { perMinute: 2 } })
    const ask = async (): Promise<unknown[]> => {
      const { status, headers } = await client.get('/users')
      return [status, headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')]
    }
    expect(await ask()).toEqual([200, '2', '1'])
    expect(await ask()).toEqual([200, '2', '0'])
    expect(await ask()).toEqual([429, '2', '0'])
    const { headers, body } = await client.get('/users')
    expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(50)
    expect(body.error.code).toBe(2020)
  })

  it('is over after its minute, for each token', () => {
    const limiter = new Limiter({ perMinute: 1 })
    const ask = (token: string, now: number): unknown[] => {
      const { isExceeded, headers } = limiter.count(token, now)
      return [isExceeded, headers['ratelimit-reset']]
    }
    expect(ask('a', 0)).toEqual([false, '60'])
    expect(ask('a', 59_999)).toEqual([true, '1'])
    expect(ask('b', 59_999)).toEqual([false, '60'])
    expect(ask('a', 60_000)).toEqual([false, '60'])
  })

  it('is not over because the simulator’s clock was moved', async () => {
    const client = await simulated({ rateLimit: { perMinute: 1 } })
    const ask = async (): Promise<number> => (await client.get('/users')).status
    expect(await ask()).toBe(200)
    client.simulator.moveNow(60_000)
    expect(await ask()).toBe(429)
  })
})

describe('the clock', () => {
  it('stands where it is set, and moves where it is moved', async () => {
    const { simulator } = await simulated()
    expect(simulator.now()).toBe(at(NOW))
    simulator.setNow(at('2027-01-01T00:00:00Z'))
    simulator.moveNow(1500)
    expect(simulator.now()).toBe(at('2027-01-01T00:00:01.500Z'))
  })

  it('is told in the Date of every answer', async () => {
    const client = await simulated()
    const date = async (path: string): Promise<string | null> =>
      (await client.get(path)).headers.get('date')
    expect(await date('/users')).toBe('Mon, 30 Nov 2026 12:00:00 GMT')
    client.simulator.moveNow(-3_600_000)
    expect(await date('/nowhere')).toBe('Mon, 30 Nov 2026 11:00:00 GMT')
    client.simulator.fail({ kind: 'server-error' })
    expect(await date('/users')).toBe('Mon, 30 Nov 2026 11:00:00 GMT')
  })
})

describe('the log', () => {
  it('has what was asked and how it was answered, and never a token', async () => {
    const client = await simulated()
    await client.get('/v3/schedules', { limit: '5' })
    client.simulator.fail({ kind: 'cut', when: 'after' })
    await client.post('/v3/schedules', SCHEDULE).catch(() => undefined)
    expect(client.simulator.requests).toEqual([
      {
        method: 'GET',
        path: '/v3/schedules',
        query: 'limit=5',
        body: undefined,
        status: 200,
        fault: undefined,
      },
      {
        method: 'POST',
        path: '/v3/schedules',
        query: '',
        body: SCHEDULE,
        status: undefined,
        fault: { kind: 'cut', when: 'after' },
      },
    ])
    expect(JSON.stringify(client.simulator.requests)).not.toContain(client.simulator.token)
    client.simulator.clearRequests()
    expect(client.simulator.requests).toEqual([])
  })

  it('has nothing of what was done by hand', async () => {
    const client = await simulated()
    client.simulator.fail({ kind: 'server-error' })
    const { byHand } = client.simulator
    expect(byHand('POST', '/v3/schedules', SCHEDULE)).toMatchObject({
      schedule: { name: 'Primary' },
    })
    expect(() => byHand('GET', '/v3/schedules/NONE')).toThrow('Not Found')
    expect(client.simulator.requests).toEqual([])
    expect(await count(client)).toBe(1)
  })
})

describe('a fault', () => {
  it.each([500, 502, 503] as const)('answers %d, and nothing is done', async (status) => {
    const client = await simulated()
    client.simulator.fail({ kind: 'server-error', status })
    const answer = await client.post('/v3/schedules', SCHEDULE)
    expect([answer.status, answer.body.error.code]).toEqual([status, 2000])
    expect(await count(client)).toBe(0)
  })

  it('may answer 502 though the thing is done', async () => {
    const client = await simulated()
    client.simulator.fail({ kind: 'server-error', status: 502, takesEffect: true })
    expect((await client.post('/v3/schedules', SCHEDULE)).status).toBe(502)
    expect(await count(client)).toBe(1)
  })

  it('answers 429 and says when to come back', async () => {
    const client = await simulated()
    client.simulator.fail({ kind: 'rate-limited', resetSeconds: 7 })
    const { status, headers } = await client.post('/v3/schedules', SCHEDULE)
    expect([status, headers.get('ratelimit-reset')]).toEqual([429, '7'])
    expect(await count(client)).toBe(0)
  })

  it('answers 429 and nothing else', async () => {
    const client = await simulated({ rateLimit: { perMinute: 960 } })
    client.simulator.fail({ kind: 'rate-limited', bare: true })
    const { status, body, headers } = await client.post('/v3/schedules', SCHEDULE)
    const said = [...headers.keys()].filter((name) => /limit|retry|date|type/.test(name))
    expect([status, body, said]).toEqual([429, undefined, []])
    expect(await count(client)).toBe(0)
  })

  it.each([
    [{ kind: 'timeout' }, 408, { code: 2016 }],
    [{ kind: 'no-ability', ability: 'teams' }, 402, { errors: ['teams is required'] }],
  ] as const)('answers %j', async (fault, status, error) => {
    const client = await simulated()
    client.simulator.fail(fault)
    const answer = await client.post('/v3/schedules', SCHEDULE)
    expect([answer.status, answer.body]).toMatchObject([status, { error }])
    expect(await count(client)).toBe(0)
  })

  it('answers 200 without the list that was asked for', async () => {
    const client = await simulated()
    client.simulator.fail({ kind: 'incomplete' })
    expect((await client.get('/v3/schedules')).body).toEqual({})
    client.simulator.fail({ kind: 'incomplete', without: 'schedules' })
    const { status, body } = await client.get('/v3/schedules')
    expect([status, Object.keys(body)]).toEqual([200, ['limit', 'offset', 'more']])
    client.simulator.fail({ kind: 'incomplete' })
    await client.post('/v3/schedules', SCHEDULE)
    expect(await count(client)).toBe(1)
  })

  it.each([
    ['before', 0],
    ['after', 1],
    ['during', 1],
  ] as const)('cuts the connection %s the write took effect', async (when, left) => {
    const client = await simulated()
    client.simulator.fail({ kind: 'cut', when })
    await expect(client.post('/v3/schedules', SCHEDULE)).rejects.toThrow()
    expect(await count(client)).toBe(left)
  })

  it('answers late', async () => {
    const client = await simulated()
    client.simulator.fail({ kind: 'slow', ms: 60 })
    const began = performance.now()
    expect((await client.get('/users')).status).toBe(200)
    expect(performance.now() - began).toBeGreaterThan(50)
  })

  it('or never, and the simulator can be closed all the same', async () => {
    const client = await simulated()
    client.simulator.fail({ kind: 'slow', ms: 'never' })
    client.simulator.fail({ kind: 'slow', ms: 100_000 }, { nth: 2 })
    const asked = [client.get('/users'), client.get('/users')]
    const refused = Promise.all(asked.map((one) => expect(one).rejects.toThrow()))
    await passes(20)
    await client.simulator.close()
    await refused
  })

  it.each([
    [{ kind: 'not-json' }, 200, 'application/json', 1],
    [{ kind: 'not-json', takesEffect: false }, 200, 'application/json', 0],
    [{ kind: 'html' }, 502, 'text/html', 0],
    [{ kind: 'html', status: 200 }, 200, 'text/html', 0],
  ] as const)('answers what is not JSON: %j', async (fault, status, type, left) => {
    const client = await simulated()
    client.simulator.fail(fault)
    const answer = await client.post('/v3/schedules', SCHEDULE)
    expect(typeof answer.body).toBe('string')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      `${type}; charset=utf-8`,
    ])
    expect(await count(client)).toBe(left)
  })

  it('befalls the n-th request, so many times, of those that match', async () => {
    const client = await simulated()
    const get = async (): Promise<Json> => ({ ...(await client.get('/users')) })
    const post = async (): Promise<Json> => ({ ...(await client.post('/v3/schedules', SCHEDULE)) })
    client.simulator.fail({ kind: 'server-error' }, { nth: 2, times: 2 })
    expect(await statuses([get, get, get, get])).toEqual([200, 500, 500, 200])
    client.simulator.fail({ kind: 'server-error' }, { writes: true })
    expect(await statuses([get, post, post])).toEqual([200, 500, 201])
    client.simulator.fail({ kind: 'server-error' }, { method: 'GET', path: /^\/us/, times: 9 })
    expect(await statuses([post, get, get])).toEqual([201, 500, 500])
    client.simulator.heal()
    client.simulator.fail({ kind: 'server-error' }, { matches: ({ body }) => body === undefined })
    expect(await statuses([post, get, get])).toEqual([201, 500, 200])
  })
})
