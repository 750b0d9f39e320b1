/** What became of a request: done, refused, lost so that nobody knows, or not to be asked again. */
import { object, textOr, type Json } from './json.ts'
import { scopeOf } from './scopes.ts'
import type { Heard } from './wire.ts'

/** What became of a request. */
export type Outcome =
  | { readonly kind: 'done'; readonly data: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  | { readonly kind: 'lost'; readonly message: string }
  /** Asking again would give the same. */
  | { readonly kind: 'hopeless'; readonly message: string }

/** What was asked, and whether with a token that has scopes. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly isScoped: boolean
}

/** The outcome of what was heard. */
export function outcomeOf(
  heard: Heard<{ readonly status: number; readonly data?: unknown }>,
  asked: Asked,
): Outcome {
  const status = heard.value?.status ?? heard.status
  if (heard.isTooLong) return { kind: 'hopeless', message: 'its answer is longer than 64 MB' }
  if (status === 407) {
    return {
      kind: 'hopeless',
      message: 'the proxy answers 407: it asks for a name and a password, or for others',
    }
  }
  // The request took too long to arrive, says PagerDuty, and wants it once more.
  if (status === 408) return { kind: 'lost', message: 'it answered 408' }
  if (heard.value !== undefined && status !== undefined) {
    if (status >= 200 && status < 300) {
      const { data } = heard.value
      // Something that parses as JSON but is no object is no answer of PagerDuty's.
      if (data === undefined || (typeof data === 'object' && data !== null)) {
        return { kind: 'done', data }
      }
    } else if (status >= 400 && status < 500) {
      return { kind: 'refused', status, message: reasonOf(status, heard.value.data, asked) }
    }
    return { kind: 'lost', message: `it answered ${status}` }
  }
  if (heard.isLate) return { kind: 'lost', message: 'no answer in time' }
  // A refusal whose body cannot be read: by a proxy, perhaps, so that what it says is not taken as PagerDuty's.
  if (status === 401 || status === 402 || status === 403) {
    return { kind: 'refused', status, message: reasonOf(status, undefined, asked) }
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
function reasonOf(status: number, data: unknown, asked: Asked): string {
  if (status === 401) return 'PagerDuty does not know this token: is PAGERDUTY_TOKEN right?'
  const found = typeof data === 'object' && data !== null && 'error' in data ? data.error : {}
  const error: Json =
    typeof found === 'object' && found !== null
      ? object(found, 'error')
      : { message: String(found) }
  const message = textOr(error['message'], `status ${status}`)
  const details = detailsIn(error['errors'])
  if (status === 402) details.push(...saidUnder(/abilit/i, data))
  const more = details.length === 0 ? '' : `: ${details.join('; ')}`
  const account = status === 402 ? 'the account lacks an ability: ' : ''
  return `PagerDuty refused (${status}): ${account}${message}${more}${status === 403 ? hintOf(data, asked) : ''}`
}

/** What may help against a 403. PagerDuty was seen to name the scope; its documentation has one for each request. */
function hintOf(data: unknown, { method, path, isScoped }: Asked): string {
  const named = saidUnder(/^required_scopes?$/, data).join(', ')
  if (!isScoped && named === '') {
    return method === 'GET' ? ' (may this token read this?)' : ' (may this token write?)'
  }
  return ` (it needs the scope ${named || scopeOf(method, path)})`
}

/** PagerDuty's contract says a map from fields to what is wrong with them; it was seen to answer a list. */
function detailsIn(errors: unknown): string[] {
  if (typeof errors === 'string') return [errors]
  if (Array.isArray(errors)) return errors.map(said)
  if (typeof errors !== 'object' || errors === null) return []
  return Object.entries(errors).map(
    ([field, what]) => `${field} ${[what].flat().map(said).join(', ')}`,
  )
}

function said(what: unknown): string {
  if (typeof what !== 'object' || what === null) return String(what)
  return 'message' in what && typeof what.message === 'string' ? what.message : JSON.stringify(what)
}

/**
 * What an answer says under keys of such a name, wherever they are: "please review the response for the required
 * abilities", says the contract, and not where in it.
 */
function saidUnder(name: RegExp, data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) => {
    if (key === 'errors') return []
    return name.test(key) ? [value].flat().map(said) : saidUnder(name, value)
  })
}
