/** Problems as a code-quality report of GitLab: what a merge request shows as new and as mended. */
import { isError, type Problem } from '../model/problem.ts'
import { positionOf } from '../model/place.ts'
import { clean } from './clean.ts'
import type { Json } from './json.ts'
import { sayFree } from './problems.ts'

/**
 * One issue for each problem. GitLab tells them apart by fingerprint, which therefore holds no line numbers and no
 * times: the same problem has the same one tomorrow, and when lines are written above it.
 * @param elsewhere the path of what has no place
 * @param hash a long name for a text
 */
export function codeQuality(
  problems: readonly Problem[],
  elsewhere: string,
  hash: (text: string) => string,
): Json {
  const seen = new Map<string, number>()
  return problems.map((problem) => {
    const { code, message, place } = problem
    const free = sayFree(problem)
    const key = identity(problem)
    const number = seen.get(key) ?? 0
    seen.set(key, number + 1)
    return {
      description: clean(free === '' ? message : `${message}; ${free}`),
      check_name: code,
      fingerprint: hash(`${key}\n${number}`),
      severity: isError(problem) ? 'major' : 'minor',
      location: {
        path: clean(place?.source.path ?? elsewhere),
        lines: { begin: place === undefined ? 1 : positionOf(place).line },
      },
    }
  })
}

function identity({ code, place, rotation, rotations, meeting, people }: Problem): string {
  const text = place?.source.text.slice(place.from, place.to).split(/[\r\n]/, 1)[0] ?? ''
  return JSON.stringify([
    code,
    place?.source.path,
    text,
    rotation,
    rotations,
    meeting,
    people && [...people].sort(),
  ])
}
