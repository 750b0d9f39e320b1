/** One rotation made to agree: write, look, and plan again until nothing is left to do. */
import { SECOND } from '../time/instant.ts'
import { planned, readMarked, wishOf, type Look, type Settings } from './look.ts'
import type { Target } from './locate.ts'
import type { Request, Sent } from './request.ts'
import type { Frame, Schedule } from './schedule.ts'
import { GivenUp, Refused, Unsure, type Known, type Names, type Service } from './service.ts'
import { marked } from './survey.ts'
import type { Wish } from './wish.ts'

/** What became of a rotation. */
export interface Outcome {
  readonly look: Look
  /** What the service refused, or never answered with certainty, where that kept the rotation from agreeing. */
  readonly refused: string | undefined
  /** Whether the schedule was made just now. */
  readonly isNew: boolean
}

/** How much later than now something begins, each time that the service would not have it. */
const LEADS = [0, 2 * SECOND, 10 * SECOND, 45 * SECOND]
const MOST_ROUNDS = 12
/** How often a request may be refused, or its answer lost, before it is left. */
const PATIENCE = 8

/**
 * Does what is to be done. `did` hears of each request that went well (`made an override`), or of which nobody knows
 * (`perhaps made an override`).
 */
export async function apply(
  service: Service,
  first: Look,
  settings: Settings,
  did: (what: string) => void,
): Promise<Outcome> {
  let look = first
  let refused: string | undefined
  let failures = 0
  let late = 0
  let before = ''
  for (let round = 0; round < MOST_ROUNDS && isOpen(look); round += 1) {
    const { requests } = look.plan
    const signature = JSON.stringify(requests.map(({ method, path, what }) => [method, path, what]))
    if (signature === before) failures += 1
    before = signature
    if (failures >= PATIENCE) break
    const done = await sendAll(service, requests, did)
    if (done.fails === undefined) refused = undefined
    else if (done.fails instanceof Refused) {
      refused = done.fails.message
      failures += 1
      late += 1
    } else {
      // Where nothing comes of it in the end, this is why.
      refused = `${service.name} gave no certain answer (${done.fails.message})`
      await service.pause(failures)
      failures += 1
    }
    const lead = LEADS[Math.min(late, LEADS.length - 1)] ?? 0
    look = await lookAfter(service, look, done, settings, lead)
  }
  const isNew = first.schedule === undefined && look.target.frame !== undefined
  if (look.plan.requests.length > 0) return { look, refused, isNew }
  service.succeeded()
  return { look, refused: undefined, isNew }
}

/** Whether there is something to be done that may be done. */
function isOpen({ plan }: Look): boolean {
  const isFatal = plan.refusals.some(({ code }) => code !== 'guard')
  return plan.requests.length > 0 && !isFatal
}

/** What became of a round of requests. */
interface Round {
  readonly names: Names
  readonly sent: readonly Sent[]
  /** Why it ended before its time. */
  readonly fails: Refused | Unsure | undefined
}

async function sendAll(
  service: Service,
  requests: readonly Request[],
  did: (what: string) => void,
): Promise<Round> {
  const names: Names = new Map()
  const sent: Sent[] = []
  for (const request of requests) {
    const doing = `${VERBS[request.method]} ${request.what}`
    try {
      sent.push([request, await service.send(request, names)])
    } catch (error) {
      if (error instanceof Unsure || error instanceof GivenUp) did(`perhaps ${doing}`)
      const isForGood =
        error instanceof Refused ? [401, 403].includes(error.status) : !(error instanceof Unsure)
      if (isForGood) throw error
      return { names, sent, fails: error as Refused | Unsure }
    }
    did(doing)
  }
  return { names, sent, fails: undefined }
}

const VERBS = { POST: 'made', PUT: 'changed', DELETE: 'removed' }

/** The look after a round. What is half done is finished: the guard has been asked before the first write. */
async function lookAfter(
  service: Service,
  { target: before, schedule: stood }: Look,
  { names, sent, fails }: Round,
  settings: Settings,
  lead: number,
): Promise<Look> {
  const target = await found(service, before, names.get('{schedule}'), settings)
  const wish = wishOf(service, target.rotation, settings)
  const known = fails === undefined ? { round: { before: stood, sent } } : {}
  const schedule = target.frame && (await readMade(service, target.frame, wish, known))
  return planned(service, target, wish, schedule, true, lead)
}

/** So often a schedule is asked for that was there, or made, a moment ago: a service may be slow to know it. */
const ASKED = 6

/** The schedule that was just written; where it stays away, nothing is made in its place. */
async function readMade(
  service: Service,
  frame: Frame,
  { range }: Wish,
  known: Known,
): Promise<Schedule> {
  for (let attempt = 0; attempt < ASKED; attempt += 1) {
    const schedule = await readMarked(service, frame, range, known)
    if (schedule !== undefined) return schedule
    await service.pause(attempt)
  }
  throw new GivenUp(
    `${service.name} does not know the schedule '${frame.name}' (${frame.id}) any more`,
  )
}

/** The target with the schedule that was just made; where its id was not answered it is looked for. */
async function found(
  service: Service,
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
  const [made] = await marked(service, rotation.name, { team, rotation: rotation.id })
  return made === undefined ? target : { ...target, frame: made, kind: made.kind }
}
