/** Who made overrides and custom shifts by hand: what the audit records of a schedule tell. */
import { DAY, type Instant } from '../time/instant.ts'
import { writeUtc } from '../time/wall.ts'
import type { Item } from '../sync/schedule.ts'
import { OddAnswer, Refused, type Maker } from '../sync/service.ts'
import type { Client, Query } from './client.ts'
import { objectIfAny, objects, objectsIfAny, textOr, type Json } from './json.ts'
import type { Remote } from './remote.ts'
import { pathOf } from './request.ts'

/** PagerDuty tells of at most 31 days at once; what is older than three times that, nobody asks about. */
const STRETCH = 30 * DAY
const STRETCHES = 3
/** Pages of a hundred records for one schedule. */
const MOST_PAGES = 20

/**
 * The makers of items by the ids of these; without those of whom PagerDuty does not tell, which is all where the
 * token may not read audit records or the account keeps none.
 */
export async function makersOf(
  client: Client,
  remote: Remote,
  items: readonly Item[],
  now: Instant,
): Promise<ReadonlyMap<string, Maker>> {
  const sought = new Set(items.flatMap(({ id }) => id ?? []))
  const makers = new Map<string, Maker>()
  try {
    let pages = 0
    for (let back = 0; back < STRETCHES && sought.size > 0; back += 1) {
      for (let cursor = ''; pages < MOST_PAGES && sought.size > 0; pages += 1) {
        const page = await client.get(`${pathOf(remote.kind, remote)}/audit/records`, {
          ...stretchOf(now, back),
          limit: '100',
          ...(cursor !== '' && { cursor }),
        })
        for (const record of objects(page['records'], 'list of records')) {
          const id = madeIn(record)
          if (id === undefined || !sought.delete(id)) continue
          const maker = makerIn(record)
          if (maker !== undefined) makers.set(id, maker)
        }
        cursor = textOr(page['next_cursor'], '')
        if (cursor === '') break
      }
    }
  } catch (error) {
    // Nothing depends on it: the swap is brought in all the same.
    if (!(error instanceof Refused || error instanceof OddAnswer)) throw error
  }
  return makers
}

/** The newest stretch has no end, since PagerDuty's clock may be ahead of ours. */
function stretchOf(now: Instant, back: number): Query {
  const since = writeUtc(now - (back + 1) * STRETCH)
  return back === 0 ? { since } : { since, until: writeUtc(now - back * STRETCH) }
}

/** The id of what a record says was made. */
function madeIn({ action, details }: Json): string | undefined {
  if (action !== 'create') return undefined
  return textOr(objectIfAny(objectIfAny(details)['resource'])['id'], undefined)
}

/** The user among the actors: a key or an app is nobody whom one could ask. */
function makerIn({ actors }: Json): Maker | undefined {
  for (const actor of objectsIfAny(actors, 'list of actors')) {
    if (actor['type'] !== 'user_reference' && actor['type'] !== 'user') continue
    const id = textOr(actor['id'], '')
    const name = textOr(actor['summary'], '')
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .trim()
    if (id !== '') return { id, name: name || id }
  }
  return undefined
}
