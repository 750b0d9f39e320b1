/** Who is who: users of PagerDuty who were on call or are named, and the people of the file. */
import { UTC, zoneNamed } from '../time/zone.ts'
import type { Incident, LogEntry } from '../model/incident.ts'
import type { Responder, Responders } from '../insight/pages/duty.ts'
import { acquaintanceWith } from '../sync/acquaintance.ts'
import type { Called } from './paging-schedules.ts'
import type { Access } from './pagerduty.ts'
import type { Session } from './session.ts'

/** People of the file go by their id; of the others only those who were on call need a clock. */
export async function respondersOf(
  { service }: Access,
  { workspace }: Session,
  found: readonly Called[],
  incidents: readonly Incident[],
): Promise<Responders> {
  const who = acquaintanceWith(service, { idOf: new Map(), names: new Map() }, workspace.people)
  await who.meet([...found.flatMap(holdersIn), ...incidents.flatMap(usersIn)])
  const strangers = new Map<string, Responder>()
  const keyOf = (user: string): string => who.personOf(user) ?? `user ${user}`
  for (const user of new Set(found.flatMap(holdersIn))) {
    const key = keyOf(user)
    if (workspace.people.has(key)) continue
    const { zone } = await service.newcomer(user)
    const clock = zoneNamed(zone) ?? workspace.zone
    strangers.set(key, { key, name: who.nameOf(user), person: undefined, zone: clock })
  }
  return {
    keyOf,
    named: (key) => {
      const person = workspace.people.get(key)
      if (person !== undefined) return { key, name: person.name, person, zone: person.zone }
      const name = who.nameOf(key.replace(/^user /, ''))
      return strangers.get(key) ?? { key, name, person: undefined, zone: UTC }
    },
  }
}

function holdersIn({ schedule }: Called): string[] {
  return [...schedule.rendered, ...schedule.items].flatMap(({ user }) => user ?? [])
}

function usersIn({ log, assigned }: Incident): string[] {
  return [...log.flatMap(namedIn), ...assigned].map(({ id }) => id)
}

function namedIn(entry: LogEntry): readonly { readonly id: string }[] {
  const by = entry.by?.kind === 'user' ? [entry.by.user] : []
  switch (entry.kind) {
    case 'notify':
      return [entry.user, ...by]
    case 'assign':
    case 'escalate':
      return [...entry.to, ...by]
    case 'trigger':
    case 'acknowledge':
    case 'unacknowledge':
    case 'snooze':
    case 'repeat':
    case 'resolve':
    case 'note':
      return by
  }
}
