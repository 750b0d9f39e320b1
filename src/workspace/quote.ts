/** What stands in a file, quoted in a message. */
import { shortened } from '../time/shortened.ts'

/** A text in quotes, shortened where it is long. */
export function quote(value: string): string {
  return `'${shortened(value)}'`
}
