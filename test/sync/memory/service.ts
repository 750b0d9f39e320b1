/** The smallest service that there is: boards in memory. What a service needs, and no more. */
import type { Interval } from '../../../src/time/interval.ts'
import { planFor } from '../../../src/sync/plan.ts'
import type { Frame, Item, Schedule } from '../../../src/sync/schedule.ts'
import { Refused, type Service, type User } from '../../../src/sync/service.ts'
import { stacked, stintsIn } from '../../../src/sync/slices.ts'
import { board, putOf } from './dialect.ts'

/** Who is on call by what was laid on it, the newest last. */
export interface Board {
  readonly id: string
  name: string
  description: string
  items: Item[]
}

/** The service, of users, with the boards that stand in it. */
export function memory(users: readonly User[], boards: Map<string, Board>): Service {
  let made = 0
  const boardAt = (id: string): Board => {
    const found = boards.get(id)
    if (found === undefined) throw new Refused(404, `there is no board ${id}`)
    return found
  }
  return {
    name: 'the memory',
    linkOf: () => ({ schedule: undefined, kind: 'board', keepsForeign: true }),
    idNamed: () => undefined,
    about: () => ({ name: 'a board', item: 'an item', addsUp: false, mostLetters: Infinity }),
    hintsOn: () => [],

    list: async () => [...boards.values()].map(frameOf),
    frame: async (id) => optional(boards.get(id), frameOf),
    read: async ({ id }, within) => optional(boards.get(id), (one) => scheduleOf(one, within)),
    withBeyond: async (schedule, within) => scheduleOf(boardAt(schedule.id), within),
    user: async (id) => users.find((one) => one.id === id),
    seek: async (_, found) => found(users),
    makers: async () => new Map(),
    escalations: async () => [],

    plan: (wish, _, schedule, circumstances) => planFor(board, wish, schedule, circumstances),
    describing: ({ id, name }, description) => putOf(id, name, description),
    async send({ method, path, body, gives }, names) {
      const [, id = '', place, item] = path
        .replace('{schedule}', names.get('{schedule}') ?? '{schedule}')
        .split('/')
        .filter((part) => part !== '')
      made += 1
      if (method === 'POST' && place === undefined) {
        const { name, description } = body as unknown as Board
        boards.set(`B${made}`, { id: `B${made}`, name, description, items: [] })
        names.set(gives?.name ?? '', `B${made}`)
      } else if (method === 'POST') {
        boardAt(id).items.push({ ...(body as unknown as Item), id: `I${made}` })
      } else if (method === 'PUT') {
        Object.assign(boardAt(id), body)
      } else {
        boardAt(id).items = boardAt(id).items.filter((one) => one.id !== item)
      }
      return undefined
    },
    remove: async ({ id }) => void boards.delete(id),

    pause: async () => {},
    tell: () => {},
    succeeded: () => {},
  } satisfies Service
}

function optional<T, U>(value: T | undefined, give: (value: T) => U): U | undefined {
  return value === undefined ? undefined : give(value)
}

function frameOf({ id, name, description }: Board): Frame {
  return { kind: 'board', id, name, description, zone: 'UTC', policies: undefined }
}

/** All that lies on a board: what matters in a range, what it renders, and what lies beyond. */
function scheduleOf(one: Board, within: Interval): Schedule {
  const isNear = ({ start, end }: Item): boolean => end > within.start && start < within.end
  const rows = one.items.map((item) => [item])
  return {
    ...frameOf(one),
    items: one.items.filter(isNear),
    rendered: stintsIn(stacked(rows, within)),
    beyond: one.items.filter((item) => !isNear(item)),
  }
}
