/** What `import` does with a table or a calendar that was read: the rota is looked for, and held against it. */
import { SECOND } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Zone } from '../time/zone.ts'
import type { Brought } from '../patterns/brought.ts'
import { planBrought, type Around, type BroughtSaid } from '../patterns/plan.ts'
import { piecesOf } from '../patterns/stretch.ts'
import { newIn } from '../patterns/there.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import { sayTaken } from '../views/import.ts'
import { textOf, type Exit, type Input } from './command.ts'
import { doubtful } from './import-doubts.ts'
import { finished, nothingNew, type ToSay } from './import-files.ts'
import { made } from './import-made.ts'
import { targetOf, type Target } from './import-target.ts'
import { verdictOf, type SourceShown } from './import-verdict.ts'
import { working } from './working.ts'

/** Writes the workspace that something brought in makes; `zone` is of what names none. */
export async function bring(brought: Brought, zone: Zone, input: Input, io: Io): Promise<Exit> {
  const target = await targetOf(input, io)
  if (target === undefined) return 2
  const now = Math.floor(io.now() / SECOND) * SECOND
  const { session } = target
  if (session === undefined) return planned(brought, { zone, now }, { target, input, io }, {})
  const { workspace: there } = session
  const { fresh, left, known, doubts } = newIn(brought, there, now)
  if (doubts.length > 0) throw doubtful(doubts, brought.from, 'write there the id of who is meant')
  const more = { left, taken: known }
  if (fresh.rotations.length + fresh.meetings.length === 0) {
    const said = { team: there.team ?? '', source: brought.from, rotations: [], ...more }
    return nothingNew(said, target, input, io)
  }
  return planned(fresh, { zone, now, there }, { target, input, io }, more)
}

/** A command that imports, as it was typed, and where it writes. */
interface Asked {
  readonly target: Target
  readonly input: Input
  readonly io: Io
}

async function planned(
  brought: Brought,
  around: Around,
  { target, input, io }: Asked,
  more: Pick<ToSay, 'left' | 'taken'>,
): Promise<Exit> {
  const team = textOf(input, 'team')
  const work = working(io)
  const plan = planBrought(brought, { ...around, ...(team !== undefined && { team }) }, work.tells)
  work.ends()
  const files = await made(plan, target, io)
  const said: ToSay = {
    team: plan.workspace.team ?? '',
    source: brought.from,
    rotations: plan.rotations.map((one) => ({
      name: one.name,
      unsaid: one.unsaid,
      verdict: verdictOf(shownOf(one), files.workspace),
      ...(one.found !== undefined && { found: one.found }),
      isCompared: one.within !== undefined,
      isShort: one.isShort,
    })),
    ...more,
  }
  for (const sentence of brought.unsaid ?? []) io.err.write(`${clean(sentence)}\n`)
  io.err.write(sayTaken(more.taken ?? [], brought.from))
  return finished(said, { ...target, made: files, sync: false }, input, io)
}

/** In it nothing differs. */
const NOWHEN: Interval = { start: 0, end: 0 }

function shownOf({ id, name, shown, within = NOWHEN }: BroughtSaid): SourceShown {
  return { rotation: id, schedule: name, shown: piecesOf(shown, within), within }
}
