/** A word on zone data that are too old for a workspace: two machines would say different times. */
import { newerRulesOf } from '../time/newer-rules.ts'
import type { Zone } from '../time/zone.ts'
import { allTerms } from '../model/meeting.ts'
import { settingsOf } from '../model/person.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import { zoneDataRelease } from './version.ts'

/** Says on stderr where they do not know all that the zones of a workspace need. */
export function tellOldZoneData(workspace: Workspace, io: Io): void {
  const rules = newerRulesOf(zonesIn(workspace))
  if (rules.length === 0) return
  const which = rules.map((rule) => `${rule.zone} (since ${rule.release})`).join(', ')
  io.err.write(
    `The zone data of this Node (${clean(zoneDataRelease())}) do not know the time of ${which}: other machines say other times. A newer Node of the same line knows it ('rotate --version' says what one has).\n`,
  )
}

function zonesIn({ zone, people, rotations, meetings }: Workspace): Zone[] {
  return [
    zone,
    ...[...people.values()].flatMap(settingsOf).map(({ setting }) => setting.zone),
    ...[...rotations.values()].flatMap((one) => [one, ...one.layers]).map((one) => one.zone),
    ...[...meetings.values()].flatMap(allTerms).map((terms) => terms.zone),
  ]
}
