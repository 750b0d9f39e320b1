/** The question before something is written. */
import type { Io } from '../io/io.ts'
import { isOn, type Exit, type Input } from './command.ts'

/** Asks before something is written; undefined where the answer is yes, else what the command ends with. */
export async function unasked(input: Input, io: Io, question: string): Promise<Exit | undefined> {
  if (isOn(input, 'yes')) return undefined
  if (!io.canAsk) {
    io.err.write(
      'Nothing was written: nobody is there to say yes (--yes does, --dry-run only shows).\n',
    )
    return 2
  }
  const answer = await io.ask(question)
  if (answer !== undefined && /^y(es)?$/i.test(answer)) return undefined
  io.err.write('Nothing was written.\n')
  return 1
}
