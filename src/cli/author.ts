/** The reason of an edit, and who made it, as they are written into the file. */
import type { Workspace } from '../model/workspace.ts'
import { authorIn } from '../io/author.ts'
import { textOf, type Input, type Option } from './command.ts'
import type { Session } from './session.ts'

export const why: Option = { flag: '--why <text>', help: 'the reason, which is written beside it' }

/** `Alice is at a wedding (by Bob Okafor)`; `usual` is the reason where `--why` gives none. */
export function whyOf(input: Input, { folder, workspace }: Session, usual: string): string {
  const reason = textOf(input, 'why') ?? usual
  const author = authorIn(folder)
  return author === undefined ? reason : `${reason} (by ${personOf(author, workspace)})`
}

function personOf(author: { name: string; email: string }, { people }: Workspace): string {
  const email = author.email.toLowerCase()
  const known = [...people.values()].find((person) => person.email?.toLowerCase() === email)
  return known?.name ?? author.name
}
