/** What people did by hand in PagerDuty, as overrides of the file: pure, and data through and through. */
import type { Interval } from '../time/interval.ts'
import { isSameOverride, type Change, type NewOverride } from '../model/change.ts'
import type { HandMade } from '../model/pull.ts'
import type { Rotation } from '../model/rotation.ts'
import { timelineOf } from '../timeline/rotation.ts'
import { printOf } from './marker.ts'
import { isUnmarked, itemsOf, patchOf, printsOf } from './marks.ts'
import { bottomUp, isShownBy } from './over.ts'
import type { MemberOverride, Piece, Remote } from './remote.ts'
import { differences, type Foreign } from './schedule-plan.ts'
import { isSame, slicesOf, slicesOfTimeline, whoAt, zip, type Slice, type Who } from './slices.ts'
import type { NameOf } from './steps.ts'
import type { Look } from './sync.ts'
import { causeAt } from './wish.ts'

export interface RotationPull {
  readonly rotation: string
  readonly items: readonly HandMade[]
  /** What the file is to say, in order. */
  readonly changes: readonly Change[]
  /** Fingerprints of the items that are rotate's from then on. */
  readonly prints: ReadonlySet<string>
}

/** Who is who: the person of the file that a user is, and the other way round. */
export interface Acquaintance {
  readonly personOf: (user: string) => string | undefined
  readonly idOf: ReadonlyMap<string, string>
  readonly nameOf: NameOf
}

const WHY = 'made in PagerDuty'

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
  readonly changes: readonly Change[]
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
  const changes: Change[] = []
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

/** The ids of users whom items name. */
export function usersIn(items: readonly Foreign[]): string[] {
  const ids = items.flatMap((one) => [one.user, 'instead' in one ? one.instead : null])
  return [...new Set(ids.filter((id) => id !== null))]
}

