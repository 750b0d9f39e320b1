/** Paths for GitHub and GitLab, which read them from the top of the repository, wherever the job stands. */
import { posix, relative, resolve, sep } from 'node:path'
import type { Problem } from '../model/problem.ts'
import { shown } from '../io/disk.ts'
import { findRepository } from '../io/repository.ts'

/** Problems whose places have paths from the top; from the current folder outside git. */
export function fromTop(problems: readonly Problem[], folder: string, cwd: string): Problem[] {
  return problems.map((problem) => {
    const { place } = problem
    if (place === undefined) return problem
    const path = pathFromTop(resolve(cwd, place.source.path), folder, cwd)
    return { ...problem, place: { ...place, source: { ...place.source, path } } }
  })
}

/** A path in the folder of a workspace, from the top of the repository. */
export function pathFromTop(path: string, folder: string, cwd: string): string {
  const repository = findRepository(folder)
  if (repository === undefined) return shown(path, cwd)
  return posix.join(repository.prefix, relative(folder, path).split(sep).join('/') || '.')
}
