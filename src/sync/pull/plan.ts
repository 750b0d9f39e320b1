/** What people did by hand in a service, as overrides of the file: pure, and data through and through. */
import { isSameOverride, type AddOverride, type NewOverride } from '../../model/change.ts'
import type { HandMade } from '../../model/pull.ts'
import type { Rotation } from '../../model/rotation.ts'
import { printOf } from '../fingerprint.ts'
import { isUnmarked, itemsOf, printsOf } from '../fingerprints.ts'
import type { Look } from '../look.ts'
import { isByItself, type Item, type Schedule } from '../schedule.ts'
import type { Service } from '../service.ts'
import { whoAt } from '../slices.ts'
import { bottomUp } from '../uppermost.ts'
import { causeAt } from '../wish.ts'
import { literalOf, offBy, saidBy, withOverrides, type World } from './words.ts'

/** What is to be brought of one rotation. */
export interface RotationPull {
  readonly rotation: string
  readonly items: readonly HandMade[]
  /** What the file is to say, in order. */
  readonly changes: readonly AddOverride[]
  /** Fingerprints of the items that are rotate's from then on. */
  readonly prints: ReadonlySet<string>
}

/**
 * Says each item so that the file, with it on top, says of its stretch what the service shows. In the order in which
 * they lie on each other; what has ended is not looked at, what is running is taken whole.
 */
export function planPull(
  service: Service,
  { wish, schedule, plan }: Look,
  known: World['known'],
  makers: World['makers'],
): RotationPull {
  const { rotation } = wish
  if (schedule === undefined) return { rotation: rotation.id, items: [], changes: [], prints: NONE }
  const about = service.about(schedule.kind)
  const world: World = { service, about, schedule, range: wish.range, known, makers }
  const foreign = inOrder(plan.foreign, schedule)
  // Word for word where that comes to the same in the end; else stint by stint.
  const literal = said(foreign, rotation, world, [])
  const odd = foreign.filter((item) => offBy(literal.rotation, item, world) > 0)
  const { items, changes, pulled } =
    odd.length === 0 ? literal : said(foreign, rotation, world, odd)

  // A run that was cut short has written the file, so that these do what it says, and nobody has marked them.
  const unmarked = itemsOf(schedule, wish.now).filter(
    (item) => !plan.foreign.includes(item) && isUnmarked(item, schedule),
  )
  const left = unmarked.flatMap((item) => {
    const override = literalOf(item, world)
    return override !== undefined && isSaid(override, rotation) ? [{ item, override }] : []
  })
  const prints = new Set(printsOf([...pulled, ...left.map(({ item }) => item)]))
  // Others do what the file wants without its saying so; sync would mark them, and is to have no more to do.
  if (prints.size > 0) {
    for (const item of unmarked) {
      const from = Math.max(item.start, wish.now)
      const cause = causeAt(wish, whoAt(wish.file, from), from)
      if (left.every((one) => one.item !== item)) prints.add(printOf(item, cause))
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
  readonly pulled: readonly Item[]
  /** With all of it on top. */
  readonly rotation: Rotation
}

function said(
  foreign: readonly Item[],
  before: Rotation,
  world: World,
  odd: readonly Item[],
): Said {
  const items: HandMade[] = []
  const changes: AddOverride[] = []
  const pulled: Item[] = []
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

/** Items on turns, then those that stand by themselves, then those on these; in each from the bottom up, and by their beginning. */
function inOrder(items: readonly Item[], { rendered }: Schedule): Item[] {
  const sorted = [...items].sort((a, b) => rank(a) - rank(b) || a.start - b.start)
  return [0, 1, 2].flatMap((each) =>
    bottomUp(
      sorted.filter((one) => rank(one) === each),
      rendered,
    ),
  )
}

function rank(one: Item): number {
  if (isByItself(one)) return 1
  return one.isOnItem === true ? 2 : 0
}

function handMade(
  item: Item,
  { id }: Rotation,
  { about, known, makers }: World,
): Omit<HandMade, 'becomes' | 'overrides'> {
  const { start, end, user, instead: whom } = item
  const { nameOf } = known
  const maker = makers.get(item.id ?? '')
  const instead = whom === undefined ? {} : { instead: whom === null ? 'nobody' : nameOf(whom) }
  return {
    rotation: id,
    start,
    end,
    who: user === null ? 'nobody' : nameOf(user),
    ...instead,
    adds: whom === undefined && about.addsUp,
    ...(maker !== undefined && { maker }),
  }
}

function isSaid(override: NewOverride, { overrides }: Rotation): boolean {
  return overrides.some((one) => isSameOverride(one, override))
}
