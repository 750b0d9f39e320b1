/** The part of an answer that PagerDuty gives; what it needs is read only where somebody asks. */
import type { Rotation } from '../model/rotation.ts'
import type { Io } from '../io/io.ts'
import { escalationsJson, sayEscalations } from '../views/escalation.ts'
import type { Json } from '../views/json.ts'
import type { Session } from './session.ts'

export async function sayPaged(
  command: string,
  session: Session,
  rotations: readonly Rotation[],
  io: Io,
): Promise<string> {
  const { paged } = await import('./paged.ts')
  return sayEscalations(await paged(command, session, rotations, io), session.look)
}

/** An answer for programs with who is paged under the key `pagerduty`. */
export async function withPaged(
  command: string,
  answer: { readonly [key: string]: Json },
  session: Session,
  rotations: readonly Rotation[],
  io: Io,
): Promise<Json> {
  const { paged } = await import('./paged.ts')
  return { ...answer, pagerduty: escalationsJson(await paged(command, session, rotations, io)) }
}
