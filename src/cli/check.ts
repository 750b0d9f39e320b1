/** `rotate check` */
import { DAY, minuteOf } from '../time/instant.ts'
import { CHECKS, HISTORY_CHECKS } from '../model/checks.ts'
import { isError, type Problem } from '../model/problem.ts'
import type { Workspace } from '../model/workspace.ts'
import { check as findProblems } from '../insight/check/check.ts'
import { baseOf } from '../io/base.ts'
import { trailersBetween } from '../io/commits.ts'
import { late } from '../io/late.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { repositoryOf } from '../io/repository.ts'
import { CODES } from '../workspace/codes.ts'
import { suggest } from '../workspace/suggest.ts'
import { githubAnnotations } from '../views/annotations.ts'
import { clean } from '../views/clean.ts'
import { codeQuality } from '../views/code-quality.ts'
import { problemsJson, writeJson } from '../views/json.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import { countProblems } from '../views/problems.ts'
import { sayFound } from '../views/repeated.ts'
import { MOST_TURNS, refuseTooMuch } from './amount.ts'
import { isOn, textOf, type Command, type Input } from './command.ts'
import { sayAs } from './format.ts'
import { answering, from, names, persons, quiet, since, TIMES, toAfter } from './options.ts'
import { chosenOf, isAmong } from './chosen.ts'
import { withFree } from './free.ts'
import { fromTop, pathFromTop } from './from-top.ts'
import { loadAt, sayBase, unknownBefore } from './revisions.ts'
import { tellOldSchema } from './schema-age.ts'
import { open, type Session } from './session.ts'
import { rangeAhead } from './times.ts'
import { tellOldZoneData } from './zone-data.ts'
import { working } from './working.ts'

/** What is found, for each of those who read it. */
interface Answer {
  readonly workspace: Workspace
  readonly problems: readonly Problem[]
  /** Rotations and meetings that could not be compared. */
  readonly unknown: readonly string[]
  readonly folder: string
  readonly cwd: string
}

/** Each form of the answer. */
const OUTPUTS: Outputs<Answer> = {
  text: ({ problems, unknown }, look) => {
    const elsewhere = unknown.length > 0 ? ` but for what was not compared` : ''
    return `${sayFound(problems, look)}${problems.length > 0 ? '\n' : ''}${countProblems(problems)}${elsewhere}\n`
  },
  json: ({ problems, workspace }) => writeJson(problemsJson(problems, workspace)),
  github: ({ problems, folder, cwd }) => githubAnnotations(fromTop(problems, folder, cwd)),
  gitlab: ({ problems, folder, cwd }) => {
    const elsewhere = pathFromTop(folder, folder, cwd)
    return writeJson(codeQuality(fromTop(problems, folder, cwd), elsewhere, sha256))
  },
}

