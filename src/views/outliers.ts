/** Burdens in words: how much, of which kind, and what stands out. */
import type { Workspace } from '../model/workspace.ts'
import { excess, outliersAmong, type Kind, type Outlier } from '../insight/outliers.ts'
import type { PersonStats } from '../insight/stats.ts'
import type { nameAll } from './names.ts'

/** The kinds of burden besides all hours: how they are called, and briefly where there is little room. */
export const KINDS: readonly { kind: Kind; title: string; brief: string; words: string }[] = [
  { kind: 'nightHours', title: 'NIGHTS', brief: 'NIGHT', words: 'nights' },
  { kind: 'weekendHours', title: 'WEEKENDS', brief: 'WKND', words: 'weekends' },
  { kind: 'holidayHours', title: 'HOLIDAYS', brief: 'HOLI', words: 'holidays' },
  { kind: 'offHours', title: 'OFF HOURS', brief: 'OFF', words: 'off hours' },
]

/** To a tenth where there are few, else whole. */
export function sayHours(hours: number): string {
  const finer = hours < 99.95 ? 10 : 1
  return String(Math.round(hours * finer) / finer)
}

/** What stands out, in words; `say` names people. */
export function sayOutliers(
  workspace: Workspace,
  people: readonly PersonStats[],
  say: typeof nameAll,
): string[] {
  const found = outliersAmong(people).map((one) => sayOutlier(one, say(workspace, one.people)))
  if (found.length > 0) return [`${found.join('; ')}.`]
  if (people.length < 2) return []
  return ['Nobody stands out: all are close to their fair share.']
}

function sayOutlier(outlier: Outlier, names: string): string {
  const { people, kind, hours, even, exact } = outlier
  const to = exact ? '' : 'up to '
  const more = excess(outlier)
  const [has, is, each] = people.length > 1 ? ['have', 'are', ' each'] : ['has', 'is', '']
  if (kind !== 'hours') {
    const words = KINDS.find((known) => known.kind === kind)?.words ?? ''
    return `${names} ${has} more than a fair part of the ${words}: ${to}${sayHours(hours)} h${each}, where ${sayHours(even)} h would be even`
  }
  if (even === 0) {
    return `${names} ${is} on call for ${to}${sayHours(hours)} h${each} without a place in a roster`
  }
  const part = Math.round((more / even) * 100)
  return more > 0
    ? `${names} ${has} ${to}${sayHours(more)} h more than the fair share${each} (+${part}%)`
    : `${names} ${has} ${to}${sayHours(-more)} h less than the fair share${each} (${part}%)`
}
