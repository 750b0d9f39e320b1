/** A look at one rotation: what is wished, what the service shows, and the plan between the two. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Rotation } from '../model/rotation.ts'
import { lingeringIn } from './fingerprints.ts'
import type { Target } from './locate.ts'
import { readMarker } from './marker.ts'
import type { Frame, Schedule } from './schedule.ts'
import type { SchedulePlan } from './schedule-plan.ts'
import { OddAnswer, type Known, type Service } from './service.ts'
import { differences, type Difference } from './slices.ts'
import { unknownNow } from './survey.ts'
import { MOMENT, wishFor, type Wish } from './wish.ts'

/** What holds for all rotations of a run. */
export interface Settings {
  readonly team: string
  readonly idOf: ReadonlyMap<string, string>
  /** Milliseconds. */
  readonly horizon: number
  readonly mayRewrite: boolean
  readonly now: () => Instant
}

/** A rotation as it was looked at, and what is to be done. */
export interface Look {
  readonly target: Target
  readonly wish: Wish
  readonly schedule: Schedule | undefined
  readonly plan: SchedulePlan
  readonly differences: readonly Difference[]
}

/** A look at a rotation, for which its schedule is read. */
export async function lookAt(service: Service, target: Target, settings: Settings): Promise<Look> {
  const wish = wishOf(service, target.rotation, settings)
  const { answer, ...rest } = target
  const { frame } = rest
  const schedule = frame && (await readTold(service, frame, wish.range, { answer }))
  return planned(service, rest, wish, schedule, settings.mayRewrite, 0)
}

/**
 * The schedule of a frame that was told a moment ago. Where the two do not agree that it is there, and whose mark it
 * has, one of them is not the truth: what is made then is made twice, and what was made is taken for somebody's.
 */
async function readTold(
  service: Service,
  frame: Frame,
  within: Interval,
  known: Known,
): Promise<Schedule> {
  const schedule = await readMarked(service, frame, within, known)
  if (schedule === undefined) throw unknownNow(service, frame)
  const marks = [frame, schedule].map(({ description }) => readMarker(description).marker)
  const [told, read] = marks.map((one) => one && `${one.team}/${one.rotation}`)
  if (told !== undefined && told !== read) {
    throw new OddAnswer(
      `${service.name} told of a mark of the schedule '${frame.name}' (${frame.id}) that is not there when asked: run it again`,
    )
  }
  return schedule
}

/** The same with what was read a moment ago, by the clock of now. */
export function lookAgain(service: Service, { target, schedule }: Look, settings: Settings): Look {
  const wish = wishOf(service, target.rotation, settings)
  return planned(service, target, wish, schedule, settings.mayRewrite, 0)
}

/** The same as if the file said this of the rotation, and the schedule's description were another. */
export function lookAs(
  service: Service,
  { target, schedule }: Look,
  rotation: Rotation,
  description: string,
  settings: Settings,
): Look {
  const other = schedule && { ...schedule, description }
  const wish = wishOf(service, rotation, settings)
  return planned(service, { ...target, rotation }, wish, other, settings.mayRewrite, 0)
}

/** The wish for a rotation by the clock of now. */
export function wishOf(
  service: Service,
  rotation: Rotation,
  { team, idOf, horizon, now }: Settings,
): Wish {
  const { keepsForeign } = service.linkOf(rotation)
  return wishFor(rotation, keepsForeign, team, idOf, now(), horizon)
}

/** The look at what was read, with the plan; what begins, begins as much later than now as `lead` says. */
export function planned(
  service: Service,
  target: Target,
  wish: Wish,
  schedule: Schedule | undefined,
  mayRewrite: boolean,
  lead: number,
): Look {
  const { marker, before } = readMarker(schedule?.description ?? '')
  const plan = service.plan(wish, target.kind, schedule, { marker, before, mayRewrite, lead })
  // What began late, since the service would not have it begin now, is late by as much.
  const horizon = { start: wish.now + lead, end: wish.horizon }
  const found = differences(plan.actual, plan.wanted, horizon)
  return {
    target,
    wish,
    schedule,
    plan,
    differences: found.filter(({ end }) => end > wish.now + MOMENT),
  }
}

/** Whether a look found anything to be done. */
export function isToDo({ plan }: Look): boolean {
  return plan.requests.length > 0
}

/**
 * All of a schedule that matters within an interval; undefined where it is gone. Fingerprints that no item explains
 * there may be of what has ended, of what is far ahead, or of what is gone: so more items are asked for then.
 */
export async function readMarked(
  service: Service,
  frame: Pick<Frame, 'kind' | 'id'>,
  within: Interval,
  known: Known = {},
): Promise<Schedule | undefined> {
  const schedule = await service.read(frame, within, known)
  if (schedule === undefined) return undefined
  const { marker } = readMarker(schedule.description)
  const isExplained = marker === undefined || lingeringIn(marker, schedule).size === 0
  return isExplained ? schedule : service.withBeyond(schedule, within)
}
