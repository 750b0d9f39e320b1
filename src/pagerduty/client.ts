/** PagerDuty's API: one request after another, each under a deadline, tried again only where that is safe. */
import { api } from '@pagerduty/pdjs'
import { object, objects, textOr, type Json } from './json.ts'

/** What of the world the client needs; `io` gives it. */
export interface Wire {
  readonly withDeadline: <T>(
    milliseconds: number,
    run: (signal: AbortSignal) => Promise<T>,
  ) => Promise<{
    readonly value: T | undefined
    readonly status: number | undefined
    readonly reset: number | undefined
    readonly isLate: boolean
    readonly error: unknown
  }>
  readonly wait: (milliseconds: number) => Promise<void>
  /** Milliseconds of a clock that nobody sets. */
  readonly elapsed: () => number
  /** Tells whoever looks that there is a wait, and why. */
  readonly tell: (text: string) => void
}

/** PagerDuty said no: nothing was done. */
export class Refused extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** A write whose answer was lost: it may have been done. */
export class Unsure extends Error {}

/** PagerDuty does not answer, and is not asked again. */
export class GivenUp extends Error {}

/** What is asked for, by name; a list is said once for each. */
export type Query = Readonly<Record<string, string | readonly string[]>>

/** How long one request may take. */
const DEADLINE = 15_000
/**
 * How long nothing may come back, and how long may be lost on what does not come back, before PagerDuty is given
 * up; less than three minutes with the last request.
 */
const PATIENCE = 150_000
const PAUSES = [200, 1000, 2000, 4000, 8000]

export class Client {
  readonly #host: string
  readonly #token: string
  readonly #wire: Wire
  /** When something useful last came back. */
  #heard: number
  /** How long was spent on answers that did not come, and on pauses after them, since something was last brought to its end. */
  #lost = 0
  /** How many requests were sent, for whoever counts. */
  sent = 0

  constructor(host: string, token: string, wire: Wire) {
    this.#host = host.replace(/\/+$/, '')
    this.#token = token
    this.#wire = wire
    this.#heard = wire.elapsed()
  }

  /** Reads; tried again whatever goes wrong. */
  async get(path: string, query: Query = {}): Promise<Json> {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.#send('GET', path, query, undefined)
      if (answer.kind === 'done' && answer.data !== undefined) return object(answer.data, 'body')
      if (answer.kind === 'refused') throw new Refused(answer.status, answer.message)
      const why = answer.kind === 'done' ? 'an empty answer' : answer.message
      await this.#pause(attempt, path, why)
    }
  }

  /** All of a list, page after page. `until` stops early. */
  async list(
    path: string,
    key: string,
    query: Query,
    limit: number,
    until: (soFar: readonly Json[]) => boolean = () => false,
  ): Promise<readonly Json[]> {
    const all: Json[] = []
    // PagerDuty refuses to go beyond ten thousand.
    for (let offset = 0; offset + limit <= 10_000; offset += limit) {
      const page = await this.get(path, {
        ...query,
        limit: String(limit),
        offset: String(offset),
      })
      const items = objects(page[key])
      all.push(...items)
      // The newer API need not say whether there is more: then a page that is full may not be the last.
      const hasMore = page['more'] === true || (page['more'] === undefined && items.length >= limit)
      if (until(all) || !hasMore || items.length === 0) break
    }
    return all
  }

  /**
   * Writes once. Where the answer is lost or says nothing certain this throws `Unsure`: whoever asked looks
   * what became of it before it is asked again.
   */
  async write(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: Json,
    query: Query = {},
  ): Promise<unknown> {
    const answer = await this.#send(method, path, query, body)
    switch (answer.kind) {
      case 'done':
        return answer.data
      case 'refused':
        throw new Refused(answer.status, answer.message)
      case 'lost':
        if (this.#isOver()) throw this.#dead(answer.message)
        throw new Unsure(answer.message)
    }
  }

  /** A pause that grows, before something is tried again. */
  async pause(attempt: number): Promise<void> {
    const pause = PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 0
    this.#lost += pause
    await this.#wire.wait(pause)
  }

  /** Tells whoever looks what takes long. */
  tell(text: string): void {
    this.#wire.tell(text)
  }

  /** Something was brought to its end, so that PagerDuty does work: what was lost on the way is forgotten. */
  settled(): void {
    this.#lost = 0
  }

  async #pause(attempt: number, path: string, why: string): Promise<void> {
    if (attempt >= PAUSES.length || this.#isOver()) throw this.#dead(`${path}: ${why}`)
    await this.pause(attempt)
  }

  /** A server may answer whatever reads and hang at whatever writes, so silence alone does not tell. */
  #isOver(): boolean {
    return this.#wire.elapsed() - this.#heard > PATIENCE || this.#lost > PATIENCE
  }

  #dead(why: string): GivenUp {
    return new GivenUp(`PagerDuty does not answer (${why})`)
  }

  async #send(
    method: string,
    path: string,
    query: Query,
    body: Json | undefined,
  ): Promise<Outcome> {
    const url = this.#host + path + queryOf(query)
    for (;;) {
      this.sent += 1
      const asked = this.#wire.elapsed()
      const heard = await this.#wire.withDeadline(DEADLINE, (signal) =>
        api({
          url,
          method,
          token: this.#token,
          signal,
          // Its own clock would only keep the program from ending.
          requestTimeout: 0,
          ...(body !== undefined && { data: body }),
        }),
      )
      if (heard.status === 429) {
        await this.#waitForLimit(heard.reset, path)
        continue
      }
      const outcome = this.#safe(outcomeOf(heard))
      const now = this.#wire.elapsed()
      if (outcome.kind === 'lost') this.#lost += now - asked
      else this.#heard = now
      return outcome
    }
  }

  /** A server could send the token back in what it says. */
  #safe(outcome: Outcome): Outcome {
    return outcome.kind === 'done'
      ? outcome
      : { ...outcome, message: outcome.message.replaceAll(this.#token, '***') }
  }

  /** A limit is no failure, but one that never lifts is. */
  async #waitForLimit(reset: number | undefined, path: string): Promise<void> {
    const seconds = Math.min(Math.max(reset ?? 5, 1), 120)
    const silent = this.#wire.elapsed() - this.#heard
    if (silent + seconds * 1000 > PATIENCE) throw this.#dead(`${path}: still over the rate limit`)
    this.#wire.tell(`PagerDuty's limit of requests is reached: waiting ${seconds} s`)
    await this.#wire.wait(seconds * 1000)
  }
}

