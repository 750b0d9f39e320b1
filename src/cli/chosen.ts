/** What the words of a command choose: rotations, people; each by id, by name or by a part of it, `me` among them. */
import type { Instant } from '../time/instant.ts'
import { sayList } from '../time/list.ts'
import { meantBy, type Called } from '../model/called.ts'
import type { Meeting } from '../model/meeting.ts'
import { endOf, type Rotation } from '../model/rotation.ts'
import { Failure } from '../io/failure.ts'
import { shellWord } from '../io/shell.ts'
import { nearestWord } from '../workspace/suggest.ts'
import { textOf, type Input } from './command.ts'
import type { Session } from './session.ts'
import { viewerOf } from './viewer.ts'

/** The rotations that a command is about. */
export interface Chosen {
  readonly rotations: readonly Rotation[]
  /** The ids of those that cannot be answered for: the YAML has errors. */
  readonly unknown: readonly string[]
  /** Whether rotations were named; all are looked at where not. */
  readonly isNamed: boolean
}

/** What is looked at, and of whom: the ids of people, or everybody where nobody is named. */
export interface ChosenOf extends Chosen {
  readonly people: readonly string[] | undefined
}

/** Whether some of the people are among those who were named; everybody is where nobody was. */
export function isAmong(named: readonly string[] | undefined, people: readonly string[]): boolean {
  return named === undefined || people.some((id) => named.includes(id))
}

/** The word for whoever asks. */
export const ME = 'me'

/** The rotations and the people that were named, by words and by `--person`; or all. */
export function chosenOf(input: Input, session: Session): ChosenOf {
  const { rotations, unsound } = session.workspace
  const { ids, people } = partedOf(input, session, 'rotation', rotations, unsound.rotations)
  return { ...chosenBy(ids, session), people }
}

/** The meetings and the people that were named; or all. */
export function meetingsOf(
  input: Input,
  session: Session,
): {
  readonly meetings: readonly Meeting[]
  /** The ids of those that cannot be answered for. */
  readonly unknown: readonly string[]
  readonly people: readonly string[] | undefined
} {
  const { meetings, unsound } = session.workspace
  const { ids, people } = partedOf(input, session, 'meeting', meetings, unsound.meetings)
  const { found, unknown } = thoseOf(ids, meetings, unsound.meetings)
  return { meetings: found, unknown, people }
}

/** The words that name things, by their ids, and those that name people, with those of `--person`. */
function partedOf(
  input: Input,
  session: Session,
  what: string,
  things: ReadonlyMap<string, Called>,
  unsound: readonly string[],
): { readonly ids: readonly string[]; readonly people: readonly string[] | undefined } {
  const { people } = session.workspace
  const ids: string[] = []
  const whose = listOf(textOf(input, 'person')).map((word) => personNamed(word, session))
  for (const word of input.words) {
    if (things.has(word) || unsound.includes(word)) ids.push(word)
    else if (people.has(word)) whose.push(word)
    else if (word.toLowerCase() === ME) whose.push(viewerOf(session))
    else {
      const all = [...things.values(), ...people.values()]
      const one = oneMeantBy(word, all)
      if (one === undefined && session.exit === 0) throw unknownName(`${what} or person`, word, all)
      if (one !== undefined && people.get(one.id) === one) whose.push(one.id)
      else ids.push(one?.id ?? word)
    }
  }
  return { ids, people: whose.length > 0 ? [...new Set(whose)] : undefined }
}

/** The rotations that were named, or all, for commands to which people are nothing. */
export function rotationsOf({ words }: Pick<Input, 'words'>, session: Session): Chosen {
  const { rotations, unsound, people } = session.workspace
  const ids = words.map((word) => {
    if (rotations.has(word) || unsound.rotations.includes(word)) return word
    const one = oneMeantBy(word, rotations.values())
    if (one !== undefined || session.exit !== 0) return one?.id ?? word
    const isPerson = word.toLowerCase() === ME || meantBy(word, people.values()).length > 0
    if (!isPerson) throw unknownName('rotation', word, rotations.values())
    throw new Failure(
      `'${word}' is no rotation: 'rotate who ${shellWord(word)}' says what they hold`,
      2,
    )
  })
  return chosenBy(ids, session)
}

