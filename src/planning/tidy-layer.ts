/** What of a layer is long past: the turns before some handoff, at which the order begins anew with the first in the list. */
import { DAY, type Instant } from '../time/instant.ts'
import type { Moment } from '../time/written.ts'
import { applied } from '../model/apply.ts'
import type { Change, EditMembers, NewMember } from '../model/change.ts'
import { endOf, isAlways, type Layer, type Member, type Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { samePeople } from '../timeline/compare.ts'
import { patternOf } from '../timeline/layer.ts'
import { shiftsOf } from '../timeline/shifts.ts'

/** Changes that stand and fall together. */
export interface TidyPart {
  readonly changes: readonly Change[]
  /** Without that one it would be wrong. */
  readonly needs?: TidyPart
}

/** A first handoff stays where it is until it is so long before what must stay, unless an entry of the roster goes by it. */
const RECENT = 275 * DAY

/** As many handoffs back as one is looked for. */
const MOST = 1000

/** What goes in the layers of a rotation, and in those that follow it with them. */
export function layerParts(workspace: Workspace, rotation: Rotation, before: Instant): TidyPart[] {
  const family = [...workspace.rotations.values()].filter(
    ({ layers }) => layers === rotation.layers,
  )
  const back = Math.max(0, ...family.map(({ ahead }) => -ahead))
  const underWay = family.flatMap((one) => shiftsOf(one, { start: before, end: before + 1 }))
  return rotation.layers.flatMap((layer) => {
    // Where all of it is over no handoff is left to begin at.
    const over = Math.min(endOf(layer), endOf(rotation))
    if (isAlways(layer) || over <= before) return []
    // What is not the layer's own may have begun when a turn of it ended: that turn stays.
    const edges = underWay
      .filter((shift) => shift.layer?.name !== layer.name)
      .map(({ start }) => start - 1)
    const last = patternOf(layer).turns.at(Math.min(before, ...edges)) - back
    if (layer.rows !== undefined) return oldRows(rotation, layer, last)
    return oldTurns(workspace, rotation, layer, last, before)
  })
}

/** The rows before one; the last row stays. */
function oldRows({ id }: Rotation, { name, members }: Layer, row: number): TidyPart[] {
  const count = Math.min(row, members.length - 1)
  if (count <= 0) return []
  const one = { kind: 'remove-row', rotation: id, layer: name } as const
  return [{ changes: Array.from({ length: count }, () => one) }]
}

function oldTurns(
  workspace: Workspace,
  rotation: Rotation,
  layer: Layer,
  last: number,
  before: Instant,
): TidyPart[] {
  const { turns, roster } = patternOf(layer)
  for (let turn = last; turn >= Math.max(0, last - MOST); turn -= 1) {
    const holder = roster.holderOf(turn)
    // From the first in the list on, all goes round as it would have.
    if (holder === undefined || roster.at(turn)[0] !== holder) continue
    const at = turns.startOf(turn)
    const parts = partsAt(rotation, layer, turn, at)
    const isWorth = parts.hasEntries || layer.start.instant < before - RECENT
    if (turn > 0 && !isWorth) continue
    const changes = parts.all.flatMap((part) => part.changes)
    if (changes.length === 0) return []
    if (isSameFrom(workspace, rotation, layer, turn, changes)) return parts.all
  }
  return []
}

/** The handoff as the first, without the entries that are over by then; and those that have come by then without their date. */
function partsAt(
  { id }: Rotation,
  layer: Layer,
  turn: number,
  at: Instant,
): { readonly all: TidyPart[]; readonly hasEntries: boolean } {
  const { members, zone, name } = layer
  const isOver = ({ until }: Member): boolean => until !== undefined && until.instant <= at
  const isDated = ({ from }: Member): boolean => from !== undefined && from.instant <= at
  const edit = (place: number, fresh: readonly NewMember[]): EditMembers => ({
    kind: 'edit-members',
    rotation: id,
    layer: name,
    at: place,
    how: 'replace',
    members: fresh,
  })
  const gone = members
    .flatMap((member, place) => (isOver(member) ? [edit(place, [])] : []))
    // From the end on, so that no place moves that is still to come.
    .reverse()
  const start: Moment = { wall: zone.wallAt(at), instant: at }
  const moved: Change[] =
    turn === 0 ? [] : [{ kind: 'move-start', rotation: id, layer: name, start }]
  const first: TidyPart = { changes: [...gone, ...moved] }
  const left = members.filter((member) => !isOver(member))
  const undated = left.flatMap((member, place): TidyPart[] => {
    const { people, until } = member
    const fresh = { people, ...(until !== undefined && { until }) }
    return isDated(member) ? [{ changes: [edit(place, [fresh])], needs: first }] : []
  })
  return {
    all: [...(first.changes.length > 0 ? [first] : []), ...undated],
    hasEntries: gone.length + undated.length > 0,
  }
}

/** So far ahead turns are compared: all leap years and longest months come by. */
const AHEAD = 4500 * DAY

/** Whether a layer after changes has the same turns and holders as it has from a turn on. */
function isSameFrom(
  workspace: Workspace,
  { id }: Rotation,
  layer: Layer,
  turn: number,
  changes: readonly Change[],
): boolean {
  const then = applied(workspace, changes)
    .rotations.get(id)
    ?.layers.find(({ name }) => name === layer.name)
  if (then === undefined || then.members.length === 0) return false
  const [was, is] = [patternOf(layer), patternOf(then)]
  const from = was.turns.startOf(turn)
  // One by one at first, then further and further ahead.
  for (let k = 0; ; k += 1 + Math.floor(k / 60)) {
    const at = is.turns.startOf(k)
    if (was.turns.startOf(turn + k) !== at) return false
    if (at > from + AHEAD) return true
    const [a, b] = [was.roster.holderOf(turn + k), is.roster.holderOf(k)]
    const isSame =
      (a === undefined) === (b === undefined) && samePeople(a?.people ?? [], b?.people ?? [])
    if (!isSame) return false
  }
}
