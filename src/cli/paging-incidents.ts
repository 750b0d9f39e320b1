/** The incidents of services in PagerDuty, and how far the reading of them is. */
import { DAY } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Incident } from '../model/incident.ts'
import { sayNumber } from '../views/count.ts'
import type { Called } from './paging-schedules.ts'
import type { Access } from './pagerduty.ts'

/** Older incidents are not looked for, unless they are open now. */
const BEFORE = 35 * DAY

/** From so many requests on it is said how many they were. */
const MANY = 500

/** The incidents of a stretch that could ring for rotations, each with its log. */
export async function incidentsOf(
  { service, tell }: Access,
  found: readonly Called[],
  { within, isOpenToo }: { readonly within: Interval; readonly isOpenToo: boolean },
  says: (words: string) => void,
): Promise<readonly Incident[]> {
  const services = new Set(
    found.flatMap(({ policies }) => policies.flatMap((one) => one.services.map(({ id }) => id))),
  )
  let requests = 0
  const incidents = await service.incidents(
    {
      services: [...services].sort(),
      created: { start: within.start - BEFORE, end: within.end },
      isOpenToo,
      matters: ({ created, resolved }) =>
        created < within.end && (resolved === undefined || resolved >= within.start),
    },
    (progress) => {
      const { listed, read, of } = progress
      requests = progress.requests
      const far = of === undefined ? sayNumber(listed) : `${sayNumber(read)} of ${sayNumber(of)}`
      says(`reading incidents of PagerDuty: ${far} (${sayNumber(requests)} requests) …`)
    },
  )
  // What is so long is worth a word also where nobody waits at a terminal.
  if (requests > MANY) {
    tell(
      `Read ${sayNumber(incidents.length)} incidents of PagerDuty, in ${sayNumber(requests)} requests.`,
    )
  }
  return incidents
}
