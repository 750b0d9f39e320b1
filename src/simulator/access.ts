/** Who may do what: the tokens of the account, those of its app, and what a request needs. */
import { randomBytes } from 'node:crypto'
import type { Doer } from './audit.ts'
import { Refusal } from './refusal.ts'
import { scopeOf } from './scopes.ts'
import { DAY } from './zone.ts'

interface Tokens {
  readonly token: string
  readonly readOnlyToken: string
}

interface Scoped {
  readonly scopes: readonly string[]
  readonly expires: number
}

/** Where an account lives; the tokens of its apps say so. */
export type Region = 'us' | 'eu'

/** Whoever may come in, by their token, and what they may do. */
export class Access {
  readonly #tokens: Tokens
  readonly #now: () => number
  readonly #scoped = new Map<string, Scoped>()

  constructor(tokens: Tokens, now: () => number) {
    this.#tokens = tokens
    this.#now = now
  }

  /** A token of the app, good for a day. */
  issue(scopes: readonly string[], region: Region): string {
    const token = `pd${region}+_${newSecret()}`
    this.#scoped.set(token, { scopes, expires: this.#now() + DAY })
    return token
  }

  /** The token that a request came with, if it is one of ours and may do this; otherwise 401 or 403. */
  admitted(authorization: string | undefined, method: string, path: string): string {
    const { token, readOnlyToken } = this.#tokens
    const [, scheme = '', given = ''] =
      /^(Token\s+token=|Bearer\s+)"?([^"\s]+)"?$/i.exec(authorization ?? '') ?? []
    const scoped = this.#scoped.get(given)
    if (scoped !== undefined) {
      if (!/^bearer/i.test(scheme) || scoped.expires <= this.#now()) throw unauthorized()
      const needed = scopeOf(method, path)
      if (!scoped.scopes.includes(needed)) throw lacking(needed, scoped.scopes)
      return given
    }
    if (given !== token && given !== readOnlyToken) throw unauthorized()
    if (given === readOnlyToken && method !== 'GET') {
      throw new Refusal(403, 2010, 'Access Denied', { token: ['may only read'] })
    }
    return given
  }

  /** Refuses all but the token that may do everything. */
  full(authorization: string | undefined): void {
    if (authorization !== `Token token=${this.#tokens.token}`) throw unauthorized()
  }

  /** Whose doing it is what is done with a token. */
  doer(token: string, me: string | undefined): Doer {
    if (this.#scoped.has(token)) return { kind: 'app', id: undefined, method: 'oauth' }
    return { kind: me === undefined ? 'api_key' : 'user', id: me, method: 'api_token' }
  }
}

/** Nothing that anybody could guess. */
export function newSecret(): string {
  return randomBytes(15).toString('base64url')
}

function unauthorized(): Refusal {
  return new Refusal(401, 2006, 'Unauthorized', { token: ['is missing or wrong'] })
}

/** As users of Terraform's provider have met it: it has no code. */
function lacking(needed: string, scopes: readonly string[]): Refusal {
  return new Refusal(
    403,
    undefined,
    'Token missing required scopes',
    {},
    {
      required_scopes: needed,
      token_scopes: scopes.join(' '),
    },
  )
}
