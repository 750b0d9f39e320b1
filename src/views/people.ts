/** `rotate people`: everybody, a line each. */
import { MINUTE, type Instant } from '../time/instant.ts'
import { writeUtc, writeWall } from '../time/wall.ts'
import { sayDate, sayTimeOfDay } from '../time/words.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Presence } from '../insight/presence.ts'
import { Clock } from './clock.ts'
import { sayContact } from './contact.ts'
import { sayWorkingHours } from './holding.ts'
import { contactJson, time, type Json } from './json.ts'
import type { Look } from './look.ts'
import { nameOf } from './names.ts'
import { plain, type Brush } from './paint.ts'
import { table, type Cell } from './table.ts'
import { sayUnknown } from './unknown.ts'

/** Everybody at an instant, to be said. */
export interface People {
  readonly workspace: Workspace
  readonly at: Instant
  readonly presences: readonly Presence[]
  /** Ids of rotations that cannot be answered for. */
  readonly unknown: readonly string[]
}

/** A table of everybody: their time, what they hold, how they are reached. */
export function sayPeople({ workspace, at, presences, unknown }: People, look: Look): string {
  const { paint, width } = look
  const clock = new Clock(look)
  const brushOf = (absence: string): Brush => (absence === '' ? plain.strong : paint.warning)
  const today = sayDate(look.zone, at, look.now)
  const rows = presences.map((presence): Cell[] => {
    const { person, setting, rotations } = presence
    const { zone } = person
    const minute = at - (at % MINUTE)
    const date = sayDate(zone, at, look.now)
    const weekday = date === today ? '' : `${date.slice(0, 3)} `
    const held = rotations.map(({ id }) => id)
    const absence = sayAbsence(presence, at, clock)
    return [
      person.id,
      { text: nameOf(workspace, person.id), brush: paint.strong },
      zone.nameAt(at),
      weekday + sayTimeOfDay(zone, minute),
      { text: sayWorkingHours(setting.hours), brush: paint.faint },
      {
        text: [...held, absence].filter((text) => text !== '').join(', '),
        brush: brushOf(absence),
      },
      { text: sayContact(person), brush: paint.faint },
    ]
  })
  const columns = [
    { title: 'ID' },
    { title: 'NAME', least: 12 },
    { title: 'ZONE', spare: 2 as const },
    { title: 'NOW' },
    { title: 'WORKS', spare: 1 as const },
    { title: 'HOLDS', least: 8 },
    { title: 'CONTACT', least: 12 },
  ]
  const list = rows.length === 0 ? 'There are no people.\n' : table(columns, rows, width, paint)
  return `${list}${sayUnknown(unknown, paint)}\n${clock.explain()}`
}

/** Why somebody is not there, where that has a reason. */
function sayAbsence({ person, awayUntil, isInTeam }: Presence, at: Instant, clock: Clock): string {
  if (isInTeam) return awayUntil === undefined ? '' : `away until ${clock.say(awayUntil)}`
  const from = person.from?.instant ?? -Infinity
  return from > at ? `comes ${clock.say(from)}` : 'has left'
}

/** Everybody at an instant, as data. */
export function peopleJson({ at, presences, unknown }: People): Readonly<Record<string, Json>> {
  return { at: writeUtc(at), people: presences.map((one) => presenceJson(one, at)), unknown }
}

function presenceJson(
  { person, setting, rotations, awayUntil, isInTeam }: Presence,
  at: Instant,
): Json {
  const { id, name, email, zone } = person
  return {
    person: id,
    name,
    email: email ?? null,
    timezone: zone.nameAt(at),
    local: writeWall(zone.wallAt(at - (at % MINUTE))),
    hours: sayWorkingHours(setting.hours),
    country: setting.country ?? null,
    contact: contactJson(person),
    on_call: rotations.map((rotation) => rotation.id),
    away_until: time(awayUntil),
    in_team: isInTeam,
  }
}
