/** Who is on call beneath items that replace somebody, and with these laid over it. */
import type { Instant } from '../../time/instant.ts'
import { touches, type Interval } from '../../time/interval.ts'
import { ANYBODY, type Turns } from '../dialect.ts'
import type { Shown } from '../patch.ts'
import { printOf, type Cause } from '../fingerprint.ts'
import { NO_PRINTS } from '../fingerprints.ts'
import type { Standing } from '../standing.ts'
import { isByItself, type Item, type Rendered } from '../schedule.ts'
import { setOf, some, type Slice, type Who } from '../slices.ts'
import { bottomUp, isShownBy } from '../uppermost.ts'
import type { Wish } from '../wish.ts'

/** What is rendered, with those whom items replaced back in their place, as many as lie there on each other. */
export function underneath(
  rendered: readonly Rendered[],
  items: readonly Item[],
  turns: readonly Turns[],
): readonly Rendered[] {
  return rendered.flatMap((stint) => {
    const { source } = stint
    if (source === undefined || overOf(stint, items) === undefined) return stint
    const parts: Rendered[] = []
    for (const { start, end, pile } of pilesIn(stint, items, turns)) {
      const user = pile.at(-1)?.instead ?? null
      const last = parts.at(-1)
      if (last?.user === user) parts[parts.length - 1] = { ...last, end }
      else parts.push({ start, end, user, source: { ...source, over: undefined } })
    }
    return parts
  })
}

/** A stretch in which the same items lie on each other, from the top down. */
export interface Piled extends Interval {
  readonly pile: readonly Item[]
}

/** Items that replace somebody from the bottom up, by what is rendered and by what must lie beneath that. */
export function piledUp(items: readonly Item[], rendered: readonly Rendered[]): Item[] {
  const beneath = rendered.flatMap((stint) =>
    pilesIn(stint, items, []).flatMap(({ start, end, pile }) =>
      pile.slice(1).map(({ id, user }): Rendered => {
        const source = { turns: undefined, item: undefined, ...stint.source, over: id }
        return { start, end, user, source }
      }),
    ),
  )
  return bottomUp(items, [...rendered, ...beneath])
}

/** The stretches of a rendered stint in which items replace somebody; none where none does. */
export function pilesIn(
  stint: Rendered,
  items: readonly Item[],
  turns: readonly Turns[],
): readonly Piled[] {
  const over = overOf(stint, items)
  if (over === undefined) return []
  const edges = items
    .filter((one) => isOnSame(one, over) && touches(one, stint))
    .flatMap(({ start, end }) => [start, end])
  const cuts = [...new Set([stint.start, ...edges, stint.end])]
    .filter((at) => stint.start <= at && at <= stint.end)
    .sort((one, other) => one - other)
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? end
    return { start, end, pile: pileAt(stint, start, items, turns) }
  })
}

/**
 * The items that replace somebody in a rendered stint at an instant, from the top down: the one that is shown, the one
 * that put there whom it replaces, and so on to somebody who has the turn.
 */
function pileAt(
  stint: Rendered,
  at: Instant,
  items: readonly Item[],
  turns: readonly Turns[],
): readonly Item[] {
  const { source } = stint
  const held = turns.find(({ id }) => id === source?.turns)?.held ?? []
  const own = items.filter((one) => isByItself(one) && one.id === source?.item)
  // Where the rules of turns are not known, it may be anybody who has one.
  const isTurn = (user: string): boolean =>
    [...held, ...own].some((one) => isAt(one, at) && (one.user === user || one.user === ANYBODY))
  const pile: Item[] = []
  let over = overOf(stint, items)
  while (over !== undefined) {
    pile.push(over)
    const { instead = null } = over
    if (instead === null || isTurn(instead)) break
    const top = over
    over = items.find(
      (one) => isOnSame(one, top) && one.user === instead && isAt(one, at) && !pile.includes(one),
    )
  }
  return pile
}

