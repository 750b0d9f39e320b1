/** The part of an answer that PagerDuty gives; what it needs is read only where somebody asks. */
import type { Rotation } from '../model/rotation.ts'
import type { Io } from '../io/io.ts'
import { escalationsJson, sayEscalations } from '../views/escalation.ts'
import type { Json } from '../views/json.ts'
import type { Session } from './session.ts'

/** What an answer for programs says besides, where PagerDuty was asked. */
export type Paged = Readonly<Record<string, Json>>

/** The same for people. */
export async function sayPaged(
  command: string,
  session: Session,
  rotations: readonly Rotation[],
  io: Io,
): Promise<string> {
  const { paged } = await import('./paged.ts')
  return sayEscalations(await paged(command, session, rotations, io), session.look)
}

/** Who is paged, as keys of an answer for programs. */
export async function pagedJson(
  command: string,
  session: Session,
  rotations: readonly Rotation[],
  io: Io,
): Promise<Paged> {
  const { paged } = await import('./paged.ts')
  return { pagerduty: escalationsJson(await paged(command, session, rotations, io)) }
}
