/**
 * Layers that follow one another made into one whose members come and go, those of one order in several windows into
 * one as well, and layers that say nothing more left out. Each step is kept only where it changes nobody's turn.
 */
import type { Interval } from '../../time/interval.ts'
import type { Moment } from '../../time/written.ts'
import { joinedOrder, turned } from '../../model/order.ts'
import { ENDLESS, type Layer, type Member } from '../../model/rotation.ts'
import { patternOf } from '../../timeline/layer.ts'
import { turnsWithin } from '../../timeline/rotation.ts'
import { agree } from '../slices.ts'
import { draftOf, fromTurn, isAlike, layerOf, rotationOf, saidBy } from './draft.ts'

/** The layers made simpler for as long as that changes nobody's turn. */
export function simplified(layers: readonly Layer[], within: Interval): Layer[] {
  let all = [...layers]
  for (let next = step(all, within); next !== undefined; next = step(all, within)) all = next
  return all.map(always)
}

/** Without turns where the same people hold each of them. */
function always(layer: Layer): Layer {
  const { handoff: _, ...rest } = layer
  const isAlone = layer.members.length === 1 && datesIn(layer.members) === 0
  return isAlone ? { ...rest, turn: ENDLESS } : layer
}

function step(layers: readonly Layer[], within: Interval): Layer[] | undefined {
  const isSaid = isSaidBy(layers, within)
  for (const [i, layer] of layers.entries()) {
    const others = layers.toSpliced(i, 1)
    if (layer.start.instant < within.end && isSaid(others)) return others
  }
  for (const [i, layer] of layers.entries()) {
    const longer = withLongerTurns(layer)
    if (longer !== undefined && isSaid(layers.with(i, longer))) return layers.with(i, longer)
  }
  for (const [i, layer] of layers.entries()) {
    for (const [j, other] of layers.entries()) {
      const wider = i === j ? undefined : overBoth(layer, other)
      const all = wider && layers.with(i, wider).toSpliced(j, 1)
      if (all !== undefined && isSaid(all)) return all
    }
  }
  for (const [i, first] of layers.entries()) {
    for (const [j, second] of layers.entries()) {
      if (first.end?.instant !== second.start.instant) continue
      if (!isAlike(draftOf(first), draftOf(second))) continue
      for (const joint of joints(first, second)) {
        const [upper, lower] = [layers.with(j, joint), layers.with(i, joint)]
        if (isSaid(upper.toSpliced(i, 1))) return upper.toSpliced(i, 1)
        if (isSaid(lower.toSpliced(j, 1))) return lower.toSpliced(j, 1)
      }
    }
  }
  return undefined
}

/** A layer that is active in the windows of both, for people who are on call on weekdays and at the weekend after. */
function overBoth(layer: Layer, other: Layer): Layer | undefined {
  const isWindowed = layer.during.length > 0 && other.during.length > 0
  const isOneLife = layer.end?.instant === other.end?.instant
  if (!isWindowed || !isOneLife || layer.turn.unit === 'shifts') return undefined
  // What is active always is named after neither window.
  return { ...layer, name: layer.name === other.name ? layer.name : '', during: [] }
}

/** One turn of three days for a name three times in a row, where everybody is named so often. */
function withLongerTurns(inTurn: Layer): Layer | undefined {
  if (datesIn(inTurn.members) > 0) return undefined
  const layer = fromFirst(inTurn)
  const { members, turn } = layer
  const firsts = members.flatMap((member, i) => (isOne(members[i - 1], member) ? [] : [i]))
  const times = (firsts[1] ?? 1) - (firsts[0] ?? 0)
  const isEven = firsts.length * times === members.length
  if (times < 2 || !isEven || firsts.some((first, i) => first !== i * times)) return undefined
  const count = turn.count * times
  const isWeeks = turn.unit === 'days' && count % 7 === 0
  return {
    ...layer,
    turn: isWeeks ? { count: count / 7, unit: 'weeks' } : { ...turn, count },
    members: firsts.flatMap((first) => members[first] ?? []),
  }
}

/** The same from where the first name began, if the list begins in the middle of a row of it. */
function fromFirst(layer: Layer): Layer {
  const { members, turn } = layer
  const others = members.findLastIndex((member) => !isOne(members[0], member))
  const back = members.length - 1 - others
  return others === -1 || back === 0 || turn.unit === 'shifts'
    ? layer
    : layerOf(fromTurn(draftOf(layer), -back))
}

function isSaidBy(
  layers: readonly Layer[],
  within: Interval,
): (others: readonly Layer[]) => boolean {
  const goal = saidBy(rotationOf(layers), within)
  return (others) => agree(saidBy(rotationOf(others), within), goal)
}

/** What the two could be as one, the fewest dates first: the second from earlier on, or a roster that changes. */
function joints(first: Layer, second: Layer): Layer[] {
  const at = second.start
  const { end: _, ...rest } = first
  const before = patternOf(first).turns.at(at.instant)
  const rosters = second.members
    .map((_, turn) => merged(first.members, turned(second.members, turn), at))
    .sort((a, b) => datesIn(a) - datesIn(b))
  return [turned(second.members, -before), ...rosters].map((members) => ({
    ...rest,
    name: second.name || first.name,
    members,
    ...(second.end && { end: second.end }),
  }))
}

function datesIn(members: readonly Member[]): number {
  return members.filter(({ from, until }) => from !== undefined || until !== undefined).length
}

/** A list in which everybody of the first leaves who is not in the second, and everybody else of the second comes. */
function merged(first: readonly Member[], second: readonly Member[], at: Moment): Member[] {
  return joinedOrder(first, second, isOne).map(([a, b]): Member => {
    if (a === undefined) return { ...b, from: at }
    const until = b === undefined ? (a.until ?? at) : b.until
    return until === undefined ? a : { ...a, until }
  })
}

function isOne(a: Member | undefined, b: Member): boolean {
  return a !== undefined && a.until === undefined && a.people.join() === b.people.join()
}

/** Layers that others lie on top of whenever they are active, apart from the rest. */
export function apart(
  layers: readonly Layer[],
  within: Interval,
): { readonly seen: readonly Layer[]; readonly unseen: readonly Layer[] } {
  const shown = new Set(turnsWithin(rotationOf(layers), within).map(({ layer }) => layer))
  const isSeen = (one: Layer): boolean => shown.has(one) || one.start.instant >= within.end
  // What another goes on with is a part of that one.
  const isPart = (one: Layer): boolean =>
    layers.some(
      (next) => next.start.instant === one.end?.instant && isAlike(draftOf(next), draftOf(one)),
    )
  return {
    seen: layers.filter(isSeen),
    unseen: layers.filter((one) => !isSeen(one) && !isPart(one)),
  }
}
