/** `rotate member`: somebody joins or leaves a roster, from the first handoff on that moves no turn under way. */
import { DAY, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Moment } from '../time/written.ts'
import { applied } from '../model/apply.ts'
import type { EditMembers, NewMember } from '../model/change.ts'
import { endOf, isAlways, type Layer, type Member, type Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { samePeople } from '../timeline/compare.ts'
import { dateForHandoff, patternOf } from '../timeline/layer.ts'
import { Roster } from '../timeline/roster.ts'
import type { Proposal, Trouble } from './proposal.ts'
import { troublesOf } from './troubles.ts'

/** As far ahead as it is looked whether somebody is on call twice. */
const AHEAD = 180 * DAY

/** What a roster dealt anew is asked for. */
const DEALT = ['busy', 'not-in-team'] as const

export interface RosterAsked {
  /** The id of the person. */
  readonly person: string
  /** The rotation that has the layer itself, and the layer. */
  readonly rotation: Rotation
  readonly layer: Layer
  /** Not before then; the first handoff that moves nothing where left out. */
  readonly from?: Instant
}

export interface RosterEdit extends Proposal {
  readonly changes: readonly EditMembers[]
  /** When it begins; undefined where the layer has not begun yet, or nothing is to be done. */
  readonly at: Instant | undefined
  readonly isDone: boolean
}

export type NoRosterEdit =
  | { readonly no: 'no-member'; readonly person: string }
  | { readonly no: 'last'; readonly person: string }
  | { readonly no: 'no-handoff' }

/** The layers of a rotation in which people take turns one after the other. */
export function rosterLayers({ layers }: Rotation): Layer[] {
  return layers.filter((layer) => layer.rows === undefined && !isAlways(layer))
}

/** The rotations in which somebody has time to come in a layer without turns to leave: a table, or theirs always. */
export function withoutTurns({ rotations }: Workspace, person: string, now: Instant): Rotation[] {
  return [...rotations.values()].filter((rotation) => {
    if (rotation.follows !== undefined || endOf(rotation) <= now) return false
    const known = rosterLayers(rotation)
    return rotation.layers.some((layer) => !known.includes(layer) && isHeldFrom(layer, person, now))
  })
}

/** Whether a turn of a layer that is not over is somebody's. */
function isHeldFrom(layer: Layer, person: string, now: Instant): boolean {
  if ((layer.end?.instant ?? Infinity) <= now) return false
  const { turns, roster } = patternOf(layer)
  const last = layer.rows === undefined ? 0 : layer.rows.length - 1
  for (let k = Math.max(0, turns.at(now)); k <= last; k += 1)
    if (turns.endOf(k) > now && roster.holderOf(k)?.people.includes(person) === true) return true
  return false
}

/** Somebody comes: behind `after`, else just before the present holder, so after everybody else has had a turn. */
export function planJoin(
  workspace: Workspace,
  asked: RosterAsked & { readonly after?: string },
  now: Instant,
): RosterEdit | NoRosterEdit {
  const { person, layer, after } = asked
  const { members } = layer
  if (members.some((member) => member.people.includes(person) && isStaying(member, now))) {
    return nothing
  }
  const { turns, roster } = patternOf(layer)
  const current = turns.at(now)
  const holder = roster.holderOf(current)
  const place = holder === undefined ? members.length : members.indexOf(holder)
  const behind =
    after === undefined
      ? -1
      : members.findLastIndex((member) => member.people.includes(after) && isStaying(member, now))
  if (after !== undefined && behind < 0) return { no: 'no-member', person: after }
  const at = after === undefined ? place : behind + 1
  const edit = (date: Moment | undefined): EditMembers => ({
    kind: 'edit-members',
    rotation: asked.rotation.id,
    layer: layer.name,
    at,
    how: 'insert',
    members: [{ people: [person], ...(date !== undefined && { from: date }) }],
  })
  return planned(workspace, asked, (date) => [edit(date)], now)
}

/** Somebody goes; of a pair the other stays. */
export function planLeave(
  workspace: Workspace,
  asked: RosterAsked,
  now: Instant,
): RosterEdit | NoRosterEdit {
  const { person, layer } = asked
  const mine = layer.members.flatMap((member, at) =>
    member.people.includes(person) && isStaying(member, now) ? [{ member, at }] : [],
  )
  const open = mine.filter(({ member }) => member.until === undefined)
  if (mine.length === 0) return { no: 'no-member', person }
  if (open.length === 0) return nothing
  const others = layer.members.filter((member) => !open.some((each) => each.member === member))
  const isLast =
    !others.some((member) => isStaying(member, now)) &&
    open.every(({ member }) => member.people.length === 1)
  if (isLast) return { no: 'last', person }
  const places = open.map(({ at }) => at)
  return planEntries(workspace, asked, places, (member, date) => without(member, person, date), now)
}

/** Entries of a roster in other words, from the first handoff on from which it moves no turn under way. */
export function planEntries(
  workspace: Workspace,
  asked: RosterAsked,
  places: readonly number[],
  become: (member: Member, date: Moment | undefined) => NewMember[],
  now: Instant,
): RosterEdit | NoRosterEdit {
  const { rotation, layer } = asked
  // From the end on, so that no place moves that is still to come.
  const lastFirst = [...places].sort((a, b) => b - a)
  const edits = (date: Moment | undefined): EditMembers[] =>
    lastFirst.flatMap((at): EditMembers[] => {
      const member = layer.members[at]
      if (member === undefined) return []
      return [
        {
          kind: 'edit-members',
          rotation: rotation.id,
          layer: layer.name,
          at,
          how: 'replace',
          members: become(member, date),
        },
      ]
    })
  return planned(workspace, asked, edits, now)
}

/** What is left of an entry when somebody goes. */
function without({ people, from }: Member, person: string, date: Moment | undefined): NewMember[] {
  const rest = people.filter((id) => id !== person)
  const first = { ...(from !== undefined && { from }) }
  const isBegun = date !== undefined && (from === undefined || from.instant < date.instant)
  const stays = rest.length === 0 ? [] : [{ people: rest, ...(isBegun ? { from: date } : first) }]
  return isBegun ? [{ people, ...first, until: date }, ...stays] : stays
}

const nothing: RosterEdit = {
  changes: [],
  meant: { kind: 'from', starts: [] },
  against: [],
  at: undefined,
  isDone: true,
}

/** The edit with the date of the first handoff from which on it moves no turn under way, of those that follow either. */
function planned(
  workspace: Workspace,
  { person, rotation, layer, from }: RosterAsked,
  edits: (date: Moment | undefined) => EditMembers[],
  now: Instant,
): RosterEdit | NoRosterEdit {
  const { turns, roster } = patternOf(layer)
  const family = [...workspace.rotations.values()].filter(
    ({ layers }) => layers === rotation.layers,
  )
  const current = turns.at(now)
  const furthest = Math.max(0, ...family.map(({ ahead }) => ahead))
  const isBegun = current >= 0
  const last = isBegun ? current + furthest : -1
  let turn = Math.max(0, current + 1)
  if (from !== undefined) while (turns.startOf(turn) < from) turn += 1
  for (let tries = 0; tries <= furthest + 1; tries += 1, turn += 1) {
    const at = turns.startOf(turn)
    if (at === Infinity) return { no: 'no-handoff' }
    const date = isBegun || from !== undefined ? dateForHandoff(layer, at) : undefined
    const changes = edits(date)
    const then = applied(workspace, changes)
    const wanted = then.rotations.get(rotation.id)?.layers.find(({ name }) => name === layer.name)
    if (wanted === undefined) return { no: 'no-handoff' }
    // The turns of today of whoever follows are those of the rotation up to so many ahead.
    const order = new Roster(wanted.members, turns)
    const moves = (k: number): boolean =>
      !samePeople(roster.holderOf(k)?.people ?? [], order.holderOf(k)?.people ?? [])
    let k = Math.max(0, current)
    while (k <= last && !moves(k)) k += 1
    if (k <= last) continue
    const starts = family.map(({ id, ahead }) => ({
      rotation: id,
      from: isBegun ? turns.startOf(Math.max(current + 1, turn - ahead)) : now,
    }))
    const against = troublesDealt(workspace, then, person, { start: now, end: now + AHEAD })
    return {
      changes,
      meant: { kind: 'from', starts },
      against,
      at: date === undefined ? undefined : at,
      isDone: false,
    }
  }
  return { no: 'no-handoff' }
}

/**
 * Who is on call twice, and was not in these rotations at any time before: a roster dealt anew moves what there was. Who
 * has a turn while away is told by `check`, and covered.
 */
function troublesDealt(
  before: Workspace,
  after: Workspace,
  person: string,
  within: Interval,
): Trouble[] {
  return [...after.people.values()].flatMap((each) => {
    const was = before.people.get(each.id)
    const known = was === undefined ? [] : troublesOf(before, was, within, DEALT)
    return troublesOf(after, each, within, DEALT).filter((trouble) => {
      if (trouble.kind === 'not-in-team')
        return each.id === person && known.every(({ kind }) => kind !== 'not-in-team')
      return (
        trouble.kind === 'busy' &&
        !known.some((one) => one.kind === 'busy' && sameIds(one.rotations, trouble.rotations))
      )
    })
  })
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join()
}

function isStaying({ until }: Member, now: Instant): boolean {
  return until === undefined || until.instant > now
}

/** Several edits of rosters as one: a rotation may differ from the earliest of its edits on. */
export function together(edits: readonly RosterEdit[]): Proposal {
  const starts = new Map<string, Instant>()
  for (const { meant } of edits) {
    if (meant.kind !== 'from') continue
    for (const { rotation, from } of meant.starts)
      starts.set(rotation, Math.min(from, starts.get(rotation) ?? Infinity))
  }
  return {
    changes: edits.flatMap(({ changes }) => changes),
    meant: { kind: 'from', starts: [...starts].map(([rotation, from]) => ({ rotation, from })) },
    against: edits.flatMap(({ against }) => against),
  }
}
