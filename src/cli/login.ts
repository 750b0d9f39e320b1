/** Where PagerDuty is, and as whom a command asks it: out of the environment, never a flag. */
import { agentFor, isLoopback } from '../io/proxy.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { isScoped } from '../pagerduty/service.ts'
import { tokenForRun, type Scopes } from './app-token.ts'

/** As whom PagerDuty is asked, and where it is. */
export interface Login {
  readonly host: string
  readonly token: string
  readonly hasScopes: boolean
  /** All that must appear nowhere. */
  readonly secrets: readonly string[]
  /** What makes the connections; undefined where they go straight there. */
  readonly agent: object | undefined
}

/** The way in for a command of that name; the scopes are for where it asks for a token itself. */
export async function loginFor(name: string, scopes: Scopes, io: Io): Promise<Login> {
  const { env } = io
  const isEurope = /^eu$/i.test(env['PAGERDUTY_SERVICE_REGION'] ?? '')
  const token = env['PAGERDUTY_TOKEN']?.trim()
  if (token) {
    const host = urlOf(io, isEurope || token.startsWith('pdeu+_'))
    if (!/^[\x21-\x7e]+$/.test(token)) {
      throw new Failure('PAGERDUTY_TOKEN: there are blanks or odd characters in it', 2)
    }
    const agent = await agentFor(host, env)
    return { host, token, hasScopes: isScoped(token), secrets: [token], agent }
  }
  const id = env['PAGERDUTY_CLIENT_ID']
  const secret = env['PAGERDUTY_CLIENT_SECRET']
  const subdomain = env['PAGERDUTY_SUBDOMAIN']
  const parts = {
    PAGERDUTY_CLIENT_ID: id,
    PAGERDUTY_CLIENT_SECRET: secret,
    PAGERDUTY_SUBDOMAIN: subdomain,
  }
  const missing = Object.entries(parts).flatMap(([part, value]) => (value ? [] : [part]))
  if (missing.length === Object.keys(parts).length) {
    throw new Failure(`${name} needs a token of PagerDuty: set PAGERDUTY_TOKEN`, 2)
  }
  if (!id || !secret || !subdomain) {
    throw new Failure(
      `${name} needs ${missing.join(' and ')} too, to ask PagerDuty for a token; or set PAGERDUTY_TOKEN`,
      2,
    )
  }
  const host = urlOf(io, isEurope)
  const app = { id, secret, subdomain, region: isEurope ? 'eu' : 'us' } as const
  const given = await tokenForRun(host, app, scopes, io)
  const agent = await agentFor(host, env)
  return { host, token: given, hasScopes: true, secrets: [given, secret], agent }
}

function urlOf({ env }: Io, isEurope: boolean): string {
  const usual = isEurope ? 'https://api.eu.pagerduty.com' : 'https://api.pagerduty.com'
  const text = env['PAGERDUTY_URL'] || usual
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isAddress = /^https?:\/\/[^\s/@?#]+\/?$/i.test(text)
  if (url === undefined || !isAddress) {
    throw new Failure(`PAGERDUTY_URL: expected an address such as https://api.eu.pagerduty.com`, 2)
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new Failure(
      `PAGERDUTY_URL: over http everybody on the way can read the token: expected https://${url.host} (http is for this machine only)`,
      2,
    )
  }
  return url.origin
}
