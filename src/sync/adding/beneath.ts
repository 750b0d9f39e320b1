/** Who is on call beneath items that replace somebody, and with these laid over it. */
import type { Instant } from '../../time/instant.ts'
import { touches, type Interval } from '../../time/interval.ts'
import type { Shown } from '../patch.ts'
import { printOf, type Cause } from '../fingerprint.ts'
import { NO_PRINTS } from '../fingerprints.ts'
import type { Standing } from '../standing.ts'
import { isByItself, type Item, type Rendered } from '../schedule.ts'
import { setOf, some, type Who } from '../slices.ts'
import type { Wish } from '../wish.ts'

/** What is rendered, with those whom items replaced back in their place. */
export function underneath(
  rendered: readonly Rendered[],
  items: readonly Item[],
): readonly Rendered[] {
  return rendered.map((stint) => {
    const { source } = stint
    const over = overOf(stint, items)
    if (source === undefined || over === undefined) return stint
    return { ...stint, user: over.instead ?? null, source: { ...source, over: undefined } }
  })
}

/** The item that replaces somebody in a rendered stint. */
export function overOf({ source }: Rendered, items: readonly Item[]): Item | undefined {
  if (source?.over === undefined) return undefined
  return items.find((one) => !isByItself(one) && one.id === source.over)
}

/** What shows somebody, with items that replace them laid over it, the uppermost last. */
export function applied(base: readonly Shown[], items: readonly Item[]): Shown[] {
  return base.flatMap((stint) => {
    let stints: Shown[] = [stint]
    for (const by of items) {
      const hangs = by.isOnItem === true ? by.on === stint.item : by.on === stint.turns
      if (!hangs || by.instead !== stint.user || !touches(by, stint)) continue
      stints = stints.flatMap((part) => {
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
    return stints
  })
}

/** Who has the turn that runs; where turns say nobody, whoever is on call by no override of the file. */
export function turnNow({ now }: Wish, { items, rendered, prints = NO_PRINTS }: Standing): Who {
  const itemOf = ({ source }: Rendered): Item | undefined =>
    items.find((one) => isByItself(one) && one.id === source?.item)
  const has = (one: Item, cause: Cause): boolean => prints.has(printOf(one, cause))
  const running = rendered.filter((stint) => isAt(stint, now))
  const turns = running.flatMap((stint): readonly string[] => {
    const over = overOf(stint, items)
    const item = itemOf(stint)
    // Whatever stands by itself is a turn only where it was made for one.
    if (item !== undefined && !has(item, 'turn')) return []
    if (over === undefined) return some(stint.user)
    return some(has(over, 'turn') ? over.user : (over.instead ?? null))
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
