/** What `rotate stats --pages` asks of PagerDuty: the pages of each person, over the same time. */
import { intersection, type Interval } from '../time/interval.ts'
import type { Rotation } from '../model/rotation.ts'
import { judge } from '../insight/pages/judge.ts'
import { tallyOf, type PersonPages } from '../insight/pages/tally.ts'
import type { Io } from '../io/io.ts'
import { readPaging } from './paging.ts'
import type { Session } from './session.ts'

/** Pages by the id of the person, in any part of the time that was read. */
export type PagesWithin = (within: Interval) => ReadonlyMap<string, PersonPages>

/** Reads the pages of rotations within a time, as far as it is over. */
export async function pagesWithin(
  session: Session,
  rotations: readonly Rotation[],
  within: Interval,
  io: Io,
): Promise<PagesWithin> {
  const past = intersection(within, { start: -Infinity, end: session.look.now })
  if (past === undefined) return () => new Map()
  const paging = await readPaging(
    'stats',
    session,
    { rotations, within: past, isOpenToo: false },
    io,
  )
  const duties = rotations.flatMap(({ id }) => paging.dutyOf(id) ?? [])
  return (part) => {
    const over = intersection(part, past)
    return over === undefined ? new Map() : tallyOf(duties.map((duty) => judge(over, duty, paging)))
  }
}
