/** `rotate cover`: somebody else takes what one person holds in a stretch; and who could, best first. */
import { DAY, MINUTE, type Instant } from '../time/instant.ts'
import { intersection, joined, type Interval } from '../time/interval.ts'
import type { Person } from '../model/person.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { burdenOf } from '../insight/burden.ts'
import { timelineOf } from '../timeline/rotation.ts'
import { handOver, type HandedOver } from './hand-over.ts'
import { heldOf, isTakenOver, type Held } from './held.ts'
import type { Exactly, Proposal, Trouble } from './proposal.ts'
import { troublesAfter } from './troubles.ts'

/** As far to both sides as it is looked who carries how much. */
const AROUND = 90 * DAY

export interface CoverAsked {
  /** The id of who is to be covered, and in which rotations. */
  readonly person: string
  readonly rotations: readonly Rotation[]
  readonly within: Interval
  readonly why: string
}

/** Somebody who could take it, or could not. */
export interface Candidate {
  readonly person: Person
  /** What speaks against them; somebody whom nothing speaks against could. */
  readonly against: readonly Trouble[]
  /** Whether they take turns in one of these rotations. */
  readonly isMember: boolean
  /** Whether they are on call beside that person all the time: they would go on without them. */
  readonly isBeside: boolean
  /** Of the stretch, how many hours are night on their clock, and how many it has. */
  readonly nightHours: number
  readonly hours: number
  /** How many hours they are on call in the 90 days before and after, and how many of them outside their working hours. */
  readonly load: number
  readonly offHours: number
}

/** What somebody holds in a stretch that is not over, of each of some rotations. */
export function heldWithin({ person, rotations, within }: CoverAsked, now: Instant): Held[] {
  const left = intersection(within, { start: Math.floor(now / MINUTE) * MINUTE, end: Infinity })
  if (left === undefined) return []
  return rotations.flatMap((rotation) => {
    const pieces = timelineOf(rotation, left).filter(({ people }) => people.includes(person))
    return heldOf(rotation, pieces) ?? []
  })
}

/** Those of the rotations in which another has taken over somebody's time in the stretch already. */
export function isCovered({ person, rotations, within }: CoverAsked, by: string): boolean {
  return rotations.some((rotation) =>
    timelineOf(rotation, within).some(
      ({ start, people }) => people.includes(by) && isTakenOver(rotation, by, person, start),
    ),
  )
}

export interface Cover extends Proposal {
  readonly meant: Exactly
}

/** Somebody takes all that another holds in a stretch; where they are on call beside each other, they go on alone. */
export function planCover(
  workspace: Workspace,
  asked: CoverAsked,
  by: string,
  now: Instant,
): Cover {
  const all = heldWithin(asked, now).map((held): HandedOver =>
    handOver(workspace, held, { from: asked.person, to: by, why: asked.why }),
  )
  const changes = all.flatMap((one) => one.changes)
  const exchanges = all.flatMap((one) => one.exchanges)
  const against = troublesAfter(workspace, changes, exchanges)
  return { changes, meant: { kind: 'exactly', exchanges }, against }
}

/**
 * Everybody else, or those who could, who come first: whoever comes in before whoever is there already, members before
 * others, then whoever is awake, then whoever carries least.
 */
export function candidatesFor(
  workspace: Workspace,
  asked: CoverAsked,
  now: Instant,
  which: 'all' | 'who could' = 'all',
): Candidate[] {
  const held = heldWithin(asked, now)
  const stretches = joined(held.flatMap(({ pieces }) => pieces))
  const members = new Set(
    asked.rotations.flatMap(({ layers }) =>
      layers.flatMap((layer) => layer.members.flatMap(({ people }) => people)),
    ),
  )
  const loads = loadsAround(workspace, asked.within)
  const lists = [...workspace.holidays.values()]
  return [...workspace.people.values()]
    .filter(({ id }) => id !== asked.person)
    .map((person) => ({ person, against: planCover(workspace, asked, person.id, now).against }))
    .filter(({ against }) => which === 'all' || against.length === 0)
    .map(({ person, against }): Candidate => {
      const { hours, nightHours } = burdenOf(person, stretches, lists)
      const carried = burdenOf(person, loads.get(person.id) ?? [], lists)
      return {
        person,
        against,
        isMember: members.has(person.id),
        isBeside: held.every(({ pieces }) =>
          pieces.every(({ people }) => people.includes(person.id)),
        ),
        nightHours,
        hours,
        load: carried.hours,
        offHours: carried.offHours,
      }
    })
    .sort(
      (a, b) =>
        Number(a.against.length > 0) - Number(b.against.length > 0) ||
        Number(a.isBeside) - Number(b.isBeside) ||
        Number(b.isMember) - Number(a.isMember) ||
        a.nightHours - b.nightHours ||
        a.offHours - b.offHours ||
        a.load - b.load,
    )
}

/** When everybody is on call around a stretch, over all rotations. */
function loadsAround({ rotations }: Workspace, { start, end }: Interval): Map<string, Interval[]> {
  const within = { start: start - AROUND, end: end + AROUND }
  const all = new Map<string, Interval[]>()
  for (const rotation of rotations.values()) {
    for (const { people, start, end } of timelineOf(rotation, within)) {
      for (const id of people) {
        const own = all.get(id)
        if (own === undefined) all.set(id, [{ start, end }])
        else own.push({ start, end })
      }
    }
  }
  return new Map([...all].map(([id, stretches]) => [id, joined(stretches)]))
}
