/** What `rotate export html --pages` asks of PagerDuty: the pages of each rotation, as far as the time is over. */
import { intersection, type Interval } from '../time/interval.ts'
import { judge } from '../insight/pages/judge.ts'
import type { Rang } from '../views/page/gather.ts'
import type { Io } from '../io/io.ts'
import { isOn, type Input } from './command.ts'
import { readPaging } from './paging.ts'
import type { Session } from './session.ts'

/** What rang in each rotation within a stretch; the part of it that is still to come has nothing. */
export async function rangWithin(
  session: Session,
  within: Interval,
  input: Input,
  io: Io,
): Promise<Rang> {
  const hasTitles = isOn(input, 'titles')
  const past = intersection(within, { start: -Infinity, end: session.look.now })
  if (past === undefined) return { pages: new Map(), hasTitles }
  const rotations = [...session.workspace.rotations.values()]
  const search = { rotations, within: past, isOpenToo: false }
  const paging = await readPaging('export --pages', session, search, io)
  const pages = new Map(
    paging.duties.map((duty) => [duty.rotation, judge(past, duty, paging).pages] as const),
  )
  return { pages, hasTitles }
}
