/** A word on zone data that are too old for a workspace: two machines would say different times. */
import { newerRulesOf } from '../time/newer-rules.ts'
import type { Zone } from '../time/zone.ts'
import type { Workspace } from '../model/workspace.ts'

/** What to say of them; undefined where they know all that the zones of a workspace need. */
export function sayOldZoneData(workspace: Workspace, release: string): string | undefined {
  const rules = newerRulesOf(zonesIn(workspace))
  if (rules.length === 0) return undefined
  const which = rules.map((rule) => `${rule.zone} (since ${rule.release})`).join(', ')
  return `The zone data of this Node (${release}) do not know the time of ${which}: other machines say other times. A newer Node of the same line knows it ('rotate --version' says what one has).`
}

function zonesIn({ zone, people, rotations, meetings }: Workspace): Zone[] {
  return [
    zone,
    ...[...people.values(), ...rotations.values(), ...meetings.values()].map((one) => one.zone),
    ...[...rotations.values()].flatMap(({ layers }) => layers.map((layer) => layer.zone)),
  ]
}
