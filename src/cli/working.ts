/** A line that says that it works, for whoever waits at a terminal: one line, written over and gone at the end. */
import type { Tell } from '../model/tell.ts'
import { realWaits } from '../io/deadline.ts'
import type { Io } from '../io/io.ts'
import { signs } from '../views/ascii.ts'
import { sayNumber } from '../views/count.ts'
import { hasUnicode } from './look.ts'

/** The line that says what takes long, while it does. */
export interface Working {
  readonly says: (words: string) => void
  /** The same, for what says itself how far it has come. */
  readonly tells: Tell
  readonly ends: () => void
}

const SILENT: Working = { says: () => undefined, tells: () => undefined, ends: () => undefined }

/** What takes less than this (ms) needs no word. */
const PATIENCE = 1000

/** Nobody reads a line that changes more often (ms). */
const PAUSE = 100

/** Says something where somebody looks, once they have waited for a second. */
export function working(io: Pick<Io, 'env' | 'err' | 'waits'>): Working {
  return saying(io, PATIENCE, PAUSE)
}

/** The same at once: for what waits for somebody else. */
export function waiting(io: Pick<Io, 'env' | 'err' | 'waits'>): Working {
  return saying(io, 0, 0)
}

function saying(
  { env, err, waits = realWaits }: Pick<Io, 'env' | 'err' | 'waits'>,
  patience: number,
  pause: number,
): Working {
  if (!err.isTerminal) return SILENT
  let next = waits.elapsed() + patience
  let last = ''
  const over = (words: string): void => {
    const shown = signs(words, !hasUnicode({ env })).slice(0, Math.max(0, err.columns - 1))
    err.write(`\r${shown.padEnd(last.length)}`)
    last = shown
  }
  const says = (words: string): void => {
    const now = waits.elapsed()
    if (now < next) return
    next = now + pause
    over(words)
  }
  return {
    says,
    tells: (what, done, all, things) =>
      says(`${what}: ${sayNumber(done)} of ${sayNumber(all)} ${things}`),
    ends: () => {
      if (last === '') return
      over('')
      err.write('\r')
    },
  }
}
