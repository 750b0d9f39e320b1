/** The laying in which all that is laid down adds up, and an item may replace one person in what it hangs on. */
import { touches } from '../../time/interval.ts'
import type { Laying } from '../dialect.ts'
import type { Patch, Shown } from '../patch.ts'
import type { Standing } from '../standing.ts'
import { isByItself, parted, type Item, type Rendered } from '../schedule.ts'
import type { Who } from '../slices.ts'
import { isOneTarget } from '../uppermost.ts'
import type { Wish } from '../wish.ts'
import { applied, piledUp, turnNow } from './beneath.ts'
import { shownByItself, withForeign, withStrangers } from './foreign.ts'
import { unneeded } from './unneeded.ts'

/** What is laid down adds up. */
export const adding: Laying = {
  says,
  isOn,
  isInEffect,
  withForeign,
  withStrangers,
  unneeded,
  shown,
  missing,
  turnNow,
}

function says({ user, instead = null }: Item, who: Who): boolean {
  return user !== null && who.includes(user) && !(instead !== null && who.includes(instead))
}

/** So was done by hand what puts somebody back on call whom somebody had replaced. */
function isOn(item: Item, theirs: Item): boolean {
  if (!isByItself(item)) return isOneTarget(item, theirs) || theirs.id === item.on
  return (
    theirs.instead !== undefined &&
    theirs.instead === item.user &&
    theirs.on !== item.id &&
    touches(item, theirs)
  )
}

/** An override may hang on turns that do not show its person any more: it waits for some that do. */
function isInEffect(item: Item, rendered: readonly Rendered[]): boolean {
  if (isByItself(item)) return rendered.some(({ source }) => source?.item === item.id)
  if (rendered.some(({ source }) => source?.over === item.id)) return true
  // Turns that were emptied may not be rendered at all.
  const isHere = (stint: Rendered): boolean =>
    (item.isOnItem === true ? stint.source?.item : stint.source?.turns) === item.on &&
    touches(stint, item)
  return (
    item.user === null && !rendered.some((stint) => isHere(stint) && stint.user === item.instead)
  )
}

function shown(
  _: Wish,
  { items, rendered }: Standing,
  going: ReadonlySet<Item>,
  turns: readonly Shown[],
): readonly Shown[] {
  const [byThemselves, over] = parted(items.filter((one) => !going.has(one)))
  // Also what is not rendered, as where something newer hides it: making it once more would not help.
  const base = [...turns, ...byThemselves.map(shownByItself)]
  return applied(base, piledUp(over, rendered), rendered)
}

/** Each who is missing takes the place of one who is not wanted; whoever is left over is added. */
function missing(active: readonly Shown[], who: Who): Omit<Patch, 'start' | 'end' | 'cause'>[] {
  const present = new Set(active.map(({ user }) => user))
  const absent = who.filter((user) => !present.has(user))
  const fresh: Omit<Patch, 'start' | 'end' | 'cause'>[] = []
  for (const on of active) {
    if (on.user === null || who.includes(on.user) || on.by !== undefined) continue
    const user = absent.shift() ?? who[0]
    if (user !== undefined) fresh.push({ user, instead: on.user, on })
  }
  return [...fresh, ...absent.map((user) => ({ user }))]
}
