/** `rotate sync` */
import { join } from 'node:path'
import { DAY } from '../time/instant.ts'
import type { Refusal, Step, Verdict } from '../model/plan.ts'
import type { Client } from '../pagerduty/client.ts'
import { locate } from '../pagerduty/locate.ts'
import { findUsers, peopleNeeded, strangerOf } from '../pagerduty/people.ts'
import { stepsOf, deletionOf, verdictOf } from '../pagerduty/steps.ts'
import {
  lookAt,
  lookAgain,
  wishOf,
  apply,
  withoutTwins,
  type Look as Looked,
  type Outcome,
  type Settings,
} from '../pagerduty/sync.ts'
import { realWaits } from '../io/deadline.ts'
import type { Io } from '../io/io.ts'
import { locked } from '../io/lock.ts'
import { clean } from '../views/clean.ts'
import { writeJson } from '../views/json.ts'
import { sayPlan, sayRefusals, sayVerdict, syncJson } from '../views/sync.ts'
import { isOn, type Command, type Exit, type Input } from './command.ts'
import { answering, rotations } from './options.ts'
import { Progress } from './progress.ts'
import { chosenOf } from './chosen.ts'
import { accessOf, horizonOf, sayMissing } from './pagerduty.ts'
import { openForWriting, type Session } from './session.ts'
import { deleted, deletions, sayLeft } from './sync-deletions.ts'

/** Fewer days than this of what is filled in are too few. */
const LEAST_DAYS = 14

export const sync: Command = {
  details: `Reads PagerDuty, says what it will do, asks, does it, and compares afterwards
what PagerDuty shows with the file. Overrides that people made in PagerDuty
are kept. Nothing to change means that nothing is written.

The token comes from PAGERDUTY_TOKEN, or is asked for with PAGERDUTY_CLIENT_ID,
PAGERDUTY_CLIENT_SECRET and PAGERDUTY_SUBDOMAIN; PAGERDUTY_SERVICE_REGION=eu or
PAGERDUTY_URL names another server. docs/pagerduty.md says more.
Exit code: 0 PagerDuty agrees; 1 --check found drift, or the plan was refused;
2 the file or the command line is wrong; 3 PagerDuty failed.`,
  arguments: [rotations],
  options: [
    { flag: '--dry-run', help: 'stop after the plan' },
    { flag: '--check', help: 'write nothing; exit 1 if PagerDuty does not agree' },
    { flag: '--yes', help: 'do not ask (cron, CI)' },
    { flag: '--adopt', help: 'take over schedules that rotate did not make' },
    { flag: '--rewrite', help: 'let turns that run be dealt anew' },
    { flag: '--prune', help: 'delete schedules whose rotation is gone from the file' },
    { flag: '--horizon <length>', help: 'how far ahead to compare and fill in (default: 90 days)' },
    ...answering,
  ],
  examples: [
    ['rotate sync --dry-run', 'what would it do?'],
    ['rotate sync', 'asks before it writes'],
    ['rotate sync --yes', 'from cron and CI'],
    ['rotate sync --check', 'does PagerDuty agree? A read-only token is enough'],
    ['rotate sync primary --adopt', 'take over a schedule that is there'],
  ],
  async run(input, io) {
    const session = await openForWriting(input, io)
    if (session === undefined) return 2
    const isReading = isOn(input, 'dryRun') || isOn(input, 'check')
    const access = await accessOf('sync', session.workspace, io, isReading ? 'reads' : 'writes')
    const { client, team, tell, talking } = access
    const progress = new Progress(io.err.isTerminal ? tell : () => {})
    const run = (): Promise<Exit> => synced(input, io, session, client, team, progress)
    return talking(
      () => progress.said(),
      () => (isReading ? run() : locked(join(session.folder, '.rotate.lock'), tell, run)),
    )
  },
}

