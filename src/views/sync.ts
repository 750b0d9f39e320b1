/** What `rotate sync` says: the plan, what became of it, and whether PagerDuty agrees. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { sayDate, sayTime } from '../time/words.ts'
import { writeUtc } from '../time/wall.ts'
import type { Refusal, Step, Verdict } from '../model/plan.ts'
import { clean } from './clean.ts'
import type { Json } from './json.ts'
import type { Look } from './look.ts'

/** So many changes of one rotation are told one by one. */
const MOST = 12

/** The plan in words, a line a step. */
export function sayPlan(steps: readonly Step[], look: Look): string {
  const lines: string[] = []
  const changes = new Map<string, number>()
  for (const step of steps) {
    if (step.verb === 'change') {
      const count = (changes.get(step.rotation) ?? 0) + 1
      changes.set(step.rotation, count)
      if (count > MOST) continue
    }
    lines.push(`${look.paint.strong(clean(step.rotation))}: ${clean(sayStep(step, look))}\n`)
  }
  for (const [rotation, count] of changes) {
    if (count > MOST) lines.push(`${clean(rotation)}: and ${count - MOST} more changes\n`)
  }
  return lines.join('')
}

function sayStep({ verb, stretch, before = [], after = [], why = '' }: Step, look: Look): string {
  switch (verb) {
    case 'create':
    case 'adopt':
    case 'rename':
    case 'delete':
      return why
    case 'mark':
      return stretch === undefined ? why : `${why} until ${time(stretch.end, look)}`
    case 'turns':
      return stretch === undefined ? why : `from ${time(stretch.start, look)}, ${why}`
    case 'keep':
      return `kept: ${names(after)}, ${range(stretch, look)}, ${why}`
    case 'remove':
      return `removes: ${names(after)}, ${range(stretch, look)}, ${why}`
    case 'change':
      return `${from(stretch, look)}, ${names(after)} instead of ${names(before)}`
  }
}

function from(stretch: Interval | undefined, look: Look): string {
  if (stretch === undefined) return 'now'
  const start = stretch.start <= look.now ? 'from now' : `from ${time(stretch.start, look)}`
  return `${start} to ${time(stretch.end, look)}`
}

function range(stretch: Interval | undefined, look: Look): string {
  return stretch === undefined ? '' : `${time(stretch.start, look)} to ${time(stretch.end, look)}`
}

function time(at: Instant, { zone, now }: Look): string {
  return sayTime(zone, at, now)
}

function names(all: readonly string[]): string {
  if (all.length < 2) return all[0] ?? 'nobody'
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

export function sayRefusals(refusals: readonly Refusal[], { paint }: Look): string {
  return refusals
    .map(
      ({ code, rotation, message }) =>
        `${clean(rotation)}: ${paint.error('refused')}: ${clean(message)}  [${code}]\n`,
    )
    .join('')
}

/** `primary: PagerDuty agrees: 13 shifts until 22 Feb`, or where it does not. */
export function sayVerdict({ rotation, until, shifts, differences }: Verdict, look: Look): string {
  const { paint, zone, now } = look
  if (differences.length === 0) {
    const day = sayDate(zone, until, now).replace(/^\S+ /, '')
    const count = shifts === 1 ? '1 shift' : `${shifts} shifts`
    return `${paint.strong(clean(rotation))}: ${paint.good('PagerDuty agrees')}: ${count} until ${day}\n`
  }
  const lines = differences
    .slice(0, MOST)
    .map(
      ({ start, end, before, after }) =>
        `  ${range({ start, end }, look)}: PagerDuty says ${clean(names(before))}, the file ${clean(names(after))}\n`,
    )
  const more = differences.length > MOST ? `  and ${differences.length - MOST} more\n` : ''
  return `${clean(rotation)}: ${paint.error('PagerDuty does not agree')}:\n${lines.join('')}${more}`
}

export function syncJson(
  steps: readonly Step[],
  refusals: readonly Refusal[],
  verdicts: readonly Verdict[],
): Json {
  return {
    steps: steps.map(({ id, verb, rotation, stretch, before, after, why }) => ({
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
    })),
    refusals: refusals.map(({ code, rotation, message }) => ({ code, rotation, message })),
    rotations: verdicts.map(({ rotation, schedule, until, shifts, differences }) => ({
      rotation,
      schedule,
      agrees: differences.length === 0,
      until: writeUtc(until),
      shifts,
      differences: differences.map(({ start, end, before, after }) => ({
        start: writeUtc(start),
        end: writeUtc(end),
        pagerduty: before,
        file: after,
      })),
    })),
  }
}
