/** The stretch of a custom shift or an override: reading it, and finding those in a range. */
import type { Account } from '../account.ts'
import { isObject, moment, type Complaining, type Json } from '../fields.ts'
import { overlaps, sorted, within, type Interval } from '../interval.ts'
import { flag } from '../range.ts'
import type { Readings } from '../readings.ts'
import type { Request } from '../route.ts'

/**
 * From `start_time` to `end_time`, beginning now at the earliest and ending later. What the body leaves out is
 * `before`'s; a start that is not changed is not held against the clock.
 */
export function readStretch(
  account: Account,
  value: unknown,
  field: string,
  complain: Complaining,
  before?: Interval,
): Interval | undefined {
  const body = isObject(value) ? value : {}
  const end = readTime(body, 'end_time', before?.end, field, complain)
  const sent = readTime(body, 'start_time', before?.start, field, complain)
  if (sent === undefined || end === undefined) return undefined
  const now = account.now()
  const isPast = sent < now && sent !== before?.start
  if (isPast && account.readings.pastStart === 'refuse') {
    complain.about(`${field}.start_time`, "can't be in the past")
  }
  if (end <= now) complain.about(`${field}.end_time`, "can't be in the past")
  if (end <= sent) complain.about(`${field}.end_time`, 'must be after start_time')
  return { start: isPast ? now : sent, end }
}

/** The end alone, of something that has started; it may end now but no earlier. */
export function readEnd(
  account: Account,
  body: Json,
  before: Interval,
  field: string,
  complain: Complaining,
): number {
  const end = readTime(body, 'end_time', before.end, field, complain) ?? before.end
  if (end < account.now()) complain.about(`${field}.end_time`, "can't be in the past")
  return end
}

/** Those that touch the range; without `overflow` clipped to it, or left out where they cross its edges. */
export function inRange<P extends Interval>(
  stretches: readonly P[],
  request: Request,
  range: Interval,
  { withoutOverflow }: Readings,
): readonly P[] {
  const touching = sorted(stretches.filter((stretch) => overlaps(stretch, range)))
  if (flag(request, 'overflow')) return touching
  if (withoutOverflow === 'clipped') return within(touching, range)
  return touching.filter(({ start, end }) => range.start <= start && end <= range.end)
}

function readTime(
  body: Json,
  key: string,
  before: number | undefined,
  field: string,
  complain: Complaining,
): number | undefined {
  if (!(key in body) && before !== undefined) return before
  return moment(body[key], `${field}.${key}`, complain)?.at
}
