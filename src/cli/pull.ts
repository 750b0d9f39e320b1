/** `rotate pull` */
import { join, resolve } from 'node:path'
import type { Change } from '../model/change.ts'
import { edited, type Edit } from '../model/edit.ts'
import type { HandMade } from '../model/pull.ts'
import type { Workspace } from '../model/workspace.ts'
import type { RotationPull } from '../pagerduty/pull.ts'
import type { Look as Looked, Settings } from '../pagerduty/sync.ts'
import { diff as findDiff } from '../insight/diff.ts'
import { elapsedNow } from '../io/deadline.ts'
import { holidayBook } from '../io/holidays.ts'
import type { Io } from '../io/io.ts'
import { locked } from '../io/lock.ts'
import { rewrite } from '../io/write.ts'
import { clean } from '../views/clean.ts'
import { sayDiff } from '../views/diff.ts'
import { writeJson } from '../views/json.ts'
import { sayPatch, unifiedDiff } from '../views/patch.ts'
import { pullJson, sayForeseen, sayHandMade } from '../views/pull.ts'
import { sayVerdict } from '../views/sync.ts'
import { editsFor } from '../workspace/edit.ts'
import { isOn, type Command, type Exit, type Input } from './command.ts'
import { answering, rotations } from './options.ts'
import { accessOf, horizon, type Access } from './pagerduty.ts'
import { foreseen, lookedAt, type After } from './pull-look.ts'
import { openForWriting, type Session } from './session.ts'

export const pull: Command = {
  details: `Appends the overrides and custom shifts that people made in PagerDuty to the
YAML, comments and all else as they are, and marks them in PagerDuty as
rotate's: from then on the file decides about them. Shows first who is on call
differently by the file, and the edit itself. What somebody made whom the YAML
does not know is named and left.

Commit the files before 'rotate sync' runs elsewhere: with the old files it
takes what is marked back. --files-only leaves the marks to that sync.
Exit code: 0; 1 it was refused; 2 the file or the command line is wrong;
3 PagerDuty or the disk failed.`,
  arguments: [rotations],
  options: [
    { flag: '--dry-run', help: 'stop after showing it' },
    { flag: '--yes', help: 'do not ask' },
    { flag: '--files-only', help: 'edit the files, and let the next sync set the marks' },
    horizon,
    ...answering,
  ],
  examples: [
    ['rotate pull', 'shows what it would write, and asks'],
    ['rotate pull primary --dry-run', 'what did people change by hand?'],
    ['rotate pull --yes --files-only', 'on a branch that is merged later'],
  ],
  async run(input, io) {
    const session = await openForWriting(input, io)
    if (session === undefined) return 2
    const access = await accessOf('pull', session.workspace, io)
    const done: string[] = []
    const run = (): Promise<Exit> => pulled(input, io, session, access, done)
    return access.talking(done, () =>
      isOn(input, 'dryRun')
        ? run()
        : locked(join(session.folder, '.rotate.lock'), access.tell, run),
    )
  },
}

async function pulled(
  input: Input,
  io: Io,
  session: Session,
  access: Access,
  done: string[],
): Promise<Exit> {
  const { look, sources } = session
  const isJson = isOn(input, 'json')
  const seen = await lookedAt(input, io, session, access)
  if (typeof seen === 'number') return seen
  const { looks, pulls, settings } = seen
  const items = pulls.flatMap((one) => one.items)
  const changes = pulls.flatMap((one) => one.changes)
  const { edits, refused, workspace } = editsFor(sources, changes, holidayBook())
  const after = await foreseen(seen, workspace)
  const foreseenVerdicts = after.map(({ verdict }) => verdict)
  const patch = unifiedDiff(sources, edits)
  const written: string[] = []
  const marked: string[] = []
  const report = (): void => {
    if (!isJson) return
    io.out.write(writeJson(pullJson({ items, foreseen: foreseenVerdicts, patch, written, marked })))
  }
  if (!isJson) {
    io.out.write(sayHandMade(items, look))
    if (edits.length > 0) {
      io.out.write(`\n${sayChange(session, workspace, changes, session.look)}\n`)
      io.out.write(sayPatch(patch, look.paint))
    }
    io.out.write(sayForeseen(foreseenVerdicts, look))
    if (items.length > 0) io.out.write('\n')
  }
  for (const { change, line } of refused) {
    io.err.write(
      `${clean(change.rotation)}: there is no place in the files for an override more (its list is an alias): write by hand\n  ${clean(line)}\n`,
    )
  }
  const isFilesOnly = isOn(input, 'filesOnly')
  const full = after.filter(({ isFull }) => isFull && !isFilesOnly)
  for (const { id } of full) io.err.write(`${clean(id)}: ${FULL}  [marker-full]\n`)
  if (refused.length > 0 || full.length > 0) {
    io.err.write('Nothing was written.\n')
    report()
    return 2
  }
  const toMark = isFilesOnly ? [] : pulls.filter(({ prints }) => prints.size > 0)
  if (edits.length === 0 && toMark.length === 0) {
    if (!isJson) io.out.write(nothing(items))
    report()
    return 0
  }
  if (isOn(input, 'dryRun')) {
    if (!isJson) io.out.write('Nothing was written (--dry-run).\n')
    report()
    return 0
  }
  if (!isOn(input, 'yes')) {
    if (!io.canAsk) {
      io.err.write(
        'Nothing was written: nobody is there to say yes (--yes does, --dry-run only shows).\n',
      )
      return 2
    }
    const asked = elapsedNow()
    const answer = await io.ask(questionFor(edits, toMark))
    if (answer === undefined || !/^y(es)?$/i.test(answer)) {
      io.err.write('Nothing was written.\n')
      return 1
    }
    // Whoever was asked may have thought for long.
    if (elapsedNow() - asked > LONG) {
      const again = await lookedAt(input, io, session, access)
      if (typeof again === 'number') return again
      if (JSON.stringify(again.pulls.map(bringing)) !== JSON.stringify(pulls.map(bringing))) {
        io.err.write('Nothing was written: PagerDuty was changed meanwhile, run it again.\n')
        return 1
      }
    }
  }
  // The files first: what is marked, and stands in no file, the next sync would take back.
  for (const path of writeEdits(session, edits, io)) {
    written.push(path)
    done.push(`wrote ${path}`)
    if (!isJson) io.out.write(`wrote ${clean(path)}\n`)
  }
  const exit = await markAll(looks, toMark, access, io, done, marked)
  report()
  if (isFilesOnly) {
    io.err.write('The next sync with these files marks them in PagerDuty.\n')
    return exit
  }
  if (!isJson) await sayAgreement(after, settings, access, io, session)
  if (edits.length > 0) {
    io.err.write(
      `Commit the files before 'rotate sync' runs elsewhere: with the old ones it would undo this.\n`,
    )
  }
  return exit
}

