/** A step of `rotate sync`'s plan in words. */
import { SECOND, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { writeLength, type Length } from '../time/length.ts'
import { sayTime } from '../time/words.ts'
import type { Step } from '../model/plan.ts'
import type { Look } from './look.ts'
import { wholeList } from './names.ts'
import { unbroken } from './wrap.ts'

/** What begins within this time begins now: plans are reckoned to whole seconds. */
const SOON = 2 * SECOND

/** A step of the plan; `turns` are those of the same layer before it, where it changes them. */
export function sayStep(step: Step, look: Look, turns?: Step): string {
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
      return `kept: ${wholeList(after)}, ${range(stretch, look)}, ${why}`
    case 'remove':
      return `removes: ${wholeList(after)}, ${range(stretch, look)}, ${why}`
    case 'change':
      return `${from(stretch, look)}, ${wholeList(after)} instead of ${wholeList(before)}`
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
      ...(come.length === 0 ? [] : [`with ${wholeList(come)}`]),
      ...(go.length === 0 ? [] : [`without ${wholeList(go)}`]),
    ]
    return `${when}${whose} ${changes.join(', ')}`
  }
  return after.length === 1
    ? `${when}${whose} ${unbroken(after.join())} goes on by itself`
    : `${when}${whose} ${turn === undefined ? '' : rhythm(turn)} ${after.map(unbroken).join(', ')} go on by themselves`
}

function since(at: Instant, look: Look): string {
  return isNow(at, look) ? 'from now' : `from ${time(at, look)}`
}

function from(stretch: Interval | undefined, look: Look): string {
  if (stretch === undefined) return 'now'
  return `${since(stretch.start, look)} ${sayUntil(stretch.end, look)}`
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
  return stretch === undefined ? '' : `${time(stretch.start, look)} ${sayUntil(stretch.end, look)}`
}

function time(at: Instant, { zone, now }: Look): string {
  return unbroken(sayTime(zone, at, now))
}

/** Whether something begins now, or did before. */
export function isNow(at: Instant, { now }: Look): boolean {
  return at <= now + SOON
}

/** `to Mon 30 Nov 16:00` */
export function sayUntil(at: Instant, look: Look): string {
  return `to ${time(at, look)}`
}
