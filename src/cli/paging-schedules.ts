/** The schedules of rotations in PagerDuty, and the escalation policies that call them. */
import type { Interval } from '../time/interval.ts'
import type { Rotation } from '../model/rotation.ts'
import { locate, locateAmong, type Search, type Target } from '../sync/locate.ts'
import type { Schedule } from '../sync/schedule.ts'
import type { Seen } from '../sync/service.ts'
import type { Io } from '../io/io.ts'
import { Failure } from '../io/failure.ts'
import { sayRefusals } from '../views/sync.ts'
import type { Access } from './pagerduty.ts'
import type { Session } from './session.ts'

/** A rotation's schedule, and the policies that call it. */
export interface Called {
  readonly rotation: Rotation
  readonly schedule: Schedule
  readonly policies: readonly {
    readonly id: string
    readonly services: readonly { readonly id: string }[]
    readonly levels: ReadonlyMap<string, number>
  }[]
}

/** The schedules of the rotations asked for, and of others that the same policies call: they may have a claim on a page. */
export async function schedulesOf(
  { service, team }: Access,
  { workspace, look }: Session,
  { rotations, within }: { readonly rotations: readonly Rotation[]; readonly within: Interval },
  io: Io,
): Promise<Called[]> {
  const search: Search = {
    team,
    rotations,
    workspace,
    isWhole: false,
    // Whoever only reads takes nothing over.
    mayAdopt: true,
    rangeOf: () => within,
  }
  const { targets, refusals } = await locate(service, search)
  if (refusals.length > 0) {
    io.err.write(sayRefusals(refusals, look))
    throw new Failure('nothing was written: of what rang there only half would be known', 2)
  }
  const calledOf = async ({ rotation, frame, answer }: Target): Promise<Called[]> => {
    if (frame === undefined) return []
    const schedule = await service.read(frame, within, { answer })
    if (schedule === undefined) return []
    return [{ rotation, schedule, policies: await service.policiesUsing(frame) }]
  }
  const found: Called[] = []
  for (const target of targets) found.push(...(await calledOf(target)))
  const known = new Set(found.map(({ schedule }) => schedule.id))
  const called = found.flatMap(({ policies }) => policies.flatMap((one) => [...one.levels.keys()]))
  const frames: Seen[] = []
  for (const id of new Set(called)) {
    const frame = known.has(id) ? undefined : await service.frame(id, within)
    if (frame !== undefined) frames.push(frame)
  }
  const all = [...workspace.rotations.values()]
  const others = all.filter((one) => !found.some(({ rotation }) => rotation === one))
  for (const target of await locateAmong(service, frames, { ...search, rotations: others })) {
    found.push(...(await calledOf(target)))
  }
  return found.sort((a, b) => all.indexOf(a.rotation) - all.indexOf(b.rotation))
}
