/** A role of a meeting as YAML. */
import { writeDay, type Day } from '../../time/wall.ts'
import type { Zone } from '../../time/zone.ts'
import type { Role, RoleOverride } from '../../model/role.ts'
import { list, map, text, word, type Yaml } from './emit.ts'
import { printMembers } from './rotation.ts'
import { rangeText } from './time.ts'

/** `usual` is the start of the meeting, which need not be said; the zone is the meeting's. */
export function printRole(role: Role, usual: Day | undefined, zone: Zone): Yaml {
  const overrides =
    role.overrides.length === 0 ? undefined : list(role.overrides.map(printOverride))
  if (role.kind === 'on-call') return map({ 'on-call': word(role.rotation), overrides })
  return map({
    members: printMembers(role.members, zone),
    start: role.start === usual ? undefined : word(writeDay(role.start)),
    overrides,
  })
}

function printOverride({ person, why, ...range }: RoleOverride): Yaml {
  return map({
    who: word(person ?? 'nobody'),
    on: word(rangeText(range)),
    why: why === undefined ? undefined : text(why),
  })
}
