/** What lies on top of turns in a service as overrides of the file, in an order in which they give the same. */
import type { Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { NOWHERE } from '../../model/place.ts'
import type { Override } from '../../model/rotation.ts'
import { parted, type Item, type Rendered, type Schedule } from '../schedule.ts'
import { some } from '../slices.ts'
import { bottomUp } from '../uppermost.ts'
import type { Odd } from './draft.ts'

/** Overrides of users: first what stands in for turns that cannot be said, then what people made. */
export function draftOverrides(
  schedule: Schedule,
  addsUp: boolean,
  odd: readonly Odd[],
  horizon: Instant,
  now: Instant,
): { readonly filled: readonly (readonly Override[])[]; readonly made: readonly Override[] } {
  // Where what overlaps does not add up, the upper one is seen alone.
  const filled = odd.map(({ stints }) =>
    together(stints, horizon).map((stint) =>
      overrideOf(stint, addsUp ? 'add' : 'replace', [stint.user]),
    ),
  )
  return { filled, made: addsUp ? added(schedule, now) : onTop(schedule, now) }
}

type Held = Interval & { readonly user: string }

/** Those with somebody in them that begin before the horizon, whole, in order; what goes on with the same is one. */
function together(stints: Odd['stints'], horizon: Instant): Held[] {
  const held: Held[] = []
  for (const { start, end, user } of [...stints].sort((a, b) => a.start - b.start)) {
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

function added({ items, rendered }: Schedule, now: Instant): Override[] {
  const [byThemselves, over] = parted(items.filter(({ end }) => end > now))
  // The first in the file that replaces somebody takes them away from those that follow.
  const topDown = bottomUp([...over].reverse(), rendered).reverse()
  const adds = together(byThemselves, Infinity).map((one) => overrideOf(one, 'add', [one.user]))
  const replaced = (onItem: boolean): Override[] =>
    topDown
      .filter(({ isOnItem = false }) => isOnItem === onItem)
      .flatMap((one) => inPlace(one, rendered))
  // Whoever is replaced in a turn may have a shift of their own besides, which comes after that.
  const all = [...replaced(false), ...adds, ...replaced(true)]
  // The same person may be replaced alike in several rotations, and the file says it once.
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** In the place of nobody somebody is added, only where there really is an empty turn. */
function inPlace(one: Item, rendered: readonly Rendered[]): Override[] {
  const { user, instead = null } = one
  if (user === instead) return []
  if (instead !== null) {
    return [overrideOf(one, 'replace', user === null ? [] : [user], instead)]
  }
  return rendered.flatMap((stint) =>
    stint.source?.over === one.id && stint.user !== null
      ? [overrideOf(stint, 'add', [stint.user])]
      : [],
  )
}

/** Of two that overlap the one that comes later in the file counts. */
function onTop({ items, rendered }: Schedule, now: Instant): Override[] {
  const left = items.filter(({ end }) => end > now)
  return bottomUp(left, rendered).map((one) => overrideOf(one, 'replace', some(one.user)))
}
