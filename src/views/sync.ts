/** What `rotate sync` says of a plan's end: what is refused, and whether PagerDuty agrees. */
import { sayDate, sayTime } from '../time/words.ts'
import { writeLength } from '../time/length.ts'
import { writeUtc } from '../time/wall.ts'
import type { Refusal, Step, Verdict } from '../model/plan.ts'
import { groupBy } from '../model/group.ts'
import { clean } from './clean.ts'
import { differenceJson, type Json } from './json.ts'
import type { Look } from './look.ts'
import { wholeList } from './names.ts'
import { unbroken, wrap } from './wrap.ts'

/** So many differences are told one by one. */
const MOST = 12

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
  const { paint, zone, now, width } = look
  const time = (at: number): string => unbroken(sayTime(zone, at, now))
  if (differences.length === 0) {
    const day = sayDate(zone, until, now).replace(/^\S+ /, '')
    const count = shifts === 1 ? '1 shift' : `${shifts} shifts`
    const agrees = paint.good(`${name} agrees`)
    return wrap(`${paint.strong(clean(rotation))}: ${agrees}: ${count} until ${day}`, width)
  }
  const lines = differences
    .slice(0, MOST)
    .map(({ start, end, before, after }) =>
      wrap(
        `  ${time(start)} to ${time(end)}: ${name} says ${wholeList(before)}, the file ${wholeList(after)}`,
        width,
      ),
    )
  const more = differences.length > MOST ? `  and ${differences.length - MOST} more\n` : ''
  return `${clean(rotation)}: ${paint.error(`${name} does not agree`)}:\n${lines.join('')}${more}`
}

/** What may be otherwise than people think, of a rotation. */
export interface Warning {
  readonly rotation: string
  readonly what: string
}

/** A line for each thing there is to say, with all rotations of which it is so. */
export function sayWarnings(warnings: readonly Warning[]): string {
  return [...groupBy(warnings, ({ what }) => what)]
    .map(
      ([what, same]) =>
        `warning: ${clean(same.map(({ rotation }) => rotation).join(', '))}: ${what}\n`,
    )
    .join('')
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
