/** `rotate away`: an absence, what it hits, and a roster without whoever is away for long. */
import { DAY, minuteOf, type Instant } from '../time/instant.ts'
import { startOfDay, type Moment } from '../time/written.ts'
import { joined, without, type Interval } from '../time/interval.ts'
import type { NewMember } from '../model/change.ts'
import { roleNamed } from '../model/meeting.ts'
import { awayWithin } from '../model/person.ts'
import { endOf, type Layer, type Member } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { rolesIn, type Led } from '../insight/concerns.ts'
import { patternOf } from '../timeline/layer.ts'
import { holderIn, occurrencesOf } from '../timeline/occurrences.ts'
import { heldWithin } from './cover.ts'
import type { Held } from './held.ts'
import type { Proposal } from './proposal.ts'
import { planEntries, rosterLayers, type RosterAsked, type RosterEdit } from './roster.ts'

/** From so long on, an absence is better said in the roster than by covers one by one. */
export const LONG: number = 60 * DAY

export interface AwayAsked extends Interval {
  /** The id of the person. */
  readonly person: string
  readonly why?: string
}

/** The absence, written; no change where it is known already. Who is on call does not differ by it. */
export function planAway(workspace: Workspace, { person, start, end, why }: AwayAsked): Proposal {
  const known = workspace.people.get(person)
  const all = known === undefined ? [] : awayWithin(known, { start, end }).flat()
  const isKnown = without([{ start, end }], joined(all)).length === 0
  const away = { start, end, ...(why !== undefined && { why }) }
  return {
    changes: isKnown ? [] : [{ kind: 'add-away', person, away }],
    meant: { kind: 'exactly', exchanges: [] },
    against: [],
  }
}

export interface Hit {
  readonly held: readonly Held[]
  /** Their roles in meetings, and who stands in, where anybody does: nobody does for who is on call or named. */
  readonly led: readonly (Led & { readonly standIn: string | null })[]
}

/** What somebody holds and leads in an absence; `after` is the workspace with it. */
export function hitBy(before: Workspace, after: Workspace, asked: AwayAsked, now: Instant): Hit {
  const { person, start, end } = asked
  const within = { start: Math.max(start, minuteOf(now)), end }
  const rotations = [...after.rotations.values()]
  const held = heldWithin({ person, rotations, within, why: '' }, now)
  const led = [...before.meetings.values()].flatMap((meeting) => {
    if (within.start >= within.end) return []
    const then = after.meetings.get(meeting.id)
    const others = then === undefined ? [] : occurrencesOf(after, then, within)
    return occurrencesOf(before, meeting, within).flatMap((occurrence) => {
      const other = others.find(({ due }) => due === occurrence.due)
      return rolesIn(occurrence, person).flatMap((role) => {
        const holder = other === undefined ? null : holderIn(other, role)
        // Whoever leads by being on call, and is not on call any more, is stood in for by nobody.
        if (roleNamed(meeting, role)?.kind === 'on-call' && holder !== person) return []
        return [{ occurrence, role, standIn: holder === person ? null : holder }]
      })
    })
  })
  return { held, led }
}

/** The layers whose roster somebody would leave for the time of an absence. */
export function rostersWith(
  { rotations }: Workspace,
  person: string,
  now: Instant,
): Pick<RosterAsked, 'rotation' | 'layer'>[] {
  return [...rotations.values()]
    .filter(({ follows }) => follows === undefined)
    .flatMap((rotation) =>
      rosterLayers(rotation)
        .filter(({ members }) => openEntries(members, person, now).length > 0)
        .map((layer) => ({ rotation, layer })),
    )
}

/** Somebody leaves a roster for the time of an absence, and comes back in the same place. */
export function planPause(
  workspace: Workspace,
  { person, start, end }: AwayAsked,
  { rotation, layer }: Pick<RosterAsked, 'rotation' | 'layer'>,
  now: Instant,
): RosterEdit | undefined {
  const { turns } = patternOf(layer)
  // The turn in which the absence begins is another's, unless it has begun.
  const first = turns.startOf(Math.max(0, turns.at(start)))
  const from = first > now ? first : start
  const back = momentOf(layer, end)
  const over = Math.min(endOf(layer), endOf(rotation))
  const entries = openEntries(layer.members, person, now)
  const found = planEntries(
    workspace,
    { person, rotation, layer, from },
    entries,
    (member, date) => paused(member, person, date, back.instant < over ? back : undefined),
    now,
  )
  return 'no' in found ? undefined : found
}

function openEntries(members: readonly Member[], person: string, now: Instant): number[] {
  return members.flatMap(({ people, from, until }, at) => {
    const isOpen = people.includes(person) && until === undefined && (from?.instant ?? 0) <= now
    return isOpen ? [at] : []
  })
}

function paused(
  { people, from }: Member,
  person: string,
  date: Moment | undefined,
  back: Moment | undefined,
): NewMember[] {
  const rest = people.filter((id) => id !== person)
  const first = { people, ...(from !== undefined && { from }) }
  const until = back === undefined ? {} : { until: back }
  const meanwhile =
    rest.length === 0 || date === undefined ? [] : [{ people: rest, from: date, ...until }]
  return [
    ...(date === undefined ? [] : [{ ...first, until: date }]),
    ...meanwhile,
    ...(back === undefined ? [] : [{ people, from: back }]),
  ]
}

/** When an absence is over: the nearest midnight of the layer's zone, where no turn begins between the two; else the time. */
function momentOf(layer: Layer, at: Instant): Moment {
  const { zone } = layer
  const { turns } = patternOf(layer)
  const wall = zone.wallAt(at)
  const day = Math.round(wall / DAY)
  const midnight = startOfDay(zone, day)
  const isSame = turns.at(Math.min(at, midnight) - 1) === turns.at(Math.max(at, midnight) - 1)
  return isSame ? { wall: day * DAY, instant: midnight } : { wall, instant: at }
}
