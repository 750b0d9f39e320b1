/** `rotate sync` */
import { join } from 'node:path'
import type { Verdict } from '../model/plan.ts'
import type { Look as Looked } from '../sync/look.ts'
import { verdictOf } from '../sync/steps.ts'
import { realWaits } from '../io/deadline.ts'
import type { Io } from '../io/io.ts'
import { locked } from '../io/lock.ts'
import { writeJson } from '../views/json.ts'
import { sayRefusals, sayVerdict, sayWarnings, syncJson, type Warning } from '../views/sync.ts'
import { sayPlan } from '../views/sync-plan.ts'
import { isOn, type Command, type Exit, type Input } from './command.ts'
import { conversation, LONG, usersIn, type Conversation } from './conversation.ts'
import { unasked } from './unasked.ts'
import { answering, quiet, rotations } from './options.ts'
import { accessOf, type Access } from './pagerduty.ts'
import { Progress } from './progress.ts'
import { openForWriting, type Session } from './session.ts'
import { carriedOut } from './sync-apply.ts'
import { checked } from './sync-check.ts'
import { sayLeft } from './sync-deletions.ts'
import { exitFor, planned, type Plan } from './sync-plan.ts'
import { tellOldZoneData } from './zone-data.ts'

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
    quiet,
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
    tellOldZoneData(session.workspace, io)
    const isReading = isOn(input, 'dryRun') || isOn(input, 'check')
    const access = await accessOf('sync', session.workspace, io, isReading ? 'reads' : 'writes')
    const { tell, talking } = access
    const progress = new Progress(io.err.isTerminal ? tell : () => {})
    const run = (): Promise<Exit> => synced(input, io, session, access, progress)
    return talking(
      () => progress.said(),
      () => (isReading ? run() : locked(join(session.folder, '.rotate.lock'), tell, run)),
    )
  },
}

const NOTHING_PRUNED =
  '--prune finds nothing to delete: schedules whose rotation is gone are looked for where no rotation is named ' +
  "('rotate sync --prune')\n"

async function synced(
  input: Input,
  io: Io,
  session: Session,
  access: Access,
  progress: Progress,
): Promise<Exit> {
  const { look } = session
  const talk = await conversation(input, io, session, access, {
    isWhole: input.words.length === 0,
    mayAdopt: isOn(input, 'adopt'),
    mayRewrite: isOn(input, 'rewrite'),
  })
  if (talk === undefined) return 2
  const { elapsed } = io.waits ?? realWaits
  const started = elapsed()
  const plan = await planned(talk, input)
  if (!isOn(input, 'prune')) io.err.write(sayLeft(talk.found))
  else if (input.words.length > 0 && plan.doomed.length === 0) io.err.write(NOTHING_PRUNED)
  if (!isOn(input, 'json')) io.out.write(sayPlan(plan.steps, look))
  const exit = unwritten(input, io, session, talk, plan)
  if (exit !== undefined) return exit
  const no = plan.isWork ? await unasked(input, io, 'Write this to PagerDuty? [y/N] ') : undefined
  if (no !== undefined) return no

  const isLate = elapsed() - started > LONG
  const done = await carriedOut(talk, plan, isLate, progress, io, look)
  await talk.who.meet(done.looks.flatMap(usersIn))
  report(input, io, session, plan, done.refusals, verdictsOn(talk, done.looks))
  io.err.write(sayWarnings(warningsOn(talk, done.looks)))
  return done.exit
}

/** What is said and answered where nothing is to be written; undefined where something may be. */
function unwritten(
  input: Input,
  io: Io,
  session: Session,
  talk: Conversation,
  plan: Plan,
): Exit | undefined {
  const say = (verdicts: readonly Verdict[]): void => report(input, io, session, plan, [], verdicts)
  if (plan.refusals.length > 0) {
    io.err.write(sayRefusals(plan.refusals, session.look))
    io.err.write('Nothing was written.\n')
    say([])
    return exitFor(plan.refusals, input)
  }
  if (isOn(input, 'dryRun')) {
    say(plan.isWork ? [] : verdictsOn(talk, plan.looks))
    if (plan.isWork && !isOn(input, 'json')) io.out.write('\nNothing was written (--dry-run).\n')
    return 0
  }
  if (!isOn(input, 'check')) return undefined
  say(verdictsOn(talk, plan.looks))
  return checked(plan.looks, plan.doomed.length > 0, io)
}

/** Says what is true in the end. */
function report(
  input: Input,
  io: Io,
  { look }: Session,
  { steps, refusals }: Plan,
  newly: Plan['refusals'],
  verdicts: readonly Verdict[],
): void {
  if (isOn(input, 'json')) {
    io.out.write(writeJson(syncJson(steps, [...refusals, ...newly], verdicts)))
    return
  }
  if (steps.length > 0 && verdicts.length > 0) io.out.write('\n')
  for (const verdict of verdicts) io.out.write(sayVerdict(verdict, look))
}

function verdictsOn({ who }: Conversation, looks: readonly Looked[]): Verdict[] {
  return looks.map((one) => verdictOf(one, who.nameOf))
}

/** What may be otherwise than people think, of schedules that agree. */
function warningsOn({ service }: Conversation, looks: readonly Looked[]): Warning[] {
  const pagesNobody = 'no escalation policy uses this schedule, so it pages nobody'
  return looks.flatMap(({ schedule, wish }) => {
    if (schedule === undefined) return []
    const all = [
      ...service.hintsOn(wish.rotation, schedule),
      ...(schedule.policies?.length === 0 ? [pagesNobody] : []),
    ]
    return all.map((what) => ({ rotation: wish.rotation.id, what }))
  })
}
