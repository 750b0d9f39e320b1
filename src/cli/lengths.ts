/** Lengths as flags name them: the grammar of the YAML. */
import { elapsed, readLength, type Length } from '../time/length.ts'
import { Failure } from '../io/failure.ts'
import { textOf, type Input } from './command.ts'

type Elapsing = 'minutes' | 'hours' | 'days' | 'weeks'

/** The elapsed time (ms) that an option says, a day as 24 hours; undefined where it was not given. */
export function lengthOf(
  name: string,
  input: Input,
  units: readonly Elapsing[],
): number | undefined {
  const text = textOf(input, name)
  if (text === undefined) return undefined
  const length: Length<Elapsing> | string = readLength(text.trim(), units)
  if (typeof length === 'string') throw new Failure(`--${name} '${text}': ${length}`, 2)
  return elapsed(length)
}
