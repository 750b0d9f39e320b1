/** A request in, an answer out: finds the route, and turns a refusal into its envelope. */
import type { Account } from './account.ts'
import { note, type Doer } from './audit.ts'
import { DEFAULT_READINGS, type Readings } from './readings.ts'
import { envelopeOf, notFound, Refusal } from './refusal.ts'
import { routeOf, type Answer, type Request } from './route.ts'
import { ROUTES } from './routes.ts'

/** The answer to a request. */
export function handle(request: Omit<Request, 'params'>, account: Account, doer: Doer): Answer {
  try {
    const found = routeOf(ROUTES, request.method, request.path)
    if (found === undefined) throw notFound('Endpoint')
    const whole = { ...request, params: found.params }
    const answer = found.route.handle(whole, account)
    note(whole, answer, account, doer)
    return answer
  } catch (error) {
    if (error instanceof Refusal) return refused(error, request.path, account.readings)
    throw error
  }
}

/** What a refusal is on the wire; of those that no route made the path does not matter. */
export function refused(
  refusal: Refusal,
  path: string = '',
  readings: Readings = DEFAULT_READINGS,
): Answer {
  return { status: refusal.status, body: envelopeOf(refusal, path, readings) }
}
