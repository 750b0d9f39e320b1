/** What whoever looks has chosen. Person, zone and zoom stand in the address too, so that a view can be shared. */
import { Clock, viewersZone } from './clock.ts'
import type { Occurrence, Person, Rota, Rotation } from './things.ts'

/** The lengths of time that can be shown at once. */
export const ZOOMS = [
  { id: 'day', name: 'Day', days: 1 },
  { id: 'week', name: 'Week', days: 7 },
  { id: 'month', name: 'Month', days: 35 },
  { id: 'quarter', name: 'Quarter', days: 91 },
] as const

/** One of these lengths. */
export type Zoom = (typeof ZOOMS)[number]

/** What is chosen now, and what time it is. */
export interface State {
  readonly person: Person | undefined
  /** Empty for the viewer's own. */
  readonly zone: string
  readonly search: string
  readonly zoom: Zoom
  /** The first day that the timeline shows, in the chosen zone; undefined: where today is. */
  readonly day: number | undefined
  readonly asTable: boolean
  readonly now: number
}

/** The clock by which times are shown. */
export function clockOf({ zone }: State): Clock {
  return Clock.of(zone === '' ? viewersZone() : zone)
}

/** Whether the chosen person, if one is, is among these. */
export function concerns({ person }: State, people: readonly Person[]): boolean {
  return person === undefined || people.includes(person)
}

/** The rotations that are shown: those of the chosen person whose name holds what is looked for. */
export function isShown({ person, search }: State, { id, name, people }: Rotation): boolean {
  if (person !== undefined && !people.has(person)) return false
  const text = search.trim().toLowerCase()
  return text === '' || id.toLowerCase().includes(text) || name.toLowerCase().includes(text)
}

/** Whether the chosen person, if one is, attends a meeting or leads it. */
export function isAttended(state: State, { people, chair, roles }: Occurrence): boolean {
  const leading = [chair, ...roles.map(({ person }) => person)]
  return concerns(state, people) || leading.includes(state.person)
}

/** What the address of the page says to choose. */
export function readAddress(rota: Rota, narrow: boolean): Pick<State, 'person' | 'zone' | 'zoom'> {
  const asked = new URLSearchParams(location.hash.slice(1))
  const zone = asked.get('zone') ?? ''
  return {
    person: rota.people.find(({ id }) => id === asked.get('person')),
    zone: zone !== '' && Clock.of(zone).isKnown ? zone : '',
    zoom: ZOOMS.find(({ id }) => id === asked.get('zoom')) ?? ZOOMS[narrow ? 1 : 2],
  }
}

/** Writes what is chosen into the address of the page. */
export function writeAddress({ person, zone, zoom }: State, narrow: boolean): void {
  const said = new URLSearchParams()
  if (person !== undefined) said.set('person', person.id)
  if (zone !== '') said.set('zone', zone)
  if (zoom !== ZOOMS[narrow ? 1 : 2]) said.set('zoom', zoom.id)
  const hash = said.size === 0 ? location.pathname + location.search : `#${said.toString()}`
  try {
    history.replaceState(null, '', hash)
  } catch {
    // Inside somebody else's frame the address may not be ours; all else works there.
  }
}
