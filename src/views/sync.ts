/** What `rotate sync` says: the plan, what became of it, and whether PagerDuty agrees. */
import { SECOND, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { writeLength, type Length } from '../time/length.ts'
import { sayDate, sayTime } from '../time/words.ts'
import { writeUtc } from '../time/wall.ts'
import type { Refusal, Step, Verdict } from '../model/plan.ts'
import { clean } from './clean.ts'
import { differenceJson, type Json } from './json.ts'
import type { Look } from './look.ts'
import { sayNames } from './names.ts'

/** So many changes of one rotation are told one by one. */
const MOST = 12
/** What begins within this time begins now: plans are reckoned to whole seconds. */
const SOON = 2 * SECOND

/**
 * The plan in words, a line a step. Of a new schedule it says who is on call at once, which turns go on by themselves
 * and how much is filled in; that everybody in it comes instead of nobody goes without saying.
 */
export function sayPlan(steps: readonly Step[], look: Look): string {
  return [...new Set(steps.map(({ rotation }) => rotation))]
    .map((rotation) => {
      const own = steps.filter((step) => step.rotation === rotation)
      const isNew = own.some(({ verb }) => verb === 'create')
      const lines = isNew ? newLines(own, look) : oldLines(own, look)
      return lines.map((line) => `${look.paint.strong(clean(rotation))}: ${clean(line)}\n`).join('')
    })
    .join('')
}

function newLines(steps: readonly Step[], look: Look): string[] {
  return steps.flatMap((step, i) => {
    const { verb, stretch, after = [] } = step
    if (verb !== 'change') return [sayStep(step, look, turnsBefore(steps, i))]
    if (stretch === undefined || stretch.start > look.now + SOON) return []
    return [`from now to ${time(stretch.end, look)}, ${sayNames(after)}`]
  })
}

/** The turns of the same layer that end where these begin. */
function turnsBefore(steps: readonly Step[], i: number): Step | undefined {
  const step = steps[i]
  return steps
    .slice(0, i)
    .find(
      ({ verb, layer, stretch }) =>
        verb === 'turns' && layer === step?.layer && stretch?.end === step?.stretch?.start,
    )
}

function oldLines(steps: readonly Step[], look: Look): string[] {
  const changes = steps.filter(({ verb }) => verb === 'change')
  const left = changes.length - MOST
  return steps.flatMap((step) => {
    const i = changes.indexOf(step)
    if (left > 0 && i >= MOST) return i === MOST ? [`and ${left} more changes`] : []
    return [sayStep(step, look, turnsBefore(steps, steps.indexOf(step)))]
  })
}

function sayStep(step: Step, look: Look, turns?: Step): string {
  const { verb, stretch, before = [], after = [], why = '', count = 0 } = step
  switch (verb) {
    case 'create':
    case 'adopt':
    case 'rename':
    case 'delete':
    case 'mark':
      return why
    case 'turns':
      return sayTurns(step, look, turns)
    case 'fill': {
      const until = `until ${stretch === undefined ? '' : time(stretch.end, look)}`
      const isNew = count > 0 ? ` (${count} new)` : ''
      return `${why}, ${until}${isNew}`
    }
    case 'keep':
      return `kept: ${sayNames(after)}, ${range(stretch, look)}, ${why}`
    case 'remove':
      return `removes: ${sayNames(after)}, ${range(stretch, look)}, ${why}`
    case 'change':
      return `${from(stretch, look)}, ${sayNames(after)} instead of ${sayNames(before)}`
  }
}

/** The order from when on; where turns only change, who comes and who goes. */
function sayTurns({ stretch, after = [], layer, turn }: Step, look: Look, turns?: Step): string {
  const when = stretch === undefined ? '' : since(stretch.start, look)
  const whose = layer === undefined ? '' : ` (${layer})`
  const come = after.filter((one) => turns?.after?.includes(one) === false)
  const go = (turns?.after ?? []).filter((one) => !after.includes(one))
  if (come.length + go.length > 0) {
    const changes = [
      ...(come.length === 0 ? [] : [`with ${sayNames(come)}`]),
      ...(go.length === 0 ? [] : [`without ${sayNames(go)}`]),
    ]
    return `${when}${whose} ${changes.join(', ')}`
  }
  return after.length === 1
    ? `${when}${whose} ${after.join()} goes on by itself`
    : `${when}${whose} ${turn === undefined ? '' : rhythm(turn)} ${after.join(', ')} go on by themselves`
}

function since(at: Instant, look: Look): string {
  return at <= look.now + SOON ? 'from now' : `from ${time(at, look)}`
}

function from(stretch: Interval | undefined, look: Look): string {
  if (stretch === undefined) return 'now'
  return `${since(stretch.start, look)} to ${time(stretch.end, look)}`
}

/** `weekly`, `every 2 weeks` */
function rhythm(turn: Length): string {
  if (turn.count > 1) return `every ${writeLength(turn)}`
  switch (turn.unit) {
    case 'minutes':
      return 'every minute'
    case 'hours':
      return 'hourly'
    case 'days':
      return 'daily'
    case 'weeks':
      return 'weekly'
    case 'months':
      return 'monthly'
    case 'shifts':
      return 'shift by shift'
  }
}

function range(stretch: Interval | undefined, look: Look): string {
  return stretch === undefined ? '' : `${time(stretch.start, look)} to ${time(stretch.end, look)}`
}

function time(at: Instant, { zone, now }: Look): string {
  return sayTime(zone, at, now)
}

/** Why a plan is refused, a line each. */
export function sayRefusals(refusals: readonly Refusal[], { paint }: Look): string {
  return refusals
    .map(
      ({ code, rotation, message }) =>
        `${clean(rotation)}: ${paint.error('refused')}: ${clean(message)}  [${code}]\n`,
    )
    .join('')
}

/** `primary: PagerDuty agrees: 13 shifts until 22 Feb`, or where it does not. */
export function sayVerdict(
  { rotation, until, shifts, differences }: Verdict,
  look: Look,
  whose = 'PagerDuty',
): string {
  const name = clean(whose)
  const { paint, zone, now } = look
  if (differences.length === 0) {
    const day = sayDate(zone, until, now).replace(/^\S+ /, '')
    const count = shifts === 1 ? '1 shift' : `${shifts} shifts`
    return `${paint.strong(clean(rotation))}: ${paint.good(`${name} agrees`)}: ${count} until ${day}\n`
  }
  const lines = differences
    .slice(0, MOST)
    .map(
      ({ start, end, before, after }) =>
        `  ${range({ start, end }, look)}: ${name} says ${clean(sayNames(before))}, the file ${clean(sayNames(after))}\n`,
    )
  const more = differences.length > MOST ? `  and ${differences.length - MOST} more\n` : ''
  return `${clean(rotation)}: ${paint.error(`${name} does not agree`)}:\n${lines.join('')}${more}`
}

/** A plan and what came of it, as data. */
export function syncJson(
  steps: readonly Step[],
  refusals: readonly Refusal[],
  verdicts: readonly Verdict[],
): Json {
  return {
    steps: steps.map(({ id, verb, rotation, stretch, before, after, why, layer, turn, count }) => ({
      id,
      verb,
      rotation,
      ...(stretch && {
        start: writeUtc(stretch.start),
        end: stretch.end === Infinity ? null : writeUtc(stretch.end),
      }),
      ...(before && { before }),
      ...(after && { after }),
      ...(why !== undefined && { why }),
      ...(layer !== undefined && { layer }),
      ...(turn && { turn: writeLength(turn) }),
      ...(count !== undefined && { count }),
    })),
    refusals: refusals.map(({ code, rotation, message }) => ({ code, rotation, message })),
    rotations: verdicts.map(({ rotation, schedule, until, shifts, differences }) => ({
      rotation,
      schedule,
      agrees: differences.length === 0,
      until: writeUtc(until),
      shifts,
      differences: differences.map((one) => differenceJson(one)),
    })),
  }
}
