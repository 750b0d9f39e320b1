/** The simulator on the wire: HTTP on the loopback interface, with tokens, rate limit, faults and a log. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Access } from './access.ts'
import type { Account } from './account.ts'
import { CONTROL } from './control.ts'
import { deliver, rateLimited, send, statusOf } from './deliver.ts'
import { takesEffect, type Fault, type Faults } from './faults.ts'
import { handle, refused } from './handle.ts'
import type { Limiter } from './limit.ts'
import { TOKEN_PATH, tokenFor, type App } from './oauth.ts'
import { invalid, notFound, Refusal } from './refusal.ts'
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

/** All that stands behind the server. */
export interface Wire {
  readonly account: Account
  readonly access: Access
  readonly app: App
  readonly limiter: Limiter | undefined
  readonly faults: Faults
  readonly control: (name: string, body: unknown) => Answer
  readonly log: (request: LoggedRequest) => void
}

/** The server that answers over HTTP. */
export function serve(wire: Wire): Server {
  const server = createServer((incoming, response) => {
    // The header that Node adds by itself would show the time of this machine.
    response.sendDate = false
    respond(wire, incoming, response).catch((error: unknown) => {
      // A bug of the simulator, or a client that went away: say so, rather than leave the client to wait.
      if (response.headersSent) response.destroy()
      else
        send(response, { status: 500, body: { error: { code: 2000, message: String(error) } } }, {})
    })
  })
  // A client in the same process, which may be busy for seconds, must not find its connection closed in between.
  server.keepAliveTimeout = 60_000
  return server
}

async function respond(
  wire: Wire,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
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
  if (request.path.startsWith(CONTROL)) {
    return send(response, controlled(wire, incoming, request), {})
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

/** What a control call is answered; only who may write may call. */
function controlled(
  wire: Wire,
  { headers }: IncomingMessage,
  { path, method, body }: Request,
): Answer {
  try {
    wire.access.full(headers.authorization)
    if (method !== 'POST') throw notFound('Endpoint')
    return wire.control(path.slice(CONTROL.length), body)
  } catch (error) {
    if (error instanceof Refusal) return refused(error)
    throw error
  }
}

/** What PagerDuty would answer, fault or no fault; what was asked is done only where the fault lets it. */
function answered(
  wire: Wire,
  incoming: IncomingMessage,
  request: Request,
  received: string,
  fault: Fault | undefined,
): { readonly answer: Answer; readonly headers: Readonly<Record<string, string>> } {
  let headers: Readonly<Record<string, string>> = { date: dateOf(wire.account) }
  try {
    const isLost = fault !== undefined && !takesEffect(fault)
    if (request.method === 'POST' && request.path === TOKEN_PATH) {
      const form = new URLSearchParams(received)
      return { answer: isLost ? { status: 200 } : tokenFor(wire.app, wire.access, form), headers }
    }
    const { authorization } = incoming.headers
    const token = wire.access.admitted(authorization, request.method, request.path)
    const allowance = wire.limiter?.count(token)
    headers = { ...headers, ...allowance?.headers }
    if (allowance?.isExceeded === true) throw rateLimited()
    if (received !== '' && request.body === undefined) {
      throw invalid({ body: ['is not JSON'] })
    }
    if (received !== '' && !/^application\/json\b/i.test(incoming.headers['content-type'] ?? '')) {
      throw invalid({ 'Content-Type': ['must be application/json'] })
    }
    if (isLost) return { answer: { status: 200 }, headers }
    return {
      answer: handle(request, wire.account, wire.access.doer(token, wire.account.me())),
      headers,
    }
  } catch (error) {
    if (error instanceof Refusal)
      return { answer: refused(error, request.path, wire.account.readings), headers }
    throw error
  }
}

/** The time that it is, as the header has it: by the simulator's clock, wherever that was moved. */
function dateOf({ now }: Account): string {
  return new Date(now()).toUTCString()
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