export const check: Command = {
  details: `Looks ahead, and in git at what an edit does to turns that have begun:
compared with --since, else with the base of the merge request in CI (HEAD~1
where there is none), else with HEAD. Exit code: 0 no errors, 1 errors, 2 the
YAML itself is wrong. 'rotate explain CODE' says what a code means;
'checks: { min-rest: 12h, night-meeting: off }' in the YAML sets them.\n\n${TIMES}`,
  arguments: [names],
  options: [
    from,
    toAfter('90 days'),
    persons,
    since,
    {
      flag: '--rewrite',
      help: 'turns that have begun, or meetings that were held, are changed on purpose',
    },
    { flag: '--strict', help: 'warnings count as errors' },
    {
      flag: '--ignore <codes>',
      help: 'leave out these codes (commas between them)',
      offer: CHECKS,
      several: true,
    },
    { ...quiet, help: 'no answer: the exit code alone' },
    ...answering,
  ],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate check', 'before a commit'],
    ['rotate check --strict --ignore away-on-call', 'in CI, where warnings are to stop a merge'],
    ['rotate check --since origin/main', 'all that this branch does'],
    ['rotate check --format gitlab > gl-code-quality-report.json', 'for a merge request'],
    ['rotate check --from 2026-12-20 --to 2027-01-05', 'is Christmas covered?'],
  ],
  async run(input, io) {
    const ignored = ignoredIn(input)
    const session = await open(input, io)
    const { workspace, problems, look, exit } = session
    // Nobody wants to read the seconds at which they typed it.
    const range = await rangeAhead(input, { ...look, now: minuteOf(look.now) }, 90 * DAY)
    tellOldZoneData(workspace, io)
    tellOldSchema(session.folder, io)
    const asked = !isOn(input, 'rewrite') && HISTORY_CHECKS.some((name) => !ignored.includes(name))
    const before = asked ? await committed(session, input, io) : undefined
    const more = { now: look.now, ...(before && { before: before.workspace }) }
    // What loading finds cannot be ignored: without it the rest would not be the truth.
    const { rotations: chosen, isNamed, people } = chosenOf(input, session)
    refuseTooMuch(chosen, range, MOST_TURNS.checked)
    const named = isNamed ? chosen : undefined
    const work = working(io)
    const found = findProblems(workspace, range, named, more, work.tells).filter(
      (problem) => people === undefined || isAmong(people, problem.people ?? []),
    )
    work.ends()
    const counted = found.filter(({ code }) => !ignored.includes(code))
    const all = [...problems, ...withFree(counted, workspace, minuteOf(look.now))]
    const unknown = before?.unknown ?? []
    const answer = { workspace, problems: all, unknown, folder: session.folder, cwd: io.cwd }
    io.out.write(sayAs(OUTPUTS, answer, input, look))
    if (exit !== 0) return exit
    // What could not be compared is not known to be right.
    if (unknown.length > 0) return 2
    return all.some((problem) => isError(problem) || isOn(input, 'strict')) ? 1 : 0
  },
}

/** The codes of `--ignore`. One that there is not would be ignored for ever, and nobody would know. */
function ignoredIn(input: Input): string[] {
  const named = (textOf(input, 'ignore') ?? '').split(',').map((code) => code.trim())
  const ignored = named.filter((code) => code !== '')
  // What loading finds has codes too; nobody is wrong to name one, it is only shown all the same.
  const odd = ignored.find((code) => ![...CHECKS, ...CODES].some((known) => known === code))
  if (odd === undefined) return ignored
  const way = suggest(odd, CHECKS) || `: there are ${CHECKS.join(', ')}`
  throw new Failure(`--ignore: there is no check '${odd}'${way}`, 2)
}

interface Committed {
  readonly workspace: Workspace
  /** Rotations and meetings that could not be compared. */
  readonly unknown: readonly string[]
}

/**
 * The workspace as it was committed, and a line on stderr that says with what it is compared; undefined where there is
 * none, or where a commit says that the change is meant.
 */
async function committed(
  { folder, workspace }: Session,
  input: Input,
  io: Io,
): Promise<Committed | undefined> {
  if (HISTORY_CHECKS.every((name) => workspace.checks.off.has(name))) return undefined
  const repository = repositoryOf(folder)
  const base = baseOf(repository, textOf(input, 'since'), io.env)
  const note = (text: string): void => io.err.write(`${clean(text)}\n`)
  if (repository === undefined) return undefined
  if (base === undefined) {
    note('Compared with nothing: there is no commit before.')
    return undefined
  }
  const said = trailersBetween(repository, base.commit, 'HEAD', 'Rewrites-history')
  if (said.some((value) => /^(yes|true)$/i.test(value))) {
    note(`Not compared with ${base.name}: a commit since says 'Rewrites-history: yes'.`)
    return undefined
  }
  const before = await loadAt(repository, base)
  const named = sayBase(base, before)
  if (before.isEmpty) {
    note(`Compared with nothing: at ${named} this folder and its files were not there.`)
    return undefined
  }
  note(`Compared with ${named}.`)
  const unsure = unknownBefore(before, workspace)
  const unknown = [...unsure.rotations, ...unsure.meetings]
  if (unknown.length > 0) {
    note(
      `Not compared, because of mistakes in the YAML at ${base.name}: ${unknown.join(', ')}. --since names an older revision; --rewrite says that all changes are meant.`,
    )
  }
  return { workspace: before.workspace, unknown }
}

function sha256(text: string): string {
  return late('node:crypto').createHash('sha256').update(text).digest('hex')
}