function isOnSame(one: Item, other: Item): boolean {
  return !isByItself(one) && one.on === other.on && one.isOnItem === other.isOnItem
}

/** The item that replaces somebody in a rendered stint. */
export function overOf({ source }: Rendered, items: readonly Item[]): Item | undefined {
  if (source?.over === undefined) return undefined
  return items.find((one) => !isByItself(one) && one.id === source.over)
}

/**
 * What shows somebody, with items that replace them laid over it, the uppermost last; then those that replace somebody
 * whom another item put there, as far as they are rendered: whether a service lays one on another is a guess.
 */
export function applied(
  base: readonly Shown[],
  items: readonly Item[],
  rendered: readonly Rendered[],
): Shown[] {
  const onOthers = items.filter((by) => rendered.some((stint) => isShownBy(stint, by)))
  return base.flatMap((stint) => {
    let stints: Shown[] = [stint]
    for (const by of items) {
      if (isUnder(stint, by) && by.instead === stint.user) stints = laid(stints, by)
    }
    const left = new Set(
      onOthers.filter(
        (by) => isUnder(stint, by) && by.instead !== stint.user && touches(by, stint),
      ),
    )
    const isNext = (one: Item): boolean =>
      stints.some((part) => isOnLaid(part, one) && touches(part, one))
    for (let by = [...left].find(isNext); by !== undefined; by = [...left].find(isNext)) {
      left.delete(by)
      const one = by
      stints = stints.flatMap((part) => (isOnLaid(part, one) ? laid([part], one) : [part]))
    }
    return stints
  })
}

/** Whether an item lies on what another one shows: on whom it put there, or over it in the same place. */
function isOnLaid({ user, by }: Shown, { instead }: Item): boolean {
  return by !== undefined && (user === instead || by.instead === instead)
}

function laid(stints: readonly Shown[], by: Item): Shown[] {
  return stints.flatMap((part) => {
    const start = Math.max(part.start, by.start)
    const end = Math.min(part.end, by.end)
    if (start >= end) return [part]
    const cut: Shown[] = []
    if (part.start < start) cut.push({ ...part, end: start })
    cut.push({ ...part, start, end, user: by.user, by })
    if (end < part.end) cut.push({ ...part, start: end })
    return cut
  })
}

/** Whether an item hangs on what shows somebody. */
export function isUnder({ turns, item }: Shown, { on, isOnItem }: Item): boolean {
  return isOnItem === true ? item === on && turns === undefined : turns === on && item === undefined
}

/** Who has the turn that runs; where turns say nobody, whoever is on call by no override of the file. */
export function turnNow(
  { now }: Wish,
  { items, rendered, prints = NO_PRINTS }: Standing,
  _: readonly Slice[],
  held: readonly Turns[],
): Who {
  const itemOf = ({ source }: Rendered): Item | undefined =>
    items.find((one) => isByItself(one) && one.id === source?.item)
  const has = (one: Item, cause: Cause): boolean => prints.has(printOf(one, cause))
  const running = rendered.filter((stint) => isAt(stint, now))
  const turns = running.flatMap((stint): readonly string[] => {
    const pile = pileAt(stint, now, items, held)
    const item = itemOf(stint)
    // Whatever stands by itself is a turn only where it was made for one.
    if (item !== undefined && !has(item, 'turn')) return []
    const turn = pile.find((one) => has(one, 'turn'))
    if (turn !== undefined) return some(turn.user)
    const lowest = pile.at(-1)
    return some(lowest === undefined ? stint.user : (lowest.instead ?? null))
  })
  if (turns.length > 0) return setOf(turns)
  // Only what somebody put there is on call: an override of the file may go, a person of theirs may not.
  const others = running.filter((stint) => {
    const item = overOf(stint, items) ?? itemOf(stint)
    return !(item !== undefined && has(item, 'override'))
  })
  return setOf(others.flatMap(({ user }) => some(user)))
}

function isAt({ start, end }: Interval, now: Instant): boolean {
  return start <= now && now < end
}
