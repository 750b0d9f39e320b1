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

function identIn(folder: string): Said | undefined {
  const repository = findRepository(folder)
  if (repository === undefined) return undefined
  try {
    // What git makes up out of the name of the user and the machine is nobody.
    return tryGit(repository, ['-c', 'user.useConfigOnly=true', 'var', 'GIT_AUTHOR_IDENT'])
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
