/** Who is at work, as git knows them: whom it would write into a commit. */
import { Failure } from './failure.ts'
import { tryGit, type Said } from './git.ts'
import { findRepository } from './repository.ts'

export interface Author {
  readonly name: string
  readonly email: string
}

/** Undefined where the folder is not in git, git is not there, or nobody told it who they are. */
export function authorIn(folder: string): Author | undefined {
  const said = identIn(folder)
  const found = /^(.*?) ?<(.*)> \d+ [+-]\d+\s*$/.exec(said?.out.toString('utf8') ?? '')
  const name = found?.[1]?.trim() ?? ''
  return said?.status === 0 && name !== '' ? { name, email: found?.[2] ?? '' } : undefined
}

/** The e-mail address by which git knows whoever is at work, in a repository or not; undefined where nobody told it. */
export function addressIn(folder: string): string | undefined {
  const author = authorIn(folder)
  if (author !== undefined) return author.email
  const said = unlessRefused(() => tryGit({ top: folder }, ['config', '--get', 'user.email']))
  const address = said?.status === 0 ? said.out.toString('utf8').trim() : ''
  return address === '' ? undefined : address
}

function identIn(folder: string): Said | undefined {
  const repository = findRepository(folder)
  if (repository === undefined) return undefined
  // What git makes up out of the name of the user and the machine is nobody.
  const words = ['-c', 'user.useConfigOnly=true', 'var', 'GIT_AUTHOR_IDENT']
  return unlessRefused(() => tryGit(repository, words))
}

/** Who somebody is is worth no failure: where git is not there or refuses, nobody is known. */
function unlessRefused(ask: () => Said): Said | undefined {
  try {
    return ask()
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
