/** What the page knows, as things with names. Times are milliseconds. */
import {
  SHIFT,
  type PageCalendar,
  type PageData,
  type PageHolidays,
  type PagePlace,
} from '../data.ts'
import { linksTo, type Link } from './links.ts'
import { followsSelf } from './search.ts'

/** A person. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly zone: string
  /** Seconds, and the zone from then on. */
  readonly moves: readonly (readonly [at: number, zone: string])[]
  /** The same everywhere, in the terminal too. */
  readonly colour: string
  /** What is read best on it. */
  readonly letters: string
  /** `AL`: known by it where there is no room. */
  readonly mark: string
  /** Seconds, and which of the lists of days off is theirs from then on; -1 for none. */
  readonly countries: readonly (readonly [at: number, holidays: number])[]
  readonly away: readonly Away[]
  /** How to reach them, where the page may say it. */
  readonly contact: readonly (readonly [name: string, value: string])[]
  readonly link: Link | undefined
}

/** A stretch in which somebody cannot be on call. */
export interface Away extends Gap {
  readonly link: Link | undefined
}

/** What `check` warns of; without an end it is true of all time. */
export interface Warning extends Gap {
  readonly text: string
  readonly link: Link | undefined
}

/** A shift: people on call, and why. */
export interface Shift {
  readonly start: number
  readonly end: number
  readonly people: readonly Person[]
  readonly why: string
  readonly isOverride: boolean
  /** The place in its rotation of the first piece of the same turn. */
  readonly turn: number
  /** Where the reason stands. */
  readonly link: Link | undefined
}

/** A stretch of time; of a rotation one in which somebody must be on call and nobody is. */
export interface Gap {
  readonly start: number
  readonly end: number
}

/** A page of somebody: their phone rang. */
export interface Ring {
  readonly at: number
  readonly isNight: boolean
  readonly title: string | undefined
}

/** A rotation, with its shifts and gaps in order of time. */
export interface Rotation {
  readonly id: string
  readonly name: string
  /** When it is over; Infinity where it goes on. */
  readonly end: number
  /** Sorted, disjoint. */
  readonly shifts: readonly Shift[]
  /** The same for pictures: where people follow themselves, be it by another turn or layer, that is one. */
  readonly stays: readonly Shift[]
  readonly gaps: readonly Gap[]
  readonly zone: string
  /** Those that follow it, by their place among the rotations. */
  readonly followers: readonly number[]
  readonly warnings: readonly Warning[]
  readonly link: Link | undefined
  /** What rang, in order of time; undefined where the page does not know. */
  readonly rang: readonly Ring[] | undefined
  /** Everybody who is ever on call in it. */
  readonly people: ReadonlySet<Person>
}

/** A meeting that is held once. */
export interface Occurrence {
  readonly start: number
  readonly end: number
  /** When it was due; equal to its start unless it was moved. */
  readonly due: number
  readonly name: string
  readonly place: string
  /** Undefined where nobody ever leads it; null where nobody does for once. */
  readonly chair: Person | null | undefined
  /** What else somebody does in it; null where nobody does for once. */
  readonly roles: readonly { readonly name: string; readonly person: Person | null }[]
  readonly people: readonly Person[]
  readonly everyone: boolean
  readonly link: Link | undefined
}

/** All that the page knows. */
export interface Rota {
  readonly team: string
  readonly from: number
  readonly to: number
  readonly changed: number | undefined
  readonly people: readonly Person[]
  readonly rotations: readonly Rotation[]
  /** Of all meetings, in order of start. */
  readonly occurrences: readonly Occurrence[]
  /** About meetings. */
  readonly warnings: readonly Warning[]
  readonly holidays: readonly PageHolidays[]
  readonly calendars: readonly PageCalendar[]
}

