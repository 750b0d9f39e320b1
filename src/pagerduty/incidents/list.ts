/** Lists of incidents: PagerDuty tells a hundred at once, ten thousand of one question, and half a year at the most. */
import { DAY, SECOND } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { writeUtc } from '../../time/wall.ts'
import type { Incident } from '../../model/incident.ts'
import { GivenUp } from '../../sync/service.ts'
import type { Client, Query } from '../client.ts'
import { objects } from '../json.ts'
import { incidentOf } from './incident.ts'

/** So long a stretch is not refused. */
const LONGEST = 150 * DAY
const PAGE = 100
/** Where a list ends, however much more there is. */
const MOST = 10_000
/** So many services go into one address. */
const SERVICES = 50

/** Those of services that were created within a stretch. Told of after each page: how many there are so far. */
export async function incidentsWithin(
  client: Client,
  services: readonly string[],
  within: Interval,
  told: (count: number) => void,
): Promise<Incident[]> {
  const found = new Map<string, Incident>()
  const keep = (some: readonly Incident[]): void => {
    for (const one of some) found.set(one.id, one)
    told(found.size)
  }
  for (const some of lots(services)) {
    for (let start = within.start; start < within.end; start += LONGEST) {
      const end = Math.min(start + LONGEST, within.end)
      await halving(client, { 'service_ids[]': some }, { start, end }, keep)
    }
  }
  return [...found.values()]
}

/** Those of services that are open now, however old. */
export async function incidentsOpen(
  client: Client,
  services: readonly string[],
): Promise<Incident[]> {
  const found: Incident[] = []
  for (const some of lots(services)) {
    const query = {
      'service_ids[]': some,
      'statuses[]': ['triggered', 'acknowledged'],
      date_range: 'all',
    }
    const isWhole = await paged(client, query, (page) => void found.push(...page))
    // They cannot be asked for in pieces, and half of them would be a lie.
    if (!isWhole)
      throw new GivenUp(`more than ${MOST} incidents are open, and PagerDuty lists no more`)
  }
  return found
}

/** A stretch; half of it and then the other where there is more in it than a list holds. */
async function halving(
  client: Client,
  query: Query,
  { start, end }: Interval,
  keep: (some: readonly Incident[]) => void,
): Promise<void> {
  // Without an offset PagerDuty would read them in the account's zone.
  const asked = {
    ...query,
    since: writeUtc(start),
    until: writeUtc(end),
    sort_by: 'created_at:asc',
  }
  if (await paged(client, asked, keep)) return
  const middle = start + Math.floor((end - start) / 2 / SECOND) * SECOND
  if (middle <= start) {
    throw new GivenUp(`more than ${MOST} incidents began at ${writeUtc(start)}`)
  }
  await halving(client, query, { start, end: middle }, keep)
  await halving(client, query, { start: middle, end }, keep)
}

/** A list page by page; false where it holds more than PagerDuty tells, known from the first page where it counts them. */
async function paged(
  client: Client,
  query: Query,
  keep: (some: readonly Incident[]) => void,
): Promise<boolean> {
  for (let offset = 0; offset + PAGE <= MOST; offset += PAGE) {
    const page = await client.get('/incidents', {
      ...query,
      limit: String(PAGE),
      offset: String(offset),
      ...(offset === 0 && { total: 'true' }),
    })
    const { total } = page
    if (typeof total === 'number' && total > MOST) return false
    const items = objects(page['incidents'], 'list of incidents')
    keep(items.map(incidentOf))
    if (page['more'] !== true || items.length === 0) return true
  }
  return false
}

function lots(services: readonly string[]): string[][] {
  const all: string[][] = []
  for (let i = 0; i < services.length; i += SERVICES) all.push(services.slice(i, i + SERVICES))
  return all
}
