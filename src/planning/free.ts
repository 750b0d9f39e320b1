/** Who is free to take what a problem is about: the stretch of somebody who cannot, or one that nobody holds. */
import { DAY, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { joined } from '../time/interval.ts'
import { awayWithin } from '../model/person.ts'
import type { Problem } from '../model/problem.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { candidatesFor } from './cover.ts'
import { troublesAfter } from './troubles.ts'

/** Longer stretches nobody takes whole. */
const LONG = 31 * DAY

/** The ids of those against whom nothing speaks, best first; undefined where a problem is about nothing that can be taken. */
export function freeFor(
  workspace: Workspace,
  { code, severity, rotation: id, rotations, people = [], start, end }: Problem,
  now: Instant,
): readonly string[] | undefined {
  // Of a double booking the last rotation is given up.
  const rotation = workspace.rotations.get(id ?? rotations?.at(-1) ?? '')
  const isShort = start !== undefined && end !== undefined && end - start <= LONG
  if (rotation === undefined || !isShort || end <= now) return undefined
  const within = { start, end }
  // A gap that is a warning is there on purpose.
  if (code === 'gap') return severity === 'error' ? freeIn(workspace, rotation, within) : undefined
  const [person, more] = people
  if (person === undefined || more !== undefined) return undefined
  const isTaken =
    code === 'double-booking' || (code === 'away-on-call' && isAway(workspace, person, within))
  if (!isTaken) return undefined
  const asked = { person, rotations: [rotation], within, why: '' }
  return candidatesFor(workspace, asked, now, 'who could').map(({ person }) => person.id)
}

/** Whether somebody is away in all of a stretch: of absences that come again, what lies between is theirs. */
function isAway({ people }: Workspace, id: string, within: Interval): boolean {
  const person = people.get(id)
  if (person === undefined) return false
  return joined(awayWithin(person, within).flat()).some(
    ({ start, end }) => start <= within.start && within.end <= end,
  )
}

/** Who could be on call where nobody is; members of the rotation first. */
function freeIn(workspace: Workspace, rotation: Rotation, within: Interval): readonly string[] {
  const members = new Set(
    rotation.layers.flatMap((layer) => layer.members.flatMap(({ people }) => people)),
  )
  const isFree = (id: string): boolean => {
    const override = { kind: 'add' as const, people: [id], ...within }
    const change = { kind: 'add-override' as const, rotation: rotation.id, override }
    const exchange = { rotation: rotation.id, ...within, before: [], after: [id] }
    return troublesAfter(workspace, [change], [exchange]).length === 0
  }
  return [...workspace.people.keys()]
    .sort((a, b) => Number(members.has(b)) - Number(members.has(a)))
    .filter(isFree)
}
