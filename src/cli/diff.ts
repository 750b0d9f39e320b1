/** `rotate diff` */
import { DAY, END_OF_TIME } from '../time/instant.ts'
import { isError } from '../model/problem.ts'
import type { Loaded } from '../model/workspace.ts'
import { atShortNotice, diff as findDiff, hasChanges } from '../insight/diff.ts'
import { baseOf, partedFrom, revisionNamed, type Base } from '../io/base.ts'
import { Failure } from '../io/failure.ts'
import type { Repository } from '../io/git.ts'
import type { Io } from '../io/io.ts'
import { repositoryOf } from '../io/repository.ts'
import { clean } from '../views/clean.ts'
import { diffMarkdown, sayDiff, type DiffShown } from '../views/diff.ts'
import { diffJson } from '../views/diff-json.ts'
import { writeJson } from '../views/json.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import { MOST_TURNS, refuseTooMuch } from './amount.ts'
import { unknownName } from './chosen.ts'
import { isOn, textOf, type Command, type Input } from './command.ts'
import { sayAs } from './format.ts'
import { answering, from, only, quiet, TIMES } from './options.ts'
import { loadAt, sayBase, unknownBefore, type LoadedRevision } from './revisions.ts'
import { lengthOf } from './lengths.ts'
import { lookOf } from './look.ts'
import { complain, folderOf, open } from './session.ts'
import { rangeOf } from './times.ts'
import { working } from './working.ts'

/** Each form of the answer. */
const OUTPUTS: Outputs<DiffShown> = {
  text: sayDiff,
  md: diffMarkdown,
  json: (shown) => writeJson(diffJson(shown)),
}
const BACK = 90 * DAY
const AHEAD = 180 * DAY
/** Of a list, as much as a reviewer reads. */
const MOST = 12

export const diff: Command = {
  details: `Compares a revision of git with the working tree; REV1..REV2 compares two
revisions, REV1...REV2 the second with where it parted from the first. Without
a revision: the base of the merge request in CI (HEAD~1 where there is none),
else HEAD. Looks from 90 days ago to 180 days ahead (as far as --notice, where
that is more), or --from and --to.
Exit code: 0, or 1 with --exit-code where something differs, or with --notice
where a change begins within it; 2 the YAML itself is wrong.\n\n${TIMES}`,
  arguments: [{ name: '[revision]', help: 'a revision, or two with .. between them' }],
  options: [
    { ...from, help: 'from when (default: 90 days ago)' },
    { flag: '--to <time>', help: 'until when (default: 180 days ahead)' },
    only,
    { flag: '--all', help: `every stretch, not the first ${MOST} of each kind` },
    { flag: '--exit-code', help: 'exit code 1 where something differs' },
    { ...quiet, help: 'no answer: --exit-code alone' },
    {
      flag: '--notice <length>',
      help: 'exit code 1 where a shift that begins within it moved: 14d, 2w, 36h',
    },
    ...answering,
  ],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate diff', 'what the edits since the last commit do'],
    ['rotate diff origin/main', 'what this branch does'],
    ['rotate diff v1.2..HEAD --from 2026-12-20 --to 2027-01-03', 'what changed about Christmas'],
    ['rotate diff --format md --notice 14d', 'for a merge request (docs/review.md)'],
  ],
  async run(input, io) {
    const look = await lookOf(input, io)
    const notice = noticeOf(input)
    const { now } = look
    // Whoever asks for a year's notice means all that begins within it.
    const ahead = Math.max(AHEAD, notice?.length ?? 0)
    const within = await rangeOf(input, look, {
      from: now - BACK,
      to: (from) => Math.min(Math.max(now, from) + ahead, END_OF_TIME),
    })
    const sides = await sidesOf(input, io)
    const { before, after } = sides
    // What was wrong in the past cannot be mended: it is only said what is not known because of it.
    await complain(after.problems.filter(isError), input, io)
    const pair = { before: knownOf(before, after), after: knownOf(after, before) }
    const chosen = chosenIn(input, sides)
    for (const side of [pair.before, pair.after])
      refuseTooMuch(
        [...side.rotations.values()].filter(({ id }) => chosen?.has(id) ?? true),
        within,
        MOST_TURNS.checked,
      )
    const work = working(io)
    const found = findDiff(pair, within, look.now, chosen, work.tells)
    work.ends()
    const near = notice === undefined ? [] : atShortNotice(found, notice.length)
    const shown: DiffShown = {
      diff: found,
      everybody: { people: new Map([...pair.before.people, ...pair.after.people]) },
      from: sides.from,
      to: sides.to,
      most: isOn(input, 'all') ? Infinity : MOST,
      ...(notice && { notice: { words: notice.words, until: look.now + notice.length, near } }),
    }
    io.out.write(sayAs(OUTPUTS, shown, input, look))
    if (after.problems.some(isError)) return 2
    // Whoever asks for an exit code asks whether something differs, and that is not known then.
    const isAsked = isOn(input, 'exitCode') || isOn(input, 'quiet')
    const isGate = notice !== undefined || isAsked
    if (isGate && found.unknown.length > 0) return 2
    if (isAsked && found.unknownMeetings.length > 0) return 2
    return near.length > 0 || (isAsked && hasChanges(found)) ? 1 : 0
  },
}

