/** A proposal settled: shown as who is on call differently and as a patch, proved, asked for, written. */
import { DAY, END_OF_TIME } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Workspace } from '../model/workspace.ts'
import { diff as findDiff } from '../insight/diff.ts'
import type { Proposal } from '../planning/proposal.ts'
import { unmeant } from '../planning/prove.ts'
import { publicHolidaysOf } from '../io/holidays.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import { sayDiff } from '../views/diff.ts'
import { writeJson, type Json } from '../views/json.ts'
import { sayPatch, unifiedDiff } from '../views/patch.ts'
import { proposalJson, sayTroubles, sayUnmeant, type Proposed } from '../views/proposal.ts'
import { editsFor } from '../workspace/edit/edit.ts'
import { isOn, type Exit, type Input, type Option } from './command.ts'
import { quiet } from './options.ts'
import type { Session } from './session.ts'
import { unasked } from './unasked.ts'
import { writeEdits } from './write-edits.ts'

/** What every command that edits has. */
export const editing: readonly Option[] = [
  { flag: '--dry-run', help: 'stop after showing it' },
  { flag: '--yes', help: 'do not ask' },
  { flag: '--force', help: 'also where something speaks against it' },
  quiet,
]

/** Said in the help of every command that edits. */
export const EDITS = `Shows first who is on call differently, and the edit itself: comments and all
else stay as they are. Exit code: 0; 1 it was refused; 2 the YAML or the command
line is wrong; 3 the disk failed.`

/** A command that edits, as it was typed. */
export interface Asked {
  readonly session: Session
  readonly input: Input
  readonly io: Io
}

/** What is proposed, and the words around it. */
export interface Offered {
  readonly proposal: Proposal
  /** What it is, with a line break; before all else. */
  readonly headline: string
  /** What is to be said where there is nothing to change, without a line break. */
  readonly nothing: string
  /** More for programs. */
  readonly json?: Readonly<Record<string, Json>>
}

/** Shows, proves, asks and writes. */
export async function settle(
  { proposal, headline, nothing, json: more = {} }: Offered,
  { session, input, io }: Asked,
): Promise<Exit> {
  const { look, workspace: before } = session
  const isJson = isOn(input, 'json')
  const { changes, against, meant } = proposal
  const report = (known: Partial<Proposed> = {}): void => {
    const whole = { changes, diff: undefined, against, patch: '', written: [], ...known }
    if (isJson) io.out.write(writeJson({ ...more, ...proposalJson(whole) }))
  }
  if (!isJson) io.out.write(headline)
  if (changes.length === 0) {
    if (!isJson) io.out.write(`${clean(nothing)}\n`)
    report()
    return 0
  }
  const { edits, workspace: after, refused } = editsFor(session.sources, changes, publicHolidaysOf)
  if (refused.length > 0) {
    io.err.write(
      'Nothing was written: there is no place for this in the files that would not change something else too (it may be an alias). By hand:\n',
    )
    for (const { line } of refused) io.err.write(`  ${clean(line)}\n`)
    report()
    return 2
  }
  const patch = unifiedDiff(session.sources, edits)
  const diff = findDiff({ before, after }, rangeOf(proposal, look.now), look.now)
  if (!isJson) io.out.write(`\n${sayChange(diff, after, session)}\n${sayPatch(patch, look.paint)}`)
  const odd = unmeant(before, after, meant, widely(proposal, look.now))
  if (odd.length > 0) {
    io.err.write(
      `Nothing was written: the edit would do something else than was meant.\n${sayUnmeant(odd, after, look)}`,
    )
    report({ diff, patch })
    return 1
  }
  if (against.length > 0) {
    const isForced = isOn(input, 'force')
    const verb = isForced ? 'Against it speaks' : 'This speaks against it'
    const way = isForced ? '' : ' (--force writes it all the same)'
    io.err.write(`${verb}${way}:\n`)
    for (const line of sayTroubles(against, after, look)) io.err.write(`  ${line}\n`)
    if (!isForced) {
      io.err.write('Nothing was written.\n')
      report({ diff, patch })
      return 1
    }
  }
  if (isOn(input, 'dryRun')) {
    if (!isJson) io.out.write('Nothing was written (--dry-run).\n')
    report({ diff, patch })
    return 0
  }
  const no = await unasked(input, io, 'Write this to the files? [y/N] ')
  if (no !== undefined) {
    report({ diff, patch })
    return no
  }
  const written = writeEdits(session, edits, io)
  report({ diff, patch, written })
  if (!isJson) for (const path of written) io.out.write(`wrote ${clean(path)}\n`)
  if (isOn(input, 'quiet')) return 0
  // An absence changes nobody's turn, and is nothing to PagerDuty.
  const isForSync = diff.rotations.some(({ stretches }) => stretches.length > 0)
  io.err.write(
    `Commit and push it${isForSync ? `, then 'rotate sync${look.dir ?? ''}' tells PagerDuty` : ''}.\n`,
  )
  return 0
}

function sayChange(
  diff: ReturnType<typeof findDiff>,
  everybody: Workspace,
  { look }: Session,
): string {
  return sayDiff(
    { diff, everybody, from: 'the files now', to: 'the files with this', most: 12, isShort: true },
    look,
  )
}

/** How far ahead it is shown what a roster does. */
const AHEAD = 180 * DAY

/** From now, or the first that changes, to the last; of a roster, some time ahead; of what is past, what may not differ. */
function rangeOf({ changes, meant }: Proposal, now: number): Interval {
  if (meant.kind === 'until') return { start: meant.at, end: now + AHEAD }
  const stretches = changes.map((change): Interval => {
    if ('meeting' in change) {
      // A day of the meeting's zone lies within these, wherever that is.
      const { first, last } = change.override
      return { start: (first - 1) * DAY, end: (last + 2) * DAY }
    }
    if ('override' in change) return change.override
    return 'away' in change ? change.away : { start: now, end: now + AHEAD }
  })
  return {
    start: Math.min(now, ...stretches.map(({ start }) => start)),
    end: Math.max(now + DAY, ...stretches.map(({ end }) => end)),
  }
}

/** As far around as a mistake in an edit would show. */
const AROUND = 400 * DAY

function widely(proposal: Proposal, now: number): Interval {
  const { start, end } = rangeOf(proposal, now)
  return { start: start - AROUND, end: Math.min(end + AROUND, END_OF_TIME) }
}
