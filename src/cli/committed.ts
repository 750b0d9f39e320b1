/** The answer where a file cannot be read: what the last commit says of it, with a sentence that says so. */
import { join } from 'node:path'
import type { Source } from '../model/place.ts'
import type { Problem } from '../model/problem.ts'
import type { Workspace } from '../model/workspace.ts'
import { revisionNamed } from '../io/base.ts'
import { committedFiles } from '../io/committed.ts'
import { shown } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import { publicHolidaysOf } from '../io/holidays.ts'
import type { Io } from '../io/io.ts'
import { repositoryOf } from '../io/repository.ts'
import { clean } from '../views/clean.ts'
import { sayList } from '../time/list.ts'
import type { Session } from './session.ts'

/**
 * A session in which each file that is no YAML is replaced by its text of the last commit, and the sentence that says so;
 * undefined where every file can be read, or where that would tell no more than is known without.
 */
export async function withCommitted(
  session: Session,
  io: Io,
): Promise<{ session: Session; notice: string } | undefined> {
  const broken = brokenFiles(session.problems)
  if (broken.size === 0) return undefined
  const found = committedTexts(session.folder, io)
  if (found === undefined) return undefined
  const replaced = session.sources.filter(({ path }) => broken.has(path) && found.texts.has(path))
  const sources = session.sources.map((source): Source => {
    const text = broken.has(source.path) ? found.texts.get(source.path) : undefined
    return text === undefined ? source : { path: source.path, text }
  })
  const { load } = await import('../workspace/load.ts')
  const { workspace } = load(sources, publicHolidaysOf)
  if (replaced.length === 0 || !tellsMore(workspace, session.workspace)) return undefined
  const names = replaced.map(({ path }) => clean(path))
  const what = names.length === 1 ? 'it' : 'them'
  const notice = `${sayList(names)} cannot be read: this is what the last commit (${found.commit.slice(0, 7)}) says of ${what}.\n\n`
  return { session: { ...session, workspace }, notice }
}

/** The files that the parser does not understand. */
function brokenFiles(problems: readonly Problem[]): ReadonlySet<string> {
  return new Set(
    problems.flatMap(({ code, place }) => (code === 'yaml' && place ? [place.source.path] : [])),
  )
}

function tellsMore(committed: Workspace, now: Workspace): boolean {
  return [...committed.rotations.keys()].some((id) => !now.rotations.has(id))
}

/** Where git cannot answer, there is nothing more to say than what the files say. */
function committedTexts(
  folder: string,
  io: Io,
): { commit: string; texts: ReadonlyMap<string, string> } | undefined {
  try {
    const repository = repositoryOf(folder)
    if (repository === undefined) return undefined
    const base = revisionNamed(repository, 'HEAD')
    const { files } = committedFiles(repository, base)
    const texts = files.map(({ path, text }) => [shown(join(folder, path), io.cwd), text] as const)
    return { commit: base.commit, texts: new Map(texts) }
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