/** After so long PagerDuty is looked at once more. */
const LONG = 120_000

/** What decides whether a plan is still the same. */
function bringing({ changes, prints }: RotationPull): unknown {
  return [changes, [...prints]]
}

const FULL = `PagerDuty's description of the schedule has no room for the marks (shorten its text there)`

/** Who is on call differently by the file. */
function sayChange(
  session: Session,
  after: Workspace,
  changes: readonly Change[],
  look: Session['look'],
): string {
  const stretches = changes.map(({ override }) => override)
  const within = {
    start: Math.min(look.now, ...stretches.map(({ start }) => start)),
    end: Math.max(look.now, ...stretches.map(({ end }) => end)),
  }
  const chosen = new Set(changes.map(({ rotation }) => rotation))
  const found = findDiff({ before: session.workspace, after }, within, look.now, chosen)
  return sayDiff(
    { diff: found, everybody: after, from: 'the files now', to: 'the files with this', most: 12 },
    look,
  )
}

function nothing(items: readonly HandMade[]): string {
  return items.length === 0
    ? 'Nothing to bring: nobody changed anything in PagerDuty by hand.\n'
    : 'Nothing else to bring.\n'
}

function questionFor(edits: readonly Edit[], toMark: readonly RotationPull[]): string {
  if (edits.length === 0) return 'Mark this in PagerDuty? [y/N] '
  const also = toMark.length === 0 ? '' : ', and mark it in PagerDuty'
  return `Write this to the files${also}? [y/N] `
}

/** Gives the paths of the files that were written. */
function writeEdits({ sources }: Session, edits: readonly Edit[], { cwd }: Io): string[] {
  const texts = edited(sources, edits)
  const files = sources.flatMap(({ path, text: before }, i) => {
    const after = texts[i]?.text ?? before
    return after === before ? [] : [{ path, before, after }]
  })
  rewrite(
    files.map((file) => ({ ...file, path: resolve(cwd, file.path) })),
    cwd,
  )
  return files.map(({ path }) => path)
}

async function markAll(
  looks: readonly Looked[],
  toMark: readonly RotationPull[],
  { client, tell }: Access,
  io: Io,
  done: string[],
  marked: string[],
): Promise<Exit> {
  const { mark } = await import('../pagerduty/marking.ts')
  let exit: Exit = 0
  for (const { rotation, prints } of toMark) {
    const look = looks.find(({ wish }) => wish.rotation.id === rotation)
    if (look === undefined) continue
    const refused = await mark(client, look, prints, (what) => {
      done.push(what)
      if (io.err.isTerminal) tell(what)
    })
    if (refused === undefined) marked.push(rotation)
    else {
      tell(`${rotation}: not marked: ${refused}: run 'rotate pull' again`)
      exit = 3
    }
  }
  return exit
}

/** Whether PagerDuty shows what the files say now. */
async function sayAgreement(
  after: readonly After[],
  settings: Settings,
  { client }: Access,
  io: Io,
  { look }: Session,
): Promise<void> {
  const { lookAt } = await import('../pagerduty/sync.ts')
  const { verdictOf } = await import('../pagerduty/steps.ts')
  for (const { look: planned } of after) {
    const now = await lookAt(client, planned.target, settings)
    if (now.plan.requests.length === 0 && now.differences.length === 0) {
      io.out.write(
        sayVerdict(
          verdictOf(now, (user) => user),
          look,
        ),
      )
    } else {
      io.out.write(`${clean(planned.wish.rotation.id)}: 'rotate sync' has more to do\n`)
    }
  }
}
