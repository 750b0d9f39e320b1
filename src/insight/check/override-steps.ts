/**
 * Overrides that are in force at once, step by step: what each makes of the people beneath it, and whether others would be
 * on call in the end without it. That is found for all of them together, from the last to the first, because whatever
 * is laid over a person makes the same of them whoever else is there.
 */
import type { Override } from '../../model/rotation.ts'

export interface Step {
  readonly override: Override
  /** Whether it meets the person whom it replaces; so where it replaces none. */
  readonly acts: boolean
  /** Those on call before it applies; empty where it acts, unless it replaces everybody. */
  readonly beneath: readonly string[]
  /** Whether nobody is on call before it applies. */
  readonly isUnheld: boolean
  /** Whether other people are on call in the end without it. */
  readonly differs: boolean
}

interface Way extends Omit<Step, 'differs'> {
  /** Those whom it brings who were not there. */
  readonly brings: readonly string[]
}

/** All steps from what the turns say on, in listed order. */
export function layered(people: readonly string[], active: readonly Override[]): Step[] {
  const ways: Way[] = []
  let there = new Set(people)
  let last = -1
  for (const [i, override] of active.entries()) {
    const { kind, insteadOf } = override
    const isUnheld = there.size === 0
    if (kind === 'replace' && insteadOf === undefined) {
      ways.push({ override, acts: true, beneath: [...there], isUnheld, brings: override.people })
      there = new Set(override.people)
      last = i
    } else if (insteadOf === undefined) {
      const brings = override.people.filter((id) => !there.has(id))
      for (const id of brings) there.add(id)
      ways.push({ override, acts: true, beneath: [], isUnheld, brings })
    } else if (there.has(insteadOf)) {
      const brings = override.people.filter((id) => id === insteadOf || !there.has(id))
      there = exchanged(there, insteadOf, override.people)
      ways.push({ override, acts: true, beneath: [], isUnheld, brings })
    } else {
      ways.push({ override, acts: false, beneath: [...there], isUnheld, brings: [] })
    }
  }
  return withoutEach(ways, last, there)
}

/** In place, so that the order is the one in which people are told. */
function exchanged(
  there: ReadonlySet<string>,
  out: string,
  others: readonly string[],
): Set<string> {
  if (there.size === 1) return new Set(others)
  return new Set([...there].flatMap((id) => (id === out ? others : [id])))
}

/** The steps, and whether anything differs without each. Nothing does without one beneath the `last` that replaces everybody. */
function withoutEach(ways: readonly Way[], last: number, end: ReadonlySet<string>): Step[] {
  const steps: Step[] = ways.slice(0, Math.max(last, 0)).map((way) => ({ ...way, differs: false }))
  const later = new Later(end)
  const above: Step[] = []
  for (let i = ways.length - 1; i >= Math.max(last, 0); i -= 1) {
    const way = ways[i]
    if (way === undefined) break
    const differs = i === last ? later.differsFrom(way.beneath) : later.differsWithout(way)
    above.push({ ...way, differs })
  }
  return [...steps, ...above.reverse()]
}

/** What the later overrides make of each person, as one goes back from the last. */
class Later {
  readonly #end: ReadonlySet<string>
  /** Those who come of a person; of one who is not named the person. */
  readonly #become = new Map<string, readonly string[]>()
  /** Of those on call in the end, from how many before they come. */
  readonly #sources = new Map<string, number>()
  /** Those who come of what was added later, whoever was there. */
  readonly #added = new Set<string>()

  constructor(end: ReadonlySet<string>) {
    this.#end = end
    for (const id of end) this.#sources.set(id, 1)
  }

  /** Whether the end is another without an override; from then on it is one of the later ones. */
  differsWithout({ override, acts, brings }: Way): boolean {
    const { insteadOf, people } = override
    if (insteadOf === undefined) return this.#differsWithoutAdded(people, brings)
    const stays = this.#of(insteadOf)
    const brought = acts ? this.#take(brings) : []
    const differs =
      acts &&
      (stays.some((id) => !this.#end.has(id)) ||
        brought.some((id) => !this.#sources.get(id) && !stays.includes(id)))
    const become = people.length === 1 ? this.#of(people[0] ?? '') : this.#ofAll(people)
    this.#become.set(insteadOf, become)
    if (acts) this.#give(become)
    return differs
  }

  /** Whether the end is another if these were on call. */
  differsFrom(people: readonly string[]): boolean {
    const others = new Set([...this.#added, ...this.#ofAll(people)])
    return others.size !== this.#end.size || [...others].some((id) => !this.#end.has(id))
  }

  #differsWithoutAdded(people: readonly string[], brings: readonly string[]): boolean {
    const differs = this.#take(brings).some((id) => !this.#sources.get(id))
    for (const id of this.#ofAll(people)) {
      this.#give([id])
      this.#added.add(id)
    }
    return differs
  }

  #of(id: string): readonly string[] {
    return this.#become.get(id) ?? [id]
  }

  #ofAll(ids: readonly string[]): string[] {
    return [...new Set(ids.flatMap((id) => this.#of(id)))]
  }

  /** Takes some sources away; gives those who came of them. */
  #take(ids: readonly string[]): readonly string[] {
    const came = ids.flatMap((id) => this.#of(id))
    for (const id of came) this.#sources.set(id, (this.#sources.get(id) ?? 0) - 1)
    return came
  }

  #give(came: readonly string[]): void {
    for (const id of came) this.#sources.set(id, (this.#sources.get(id) ?? 0) + 1)
  }
}
