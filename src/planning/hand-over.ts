/** Somebody's time given to somebody else, as overrides: what changes say it, and what they are to do. */
import { joined, touches, without, type Interval } from '../time/interval.ts'
import type { OverrideChange } from '../model/change.ts'
import type { Override, Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { compare } from '../timeline/compare.ts'
import { timelineOf } from '../timeline/rotation.ts'
import { unlike } from './exchange.ts'
import type { Held, Piece } from './held.ts'
import type { Exchange } from './proposal.ts'

export interface HandedOver {
  readonly changes: readonly OverrideChange[]
  readonly exchanges: readonly Exchange[]
}

export interface Told {
  readonly from: string
  readonly to: string
  readonly why: string
}

/**
 * What somebody holds, given to another. Where they hold all of a stretch alone, an override replaces whoever is there;
 * else, and where windows open and close, only them, so that nobody comes on call at times that were not theirs. What
 * an override did that said just the opposite is undone by taking it out. What lies `apart` is left out of each override:
 * there they come on call in the same go.
 */
export function handOver(
  workspace: Workspace,
  held: Held,
  { from, to, why }: Told,
  apart: readonly Interval[] = [],
): HandedOver {
  const { rotation, pieces } = held
  const exchanges = pieces.map(({ start, end, people }) => ({
    rotation: rotation.id,
    start,
    end,
    before: people,
    // Whoever is there already goes on alone.
    after: [...new Set(people.map((id) => (id === from ? to : id)))],
  }))
  const own = timelineOf(rotation, held).filter(({ people }) => people.includes(from))
  const others = without(joined(own), joined(pieces))
  const changes = grouped(pieces, [...others, ...apart]).map((group): OverrideChange => {
    const { start, end } = hullOf(group)
    const undone = rotation.overrides.find(
      (override) =>
        override.start === start &&
        override.end === end &&
        undoes(workspace, rotation, override, { from, to }, exchanges),
    )
    if (undone !== undefined) {
      const { place: _, dateOnlyTo: __, ...override } = undone
      return { kind: 'remove-override', rotation: rotation.id, override }
    }
    const insteadOf = isWhole(group, from) ? undefined : from
    return {
      kind: 'add-override',
      rotation: rotation.id,
      override: {
        kind: 'replace',
        people: [to],
        ...(insteadOf !== undefined && { insteadOf }),
        start,
        end,
        why,
      },
    }
  })
  return { changes, exchanges }
}

/** Pieces between which the person holds nothing else: one override with `instead_of` can speak of each group. */
function grouped(pieces: readonly Piece[], others: readonly Interval[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    const between = last && { start: last.at(-1)?.end ?? 0, end: piece.start }
    const isApart = between && others.some((other) => touches(other, between))
    if (last === undefined || isApart === true) groups.push([piece])
    else last.push(piece)
  }
  return groups
}

function hullOf(group: readonly Piece[]): Interval {
  return { start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 }
}

/** Whether somebody is on call alone and without a break, by no windows that may be moved one day. */
function isWhole(group: readonly Piece[], person: string): boolean {
  return group.every(
    ({ start, people, layer }, i) =>
      people.length === 1 &&
      people[0] === person &&
      (layer === null || layer.during.length === 0) &&
      (i === 0 || group[i - 1]?.end === start),
  )
}

/** Whether an override gave just this the other way round, and nothing else: without it all is as it is to be. */
function undoes(
  { rotations }: Workspace,
  rotation: Rotation,
  override: Override,
  { from, to }: { readonly from: string; readonly to: string },
  exchanges: readonly Exchange[],
): boolean {
  const { kind, people, insteadOf, place } = override
  if (kind !== 'replace' || people.length !== 1 || people[0] !== from) return false
  if (insteadOf !== undefined && insteadOf !== to) return false
  const isShared = [...rotations.values()].some(
    (other) =>
      other !== rotation &&
      other.overrides.some(
        (each) => each.place.source === place.source && each.place.from === place.from,
      ),
  )
  if (isShared) return false
  const left = { ...rotation, overrides: rotation.overrides.filter((each) => each !== override) }
  const differences = compare(timelineOf(rotation, override), timelineOf(left, override), override)
  const wanted = exchanges.filter((each) => touches(each, override))
  return unlike(differences, wanted).length === 0
}
