/** Who could take somebody's time, shown and asked for. */
import { candidatesFor, type Candidate, type CoverAsked } from '../planning/cover.ts'
import type { Held } from '../planning/held.ts'
import type { Io } from '../io/io.ts'
import { sayCandidates, sayHeld } from '../views/cover.ts'
import { personNamed } from './chosen.ts'
import type { Session } from './session.ts'

/** Shows who could, best first; gives them all. */
export function showCandidates(
  asked: CoverAsked,
  held: readonly Held[],
  { workspace, look }: Session,
  io: Io,
): Candidate[] {
  const candidates = candidatesFor(workspace, asked, look.now)
  const said = sayHeld(asked.person, held, workspace, look)
  io.out.write(`${said}\n${sayCandidates(candidates, workspace, look)}`)
  return candidates
}

/** By number, or by name, who may also be one against whom something speaks; undefined where somebody would rather leave. */
export async function askWhich(
  candidates: readonly Candidate[],
  session: Session,
  io: Io,
): Promise<string | undefined> {
  const could = candidates.filter(({ against }) => against.length === 0)
  const range = could.length > 1 ? `1 to ${could.length}, ` : could.length === 1 ? '1, ' : ''
  const answer = await io.ask(`Who takes it? [${range}a name, or nothing to leave it] `)
  if (answer === undefined || answer === '') return undefined
  const numbered = /^\d+$/.test(answer) ? could[Number(answer) - 1] : undefined
  return numbered?.person.id ?? personNamed(answer, session)
}
