/** What `rotate pull` does once it is wanted and the files are written: the marks in PagerDuty, then the proof. */
import { mark } from '../pagerduty/pull/marking.ts'
import type { RotationPull } from '../pagerduty/pull/plan.ts'
import { verdictOf } from '../pagerduty/steps.ts'
import { lookAt } from '../pagerduty/sync.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import type { Look } from '../views/look.ts'
import { sayVerdict } from '../views/sync.ts'
import type { Access } from './pagerduty.ts'
import type { After, Seen } from './pull-look.ts'

/** Gives the ids of the rotations whose marks are set; says why one is not. */
export async function markAll(
  { looks }: Seen,
  toMark: readonly RotationPull[],
  { client, tell }: Access,
  io: Io,
  done: string[],
): Promise<string[]> {
  const marked: string[] = []
  for (const { rotation, prints } of toMark) {
    const look = looks.find(({ wish }) => wish.rotation.id === rotation)
    if (look === undefined) continue
    const refused = await mark(client, look, prints, (what) => {
      done.push(what)
      if (io.err.isTerminal) tell(what)
    })
    if (refused === undefined) marked.push(rotation)
    else tell(`${rotation}: not marked: ${refused}: run 'rotate pull' again`)
  }
  return marked
}

/** Whether PagerDuty shows what the files say now. */
export async function sayAgreement(
  after: readonly After[],
  { settings }: Seen,
  { client }: Access,
  io: Io,
  look: Look,
): Promise<void> {
  for (const { look: planned } of after) {
    const now = await lookAt(client, planned.target, settings)
    if (now.plan.requests.length === 0 && now.differences.length === 0) {
      io.out.write(
        sayVerdict(
          verdictOf(now, (user) => user),
          look,
        ),
      )
    } else {
      io.out.write(`${clean(planned.wish.rotation.id)}: 'rotate sync' has more to do\n`)
    }
  }
}
