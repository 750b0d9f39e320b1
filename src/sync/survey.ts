/** A survey of the schedules that there are, for those that bear a mark of the team's. */
import type { Interval } from '../time/interval.ts'
import type { Rotation } from '../model/rotation.ts'
import { printsHeld } from './fingerprints.ts'
import { readMarker, type Marker } from './marker.ts'
import type { Frame, Listed } from './schedule.ts'
import { OddAnswer, type Seen, type Service } from './service.ts'

/** Whose mark it is. */
type Mark = Pick<Marker, 'team' | 'rotation'>

/** So many requests take long enough to say so. */
const MANY = 100

/** What is to be found. */
interface Sought {
  readonly team: string
  /** Whether all that is listed is looked at, and not only as much as rotations need. */
  readonly isWhole: boolean
  readonly rangeOf: (rotation: Rotation) => Interval
}

/**
 * The schedules that may be those of rotations which name none. One that was renamed, or whose rotation is gone, is
 * found by its marker alone, which costs a request each.
 */
export async function survey(
  service: Service,
  open: readonly Rotation[],
  listed: readonly Listed[],
  { team, isWhole, rangeOf }: Sought,
): Promise<readonly Seen[]> {
  const frames = new Map<string, Seen>()
  const look = async (one: Listed): Promise<void> => {
    if (frames.has(one.id)) return
    const named = open.find(({ name }) => name === one.name)
    const frame = await frameOf(service, one, named && rangeOf(named))
    if (frame !== undefined) frames.set(one.id, frame)
    // One that has a rotation's name may be its own: without it a second one would be made.
    else if (named !== undefined) throw unknownNow(service, one)
  }
  const names = new Set(open.map(({ name }) => name))
  const isCheap = ({ name, description }: Listed): boolean =>
    names.has(name) || description !== undefined
  for (const one of listed.filter(isCheap)) await look(one)
  const others = listed.filter((one) => !isCheap(one))
  if (others.length > MANY) service.tell(`looking at ${others.length} other schedules for our mark`)
  for (const one of others) {
    // One that pages nobody may be a copy of one that was renamed.
    const isFound = ({ id }: Rotation): boolean =>
      markedIn([...frames.values()], { team, rotation: id }).some(isUsed)
    if (!isWhole && open.every(isFound)) break
    await look(one)
  }
  return [...frames.values()]
}

/** What to say of a schedule that a service told of a moment ago and does not know when it is asked for it. */
export function unknownNow(
  { name: there }: Service,
  { name, id }: Pick<Frame, 'name' | 'id'>,
): OddAnswer {
  return new OddAnswer(
    `${there} told of a schedule '${name}' (${id}) and does not know it when asked: run it again`,
  )
}

/** The schedules among some that bear a mark. */
export function markedIn(frames: readonly Seen[], { team, rotation }: Mark): Seen[] {
  return frames.filter(({ description }) => {
    const { marker } = readMarker(description)
    return isOurs(marker, team) && marker.rotation === rotation
  })
}

/**
 * The schedules with a rotation's mark, its own first: the one that a policy uses, else the one that holds what
 * rotate made, else the one that has its name. A mark is copied with its schedule, so that it alone proves nothing.
 */
export async function ranked(
  service: Service,
  rotation: Rotation,
  frames: readonly Seen[],
  rangeOf: Sought['rangeOf'],
): Promise<readonly Seen[]> {
  if (frames.length < 2) return frames
  const range = rangeOf(rotation)
  const all: { readonly frame: Seen; readonly ranks: number[] }[] = []
  for (const frame of frames) {
    // A list tells neither policies nor items.
    const whole = await service.frame(frame.id, range, frame.kind)
    const schedule = whole && (await service.read(whole, range, whole))
    const held = schedule === undefined ? 0 : printsHeld(schedule)
    const isNamed = frame.name === rotation.name ? 1 : 0
    all.push({ frame: whole ?? frame, ranks: [Number(isUsed(whole ?? frame)), held, isNamed] })
  }
  return all
    .sort((a, b) => {
      const by = a.ranks.map((rank, i) => (b.ranks[i] ?? 0) - rank).find((rank) => rank !== 0)
      return by ?? older(a.frame, b.frame)
    })
    .map(({ frame }) => frame)
}

/** Of the schedules listed, one that was made at the same moment and is to be kept rather than ours; undefined where none is. */
export async function olderTwin(
  service: Service,
  listed: readonly Listed[],
  ours: Pick<Frame, 'id' | 'name'>,
  marker: Mark,
): Promise<Frame | undefined> {
  const others = listed.filter(({ id, name }) => name === ours.name && id < ours.id)
  return (await markedOf(service, others, marker))[0]
}

/** The schedules of that name and marker: how one is found whose creation was not answered. */
export async function marked(service: Service, name: string, marker: Mark): Promise<Frame[]> {
  const listed = await service.list()
  return markedOf(
    service,
    listed.filter((one) => one.name === name),
    marker,
  )
}

async function markedOf(service: Service, listed: readonly Listed[], mark: Mark): Promise<Frame[]> {
  const frames: Seen[] = []
  for (const one of listed) frames.push(...[(await frameOf(service, one)) ?? []].flat())
  return markedIn(frames, mark).sort(older)
}

/** What is listed, with its description; what the list tells is not asked again. */
async function frameOf(
  service: Service,
  one: Listed,
  within?: Interval,
): Promise<Seen | undefined> {
  const { description } = one
  return description === undefined
    ? service.frame(one.id, within, one.kind)
    : { ...one, description, zone: '', policies: undefined }
}

/** Whether a marker is the team's. */
export function isOurs(marker: Marker | undefined, team: string): marker is Marker {
  return marker !== undefined && marker.team === team
}

/** A service may not tell which is older, so all runs must agree on something else: use, then the id. */
function older(a: Frame, b: Frame): number {
  return Number(isUsed(b)) - Number(isUsed(a)) || (a.id < b.id ? -1 : 1)
}

function isUsed({ policies }: Frame): boolean {
  return policies !== undefined && policies.length > 0
}
