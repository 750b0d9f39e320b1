/**
 * What somebody made by hand and the file says too: in all of its stretch PagerDuty shows just what the file wants,
 * and shows it with the help of this. Then there is nothing to keep apart, whatever lies over what.
 */
import type { Instant } from '../time/instant.ts'
import { touches, type Interval } from '../time/interval.ts'
import type { CustomShift, MemberOverride, Rendered } from './remote.ts'
import type { Foreign } from './schedule-plan.ts'
import { clipped, isSame, zip, type Slice } from './slices.ts'
import type { Wish } from './wish.ts'

/** The ids of such custom shifts and overrides. */
export function settledItems(
  items: readonly (CustomShift | MemberOverride)[],
  file: readonly Slice[],
  actual: readonly Slice[],
  rendered: readonly Rendered[],
  now: Instant,
): ReadonlySet<string> {
  const settled = items.filter(
    (one) => isSettled(one, file, actual, now) && isInEffect(one, rendered),
  )
  return new Set(settled.map(({ id }) => id))
}

/** Whether all of a stretch that is left is known, and as the file wants it. */
export function isSettled(
  { start, end }: Interval,
  file: readonly Slice[],
  actual: readonly Slice[],
  now: Instant,
): boolean {
  const last = actual.at(-1)?.end ?? now
  const left = { start: Math.max(start, now), end }
  return end <= last && zip(clipped(actual, left), file).every(({ a, b }) => isSame(a, b))
}

/**
 * Whether an override of the file says an item word for word, and PagerDuty shows what the file wants in all of its
 * stretch: also what another one hides in part is then no more than the file says.
 */
export function isSaid(
  one: Foreign,
  { rotation, idOf, file, now }: Wish,
  actual: readonly Slice[],
): boolean {
  const userOf = (id: string | undefined): string | null | undefined =>
    id === undefined ? null : idOf.get(id)
  const instead = 'instead' in one ? one.instead : null
  const isWritten = rotation.overrides.some(
    ({ start, end, people, insteadOf }) =>
      start === one.start &&
      end === one.end &&
      people.length < 2 &&
      userOf(people[0]) === one.user &&
      userOf(insteadOf) === instead,
  )
  return isWritten && isSettled(one, file, actual, now)
}

/** An override may hang on a rotation that does not show its person any more: it waits for one that does. */
function isInEffect(one: CustomShift | MemberOverride, rendered: readonly Rendered[]): boolean {
  if (!('instead' in one)) return rendered.some(({ custom }) => custom === one.id)
  if (rendered.some(({ override }) => override === one.id)) return true
  // Turns that were emptied may not be rendered at all.
  const isHere = (piece: Rendered): boolean =>
    (one.lane === undefined ? piece.custom === one.custom : piece.lane === one.lane) &&
    touches(piece, one)
  return one.user === null && !rendered.some((piece) => isHere(piece) && piece.user === one.instead)
}
