/** What `rotate sync --check` answers. */
import { DAY } from '../time/instant.ts'
import type { Look } from '../sync/look.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import { sayCount } from '../views/count.ts'
import type { Exit } from './command.ts'

/** Fewer days than this of what is filled in are too few. */
const LEAST_DAYS = 14

/** Whether the service agrees; what is only not yet filled in further ahead is no drift. */
export function checked(looks: readonly Look[], isMore: boolean, io: Io): Exit {
  let exit: Exit = isMore ? 1 : 0
  const reaching = new Map<number, string[]>()
  for (const { plan, differences, wish } of looks) {
    const first = differences[0]?.start ?? wish.horizon
    const days = Math.floor((first - wish.now) / DAY)
    if (plan.patched !== undefined) {
      reaching.set(days, [...(reaching.get(days) ?? []), wish.rotation.id])
    }
    const isTail = plan.isOnlyPatched && first >= plan.reach && plan.reach > wish.now
    if (plan.requests.length > 0 && !(isTail && days >= LEAST_DAYS)) exit = 1
    if (differences.length > 0 && !isTail) exit = 1
  }
  for (const [days, rotations] of reaching) {
    io.err.write(
      `${clean(rotations.join(', '))}: what is filled in reaches for ${sayCount(days, 'day')}\n`,
    )
  }
  return exit
}
