/** What `who --pagerduty` and `status --pagerduty` ask: who is paged at which level. Nothing is written. */
import type { Escalation } from '../model/escalation.ts'
import type { Rotation } from '../model/rotation.ts'
import { locate } from '../sync/locate.ts'
import type { Io } from '../io/io.ts'
import { sayRefusals } from '../views/sync.ts'
import { accessOf } from './pagerduty.ts'
import type { Session } from './session.ts'

/** Rotations whose schedule is not known as ours are said on stderr, and left out. */
export async function paged(
  command: string,
  { workspace, look }: Session,
  rotations: readonly Rotation[],
  io: Io,
): Promise<readonly Escalation[]> {
  const { service, team, talking } = await accessOf(command, workspace, io, 'asks whom it pages')
  return talking(
    () => 'nothing was written',
    async () => {
      const { targets, refusals } = await locate(service, {
        team,
        rotations,
        workspace,
        isWhole: false,
        mayAdopt: false,
        rangeOf: () => ({ start: look.now, end: look.now + 1000 }),
      })
      if (refusals.length > 0) io.err.write(sayRefusals(refusals, look))
      const ids = targets.flatMap(({ frame, rotation }) =>
        frame === undefined ? [] : [[frame.id, rotation.id] as const],
      )
      return service.escalations(new Map(ids), [...workspace.people.values()])
    },
  )
}
