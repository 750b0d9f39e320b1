/** The dialect of boards: whatever is wanted is laid down shift by shift, the newest on top, and nothing goes on by itself. */
import type { Dialect, Goal, Native } from '../../../src/sync/dialect.ts'
import { onTop } from '../../../src/sync/on-top/on-top.ts'
import type { Request } from '../../../src/sync/request.ts'
import type { Schedule } from '../../../src/sync/schedule.ts'

/** A board says who, from when and until when, one person at a time. */
export const board: Dialect<Schedule, Native> = {
  laying: onTop,
  can: { two: false, nobody: false, marker: Infinity, name: Infinity },
  words: {
    service: 'the memory',
    schedule: 'a board',
    turns: 'what lies beneath',
    remedy: 'write one person at a time',
  },
  turnsIn: () => [],
  native: () => ({
    shows: [],
    beneath: [],
    round: [],
    going: [],
    isChanged: false,
    isEmpty: false,
  }),
  requests: requestsFor,
}

/** The request that changes a board's name and description. */
export function putOf(id: string, name: string, description: string): Request {
  return {
    method: 'PUT',
    path: `/boards/${id}`,
    body: { name, description },
    what: 'the board',
  }
}

/** The marker is written before what it speaks of; what has to go, goes first. */
function requestsFor(goal: Goal<Schedule, Native>): Request[] {
  const { wish, schedule, description, isInOrder, unneeded, patches } = goal
  const { name } = wish.rotation
  const id = schedule?.id ?? '{schedule}'
  const gives = { name: '{schedule}', key: 'board' }
  const body = { name, description }
  return [
    ...(schedule === undefined
      ? [{ method: 'POST' as const, path: '/boards', body, gives, what: 'the board' }]
      : isInOrder
        ? []
        : [putOf(id, name, description)]),
    ...[...unneeded].map((one): Request => ({
      method: 'DELETE',
      path: `/boards/${id}/items/${one.id}`,
      what: 'an item',
    })),
    ...patches.map(({ start, end, user }): Request => ({
      method: 'POST',
      path: `/boards/${id}/items`,
      body: { start, end, user },
      what: 'an item',
    })),
  ]
}
