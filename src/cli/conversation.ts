/** The conversation with a service that sync and pull share: whom it knows, what there is, and what is asked of whoever looks. */
import type { Rotation } from '../model/rotation.ts'
import { acquaintanceWith, type Acquaintance } from '../sync/acquaintance.ts'
import { locate, type Found } from '../sync/locate.ts'
import { lookAt, wishOf, type Look, type Settings } from '../sync/look.ts'
import { findUsers, peopleNeeded } from '../sync/people.ts'
import type { Service } from '../sync/service.ts'
import type { Io } from '../io/io.ts'
import { rotationsOf } from './chosen.ts'
import type { Input } from './command.ts'
import { horizonOf, sayMissing, type Access } from './pagerduty.ts'
import type { Session } from './session.ts'

/** What is known once people and schedules were found. */
export interface Conversation {
  readonly service: Service
  readonly settings: Settings
  readonly found: Found
  readonly who: Acquaintance
}

/** What a command may do with what it finds. */
export interface Leave {
  /** Whether schedules are looked for whose rotation is gone. */
  readonly isWhole: boolean
  readonly mayAdopt: boolean
  readonly mayRewrite: boolean
}

/** The beginning of a conversation; undefined where somebody is missing in the service, which is said. */
export async function conversation(
  input: Input,
  io: Io,
  session: Session,
  { service, team }: Access,
  { isWhole, mayAdopt, mayRewrite }: Leave,
): Promise<Conversation | undefined> {
  const { people } = session.workspace
  const { rotations: chosen } = rotationsOf(input, session)
  const horizon = horizonOf(input)
  const users = await findUsers(service, peopleNeeded(people, chosen, io.now()), people.values())
  if (users.missing.length > 0) {
    sayMissing(users.missing, io)
    return undefined
  }
  const who = acquaintanceWith(service, users, people)
  const settings: Settings = { team, idOf: who.idOf, horizon, mayRewrite, now: io.now }
  const found = await locate(service, {
    team,
    rotations: chosen,
    workspace: session.workspace,
    isWhole,
    mayAdopt,
    rangeOf: (rotation: Rotation) => wishOf(service, rotation, settings).range,
  })
  return { service, settings, found, who }
}

/** A look at each rotation for which a schedule was found, or is to be made. */
export async function lookAtAll({ service, settings, found }: Conversation): Promise<Look[]> {
  const looks: Look[] = []
  for (const target of found.targets) looks.push(await lookAt(service, target, settings))
  return looks
}

/** Everybody whom a plan may have to name. */
export function usersIn({ plan, schedule }: Look): string[] {
  return [
    ...plan.actual.flatMap(({ who }) => who),
    ...plan.foreign.map(({ user }) => user),
    ...(schedule?.items ?? []).map(({ instead = null }) => instead),
  ].filter((id) => id !== null)
}

/** After so many milliseconds the service is looked at once more: whoever was asked may have thought for long. */
export const LONG = 120_000
