/** Twins: schedules of one rotation that two runs have made at the same moment. */
import { apply, type Outcome } from './agree.ts'
import { lookAt, type Settings } from './look.ts'
import { Refused, Unsure, type Service } from './service.ts'
import { olderTwin } from './survey.ts'

/**
 * The outcomes once it was looked again after schedules were made: one that somebody else made at the same moment is
 * kept rather than ours, if all who look would keep it.
 */
export async function withoutTwins(
  service: Service,
  outcomes: readonly Outcome[],
  settings: Settings,
  did: (outcome: Outcome, what: string) => void,
): Promise<readonly Outcome[]> {
  if (!outcomes.some(({ isNew }) => isNew)) return outcomes
  const listed = await service.list()
  const all: Outcome[] = []
  for (const outcome of outcomes) {
    const { target } = outcome.look
    const { rotation, frame } = target
    const marker = { team: settings.team, rotation: rotation.id }
    const twin =
      outcome.isNew && frame !== undefined
        ? await olderTwin(service, listed, frame, marker)
        : undefined
    if (twin === undefined || frame === undefined) {
      all.push(outcome)
      continue
    }
    try {
      await service.remove({ ...frame, kind: target.kind })
      did(outcome, 'removed the schedule, which another run has made too')
    } catch (error) {
      // Whatever became of it, the next run sees two and removes one.
      if (!(error instanceof Unsure || error instanceof Refused)) throw error
    }
    const theirs = await lookAt(service, { ...target, frame: twin, kind: twin.kind }, settings)
    all.push(await apply(service, theirs, settings, (what) => did(outcome, what)))
  }
  return all
}

/** How often the answer to a deletion may be lost before it is left. */
const PATIENCE = 3

/** Deletes a schedule; says why not, where it could not. */
export async function deleted(
  service: Service,
  frame: Parameters<Service['remove']>[0],
): Promise<string | undefined> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await service.remove(frame)
      return undefined
    } catch (error) {
      if (error instanceof Refused) return error.status === 404 ? undefined : error.message
      if (!(error instanceof Unsure) || attempt > PATIENCE) throw error
      await service.pause(attempt)
    }
  }
}
