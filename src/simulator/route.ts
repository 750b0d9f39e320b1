/** A request without its wire, the answer to it, and which handler it goes to. */
import type { Account } from './account.ts'

/** What is asked. */
export interface Request {
  readonly method: string
  /** Without the query. */
  readonly path: string
  /** The named parts of the path: `id`, `rotation_id`. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Parsed; undefined where there was none. */
  readonly body: unknown
  /** The `From` header. */
  readonly from: string | undefined
}

/** What is answered. */
export interface Answer {
  readonly status: number
  /** Sent as JSON; nothing is sent where it is undefined. */
  readonly body?: unknown
}

type Handler = (request: Request, account: Account) => Answer

/** What handles the requests of one method and path. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** As `/schedules/{id}`. */
  readonly path: string
  readonly handle: Handler
}

/** The route of a request, and what the named parts of its path are. The first one that fits is taken. */
export function routeOf(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | undefined {
  for (const route of routes) {
    if (route.method !== method) continue
    const params = paramsOf(route.path, path)
    if (params !== undefined) return { route, params }
  }
  return undefined
}

/** What stands in the path for the names in the pattern; undefined where they do not fit. */
function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const names = pattern.split('/')
  const values = path.split('/')
  if (names.length !== values.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, name] of names.entries()) {
    const value = values[i] ?? ''
    if (name.startsWith('{')) params[name.slice(1, -1)] = decodeURIComponent(value)
    else if (name !== value) return undefined
  }
  return params
}

/** A part of the path by its name; the pattern of the route has it. */
export function param(request: Request, name: string): string {
  return request.params[name] ?? ''
}
