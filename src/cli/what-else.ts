/** What somebody meant who typed a command that there is not. */
import type { Io } from '../io/io.ts'
import { shellWord } from '../io/shell.ts'
import { meantBy } from '../model/called.ts'
import { suggest } from '../workspace/suggest.ts'
import { COMMANDS } from './commands.ts'
import { lineMeantBy } from './other-words.ts'
import { workspaceBehind } from './session.ts'

/** How a sentence goes on that says that there is none: the command that does it, a near one, or where help is. */
export async function whatElse(name: string, behind: readonly string[], io: Io): Promise<string> {
  const line = lineMeantBy(name, behind)
  if (line !== undefined) return `: '${line}' does that (see 'rotate --help')`
  const known = COMMANDS.map((each) => each.name)
  const near = suggest(name, known)
  if (near === '' && (await isThing(name, behind, io))) {
    return `: 'rotate who ${shellWord(name)}' says who is on call, or what somebody holds`
  }
  return `${near}: see 'rotate --help'`
}

/** Whether a word names a rotation or a person of the workspace. */
async function isThing(word: string, behind: readonly string[], io: Io): Promise<boolean> {
  const workspace = await workspaceBehind(behind, io)
  // Whoever is not in a workspace is told that there is no such command, and nothing else.
  if (workspace === undefined) return false
  const { people, rotations } = workspace
  return word === 'me' || meantBy(word, [...people.values(), ...rotations.values()]).length > 0
}
