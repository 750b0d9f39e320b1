/** Calendars, read: who is on call when, and the meetings that come again. Pure. */
import { withoutAccents } from '../time/accents.ts'
import { HOUR } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { quoteSome } from '../time/list.ts'
import type { Zone } from '../time/zone.ts'
import { groupBy } from '../model/group.ts'
import type { Brought, BroughtMeeting, BroughtRotation } from '../patterns/brought.ts'
import { NamedPeople } from '../patterns/named-people.ts'
import type { Stretch } from '../patterns/stretch.ts'
import { blocksIn, type CalendarFault } from './blocks.ts'
import { occasionsIn, type Occasion } from './occasions.ts'
import { ownOf } from './own.ts'
import { recurringMeeting } from './recurring.ts'
import { titled, titledTogether, type Titled } from './titles.ts'
import { zoneOfId } from './zone-ids.ts'

/** A calendar as it came, and what it is called: `oncall.ics`. */
export interface CalendarText {
  readonly from: string
  readonly text: string
}

/** How calendars are to be read. */
export interface CalendarReading {
  /** Whose clock whatever names none goes by. */
  readonly zone: Zone
  readonly within: Interval
  /** Finds who is meant in a title, or else in a description: its first group, or all of it. */
  readonly person?: RegExp
}

/** What is wrong, and in which of the calendars. */
export interface FaultIn extends CalendarFault {
  readonly from: string
}

/** Longer than any meeting, and shorter than what people are on call. */
const LONG = 4 * HOUR

/** What calendars tell together. */
export function readCalendars(
  calendars: readonly CalendarText[],
  reading: CalendarReading,
): Brought | FaultIn {
  const everybody = new NamedPeople()
  const rotations: BroughtRotation[] = []
  const meetings: BroughtMeeting[] = []
  const lost: string[] = []
  const backwards: string[] = []
  let team: string | undefined
  for (const { from, text } of calendars) {
    const blocks = blocksIn(text)
    if ('message' in blocks) return { ...blocks, from }
    const named = zoneOfId(blocks.properties.get('X-WR-TIMEZONE') ?? '')
    const found = occasionsIn(blocks, named ?? reading.zone, reading.within)
    if ('message' in found) return { ...found, from }
    const { all: occasions, backwards: its } = found
    backwards.push(...its)
    const own = ownOf(blocks, occasions, everybody, occasions.at(-1)?.end ?? 0)
    const name = nameOf(blocks.properties, from)
    const zones = [...zonesOf(occasions), ...(named === undefined ? [] : [named])]
    const brought = own ?? others(occasions, name, zones, everybody, reading)
    lost.push(...brought.lost)
    team ??= own?.team
    const clocks = own === undefined ? [reading.zone] : []
    for (const rotation of brought.rotations) {
      rotations.push({ ...rotation, zones: [...rotation.zones, ...clocks] })
    }
    for (const meeting of brought.meetings) meetings.push(meeting)
  }
  const from = calendars.map((one) => one.from).join(', ')
  if (rotations.length + meetings.length === 0) {
    return { from, message: 'there is nobody on call in it, and no meeting that comes again' }
  }
  const unsaid = [
    ...(lost.length > 0 ? [sayLost(lost)] : []),
    ...(backwards.length > 0 ? [sayBackwards(backwards)] : []),
  ]
  return {
    from,
    people: everybody,
    rotations: once(rotations),
    meetings: onceById(meetings),
    ...(unsaid.length > 0 && { unsaid }),
    ...(team !== undefined && { team }),
  }
}

/** The rotation of a person's calendar and of the team's is one. */
function once(rotations: readonly BroughtRotation[]): BroughtRotation[] {
  const all = new Map<string, BroughtRotation>()
  for (const rotation of rotations) {
    const key = (rotation.id ?? rotation.name).toLowerCase()
    const known = all.get(key)
    const stretches = [...(known?.stretches ?? []), ...rotation.stretches]
    const each = new Map(stretches.map((one) => [JSON.stringify(one), one]))
    all.set(key, { ...rotation, ...known, stretches: [...each.values()] })
  }
  return [...all.values()]
}

function onceById(meetings: readonly BroughtMeeting[]): BroughtMeeting[] {
  const all = new Map<string, BroughtMeeting>()
  for (const [i, meeting] of meetings.entries())
    all.set(meeting.id ?? `${i} ${meeting.name}`, meeting)
  return [...all.values()]
}

/** The zones in which events are written, the most usual first. */
function zonesOf(occasions: readonly Occasion[]): Zone[] {
  const zones = occasions.flatMap(({ zone }) => zone ?? [])
  const groups = [...groupBy(zones, ({ name }) => name).values()]
  return groups.sort((a, b) => b.length - a.length).map(([zone]) => zone)
}

function nameOf(properties: ReadonlyMap<string, string>, from: string): string {
  const name = properties.get('X-WR-CALNAME') ?? properties.get('NAME') ?? ''
  return name || (from.split(/[/\\]/).at(-1) ?? from).replace(/\.ics.*$/i, '') || 'on-call'
}

/** What a calendar tells, and the names of what comes again and could not be made a meeting. */
interface Parts extends Pick<Brought, 'rotations' | 'meetings'> {
  readonly lost: readonly string[]
}

function sayLost(lost: readonly string[]): string {
  return `Left out, since no meeting of ours comes again like that: ${quoteSome(new Set(lost))}.`
}

function sayBackwards(titles: readonly string[]): string {
  return `Left out, since it ends before it begins: ${quoteSome(new Set(titles))}.`
}

