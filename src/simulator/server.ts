/** The simulator on the wire: HTTP on the loopback interface, with tokens, rate limit, faults and a log. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { admitted, type Tokens } from './access.ts'
import type { Account } from './account.ts'
import { takesEffect, type Fault, type Faults } from './faults.ts'
import { handle, refused } from './handle.ts'
import type { Limiter } from './limit.ts'
import { invalid, Refusal } from './refusal.ts'
import type { Answer, Request } from './route.ts'

/** A request as the log keeps it; its headers, and so its token, are left out. */
export interface LoggedRequest {
  readonly method: string
  readonly path: string
  /** As it was sent, without the `?`. */
  readonly query: string
  readonly body: unknown
  /** Undefined where there was no answer. */
  readonly status: number | undefined
  /** What was made to go wrong. */
  readonly fault: Fault | undefined
}

export interface Wire {
  readonly account: Account
  readonly tokens: Tokens
  readonly limiter: Limiter | undefined
  readonly faults: Faults
  readonly log: (request: LoggedRequest) => void
}

export function serve(wire: Wire): Server {
  return createServer((incoming, response) => {
    respond(wire, incoming, response).catch((error: unknown) => {
      // A bug of the simulator, or a client that went away: say so, rather than leave the client to wait.
      if (response.headersSent) response.destroy()
      else
        send(response, { status: 500, body: { error: { code: 2000, message: String(error) } } }, {})
    })
  })
}

async function respond(
  wire: Wire,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('date', new Date(wire.account.now()).toUTCString())
  const received = await textOf(incoming)
  const url = new URL(incoming.url ?? '/', 'http://simulator')
  const request: Request = {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    params: {},
    query: url.searchParams,
    body: parsed(received),
    from: incoming.headers.from,
  }
  const fault = wire.faults.next(request)
  const { answer, headers } = answered(wire, incoming, request, received, fault)
  wire.log({
    method: request.method,
    path: request.path,
    query: url.search.slice(1),
    body: request.body,
    status: statusOf(answer, fault),
    fault,
  })
  await deliver(response, answer, headers, fault)
}

/** What PagerDuty would answer, fault or no fault; what was asked is done only where the fault lets it. */
function answered(
  wire: Wire,
  incoming: IncomingMessage,
  request: Request,
  received: string,
  fault: Fault | undefined,
): { readonly answer: Answer; readonly headers: Readonly<Record<string, string>> } {
  let headers: Readonly<Record<string, string>> = {}
  try {
    const token = admitted(wire.tokens, incoming.headers.authorization, request.method)
    const allowance = wire.limiter?.count(token)
    headers = allowance?.headers ?? {}
    if (allowance?.isExceeded === true) throw rateLimited()
    if (received !== '' && request.body === undefined) {
      throw invalid({ body: ['is not JSON'] })
    }
    if (received !== '' && !/^application\/json\b/i.test(incoming.headers['content-type'] ?? '')) {
      throw invalid({ 'Content-Type': ['must be application/json'] })
    }
    if (fault !== undefined && !takesEffect(fault)) return { answer: { status: 200 }, headers }
    return { answer: handle(request, wire.account), headers }
  } catch (error) {
    if (error instanceof Refusal) return { answer: refused(error, request.path), headers }
    throw error
  }
}

function rateLimited(): Refusal {
  return new Refusal(429, 2020, 'Rate Limit Exceeded')
}

/** The status that the client gets to see; undefined where it sees none. */
function statusOf(answer: Answer, fault: Fault | undefined): number | undefined {
  switch (fault?.kind) {
    case undefined:
      return answer.status
    case 'cut':
      return undefined
    case 'slow':
      return fault.ms === 'never' ? undefined : answer.status
    case 'rate-limited':
      return 429
    case 'server-error':
      return fault.status ?? 500
    case 'not-json':
      return fault.status ?? 200
    case 'html':
      return fault.status ?? 502
  }
}

async function deliver(
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string>>,
  fault: Fault | undefined,
): Promise<void> {
  const status = statusOf(answer, fault) ?? answer.status
  switch (fault?.kind) {
    case undefined:
      return send(response, answer, headers)
    case 'rate-limited': {
      const reset = String(fault.resetSeconds ?? 1)
      const said = {
        'ratelimit-limit': '960',
        ...headers,
        'ratelimit-remaining': '0',
        'ratelimit-reset': reset,
      }
      return send(response, refused(rateLimited(), ''), said)
    }
    case 'server-error':
      return send(response, { status, body: serverError() }, headers)
    case 'cut':
      return cut(response, answer, fault.when)
    case 'slow':
      if (fault.ms === 'never') return
      await pause(fault.ms, response)
      return send(response, answer, headers)
    case 'not-json':
      return write(response, status, 'application/json', '{"schedules": [', headers)
    case 'html':
      return write(response, status, 'text/html', '<html><h1>Bad Gateway</h1></html>', headers)
  }
}

function serverError(): object {
  return { error: { code: 2000, message: 'Internal Server Error', errors: [] } }
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

function send(
  response: ServerResponse,
  { status, body }: Answer,
  headers: Readonly<Record<string, string>>,
): void {
  if (body !== undefined) {
    return write(response, status, 'application/json', JSON.stringify(body), headers)
  }
  response.writeHead(status, headers).end()
}

function write(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, { ...headers, 'content-type': `${type}; charset=utf-8` }).end(text)
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  incoming.setEncoding('utf8')
  let text = ''
  for await (const part of incoming) text += String(part)
  return text
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
