/** From the words that were typed to the exit code. */
import { findWorkspace } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import { realIo, type Io } from '../io/io.ts'
import { clockOffsets } from '../io/zones.ts'
import { askFirst } from '../time/zone.ts'
import { clean } from '../views/clean.ts'
import { suggest } from '../workspace/suggest.ts'
import type { Command, Exit, Input } from './command.ts'
import { commandNamed, COMMANDS } from './commands.ts'
import { overview } from './overview.ts'
import { VERSION } from './version.ts'

/** Runs `rotate` with the words behind it; gives the exit code. */
export async function main(words: readonly string[], io: Io = realWorld()): Promise<Exit> {
  try {
    return await dispatch(words, io)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    io.err.write(`rotate: ${clean(error.message)}\n`)
    return error.exit
  }
}

async function dispatch(words: readonly string[], io: Io): Promise<Exit> {
  const [first = '', ...rest] = words
  if (first === '--version' || first === '-V' || first === 'version') {
    const zones = process.versions['tz'] ?? 'unknown'
    io.out.write(`rotate ${VERSION} (Node ${process.versions.node}, zone data ${zones})\n`)
    return 0
  }
  if (first === '--help' || first === '-h' || first === 'help') return help(rest[0], io)
  if (first === '' || first.startsWith('-')) {
    // `rotate` alone is the overview where there is a workspace, else the help.
    const named = words.some((word) => word.startsWith('--dir')) || io.env['ROTATE_DIR']
    if (first === '' && !named && findWorkspace(io.cwd) === undefined) return help(undefined, io)
    return run('status', words, io)
  }
  return run(first, rest, io)
}

async function run(name: string, words: readonly string[], io: Io): Promise<Exit> {
  const command = commandOf(name)
  const { parse } = await import('./parse.ts')
  const input: Input | Exit = parse(command, words, io)
  return typeof input === 'number' ? input : command.run(input, io)
}

async function help(name: string | undefined, io: Io): Promise<Exit> {
  if (name === undefined) {
    io.out.write(overview(COMMANDS))
    return 0
  }
  const command = commandOf(name)
  const { helpOf } = await import('./parse.ts')
  io.out.write(helpOf(command))
  return 0
}

function commandOf(name: string): Command {
  const command = commandNamed(name)
  if (command !== undefined) return command
  const known = COMMANDS.map((each) => each.name)
  throw new Failure(`there is no command '${name}'${suggest(name, known)}: see 'rotate --help'`, 2)
}

/** The world, and its quickest answer to what a zone's clock says. */
function realWorld(): Io {
  askFirst(clockOffsets)
  return realIo()
}
