/**
 * Git, asked as a program, by plumbing alone: nobody's configuration changes what it answers, and what a repository's own
 * configuration names (filters, hooks, pagers, monitors, transports) is not run. Nothing here touches the working tree,
 * the index or the network.
 */
import { codeOf, Failure } from './failure.ts'
import { late } from './late.ts'
import { shellWord } from './shell.ts'

/** A repository, and where in it a folder lies. */
export interface Repository {
  /** The top of the working tree, without links. */
  readonly top: string
  /** The way from there to the folder, with `/`; empty where it is the top. */
  readonly prefix: string
  /** What finds the repository where the folder alone does not: `GIT_DIR`. */
  readonly gitDir?: string
}

export interface Said {
  readonly status: number
  readonly out: Buffer
  readonly err: string
}

/** What may run a program, page, colour, or give another answer. What the command line says comes before all files. */
const SETTINGS: readonly string[] = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.commentChar=#',
  'core.warnAmbiguousRefs=false',
  'i18n.logOutputEncoding=UTF-8',
  'trailer.separators=:',
].flatMap((setting) => ['-c', setting])

/** What git says to words that may rightly fail; a failure where it is not there. */
export function tryGit(
  { top, gitDir }: Pick<Repository, 'top' | 'gitDir'>,
  words: readonly string[],
  input = '',
): Said {
  // A working tree that is named is not looked for where `core.worktree` says.
  const where = [
    `--work-tree=${top}`,
    ...(gitDir === undefined ? [] : [`--git-dir=${gitDir}`]),
    '--no-pager',
  ]
  const { error, status, stdout, stderr } = late('node:child_process').spawnSync(
    'git',
    ['-C', top, ...where, ...SETTINGS, ...words],
    { env: environment(), input, maxBuffer: Infinity },
  )
  if (error !== undefined) throw notRun(error, top)
  return { status: status ?? 128, out: stdout, err: stderr.toString('utf8') }
}

/** What git says; undefined where it says no (exit code 1, and not a word). All else is a failure. */
export function askGit(repository: Repository, words: readonly string[]): string | undefined {
  const said = tryGit(repository, words)
  if (said.status === 0) return said.out.toString('utf8').trim()
  if (said.status === 1 && said.err.trim() === '') return undefined
  throw refused(repository.top, said.err)
}

/** A failure in git's own words. That git cannot answer never means that there is nothing to say. */
export function refused(top: string, err: string): Failure {
  // In a container the folder often belongs to somebody else.
  if (err.includes('dubious ownership') || err.includes('unsafe repository')) {
    return new Failure(
      `git does not read this repository, since it belongs to another user: 'git config --global --add safe.directory ${shellWord(top)}' allows it`,
      2,
    )
  }
  const lines = err.split('\n')
  const first = lines.findIndex((line) => /^\s*(fatal|error):/.test(line))
  const below = lines.slice(first + 1)
  const end = below.findIndex((line) => !/^\s+\S/.test(line))
  // What a colon at the end announces stands below, indented.
  const said = [lines[first], ...below.slice(0, end < 0 ? undefined : end)]
  const words = said.map((line) => line?.trim().replace(/^\w+:\s*/, '') ?? '').join(' ')
  const reason = first < 0 ? 'it does not say why' : words.trim()
  return new Failure(
    `git cannot read the repository in ${top}: ${reason}. Nothing was compared; 'git -C ${shellWord(top)} status' may tell more`,
    2,
  )
}

function notRun(error: Error, top: string): Failure {
  const isMissing = codeOf(error) === 'ENOENT'
  const why = isMissing ? 'there is no program git here' : `git cannot be run (${codeOf(error)})`
  return new Failure(
    `${why}, and ${top} is a repository of git's: nothing can be compared with what is committed. Install it ('apk add git', 'apt-get install git', or an image such as node:22 that has it), or see to its PATH`,
    2,
  )
}

/** Variables that name another repository, parts of one, or how it is read; what is set for the program stays. */
const OTHERS =
  /^GIT_(DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|INDEX_VERSION|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|IMPLICIT_WORK_TREE|GRAFT_FILE|SHALLOW_FILE|REPLACE_REF_BASE|NAMESPACE|PREFIX|CONFIG|CEILING_DIRECTORIES|ATTR_SOURCE|DEFAULT_HASH|DEFAULT_REF_FORMAT|EXTERNAL_DIFF|PAGER|FLUSH|ICASE_PATHSPECS|GLOB_PATHSPECS|NOGLOB_PATHSPECS|LITERAL_PATHSPECS|QUARANTINE_PATH|REF_PARANOIA|TRACE.*|REDIRECT_.*)$/

/**
 * The folder says which repository is meant: a hook of git's runs with variables that name one, partly by paths from
 * where the hook was started. What git says is to be in English, to be understood; and nothing is fetched.
 */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OTHERS.test(name))
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_DISCOVERY_ACROSS_FILESYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    // A git that does not know the line above has no way to fetch, and so runs no `core.sshCommand`.
    GIT_ALLOW_PROTOCOL: '',
    GIT_TERMINAL_PROMPT: '0',
  }
}
