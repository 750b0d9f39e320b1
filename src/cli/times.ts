/** Times as flags name them, and the zone in which they are meant. */
import { DAY, END_OF_TIME, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { faultOfZone } from '../time/zone-fault.ts'
import { inItsCase } from '../time/zone-case.ts'
import { UTC, zoneNamed, type Zone } from '../time/zone.ts'
import { sayFullTime } from '../time/words.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import type { When } from '../time/when.ts'
import type { Look } from '../views/look.ts'
import { clean } from '../views/clean.ts'
import { textOf, type Input } from './command.ts'

/** The zone that `--tz` names, else the viewer's own. */
export function zoneOf(input: Input, io: Io): Zone {
  const named = textOf(input, 'tz')
  const fault = named === undefined ? undefined : faultOfZone(named)
  if (fault !== undefined) throw new Failure(`--tz: ${fault}`, 2)
  const zone = zoneNamed(inItsCase(named ?? io.zone()))
  if (zone !== undefined) return zone
  io.err.write(`'${clean(io.zone())}' (TZ) is no zone such as Europe/Amsterdam: times are in UTC\n`)
  return UTC
}

/** The instant that an option says, or undefined where it was not given. */
export async function timeOf(name: string, input: Input, look: Look): Promise<Instant | undefined> {
  const text = textOf(input, name)
  return text === undefined ? undefined : (await timeNamed(text, `--${name}`, look)).at
}

/**
 * What a text means; `what` is where it was typed, for the mistake.
 * @param from where it is the end of what begins then
 */
export async function timeNamed(
  text: string,
  what: string,
  look: Look,
  from?: Instant,
): Promise<When> {
  // Luxon comes with this, and most commands are typed without a time.
  const { readUntil, readWhen } = await import('../time/when.ts')
  const { zone, now } = look
  const when = from === undefined ? readWhen(text, zone, now) : readUntil(text, from, zone, now)
  if (typeof when === 'string') throw new Failure(`${what} '${text}': ${when}`, 2)
  if (when.at < -DAY || when.at > END_OF_TIME) {
    throw new Failure(`${what} '${text}': the years are 1970 to 2200`, 2)
  }
  return when
}

/**
 * The instant that `--to` says. What counts from somewhere (`+1w`, `22:00`, a weekday that is over before) counts from
 * `--from`, as people mean it; where both are lengths (`--from -2w --to +2w`), or `--from` was not given, from now.
 */
export async function endOf(
  input: Input,
  look: Look,
  start: Instant | undefined,
): Promise<Instant | undefined> {
  const text = textOf(input, 'to')
  if (text === undefined) return undefined
  const isLength = (name: string): boolean => /^\s*[+-]/.test(textOf(input, name) ?? '')
  const isFromNow = isLength('to') && isLength('from')
  const from = textOf(input, 'from') === undefined || isFromNow ? undefined : start
  return (await timeNamed(text, '--to', look, from)).at
}

/** The range of `--from` and `--to`; what was not given is what `usual` says. */
export async function rangeOf(
  input: Input,
  look: Look,
  usual: { from: Instant; to: (from: Instant) => Instant },
): Promise<Interval> {
  const start = (await timeOf('from', input, look)) ?? usual.from
  const end = (await endOf(input, look, start)) ?? usual.to(start)
  if (end > start) return { start, end }
  const [from, to] = [start, end].map((at) => sayFullTime(look.zone, at))
  throw new Failure(`--to (${to}) is not after --from (${from}, ${look.zone.name})`, 2)
}

/** The range of `--from` and `--to`; from now and `length` (ms) long where they are not given. */
export async function rangeAhead(input: Input, look: Look, length: number): Promise<Interval> {
  return rangeOf(input, look, { from: look.now, to: (from) => from + length })
}
