/** Who may do what: the two tokens, and what a request needs. */
import { Refusal } from './refusal.ts'

export interface Tokens {
  readonly token: string
  readonly readOnlyToken: string
}

/** The token that a request came with, if it is one of ours and may do this; otherwise 401 or 403. */
export function admitted(
  { token, readOnlyToken }: Tokens,
  authorization: string | undefined,
  method: string,
): string {
  const [, given] = /^(?:Token\s+token=|Bearer\s+)"?([^"\s]+)"?$/i.exec(authorization ?? '') ?? []
  if (given === undefined || (given !== token && given !== readOnlyToken)) {
    throw new Refusal(401, 2006, 'Unauthorized', { token: ['is missing or wrong'] })
  }
  if (given === readOnlyToken && method !== 'GET') {
    throw new Refusal(403, 2010, 'Access Denied', { token: ['may only read'] })
  }
  return given
}
