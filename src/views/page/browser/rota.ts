/** Reads the data in the page into things with names. */
import { SHIFT, type PageData, type PagePlace } from '../data.ts'
import { linksTo, type Link } from './links.ts'
import { followsSelf } from './search.ts'
import type { Gap, Occurrence, Person, Rota, Rotation, Shift, Warning } from './things.ts'

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
