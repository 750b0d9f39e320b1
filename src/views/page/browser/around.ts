/** What is around the rotations: who is away, which days are off, when clocks change. */
import { clockChanges } from './clocks.ts'
import { regionName } from './names.ts'
import type { Piece } from './lane-pieces.ts'
import { touches } from './search.ts'
import type { Person, Rota } from './things.ts'
import { isShown, type State } from './state.ts'
import type { View } from './view.ts'

/** The kinds of lanes beside those of rotations, from the top. */
export type Around = 'meetings' | 'away' | 'holidays' | 'clocks'

/** The chosen person, or those of the rotations that are shown; everybody where all are. */
export function peopleAround(rota: Rota, state: State): readonly Person[] {
  if (state.person !== undefined) return [state.person]
  if (state.search.trim() === '') return rota.people
  const seen = new Set(
    rota.rotations.flatMap((one) => (isShown(state, one) ? [...one.people] : [])),
  )
  return rota.people.filter((person) => seen.has(person))
}

/** The absences in view, by their beginning. */
export function awayPieces(rota: Rota, view: View, state: State): Piece[] {
  return peopleAround(rota, state)
    .flatMap((person) =>
      person.away
        .filter((away) => touches(away, view))
        .map((away): Piece => ({ kind: 'away', title: 'Away', ...away, person })),
    )
    .sort((a, b) => a.start - b.start)
}

/** A day off for somebody: of which list or country, in short and with those whom it is about. */
interface DayOff {
  readonly short: string
  readonly said: string
}

/** The days off in view, as a calendar on the wall has them; days in a row that are the same to all are one piece. */
export function holidayPieces(rota: Rota, view: View, state: State): Piece[] {
  const pieces: Piece[] = []
  for (const [day, all] of daysOff(rota, view, state)) {
    const start = view.clock.startOf(day)
    const end = view.clock.startOf(day + 1)
    const said = all.map((one) => one.said)
    const last = pieces.at(-1)
    if (last?.kind === 'holiday' && last.end === start && last.said.join() === said.join()) {
      pieces[pieces.length - 1] = { ...last, end }
    } else {
      const short = all.map((one) => one.short).join(' ')
      pieces.push({ kind: 'holiday', title: 'Holiday', start, end, short, said })
    }
  }
  return pieces
}

function daysOff(rota: Rota, { first, until, clock }: View, state: State): [number, DayOff[]][] {
  const days = new Map<number, DayOff[]>()
  const people = peopleAround(rota, state)
  const isAll = people.length === rota.people.length
  for (const [i, { name, isCountry, days: all }] of rota.holidays.entries()) {
    for (const day of all) {
      if (day < first || day >= until) continue
      const there = people.filter((person) => listAt(person, clock.startOf(day)) === i)
      // Where nobody lives who is looked at, it is a day like any other.
      if (isCountry && there.length === 0 && !isAll) continue
      const whose = there.length === 0 ? '' : `: ${there.map((person) => person.name).join(', ')}`
      const said = `${isCountry ? countryOf(name) : name}${whose}`
      days.set(day, [...(days.get(day) ?? []), { short: name, said }])
    }
  }
  return [...days].sort(([a], [b]) => a - b)
}

/** The clock changes in view. */
export function clockPieces(rota: Rota, view: View, state: State): Piece[] {
  return clockChanges(peopleAround(rota, state), view, view.clock).map(({ at, zones }): Piece => ({
    kind: 'clock',
    title: 'Clock change',
    start: at,
    end: at,
    zones,
  }))
}

/** Which list of days off is a person's at an instant, by its place; -1 for none. */
function listAt({ countries }: Person, at: number): number {
  return countries.findLast(([from]) => from * 1000 <= at)?.[1] ?? -1
}

/** `Netherlands`, `Germany (DE-SN)` */
function countryOf(code: string): string {
  const [country = code, region] = code.split('-')
  const name = regionName(country)
  return region === undefined ? name : `${name} (${code})`
}
