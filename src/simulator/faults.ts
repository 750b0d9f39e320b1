/** What can go wrong on demand: answers that lie, come late, or never come. */
import { isObject } from './fields.ts'
import type { Request } from './route.ts'

/** Something that goes wrong with an answer on demand. */
export type Fault =
  /** 429, which says when to come back; a bare one says nothing at all, in neither headers nor body. */
  (
    | { readonly kind: 'rate-limited'; readonly resetSeconds?: number; readonly bare?: boolean }
    /** 408: the request did not arrive in time, and may be sent again. */
    | { readonly kind: 'timeout' }
    /** 402: the account has not paid for what is asked. */
    | { readonly kind: 'no-ability'; readonly ability?: string }
    | { readonly kind: 'server-error'; readonly status?: 500 | 502 | 503 | 504 }
    /** The connection is cut before the request had an effect, after it had, or in the middle of the answer. */
    | { readonly kind: 'cut'; readonly when: 'before' | 'after' | 'during' }
    | { readonly kind: 'slow'; readonly ms: number | 'never' }
    /** 200, JSON by its header, and not JSON. */
    | { readonly kind: 'not-json'; readonly status?: number }
    /** 200, from whose body one key is missing; all of them where none is named. */
    | { readonly kind: 'incomplete'; readonly without?: string }
    /** The page of a proxy. */
    | { readonly kind: 'html'; readonly status?: number }
  ) & {
    /**
     * Whether what was asked is done all the same. By default it is where the connection is cut `after` or `during`,
     * the answer is slow, incomplete or not JSON; and is not where there is an error.
     */
    readonly takesEffect?: boolean
  }

const KINDS: Readonly<Record<Fault['kind'], true>> = {
  'rate-limited': true,
  timeout: true,
  'no-ability': true,
  'server-error': true,
  cut: true,
  slow: true,
  'not-json': true,
  incomplete: true,
  html: true,
}

/** Whether something is a fault; what belongs to its kind is taken as it is. */
export function isFault(value: unknown): value is Fault {
  if (!isObject(value)) return false
  const { kind, when, ms } = value
  if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) return false
  if (kind === 'cut') return when === 'before' || when === 'after' || when === 'during'
  return kind !== 'slow' || typeof ms === 'number' || ms === 'never'
}

/** Which requests a fault befalls: those that match all of what is given. */
export interface Where {
  readonly method?: string
  /** The path as it is, or a pattern for it. */
  readonly path?: string | RegExp
  /** Anything but GET. */
  readonly writes?: boolean
  readonly matches?: (request: Request) => boolean
  /** The first of the matching requests that it befalls, from now on; 1 is the next. */
  readonly nth?: number
  /** How many it befalls from then on; 1 where not given. */
  readonly times?: number
}

/** The faults that wait for their request. */
export class Faults {
  #waiting: { readonly fault: Fault; readonly where: Where; seen: number }[] = []

  add(fault: Fault, where: Where): void {
    this.#waiting.push({ fault, where, seen: 0 })
  }

  clear(): void {
    this.#waiting = []
  }

  /** The fault that befalls a request, the oldest of several; counts it for all. */
  next(request: Request): Fault | undefined {
    let found: Fault | undefined
    for (const one of this.#waiting) {
      if (!isMeant(one.where, request)) continue
      one.seen += 1
      const { nth = 1, times = 1 } = one.where
      if (one.seen >= nth && one.seen < nth + times) found ??= one.fault
    }
    return found
  }
}

/** Whether what was asked is done, in spite of the fault. */
export function takesEffect(fault: Fault): boolean {
  if (fault.takesEffect !== undefined) return fault.takesEffect
  switch (fault.kind) {
    case 'cut':
      return fault.when !== 'before'
    case 'slow':
    case 'not-json':
    case 'incomplete':
      return true
    case 'rate-limited':
    case 'timeout':
    case 'no-ability':
    case 'server-error':
    case 'html':
      return false
  }
}

function isMeant({ method, path, writes, matches }: Where, request: Request): boolean {
  return (
    (method === undefined || method === request.method) &&
    (path === undefined ||
      (typeof path === 'string' ? path === request.path : path.test(request.path))) &&
    (writes !== true || request.method !== 'GET') &&
    (matches === undefined || matches(request))
  )
}
