/** Whose clock an answer goes by. */
import type { Io } from '../io/io.ts'
import { writeUtc } from '../time/wall.ts'
import { isOn, textOf, type Input } from './command.ts'

/** The same world, where it is said before the answer, to people, that `ROTATE_NOW` stands in for the clock. */
export function sayingItsClock(input: Input, io: Io): Io {
  if (!io.env['ROTATE_NOW'] || isForPrograms(input)) return io
  let isSaid = false
  return {
    ...io,
    now() {
      const now = io.now()
      if (!isSaid) io.err.write(`ROTATE_NOW says that it is ${writeUtc(now)}\n`)
      isSaid = true
      return now
    },
  }
}

/** Forms that people read. */
const FOR_PEOPLE = ['text', 'table', 'md']

function isForPrograms(input: Input): boolean {
  return isOn(input, 'json') || !FOR_PEOPLE.includes(textOf(input, 'format') ?? 'text')
}
