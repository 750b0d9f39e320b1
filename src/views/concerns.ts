/** `rotate me`: what somebody holds now and next, leads, gave away, and when they are away. */
import { MINUTE, type Instant } from '../time/instant.ts'
import { touches } from '../time/interval.ts'
import { writeLength } from '../time/length.ts'
import { sayElapsed, sayTime } from '../time/words.ts'
import { writeUtc } from '../time/wall.ts'
import { CHAIR } from '../model/meeting.ts'
import type { Person } from '../model/person.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Absence, Concerns, Led } from '../insight/concerns.ts'
import type { Stay } from '../insight/holding.ts'
import { clean } from './clean.ts'
import { Clock } from './clock.ts'
import { holdingJson, sayHolding } from './holding.ts'
import { namesOf, occurrenceJson, shiftJson, time, type Json } from './json.ts'
import type { Look } from './look.ts'
import { nameOf, sayBriefly, sayWhy, wholeNames } from './names.ts'
import { table, type Row, type Table } from './table.ts'
import { typed } from './typed.ts'
import { sayUnknown } from './unknown.ts'
import { unbroken, wrap } from './wrap.ts'

/** What concerns a person, to be said. */
export interface Me {
  readonly workspace: Workspace
  readonly at: Instant
  readonly concerns: Concerns
  /** Ids of rotations and meetings that cannot be answered for. */
  readonly unknown: readonly string[]
  /** Whether people are told the layer and the number of each turn. */
  readonly isLong?: boolean
}

type Columns = 'start' | 'end' | 'length' | 'what' | 'who' | 'why'

/** Lists of which each row explains itself. */
const TABLE: Table<Columns> = {
  columns: { start: '', end: '', length: '', what: '', who: '', why: '' },
  narrower: [
    { leave: 'length' },
    { wrap: 'why', to: 12 },
    { wrap: 'what', to: 16 },
    { below: 'why' },
    { wrap: 'who', to: 12 },
    { below: 'who' },
  ],
}

/** All that concerns somebody: what matters first in a line of its own, then the lists. */
export function sayMe(
  { workspace, at, concerns, unknown, isLong = false }: Me,
  look: Look,
): string {
  const { person, next, given, led, away } = concerns
  const { paint, width } = look
  const clock = new Clock(look)
  const head = `${paint.strong(clean(nameOf(workspace, person.id)))}  ${paint.faint(sayTime(look.zone, at - (at % MINUTE), look.now))}\n`
  const duty = sayHolding(concerns, at, clock).map((line) => wrap(clean(line), width))
  const sections = [
    head + duty.join(''),
    section(
      'NEXT SHIFTS',
      next.map(({ start, end, rotation, shifts }) => ({
        start: unbroken(clock.say(start)),
        end: unbroken(sayEnd(end, clock)),
        length: { text: end === Infinity ? '' : sayElapsed(end - start), brush: paint.faint },
        what: rotation.id,
        why: { text: sayReason(shifts, isLong ? sayWhy : sayBriefly), brush: paint.faint },
      })),
      look,
    ),
    section(
      'LEADS NEXT',
      led.map(({ occurrence: { start, meeting, terms }, role }) => ({
        start: unbroken(clock.say(start)),
        what: `${meeting.name} ${unbroken(`(${writeLength(terms.duration)})`)}`,
        who: role === CHAIR ? 'chairs' : role,
      })),
      look,
    ),
    section(
      'TAKEN BY OTHERS',
      given.map(({ start, end, rotation, to, why }) => ({
        start: unbroken(clock.say(start)),
        end: unbroken(sayEnd(end, clock)),
        what: rotation.id,
        who: wholeNames(workspace, to),
        why: { text: why ?? '', brush: paint.faint },
      })),
      look,
    ),
    sayAbsences(away, person, look, clock),
    sayUnknown(unknown, paint),
  ]
  return `${sections.filter((text) => text !== '').join('\n')}\n${clock.explain()}`
}

/** Of several shifts in a row the first reason, and how many more there are. */
function sayReason(shifts: Stay['shifts'], say: typeof sayWhy): string {
  const [first = '', ...more] = new Set(shifts.map(say).filter((reason) => reason !== ''))
  return first + (more.length > 0 ? `, and ${more.length} more` : '')
}

function sayEnd(end: Instant, clock: Clock): string {
  return end === Infinity ? 'without end' : clock.say(end)
}

function section(title: string, rows: readonly Row<Columns>[], look: Look): string {
  return rows.length === 0 ? '' : `${look.paint.faint(title)}\n${table(TABLE, rows, look)}`
}

/** Each with what they are on call for in it, and the command by which somebody takes it. */
function sayAbsences(
  absences: readonly Absence[],
  { id }: Person,
  { paint, width, zone, dir = '' }: Look,
  clock: Clock,
): string {
  if (absences.length === 0) return ''
  const lines = absences.flatMap(({ start, end, why, held }) => [
    wrap(
      clean(`${clock.say(start)}  ${sayEnd(end, clock)}${why === undefined ? '' : `  ${why}`}`),
      width,
    ),
    ...held.map((one) => {
      const many = held.some((other) => other.rotation !== one.rotation && touches(other, one))
      const only = many ? ` --rotation ${one.rotation.id}` : ''
      const said = `on call then for ${one.rotation.id}, ${clock.say(one.start)} to ${sayEnd(one.end, clock)}`
      const command = `'rotate cover ${clean(id)} --on ${typed(one, zone)}${clean(only)}${dir}'`
      return wrap(`  ${paint.warning(clean(said))}: ${command}`, width)
    }),
  ])
  return `${paint.faint('AWAY')}\n${lines.join('')}`
}

/** What concerns a person, as data. */
export function meJson({ workspace, at, concerns, unknown }: Me): Readonly<Record<string, Json>> {
  return { at: writeUtc(at), ...concernsJson(concerns, workspace), unknown }
}

/** A person, and what concerns them. */
function concernsJson(concerns: Concerns, workspace: Workspace): { [key: string]: Json } {
  const { next, given, led, away } = concerns
  return {
    ...holdingJson(concerns),
    shifts: next.flatMap(({ shifts }) => shifts.map((shift) => shiftJson(shift, workspace))),
    leads: led.map((one) => ledJson(one, workspace)),
    taken: given.map(({ rotation, start, end, to, why }) => ({
      rotation: rotation.id,
      start: writeUtc(start),
      end: time(end),
      people: to,
      names: namesOf(to, workspace),
      ...(why !== undefined && { why }),
    })),
    away: away.map(({ start, end, why, held }) => ({
      from: writeUtc(start),
      to: time(end),
      ...(why !== undefined && { why }),
      held: held.map((one) => ({
        rotation: one.rotation.id,
        start: writeUtc(one.start),
        end: time(one.end),
      })),
    })),
  }
}

/** A role in an occurrence of a meeting. */
export function ledJson({ occurrence, role }: Led, workspace: Workspace): Json {
  return { role, ...occurrenceJson(occurrence, workspace) }
}
