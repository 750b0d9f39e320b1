/**
 * Overrides that are in force at once: what each makes of the people beneath it, and whether others would be on call in
 * the end without it. That is found for all of them together, from the last to the first, because whatever is laid over a
 * person makes the same of them whoever else is there. People are numbers here: a pile may be high, and is gone through
 * for each piece of time anew.
 */
import type { Override } from '../../../model/rotation.ts'

/** What is found out about an override, from piece to piece. */
export interface Finding {
  /** Whether the same people are on call without it, as far as was looked. */
  isIdle: boolean
  /** Whether it meets the person whom it replaces. */
  isMet: boolean
  /** The people beneath it; of one that replaces a person only while that one is not met. */
  readonly beneath: Set<string>
}

/** Nobody: of an override that replaces no person. */
const NONE = -1

const NOTHING: readonly number[] = []

/** A pile of overrides over each other, from which each can be taken out to see what is missing then. */
export class Pile {
  readonly #overrides: readonly Override[]
  readonly #names: string[] = []
  readonly #numbers = new Map<string, number>()
  /** By place in the list of overrides: whom it brings, and whom it replaces. */
  readonly #people: readonly (readonly number[])[]
  readonly #out: readonly number[]
  /** By place in the list: those who came with it in this piece who were not there; undefined where it does not act. */
  readonly #came: (readonly number[] | undefined)[]
  /** By person: those who come of them in the end; of how many in the end they come; whether they are there at all. */
  #become: (readonly number[] | undefined)[] = []
  #sources: number[] = []
  #isThere: boolean[] = []

  constructor(overrides: readonly Override[]) {
    this.#overrides = overrides
    this.#people = overrides.map(({ people }) => people.map((id) => this.#number(id)))
    this.#out = overrides.map(({ insteadOf }) =>
      insteadOf === undefined ? NONE : this.#number(insteadOf),
    )
    this.#came = overrides.map(() => undefined)
  }

  /**
   * Lays the overrides at some places over people, in order, and notes what is found.
   * @param unheld told of each that replaces everybody while nobody is there
   */
  lay(
    people: readonly string[],
    active: readonly number[],
    findings: readonly (Finding | undefined)[],
    unheld: (place: number) => void,
  ): void {
    let there: readonly number[] = people.map((id) => this.#number(id))
    const size = this.#names.length
    this.#isThere = Array.from({ length: size }, () => false)
    for (const id of there) this.#isThere[id] = true
    let last = NONE
    let beneathLast = there
    for (const place of active) {
      const override = this.#overrides[place]
      if (override === undefined) continue
      if (override.kind === 'replace' && override.insteadOf === undefined) {
        if (there.length === 0) unheld(place)
        last = place
        beneathLast = there
        there = this.#replaced(there, place)
      } else {
        there = this.#laid(there, place, findings[place])
      }
    }
    this.#become = Array.from({ length: size }, () => undefined)
    this.#sources = Array.from({ length: size }, () => 0)
    for (const id of there) this.#sources[id] = 1
    this.#lookBack(active, findings, last, beneathLast, there.length)
  }

  #replaced(there: readonly number[], place: number): readonly number[] {
    const people = this.#people[place] ?? NOTHING
    for (const id of there) this.#isThere[id] = false
    for (const id of people) this.#isThere[id] = true
    return people
  }

  #laid(there: readonly number[], place: number, finding: Finding | undefined): readonly number[] {
    const people = this.#people[place] ?? NOTHING
    const out = this.#out[place] ?? NONE
    const is = this.#isThere
    if (out !== NONE && is[out] !== true) {
      this.#came[place] = undefined
      if (finding !== undefined && !finding.isMet)
        for (const id of there) finding.beneath.add(this.#names[id] ?? '')
      return there
    }
    if (out !== NONE) {
      is[out] = false
      if (finding !== undefined) finding.isMet = true
    }
    const came = people.every((id) => is[id] !== true) ? people : people.filter((id) => !is[id])
    this.#came[place] = came
    for (const id of came) is[id] = true
    if (out === NONE) return came.length === 0 ? there : [...there, ...came]
    if (there.length === 1) return people
    return [...new Set(there.flatMap((id) => (id === out ? people : [id])))]
  }

  /** From the last override back to the last that replaces everybody; without one beneath that nothing differs. */
  #lookBack(
    active: readonly number[],
    findings: readonly (Finding | undefined)[],
    last: number,
    beneathLast: readonly number[],
    size: number,
  ): void {
    const added = new Set<number>()
    for (let i = active.length - 1; i >= 0; i -= 1) {
      const place = active[i] ?? NONE
      const finding = findings[place]
      if (place === last) {
        const others = new Set(added)
        for (const id of this.#ofAll(beneathLast)) others.add(id)
        const isSame = others.size === size && [...others].every((id) => this.#isThere[id])
        if (!isSame && finding !== undefined) finding.isIdle = false
        return
      }
      if (this.#differsWithout(place, added) && finding !== undefined) finding.isIdle = false
    }
  }

  /** Whether the end is another without an override; from then on it is one of the later ones. */
  #differsWithout(place: number, added: Set<number>): boolean {
    const out = this.#out[place] ?? NONE
    const come = this.#ofAll(this.#people[place] ?? NOTHING)
    const came = this.#came[place]
    const sources = this.#sources
    if (came === undefined) {
      this.#become[out] = come
      return false
    }
    const brought = this.#ofAll(came, true)
    for (const id of brought) sources[id] = (sources[id] ?? 0) - 1
    let differs = false
    if (out === NONE) {
      for (const id of brought) differs ||= sources[id] === 0
      for (const id of come) added.add(id)
    } else {
      const stays = this.#of(out)
      for (const id of stays) differs ||= this.#isThere[id] !== true
      for (const id of brought) differs ||= sources[id] === 0 && !stays.includes(id)
      this.#become[out] = come
    }
    for (const id of come) sources[id] = (sources[id] ?? 0) + 1
    return differs
  }

  #of(id: number): readonly number[] {
    const found = this.#become[id]
    if (found !== undefined) return found
    const itself = [id]
    this.#become[id] = itself
    return itself
  }

  /** Those who come of some, each once, or once for each of whom they come. */
  #ofAll(ids: readonly number[], each = false): readonly number[] {
    if (ids.length === 1) return this.#of(ids[0] ?? NONE)
    const all = ids.flatMap((id) => this.#of(id))
    return each ? all : [...new Set(all)]
  }

  #number(id: string): number {
    let number = this.#numbers.get(id)
    if (number === undefined) {
      number = this.#names.push(id) - 1
      this.#numbers.set(id, number)
    }
    return number
  }
}
