/** What `check` finds, for people: a gap in each of ninety days has one cause, and is said once. */
import { sayFullTime } from '../time/words.ts'
import { groupBy } from '../model/group.ts'
import type { Problem } from '../model/problem.ts'
import type { Look } from './look.ts'
import { sayFirst, sayProblem } from './problems.ts'
import { wrap } from './wrap.ts'

/** One for each stretch, which can be as many as there are openings of a window. All other rules say things once. */
const BY_STRETCH: readonly string[] = ['gap', 'double-booking']

/** More than this are said once. */
const FEW = 3

/** All problems with an empty line between them; of many alike the first, how many more, and when the last is. */
export function sayFound(problems: readonly Problem[], look: Look): string {
  const groups = groupBy(problems, keyOf)
  const alikeTo = (problem: Problem): readonly Problem[] => groups.get(keyOf(problem)) ?? [problem]
  const once = problems.filter((problem) => {
    const alike = alikeTo(problem)
    return alike.length <= FEW || problem === alike[0]
  })
  return sayFirst(once, (problem) => {
    const alike = alikeTo(problem)
    return sayProblem(problem, look) + (alike.length <= FEW ? '' : sayMore(alike, look))
  })
}

/** In the zone of the message above it. */
function sayMore(alike: readonly Problem[], look: Look): string {
  const { width, paint } = look
  const { start = 0, end = 0, zone = look.zone } = alike.at(-1) ?? {}
  const last = `${sayFullTime(zone, start)} to ${sayFullTime(zone, end)} (${zone.name})`
  return paint.faint(wrap(`  and ${alike.length - 1} times more, the last from ${last}`, width))
}

/** What two problems of one cause have in common; each of all others is alone. */
function keyOf(problem: Problem): unknown {
  const { code, severity, place, rotation, rotations, people } = problem
  if (!BY_STRETCH.includes(code)) return problem
  const where = place && [place.source.path, place.from]
  return JSON.stringify([code, severity, where, rotation, rotations, people])
}
