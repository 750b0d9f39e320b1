/** `/oauth/token`, of `identity.pagerduty.com`: a token for an app that knows its secret (RFC 6749, section 4.4). */
import type { Access, Region } from './access.ts'
import type { Answer } from './route.ts'

/** An app that may have tokens. */
export interface App {
  readonly clientId: string
  readonly clientSecret: string
  readonly subdomain: string
  /** What its owner has allowed it. */
  readonly scopes: readonly string[]
}

/** The path where tokens are asked for. */
export const TOKEN_PATH = '/oauth/token'

/** The form's `scope` names the account and region, `as_account-us.acme`, and what the token is to be good for. */
export function tokenFor(app: App, access: Access, form: URLSearchParams): Answer {
  if (form.get('grant_type') !== 'client_credentials') {
    return refused(400, 'unsupported_grant_type', 'Unsupported grant type')
  }
  if (form.get('client_id') !== app.clientId || form.get('client_secret') !== app.clientSecret) {
    return refused(401, 'invalid_client', 'Client authentication failed')
  }
  const [account = '', ...scopes] = (form.get('scope') ?? '').split(' ').filter((one) => one !== '')
  const [, region, subdomain] = /^as_account-(us|eu)\.(.+)$/.exec(account) ?? []
  const isKnown = scopes.length > 0 && scopes.every((scope) => app.scopes.includes(scope))
  if (!isRegion(region) || subdomain !== app.subdomain || !isKnown) {
    return refused(400, 'invalid_request', 'Invalid scope')
  }
  const body = {
    access_token: access.issue(scopes, region),
    token_type: 'bearer',
    expires_in: 86_400,
    scope: [account, ...scopes].join(' '),
  }
  return { status: 200, body }
}

function isRegion(text: string | undefined): text is Region {
  return text === 'us' || text === 'eu'
}

function refused(status: number, error: string, description: string): Answer {
  return { status, body: { error, error_description: description } }
}
