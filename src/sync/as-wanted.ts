/** Items that agree with the file already, whoever made them: there is nothing to keep apart, whatever lies over what. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Item } from './schedule.ts'
import { agree, clipped, type Slice } from './slices.ts'
import type { Wish } from './wish.ts'

/** Whether all of a stretch that is left is known, and shown as the file wants it. */
export function isAsWanted(
  { start, end }: Interval,
  { file, now }: { readonly file: readonly Slice[]; readonly now: Instant },
  actual: readonly Slice[],
): boolean {
  const last = actual.at(-1)?.end ?? now
  const left = { start: Math.max(start, now), end }
  return end <= last && agree(clipped(actual, left), file)
}

/**
 * Whether an override of the file says an item word for word, and the service shows what the file wants in all of its
 * stretch: also what another one hides in part is then no more than the file says.
 */
export function isWordForWord(one: Item, wish: Wish, actual: readonly Slice[]): boolean {
  const { rotation, idOf } = wish
  const userOf = (id: string | undefined): string | null | undefined =>
    id === undefined ? null : idOf.get(id)
  const isWritten = rotation.overrides.some(
    ({ start, end, people, insteadOf }) =>
      start === one.start &&
      end === one.end &&
      people.length < 2 &&
      userOf(people[0]) === one.user &&
      userOf(insteadOf) === (one.instead ?? null),
  )
  return isWritten && isAsWanted(one, wish, actual)
}
