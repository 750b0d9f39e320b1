/** A token of PagerDuty's for one run, for an app with an id and a secret (OAuth client credentials). */
import { realWaits } from '../io/deadline.ts'
import { Failure } from '../io/failure.ts'
import { postForm } from '../io/form.ts'
import type { Io } from '../io/io.ts'
import { agentFor } from '../io/proxy.ts'
import { withoutSecrets } from '../pagerduty/service.ts'

/** An app of PagerDuty, for which a token of the run is asked. */
export interface App {
  readonly id: string
  readonly secret: string
  /** Of the account: `acme` of acme.pagerduty.com. */
  readonly subdomain: string
  readonly region: 'eu' | 'us'
}

/** What a token is to be good for. */
export interface Scopes {
  readonly needed: readonly string[]
  /** What the command does without where the app has no right to it. */
  readonly wished: readonly string[]
}

/** Milliseconds. */
const DEADLINE = 15_000
const PAUSES = [1000, 4000, 10_000]
const LONGEST_PAUSE = 60_000

/** Asks for a token that may do what is needed, and what is wished if the app may. It is kept nowhere. */
export async function tokenForRun(
  host: string,
  app: App,
  { needed, wished }: Scopes,
  io: Io,
): Promise<string> {
  if (wished.length > 0) {
    const given = await tokenWith(host, app, [...needed, ...wished], io)
    if (typeof given === 'string') return given
  }
  const given = await tokenWith(host, app, needed, io)
  if (typeof given === 'string') return given
  throw given.failure
}

/** PagerDuty will not give a token with all of those scopes. */
interface ScopeRefused {
  readonly failure: Failure
}

async function tokenWith(
  host: string,
  app: App,
  scopes: readonly string[],
  io: Io,
): Promise<string | ScopeRefused> {
  const { withDeadline, wait } = io.waits ?? realWaits
  const url = identityOf(host)
  const agent = await agentFor(url, io.env)
  const form = {
    grant_type: 'client_credentials',
    client_id: app.id,
    client_secret: app.secret,
    scope: [`as_account-${app.region}.${app.subdomain}`, ...scopes].join(' '),
  }
  for (let attempt = 0; ; attempt += 1) {
    const heard = await withDeadline(DEADLINE, (signal) => postForm(url, form, agent, signal))
    const { value, status } = heard
    if (value !== undefined && value.status >= 200 && value.status < 300) {
      const token = textIn(value.text, 'access_token')
      if (token !== undefined && /^[\x21-\x7e]+$/.test(token)) return token
      throw new Failure('PagerDuty was asked for a token, and its answer holds none', 3)
    }
    if (status !== undefined && status >= 300 && status < 500 && status !== 408 && status !== 429) {
      const { isOfScope, failure } = refusal(status, value?.text ?? '', app, scopes)
      if (isOfScope) return { failure }
      throw failure
    }
    const pause = PAUSES[attempt]
    if (pause === undefined) {
      const why = status === undefined ? 'no answer' : `it answered ${status}`
      throw new Failure(`PagerDuty was asked for a token and gave none (${why})`, 3)
    }
    await wait(Math.min(Math.max(pause, (heard.reset ?? 0) * 1000), LONGEST_PAUSE))
  }
}

/** Where tokens are made: for a test server, on that server. */
function identityOf(host: string): string {
  const isTheirs = /(^|\.)pagerduty\.com$/i.test(new URL(host).hostname)
  return isTheirs ? 'https://identity.pagerduty.com/oauth/token' : `${host}/oauth/token`
}

function refusal(
  status: number,
  text: string,
  app: App,
  scopes: readonly string[],
): { readonly isOfScope: boolean; readonly failure: Failure } {
  const code = textIn(text, 'error')
  const said = [code, textIn(text, 'error_description')].filter((one) => one !== undefined)
  const why = withoutSecrets(said.join(': '), [app.secret]) || `status ${status}`
  const isOfScope = said.some((one) => /scope/i.test(one))
  const hint = isOfScope
    ? `the app needs the scopes ${scopes.join(', ')}, and the account must be ${app.subdomain} (${app.region})`
    : 'are PAGERDUTY_CLIENT_ID, PAGERDUTY_CLIENT_SECRET, PAGERDUTY_SUBDOMAIN and PAGERDUTY_SERVICE_REGION right?'
  return { isOfScope, failure: new Failure(`PagerDuty gives no token (${why}): ${hint}`, 3) }
}

function textIn(text: string, key: string): string | undefined {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null) return undefined
    const value = Object.entries(body).find(([name]) => name === key)?.[1]
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}