/** What the page knows, read from the data in it. */
export function readRota(data: PageData): Rota {
  const linkTo = linksTo(data.repository)
  const people = data.people.map((person): Person => ({
    ...person,
    away: person.away.map(([start, end, place]) => ({
      ...stretchOf(start, end),
      link: linkTo(place),
    })),
    contact: person.contact ?? [],
    link: linkTo(person.place),
  }))
  const personAt = (i: number): Person => people[i] as Person
  const someone = (i: number | null): Person | null => (i === null ? null : personAt(i))
  const groups = data.groups.map((group) => group.map(personAt))
  const warnings = data.warnings.map(({ text, start, end, place }): Warning => ({
    text,
    start: start === null ? -Infinity : start * 1000,
    end: end === null ? Infinity : end * 1000,
    link: linkTo(place),
  }))
  const warningsAt = (places: readonly number[]): Warning[] =>
    places.flatMap((i) => warnings[i] ?? [])
  return {
    team: data.team,
    from: data.from * 1000,
    to: data.to * 1000,
    changed: data.changed === null ? undefined : data.changed * 1000,
    people,
    rotations: data.rotations.map((rotation): Rotation => {
      const { id, name, end, zone, followers, rang } = rotation
      const read = readShifts(rotation.shifts, groups, data, linkTo)
      return {
        id,
        name,
        zone,
        followers,
        end: end === null ? Infinity : end * 1000,
        shifts: read,
        stays: joined(read),
        gaps: rotation.gaps.map(([start, end]) => stretchOf(start, end)),
        warnings: warningsAt(rotation.warnings),
        link: linkTo(rotation.place),
        rang: rang?.map(([at, night, title]) => ({ at: at * 1000, isNight: night === 1, title })),
        people: new Set(read.flatMap((shift) => shift.people)),
      }
    }),
    occurrences: data.meetings
      .flatMap(({ name, length, place, everyone, chaired, roles, occurrences, written }) =>
        occurrences.map(([start, due, chair, group, ...others]): Occurrence => ({
          ...stretchOf(start, start + length),
          due: due * 1000,
          name,
          place,
          chair: chaired ? someone(chair) : undefined,
          roles: roles.map((role, i) => ({ name: role, person: someone(others[i] ?? null) })),
          people: groups[group] ?? [],
          everyone,
          link: linkTo(written),
        })),
      )
      .sort((a, b) => a.start - b.start),
    // A meeting that changes stands there twice.
    warnings: warningsAt([...new Set(data.meetings.flatMap(({ warnings }) => warnings))]),
    holidays: data.holidays,
    calendars: data.calendars,
  }
}

function stretchOf(start: number, end: number): Gap {
  return { start: start * 1000, end: end * 1000 }
}

function readShifts(
  numbers: readonly number[],
  groups: readonly (readonly Person[])[],
  { reasons, reasonPlaces }: PageData,
  linkTo: (place: PagePlace | null | undefined) => Link | undefined,
): Shift[] {
  const shifts: Shift[] = []
  let before = 0
  for (let i = 0; i < numbers.length; i += SHIFT) {
    const [gap = 0, length = 0, group = 0, reason = 0, more = 0] = numbers.slice(i, i + SHIFT)
    const start = before + gap * 1000
    const end = length === 0 ? Infinity : start + length * 1000
    const back = more >> 1
    shifts.push({
      start,
      end,
      people: groups[group] ?? [],
      why: reasons[reason] ?? '',
      isOverride: more % 2 === 1,
      turn: shifts[shifts.length - back]?.turn ?? shifts.length,
      link: linkTo(reasonPlaces?.[reason]),
    })
    before = end
  }
  return shifts
}

const ELLIPSIS = ' … '

/** Shifts in a row of the same people as one, unless one of them is by an override. */
function joined(shifts: readonly Shift[]): Shift[] {
  const stays: Shift[] = []
  for (const shift of shifts) {
    const last = stays.at(-1)
    if (last?.isOverride === shift.isOverride && followsSelf(last, shift)) {
      const [first = ''] = last.why.split(ELLIPSIS)
      const why = first === shift.why ? first : `${first}${ELLIPSIS}${shift.why}`
      stays[stays.length - 1] = { ...last, end: shift.end, why }
    } else {
      stays.push(shift)
    }
  }
  return stays
}
