/** What the words of a command choose: rotations, a person. */
import type { Instant } from '../time/instant.ts'
import { endOf, type Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { Failure } from '../io/failure.ts'
import { nearestWord } from '../workspace/suggest.ts'
import type { Input } from './command.ts'
import type { Session } from './session.ts'

/** The rotations that a command is about. */
export interface Chosen {
  readonly rotations: readonly Rotation[]
  /** The ids of those that cannot be answered for: the YAML has errors. */
  readonly unknown: readonly string[]
}

/** The rotations that were named, or all. A name that is nowhere is a mistake, unless the YAML is not all readable. */
export function chosenOf({ words }: Input, { workspace, exit }: Session): Chosen {
  const { rotations, unsound } = workspace
  const known = [...rotations.keys(), ...unsound.rotations]
  const odd = words.find((word) => !known.includes(word))
  if (odd !== undefined && exit === 0) throw unknownName('rotation', odd, known)
  const ids = words.length === 0 ? known : [...new Set(words)]
  return {
    rotations: ids.flatMap((id) => rotations.get(id) ?? []),
    unknown: ids.filter((id) => !rotations.has(id)),
  }
}

/** The rotations that an option names, commas between them, or all. */
export function rotationsNamed(text: string | undefined, session: Session): readonly Rotation[] {
  const words = text === undefined ? [] : text.split(',').map((id) => id.trim())
  return chosenOf({ words, options: {} }, session).rotations
}

/** Without those that are over at an instant, unless they were named. */
export function notOver(chosen: Chosen, { words }: Input, at: Instant): Chosen {
  if (words.length > 0) return chosen
  return { ...chosen, rotations: chosen.rotations.filter((rotation) => endOf(rotation) > at) }
}

/** The id of a person, who may be named by it or by their name. */
export function personNamed(id: string, { people }: Workspace): string {
  if (people.has(id)) return id
  const named = [...people.values()].filter(({ name }) => name.toLowerCase() === id.toLowerCase())
  const [first, second] = named
  if (second !== undefined) {
    const ids = named.map((person) => person.id).join(', ')
    throw new Failure(`more than one person is called '${id}': name one of ${ids}`, 2)
  }
  if (first !== undefined) return first.id
  throw unknownName('person', id, [...people.keys()])
}

/** The mistake of naming what there is not. */
export function unknownName(what: string, word: string, known: readonly string[]): Failure {
  const near = nearestWord(word, known)
  const hint =
    near === undefined ? `known are: ${known.join(', ') || 'none'}` : `did you mean '${near}'?`
  return new Failure(`unknown ${what} '${word}' (${hint})`, 2)
}
