/**
 * The offsets of a zone, asked of the process's own clock while `TZ` names that zone. It is the same data that
 * Intl has, without the cost of Intl: 12 ms for the first question, more than all else that `rotate who` does.
 */
import { readlinkSync, realpathSync } from 'node:fs'

/** Names that can mean nothing but a zone of the database; `GMT+3` could be made up, `Etc/GMT+3` could not. */
const PLAIN_NAME = /^[A-Z][A-Za-z_]*(\/[A-Z][A-Za-z_-]*)*$/

/** Far apart enough that a zone which is always like UTC is told from one that is not known. */
const SAMPLES = [0, 1e12, 1.71e12]

/** The offsets (ms) of a zone; undefined where it is not certain that the name is one: then Intl must say. */
export function clockOffsets(name: string): ((instant: number) => number) | undefined {
  if (!PLAIN_NAME.test(name) || !clockObeys()) return undefined
  const offsetIn = (instant: number): number => inZone(name, () => offsetOfClock(instant))
  return SAMPLES.some((instant) => offsetIn(instant) !== 0) ? offsetIn : undefined
}

let obeys: boolean | undefined

/** In a worker and under a test runner the environment is a copy, which the clock does not look at. */
function clockObeys(): boolean {
  obeys ??= [
    ['Asia/Tokyo', 9],
    ['America/Phoenix', -7],
  ].every(
    ([name, hours]) => inZone(String(name), () => offsetOfClock(0)) === Number(hours) * 3_600_000,
  )
  return obeys
}

/**
 * The name of the zone of whoever looks: what `TZ` says (also as POSIX has it, `:Europe/Paris` or a file), else the
 * machine's; undefined where only Intl can say.
 */
export function zoneOfViewer(tz: string | undefined): string | undefined {
  const name = tz?.replace(/^:/, '').replace(/^posix\//, '')
  if (name && !name.startsWith('/')) return name
  return zoneOfFile(name || '/etc/localtime')
}

/** Only a path that goes through a database of zones, or links that lead to one, names a zone; any other file does not. */
function zoneOfFile(path: string): string | undefined {
  const named = /\/zoneinfo(?:-[^/]*)?\/(?:posix\/|right\/)?([A-Za-z][\w+-]*(?:\/[\w+-]+)*)$/
  const ways = [
    (): string => path,
    (): string => readlinkSync(path),
    (): string => realpathSync(path),
  ]
  for (const way of ways) {
    try {
      const name = named.exec(way())?.[1]
      // A link of the machine's to its own zone stands in some databases.
      if (name !== undefined && name !== 'localtime') return name
    } catch {
      // No link, or nothing there: what comes next may tell.
    }
  }
  return undefined
}

/** What Intl says of the machine's zone: it gives none where `TZ` is a file or nonsense, on some machines (`Etc/Unknown`). */
export function zoneOfIntl(): string {
  // The types have a text here always, and Node gives undefined.
  const name = new Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined
  return name === undefined || name === 'Etc/Unknown' ? 'UTC' : name
}

/** Setting `TZ` makes V8 look the zone up anew, so it stays set until another is asked for or the answer is out. */
let current: string | undefined
let before: string | undefined

function inZone(name: string, ask: () => number): number {
  if (current !== name) {
    if (current === undefined) {
      before = process.env['TZ']
      // Whoever comes after the questions finds the environment as it was.
      queueMicrotask(restore)
    }
    process.env['TZ'] = name
    current = name
  }
  return ask()
}

function restore(): void {
  current = undefined
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
}

/** How far the clock on the wall is ahead of UTC, to the second: Monrovia was 44 minutes and 30 seconds behind. */
function offsetOfClock(instant: number): number {
  const clock = new Date(instant)
  const wall = Date.UTC(
    clock.getFullYear(),
    clock.getMonth(),
    clock.getDate(),
    clock.getHours(),
    clock.getMinutes(),
    clock.getSeconds(),
  )
  return wall - Math.floor(instant / 1000) * 1000
}
