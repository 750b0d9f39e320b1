/** What `who --pagerduty` and `status --pagerduty` ask: who is paged at which level. Nothing is written. */
import type { Escalation } from '../model/escalation.ts'
import type { Rotation } from '../model/rotation.ts'
import { locate } from '../pagerduty/locate.ts'
import { escalationsOf } from '../pagerduty/on-calls.ts'
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
  const { client, team, talking } = await accessOf(command, workspace, io, 'asks whom it pages')
  return talking(
    () => 'nothing was written',
    async () => {
      const { targets, refusals } = await locate(client, {
        team,
        rotations,
        known: [...workspace.rotations.keys(), ...workspace.unsound.rotations],
        isWhole: false,
        mayAdopt: false,
        rangeOf: () => ({ start: look.now, end: look.now + 1000 }),
      })
      if (refusals.length > 0) io.err.write(sayRefusals(refusals, look))
      return escalationsOf(client, targets, workspace.people.values())
    },
  )
}
