/** The question before something is written. */
import type { Io } from '../io/io.ts'
import { isOn, type Exit, type Input } from './command.ts'

/** Asks before something is written; undefined where the answer is yes, else what the command ends with. */
export async function unasked(input: Input, io: Io, question: string): Promise<Exit | undefined> {
  if (isOn(input, 'yes')) return undefined
  // Programs read JSON, and whoever is before the terminal has been shown nothing that they could say yes to.
  if (!io.canAsk || isOn(input, 'json')) {
    const why = io.canAsk ? 'with --json nobody is asked' : 'nobody is there to say yes'
    io.err.write(`Nothing was written: ${why} (--yes does, --dry-run only shows).\n`)
    return 2
  }
  const answer = await io.ask(question)
  if (answer !== undefined && /^y(es)?$/i.test(answer)) return undefined
  io.err.write('Nothing was written.\n')
  return 1
}
