/** Problems with who is free to take what they are about. */
import type { Instant } from '../time/instant.ts'
import type { Problem } from '../model/problem.ts'
import type { Workspace } from '../model/workspace.ts'
import { freeFor } from '../planning/free.ts'

/** To look who is free takes a while, and of more than these nobody reads it at once. */
const MOST = 12

/** The same problems; the first of those about something that can be taken say who is free then. */
export function withFree(
  problems: readonly Problem[],
  workspace: Workspace,
  now: Instant,
): Problem[] {
  let count = 0
  return problems.map((problem) => {
    if (count >= MOST) return problem
    const free = freeFor(workspace, problem, now)
    if (free === undefined) return problem
    count += 1
    return { ...problem, free }
  })
}
