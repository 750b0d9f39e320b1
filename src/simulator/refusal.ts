/** What PagerDuty answers to a request that it does not do: the error envelope, `{"error": {...}}`. */

/** What is wrong, by field; the field is a path such as `event.effective_since`. */
export type Complaints = Readonly<Record<string, readonly string[]>>

/** Ends the handling of a request, whichever part of it noticed; the server turns it into an answer. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number
  readonly complaints: Complaints

  constructor(status: number, code: number, message: string, complaints: Complaints = {}) {
    super(message)
    this.status = status
    this.code = code
    this.complaints = complaints
  }
}

export function invalid(complaints: Complaints): Refusal {
  return new Refusal(400, 2001, 'Invalid Input Provided', complaints)
}

export function notFound(what: string): Refusal {
  return new Refusal(404, 2100, 'Not Found', { [what]: ['not found'] })
}

/** An id of the other API's: it exists, and is not told here. */
export function otherKind(is: 'layer-based' | 'shift-based', api: 'v2' | 'v3'): Refusal {
  const message = `This is a ${is} schedule. Use the ${api} Schedules API to access it.`
  return new Refusal(400, 2001, message)
}

/**
 * The body of the answer. In the API for shifts the `errors` of a 400 are a map from fields to messages (schema
 * V3ErrorResponse); everywhere else they are a list of sentences.
 */
export function envelopeOf(refusal: Refusal, path: string): object {
  const { code, message, complaints, status } = refusal
  if (status === 400 && path.startsWith('/v3/')) {
    return { error: { message, code, errors: complaints } }
  }
  const errors = Object.entries(complaints).flatMap(([field, messages]) =>
    messages.map((text) => `${field} ${text}`),
  )
  return { error: { message, code, errors } }
}
