/** The words that could stand at the end of a command line: asked by a shell at each press of Tab, so little is read. */
import { resolve } from 'node:path'
import { findWorkspace, readWorkspace } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { readPart } from '../io/parts.ts'
import { clean } from '../views/clean.ts'
import { idsIn, type Section } from '../workspace/ids.ts'
import type { Offer } from './command.ts'
import { DAY_WORDS, TIME_WORDS, type Offered } from './offers.ts'
import { dirAmong, isBefore, placeOfCommand } from './place.ts'
import type { CommandRecord, OptionRecord } from './records.ts'

/** What could stand there: words, or what the shell itself knows better. */
type Found = readonly Offered[] | 'files' | 'folders'

/** Says what could stand where the last of the words is being typed; the words are those behind `rotate`. */
export function complete(typed: readonly string[], isDescribed: boolean, io: Io): void {
  const found = wordsFor(typed, io)
  if (typeof found === 'string') {
    if (isDescribed) io.out.write(`:${found}\n`)
    return
  }
  const lines = found.map(([word, meaning]) => (isDescribed ? `${word}\t${clean(meaning)}` : word))
  io.out.write(lines.map((line) => `${line}\n`).join(''))
}

function wordsFor(typedWords: readonly string[], io: Io): Found {
  // Bash takes `--format=csv` for three words, and all shells give words as they stand there, quotes and all.
  const words = typedWords
    .filter((word, i) => word !== '=' || i === typedWords.length - 1)
    .map((word) => word.replace(/^["']|["']$/g, '').replaceAll(/\\(.)/g, '$1'))
  const typed = words.at(-1) === '=' ? '' : (words.at(-1) ?? '')
  const before = words.slice(0, -1)
  const commands = JSON.parse(readPart('commands.json')) as readonly CommandRecord[]
  const names = commands.map(({ name, summary }): Offered => [name, summary])
  const all: readonly Offered[] = [...names, ['help', 'of a command']]
  const at = placeOfCommand(before)
  const command = commands.find(({ name }) => name === before[at])
  if (at >= 0 && command === undefined) return before[at] === 'help' ? starting(typed, all) : []
  // What every answer takes may stand before the command.
  const options = command?.options ?? sharedBy(commands)
  const [, option = before.at(-1) ?? '', value = typed] =
    /^(--[a-z-]+)=(.*)$/.exec(typed) ?? /^(-[a-zA-Z])(.+)$/.exec(typed) ?? []
  const waiting = options.find((one) => one.takes && one.names.includes(option))
  if (waiting !== undefined) {
    const left = typed.slice(0, typed.length - value.length)
    return valuesFor(waiting, value, left, before, io)
  }
  if (typed.startsWith('-')) {
    const more: Offered[] = [['--help', 'the help'], ...(command === undefined ? [VERSION] : [])]
    const known = options.map(({ names: its, help }): Offered => [its.at(-1) ?? '', help])
    return starting(typed, [...known, ...more])
  }
  if (command === undefined) return starting(typed, all)
  const taken = wordsAmong(before.toSpliced(at, 1), options)
  const last = command.arguments.at(-1)
  const argument = command.arguments[taken.length] ?? (last?.isLast === true ? last : undefined)
  const found = offered(argument?.offer, before, io)
  if (typeof found === 'string') return found
  return starting(
    typed,
    found.filter(([word]) => !taken.includes(word)),
  )
}

const VERSION: Offered = ['--version', 'the version']

/** The options that may stand before a command, as `who` has them. */
function sharedBy(commands: readonly CommandRecord[]): readonly OptionRecord[] {
  const known = commands.find(({ name }) => name === 'who')?.options ?? []
  return known.filter(({ names }) => names.some(isBefore))
}

/** The values of an option, with what stands before them in the same word; behind a comma another one. */
function valuesFor(
  { offer, several }: OptionRecord,
  value: string,
  left: string,
  words: readonly string[],
  io: Io,
): Found {
  const found = offered(offer, words, io)
  if (typeof found === 'string') return found
  const comma = several === true ? value.lastIndexOf(',') + 1 : 0
  const earlier = value.slice(0, comma)
  const those = starting(value.slice(comma), found)
  const given = earlier.split(',')
  return those
    .filter(([word]) => !given.includes(word))
    .map(([word, meaning]) => [`${left}${earlier}${word}`, meaning])
}

/** The words that are neither options nor their values. */
function wordsAmong(words: readonly string[], options: readonly OptionRecord[]): string[] {
  const takesNext = (word: string | undefined): boolean =>
    options.some(({ takes, names }) => takes && names.includes(word ?? ''))
  return words.filter((word, i) => !word.startsWith('-') && !takesNext(words[i - 1]))
}

/** Of what the ids are offered. */
const SECTIONS = {
  people: ['people'],
  rotations: ['rotations'],
  names: ['rotations', 'people'],
  meetings: ['meetings'],
  meetingNames: ['meetings', 'people'],
} as const satisfies Readonly<Record<string, readonly Section[]>>

function offered(offer: Offer | undefined, words: readonly string[], io: Io): Found {
  if (offer === undefined) return []
  if (typeof offer !== 'string') return offer.map(bare)
  switch (offer) {
    case 'files':
    case 'folders':
      return offer
    case 'times':
      return TIME_WORDS
    case 'days':
      return DAY_WORDS
    case 'zones':
      return ['UTC', ...Intl.supportedValuesOf('timeZone')].map(bare)
    case 'people':
    case 'rotations':
    case 'names':
    case 'meetings':
    case 'meetingNames':
      return namesIn(SECTIONS[offer], words, io)
  }
}

const bare = (word: string): Offered => [word, '']

const ME: Offered = ['me', "you: git's user.email, or ROTATE_ME"]

/** The ids of the files, with the names; none outside a workspace, since nobody wants an error in the middle of a line. */
function namesIn(sections: readonly Section[], words: readonly string[], io: Io): Offered[] {
  try {
    const folder = folderIn(words, io)
    if (folder === undefined) return []
    const files = readWorkspace(folder, io.cwd)
    const found = sections
      .flatMap((section) => idsIn(files, section))
      .map(({ id, name }): Offered => [id, name === id ? '' : name])
    const all = new Map(found.map((one) => [one[0], one]))
    return [...all.values(), ...(sections.includes('people') ? [ME] : [])]
  } catch (error) {
    if (error instanceof Failure) return []
    throw error
  }
}

function folderIn(words: readonly string[], io: Io): string | undefined {
  const named = dirAmong(words) ?? io.env['ROTATE_DIR']
  return named ? resolve(io.cwd, named) : findWorkspace(io.cwd)
}

function starting(typed: string, words: readonly Offered[]): Offered[] {
  return words.filter(([word]) => word.toLowerCase().startsWith(typed.toLowerCase()))
}
