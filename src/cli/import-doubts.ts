/** Who comes from elsewhere and may be one or another of the people there: nothing is written then. */
import type { Doubt } from '../model/known.ts'
import { Failure } from '../io/failure.ts'
import { sayDoubts } from '../views/import.ts'

/** The failure that names all of them; `way` is how to say who is meant. */
export function doubtful(doubts: readonly Doubt[], source: string, way: string): Failure {
  return new Failure(`${sayDoubts(doubts, source)}: ${way}`, 2)
}
