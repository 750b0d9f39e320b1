/** What `rotate sync` does once it is wanted: rotation by rotation, then what is left over. */
import type { Refusal } from '../model/plan.ts'
import { apply, type Outcome } from '../sync/agree.ts'
import { isToDo, lookAgain, lookAt, type Look as Looked } from '../sync/look.ts'
import { deleted, withoutTwins } from '../sync/twins.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import type { Look } from '../views/look.ts'
import { sayRefusals } from '../views/sync.ts'
import type { Exit } from './command.ts'
import type { Conversation } from './conversation.ts'
import type { Progress } from './progress.ts'
import type { Plan } from './sync-plan.ts'

/** What became of a plan. */
export interface Done {
  readonly looks: readonly Looked[]
  /** What was refused although the plan was not, since the clock went on. */
  readonly refusals: readonly Refusal[]
  readonly exit: Exit
}

/** Carries out a plan; `isLate` where the service is to be looked at once more before that. */
export async function carriedOut(
  talk: Conversation,
  plan: Plan,
  isLate: boolean,
  progress: Progress,
  io: Io,
  look: Look,
): Promise<Done> {
  const { service, settings } = talk
  progress.plans(plan.looks.filter(isToDo).map(({ wish }) => wish.rotation.id))
  const refusals: Refusal[] = []
  const outcomes: Outcome[] = []
  for (const one of plan.looks) {
    const again = isLate
      ? await lookAt(service, one.target, settings)
      : lookAgain(service, one, settings)
    const newly = again.plan.refusals
    if (newly.length > 0) {
      io.err.write(sayRefusals(newly, look))
      refusals.push(...newly)
      outcomes.push({ look: again, refused: undefined, isNew: false })
      continue
    }
    const { id } = one.wish.rotation
    const outcome = await apply(service, again, settings, (what) => progress.did(id, what))
    outcomes.push(outcome)
    if (!isToDo(outcome.look)) progress.finished(id)
  }
  const last = await withoutTwins(service, outcomes, settings, (outcome, what) =>
    progress.did(outcome.look.wish.rotation.id, what),
  )
  const said = new Set(refusals.map(({ rotation }) => rotation))
  const failed = last.map((outcome) => sayFailed(outcome, said, io, look))
  const left = await deleteAll(talk, plan, progress, io)
  const exit = left || failed.includes(true) ? 3 : refusals.length > 0 ? 1 : 0
  return { looks: last.map((outcome) => outcome.look), refusals, exit }
}

/** Says why a rotation does not agree, where it does not; tells whether. */
function sayFailed(
  { look: one, refused }: Outcome,
  said: ReadonlySet<string>,
  io: Io,
  look: Look,
): boolean {
  const { id } = one.wish.rotation
  const isSaid = said.has(id)
  // What the service shows only now may be what its schedule cannot say otherwise.
  if (!isSaid) io.err.write(sayRefusals(one.plan.refusals, look))
  if (refused !== undefined) io.err.write(`${clean(id)}: ${clean(refused)}\n`)
  return refused !== undefined || (one.differences.length > 0 && !isSaid)
}

/** Deletes schedules; tells whether one is left. */
async function deleteAll(
  { service }: Conversation,
  { doomed }: Plan,
  progress: Progress,
  io: Io,
): Promise<boolean> {
  let isLeft = false
  for (const { frame, rotation } of doomed) {
    const why = await deleted(service, frame)
    if (why === undefined) progress.did(rotation, `deleted '${frame.name}'`)
    else {
      io.err.write(`'${clean(frame.name)}' (${clean(frame.id)}) was not deleted: ${clean(why)}\n`)
      isLeft = true
    }
  }
  return isLeft
}
