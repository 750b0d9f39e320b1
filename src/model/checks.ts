/** The rules of `rotate check` by their names, which a workspace may turn off or set (`checks:`). */
export const CHECKS = [
  'all-at-once',
  'away-on-call',
  'back-to-back',
  'clock-change-night',
  'cut-opening',
  'date-only-to',
  'double-booking',
  'drifting-handoff',
  'gap',
  'idle-override',
  'last-turn',
  'meeting-without',
  'min-rest',
  'misaligned-override',
  'never-on-call',
  'night-meeting',
  'no-rotations',
  'not-in-team',
  'odd-time',
  'old-override',
  'other-offset',
  'rewrites-burden',
  'rewrites-history',
  'rewrites-meetings',
  'roster-ends',
  'stale-override',
  'unseen-layer',
  'unused-person',
] as const

/** Those that judge an edit, for which the committed files are read. */
export const HISTORY_CHECKS: readonly CheckName[] = [
  'rewrites-burden',
  'rewrites-history',
  'rewrites-meetings',
]

export type CheckName = (typeof CHECKS)[number]

const NAMES: ReadonlySet<string> = new Set(CHECKS)

/** Whether there is a check of that name. */
export function isCheck(name: string): name is CheckName {
  return NAMES.has(name)
}

/** Whether one person may hold two rotations at once, by the pairs that the team names. */
export function sharing(
  pairs: readonly (readonly [string, string])[],
): (a: string, b: string) => boolean {
  if (pairs.length === 0) return () => false
  const named = new Set(pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  return (a, b) => named.has(`${a} ${b}`)
}