async function synced(
  input: Input,
  io: Io,
  session: Session,
  client: Client,
  team: string,
  progress: Progress,
): Promise<Exit> {
  const horizon = horizonOf(input)
  const { workspace, look } = session
  const { rotations: chosen } = chosenOf(input, session)
  const isJson = isOn(input, 'json')
  const isChecking = isOn(input, 'check')

  const everybody = workspace.people
  const needed = peopleNeeded(everybody, chosen, io.now())
  const users = await findUsers(client, needed, everybody.values())
  if (users.missing.length > 0) {
    sayMissing(users.missing, io)
    return 2
  }
  const idOf = new Map(users.idOf)
  const settings: Settings = {
    team,
    idOf,
    horizon,
    mayRewrite: isOn(input, 'rewrite'),
    now: io.now,
  }
  const found = await locate(client, {
    team,
    rotations: chosen,
    known: [...workspace.rotations.keys(), ...workspace.unsound.rotations],
    isWhole: input.words.length === 0,
    mayAdopt: isOn(input, 'adopt'),
    rangeOf: (rotation) => wishOf(rotation, settings).range,
  })
  const { elapsed } = io.waits ?? realWaits
  const started = elapsed()
  let looks: Looked[] = []
  for (const target of found.targets) looks.push(await lookAt(client, target, settings))

  const names = new Map(users.names)
  for (const [person, id] of idOf) names.set(id, everybody.get(person)?.name ?? person)
  /** Learns who is in PagerDuty and was not looked for: people of other teams, and of the file in no roster now. */
  const meet = async (): Promise<boolean> => {
    const ids = new Set(looks.flatMap(usersIn))
    const before = idOf.size
    for (const id of ids) {
      if (names.has(id)) continue
      const { name, person } = await strangerOf(client, id, everybody.values())
      names.set(id, name)
      if (person !== undefined) idOf.set(person.id, id)
    }
    return idOf.size > before
  }
  if (await meet()) looks = looks.map((one) => lookAgain(one, settings))
  const nameOf = (id: string): string => names.get(id) ?? id

  const doomed = deletions(found, isOn(input, 'prune'))
  const steps: Step[] = [
    ...looks.flatMap((one) => stepsOf(one, nameOf)),
    ...doomed.map(({ frame, rotation, why }) => deletionOf(frame, rotation, why)),
  ]
  const refusals: Refusal[] = [...found.refusals, ...looks.flatMap(({ plan }) => plan.refusals)]
  if (!isOn(input, 'prune')) io.err.write(sayLeft(found))
  const isWork = doomed.length > 0 || looks.some(isToDo)
  const report = (verdicts: readonly Verdict[]): void => {
    if (isJson) io.out.write(writeJson(syncJson(steps, refusals, verdicts)))
    else for (const verdict of verdicts) io.out.write(sayVerdict(verdict, look))
  }
  if (!isJson) io.out.write(sayPlan(steps, look))
  if (refusals.length > 0) {
    io.err.write(sayRefusals(refusals, look))
    io.err.write('Nothing was written.\n')
    if (isJson) report([])
    const isWrong = refusals.some(({ code }) => !ANSWERS_NO.includes(code))
    if (isWrong) return 2
    return isOn(input, 'dryRun') ? 0 : 1
  }
  if (isOn(input, 'dryRun')) {
    if (!isWork) report(looks.map((one) => verdictOf(one, nameOf)))
    else if (isJson) report([])
    else io.out.write('\nNothing was written (--dry-run).\n')
    return 0
  }
  if (isChecking) {
    report(looks.map((one) => verdictOf(one, nameOf)))
    return checked(looks, doomed.length > 0, io)
  }
  if (isWork && !isOn(input, 'yes')) {
    if (!io.canAsk) {
      io.err.write(
        'Nothing was written: nobody is there to say yes (--yes does, --dry-run only shows).\n',
      )
      return 2
    }
    const answer = await io.ask('Write this to PagerDuty? [y/N] ')
    if (answer === undefined || !/^y(es)?$/i.test(answer)) {
      io.err.write('Nothing was written.\n')
      return 1
    }
  }
  progress.plans(looks.filter(isToDo).map(({ wish }) => wish.rotation.id))
  let exit: Exit = 0
  // Whoever was asked may have thought for long: look at the clock again, and then at PagerDuty too.
  const isLate = elapsed() - started > 120_000
  const outcomes: Outcome[] = []
  for (const one of looks) {
    const { id } = one.wish.rotation
    const again = isLate ? await lookAt(client, one.target, settings) : lookAgain(one, settings)
    const newly = again.plan.refusals
    if (newly.length > 0) {
      io.err.write(sayRefusals(newly, look))
      refusals.push(...newly)
      exit = 1
      outcomes.push({ look: again, refused: undefined, isNew: false })
      continue
    }
    const outcome = await apply(client, again, settings, (what) => progress.did(id, what))
    outcomes.push(outcome)
    if (!isToDo(outcome.look)) progress.finished(id)
  }
  const last = await withoutTwins(client, outcomes, settings, (outcome, what) =>
    progress.did(outcome.look.wish.rotation.id, what),
  )
  looks = last.map((outcome) => outcome.look)
  for (const { look: one, refused } of last) {
    const { id } = one.wish.rotation
    const isSaid = refusals.some(({ rotation }) => rotation === id)
    // What PagerDuty shows only now may be what its schedule cannot say otherwise.
    if (!isSaid) io.err.write(sayRefusals(one.plan.refusals, look))
    if (refused !== undefined) io.err.write(`${clean(id)}: ${clean(refused)}\n`)
    if (refused !== undefined || (one.differences.length > 0 && !isSaid)) exit = 3
  }
  for (const { frame, rotation } of doomed) {
    const why = await deleted(client, frame)
    if (why === undefined) progress.did(rotation, `deleted '${frame.name}'`)
    else {
      io.err.write(`'${clean(frame.name)}' (${clean(frame.id)}) was not deleted: ${clean(why)}\n`)
      exit = 3
    }
  }
  await meet()
  report(looks.map((one) => verdictOf(one, nameOf)))
  for (const { remote, wish } of looks) {
    if (remote?.kind === 'shifts' && wish.rotation.pagerduty?.kind === 'layers') {
      io.err.write(
        `warning: ${clean(wish.rotation.id)}: this schedule is shift-based (PagerDuty may have upgraded it): the line 'kind: layers' can go\n`,
      )
    }
    if (remote?.policies?.length === 0) {
      io.err.write(
        `warning: ${clean(wish.rotation.id)}: no escalation policy uses this schedule, so it pages nobody\n`,
      )
    }
  }
  return exit
}

