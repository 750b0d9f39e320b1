/** Whom participants are: by their addresses, or by the ids of users who are told beside them. */
import { quoteSome } from '../time/list.ts'
import { zoneToWrite } from '../time/zone-to-write.ts'
import { NamedPeople } from '../patterns/named-people.ts'
import type { OpsgenieSchedule, OpsgenieUser, Participant } from './records.ts'

/** Everybody who is named, and the keys of users who are named by their ids. */
export interface Everybody {
  readonly everybody: NamedPeople
  readonly keys: ReadonlyMap<string, string>
}

/** Those of whom records tell. */
export function everybodyIn(users: readonly OpsgenieUser[]): Everybody {
  const everybody = new NamedPeople()
  const keys = new Map(
    users.flatMap(({ ids, name, email, timezone }) => {
      if (name + email === '') return []
      const zone = zoneToWrite(timezone)
      // Some hide their addresses; whatever their names are, they are names.
      const key =
        email === '' ? everybody.keyOfName(name, zone) : everybody.keyFor(name, email, zone)
      return key === undefined ? [] : ids.map((id) => [id, key] as const)
    }),
  )
  return { everybody, keys }
}

/** The key of a participant; undefined where that is no person, or one of whom nothing is told. */
export function keyOf(
  { type, username, name, id }: Participant,
  { everybody, keys }: Everybody,
): string | undefined {
  if (type !== 'user') return undefined
  const known = username === '' ? keys.get(id) : undefined
  return known ?? everybody.keyOf(username || name || id)
}

/** Whether nothing is told of a user, not even an id. */
export function isUnknown({ type, username, name, id }: Participant): boolean {
  return type === 'user' && username + name + id === ''
}

/** A sentence on those of whom only an id is told, as JSM does. */
export function sayStrangers(
  schedules: readonly OpsgenieSchedule[],
  keys: ReadonlyMap<string, string>,
): string[] {
  const all = schedules.flatMap(({ rotations }) =>
    rotations.flatMap(({ participants }) => participants),
  )
  const ids = new Set(
    all.flatMap(({ type, id, username, name }) =>
      type === 'user' && username + name === '' && id !== '' && !keys.has(id) ? [id] : [],
    ),
  )
  if (ids.size === 0) return []
  return [
    `Only ids are told of ${quoteSome(ids)}: give also what /rest/api/3/user?accountId=ID answers for each.`,
  ]
}
