/** Times as flags name them, and the zone in which they are meant. */
import { DAY, END_OF_TIME, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { faultOfZone } from '../time/zone-fault.ts'
import { UTC, zoneNamed, type Zone } from '../time/zone.ts'
import { sayFullTime } from '../time/words.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import type { Look } from '../views/look.ts'
import { clean } from '../views/clean.ts'
import { textOf, type Input } from './command.ts'

/** The zone that `--tz` names, else the viewer's own. */
export function zoneOf(input: Input, io: Io): Zone {
  const named = textOf(input, 'tz')
  const fault = named === undefined ? undefined : faultOfZone(named)
  if (fault !== undefined) throw new Failure(`--tz: ${fault}`, 2)
  const zone = zoneNamed(named ?? io.zone())
  if (zone !== undefined) return zone
  io.err.write(`'${clean(io.zone())}' (TZ) is no zone such as Europe/Amsterdam: times are in UTC\n`)
  return UTC
}

/** The instant that an option says, or undefined where it was not given. */
export async function timeOf(name: string, input: Input, look: Look): Promise<Instant | undefined> {
  const text = textOf(input, name)
  if (text === undefined) return undefined
  // Luxon comes with this, and most commands are typed without a time.
  const { readWhen } = await import('../time/when.ts')
  const instant = readWhen(text, look.zone, look.now)
  if (typeof instant === 'string') {
    throw new Failure(`--${name} '${text}': ${hintFor(text) ?? instant}`, 2)
  }
  if (instant < -DAY || instant > END_OF_TIME) {
    throw new Failure(`--${name} '${text}': the years are 1970 to 2200`, 2)
  }
  return instant
}

/** What is nearly a time, and how to write it. */
function hintFor(text: string): string | undefined {
  const short = /^(.*\b)(\d:\d\d)$/.exec(text)
  if (short !== null) return `write two digits: '${short[1]}0${short[2]}'`
  return /^\d\d:\d\d$/.test(text) ? `on which day? Write 'today ${text}'` : undefined
}

/**
 * The instant that `--to` says. A length ahead (`+1w`) counts from `--from`, as people mean it; where that is a
 * length too (`--from -2w --to +2w`), or was not given, both count from now.
 */
export async function endOf(
  input: Input,
  look: Look,
  start: Instant | undefined,
): Promise<Instant | undefined> {
  const isLength = (name: string, sign: RegExp): boolean => sign.test(textOf(input, name) ?? '')
  const counts = isLength('to', /^\s*\+/) && !isLength('from', /^\s*[+-]/)
  const given = textOf(input, 'from') !== undefined && start !== undefined
  return timeOf('to', input, given && counts ? { ...look, now: start } : look)
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
