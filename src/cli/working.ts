/** A line that says that it works, for whoever waits at a terminal: one line, written over and gone at the end. */
import type { Io } from '../io/io.ts'

/** The line that says what takes long, while it does. */
export interface Working {
  readonly says: (words: string) => void
  readonly ends: () => void
}

const SILENT: Working = { says: () => undefined, ends: () => undefined }

/** Says something where somebody looks and it is long: what is done at once needs no word. */
export function working({ err }: Pick<Io, 'err'>, isLong: boolean): Working {
  if (!isLong || !err.isTerminal) return SILENT
  let last = ''
  const over = (words: string): void => {
    const shown = words.slice(0, Math.max(0, err.columns - 1))
    err.write(`\r${shown.padEnd(last.length)}`)
    last = shown
  }
  return {
    says: over,
    ends: () => {
      if (last === '') return
      over('')
      err.write('\r')
    },
  }
}
