/** What stands in a file, quoted in a message. */
import { cut } from '../time/cut.ts'

/** A text in quotes, shortened where it is long. */
export function quote(value: string): string {
  return `'${cut(value)}'`
}
