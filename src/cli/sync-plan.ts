/** What `rotate sync` would do, and whether it may. */
import type { Refusal, Step } from '../model/plan.ts'
import { isToDo, lookAgain, type Look } from '../sync/look.ts'
import { deletionOf, stepsOf } from '../sync/steps.ts'
import { isOn, type Exit, type Input } from './command.ts'
import { lookAtAll, usersIn, type Conversation } from './conversation.ts'
import { deletions, type Doomed } from './sync-deletions.ts'

/** All that is to be done, of all rotations. */
export interface Plan {
  readonly looks: readonly Look[]
  /** Schedules that are to be deleted. */
  readonly doomed: readonly Doomed[]
  readonly steps: readonly Step[]
  readonly refusals: readonly Refusal[]
  readonly isWork: boolean
}

/** The plan, once everybody in it is known by name. */
export async function planned(talk: Conversation, input: Input): Promise<Plan> {
  const { service, settings, found, who } = talk
  let looks = await lookAtAll(talk)
  if (await who.meet(looks.flatMap(usersIn))) {
    looks = looks.map((one) => lookAgain(service, one, settings))
  }
  const doomed = deletions(found, isOn(input, 'prune'))
  return {
    looks,
    doomed,
    steps: [
      ...looks.flatMap((one) => stepsOf(service, one, who.nameOf)),
      ...doomed.map(({ frame, rotation, why }) => deletionOf(frame, rotation, why)),
    ],
    refusals: [...found.refusals, ...looks.flatMap(({ plan }) => plan.refusals)],
    isWork: doomed.length > 0 || looks.some(isToDo),
  }
}

const ANSWERS_NO: readonly Refusal['code'][] = ['guard', 'not-adopted', 'other-team']

/** What the command ends with where its plan is refused. */
export function exitFor(refusals: readonly Refusal[], input: Input): Exit {
  if (refusals.some(({ code }) => !ANSWERS_NO.includes(code))) return 2
  return isOn(input, 'dryRun') ? 0 : 1
}
