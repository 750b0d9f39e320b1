/** `rotate tidy` */
import { DAY, MINUTE, type Instant } from '../time/instant.ts'
import { writeUtc } from '../time/wall.ts'
import type { Change } from '../model/change.ts'
import type { Source } from '../model/place.ts'
import { planTidy } from '../planning/tidy.ts'
import type { TidyPart } from '../planning/tidy-layer.ts'
import { Failure } from '../io/failure.ts'
import { publicHolidaysOf } from '../io/holidays.ts'
import { Clock } from '../views/clock.ts'
import { sayTidy } from '../views/tidy.ts'
import { editsFor } from '../workspace/edit/edit.ts'
import type { Command, Input } from './command.ts'
import { answering, TIMES } from './options.ts'
import { openForWriting, type Session } from './session.ts'
import { EDITS, editing, settle } from './settle.ts'
import { timeOf } from './times.ts'

/** As far back as statistics look by default, and `check` asks whether history was rewritten. */
const KEPT = 90 * DAY

export const tidy: Command = {
  details: `What has been over for 90 days goes: overrides, absences, who stood in at a
meeting, entries of rosters, rows of tables. The first handoff ('start') of
layers that began more than a year ago moves along, to one at which the order
begins anew. No shift that ends after that, and no meeting that begins after
it, is another; that is proved before anything is written. People, holidays,
meetings, 'skip', 'move' and all remarks stay. Git remembers what is gone.

${EDITS}

${TIMES}`,
  options: [
    { flag: '--before <time>', help: 'what was over before then (default: 90 days ago)' },
    ...editing,
    ...answering,
  ],
  examples: [
    ['rotate tidy --dry-run', 'what would go?'],
    ['rotate tidy --yes', 'twice a year, say'],
    ['rotate tidy --before 2026-01-01', 'keep all of this year'],
  ],
  async run(input, io) {
    const session = await openForWriting(input, io)
    if (session === undefined) return 2
    const { workspace, look } = session
    const before = await beforeOf(input, session)
    const { parts, meant } = planTidy(workspace, before)
    const changes = writable(parts, session.sources)
    const stuck = parts.flatMap((part) => part.changes).length - changes.length
    if (stuck > 0) {
      io.err.write(
        `${stuck === 1 ? 'One thing that is' : `${stuck} things that are`} over must stay: there is no place for the edit that would not change something else too (it may be an alias).\n`,
      )
    }
    return settle(
      {
        proposal: { changes, meant, against: [] },
        headline: sayTidy(changes, before, look),
        nothing: `Nothing to do: nothing${stuck > 0 ? ' else' : ''} in the files was over before ${new Clock(look).say(before)}.`,
        json: { before: writeUtc(before), done: changes.length === 0 },
      },
      { session, input, io },
    )
  },
}

async function beforeOf(input: Input, { look }: Session): Promise<Instant> {
  const latest = Math.floor((look.now - KEPT) / MINUTE) * MINUTE
  const before = (await timeOf('before', input, look)) ?? latest
  if (before <= latest) return before
  const when = new Clock(look).say(latest)
  throw new Failure(
    `--before must not be after ${when}: 'rotate stats' and 'rotate check' look back 90 days`,
    2,
  )
}

/** What there is a place for in the files, without what needs the rest; all else stays as it is. */
export function writable(parts: readonly TidyPart[], sources: readonly Source[]): Change[] {
  let left = parts
  for (;;) {
    const changes = left.flatMap((part) => part.changes)
    const refused = new Set(
      editsFor(sources, changes, publicHolidaysOf).refused.map(({ change }) => change),
    )
    if (refused.size === 0) return changes
    const lost = new Set(left.filter((part) => part.changes.some((change) => refused.has(change))))
    left = left.filter(
      (part) => !lost.has(part) && !(part.needs !== undefined && lost.has(part.needs)),
    )
  }
}
