/** What `rotate pull` sees: what was made by hand in a service, in the words of the file, and what the next sync will do. */
import { touches } from '../time/interval.ts'
import type { Verdict } from '../model/plan.ts'
import type { Workspace } from '../model/workspace.ts'
import { markedWith } from '../sync/fingerprints.ts'
import { lookAs, type Look as Looked } from '../sync/look.ts'
import { planPull, type RotationPull } from '../sync/pull/plan.ts'
import { usersIn } from '../sync/pull/words.ts'
import { verdictOf } from '../sync/steps.ts'
import type { Io } from '../io/io.ts'
import { sayRefusals } from '../views/sync.ts'
import { isOn, type Exit, type Input } from './command.ts'
import { conversation, lookAtAll, type Conversation } from './conversation.ts'
import type { Access } from './pagerduty.ts'
import type { Session } from './session.ts'

/** What there is, and what it comes to. */
export interface Seen {
  readonly talk: Conversation
  readonly looks: readonly Looked[]
  readonly pulls: readonly RotationPull[]
}

/** Reads a service, and says what there is in the words of the file. */
export async function lookedAt(
  input: Input,
  io: Io,
  session: Session,
  access: Access,
): Promise<Seen | Exit> {
  const leave = { isWhole: false, mayAdopt: false, mayRewrite: false }
  const talk = await conversation(input, io, session, access, leave)
  if (talk === undefined) return 2
  const { service, found, who } = talk
  if (found.refusals.length > 0) {
    io.err.write(sayRefusals(found.refusals, session.look))
    io.err.write(`Nothing was written: pull is for schedules that 'rotate sync' looks after.\n`)
    if (found.refusals.some(({ code }) => code === 'gone')) return 2
    return isOn(input, 'dryRun') ? 0 : 1
  }
  const looks = await lookAtAll(talk)
  await who.meet(looks.flatMap(({ plan }) => usersIn(plan.foreign)))
  const makers = await makersIn(talk, looks, session.workspace, io)
  return { talk, looks, pulls: looks.map((one) => planPull(service, one, who, makers)) }
}

/** The names of whoever made what is foreign, by the ids of items, as far as the service tells. */
async function makersIn(
  { service, who }: Conversation,
  looks: readonly Looked[],
  { people }: Workspace,
  io: Io,
): Promise<ReadonlyMap<string, string>> {
  const makers = new Map<string, string>()
  for (const { schedule, plan } of looks) {
    if (schedule === undefined || plan.foreign.length === 0) continue
    for (const [item, { id, name }] of await service.makers(schedule, plan.foreign, io.now())) {
      makers.set(item, people.get(who.personOf(id) ?? '')?.name ?? name)
    }
  }
  return makers
}

/** What the next sync will find of a rotation. */
export interface After {
  readonly look: Looked
  /** Where PagerDuty shows somebody else than the file then says, in what is pulled. */
  readonly verdict: Verdict
  readonly isFull: boolean
}

/** Plans as the next sync will, with the files and marks as they are to be. */
export function foreseen(
  { talk: { service, settings, who }, looks, pulls }: Seen,
  { rotations: then }: Workspace,
): After[] {
  return looks.flatMap((look, i) => {
    const { prints, items } = pulls[i] as RotationPull
    const { schedule, wish } = look
    const rotation = then.get(wish.rotation.id)
    if (prints.size === 0 || schedule === undefined || rotation === undefined) return []
    const { mostLetters } = service.about(schedule.kind)
    const description = markedWith(schedule, prints, wish.now, mostLetters)
    const next = lookAs(service, look, rotation, description, settings)
    const brought = items.filter(({ becomes }) => becomes !== 'left')
    const differences = next.differences.filter((one) => brought.some((item) => touches(item, one)))
    return [
      {
        look: next,
        verdict: verdictOf({ ...next, differences }, who.nameOf),
        isFull: Array.from(description).length > mostLetters,
      },
    ]
  })
}