type Outcome =
  | { readonly kind: 'done'; readonly data: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  | { readonly kind: 'lost'; readonly message: string }

function outcomeOf(heard: {
  readonly value: { readonly status: number; readonly data?: unknown } | undefined
  readonly status: number | undefined
  readonly isLate: boolean
  readonly error: unknown
}): Outcome {
  const status = heard.value?.status ?? heard.status
  if (heard.value !== undefined && status !== undefined) {
    if (status >= 200 && status < 300) {
      const { data } = heard.value
      // Something that parses as JSON but is no object is no answer of PagerDuty's.
      if (data === undefined || (typeof data === 'object' && data !== null)) {
        return { kind: 'done', data }
      }
    } else if (status >= 400 && status < 500) {
      return { kind: 'refused', status, message: reasonOf(status, heard.value.data) }
    }
    return { kind: 'lost', message: `it answered ${status}` }
  }
  if (heard.isLate) return { kind: 'lost', message: 'no answer in time' }
  // A refusal whose body cannot be read: by a proxy, perhaps, so that what it says is not taken as PagerDuty's.
  if (status !== undefined && (status === 401 || status === 403)) {
    return { kind: 'refused', status, message: reasonOf(status, undefined) }
  }
  if (status !== undefined) {
    return { kind: 'lost', message: `it answered ${status} with something that is no JSON` }
  }
  const code =
    typeof heard.error === 'object' && heard.error !== null && 'code' in heard.error
      ? String(heard.error.code)
      : ''
  return { kind: 'lost', message: code === '' ? `the connection broke` : `the connection: ${code}` }
}

/** What a refusal says, in one line. */
function reasonOf(status: number, data: unknown): string {
  if (status === 401) return 'PagerDuty does not know this token: is PAGERDUTY_TOKEN right?'
  const error =
    typeof data === 'object' && data !== null && 'error' in data
      ? object(data.error ?? {}, 'error')
      : {}
  const message = textOr(error['message'], `status ${status}`)
  const errors = error['errors']
  const details = Array.isArray(errors)
    ? errors.map(String)
    : typeof errors === 'object' && errors !== null
      ? Object.entries(errors).map(([field, said]) => `${field} ${[said].flat().join(', ')}`)
      : []
  const more = details.length === 0 ? '' : `: ${details.join('; ')}`
  const hint = status === 403 ? ' (may this token write?)' : ''
  return `PagerDuty refused (${status}): ${message}${more}${hint}`
}

function queryOf(query: Query): string {
  const parts = Object.entries(query).flatMap(([key, value]) =>
    [value].flat().map((one) => `${encodeURIComponent(key)}=${encodeURIComponent(one)}`),
  )
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
