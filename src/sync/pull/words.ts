/** What people did by hand in a service, item by item, in the words of the file. */
import type { Interval } from '../../time/interval.ts'
import { writeWallShort } from '../../time/wall.ts'
import type { NewOverride } from '../../model/change.ts'
import type { Rotation } from '../../model/rotation.ts'
import { timelineOf } from '../../timeline/rotation.ts'
import type { Acquaintance } from '../acquaintance.ts'
import type { Item, Schedule } from '../schedule.ts'
import type { About, Service } from '../service.ts'
import {
  differences,
  isSame,
  slicesOf,
  slicesOfTimeline,
  zip,
  type Slice,
  type Who,
} from '../slices.ts'
import { isShownBy } from '../uppermost.ts'

/** All that the words for an item depend on. */
export interface World {
  readonly service: Pick<Service, 'name'>
  readonly about: About
  readonly schedule: Schedule
  readonly range: Interval
  readonly known: Pick<Acquaintance, 'personOf' | 'idOf' | 'nameOf'>
  /** The names of whoever made items, by the ids of these, as far as somebody tells. */
  readonly makers: ReadonlyMap<string, string>
}

/** The ids of users whom items name. */
export function usersIn(items: readonly Item[]): string[] {
  const ids = items.flatMap((one) => [one.user, one.instead ?? null])
  return [...new Set(ids.filter((id) => id !== null))]
}

/** The overrides that say an item on top of a rotation; a sentence where it is to be left. */
export function saidBy(
  item: Item,
  rotation: Rotation,
  world: World,
  isOdd: boolean,
): NewOverride[] | string {
  const { service, about, range, known } = world
  const stranger = usersIn([item]).find((user) => known.personOf(user) === undefined)
  if (stranger !== undefined) {
    const name = known.nameOf(stranger)
    return `nobody in the YAML is ${name} (give a person their e-mail address, or '${service.name.toLowerCase()}: ${stranger}')`
  }
  const literal = literalOf(item, world)
  if (literal === undefined) return `${about.item} of nobody puts nobody on call`
  const { end } = rotation
  if (end !== undefined && item.end > end.instant) {
    return `the rotation is over from ${writeWallShort(end.wall)} on ('end:'), and nothing that the file says holds after that`
  }
  if (item.instead === undefined) return [literal]
  const file = fileOf(rotation, world)
  const then = withOverrides(rotation, [literal])
  const isShown = world.schedule.rendered.some((stint) => isShownBy(stint, item))
  if (!isShown && differences(file, fileOf(then, world), within(item, range)).length === 0) {
    const whom = item.instead === null ? 'nobody' : known.nameOf(item.instead)
    return `it changes nothing, since ${whom} is not on call then`
  }
  // Said in stints by a run that was cut short, or by somebody who wrote it down.
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
export function literalOf(
  { id, start, end, user, instead }: Item,
  { service, about, known, makers }: World,
): NewOverride | undefined {
  const { personOf } = known
  const maker = makers.get(id ?? '')
  const person = user === null ? undefined : personOf(user)
  if (user !== null && person === undefined) return undefined
  const people = person === undefined ? [] : [person]
  const by = maker === undefined ? '' : ` by ${maker}`
  const said = { people, start, end, why: `made in ${service.name}${by}` }
  if (instead !== undefined) {
    const insteadOf = instead === null ? undefined : personOf(instead)
    // Where a turn of nobody's is overridden, somebody fills a gap.
    if (instead === null) return people.length === 0 ? undefined : { ...said, kind: 'add' }
    return insteadOf === undefined ? undefined : { ...said, kind: 'replace', insteadOf }
  }
  if (people.length === 0) return undefined
  return { ...said, kind: about.addsUp ? 'add' : 'replace' }
}

/**
 * An override that lies on one of the file, stint by stint: instead of whom the file says there, which the service
 * does not know by name.
 */
function partsOf(
  item: Item,
  literal: NewOverride,
  file: readonly Slice[],
  { schedule, range, known }: World,
): NewOverride[] {
  const shown = slicesOf(schedule.rendered, range)
  const parts: NewOverride[] = []
  for (const stint of schedule.rendered) {
    if (!isShownBy(stint, item)) continue
    for (const slice of zip(file, shown)) {
      // Of what has passed nobody knows any more what lay beneath.
      const start = slice.start <= range.start ? stint.start : Math.max(slice.start, stint.start)
      const end = Math.min(slice.end, stint.end)
      if (start >= end || isSame(slice.a, slice.b)) continue
      const insteadOf = insteadIn(slice.a, item, slice.b, known)
      const { people } = literal
      const why = literal.why === undefined ? {} : { why: literal.why }
      const part: NewOverride =
        insteadOf === undefined && people.length > 0
          ? { kind: 'add', people, start, end, ...why }
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
  { instead = null }: Item,
  shown: Who,
  { personOf }: World['known'],
): string | undefined {
  if (instead !== null && who.includes(instead) && !shown.includes(instead)) {
    return personOf(instead)
  }
  const gone = who.filter((user) => !shown.includes(user))
  return gone[0] === undefined ? undefined : personOf(gone[0])
}

/** For how long a rotation says somebody else than the service shows in the stretch of an item, each person counted. */
export function offBy(rotation: Rotation, item: Item, world: World): number {
  const shown = slicesOf(world.schedule.rendered, world.range)
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

/** A rotation with overrides on top. */
export function withOverrides(rotation: Rotation, fresh: readonly NewOverride[]): Rotation {
  const { place } = rotation
  const overrides = [...rotation.overrides, ...fresh.map((one) => ({ ...one, place }))]
  return { ...rotation, overrides }
}
