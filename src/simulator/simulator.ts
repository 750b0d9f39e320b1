/** A PagerDuty that runs here, for tests and for trying things out without an account. */
import { Access, newSecret, type Region } from './access.ts'
import { newAccount, type Account } from './account.ts'
import { Clock } from './clock.ts'
import { control } from './control.ts'
import { duplicate } from './duplicate.ts'
import { Faults, type Fault, type Where } from './faults.ts'
import { handle } from './handle.ts'
import { callFirst } from './policies.ts'
import { Limiter, type RateLimit } from './limit.ts'
import { wholeSecond } from './moment.ts'
import type { App } from './oauth.ts'
import { DEFAULT_READINGS, type Readings } from './readings.ts'
import { SCOPES } from './scopes.ts'
import { seeding, type Seed } from './seed.ts'
import { serve, type LoggedRequest } from './server.ts'
import { upgrade } from './upgrade.ts'

/** How a simulator is started. */
export interface SimulatorOptions {
  /** 0, the default, is any that is free. */
  readonly port?: number
  /** Epoch milliseconds; the real time where not given. */
  readonly now?: number
  /** How it reads what the documentation leaves open; `DEFAULT_READINGS` for those not given. */
  readonly readings?: Partial<Readings>
  /** The account's zone; UTC where not given. */
  readonly zone?: string
  /** None where not given. */
  readonly rateLimit?: RateLimit
  /** The token; made up where not given. */
  readonly token?: string
  /** What the app may ask for; everything where not given. */
  readonly appScopes?: readonly string[]
  /** Told of each request as it is answered. */
  readonly onRequest?: (request: LoggedRequest) => void
}

/** A simulator that runs. */
export interface Simulator {
  /** As `http://127.0.0.1:12345`. */
  readonly url: string
  readonly token: string
  readonly readOnlyToken: string
  /** The app that may have tokens of the account from `/oauth/token`. */
  readonly app: App
  /** A token of the app, to be sent as a Bearer, that may do no more than these scopes say; good for a day. */
  readonly scopedToken: (scopes: readonly string[], region?: Region) => string
  readonly seed: Seed
  /** What was asked so far, oldest first. */
  readonly requests: readonly LoggedRequest[]
  readonly clearRequests: () => void
  readonly now: () => number
  /** Stops the clock at an instant. */
  readonly setNow: (at: number) => void
  /** Stops the clock so many milliseconds from now. */
  readonly moveNow: (by: number) => void
  /** Makes the next request go wrong, or those that `where` says. */
  readonly fail: (fault: Fault, where?: Where) => void
  /** Forgets the faults that have not come about. */
  readonly heal: () => void
  /** Makes the token that of a user (`/users/me`), or of the account. */
  readonly actAs: (user: string | undefined) => void
  /**
   * What somebody does in PagerDuty by other ways than ours: beside the log, faults and limits. Throws where it is
   * refused; a stretch may be of any length, and a schedule has its events. The query is part of the path. The audit
   * trail says who did it, where `by` is a user's id.
   */
  readonly byHand: (method: string, path: string, body?: unknown, by?: string) => unknown
  /** What people do in PagerDuty: every policy calls these schedules, a level each, half an hour apart. */
  readonly callFirst: (schedules: readonly string[]) => void
  /** What PagerDuty does to an incident that somebody deletes: it is listed no more, and its log is gone. */
  readonly forget: (incident: string) => void
  /** What PagerDuty does to a schedule of layers in the end: it becomes one of shifts under the same id. */
  readonly upgrade: (schedule: string) => void
  /** What people do in PagerDuty: a copy of a schedule under another id and name, with its description. Its id. */
  readonly duplicate: (schedule: string) => string
  readonly close: () => Promise<void>
}

/** Starts a simulator on this machine. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const clock = new Clock(options.now)
  let me: string | undefined
  const account = newAccount(
    { ...DEFAULT_READINGS, ...options.readings },
    () => wholeSecond(clock.now()),
    () => me,
    options.zone,
  )
  const seenByHand: Account = {
    ...account,
    readings: { ...account.readings, longStretch: 'answered', scheduleEvents: 'within' },
  }
  const faults = new Faults()
  const requests: LoggedRequest[] = []
  const tokens = { token: options.token ?? newSecret(), readOnlyToken: newSecret() }
  const access = new Access(tokens, account.now)
  const app: App = {
    clientId: newSecret(),
    clientSecret: newSecret(),
    subdomain: 'simulator',
    scopes: options.appScopes ?? SCOPES,
  }
  const server = serve({
    account,
    access,
    app,
    limiter: options.rateLimit === undefined ? undefined : new Limiter(options.rateLimit),
    faults,
    control: (name, body) => control(simulator, name, body),
    log: (request) => {
      requests.push(request)
      options.onRequest?.(request)
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const simulator: Simulator = {
    url: `http://127.0.0.1:${port}`,
    ...tokens,
    app,
    scopedToken: (scopes, region = 'us') => access.issue(scopes, region),
    seed: seeding(account),
    requests,
    clearRequests: () => void requests.splice(0),
    now: () => clock.now(),
    setNow: (at) => clock.set(at),
    moveNow: (by) => clock.move(by),
    fail: (fault, where = {}) => faults.add(fault, where),
    heal: () => faults.clear(),
    actAs: (user) => void (me = user),
    byHand: (method, path, body, by) => {
      const { pathname, searchParams } = new URL(path, 'http://simulator')
      const request = { method, path: pathname, query: searchParams, body, from: undefined }
      const answer = handle(request, seenByHand, { kind: 'user', id: by, method: 'browser' })
      if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    callFirst: (schedules) => callFirst(account, schedules),
    forget: (incident) => void account.incidents.delete(incident),
    upgrade: (schedule) => upgrade(account, schedule),
    duplicate: (schedule) => duplicate(account, schedule),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return simulator
}