interface World {
  readonly remote: Remote
  readonly range: Interval
  readonly known: Acquaintance
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

/** The overrides that say an item on top of a rotation; a sentence where it is to be left. */
function saidBy(
  item: Foreign,
  rotation: Rotation,
  world: World,
  isOdd: boolean,
): NewOverride[] | string {
  const { remote, range, known } = world
  const stranger = usersIn([item]).find((user) => known.personOf(user) === undefined)
  if (stranger !== undefined) {
    const name = known.nameOf(stranger)
    return `nobody in the YAML is ${name} (give a person their e-mail address, or 'pagerduty: ${stranger}')`
  }
  const literal = literalOf(item, remote, known)
  if (literal === undefined) return 'a custom shift of nobody puts nobody on call'
  if (!('instead' in item)) return [literal]
  const file = fileOf(rotation, world)
  const then = withOverrides(rotation, [literal])
  const isShown = piecesIn(remote).some((piece) => isShownBy(piece, item))
  if (!isShown && differences(file, fileOf(then, world), within(item, range)).length === 0) {
    const whom = item.instead === null ? 'nobody' : known.nameOf(item.instead)
    return `it changes nothing, since ${whom} is not on call then`
  }
  // Said in pieces by a run that was cut short, or by somebody who wrote it down.
  if (isShown && item.end <= range.end && offBy(rotation, item, world) === 0) return []
  const parts = isOdd ? partsOf(item, literal, file, world) : []
  const isBetter =
    parts.length > 0 &&
    offBy(withOverrides(rotation, parts), item, world) < offBy(then, item, world)
  if (isBetter) return parts
  // Somebody in their own place is what the file says, and it has no words for it.
  const { people, insteadOf } = literal
  return insteadOf !== undefined && people.includes(insteadOf) ? [] : [literal]
}

/** An item in the words of the file, word for word; undefined for what says nothing. */
function literalOf(
  item: Foreign,
  { kind }: Pick<Remote, 'kind'>,
  { personOf }: Acquaintance,
): NewOverride | undefined {
  const { start, end, user } = item
  const person = user === null ? undefined : personOf(user)
  if (user !== null && person === undefined) return undefined
  const people = person === undefined ? [] : [person]
  const said = { people, start, end, why: WHY }
  if ('instead' in item) {
    const insteadOf = item.instead === null ? undefined : personOf(item.instead)
    // Where a turn of nobody's is overridden, somebody fills a gap.
    if (item.instead === null) return people.length === 0 ? undefined : { ...said, kind: 'add' }
    return insteadOf === undefined ? undefined : { ...said, kind: 'replace', insteadOf }
  }
  if (people.length === 0) return undefined
  return { ...said, kind: kind === 'layers' ? 'replace' : 'add' }
}

/**
 * An override that lies on one of the file, piece by piece: instead of whom the file says there, which PagerDuty
 * does not know by name.
 */
function partsOf(
  item: MemberOverride,
  literal: NewOverride,
  file: readonly Slice[],
  { remote, range, known }: World,
): NewOverride[] {
  const shown = slicesOf(remote.rendered, range)
  const parts: NewOverride[] = []
  for (const piece of piecesIn(remote)) {
    if (!isShownBy(piece, item)) continue
    for (const slice of zip(file, shown)) {
      // Of what has passed nobody knows any more what lay beneath.
      const start = slice.start <= range.start ? piece.start : Math.max(slice.start, piece.start)
      const end = Math.min(slice.end, piece.end)
      if (start >= end || isSame(slice.a, slice.b)) continue
      const insteadOf = insteadIn(slice.a, item, slice.b, known)
      const { people } = literal
      const part: NewOverride =
        insteadOf === undefined && people.length > 0
          ? { kind: 'add', people, start, end, why: WHY }
          : {
              ...literal,
              kind: 'replace',
              ...(insteadOf !== undefined && { insteadOf }),
              start,
              end,
            }
      const last = parts.at(-1)
      const isOne =
        last?.end === start && last.kind === part.kind && last.insteadOf === part.insteadOf
      if (isOne && last !== undefined) parts[parts.length - 1] = { ...last, end }
      else parts.push(part)
    }
  }
  return parts
}

/** Whom the file has to name for the item to do there what it does; undefined where it only adds somebody. */
function insteadIn(
  who: Who,
  { instead }: MemberOverride,
  shown: Who,
  { personOf }: Acquaintance,
): string | undefined {
  if (instead !== null && who.includes(instead) && !shown.includes(instead)) {
    return personOf(instead)
  }
  const gone = who.filter((user) => !shown.includes(user))
  return gone[0] === undefined ? undefined : personOf(gone[0])
}

function piecesIn({ rendered }: Remote): readonly Piece[] {
  return rendered
}

/** For how long a rotation says somebody else than PagerDuty shows in the stretch of an item, each person counted. */
function offBy(rotation: Rotation, item: Foreign, world: World): number {
  const shown = slicesOf(world.remote.rendered, world.range)
  const off = differences(fileOf(rotation, world), shown, within(item, world.range))
  return off.reduce((sum, { start, end, before, after }) => {
    const all = [...before, ...after]
    const wrong = all.filter((user) => before.includes(user) !== after.includes(user))
    return sum + wrong.length * (end - start)
  }, 0)
}

function fileOf(rotation: Rotation, { known, range }: World): readonly Slice[] {
  return slicesOfTimeline(timelineOf(rotation, range), known.idOf, range)
}

function within({ start, end }: Interval, range: Interval): Interval {
  return { start: Math.max(start, range.start), end: Math.min(end, range.end) }
}

function handMade(
  item: Foreign,
  { id }: Rotation,
  { remote, known: { nameOf } }: World,
): Omit<HandMade, 'becomes' | 'overrides'> {
  const { start, end, user } = item
  const instead =
    'instead' in item ? { instead: item.instead === null ? 'nobody' : nameOf(item.instead) } : {}
  return {
    rotation: id,
    start,
    end,
    who: user === null ? 'nobody' : nameOf(user),
    ...instead,
    adds: !('instead' in item) && remote.kind === 'shifts',
  }
}

function withOverrides(rotation: Rotation, fresh: readonly NewOverride[]): Rotation {
  const { place } = rotation
  const overrides = [...rotation.overrides, ...fresh.map((one) => ({ ...one, place }))]
  return { ...rotation, overrides }
}

function isSaid(override: NewOverride, { overrides }: Rotation): boolean {
  return overrides.some((one) => isSameOverride(one, override))
}
