/** Requests under deadlines, and waits, by the real clock: `ROTATE_NOW` has no say here. */
import type { IncomingMessage } from 'node:http'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

/** What was heard of a request: its outcome, and of its answer as much as came. */
export interface Heard<T> {
  /** Undefined where no answer came, or none that could be used. */
  readonly value: T | undefined
  /** Of the answer's first line; undefined where not even that came. */
  readonly status: number | undefined
  /** Seconds that the server asks to wait (`ratelimit-reset`). */
  readonly reset: number | undefined
  readonly isLate: boolean
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
  let status: number | undefined
  let reset: number | undefined
  let isLate = false
  const listen = (message: unknown): void => {
    const { response } = message as { response: IncomingMessage }
    // A connection that breaks in the middle of an answer goes unnoticed otherwise, until the deadline.
    response.once('close', () => {
      if (!response.complete) controller.abort()
    })
    status = response.statusCode
    const seconds = Number(response.headers['ratelimit-reset'] ?? response.headers['retry-after'])
    if (Number.isFinite(seconds)) reset = seconds
    if (status === 429) controller.abort()
  }
  const timer = setTimeout(() => {
    isLate = true
    controller.abort()
  }, milliseconds)
  subscribe(ANSWERS, listen)
  try {
    const value = await run(controller.signal)
    return { value, status, reset, isLate, error: undefined }
  } catch (error) {
    return { value: undefined, status, reset, isLate, error }
  } finally {
    clearTimeout(timer)
    unsubscribe(ANSWERS, listen)
  }
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
