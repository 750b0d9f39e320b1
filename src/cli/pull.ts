/** `rotate pull` */
import { join } from 'node:path'
import type { HandMade } from '../model/pull.ts'
import { diff as findDiff } from '../insight/diff.ts'
import { realWaits } from '../io/deadline.ts'
import type { Io } from '../io/io.ts'
import { locked } from '../io/lock.ts'
import { clean } from '../views/clean.ts'
import { sayDiff } from '../views/diff.ts'
import { writeJson } from '../views/json.ts'
import { sayPatch } from '../views/patch.ts'
import { pullJson, sayForeseen, sayHandMade, type Pulled } from '../views/pull.ts'
import { isOn, type Command, type Exit, type Input } from './command.ts'
import { LONG } from './conversation.ts'
import { unasked } from './unasked.ts'
import { answering, quiet, rotations } from './options.ts'
import { accessOf, horizon, type Access } from './pagerduty.ts'
import { markAll, sayAgreement } from './pull-apply.ts'
import { lookedAt, type Seen } from './pull-look.ts'
import { bringing, proposalFor, type Proposal } from './pull-proposal.ts'
import { openForWriting, type Session } from './session.ts'
import { writeEdits } from './write-edits.ts'

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
    quiet,
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
    const isReading = isOn(input, 'dryRun') || isOn(input, 'filesOnly')
    const access = await accessOf('pull', session.workspace, io, isReading ? 'reads' : 'writes', [
      'audit_records.read',
    ])
    const done: string[] = []
    const run = (): Promise<Exit> => pulled(input, io, session, access, done)
    return access.talking(
      () => saidDone(done),
      () =>
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
  const { look } = session
  const isJson = isOn(input, 'json')
  const isFilesOnly = isOn(input, 'filesOnly')
  const seen = await lookedAt(input, io, session, access)
  if (typeof seen === 'number') return seen
  const proposal = proposalFor(seen, session, isFilesOnly)
  const { items, edits, toMark, blocked, patch } = proposal
  const foreseen = proposal.after.map(({ verdict }) => verdict)
  const report = (did: Pick<Pulled, 'written' | 'marked'> = { written: [], marked: [] }): void => {
    if (isJson) io.out.write(writeJson(pullJson({ items, foreseen, patch, ...did })))
  }
  if (!isJson) {
    io.out.write(sayHandMade(items, look, isFilesOnly))
    if (edits.length > 0) {
      io.out.write(`\n${sayChange(session, proposal)}\n`)
      io.out.write(sayPatch(patch, look.paint))
    }
    io.out.write(sayForeseen(foreseen, look))
    if (items.length > 0) io.out.write('\n')
  }
  for (const { rotation, why, lines } of blocked) {
    io.err.write(`${clean(rotation)}: ${why}\n`)
    for (const line of lines) io.err.write(`  ${clean(line)}\n`)
  }
  // What is left because there is no way to write it is no success.
  const soFar: Exit = blocked.length > 0 ? 2 : 0
  if (edits.length === 0 && toMark.length === 0) {
    if (blocked.length > 0) io.err.write('Nothing was written.\n')
    else if (!isJson) io.out.write(nothing(items))
    report()
    return soFar
  }
  if (isOn(input, 'dryRun')) {
    if (!isJson) io.out.write('Nothing was written (--dry-run).\n')
    report()
    return soFar
  }
  const no = await declined(input, io, session, access, proposal, seen)
  if (no !== undefined) return no
  // The files first: what is marked, and stands in no file, the next sync would take back.
  const written = writeEdits(session, edits, io)
  for (const path of written) {
    done.push(`wrote ${path}`)
    if (!isJson) io.out.write(`wrote ${clean(path)}\n`)
  }
  const marked = await markAll(seen, toMark, access, io, done)
  report({ written, marked })
  const exit = marked.length === toMark.length ? soFar : 3
  if (isFilesOnly) {
    io.err.write('The next sync or pull with these files marks them in PagerDuty.\n')
    return exit
  }
  if (!isJson) await sayAgreement(proposal.after, seen, io, look)
  if (edits.length > 0) {
    io.err.write(
      `Commit the files before 'rotate sync' runs elsewhere: with the old ones it would undo this.\n`,
    )
  }
  return exit
}

/** Asks; undefined where the answer is yes and PagerDuty is still as it was, else what the command ends with. */
async function declined(
  input: Input,
  io: Io,
  session: Session,
  access: Access,
  proposal: Proposal,
  seen: Seen,
): Promise<Exit | undefined> {
  const { elapsed } = io.waits ?? realWaits
  const asked = elapsed()
  const no = await unasked(input, io, questionFor(proposal))
  if (no !== undefined || isOn(input, 'yes') || elapsed() - asked <= LONG) return no
  const again = await lookedAt(input, io, session, access)
  if (typeof again === 'number') return again
  if (bringing(again) === bringing(seen)) return undefined
  io.err.write('Nothing was written: PagerDuty was changed meanwhile, run it again.\n')
  return 1
}

/** For when PagerDuty is given up. */
function saidDone(done: readonly string[]): string {
  const did = done.length === 0 ? 'nothing was written' : `done so far: ${done.join('; ')}`
  return `${did}; what is left to do, the next run does`
}

/** Who is on call differently by the file. */
function sayChange(
  { workspace: before, look }: Session,
  { changes, workspace: after }: Proposal,
): string {
  const stretches = changes.map(({ override }) => override)
  const within = {
    start: Math.min(look.now, ...stretches.map(({ start }) => start)),
    end: Math.max(look.now, ...stretches.map(({ end }) => end)),
  }
  const chosen = new Set(changes.map(({ rotation }) => rotation))
  const found = findDiff({ before, after }, within, look.now, chosen)
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

function questionFor({ edits, toMark }: Proposal): string {
  if (edits.length === 0) return 'Mark this in PagerDuty? [y/N] '
  const also = toMark.length === 0 ? '' : ', and mark it in PagerDuty'
  return `Write this to the files${also}? [y/N] `
}