/** Everybody whom a plan may have to name. */
function usersIn({ plan, remote }: Looked): string[] {
  const overrides = remote?.kind === 'shifts' ? remote.overrides : []
  return [
    ...plan.actual.flatMap(({ who }) => who),
    ...plan.foreign.map(({ user }) => user),
    ...overrides.map(({ instead }) => instead),
  ].filter((id) => id !== null)
}

function isToDo({ plan }: Looked): boolean {
  return plan.requests.length > 0
}

const ANSWERS_NO: readonly Refusal['code'][] = ['guard', 'not-adopted', 'other-team']

/** Whether PagerDuty agrees; what is only not yet filled in further ahead is no drift. */
function checked(looks: readonly Looked[], isMore: boolean, io: Io): Exit {
  let exit: Exit = isMore ? 1 : 0
  for (const { plan, differences, wish } of looks) {
    const first = differences[0]?.start ?? wish.horizon
    const days = Math.floor((first - wish.now) / DAY)
    if (plan.patched !== undefined) {
      io.err.write(`${clean(wish.rotation.id)}: what is filled in reaches for ${days} days\n`)
    }
    const isTail = plan.isOnlyPatched && first >= plan.reach && plan.reach > wish.now
    if (plan.requests.length > 0 && !(isTail && days >= LEAST_DAYS)) exit = 1
    if (differences.length > 0 && !isTail) exit = 1
  }
  return exit
}
