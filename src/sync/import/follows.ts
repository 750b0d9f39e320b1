/**
 * Rotations of one order, some turns apart, as one that is written and others that follow it. Whether one follows is
 * tried: whoever would be on call must be just who is by its own layer.
 */
import type { Interval } from '../../time/interval.ts'
import type { Layer, Rotation } from '../../model/rotation.ts'
import { patternOf } from '../../timeline/layer.ts'
import { agree } from '../slices.ts'
import { draftOf, FAR, fromTurn, isAlike, layerOf, rotationOf, saidBy } from './draft.ts'

/** The rotations in their order, as many as can be as followers. */
export function following(rotations: readonly Rotation[], within: Interval): Rotation[] {
  const all = [...rotations]
  // A secondary follows the primary, whichever of the two the service names first.
  const order = [...all.keys()].sort((a, b) => Number(isSecond(all[a])) - Number(isSecond(all[b])))
  const leaders: number[] = []
  for (const place of order) {
    const rotation = all[place]
    if (rotation === undefined) continue
    const [best] = leaders
      .flatMap((one) => {
        const leader = all[one]
        const found = leader && leadOf(leader, rotation, within)
        return found === undefined ? [] : [{ one, ...found }]
      })
      .sort((a, b) => Math.abs(a.by) - Math.abs(b.by) || b.by - a.by)
    if (best === undefined) {
      if (rotation.layers.length === 1) leaders.push(place)
      continue
    }
    const leader = { ...best.leader }
    all[best.one] = leader
    for (const [i, one] of all.entries()) {
      if (one.follows === leader.id) all[i] = { ...one, layers: leader.layers }
    }
    all[place] = { ...rotation, layers: leader.layers, ahead: best.by, follows: leader.id }
  }
  return all
}

function isSecond(rotation: Rotation | undefined): boolean {
  return /\b(secondary|tertiary|backup|shadow|second|third)\b/i.test(rotation?.name ?? '')
}

/** How many turns ahead of a leader a rotation is: the smallest number, forward rather than back. */
function leadOf(
  leader: Rotation,
  follower: Rotation,
  within: Interval,
): { readonly leader: Rotation; readonly by: number } | undefined {
  const [theirs, ...more] = leader.layers
  const [own, ...others] = follower.layers
  if (theirs === undefined || own === undefined || more.length + others.length > 0) return undefined
  if (!isAlike(draftOf(theirs), draftOf(own)) || theirs.end?.instant !== own.end?.instant) {
    return undefined
  }
  const count = theirs.members.length
  if (peopleOf(theirs) !== peopleOf(own)) return undefined
  const goal = (range: Interval): ReturnType<typeof saidBy> => saidBy(rotationOf([own]), range)
  const isSaid = (layer: Layer, ahead: number): boolean => {
    const range = whole(layer, within)
    return agree(saidBy({ ...rotationOf([layer]), ahead }, range), goal(range))
  }
  // The same people at the same time are not ahead of each other.
  if (count < 2 || isSaid(theirs, 0)) return undefined
  for (let far = 1; far < count; far += 1) {
    if (isSaid(theirs, far)) return { leader, by: far }
    const layer = begunEarlier(theirs, far, within)
    if (layer !== undefined && isSaid(layer, -far)) {
      return { leader: { ...leader, layers: [layer] }, by: -far }
    }
  }
  return undefined
}

/** Twice through the order, however long that takes. */
function whole(layer: Layer, { start }: Interval): Interval {
  const { turns } = patternOf(layer)
  const begin = Math.max(start, layer.start.instant)
  const rounds = turns.startOf(Math.max(turns.at(begin), 0) + 2 * layer.members.length)
  const end = Math.min(rounds, layer.end?.instant ?? Infinity)
  return { start, end: Math.max(start + FAR, end === Infinity ? 0 : end) }
}

/** A layer that begins so many turns before now that others can be behind it; undefined where it is yet to begin. */
function begunEarlier(layer: Layer, turns: number, within: Interval): Layer | undefined {
  const { start } = within
  const pattern = patternOf(layer)
  if (pattern.turns.at(start) >= turns) return layer
  if (layer.start.instant > start || layer.turn.unit === 'shifts') return undefined
  const earlier = layerOf(fromTurn(draftOf(layer), -turns))
  const [now, then] = [layer, earlier].map((one) => saidBy(rotationOf([one]), whole(layer, within)))
  return agree(now ?? [], then ?? []) ? earlier : undefined
}

function peopleOf({ members }: Layer): string {
  return [...new Set(members.map(({ people }) => people.toSorted().join()))].sort().join(' ')
}
