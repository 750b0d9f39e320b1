/** What `rotate pull` sees: what was made by hand in PagerDuty, in the words of the file, and what the next sync will do. */
import type { Verdict } from '../model/plan.ts'
import type { Workspace } from '../model/workspace.ts'
import { locate } from '../pagerduty/locate.ts'
import { MOST } from '../pagerduty/marker.ts'
import { markedWith } from '../pagerduty/marks.ts'
import { findUsers, peopleNeeded, strangerOf } from '../pagerduty/people.ts'
import { makersOf } from '../pagerduty/pull/makers.ts'
import { planPull, type RotationPull } from '../pagerduty/pull/plan.ts'
import { usersIn } from '../pagerduty/pull/words.ts'
import { verdictOf } from '../pagerduty/steps.ts'
import { lookAt, wishOf, lookAs, type Look as Looked, type Settings } from '../pagerduty/sync.ts'
import type { Io } from '../io/io.ts'
import { sayRefusals } from '../views/sync.ts'
import { chosenOf } from './chosen.ts'
import { isOn, type Exit, type Input } from './command.ts'
import { horizonOf, sayMissing, type Access } from './pagerduty.ts'
import type { Session } from './session.ts'

export interface Seen {
  readonly looks: readonly Looked[]
  readonly pulls: readonly RotationPull[]
  readonly settings: Settings
  readonly nameOf: (user: string) => string
}

/** Reads PagerDuty, and says what there is in the words of the file. */
export async function lookedAt(
  input: Input,
  io: Io,
  session: Session,
  { client, team }: Access,
): Promise<Seen | Exit> {
  const { workspace, look } = session
  const { rotations: chosen } = chosenOf(input, session)
  const everybody = workspace.people
  const needed = peopleNeeded(everybody, chosen, io.now())
  const users = await findUsers(client, needed, everybody.values())
  if (users.missing.length > 0) {
    sayMissing(users.missing, io)
    return 2
  }
  const settings: Settings = {
    team,
    idOf: users.idOf,
    horizon: horizonOf(input),
    mayRewrite: false,
    now: io.now,
  }
  const found = await locate(client, {
    team,
    rotations: chosen,
    known: [...workspace.rotations.keys()],
    isWhole: false,
    mayAdopt: false,
    rangeOf: (rotation) => wishOf(rotation, settings).range,
  })
  if (found.refusals.length > 0) {
    io.err.write(sayRefusals(found.refusals, look))
    io.err.write(`Nothing was written: pull is for schedules that 'rotate sync' looks after.\n`)
    if (found.refusals.some(({ code }) => code === 'gone')) return 2
    return isOn(input, 'dryRun') ? 0 : 1
  }
  const looks: Looked[] = []
  for (const target of found.targets) looks.push(await lookAt(client, target, settings))

  const idOf = new Map(users.idOf)
  const personBy = new Map([...users.idOf].map(([person, id]) => [id, person]))
  const names = new Map(users.names)
  for (const id of new Set(looks.flatMap(({ plan }) => usersIn(plan.foreign)))) {
    if (personBy.has(id)) continue
    const { name, person } = await strangerOf(client, id, everybody.values())
    names.set(id, name)
    if (person === undefined) continue
    idOf.set(person.id, id)
    personBy.set(id, person.id)
  }
  for (const [id, person] of personBy) names.set(id, everybody.get(person)?.name ?? person)
  const nameOf = (user: string): string => names.get(user) ?? user
  const makers = new Map<string, string>()
  for (const { remote, plan } of looks) {
    if (remote === undefined || plan.foreign.length === 0) continue
    for (const [item, { id, name }] of await makersOf(client, remote, plan.foreign, io.now())) {
      makers.set(item, everybody.get(personBy.get(id) ?? '')?.name ?? name)
    }
  }
  const makerOf = (item: string): string | undefined => makers.get(item)
  const known = { makerOf, personOf: (user: string) => personBy.get(user), idOf, nameOf }
  return {
    looks,
    pulls: looks.map((one) => planPull(one, known)),
    settings: { ...settings, idOf },
    nameOf,
  }
}

export interface After {
  readonly id: string
  readonly look: Looked
  /** Where PagerDuty shows somebody else than the file then says, in what is pulled. */
  readonly verdict: Verdict
  readonly isFull: boolean
}

/** Plans as the next sync will, with the files and marks as they are to be. */
export async function foreseen(
  { looks, pulls, settings, nameOf }: Seen,
  { rotations: then }: Workspace,
): Promise<After[]> {
  return looks.flatMap((look, i) => {
    const { prints, items } = pulls[i] as RotationPull
    const { remote, wish } = look
    const rotation = then.get(wish.rotation.id)
    if (prints.size === 0 || remote === undefined || rotation === undefined) return []
    const description = markedWith(remote, prints, wish.now)
    const next = lookAs(look, rotation, description, settings)
    const brought = items.filter(({ becomes }) => becomes !== 'left')
    const differences = next.differences.flatMap((one) =>
      brought.some(({ start, end }) => start < one.end && one.start < end) ? [one] : [],
    )
    return [
      {
        id: rotation.id,
        look: next,
        verdict: verdictOf({ ...next, differences }, nameOf),
        isFull: remote.kind === 'shifts' && Array.from(description).length > MOST,
      },
    ]
  })
}
