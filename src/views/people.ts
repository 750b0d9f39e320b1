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
import { wholeName } from './names.ts'
import { plain, type Brush } from './paint.ts'
import { table, type Table } from './table.ts'
import { sayUnknown } from './unknown.ts'
import { unbroken } from './wrap.ts'

/** Everybody at an instant, to be said. */
export interface People {
  readonly workspace: Workspace
  readonly at: Instant
  readonly presences: readonly Presence[]
  /** Ids of rotations that cannot be answered for. */
  readonly unknown: readonly string[]
}

const TABLE: Table<'id' | 'name' | 'zone' | 'now' | 'works' | 'holds' | 'contact'> = {
  columns: {
    id: 'ID',
    name: 'NAME',
    zone: 'ZONE',
    now: 'NOW',
    works: 'WORKS',
    holds: 'HOLDS',
    contact: 'CONTACT',
  },
  narrower: [
    { leave: 'works' },
    { wrap: 'holds', to: 16 },
    { wrap: 'contact', to: 16 },
    { leave: 'zone' },
    { below: 'contact' },
    { leave: 'id' },
    { below: 'holds' },
    { above: 'name' },
  ],
}

/** A table of everybody: their time, what they hold, how they are reached. */
export function sayPeople({ workspace, at, presences, unknown }: People, look: Look): string {
  const { paint } = look
  const clock = new Clock(look)
  const brushOf = (absence: string): Brush => (absence === '' ? plain.strong : paint.warning)
  const today = sayDate(look.zone, at, look.now)
  const rows = presences.map((presence) => {
    const { person, setting, rotations } = presence
    const { zone } = person
    const minute = at - (at % MINUTE)
    const date = sayDate(zone, at, look.now)
    const weekday = date === today ? '' : `${date.slice(0, 3)} `
    const held = rotations.map(({ id }) => id)
    const absence = sayAbsence(presence, at, clock)
    return {
      id: person.id,
      name: { text: wholeName(workspace, person.id), brush: paint.strong },
      zone: zone.nameAt(at),
      now: unbroken(weekday + sayTimeOfDay(zone, minute)),
      works: { text: sayWorkingHours(setting.hours), brush: paint.faint },
      holds: {
        text: [...held, absence].filter((text) => text !== '').join(', '),
        brush: brushOf(absence),
      },
      contact: { text: sayContact(person), brush: paint.faint },
    }
  })
  const list = rows.length === 0 ? 'There are no people.\n' : table(TABLE, rows, look)
  return `${list}${sayUnknown(unknown, paint)}\n${clock.explain()}`
}

/** Why somebody is not there, where that has a reason. */
function sayAbsence({ person, awayUntil, isInTeam }: Presence, at: Instant, clock: Clock): string {
  if (isInTeam) return awayUntil === undefined ? '' : `away until ${unbroken(clock.say(awayUntil))}`
  const from = person.from?.instant ?? -Infinity
  return from > at ? `comes ${unbroken(clock.say(from))}` : 'has left'
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
