/** One rotation made to agree: plan, write, look, and plan again until nothing is left to do. */
import { SECOND, type Instant } from '../time/instant.ts'
import type { Rotation } from '../model/rotation.ts'
import { send, type Names } from './apply.ts'
import { GivenUp, Refused, Unsure, type Client } from './client.ts'
import { heardFrom, type Sent } from './heard.ts'
import { marked, olderTwin, type Target } from './locate.ts'
import { readMarker } from './marker.ts'
import { planSync } from './plan.ts'
import { readMarked } from './read-marked.ts'
import { listSchedules } from './read/schedules.ts'
import { NOTHING_HEARD } from './read/shifts.ts'
import type { Remote } from './remote.ts'
import { differences, pathOf, type Difference, type SchedulePlan } from './schedule-plan.ts'
import { MOMENT, wishFor, type Wish } from './wish.ts'

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
  readonly remote: Remote | undefined
  readonly plan: SchedulePlan
  readonly differences: readonly Difference[]
}

/** What became of it. */
export interface Outcome {
  readonly look: Look
  /** What PagerDuty refused, where that kept the rotation from agreeing. */
  readonly refused: string | undefined
  /** Whether the schedule was made just now. */
  readonly isNew: boolean
}

/** Reads a schedule and plans. */
export async function lookAt(client: Client, target: Target, settings: Settings): Promise<Look> {
  const wish = wishOf(target.rotation, settings)
  const { answered, ...rest } = target
  const { frame } = rest
  const heard = { ...NOTHING_HEARD, body: answered }
  const remote = frame && (await readMarked(client, frame, wish.range, heard))
  return planned(rest, wish, remote, settings, 0)
}

/** The same with what was read a moment ago, by the clock of now. */
export function lookAgain({ target, remote }: Look, settings: Settings): Look {
  return planned(target, wishOf(target.rotation, settings), remote, settings, 0)
}

/** The same as if the file said this of the rotation, and the schedule's description were another. */
export function lookAs(
  { target, remote }: Look,
  rotation: Rotation,
  description: string,
  settings: Settings,
): Look {
  const other = remote && { ...remote, description }
  return planned({ ...target, rotation }, wishOf(rotation, settings), other, settings, 0)
}

export function wishOf(rotation: Rotation, { team, idOf, horizon, now }: Settings): Wish {
  return wishFor(rotation, team, idOf, now(), horizon)
}

function planned(
  target: Target,
  wish: Wish,
  remote: Remote | undefined,
  { mayRewrite }: Pick<Settings, 'mayRewrite'>,
  lead: number,
): Look {
  const { marker, before } = readMarker(remote?.description ?? '')
  const plan = planSync(wish, target.kind, remote, { marker, before, mayRewrite, lead })
  // What began late, since PagerDuty would not have it begin now, is late by as much.
  const horizon = { start: wish.now + lead, end: wish.horizon }
  const found = differences(plan.actual, plan.wanted, horizon)
  return {
    target,
    wish,
    remote,
    plan,
    differences: found.filter(({ end }) => end > wish.now + MOMENT),
  }
}

/** How much later than now something begins, each time that PagerDuty would not have it. */
const LEADS = [0, 2 * SECOND, 10 * SECOND, 45 * SECOND]
const MOST_ROUNDS = 12
/** How often a request may be refused, or its answer lost, before it is left. */
const PATIENCE = 8

/**
 * Does what is to be done. `did` hears of each request that went well (`made an override`), or of which nobody knows
 * (`perhaps made an override`).
 */
export async function apply(
  client: Client,
  first: Look,
  settings: Settings,
  did: (what: string) => void,
): Promise<Outcome> {
  let look = first
  let target = first.target
  let refused: string | undefined
  let failures = 0
  let late = 0
  let before = ''
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { requests, refusals } = look.plan
    const isFatal = refusals.some(({ code }) => code !== 'guard')
    const signature = JSON.stringify(requests.map(({ method, path, what }) => [method, path, what]))
    if (requests.length === 0 || isFatal) break
    if (signature === before) failures += 1
    before = signature
    if (failures >= PATIENCE) break
    const names: Names = new Map()
    const sent: Sent[] = []
    let doing = ''
    try {
      for (const request of requests) {
        doing = `${VERBS[request.method]} ${request.what}`
        sent.push([request, await send(client, request, names)])
        did(doing)
      }
      refused = undefined
    } catch (error) {
      if (error instanceof Unsure || error instanceof GivenUp) did(`perhaps ${doing}`)
      if (error instanceof Refused) {
        if (error.status === 401 || error.status === 403) throw error
        refused = error.message
        failures += 1
        late += 1
      } else if (error instanceof Unsure) {
        await client.pause(failures)
        failures += 1
      } else {
        throw error
      }
    }
    target = await found(client, target, names.get('{schedule}'), settings)
    const wish = wishOf(target.rotation, settings)
    const heard = sent.length === requests.length ? heardFrom(look.remote, sent) : NOTHING_HEARD
    const remote = target.frame && (await readMarked(client, target.frame, wish.range, heard))
    const lead = LEADS[Math.min(late, LEADS.length - 1)] ?? 0
    // What is half done is finished: the guard has been asked before the first write.
    look = planned(target, wish, remote, { mayRewrite: true }, lead)
  }
  const isNew = first.remote === undefined && target.frame !== undefined
  if (look.plan.requests.length > 0) return { look, refused, isNew }
  client.settled()
  return { look, refused: undefined, isNew }
}

const VERBS = { POST: 'made', PUT: 'changed', DELETE: 'removed' }

/** The target with the schedule that was just made; where its id was not answered it is looked for. */
async function found(
  client: Client,
  target: Target,
  id: string | undefined,
  { team }: Settings,
): Promise<Target> {
  const { rotation, kind, frame } = target
  if (frame !== undefined) return target
  if (id !== undefined) {
    const { name } = rotation
    return { ...target, frame: { id, name, kind, description: '', zone: '', policies: undefined } }
  }
  const [made] = await marked(client, rotation.name, { team, rotation: rotation.id })
  return made === undefined ? target : { ...target, frame: made, kind: made.kind }
}

/**
 * Looks again after schedules were made: one that somebody else made at the same moment is kept rather than ours,
 * if all who look would keep it.
 */
export async function withoutTwins(
  client: Client,
  outcomes: readonly Outcome[],
  settings: Settings,
  did: (outcome: Outcome, what: string) => void,
): Promise<readonly Outcome[]> {
  if (!outcomes.some(({ isNew }) => isNew)) return outcomes
  const listed = await listSchedules(client)
  const all: Outcome[] = []
  for (const outcome of outcomes) {
    const { target } = outcome.look
    const { rotation, frame } = target
    const marker = { team: settings.team, rotation: rotation.id }
    const twin =
      outcome.isNew && frame !== undefined
        ? await olderTwin(client, listed, frame, marker)
        : undefined
    if (twin === undefined || frame === undefined) {
      all.push(outcome)
      continue
    }
    try {
      await client.write('DELETE', pathOf(target.kind, frame))
      did(outcome, 'removed the schedule, which another run has made too')
    } catch (error) {
      // Whatever became of it, the next run sees two and removes one.
      if (!(error instanceof Unsure || error instanceof Refused)) throw error
    }
    const theirs = await lookAt(client, { ...target, frame: twin, kind: twin.kind }, settings)
    all.push(await apply(client, theirs, settings, (what) => did(outcome, what)))
  }
  return all
}
