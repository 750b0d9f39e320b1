/** From the words that were typed to the exit code. */
import { findWorkspace } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import { bareIo, realIo, type Io } from '../io/io.ts'
import { directly, paged, type Held } from '../io/pager.ts'
import { clockOffsets } from '../io/zones.ts'
import { pagesFolder, readPart } from '../io/parts.ts'
import type { Stream } from '../io/stream.ts'
import { knowCities } from '../time/cities.ts'
import { knowRegions } from '../workspace/regions.ts'
import { askFirst } from '../time/zone.ts'
import { clean } from '../views/clean.ts'
import { linesOn } from '../views/lines.ts'
import { harmlessOnLog } from '../views/log.ts'
import { isSafeOnLog } from '../views/output.ts'
import { sayingItsClock } from './clock.ts'
import { isOn, type Exit, type Input } from './command.ts'
import { formatOf } from './format.ts'
import { hasUnicode } from './look.ts'
import { forMessages } from './messages.ts'
import { commandNamed, COMMANDS } from './commands.ts'
import { placeOfCommand } from './place.ts'
import { overview } from './overview.ts'
import { VERSION, zoneDataRelease } from './version.ts'

/** Runs `rotate` with the words behind it; gives the exit code. */
export async function main(words: readonly string[], world?: Io): Promise<Exit> {
  let io: Pick<Io, 'err'> = world ?? bareIo()
  try {
    const whole = onLog(world ?? realWorld())
    io = saying(whole)
    return await dispatch(words, whole)
  } catch (error) {
    if (error instanceof Failure) {
      io.err.write(`rotate: ${clean(error.message)}\n`)
      return error.exit
    }
    // Node would end with 1, and that is an answer.
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    io.err.write('rotate: this is a bug in rotate, please report it with these lines:\n')
    io.err.write(
      stack
        .split('\n')
        .map((line) => `${clean(line)}\n`)
        .join(''),
    )
    return 3
  }
}

async function dispatch(words: readonly string[], io: Io): Promise<Exit> {
  const [first = '', ...rest] = words
  if (first === '--version' || first === '-V' || first === 'version') {
    const zones = zoneDataRelease()
    io.out.write(`rotate ${VERSION} (Node ${process.versions.node}, zone data ${zones})\n`)
    return 0
  }
  // A shell asks at each press of Tab, and whoever pressed it waits: nothing else is read.
  if (first === 'completion' && rest[1] === '--' && /^--(words|described)$/.test(rest[0] ?? '')) {
    const { complete } = await import('./complete.ts')
    complete(rest.slice(2), rest[0] === '--described', io)
    return 0
  }
  const { io: behind, ...way } = words.includes('--no-pager') ? directly(io) : paged(io, linesOn)
  const held = { ...way, io: saying(behind) }
  try {
    if (first === 'help') return await help(rest.find(isName), held.io)
    const at = placeOfCommand(words)
    const name = words[at]
    if (name !== undefined) return await run(name, words.toSpliced(at, 1), held)
    if (words.includes('--help') || words.includes('-h')) return await help(undefined, held.io)
    // `rotate` alone is the overview where there is a workspace, else the help.
    const named = words.length > 0 || io.env['ROTATE_DIR']
    if (!named && findWorkspace(io.cwd) === undefined) return await help(undefined, held.io)
    return await run('status', words, held)
  } finally {
    await held.end()
  }
}

const isName = (word: string): boolean => !word.startsWith('-')

async function run(name: string, words: readonly string[], { io, letGo }: Held): Promise<Exit> {
  const entry = commandNamed(name) ?? (await noCommand(name, words, io))
  const command = await entry.load()
  const { parse } = await import('./parse.ts')
  const input: Input | Exit = parse(entry, command, words, io)
  if (typeof input === 'number') return input
  if (entry.asks && !isOn(input, 'dryRun')) letGo()
  // What programs read stays as it is; annotations are meant as commands, and they and Markdown escape what they quote.
  const isWhole = isSafeOnLog(formatOf(input))
  const out = isWhole ? (raw.get(io.out) ?? io.out) : io.out
  const world = sayingItsClock(input, { ...io, out })
  // Nobody is asked about what they are not shown.
  const silent = { out: { ...out, write: () => undefined }, canAsk: false }
  return command.run(input, isOn(input, 'quiet') ? { ...world, ...silent } : world)
}

async function help(name: string | undefined, io: Io): Promise<Exit> {
  if (name === undefined) {
    io.out.write(overview(COMMANDS, pagesFolder()))
    return 0
  }
  const entry = commandNamed(name) ?? (await noCommand(name, [], io))
  const command = await entry.load()
  const { helpOf } = await import('./parse.ts')
  io.out.write(helpOf(entry, command, io))
  return 0
}

/** Where there is no such command, what somebody may have meant, which is not read before it is needed. */
async function noCommand(name: string, words: readonly string[], io: Io): Promise<never> {
  const { whatElse } = await import('./what-else.ts')
  throw new Failure(`there is no command '${name}'${await whatElse(name, words, io)}`, 2)
}

/** The streams that stand behind those for the log of a CI. */
const raw = new WeakMap<Stream, Stream>()

/** In CI, where a runner reads what is written, text that it would take for a command is parted. */
function onLog(io: Io): Io {
  const { CI, GITHUB_ACTIONS, TF_BUILD } = io.env
  if (!(CI || GITHUB_ACTIONS || TF_BUILD)) return io
  return { ...io, out: parted(io.out), err: parted(io.err) }
}

/** A stream on which nothing can be taken for a command. */
function parted(stream: Stream): Stream {
  const safe = { ...stream, write: (text: string) => stream.write(harmlessOnLog(text)) }
  raw.set(safe, stream)
  return safe
}

/** Messages for whoever reads them, there where they read. */
function saying(io: Io): Io {
  return { ...io, err: forMessages(io.err, !hasUnicode(io)) }
}

/** The world, and its quickest answer to what a zone's clock says. */
function realWorld(): Io {
  askFirst(clockOffsets)
  knowCities(() => readPart('cities.txt'))
  knowRegions(() => readPart('regions.txt'))
  return realIo()
}
