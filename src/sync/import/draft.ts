/**
 * Layers of the file as they are drafted from what stands in a service: the people in them are ids of users. What was
 * drafted is held against what the service gives, so nothing here need be more than a good guess.
 */
import { DAY, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { momentAt } from '../../time/written.ts'
import { zoneToWrite } from '../../time/zone-to-write.ts'
import { UTC, type Zone } from '../../time/zone.ts'
import { turned } from '../../model/order.ts'
import { NOWHERE } from '../../model/place.ts'
import type { Layer, Member, Rotation } from '../../model/rotation.ts'
import { patternOf } from '../../timeline/layer.ts'
import { timelineOf } from '../../timeline/rotation.ts'
import type { Stint } from '../schedule.ts'
import { slicesOf, type Slice } from '../slices.ts'

/** As far as anything that recurs is looked at: longer than any roster that people keep takes to go round twice. */
export const FAR: number = 400 * DAY

/** What became of the turns of a schedule. */
export interface Drafted {
  /** From the bottom up. */
  readonly drafts: readonly Draft[]
  readonly odd: readonly Odd[]
}

/** Something that layers cannot say, and what the service renders of it. */
export interface Odd {
  readonly name: string
  readonly why: string
  readonly stints: readonly Stint[]
}

/** A layer of the file in the making. */
export type Draft = Omit<Layer, 'start' | 'end'> & {
  readonly start: Instant
  readonly end: Instant
}

/** The layer of a draft. */
export function layerOf({ start, end, ...rest }: Draft): Layer {
  const { zone } = rest
  return {
    ...rest,
    start: momentAt(start, zone),
    ...(end !== Infinity && { end: momentAt(end, zone) }),
  }
}

/** The draft of a layer. */
export function draftOf({ start, end, ...rest }: Layer): Draft {
  return { ...rest, start: start.instant, end: end?.instant ?? Infinity }
}

/** An entry of a roster; without users it is nobody. */
export function memberOf(users: readonly (string | null)[]): Member {
  return {
    people: [...new Set(users)].filter((user) => user !== null),
    place: NOWHERE,
  }
}

/** A rotation of these layers and nothing else. */
export function rotationOf(layers: readonly Layer[]): Rotation {
  return {
    id: 'draft',
    name: 'draft',
    zone: UTC,
    coverage: 'none',
    layers,
    ahead: 0,
    overrides: [],
    place: NOWHERE,
  }
}

/** Who is on call by a rotation whose people are users. */
export function saidBy(rotation: Rotation, within: Interval): Slice[] {
  const stints = timelineOf(rotation, within).flatMap(({ start, end, people }) =>
    people.map((user) => ({ start, end, user })),
  )
  return slicesOf(stints, within)
}

/** The layer from a later turn of its own on. */
export function fromTurn(draft: Draft, turn: number): Draft {
  const start = patternOf(layerOf(draft)).turns.startOf(turn)
  return { ...draft, start, members: turned(draft.members, turn) }
}

/**
 * The layer so that it counts from `since` on. The past is told from the first handoff after that, or else from the
 * one before; what is to begin in the middle of a turn begins with a layer for the rest of that turn.
 */
export function begun(draft: Draft, since: Instant, now: Instant): Draft[] {
  if (draft.end <= Math.max(since, draft.start)) return []
  if (since <= draft.start) return [draft]
  const { turns } = patternOf(layerOf(draft))
  const turn = turns.at(since)
  if (turns.startOf(turn) === since) return [fromTurn(draft, turn)]
  const next = fromTurn(draft, turn + 1)
  if (since <= now) return [next.start <= now ? next : fromTurn(draft, turn)]
  const whole = fromTurn(draft, turn)
  const before = { start: Math.max(whole.start, now), end: since }
  if (saidBy(rotationOf([layerOf(whole)]), before).every(({ who }) => who.length === 0))
    return [whole]
  const [holder] = whole.members
  const rest: Draft = {
    ...draft,
    name: draft.name === '' ? '' : `${draft.name}, first turn`,
    start: since,
    end: Math.min(next.start, draft.end),
    members: holder === undefined ? [] : [holder],
  }
  return next.start < draft.end ? [rest, next] : [rest]
}

/** Whether two layers go round alike, whoever is in them and whenever they begin. */
export function isAlike(a: Draft, b: Draft): boolean {
  const shape = ({ zone, turn, during }: Draft): string => JSON.stringify([zone.name, turn, during])
  return shape(a) === shape(b)
}

/** The zone of a service's name for it; `UTC` is how people write it. */
export function zoneOf(name: string): Zone | undefined {
  return /^etc\/utc$/i.test(name) ? UTC : zoneToWrite(name)
}
