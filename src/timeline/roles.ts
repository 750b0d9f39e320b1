/** Who has a role in an occurrence of a meeting. */
import type { Instant } from '../time/instant.ts'
import type { Due } from '../model/due.ts'
import type { Meeting } from '../model/meeting.ts'
import { awayAt } from '../model/person.ts'
import type { Role } from '../model/role.ts'
import type { Workspace } from '../model/workspace.ts'
import { Held } from './held.ts'
import { Roster } from './roster.ts'
import { onCallAt } from './rotation.ts'

/**
 * The id of whoever has a role in the occurrence that is due then and begins at `start`; null where nobody has. Each
 * keeps their place in the order: who is away is stood in for, once, by the next who is not.
 */
export function holderOfRole(
  workspace: Workspace,
  meeting: Meeting,
  role: Role,
  due: Due,
  start: Instant,
): string | null {
  const override = role.overrides.findLast(({ first, last }) => first <= due.day && due.day <= last)
  if (override !== undefined) return override.person ?? null
  if (role.kind === 'on-call') {
    const rotation = workspace.rotations.get(role.rotation)
    return (rotation && onCallAt(rotation, start)[0]) ?? null
  }
  const { held, roster } = orderOf(meeting, role)
  const turn = held.numberOf(due)
  const holder = turn === undefined ? undefined : roster.holderOf(turn)
  if (turn === undefined || holder === undefined) return null
  const members = roster.at(turn)
  const place = members.indexOf(holder)
  for (let step = 0; step < members.length; step += 1) {
    const person = workspace.people.get(members[(place + step) % members.length]?.people[0] ?? '')
    if (person !== undefined && awayAt(person, start) === undefined) return person.id
  }
  return null
}

interface Order {
  readonly held: Held
  readonly roster: Roster
}

const orders = new WeakMap<Role, Order>()

/** What is worked out about a role once; a role belongs to one meeting. */
function orderOf(meeting: Meeting, role: Role & { readonly kind: 'round' }): Order {
  let order = orders.get(role)
  if (order === undefined) {
    const held = new Held(meeting, role.start)
    order = { held, roster: new Roster(role.members, held) }
    orders.set(role, order)
  }
  return order
}
