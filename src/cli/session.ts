/** A command's beginning: the workspace found and loaded, the viewer's zone, how the answer is to look. */
import { isAbsolute, join } from 'node:path'
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { UTC, zoneNamed, type Zone } from '../time/zone.ts'
import { isError, type Problem } from '../model/problem.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { findWorkspace, readWorkspace } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import { holidayBook } from '../io/holidays.ts'
import type { Io, Stream } from '../io/io.ts'
import { nearestWord, suggest } from '../workspace/suggest.ts'
import type { Look } from '../views/look.ts'
import { coloured, plain, type Depth, type Paint } from '../views/paint.ts'
import { countProblems, sayProblems } from '../views/problems.ts'
import { clean } from '../views/clean.ts'
import { textOf, type Exit, type Input } from './command.ts'

export interface Session {
  readonly folder: string
  readonly workspace: Workspace
  readonly problems: readonly Problem[]
  readonly look: Look
  /** 2 where the YAML has errors, else 0: what an answer ends with. */
  readonly exit: Exit
}

/** Finds and loads the workspace; what is wrong in it is not said yet. */
export async function open(input: Input, io: Io): Promise<Session> {
  const look = await lookOf(input, io)
  const folder = folderOf(input, io)
  // The YAML parser comes with this, and the help does not need it.
  const { load } = await import('../workspace/load.ts')
  const { workspace, problems } = load(readWorkspace(folder, io.cwd), holidayBook())
  return { folder, workspace, problems, look, exit: problems.some(isError) ? 2 : 0 }
}

/** The same for a command that answers what can be answered: errors go to stderr, and what is not known is named. */
export async function openForAnswer(input: Input, io: Io): Promise<Session> {
  const session = await open(input, io)
  await complain(session.problems.filter(isError), input, io)
  const { rotations } = session.workspace.unsound
  for (const id of chosenIds(input, session.workspace)) {
    if (rotations.includes(id)) io.err.write(`${clean(id)}: not known: see problems\n`)
  }
  return session
}

/** The same for a command that writes: with errors in the YAML it does nothing; undefined then. */
export async function openForWriting(input: Input, io: Io): Promise<Session | undefined> {
  const session = await open(input, io)
  if (session.exit === 0) return session
  await complain(session.problems.filter(isError), input, io)
  io.err.write('Nothing was written.\n')
  return undefined
}

/** Shows problems on stderr, counted. */
export async function complain(problems: readonly Problem[], input: Input, io: Io): Promise<void> {
  if (problems.length === 0) return
  const paint = await paintFor(io.err, input, io)
  io.err.write(`${sayProblems(problems, paint)}\n${countProblems(problems)}\n`)
}

/** The folder that is named, or found from the current one upwards. */
export function folderOf(input: Input, io: Io): string {
  const named = textOf(input, 'dir') ?? (io.env['ROTATE_DIR'] || undefined)
  if (named !== undefined) return isAbsolute(named) ? named : join(io.cwd, named)
  const found = findWorkspace(io.cwd)
  if (found !== undefined) return found
  throw new Failure(
    `there is no folder 'rotations' here or above: 'rotate init' makes one, --dir names another`,
    2,
  )
}

export async function lookOf(input: Input, io: Io): Promise<Look> {
  const paint = await paintFor(io.out, input, io)
  return {
    zone: zoneOf(input, io),
    now: io.now(),
    width: io.out.columns,
    paint,
    ascii: !hasUnicode(io),
  }
}

/** Colour only where a person looks, unless they or their environment say otherwise (no-color.org, force-color.org). */
export async function paintFor(stream: Stream, { options }: Input, { env }: Io): Promise<Paint> {
  if (options['color'] === false || env['NO_COLOR']) return plain
  const forced = env['FORCE_COLOR']
  const wanted = forced === undefined ? stream.isTerminal && env['TERM'] !== 'dumb' : forced !== '0'
  return wanted ? coloured(depthOf(env)) : plain
}

/** How many colours a terminal has: FORCE_COLOR may say it (1, or 2 and more), else COLORTERM and TERM do. */
function depthOf(env: Io['env']): Depth {
  const forced = env['FORCE_COLOR'] ?? ''
  if (/^[123]$/.test(forced)) return forced === '1' ? 16 : 256
  if (env['COLORTERM'] || env['WT_SESSION']) return 256
  return /256|direct|kitty|alacritty|ghostty|wezterm/.test(env['TERM'] ?? '') ? 256 : 16
}

/** Whether the locale of characters is Unicode (POSIX: the first of these that says something); Windows has none. */
function hasUnicode({ env }: Io): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG']
  return locale ? /utf-?8/i.test(locale) : process.platform === 'win32'
}

function zoneOf(input: Input, io: Io): Zone {
  const named = textOf(input, 'tz')
  const zone = zoneNamed(named ?? io.zone())
  if (zone !== undefined) return zone
  if (named === undefined) return UTC
  const near = suggest(named, Intl.supportedValuesOf('timeZone'))
  throw new Failure(
    `--tz: unknown zone '${clean(named)}'${near}: name one such as Europe/Amsterdam`,
    2,
  )
}

/** The instant that an option says, or undefined where it was not given. */
export async function timeOf(name: string, input: Input, look: Look): Promise<Instant | undefined> {
  const text = textOf(input, name)
  if (text === undefined) return undefined
  // Luxon comes with this, and most commands are typed without a time.
  const { readWhen } = await import('../time/when.ts')
  const instant = readWhen(text, look.zone, look.now)
  if (typeof instant === 'string') throw new Failure(`--${name} '${clean(text)}': ${instant}`, 2)
  return instant
}

/** The range of `--from` and `--to`; `length` (ms) long where no end is given. */
export async function rangeOf(input: Input, look: Look, length: number): Promise<Interval> {
  const start = (await timeOf('from', input, look)) ?? look.now
  const end = (await timeOf('to', input, look)) ?? start + length
  if (end <= start) throw new Failure(`--to is not after --from`, 2)
  return { start, end }
}

/** The rotations that were named and are known, or all. A name that is nowhere is a mistake. */
export function chosenRotations(input: Input, workspace: Workspace): Rotation[] {
  return chosenIds(input, workspace).flatMap((id) => workspace.rotations.get(id) ?? [])
}

function chosenIds({ words }: Input, { rotations, unsound }: Workspace): string[] {
  const known = [...rotations.keys(), ...unsound.rotations]
  for (const word of words) {
    if (!known.includes(word)) throw unknown('rotation', word, known)
  }
  return words.length === 0 ? known : [...new Set(words)]
}

/** The id of a person that an option names. */
export function personNamed(id: string, { people }: Workspace): string {
  if (people.has(id)) return id
  const byName = [...people.values()].find(({ name }) => name.toLowerCase() === id.toLowerCase())
  if (byName !== undefined) return byName.id
  throw unknown('person', id, [...people.keys()])
}

function unknown(what: string, word: string, known: readonly string[]): Failure {
  const near = nearestWord(word, known)
  const hint =
    near === undefined ? `known are: ${known.join(', ') || 'none'}` : `did you mean '${near}'?`
  return new Failure(`unknown ${what} '${clean(word)}' (${clean(hint)})`, 2)
}
