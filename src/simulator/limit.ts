/** So many requests a minute for each token, told in the headers of every answer. */
export interface RateLimit {
  /** 960 in the real PagerDuty. */
  readonly perMinute: number
  /** How long a minute is, in milliseconds; for tests that do not want to wait for one. */
  readonly minute?: number
}

/** Whether a request is one too many, and what is said about it. */
export interface Allowance {
  readonly isExceeded: boolean
  readonly headers: Readonly<Record<string, string>>
}

/** Counts requests by the real clock, whatever time the simulator shows. */
export class Limiter {
  readonly #limit: RateLimit
  readonly #windows = new Map<string, { began: number; used: number }>()

  constructor(limit: RateLimit) {
    this.#limit = limit
  }

  /** Counts one request of a token; `now` is in milliseconds of any clock. */
  count(token: string, now: number = performance.now()): Allowance {
    const { perMinute, minute = 60_000 } = this.#limit
    let window = this.#windows.get(token)
    if (window === undefined || now - window.began >= minute) {
      window = { began: now, used: 0 }
      this.#windows.set(token, window)
    }
    window.used += 1
    return {
      isExceeded: window.used > perMinute,
      headers: {
        'ratelimit-limit': String(perMinute),
        'ratelimit-remaining': String(Math.max(0, perMinute - window.used)),
        'ratelimit-reset': String(Math.ceil((window.began + minute - now) / 1000)),
      },
    }
  }
}
