/** In which rotation two people trade, where that was not said. */
import type { Instant } from '../time/instant.ts'
import type { Rotation } from '../model/rotation.ts'
import { Failure } from '../io/failure.ts'
import { isTakenOver } from '../planning/held.ts'
import { planSwap } from '../planning/swap.ts'
import { onCallAt } from '../timeline/rotation.ts'
import { Clock } from '../views/clock.ts'
import type { Look } from '../views/look.ts'
import { rotationNamed } from './chosen.ts'
import type { Session } from './session.ts'

interface Traded {
  readonly a: string
  readonly b: string
  readonly at?: Instant
  readonly with?: Instant
}

/** The one that is named; else the one in which they hold something at those times; else the one in which both take turns. */
export function rotationToTrade(
  session: Session,
  { a, b, ...asked }: Traded,
  named: string | undefined,
): Rotation {
  const { look } = session
  if (named !== undefined) return rotationNamed(named, session)
  const all = [...session.workspace.rotations.values()]
  const held = [
    ...(asked.at === undefined ? [] : [heldBy(all, a, b, asked.at, '--at', look)]),
    ...(asked.with === undefined ? [] : [heldBy(all, b, a, asked.with, '--with', look)]),
  ]
  const both = all.filter((rotation) => speaksOf(rotation, a) && speaksOf(rotation, b))
  const common = held.reduce((left, some) => left.filter((one) => some.includes(one)), both)
  // Whoever trades a turn of the rotation trades those of its followers with it.
  const heads = common.filter(({ follows }) => follows === undefined)
  const either = heads.length > 0 ? heads : common
  const possible = either.filter((rotation) => canTrade(session, { a, b, ...asked }, rotation))
  const found = possible.length > 0 ? possible : either
  const [first, second] = found
  if (first === undefined) {
    throw new Failure(
      `${a} and ${b} take turns in no rotation together${held.length > 0 ? ' at that time' : ''}: 'rotate cover' finds somebody who takes a turn`,
      2,
    )
  }
  if (second !== undefined) {
    const ids = found.map(({ id }) => id).join(', ')
    throw new Failure(`${a} and ${b} are both in ${ids}: --rotation names the one that is meant`, 2)
  }
  return first
}

/** Whether there are turns there that they can trade, or have traded. */
function canTrade({ workspace, look }: Session, asked: Traded, rotation: Rotation): boolean {
  return !('no' in planSwap(workspace, { ...asked, rotation, why: '' }, look.now))
}

/** Those in which somebody is on call at an instant, or was until the other took over. */
function heldBy(
  all: readonly Rotation[],
  person: string,
  other: string,
  at: Instant,
  flag: string,
  look: Look,
): Rotation[] {
  const found = all.filter(
    (rotation) =>
      onCallAt(rotation, at).includes(person) || isTakenOver(rotation, other, person, at),
  )
  if (found.length > 0) return found
  throw new Failure(
    `${person} is not on call on ${new Clock(look).say(at)}: ${flag} takes a time in a turn of theirs ('rotate shifts --person ${person}' lists them)`,
    2,
  )
}

/** Whether somebody takes turns there, or has some by an override. */
function speaksOf({ layers, overrides }: Rotation, id: string): boolean {
  return (
    layers.some(({ members }) => members.some(({ people }) => people.includes(id))) ||
    overrides.some(({ people }) => people.includes(id))
  )
}
