/** The plan for one rotation and its schedule, of either kind: pure, and data through and through. */
import { planLayers } from './layers/plan.ts'
import type { Remote } from './remote.ts'
import type { Circumstances, SchedulePlan } from './schedule-plan.ts'
import { planShifts } from './shifts/plan.ts'
import type { Wish } from './wish.ts'

/** Makes the plan for one rotation; `remote` is undefined where there is no schedule yet. */
export function planSync(
  wish: Wish,
  kind: 'shifts' | 'layers',
  remote: Remote | undefined,
  circumstances: Circumstances,
): SchedulePlan {
  if (kind === 'shifts' && remote?.kind !== 'layers') return planShifts(wish, remote, circumstances)
  return planLayers(wish, remote?.kind === 'layers' ? remote : undefined, circumstances)
}
