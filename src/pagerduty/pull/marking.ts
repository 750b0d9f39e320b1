/** Marking what people made by hand as rotate's own, so that the file decides about it from then on. */
import { send } from '../apply.ts'
import { Refused, Unsure, type Client } from '../client.ts'
import { layerBody } from '../layers/native.ts'
import { asNew } from '../layers/relayered.ts'
import { isUnmarked, itemsOf, markedWith, printsHad } from '../marks.ts'
import { readMarked } from '../read-marked.ts'
import type { Remote } from '../remote.ts'
import type { Request } from '../request.ts'
import { pathOf } from '../schedule-plan.ts'
import { putOf } from '../shifts/requests.ts'
import type { Look } from '../sync.ts'

/** How often an answer may be lost before it is left. */
const PATIENCE = 6

/** Writes the marks, and reads until they are there; gives PagerDuty's words where it refuses them. */
export async function mark(
  client: Client,
  { remote: first, wish }: Look,
  prints: ReadonlySet<string>,
  did: (what: string) => void,
): Promise<string | undefined> {
  if (first === undefined) return undefined
  let refused: string | undefined
  for (let failures = 0; failures <= PATIENCE; failures += 1) {
    const remote = await readMarked(client, first, wish.range)
    if (remote === undefined) return 'the schedule is gone'
    const open = itemsOf(remote, wish.now).filter(
      (one) => printsHad(one, prints).length > 0 && isUnmarked(one, remote),
    )
    if (open.length === 0) return undefined
    try {
      await send(client, markingOf(remote, markedWith(remote, prints, wish.now)), new Map())
      did(`${wish.rotation.id}: changed the schedule's mark`)
    } catch (error) {
      if (error instanceof Refused) {
        if (error.status === 401 || error.status === 403) throw error
        refused = error.message
      } else if (!(error instanceof Unsure)) {
        throw error
      }
      await client.pause(failures)
    }
  }
  return refused ?? 'PagerDuty does not keep the mark'
}

/** The description, with all else that is sent with it as it stands. */
function markingOf(remote: Remote, description: string): Request {
  if (remote.kind === 'shifts') return putOf(remote, remote.name, description)
  return {
    method: 'PUT',
    path: pathOf(remote.kind, remote),
    body: {
      schedule: {
        type: 'schedule',
        name: remote.name,
        time_zone: remote.zone,
        description,
        ...(remote.teams.length > 0 && {
          teams: remote.teams.map((id) => ({ id, type: 'team_reference' })),
        }),
        schedule_layers: remote.layers.map((layer) => layerBody(asNew(layer))),
      },
    },
    what: 'the schedule',
  }
}
