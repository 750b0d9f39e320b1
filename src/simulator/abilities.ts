/** `/abilities`: what the account may do. */
import type { Account } from './account.ts'
import type { Answer, Request } from './route.ts'

/** Answers `GET /abilities`. */
export function listAbilities(_request: Request, _account: Account): Answer {
  return { status: 200, body: { abilities: ['teams', 'urgencies', 'read_only_users'] } }
}
