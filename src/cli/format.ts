/** `--format`: which of its forms an answer is to have. */
import { Failure } from '../io/failure.ts'
import { textOf, type Input } from './command.ts'

/** The form that was asked for, else the first. */
export function formatOf<F extends string>(input: Input, formats: readonly [F, ...F[]]): F {
  const text = textOf(input, 'format') ?? formats[0]
  const format = formats.find((known) => known === text)
  if (format !== undefined) return format
  throw new Failure(`--format '${text}': expected ${formats.join(', ')}`, 2)
}
