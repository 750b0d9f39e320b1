/** Who is paged at which level of an escalation policy, and through which rotation: PagerDuty says it, nobody here decides it. */
import type { Instant } from '../time/instant.ts'

export interface Escalation {
  /** The name of the policy. */
  readonly policy: string
  /** From 1. */
  readonly level: number
  readonly rotation: string
  /** The name of who is paged. */
  readonly who: string
  /** The person of the file whom that is; undefined where it is nobody of it. */
  readonly person: string | undefined
  /** When their shift ends; Infinity where PagerDuty says no end. */
  readonly until: Instant
}

/** A policy in which the first two levels page one person: if they do not answer, nobody else is asked in time. */
export interface SameTwice {
  readonly policy: string
  readonly who: string
}

/** The policies whose first two levels page one and the same person, and nobody else. */
export function sameTwice(all: readonly Escalation[]): SameTwice[] {
  const policies = [...new Set(all.map(({ policy }) => policy))]
  return policies.flatMap((policy): SameTwice[] => {
    const [first, second] = [1, 2].map((level) => [
      ...new Set(
        all.filter((one) => one.policy === policy && one.level === level).map(({ who }) => who),
      ),
    ])
    const isSame =
      first !== undefined &&
      second !== undefined &&
      first.length === 1 &&
      first.join() === second.join()
    return isSame ? [{ policy, who: first.join() }] : []
  })
}
