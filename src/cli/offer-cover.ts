/** Who could take somebody's time, shown and asked for. */
import { candidatesFor, type Candidate, type CoverAsked } from '../planning/cover.ts'
import type { Held } from '../planning/held.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import { sayCandidates, sayHeld } from '../views/cover.ts'
import { nameOf } from '../views/names.ts'
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

/**
 * By number, or by name, who may also be one against whom something speaks; undefined where somebody would rather leave.
 * A slip is answered, and asked again.
 */
export async function askWhich(
  candidates: readonly Candidate[],
  { person }: Pick<CoverAsked, 'person'>,
  session: Session,
  io: Io,
): Promise<string | undefined> {
  const could = candidates.filter(({ against }) => against.length === 0)
  const range = could.length > 1 ? `1 to ${could.length}, ` : could.length === 1 ? '1, ' : ''
  for (;;) {
    const answer = await io.ask(`Who takes it? [${range}a name, or nothing to leave it] `)
    if (answer === undefined || answer === '') return undefined
    const numbered = /^\d+$/.test(answer) ? could[Number(answer) - 1] : undefined
    if (numbered !== undefined) return numbered.person.id
    const named = nameIn(answer, session)
    if (named instanceof Failure) io.err.write(`${clean(named.message)}\n`)
    else if (named !== person) return named
    else io.err.write(`${nameOf(session.workspace, person)} cannot stand in for themselves\n`)
  }
}

/** The id of a person, or why there is none. */
function nameIn(word: string, session: Session): string | Failure {
  try {
    return personNamed(word, session)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}
