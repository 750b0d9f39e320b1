/** What cannot be answered for, because the YAML has errors: named, so that nobody takes silence for an answer. */
import { clean } from './clean.ts'
import { plain, type Paint } from './paint.ts'

/** What cannot be answered because of mistakes in the YAML, a line each. */
export function sayUnknown(ids: readonly string[], paint: Paint = plain): string {
  return ids.map((id) => `${clean(id)}: ${paint.error('not known')}: see problems\n`).join('')
}
