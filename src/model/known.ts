/** Who and what comes from elsewhere to a workspace that is there, and is known there already. Pure. */
import { plainly } from '../time/accents.ts'
import { countsOf } from './counts.ts'
import { shortNames, slug } from './naming.ts'
import type { Person } from './person.ts'
import type { Rotation } from './rotation.ts'

/** Somebody as they are called elsewhere. */
export interface Stranger {
  /** The address, or nothing, where no name is known. */
  readonly name: string
  readonly email?: string
  /** The id of their user in PagerDuty. */
  readonly pagerduty?: string
}

/** Somebody elsewhere, and who they are here. */
export interface Acquaintance {
  readonly stranger: Stranger
  readonly person: Person
  /** Whether only a part of a name says so. */
  readonly isGuess: boolean
}

/** Somebody elsewhere who may be one or another here. */
export interface Doubt {
  readonly stranger: Stranger
  readonly people: readonly Person[]
}

/** Strangers by their keys: those who are known, and those who may be several. Who is in neither is new. */
export interface KnownPeople {
  readonly known: ReadonlyMap<string, Acquaintance>
  readonly doubts: readonly Doubt[]
}

/** Which of some strangers are people who are there. */
export function knownAmong(
  strangers: ReadonlyMap<string, Stranger>,
  people: ReadonlyMap<string, Person>,
): KnownPeople {
  const known = new Map<string, Acquaintance>()
  const doubts: Doubt[] = []
  const all = [...people.values()]
  for (const [key, stranger] of strangers) {
    const { found, isGuess } = peopleMeant(stranger, all)
    const [person, ...others] = found
    if (person === undefined) continue
    if (others.length === 0) known.set(key, { stranger, person, isGuess })
    else doubts.push({ stranger, people: found })
  }
  // Alice Berg and Alice Lindqvist cannot both be the `alice` who has no other name.
  const guesses = [...known.values()].filter(({ isGuess }) => isGuess)
  const counts = countsOf(guesses.map(({ person }) => person.id))
  for (const [key, { person, isGuess }] of known) {
    if (isGuess && (counts.get(person.id) ?? 0) > 1) known.delete(key)
  }
  return { known, doubts }
}

/** All whom somebody may be, by the surest way in which it is anybody: user, address, name or id, a part of a name. */
function peopleMeant(
  stranger: Stranger,
  people: readonly Person[],
): { readonly found: readonly Person[]; readonly isGuess: boolean } {
  const { email, pagerduty } = stranger
  const name = stranger.name === email ? '' : stranger.name
  const local = plainly((email ?? '').replace(/@.*/, ''))
  const sure = [
    (one: Person) => isSame(one.pagerduty, pagerduty),
    (one: Person) => isSame(one.email, email),
    (one: Person) =>
      isOneUser(one, stranger) &&
      (isSame(one.name, name) || isSame(one.id, name) || isSame(one.id, slug(name))),
  ]
  // What is only a part of a name is outdone by an address, and by another name.
  const mayBe = (one: Person): boolean =>
    isOneUser(one, stranger) && (one.email === undefined || email === undefined)
  const guesses = [
    (one: Person) =>
      mayBe(one) &&
      (name === '' || isBare(one)) &&
      (isSame(one.id, local) || isSame(slug(one.name), slug(local))),
    (one: Person) => mayBe(one) && !isBare(one) && isWordOf(name, one.name),
    (one: Person) => mayBe(one) && isBare(one) && isSame(one.id, slug(firstOf(name))),
  ]
  for (const [i, way] of [...sure, ...guesses].entries()) {
    const found = people.filter(way)
    if (found.length > 0) return { found, isGuess: i >= sure.length }
  }
  return { found: [], isGuess: false }
}

/** Whether no name is known. */
function isBare({ id, name }: Person): boolean {
  return name === id
}

/** Whether two may be one: not where both are users elsewhere, and not the same. */
function isOneUser(person: Person, { pagerduty }: Stranger): boolean {
  return person.pagerduty === undefined || pagerduty === undefined
}

/** Whether two texts are both there and alike. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || other === '') return false
  return plainly(one).replaceAll(/\s+/g, ' ') === plainly(other).replaceAll(/\s+/g, ' ')
}

function isWordOf(word: string, name: string): boolean {
  return wordsOf(word).length === 1 && wordsOf(name).includes(plainly(word))
}

function wordsOf(name: string): string[] {
  return plainly(name)
    .split(/\s+/)
    .filter((word) => word !== '')
}

function firstOf(name: string): string {
  return wordsOf(name)[0] ?? ''
}

/** A rotation or a meeting as it is called elsewhere, with the id that it has there where that is one of ours. */
export interface Arrival {
  readonly name: string
  readonly id?: string
  /** The id of its schedule in PagerDuty. */
  readonly schedule?: string
}

/** Something that comes from elsewhere and is there already, by what it is called there and here. */
export interface Left {
  readonly kind: 'rotation' | 'meeting'
  readonly name: string
  readonly id: string
}

/** The rotation that something elsewhere is already: by its schedule, its id or its name. */
export function rotationThere(
  arrival: Arrival,
  rotations: Iterable<Rotation>,
): Rotation | undefined {
  const all = [...rotations]
  const { schedule } = arrival
  const kept = all.find((one) => schedule !== undefined && one.pagerduty?.schedule === schedule)
  // Two that are kept in two schedules are two, whatever they are called.
  const others = all.filter(
    (one) => schedule === undefined || one.pagerduty?.schedule === undefined,
  )
  return kept ?? thingThere(arrival, others)
}

/** The thing of that id or name, in any case. */
export function thingThere<T extends { readonly id: string; readonly name: string }>(
  { id, name }: Arrival,
  all: Iterable<T>,
): T | undefined {
  const each = [...all]
  const ids = [id, slug(name), ...shortNames([name], [])]
  return (
    each.find((one) => isSame(one.id, id)) ??
    each.find((one) => isSame(one.name, name) || isSame(one.id, name)) ??
    each.find((one) => ids.some((each) => isSame(one.id, each)))
  )
}
