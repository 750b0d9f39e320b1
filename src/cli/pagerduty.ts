/** What commands that speak with PagerDuty share: the way in, whom they need, and words for what breaks. */
import { DAY } from '../time/instant.ts'
import { writeUtc } from '../time/wall.ts'
import type { Workspace } from '../model/workspace.ts'
import { pagerDutyAt, withoutSecrets, WrongClock, type PagerDuty } from '../pagerduty/service.ts'
import type { Users } from '../sync/people.ts'
import { GivenUp, OddAnswer, Refused } from '../sync/service.ts'
import { realWaits } from '../io/deadline.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import { textOf, type Input, type Option } from './command.ts'
import { lengthOf } from './lengths.ts'
import { loginFor } from './login.ts'

export const horizon: Option = {
  flag: '--horizon <length>',
  help: 'how far ahead to look (default: 90 days)',
}

/** The way to PagerDuty. */
export interface Line {
  readonly service: PagerDuty
  /** Says something to whoever looks, on stderr. */
  readonly tell: (text: string) => void
  /** Runs what talks with PagerDuty; where that fails, says so, and what was done until then. */
  readonly talking: <T>(said: () => string, run: () => Promise<T>) => Promise<T>
}

/** The same for what a team looks after. */
export interface Access extends Line {
  readonly team: string
}

/** The way to PagerDuty for a command of that name, of a workspace. */
export async function accessOf(
  name: string,
  { team }: Workspace,
  io: Io,
  does: Does,
  wished: readonly string[] = [],
): Promise<Access> {
  if (team === undefined) {
    throw new Failure(
      `${name} needs the name of the team, which marks its schedules: write 'team: NAME' in the YAML`,
      2,
    )
  }
  return { ...(await lineFor(name, io, does, wished)), team }
}

/** What writes needs more scopes, and a clock that is right. */
export type Does = 'reads' | 'writes' | 'asks whom it pages' | 'reads pages'

/** The way to PagerDuty for a command of that name. */
export async function lineFor(
  name: string,
  io: Io,
  does: Does,
  wished: readonly string[] = [],
): Promise<Line> {
  const login = await loginFor(name, { needed: SCOPES[does], wished }, io)
  const tell = (text: string): void => io.err.write(`${clean(text)}\n`)
  const { now } = io
  const wire = { ...(io.waits ?? realWaits), tell, now, agent: login.agent }
  return {
    service: pagerDutyAt({ ...login, wire, writes: does === 'writes' }),
    tell,
    async talking(said, run) {
      try {
        return await run()
      } catch (error) {
        if (error instanceof WrongClock) throw wrongClock(error, io)
        if (!(error instanceof GivenUp || error instanceof Refused || error instanceof OddAnswer)) {
          throw error
        }
        // The token is in no message, but a server could send it back.
        const what = withoutSecrets(error.message, login.secrets)
        throw new Failure(`${what} (${said()})`, 3)
      }
    },
  }
}

/** What a token of an app is asked for, and no more; docs/pagerduty.md has the table. */
const SCOPES: Readonly<Record<Does, readonly string[]>> = {
  reads: ['schedules.read', 'users.read'],
  writes: ['schedules.read', 'users.read', 'schedules.write'],
  'reads pages': ['schedules.read', 'users.read', 'escalation_policies.read', 'incidents.read'],
  'asks whom it pages': ['schedules.read', 'users.read', 'oncalls.read'],
}

function wrongClock({ clocks }: WrongClock, { env }: Io): Failure {
  const [theirs, ours] = [clocks.theirs, clocks.ours].map((at) => writeUtc(at))
  const isSet = Boolean(env['ROTATE_NOW'])
  const [mine, remedy] = isSet
    ? ['ROTATE_NOW says', 'unset ROTATE_NOW, which is for answers']
    : [`this machine's clock says`, 'set the clock']
  return new Failure(
    `${mine} ${ours} and PagerDuty's clock says ${theirs}: nothing was written (${remedy})`,
    2,
  )
}

/** Says for whom there is no user, all at once. */
export function sayMissing(missing: Users['missing'], io: Io): void {
  for (const { person, why } of missing) {
    io.err.write(`${clean(person.id)}: ${clean(why)}  [unknown-user]\n`)
  }
  io.err.write(
    `Nothing was written: an 'email' that is a user's in PagerDuty, or 'pagerduty: USERID', says who they are.\n`,
  )
}

/** Milliseconds. */
export function horizonOf(input: Input): number {
  const length = lengthOf('horizon', input, ['weeks', 'days']) ?? 90 * DAY
  if (length > 365 * DAY) {
    const text = textOf(input, 'horizon') ?? ''
    throw new Failure(`--horizon '${text}': expected 1 to 365 days, such as '90 days'`, 2)
  }
  return length
}
