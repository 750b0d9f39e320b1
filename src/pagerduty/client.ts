/** PagerDuty's API: one request after another, each under a deadline, tried again only where that is safe. */
import { GivenUp, OddAnswer, Refused, Unsure } from '../sync/service.ts'
import { apart, type Clocks, WrongClock } from './clocks.ts'
import { withoutSecrets } from './hidden.ts'
import { object, objects, type Json } from './json.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import { isScoped } from './scopes.ts'
import { ask, redirection, type Wire } from './wire.ts'

/** What is asked for, by name; a list is said once for each. */
export type Query = Readonly<Record<string, string | readonly string[]>>

/**
 * How long nothing may come back, and how long may be lost on what does not come back, before PagerDuty is given
 * up; less than three minutes with the last request.
 */
const PATIENCE = 150_000
const PAUSES = [200, 1000, 2000, 4000, 8000]
/** Seconds of waiting for the limit of requests where PagerDuty does not say how long. */
const LIMIT_PAUSES = [5, 10, 20, 40, 60]
/** How often a request goes where it is sent on the same server. */
const MOST_HOPS = 5

/** PagerDuty refuses to go beyond that in a list. */
const FURTHEST = 10_000

/** PagerDuty's API, as one who asks it. */
export class Client {
  readonly #host: string
  readonly #token: string
  readonly #wire: Wire
  readonly #isScoped: boolean
  /** PagerDuty's clock and ours at its first answer. */
  #clocks: Clocks | undefined
  #isWriting = false
  /** When something useful last came back. */
  #heard: number
  /** How long was spent on answers that did not come, and on pauses after them, since something was last brought to its end. */
  #lost = 0
  /** How many requests were sent, for whoever counts. */
  sent = 0

  constructor(host: string, token: string, wire: Wire, hasScopes: boolean = isScoped(token)) {
    this.#host = host.replace(/\/+$/, '')
    this.#token = token
    this.#isScoped = hasScopes
    this.#wire = wire
    this.#heard = wire.elapsed()
  }

  /** Reads; tried again whatever goes wrong. */
  async get(path: string, query: Query = {}): Promise<Json> {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.#send('GET', path, query, undefined)
      if (answer.kind === 'done' && answer.data !== undefined) return object(answer.data, 'body')
      if (answer.kind === 'refused') throw new Refused(answer.status, answer.message)
      if (answer.kind === 'hopeless') throw useless(`${path}: ${answer.message}`)
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
    for (let offset = 0; ; offset += limit) {
      if (offset + limit > FURTHEST) {
        throw new OddAnswer(
          `PagerDuty tells of ${FURTHEST} ${key} at most, and there are more: what is beyond them cannot be seen`,
        )
      }
      const page = await this.get(path, {
        ...query,
        limit: String(limit),
        offset: String(offset),
      })
      const items = objects(page[key], `list of ${key}`)
      all.push(...items)
      const more = page['more'] ?? undefined
      if (more !== undefined && typeof more !== 'boolean') {
        throw new OddAnswer(`PagerDuty's answer does not tell whether there are more ${key}`)
      }
      // The newer API need not say whether there is more: then a page that is full may not be the last.
      const hasMore = more ?? items.length >= limit
      if (until(all) || !hasMore || items.length === 0) return all
    }
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
    this.willWrite()
    const answer = await this.#send(method, path, query, body)
    switch (answer.kind) {
      case 'done':
        return answer.data
      case 'refused':
        throw new Refused(answer.status, answer.message)
      case 'hopeless':
        throw useless(answer.message)
      case 'lost':
        if (this.#isOver()) throw this.#dead(answer.message)
        throw new Unsure(answer.message)
    }
  }

  /**
   * From now on nothing goes on where the clocks are too far apart: what is written is planned by ours. Throws
   * `WrongClock` at once where that is known, else with the first answer.
   */
  willWrite(): void {
    this.#isWriting = true
    if (this.#clocks !== undefined && apart(this.#clocks)) throw new WrongClock(this.#clocks)
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
  succeeded(): void {
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
    let url = this.#host + path + queryOf(query)
    let limited = 0
    let hops = 0
    for (;;) {
      this.sent += 1
      const asked = this.#wire.elapsed()
      const heard = await ask(this.#wire, {
        url,
        method,
        token: this.#token,
        tokenType: this.#isScoped ? 'bearer' : 'token',
        body,
      })
      if (heard.status === 429) {
        await this.#waitForLimit(heard.reset ?? LIMIT_PAUSES[limited] ?? LIMIT_PAUSES.at(-1), path)
        limited += 1
        continue
      }
      const next = redirection(heard, url)
      if (next !== undefined) {
        hops += 1
        if (!isSameServer(next, url)) {
          return {
            kind: 'hopeless',
            message: `it sends rotate to ${next.origin}, which is not followed`,
          }
        }
        const isAllowed = method === 'GET' || heard.status === 307 || heard.status === 308
        if (isAllowed && hops <= MOST_HOPS) {
          url = next.href
          continue
        }
      }
      const what = { method, path, isScoped: this.#isScoped }
      const outcome = this.#safe(outcomeOf(heard, what))
      const now = this.#wire.elapsed()
      if (outcome.kind === 'lost') this.#lost += now - asked
      else {
        this.#heard = now
        // What refuses may be a proxy, with a clock of its own.
        if (outcome.kind === 'done') this.#compareClocks(heard.date)
      }
      return outcome
    }
  }

  #compareClocks(theirs: number | undefined): void {
    const ours = this.#wire.now?.()
    if (theirs === undefined || ours === undefined) return
    this.#clocks ??= { theirs, ours }
    if (this.#isWriting) this.willWrite()
  }

  /** A server could send the token back in what it says. */
  #safe(outcome: Outcome): Outcome {
    return outcome.kind === 'done'
      ? outcome
      : { ...outcome, message: withoutSecrets(outcome.message, [this.#token]) }
  }

  /** A limit is no failure, but one that never lifts is. */
  async #waitForLimit(reset = 0, path: string): Promise<void> {
    const seconds = Math.min(Math.max(reset, 1), 120)
    const silent = this.#wire.elapsed() - this.#heard
    if (silent + seconds * 1000 > PATIENCE) throw this.#dead(`${path}: still over the rate limit`)
    this.#wire.tell(`PagerDuty's limit of requests is reached: waiting ${seconds} s`)
    await this.#wire.wait(seconds * 1000)
  }
}

function useless(why: string): GivenUp {
  return new GivenUp(`PagerDuty gives no answer that can be used (${why})`)
}

function isSameServer(url: URL, from: string): boolean {
  return url.origin === new URL(from).origin
}

function queryOf(query: Query): string {
  const parts = Object.entries(query).flatMap(([key, value]) =>
    [value].flat().map((one) => `${encodeURIComponent(key)}=${encodeURIComponent(one)}`),
  )
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
