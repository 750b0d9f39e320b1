/** A write, as data: what a plan keeps beside its steps, and what is sent to a service. */

/** A request that changes something; a service knows what its path and body mean. */
export interface Request {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  /** `{schedule}` and `{rotation 1}` stand for ids that come with the answers to earlier requests. */
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
  /** What the id in the answer is called from then on, and under which key it is. */
  readonly gives?: { readonly name: string; readonly key: string }
  /** For people: `an override`, `the schedule`. */
  readonly what: string
}

/** A request and what was answered. */
export type Sent = readonly [request: Request, answer: unknown]
