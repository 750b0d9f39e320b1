/** What an edit of a roster means: who stays, who comes, who leaves, in one list that holds them all. */
import type { Member } from '../../../model/rotation.ts'
import { samePeople } from '../../../timeline/compare.ts'

/** A member of two rosters laid side by side, and what became of them. */
export interface Edited {
  readonly how: 'kept' | 'comes' | 'leaves'
  readonly member: Member
}

/**
 * Both rosters as one, in listed order; undefined where those who stay were put in another order. `former` gives the
 * ids by which people went before.
 */
export function edit(
  before: readonly Member[],
  after: readonly Member[],
  former: (id: string) => string,
): Edited[] | undefined {
  const same = (was: Member, is: Member): boolean => samePeople(was.people, is.people.map(former))
  const merged: Edited[] = []
  let next = 0
  for (const was of before) {
    const found = after.findIndex((is, i) => i >= next && same(was, is))
    if (found < 0) {
      // Somebody who stands earlier in the new list has not left: the order is another one.
      if (
        after.filter((is) => same(was, is)).length >=
        before.filter((each) => samePeople(each.people, was.people)).length
      )
        return undefined
      merged.push({ how: 'leaves', member: was })
      continue
    }
    const between = after.slice(next, found)
    // Those in between are new, unless they come later in the old list.
    if (
      between.some(
        (is) => before.some((each) => same(each, is)) && !isMore(is, before, after, same),
      )
    )
      return undefined
    for (const member of between) merged.push({ how: 'comes', member })
    merged.push(stays(was, after[found] ?? was))
    next = found + 1
  }
  for (const member of after.slice(next)) merged.push({ how: 'comes', member })
  return merged
}

/** Whether somebody is listed more often than before. */
function isMore(
  is: Member,
  before: readonly Member[],
  after: readonly Member[],
  same: (was: Member, is: Member) => boolean,
): boolean {
  const was = before.filter((each) => same(each, is)).length
  return after.filter((each) => samePeople(each.people, is.people)).length > was
}

/** Somebody who stays, but from or until another date than before, comes or leaves then. */
function stays(was: Member, is: Member): Edited {
  if (was.until?.instant !== is.until?.instant && is.until !== undefined)
    return { how: 'leaves', member: { ...is, people: is.people } }
  if (was.from?.instant !== is.from?.instant) return { how: 'comes', member: is }
  if (was.until?.instant !== is.until?.instant) return { how: 'kept', member: was }
  return { how: 'kept', member: { ...was, place: is.place } }
}
