/** What is said beside an answer: on lines of the terminal, and in characters that it has. */
import type { Stream } from '../io/stream.ts'
import { signs } from '../views/ascii.ts'
import { broken, shown } from '../views/wrap.ts'

/** Set in so far, a line is no sentence: YAML, carets, a command to copy. */
const VERBATIM = /^ {4}/

/** What is written over again and again (`working`) knows itself how wide it is. */
const OVER = '\r'

/**
 * A stream for messages. On a terminal they break at words, further in from the second line on; elsewhere each stays one
 * line, so that it can be searched. Without Unicode, signs are those of ASCII.
 */
export function forMessages(stream: Stream, ascii: boolean): Stream {
  const { columns, isTerminal } = stream
  const fitted = (line: string): string =>
    VERBATIM.test(line) ? line : broken(line, columns, 2).join('\n')
  return {
    ...stream,
    write: (text) => {
      if (text.includes(OVER)) return stream.write(text)
      const said = signs(text, ascii)
      stream.write(isTerminal ? said.split('\n').map(fitted).join('\n') : shown(said))
    },
  }
}
