/** Whose a page is: of the rotations that a pager alerts, the one that the page belongs to. */
import type { Instant } from '../../time/instant.ts'
import { joined, type Interval } from '../../time/interval.ts'
import type { Zone } from '../../time/zone.ts'
import { groupBy } from '../../model/group.ts'
import type { Person } from '../../model/person.ts'
import { firstEndingAfter } from '../../timeline/span.ts'
import type { Page } from './page.ts'

/** Somebody whom a pager can call: a person of the file, or a user of the pager alone. */
export interface Responder {
  /** The same for whoever is the same. */
  readonly key: string
  readonly name: string
  readonly person: Person | undefined
  /** Their clock. */
  readonly zone: Zone
}

/** Who is who. */
export interface Responders {
  /** The key of a user of the pager. */
  readonly keyOf: (user: string) => string
  readonly named: (key: string) => Responder
}

/** A rotation as a pager knows it. */
export interface Duty {
  readonly rotation: string
  /** When each holds it, by their key: sorted and disjoint. */
  readonly held: ReadonlyMap<string, readonly Interval[]>
  /** The lowest level at which each escalation policy alerts it, by the id of the policy; 1 is the lowest. */
  readonly levels: ReadonlyMap<string, number>
  /** The ids of the services of those policies. */
  readonly services: ReadonlySet<string>
}

/** When each holds a rotation, of stretches in any order. */
export function heldBy(
  stretches: readonly (Interval & { readonly people: readonly string[] })[],
): Duty['held'] {
  const pieces = stretches.flatMap(({ start, end, people }) =>
    people.map((key) => ({ key, start, end })),
  )
  const groups = groupBy(
    pieces,
    ({ key }) => key,
    ({ start, end }): Interval => ({ start, end }),
  )
  return new Map([...groups].map(([key, all]) => [key, joined(all)]))
}

/** Whether somebody has the duty at an instant, by their key. */
export function holds({ held }: Duty, key: string, at: Instant): boolean {
  const mine = held.get(key) ?? []
  return (mine[firstEndingAfter(mine, at)]?.start ?? Infinity) <= at
}

/**
 * The rotation that a page belongs to: one that its person held then and whose policies have the service. Of several the
 * one that the incident's own policy alerts, at the lowest level; then the first of the list, so that no page counts twice.
 */
export function dutyOf(
  { incident, user, at }: Page,
  duties: readonly Duty[],
  { keyOf }: Responders,
): Duty | undefined {
  const key = keyOf(user.id)
  let found: Duty | undefined
  let lowest = Infinity
  for (const duty of duties) {
    if (!duty.services.has(incident.service.id) || !holds(duty, key, at)) continue
    const level = duty.levels.get(incident.policy ?? '') ?? Infinity
    if (found !== undefined && level >= lowest) continue
    found = duty
    lowest = level
  }
  return found
}
