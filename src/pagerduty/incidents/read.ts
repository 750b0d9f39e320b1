/** Reads the incidents of services, each with its log: one request for each, so whoever waits is told how far it is. */
import type { Interval } from '../../time/interval.ts'
import type { Incident } from '../../model/incident.ts'
import type { Client } from '../client.ts'
import { incidentsOpen, incidentsWithin } from './list.ts'
import { logOf } from './log.ts'

/** Which incidents are read. */
export interface IncidentSearch {
  readonly services: readonly string[]
  /** When they were created. */
  readonly created: Interval
  /** Whether those that are open now are read too, however old. */
  readonly isOpenToo: boolean
  /** Which of them matter: only of those the log is read. */
  readonly matters: (incident: Incident) => boolean
}

/** How far it is. */
export interface IncidentProgress {
  /** How many are listed; how many of them matter is known once all are. */
  readonly listed: number
  readonly read: number
  readonly of: number | undefined
  /** How many requests that took. */
  readonly requests: number
}

/** The incidents that matter, each once, with their logs; one that was deleted meanwhile is left out. */
export async function readIncidents(
  client: Client,
  { services, created, isOpenToo, matters }: IncidentSearch,
  told: (progress: IncidentProgress) => void,
): Promise<Incident[]> {
  const before = client.sent
  const tell = (listed: number, read: number, of: number | undefined): void =>
    told({ listed, read, of, requests: client.sent - before })
  const found = new Map<string, Incident>()
  if (services.length > 0 && isOpenToo) {
    for (const one of await incidentsOpen(client, services)) found.set(one.id, one)
  }
  if (services.length > 0) {
    const listed = await incidentsWithin(client, services, created, (count) =>
      tell(count, 0, undefined),
    )
    for (const one of listed) found.set(one.id, one)
  }
  const chosen = [...found.values()].filter(matters)
  const whole: Incident[] = []
  for (const [i, one] of chosen.entries()) {
    tell(found.size, i, chosen.length)
    const log = await logOf(client, one.id)
    if (log !== undefined) whole.push({ ...one, log })
    // Each answer brings the work on: a year of incidents is many of them.
    client.succeeded()
  }
  tell(found.size, chosen.length, chosen.length)
  return whole
}
