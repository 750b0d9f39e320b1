/** What the page knows, as things with names. Times are milliseconds. */
import { SHIFT, type PageCalendar, type PageData } from '../data.ts'

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
}

/** A shift: people on call, and why. */
export interface Shift {
  readonly start: number
  readonly end: number
  readonly people: readonly Person[]
  readonly why: string
  readonly isOverride: boolean
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
  readonly calendars: readonly PageCalendar[]
}

/** What the page knows, read from the data in it. */
export function readRota(data: PageData): Rota {
  const people: readonly Person[] = data.people
  const personAt = (i: number): Person => people[i] as Person
  const someone = (i: number | null): Person | null => (i === null ? null : personAt(i))
  const groups = data.groups.map((group) => group.map(personAt))
  return {
    team: data.team,
    from: data.from * 1000,
    to: data.to * 1000,
    changed: data.changed === null ? undefined : data.changed * 1000,
    people,
    rotations: data.rotations.map(({ id, name, end, shifts, gaps, rang }): Rotation => {
      const read = readShifts(shifts, groups, data.reasons)
      return {
        id,
        name,
        end: end === null ? Infinity : end * 1000,
        shifts: read,
        stays: joined(read),
        gaps: gaps.map(([start, end]) => ({ start: start * 1000, end: end * 1000 })),
        rang: rang?.map(([at, night, title]) => ({ at: at * 1000, isNight: night === 1, title })),
        people: new Set(read.flatMap((shift) => shift.people)),
      }
    }),
    occurrences: data.meetings
      .flatMap(({ name, length, place, everyone, chaired, roles, occurrences }) =>
        occurrences.map(([start, due, chair, group, ...others]): Occurrence => ({
          start: start * 1000,
          end: (start + length) * 1000,
          due: due * 1000,
          name,
          place,
          chair: chaired ? someone(chair) : undefined,
          roles: roles.map((role, i) => ({ name: role, person: someone(others[i] ?? null) })),
          people: groups[group] ?? [],
          everyone,
        })),
      )
      .sort((a, b) => a.start - b.start),
    calendars: data.calendars,
  }
}

function readShifts(
  numbers: readonly number[],
  groups: readonly (readonly Person[])[],
  reasons: readonly string[],
): Shift[] {
  const shifts: Shift[] = []
  let before = 0
  for (let i = 0; i < numbers.length; i += SHIFT) {
    const [gap = 0, length = 0, group = 0, reason = 0, override] = numbers.slice(i, i + SHIFT)
    const start = before + gap * 1000
    const end = length === 0 ? Infinity : start + length * 1000
    const why = reasons[reason] ?? ''
    shifts.push({ start, end, people: groups[group] ?? [], why, isOverride: override === 1 })
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

/** The index of the first that ends after an instant, of things that are sorted and disjoint. */
export function firstEndingAfter(sorted: readonly Gap[], at: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.end ?? Infinity) > at) high = middle
    else low = middle + 1
  }
  return low
}

/** `3 pages, 1 at night`; empty where nothing rang. */
export function sayRang(rang: readonly Ring[]): string {
  if (rang.length === 0) return ''
  const nights = rang.filter(({ isNight }) => isNight).length
  const many = rang.length === 1 ? '1 page' : `${rang.length} pages`
  return nights === 0 ? many : `${many}, ${nights} at night`
}

/** Those that touch a stretch, of things that are sorted and disjoint. */
export function within<Thing extends Gap>(sorted: readonly Thing[], { start, end }: Gap): Thing[] {
  const found: Thing[] = []
  for (let i = firstEndingAfter(sorted, start); i < sorted.length; i += 1) {
    const thing = sorted[i]
    if (thing === undefined || thing.start >= end) break
    found.push(thing)
  }
  return found
}

/** Who holds a rotation at an instant, until when, and who is next. */
export interface Holder {
  /** The whole time of theirs: where they follow themselves, all these shifts. */
  readonly shift: Shift | undefined
  /** The gap, where somebody must be on call and nobody is. */
  readonly gap: Gap | undefined
  readonly next: Shift | undefined
}

/** Who holds a rotation at an instant, and what comes next. */
export function holderAt({ shifts, gaps }: Rotation, at: number): Holder {
  const i = firstEndingAfter(shifts, at)
  const first = shifts[i]
  const gap = gaps[firstEndingAfter(gaps, at)]
  if (first !== undefined && first.start <= at) {
    let last = i
    while (followsSelf(shifts[last], shifts[last + 1])) last += 1
    let begin = i
    while (followsSelf(shifts[begin - 1], shifts[begin])) begin -= 1
    const { start = first.start } = shifts[begin] ?? {}
    const { end = first.end } = shifts[last] ?? {}
    return { shift: { ...first, start, end }, gap: undefined, next: shifts[last + 1] }
  }
  return { shift: undefined, gap: gap && gap.start <= at ? gap : undefined, next: first }
}

/** Whether the same people go on, with nobody between. */
function followsSelf(one: Shift | undefined, other: Shift | undefined): boolean {
  if (one === undefined || other === undefined || one.end !== other.start) return false
  const [a, b] = [new Set(one.people), new Set(other.people)]
  return a.size === b.size && [...a].every((person) => b.has(person))
}

/** The zone in which somebody lives at an instant. */
export function zoneOf({ zone, moves }: Person, at: number): string {
  return moves.findLast(([from]) => from * 1000 <= at)?.[1] ?? zone
}

/** The names of people, as a sentence has them. */
export function nameAll(people: readonly Person[]): string {
  const names = people.map(({ name }) => name)
  if (names.length < 2) return names[0] ?? 'nobody'
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The first names of people, where room is scarce. */
export function firstNames(people: readonly Person[]): string {
  return people.map(({ name }) => name.split(' ')[0]).join(' + ')
}
