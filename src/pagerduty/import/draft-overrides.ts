/** What lies on top of turns in PagerDuty as overrides of the file, in an order in which they give the same. */
import type { Instant } from '../../time/instant.ts'
import { intersection, touches, type Interval } from '../../time/interval.ts'
import type { Override } from '../../model/rotation.ts'
import type { LayerOverride, LayerSchedule, MemberOverride, Remote, Rendered } from '../remote.ts'
import { slicesOf, type Slice } from '../slices.ts'
import type { Odd } from './draft-shifts.ts'
import { NOWHERE } from './draft.ts'

/** Overrides of users: first what stands in for turns that cannot be said, then what people made. */
export function draftOverrides(
  remote: Remote,
  odd: readonly Odd[],
  horizon: Instant,
  now: Instant,
): { readonly filled: readonly (readonly Override[])[]; readonly made: readonly Override[] } {
  const isLayers = remote.kind === 'layers'
  // Rotations and custom shifts add up; of layers the upper one is seen alone.
  const filled = odd.map(({ pieces }) =>
    joined(pieces, horizon).map((piece) =>
      overrideOf(piece, isLayers ? 'replace' : 'add', [piece.user]),
    ),
  )
  return { filled, made: isLayers ? ofLayers(remote, now) : ofShifts(remote, now) }
}

type Held = Interval & { readonly user: string }

/** Those with somebody in them that begin before the horizon, whole, in order; what goes on with the same is one. */
function joined(pieces: Odd['pieces'], horizon: Instant): Held[] {
  const held: Held[] = []
  for (const { start, end, user } of [...pieces].sort((a, b) => a.start - b.start)) {
    if (user === null || start >= horizon) continue
    const before = held.findIndex(
      (one) => one.user === user && one.end >= start && one.start <= start,
    )
    const last = held[before]
    if (last === undefined) held.push({ start, end, user })
    else held[before] = { ...last, end: Math.max(last.end, end) }
  }
  return held
}

function overrideOf(
  { start, end }: Interval,
  kind: Override['kind'],
  people: readonly string[],
  insteadOf?: string,
): Override {
  return { kind, people, ...(insteadOf !== undefined && { insteadOf }), start, end, place: NOWHERE }
}

function ofShifts(
  { customs, overrides, rendered }: Extract<Remote, { kind: 'shifts' }>,
  now: Instant,
): Override[] {
  const isLeft = ({ end }: Interval): boolean => end > now
  const added = joined(customs.filter(isLeft), Infinity).map((one) =>
    overrideOf(one, 'add', [one.user]),
  )
  const replaced = (on: 'lane' | 'custom'): Override[] =>
    overrides
      .filter((one) => isLeft(one) && one[on] !== undefined)
      .flatMap((one) => ofMember(one, rendered))
  // Whoever is replaced in a turn may have a custom shift besides, which comes after that.
  const all = [...replaced('lane'), ...added, ...replaced('custom')]
  // The same person may be replaced alike in several rotations, and the file says it once.
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** In the place of nobody somebody is added, only where a rotation really has an empty turn. */
function ofMember(one: MemberOverride, rendered: readonly Rendered[]): Override[] {
  const { user, instead } = one
  if (user === instead) return []
  if (instead !== null) {
    return [overrideOf(one, 'replace', user === null ? [] : [user], instead)]
  }
  return rendered.flatMap((piece) =>
    piece.override === one.id && piece.user !== null
      ? [overrideOf(piece, 'add', [piece.user])]
      : [],
  )
}

function ofLayers({ overrides, rendered }: LayerSchedule, now: Instant): Override[] {
  const left = overrides.filter(({ end }) => end > now)
  return inOrder(left, rendered).map((one) => overrideOf(one, 'replace', [one.user]))
}

/** Of two that overlap the newer one counts, which is the one that is rendered there; it goes behind the other. */
function inOrder(
  overrides: readonly LayerOverride[],
  rendered: LayerSchedule['rendered'],
): LayerOverride[] {
  const left = [...overrides]
  const order: LayerOverride[] = []
  const isUnder = (one: LayerOverride, other: LayerOverride): boolean => {
    const both = touches(one, other) ? intersection(one, other) : undefined
    if (both === undefined || one.user === other.user) return false
    const shown: Slice[] = slicesOf(rendered, both)
    return shown.some(({ who }) => who.includes(other.user))
  }
  while (left.length > 0) {
    const free = left.findIndex((one) =>
      left.every((other) => other === one || !isUnder(other, one)),
    )
    order.push(...left.splice(Math.max(free, 0), 1))
  }
  return order
}