interface LoadedSides {
  readonly before: Loaded
  readonly after: Loaded
  readonly from: string
  readonly to: string
}

async function sidesOf(input: Input, io: Io): Promise<LoadedSides> {
  const folder = folderOf(input, io)
  const [first = '', second, more] = (input.words[0] ?? '').split(/\.{2,3}/)
  if (more !== undefined) {
    throw new Failure(`'${input.words[0]}': expected a revision, or two such as main..HEAD`, 2)
  }
  const repository = repositoryOf(folder)
  if (second !== undefined) {
    const git = required(repository)
    const to = revisionNamed(git, second || 'HEAD')
    const named = revisionNamed(git, first || 'HEAD')
    const parted = input.words[0]?.includes('...') === true
    const from: Base = parted ? partedFrom(git, named.commit, named.name, to.commit) : named
    return {
      before: await loadSide(git, from, io),
      after: await loadSide(git, to, io),
      from: parted ? `where it parted from ${named.name}` : from.name,
      to: to.name,
    }
  }
  const base = baseOf(repository, first || undefined, io.env)
  const git = required(repository)
  if (base === undefined) {
    throw new Failure(`there is no commit yet to compare with: commit the files first`, 2)
  }
  const { workspace, problems } = await open(input, io)
  return {
    before: await loadSide(git, base, io),
    after: { workspace, problems },
    from: base.name,
    to: 'the working tree',
  }
}

/** One side out of git; where it is not what its name promises, a line on stderr says so. */
async function loadSide(repository: Repository, base: Base, io: Io): Promise<LoadedRevision> {
  const side = await loadAt(repository, base)
  const named = sayBase(base, side)
  if (side.isEmpty)
    io.err.write(clean(`At ${named} this folder and its files were not there.`) + '\n')
  else if (side.movedFrom !== undefined) io.err.write(clean(`Compared with ${named}.`) + '\n')
  return side
}

/** A side, in which what nobody can know because of a file that is no YAML is unsound, not absent. */
function knownOf(side: Loaded, other: Loaded): Loaded['workspace'] {
  const { workspace } = side
  const unknown = unknownBefore(side, other.workspace)
  const rotations = [...new Set([...workspace.unsound.rotations, ...unknown.rotations])]
  const meetings = [...new Set([...workspace.unsound.meetings, ...unknown.meetings])]
  return { ...workspace, unsound: { ...workspace.unsound, rotations, meetings } }
}

function required(repository: Repository | undefined): Repository {
  if (repository !== undefined) return repository
  throw new Failure(
    `the folder of the workspace is not in git: 'rotate diff' compares with a revision there`,
    2,
  )
}

/** The rotations that `--rotation` names; one that neither side knows is a mistake. */
function chosenIn(input: Input, { before, after }: LoadedSides): ReadonlySet<string> | undefined {
  const text = textOf(input, 'rotation')
  if (text === undefined) return undefined
  const chosen = text.split(',').map((id) => id.trim())
  const known = [before, after].flatMap(({ workspace: { rotations, unsound } }) => [
    ...rotations.keys(),
    ...unsound.rotations,
  ])
  const odd = chosen.find((id) => !known.includes(id))
  if (odd !== undefined) throw unknownName('rotation', odd, new Set(known))
  return new Set(chosen)
}

/** `14d`, `2 weeks`, `36h`: elapsed time. */
function noticeOf(input: Input): { words: string; length: number } | undefined {
  const length = lengthOf('notice', input, ['hours', 'weeks', 'days'])
  return length === undefined ? undefined : { words: textOf(input, 'notice')?.trim() ?? '', length }
}