/** What a calendar tells that others wrote. */
function others(
  occasions: readonly Occasion[],
  name: string,
  zones: readonly Zone[],
  everybody: NamedPeople,
  { person, zone, within }: CalendarReading,
): Parts {
  const { shifts, series } = parted(occasions, person)
  const together = titledTogether(shifts, name)
  const held: { readonly title: string; readonly stretch: Stretch }[] = []
  const left = new Set<string>()
  const isSure =
    shifts.filter(({ summary }) => titled(summary) !== undefined).length * 2 > shifts.length
  for (const shift of shifts) {
    const found = whoIn(shift, person, together, isSure, everybody)
    if (found === 'nobody') continue
    if (found === undefined || found.people.length === 0) {
      left.add(shift.summary)
      continue
    }
    const { start, end } = shift
    for (const { people, rotation } of [found, ...(found.also ?? [])]) {
      if (people.length > 0) held.push({ title: rotation || name, stretch: { start, end, people } })
    }
  }
  const unsaid =
    left.size === 0
      ? []
      : [`Left out, since nobody is found in the title (--person says where): ${quoteSome(left)}.`]
  const groups = groupBy(held, ({ title }) => title.toLowerCase())
  const made = [...series.values()].map((each) => {
    const [first] = each
    const title = first.summary
    const attendees = attendeesOf(each, everybody)
    const its = first.zone ?? zones[0] ?? zone
    return { title, meeting: recurringMeeting(each, its, title, attendees, within.end) }
  })
  return {
    rotations: [...groups.values()].map((group, i) => ({
      name: group[0].title,
      stretches: group.map(({ stretch }) => stretch),
      zones,
      unsaid: i === 0 ? unsaid : [],
    })),
    meetings: made.flatMap(({ meeting }) => meeting ?? []),
    lost: made.flatMap(({ title, meeting }) => (meeting === undefined ? title : [])),
  }
}

/** Shifts, and the series that are meetings: what comes again, is short, and says nothing of being on call. */
function parted(
  occasions: readonly Occasion[],
  person: RegExp | undefined,
): {
  readonly shifts: Occasion[]
  readonly series: ReadonlyMap<string, readonly [Occasion, ...Occasion[]]>
} {
  const shifts: Occasion[] = []
  const held: Occasion[] = []
  for (const occasion of occasions) {
    const { summary, start, end, isRecurring, isAllDay } = occasion
    const isNamed = person !== undefined && person.test(summary)
    const isMeeting =
      isRecurring && !isAllDay && end - start < LONG && titled(summary) === undefined && !isNamed
    if (isMeeting) held.push(occasion)
    else shifts.push(occasion)
  }
  return { shifts, series: groupBy(held, ({ uid }) => uid) }
}

/** Who is on call, and for what. */
interface Who {
  readonly people: readonly string[]
  readonly rotation: string
}

/** Who is on call in an event, and who else; or that nobody is. */
function whoIn(
  { summary, description, attendees }: Occasion,
  person: RegExp | undefined,
  together: ReadonlyMap<string, Titled>,
  isSure: boolean,
  everybody: NamedPeople,
): (Who & { readonly also?: readonly Who[] }) | 'nobody' | undefined {
  if (person !== undefined) {
    const found = person.exec(summary) ?? person.exec(description)
    if (found === null) return undefined
    return {
      people: everybody.keysOf(found[1] ?? found[0]),
      rotation: found.groups?.['rotation'] ?? '',
    }
  }
  const says = titled(summary) ?? (isSure ? undefined : together.get(summary))
  const invited = attendees.length > 0 && attendees.length <= 2 ? attendees : []
  if (invited.length === 0) {
    if (says === undefined) return undefined
    if (everybody.saysNobody(says.person)) return 'nobody'
    const who = ({ person: named, rotation }: Titled): Who => ({
      people: everybody.keysOf(named),
      rotation,
    })
    return { ...who(says), ...(says.also && { also: [who(says.also)] }) }
  }
  const [only] = invited
  if (
    says !== undefined &&
    invited.length === 1 &&
    only !== undefined &&
    isOne(says.person, only)
  ) {
    // PagerDuty: the name stands in the title, the address beside it.
    const key = everybody.keyFor(says.person, only.email)
    return { people: key === undefined ? [] : [key], rotation: says.rotation }
  }
  // `On Call - Some rota - out of hours`, in the calendar of one person.
  const people = invited.flatMap((one) => everybody.keyFor(one.name, one.email) ?? [])
  return { people, rotation: says === undefined ? summary : bareTitle(summary) }
}

/** Whether a name in a title and somebody who is invited are one: by the name, or by what the address begins with. */
function isOne(person: string, { name, email }: Occasion['attendees'][number]): boolean {
  if (plain(person) === plain(name) || plain(person) === plain(email)) return true
  const local = plain(email.split('@')[0] ?? '')
  return plain(person)
    .split(/[^\p{L}]+/u)
    .some((part) => part.length > 2 && local.includes(part))
}

function plain(text: string): string {
  return withoutAccents(text).toLowerCase()
}

function bareTitle(summary: string): string {
  return summary.replace(/^on[- ]?call\s*(?:for\s+|[:–—-]\s*)/i, '')
}

function attendeesOf(occasions: readonly Occasion[], everybody: NamedPeople): string[] {
  const all = occasions.at(-1)?.attendees ?? []
  return [...new Set(all.flatMap((one) => everybody.keyFor(one.name, one.email) ?? []))]
}
