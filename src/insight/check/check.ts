/** All that is wrong or risky about who is on call, rule by rule. */
import type { Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Problem } from '../../model/problem.ts'
import type { Rotation } from '../../model/rotation.ts'
import { unheard, type Tell } from '../../model/tell.ts'
import type { Workspace } from '../../model/workspace.ts'
import { shiftsOf } from '../../timeline/shifts.ts'
import type { Facts } from './rule.ts'
import { RULES } from './rules.ts'

/**
 * The problems of a workspace within an interval, rule by rule; those that it turned off (`checks:`) left out.
 * @param chosen the rotations to look at, and nothing else; everything where left out
 * @param tell hears how far it has come
 * @param more the workspace as it was committed, to find what rewrites history; the present instant (default: where the interval begins)
 */
export function check(
  workspace: Workspace,
  within: Interval,
  chosen?: readonly Rotation[],
  more: { readonly before?: Workspace; readonly now?: Instant } = {},
  tell: Tell = unheard,
): Problem[] {
  const looked = chosen ?? [...workspace.rotations.values()]
  const rotations = looked.map((rotation, i) => {
    tell('shifts', i, looked.length, 'rotations')
    return { rotation, shifts: shiftsOf(rotation, within) }
  })
  const meetings = chosen === undefined ? [...workspace.meetings.values()] : []
  return problemsIn({ workspace, within, rotations, meetings, now: within.start, ...more }, tell)
}

/** The same, where the shifts are known already. */
export function problemsIn(facts: Facts, tell: Tell = unheard): Problem[] {
  const rules = RULES.filter(({ name }) => !facts.workspace.checks.off.has(name))
  return rules.flatMap((rule, i) => {
    tell('checking', i, rules.length, 'rules')
    return rule
      .check(facts)
      .map((found) => ({ code: rule.name, severity: rule.severity, ...found }))
  })
}