/** The rotations that an option names, commas between them, or all. */
export function rotationsNamed(text: string | undefined, session: Session): readonly Rotation[] {
  return rotationsOf({ words: listOf(text) }, session).rotations
}

/** Without those that are over at an instant, unless they were named. */
export function notOver<C extends Chosen>(chosen: C, at: Instant): C {
  if (chosen.isNamed) return chosen
  return { ...chosen, rotations: chosen.rotations.filter((rotation) => endOf(rotation) > at) }
}

function chosenBy(ids: readonly string[], { workspace: { rotations, unsound } }: Session): Chosen {
  const { found, unknown } = thoseOf(ids, rotations, unsound.rotations)
  return { rotations: found, unknown, isNamed: ids.length > 0 }
}

/** The things of those ids, or all; and the ids of those that cannot be answered for. */
function thoseOf<T>(
  ids: readonly string[],
  things: ReadonlyMap<string, T>,
  unsound: readonly string[],
): { readonly found: readonly T[]; readonly unknown: readonly string[] } {
  const chosen = ids.length > 0 ? [...new Set(ids)] : [...things.keys(), ...unsound]
  return {
    found: chosen.flatMap((id) => things.get(id) ?? []),
    unknown: chosen.filter((id) => !things.has(id)),
  }
}

/** The id of a person, who may be named by it, by their name or a part of it, by their address, or as `me`. */
export function personNamed(word: string, session: Session): string {
  const { people, rotations } = session.workspace
  if (people.has(word)) return word
  if (word.toLowerCase() === ME) return viewerOf(session)
  if (rotations.has(word) && meantBy(word, people.values()).length === 0) {
    throw new Failure(
      `'${word}' is a rotation, and no person: 'rotate who ${shellWord(word)}' says who holds it`,
      2,
    )
  }
  return theOne('person', word, people).id
}

/** The rotation of that id or name. */
export function rotationNamed(word: string, { workspace: { rotations } }: Session): Rotation {
  return theOne('rotation', word, rotations)
}

/** The meeting of that id or name. */
export function meetingNamed(word: string, { workspace: { meetings } }: Session): Meeting {
  return theOne('meeting', word, meetings)
}

function theOne<T extends Called>(what: string, word: string, all: ReadonlyMap<string, T>): T {
  const one = oneMeantBy(word, all.values())
  if (one !== undefined) return one
  throw unknownName(what, word, all.values())
}

/** The one that a word means; of several that it may mean, none is guessed. */
function oneMeantBy<T extends Called>(word: string, all: Iterable<T>): T | undefined {
  const found = meantBy(word, all)
  if (found.length > 1) {
    const names = found.map(({ id, name }) => (name === id ? id : `${id} (${name})`))
    throw new Failure(`'${word}' may be ${sayList(names, 'or')}: name one of them by its id`, 2)
  }
  return found[0]
}

/** The mistake of naming what there is not. */
export function unknownName(what: string, word: string, known: Iterable<Called | string>): Failure {
  const all = [...known].map((one) => (typeof one === 'string' ? { id: one, name: one } : one))
  const byWord = new Map(
    all.flatMap(({ id, name }) => [name, ...name.split(' '), id].map((text) => [text, id])),
  )
  const near = nearestWord(word, byWord.keys())
  const ids = all.map(({ id }) => id).join(', ') || 'none'
  const hint = near === undefined ? `known are: ${ids}` : `did you mean '${byWord.get(near)}'?`
  return new Failure(`unknown ${what} '${word}' (${hint})`, 2)
}

/** What stands in an option between commas; an empty word is none, and not all. */
function listOf(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(',').map((word) => word.trim())
}
