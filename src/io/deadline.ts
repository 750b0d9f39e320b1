/** Requests under deadlines, and waits, by the real clock: `ROTATE_NOW` has no say here. */
import type { IncomingMessage } from 'node:http'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { late } from './late.ts'

/** What was heard of a request: its outcome, and of its answer as much as came. */
export interface Heard<T> {
  /** Undefined where no answer came, or none that could be used. */
  readonly value: T | undefined
  /** Of the answer's first line; undefined where not even that came. */
  readonly status: number | undefined
  /** Seconds that the server asks to wait (`ratelimit-reset`). */
  readonly reset: number | undefined
  /** What the server's clock says (`Date`), epoch milliseconds. */
  readonly date: number | undefined
  /** Where the server sends whoever asks (`Location`). */
  readonly location: string | undefined
  readonly isLate: boolean
  /** Whether the answer was longer than is read. */
  readonly isTooLong: boolean
  readonly error: unknown
}

/** The channel on which Node tells of each answer before whoever asked sees it. */
const ANSWERS = 'http.client.response.finish'

/**
 * Runs one request and gives it up after so many milliseconds. An answer of 429 ends it at once: pdjs would sit on
 * that for a minute, whatever `ratelimit-reset` says, and cannot be told not to.
 */
export async function withDeadline<T>(
  milliseconds: number,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<Heard<T>> {
  const controller = new AbortController()
  let response: IncomingMessage | undefined
  let isLate = false
  const listen = (message: unknown): void => {
    const heard = (message as { response: IncomingMessage }).response
    response = heard
    // A connection that breaks in the middle of an answer goes unnoticed otherwise, until the deadline.
    heard.once('close', () => {
      if (!heard.complete) controller.abort()
    })
    if (heard.statusCode === 429) controller.abort()
  }
  const timer = setTimeout(() => {
    isLate = true
    controller.abort()
  }, milliseconds)
  const so = (): Omit<Heard<T>, 'value' | 'error'> => ({
    ...headOf(response),
    isLate,
    isTooLong: false,
  })
  subscribe(ANSWERS, listen)
  try {
    const value = await run(controller.signal)
    return { ...so(), value, error: undefined }
  } catch (error) {
    const isTooLong = !controller.signal.aborted && isHalfRead(error)
    // What is left of a long answer would go on coming.
    controller.abort()
    return { ...so(), value: undefined, isTooLong, error }
  } finally {
    clearTimeout(timer)
    unsubscribe(ANSWERS, listen)
  }
}

/**
 * Whether somebody stopped reading an answer on the way, which is what node-fetch does where it is longer than `size`,
 * packed or unpacked. pdjs then throws the answer itself, and not why.
 */
function isHalfRead(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('body' in error)) return false
  const { body } = error
  const { Readable } = late('node:stream')
  return body instanceof Readable && !body.readableEnded && body.errored === null
}

function headOf(
  response: IncomingMessage | undefined,
): Pick<Heard<unknown>, 'status' | 'reset' | 'date' | 'location'> {
  const headers = response?.headers ?? {}
  return {
    status: response?.statusCode,
    reset: finite(Number(headers['ratelimit-reset'] ?? headers['retry-after'])),
    date: finite(Date.parse(headers.date ?? '')),
    location: headers.location,
  }
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined
}
export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Milliseconds of a clock that nobody sets. */
export function elapsedNow(): number {
  return performance.now()
}

/** How requests are given up and waits are waited: what a test may run faster. */
export interface Waits {
  readonly withDeadline: typeof withDeadline
  readonly wait: typeof wait
  readonly elapsed: typeof elapsedNow
}

export const realWaits: Waits = { withDeadline, wait, elapsed: elapsedNow }
