/**
 * What ends a command at once: a mistake on the command line (exit 2), or the world, disk and git (3). What is wrong in
 * the YAML is a `Problem`, and a bug is any other exception.
 */

/** Ends a command with the exit code; the message says what failed and what to do. */
export class Failure extends Error {
  readonly exit: 2 | 3

  constructor(message: string, exit: 2 | 3 = 3) {
    super(message)
    this.exit = exit
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EFBIG: 'it would be larger than files may be here',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
  EEXIST: 'it exists already',
  EIO: 'the disk failed',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'the name is too long',
}

/** A failure in words, of an error that Node threw: `cannot write public/team.ics: the disk is full`. */
export function failureOf(error: unknown, what: string): Failure {
  const code = codeOf(error)
  return new Failure(`cannot ${what}: ${REASONS[code] ?? (code || String(error))}`)
}

/** Whether an error of Node's says that something is not there. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
}

/** The code of an error of Node's, `ENOENT`; empty where it has none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
