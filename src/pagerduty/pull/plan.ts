/** What people did by hand in PagerDuty, as overrides of the file: pure, and data through and through. */
import { isSameOverride, type AddOverride, type NewOverride } from '../../model/change.ts'
import type { HandMade } from '../../model/pull.ts'
import type { Rotation } from '../../model/rotation.ts'
import { printOf } from '../marker.ts'
import { isUnmarked, itemsOf, patchOf, printsOf } from '../marks.ts'
import { bottomUp } from '../over.ts'
import type { Remote } from '../remote.ts'
import type { Foreign } from '../schedule-plan.ts'
import { whoAt } from '../slices.ts'
import type { Look } from '../sync.ts'
import { causeAt } from '../wish.ts'
import {
  literalOf,
  makerOf,
  offBy,
  saidBy,
  withOverrides,
  type Acquaintance,
  type World,
} from './words.ts'

export interface RotationPull {
  readonly rotation: string
  readonly items: readonly HandMade[]
  /** What the file is to say, in order. */
  readonly changes: readonly AddOverride[]
  /** Fingerprints of the items that are rotate's from then on. */
  readonly prints: ReadonlySet<string>
}

/**
 * Says each item so that the file, with it on top, says of its stretch what PagerDuty shows. In the order in which
 * they lie on each other; what has ended is not looked at, what is running is taken whole.
 */
export function planPull({ wish, remote, plan }: Look, known: Acquaintance): RotationPull {
  const { rotation } = wish
  if (remote === undefined) return { rotation: rotation.id, items: [], changes: [], prints: NONE }
  const world: World = { remote, range: wish.range, known }
  const foreign = inOrder(plan.foreign, remote)
  // Word for word where that comes to the same in the end; else piece by piece.
  const literal = said(foreign, rotation, world, [])
  const odd = foreign.filter((item) => offBy(literal.rotation, item, world) > 0)
  const { items, changes, pulled } =
    odd.length === 0 ? literal : said(foreign, rotation, world, odd)

  // A run that was cut short has written the file, so that these do what it says, and nobody has marked them.
  const unmarked = itemsOf(remote, wish.now).filter(
    (item) => !plan.foreign.includes(item) && isUnmarked(item, remote),
  )
  const left = unmarked.flatMap((item) => {
    const override = literalOf(item, remote, known)
    return override !== undefined && isSaid(override, rotation) ? [{ item, override }] : []
  })
  const prints = new Set(printsOf([...pulled, ...left.map(({ item }) => item)]))
  // Others do what the file wants without its saying so; sync would mark them, and is to have no more to do.
  if (prints.size > 0) {
    for (const item of unmarked) {
      const from = Math.max(item.start, wish.now)
      const cause = causeAt(wish, whoAt(wish.file, from), from)
      if (left.every((one) => one.item !== item)) prints.add(printOf(patchOf(item), cause))
    }
  }
  const only = left.map(({ item, override }): HandMade => ({
    ...handMade(item, rotation, world),
    becomes: 'said',
    overrides: [override],
  }))
  return { rotation: rotation.id, items: [...items, ...only], changes, prints }
}

const NONE: ReadonlySet<string> = new Set()

interface Said {
  readonly items: readonly HandMade[]
  readonly changes: readonly AddOverride[]
  readonly pulled: readonly Foreign[]
  /** With all of it on top. */
  readonly rotation: Rotation
}

function said(
  foreign: readonly Foreign[],
  before: Rotation,
  world: World,
  odd: readonly Foreign[],
): Said {
  const items: HandMade[] = []
  const changes: AddOverride[] = []
  const pulled: Foreign[] = []
  let rotation = before
  for (const item of foreign) {
    const found = saidBy(item, rotation, world, odd.includes(item))
    if (typeof found === 'string') {
      items.push({ ...handMade(item, before, world), becomes: 'left', overrides: [], why: found })
      continue
    }
    const fresh = found.filter((one) => !isSaid(one, before))
    const becomes = fresh.length === 0 ? 'said' : 'pulled'
    items.push({ ...handMade(item, before, world), becomes, overrides: found })
    for (const override of fresh) {
      changes.push({ kind: 'add-override', rotation: before.id, override })
    }
    pulled.push(item)
    rotation = withOverrides(rotation, fresh)
  }
  return { items, changes, pulled, rotation }
}

/** Overrides of turns, then custom shifts, then overrides of those; in each from the bottom up, and by their beginning. */
function inOrder(items: readonly Foreign[], { rendered }: Remote): Foreign[] {
  const sorted = [...items].sort((a, b) => rank(a) - rank(b) || a.start - b.start)
  return [0, 1, 2].flatMap((each) =>
    bottomUp(
      sorted.filter((one) => rank(one) === each),
      rendered,
    ),
  )
}

function rank(one: Foreign): number {
  if (!('instead' in one)) return 1
  return one.custom === undefined ? 0 : 2
}

function handMade(
  item: Foreign,
  { id }: Rotation,
  { remote, known }: World,
): Omit<HandMade, 'becomes' | 'overrides'> {
  const { start, end, user } = item
  const { nameOf } = known
  const maker = makerOf(item, known)
  const instead =
    'instead' in item ? { instead: item.instead === null ? 'nobody' : nameOf(item.instead) } : {}
  return {
    rotation: id,
    start,
    end,
    who: user === null ? 'nobody' : nameOf(user),
    ...instead,
    adds: !('instead' in item) && remote.kind === 'shifts',
    ...(maker !== undefined && { maker }),
  }
}

function isSaid(override: NewOverride, { overrides }: Rotation): boolean {
  return overrides.some((one) => isSameOverride(one, override))
}
