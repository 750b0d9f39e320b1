/** An answer, and what PagerDuty says besides; what that needs is read only where somebody asks. */
import type { Rotation } from '../model/rotation.ts'
import type { Io } from '../io/io.ts'
import { escalationsJson, sayEscalations } from '../views/escalation.ts'
import type { Json } from '../views/json.ts'
import { isForPrograms, type Outputs } from '../views/output.ts'
import { isOn, type Input } from './command.ts'
import { formatOf, sayAs } from './format.ts'
import type { Session } from './session.ts'

/** What an answer for programs says besides, where PagerDuty was asked. */
export interface AlsoPaged {
  readonly paged?: Readonly<Record<string, Json>>
}

/** Writes an answer; with `--pagerduty` also who is paged, for people behind it and for programs in it. */
export async function writeAlsoPaged<A extends object>(
  command: string,
  outputs: Outputs<A & AlsoPaged>,
  answer: A,
  rotations: readonly Rotation[],
  { session, input, io }: { session: Session; input: Input; io: Io },
): Promise<void> {
  const { look } = session
  const isAsked = isOn(input, 'pagerduty')
  if (isAsked && isForPrograms(formatOf(input))) {
    const { paged } = await import('./paged.ts')
    const pagerduty = escalationsJson(await paged(command, session, rotations, io))
    io.out.write(sayAs(outputs, { ...answer, paged: { pagerduty } }, input, look))
    return
  }
  io.out.write(sayAs(outputs, answer, input, look))
  if (!isAsked) return
  // For people what the files say comes first: PagerDuty may not answer.
  const { paged } = await import('./paged.ts')
  io.out.write(`\n${sayEscalations(await paged(command, session, rotations, io), look)}`)
}
