/** How an answer leaves: as it is, or as the fault that befell it has it. */
import type { ServerResponse } from 'node:http'
import type { Fault } from './faults.ts'
import { isObject } from './fields.ts'
import { refused } from './handle.ts'
import { Refusal } from './refusal.ts'
import type { Answer } from './route.ts'

type Headers = Readonly<Record<string, string>>

/** The status that the client gets to see; undefined where it sees none. */
export function statusOf(answer: Answer, fault: Fault | undefined): number | undefined {
  switch (fault?.kind) {
    case undefined:
    case 'incomplete':
      return answer.status
    case 'cut':
      return undefined
    case 'slow':
      return fault.ms === 'never' ? undefined : answer.status
    case 'rate-limited':
      return 429
    case 'timeout':
      return 408
    case 'no-ability':
      return 402
    case 'server-error':
      return fault.status ?? 500
    case 'not-json':
      return fault.status ?? 200
    case 'html':
      return fault.status ?? 502
  }
}

/** Delivers an answer, with whatever fault is due. */
export async function deliver(
  response: ServerResponse,
  answer: Answer,
  headers: Headers,
  fault: Fault | undefined,
): Promise<void> {
  const status = statusOf(answer, fault) ?? answer.status
  switch (fault?.kind) {
    case undefined:
      return send(response, answer, headers)
    case 'rate-limited':
      if (fault.bare === true) return send(response, { status }, {})
      return send(response, refused(rateLimited()), {
        'ratelimit-limit': '960',
        ...headers,
        'ratelimit-remaining': '0',
        'ratelimit-reset': String(fault.resetSeconds ?? 1),
      })
    case 'timeout':
      return send(response, refused(new Refusal(408, 2016, 'Request Timeout')), headers)
    case 'no-ability':
      return send(response, refused(noAbility(fault.ability ?? 'schedules')), headers)
    case 'server-error':
      return send(response, { status, body: serverError() }, headers)
    case 'cut':
      return cut(response, answer, fault.when)
    case 'slow':
      if (fault.ms === 'never') return
      await pause(fault.ms, response)
      return send(response, answer, headers)
    case 'incomplete':
      return send(response, { ...answer, body: without(answer.body, fault.without) }, headers)
    case 'not-json':
      return write(response, status, 'application/json', '{"schedules": [', headers)
    case 'html':
      return write(response, status, 'text/html', '<html><h1>Bad Gateway</h1></html>', headers)
  }
}

/** Sends an answer as it is. */
export function send(response: ServerResponse, { status, body }: Answer, headers: Headers): void {
  if (body !== undefined) {
    return write(response, status, 'application/json', JSON.stringify(body), headers)
  }
  response.writeHead(status, headers).end()
}

/** The refusal of a request too many. */
export function rateLimited(): Refusal {
  return new Refusal(429, 2020, 'Rate Limit Exceeded')
}

function noAbility(ability: string): Refusal {
  const message = 'Account does not have the abilities to perform the action'
  return new Refusal(402, 2012, message, { [ability]: ['is required'] })
}

function serverError(): object {
  return { error: { code: 2000, message: 'Internal Server Error', errors: [] } }
}

function without(body: unknown, key: string | undefined): object {
  if (key === undefined || !isObject(body)) return {}
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key))
}

/** Ends the connection without an answer, or with half of one. */
function cut(response: ServerResponse, answer: Answer, when: 'before' | 'after' | 'during'): void {
  if (when !== 'during') {
    response.destroy()
    return
  }
  const text = JSON.stringify(answer.body ?? {})
  response.writeHead(answer.status === 204 ? 200 : answer.status, {
    'content-type': 'application/json',
    'content-length': String(text.length + 100),
  })
  response.write(text.slice(0, Math.ceil(text.length / 2)), () => response.destroy())
}

/** Waits, unless the client goes away or the simulator is closed. */
function pause(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    response.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

function write(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: Headers,
): void {
  response.writeHead(status, { ...headers, 'content-type': `${type}; charset=utf-8` }).end(text)
}
