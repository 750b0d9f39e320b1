/** One request over the wire: what pdjs sends, under a deadline, and how much of the answer came. */
import { api } from '@pagerduty/pdjs'
import type { Json } from './json.ts'

/** What was heard of a request. */
export interface Heard<T> {
  readonly value: T | undefined
  readonly status: number | undefined
  readonly reset: number | undefined
  readonly date: number | undefined
  readonly location: string | undefined
  readonly isLate: boolean
  readonly isTooLong: boolean
  readonly error: unknown
}

/** What of the world the client needs; `io` gives it. */
export interface Wire {
  readonly withDeadline: <T>(
    milliseconds: number,
    run: (signal: AbortSignal) => Promise<T>,
  ) => Promise<Heard<T>>
  readonly wait: (milliseconds: number) => Promise<void>
  /** Milliseconds of a clock that nobody sets. */
  readonly elapsed: () => number
  /** Tells whoever looks that there is a wait, and why. */
  readonly tell: (text: string) => void
  /** The clock by which is planned what is written; where given, it is compared with PagerDuty's. */
  readonly now?: () => number
  /** What makes connections, where they do not go straight there: through a proxy. */
  readonly agent?: object | undefined
}

/** A request as it goes over the wire. */
export interface Message {
  readonly url: string
  readonly method: string
  readonly token: string
  readonly tokenType: 'bearer' | 'token'
  readonly body: Json | undefined
}

/** How long one request may take. */
const DEADLINE = 15_000
/** No answer of PagerDuty's is longer, packed or unpacked. */
const LONGEST = 64 * 1024 * 1024

/** What is heard of a message, under a deadline. */
export function ask(
  { withDeadline, agent }: Wire,
  { url, method, token, tokenType, body }: Message,
): Promise<Heard<{ readonly status: number; readonly data?: unknown }>> {
  // What pdjs hands on to node-fetch, beyond what its types know.
  const transport = { size: LONGEST, ...(agent && { agent }) }
  return withDeadline(DEADLINE, (signal) =>
    api({
      url,
      method,
      token,
      tokenType,
      signal,
      // Its own clock would only keep the program from ending.
      requestTimeout: 0,
      // Else the token, and whatever is asked, would go wherever an answer says.
      redirect: 'manual',
      ...transport,
      ...(body !== undefined && { data: body }),
    }),
  )
}

/** Where an answer sends whoever asked. */
export function redirection(
  { status = 0, location }: Pick<Heard<unknown>, 'status' | 'location'>,
  from: string,
): URL | undefined {
  const isElsewhere = status >= 300 && status < 400 && location !== undefined
  return isElsewhere && URL.canParse(location, from) ? new URL(location, from) : undefined
}
