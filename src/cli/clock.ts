/** Whose clock an answer goes by. */
import type { Io } from '../io/io.ts'
import { writeUtc } from '../time/wall.ts'
import { isForPrograms } from '../views/output.ts'
import type { Input } from './command.ts'
import { formatOf } from './format.ts'

/** The same world, where people are told, before an answer that depends on it, that `ROTATE_NOW` stands in for the clock. */
export function sayingItsClock(input: Input, io: Io): Io {
  if (!io.env['ROTATE_NOW'] || isForPrograms(formatOf(input))) return io
  let at: number | undefined
  let isTold = false
  return {
    ...io,
    now() {
      at = io.now()
      return at
    },
    out: {
      ...io.out,
      write(text) {
        if (at !== undefined && !isTold) {
          io.err.write(`ROTATE_NOW says that it is ${writeUtc(at)}\n`)
          isTold = true
        }
        io.out.write(text)
      },
    },
  }
}
