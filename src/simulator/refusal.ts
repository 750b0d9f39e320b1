/** What PagerDuty answers to a request that it does not do: the error envelope, `{"error": {...}}`. */
import type { Readings } from './readings.ts'

/** What is wrong, by field; the field is a path such as `event.effective_since`. */
export type Complaints = Readonly<Record<string, readonly string[]>>

/** Ends the handling of a request, whichever part of it noticed; the server turns it into an answer. */
export class Refusal extends Error {
  readonly status: number
  /** Undefined where PagerDuty was seen to give none. */
  readonly code: number | undefined
  readonly complaints: Complaints
  /** What stands in the envelope besides. */
  readonly more: Readonly<Record<string, string>>

  constructor(
    status: number,
    code: number | undefined,
    message: string,
    complaints: Complaints = {},
    more: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.complaints = complaints
    this.more = more
  }
}

/** The refusal of a body or query that is wrong. */
export function invalid(complaints: Complaints): Refusal {
  return new Refusal(400, 2001, 'Invalid Input Provided', complaints)
}

/** The refusal of an id that there is not. */
export function notFound(what: string): Refusal {
  return new Refusal(404, 2100, 'Not Found', { [what]: ['not found'] })
}

/** An id of the other API's: it exists, and is not told here. The answer was seen to hold a message and no more. */
export function otherKind(is: 'layer-based' | 'shift-based', api: 'v2' | 'v3'): Refusal {
  const message = `This is a ${is} schedule. Use the ${api} Schedules API to access it.`
  return new Refusal(400, undefined, message)
}

/**
 * The body of the answer. The `errors` are a list of sentences; by the schema those of a 400 in the API for shifts are
 * a map from fields to messages (V3ErrorResponse).
 */
export function envelopeOf(refusal: Refusal, path: string, { errors: kind }: Readings): object {
  const { code, message, complaints, status } = refusal
  if (code === undefined) return { error: { message, ...refusal.more } }
  if (kind === 'map' && status === 400 && path.startsWith('/v3/')) {
    return { error: { message, code, errors: complaints } }
  }
  const errors = Object.entries(complaints).flatMap(([field, messages]) =>
    messages.map((text) => `${field} ${text}`),
  )
  return { error: { message, code, errors } }
}
