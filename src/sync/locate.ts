/** Which schedule of a service belongs to which rotation: by the id in the file, by the marker, or by name. */
import type { Interval } from '../time/interval.ts'
import type { Refusal } from '../model/plan.ts'
import type { Rotation } from '../model/rotation.ts'
import { printsHeld } from './fingerprints.ts'
import { readMarker, type Marker } from './marker.ts'
import type { Frame, Listed } from './schedule.ts'
import type { Answer, Seen, Service } from './service.ts'

/** So many requests take long enough to say so. */
const MANY = 100

/** A rotation and its schedule; without one it is to be made. */
export interface Target {
  readonly rotation: Rotation
  readonly kind: string
  readonly frame: Frame | undefined
  /** Whether the schedule is taken over, which has no marker of ours yet. */
  readonly isAdopted: boolean
  /** What was answered about the schedule a moment ago. */
  readonly answer?: Answer
}

/** What was found for rotations. */
export interface Found {
  readonly targets: readonly Target[]
  readonly refusals: readonly Refusal[]
  /** Schedules of the team's whose rotation is gone. */
  readonly orphans: readonly Frame[]
  /** Other schedules with a rotation's mark: copies, or what two runs at once have left. */
  readonly doubles: readonly Double[]
}

/** A schedule that bears the mark of another one's rotation. */
export interface Double {
  readonly frame: Frame
  readonly rotation: string
  /** The schedule that is the rotation's; undefined where that was refused. */
  readonly ours: Frame | undefined
}

/** What is looked for. */
export interface Search {
  readonly team: string
  readonly rotations: readonly Rotation[]
  /** Ids of all rotations of the file, be they chosen or not. */
  readonly known: readonly string[]
  /** Whether all are chosen: then those that are gone are looked for, too. */
  readonly isWhole: boolean
  readonly mayAdopt: boolean
  /** What will have to be known of a rotation's schedule. */
  readonly rangeOf: (rotation: Rotation) => Interval
}

/** The schedules of rotations, and others that bear a mark of the team's. */
export async function locate(service: Service, search: Search): Promise<Found> {
  const { team, rotations, mayAdopt } = search
  const targets: Target[] = []
  const refusals: Refusal[] = []
  const orphans: Frame[] = []
  const doubles: Double[] = []
  const open = rotations.filter((one) => service.linkOf(one).schedule === undefined)
  const isListing = open.length > 0 || search.isWhole
  const all = isListing ? await service.list() : []
  const claimed = new Set<string>()
  for (const rotation of rotations) {
    const id = service.linkOf(rotation).schedule
    if (id === undefined) continue
    claimed.add(id)
    const kind = all.find((one) => one.id === id)?.kind
    const frame = await service.frame(id, search.rangeOf(rotation), kind)
    if (frame === undefined) {
      const message = `${service.name} has no schedule ${id}: is 'schedule:' right, and may the token see it?`
      refusals.push({ code: 'gone', rotation: rotation.id, message })
      continue
    }
    const { marker } = readMarker(frame.description)
    if (marker !== undefined && marker.team !== team) {
      const message = `schedule ${id} ('${frame.name}') belongs to the team '${marker.team}'`
      refusals.push({ code: 'other-team', rotation: rotation.id, message })
      continue
    }
    if (marker === undefined && !mayAdopt) {
      refusals.push(notAdopted(service, rotation, frame))
      continue
    }
    targets.push(targetOf(service, rotation, frame, marker === undefined))
  }
  if (!isListing) return { targets, refusals, orphans, doubles }

  const frames = new Map<string, Seen>()
  const look = async (one: Listed): Promise<void> => {
    if (frames.has(one.id)) return
    const named = open.find(({ name }) => name === one.name)
    const frame = await frameOf(service, one, named && search.rangeOf(named))
    if (frame !== undefined) frames.set(one.id, frame)
  }
  const marked = (id: string): Seen[] =>
    [...frames.values()].filter(({ description }) => {
      const { marker } = readMarker(description)
      return isOurs(marker, team) && marker.rotation === id
    })
  const listed = all.filter(({ id }) => !claimed.has(id))
  const names = new Set(open.map(({ name }) => name))
  const isCheap = ({ name, description }: Listed): boolean =>
    names.has(name) || description !== undefined
  for (const one of listed.filter(isCheap)) await look(one)
  // One that was renamed, or whose rotation is gone, is found by its marker alone, which costs a request each.
  const others = listed.filter((one) => !isCheap(one))
  if (others.length > MANY) service.tell(`looking at ${others.length} other schedules for our mark`)
  for (const one of others) {
    // One that pages nobody may be a copy of one that was renamed.
    if (!search.isWhole && open.every(({ id }) => marked(id).some(isUsed))) break
    await look(one)
  }

  for (const rotation of open) {
    const [first, ...others] = await rankedFor(service, rotation, marked(rotation.id), search)
    const nameless = [...frames.values()].filter(
      ({ name, description }) =>
        name === rotation.name && readMarker(description).marker === undefined,
    )
    const [byName] = nameless
    if (first !== undefined) {
      targets.push(targetOf(service, rotation, first, false))
      doubles.push(...others.map((frame) => ({ frame, rotation: rotation.id, ours: first })))
    } else if (byName === undefined) {
      const { kind } = service.linkOf(rotation)
      targets.push({ rotation, kind, frame: undefined, isAdopted: false })
    } else if (nameless.length > 1 && mayAdopt) {
      const ids = nameless.map(({ id }) => id).join(', ')
      const message = `${service.name} has several schedules named '${rotation.name}' (${ids}): say which by 'schedule:'`
      refusals.push({ code: 'not-adopted', rotation: rotation.id, message })
    } else if (mayAdopt) {
      targets.push(targetOf(service, rotation, byName, true))
    } else {
      refusals.push(notAdopted(service, rotation, byName))
    }
  }
  for (const { rotation, frame } of targets) {
    if (service.linkOf(rotation).schedule === undefined || frame === undefined) continue
    for (const copy of marked(rotation.id)) {
      doubles.push({ frame: copy, rotation: rotation.id, ours: frame })
    }
  }
  if (search.isWhole) {
    for (const frame of frames.values()) {
      const { marker } = readMarker(frame.description)
      if (isOurs(marker, team) && !search.known.includes(marker.rotation)) orphans.push(frame)
    }
  }
  const inOrder = rotations.flatMap((rotation) =>
    targets.filter((one) => one.rotation === rotation),
  )
  return { targets: inOrder, refusals, orphans, doubles }
}

/**
 * The schedules with a rotation's mark, its own first: the one that a policy uses, else the one that holds what
 * rotate made, else the one that has its name. A mark is copied with its schedule, so that it alone proves nothing.
 */
async function rankedFor(
  service: Service,
  rotation: Rotation,
  frames: readonly Seen[],
  { rangeOf }: Search,
): Promise<readonly Seen[]> {
  if (frames.length < 2) return frames
  const range = rangeOf(rotation)
  const ranked: { readonly frame: Seen; readonly ranks: number[] }[] = []
  for (const frame of frames) {
    // A list tells neither policies nor items.
    const whole = await service.frame(frame.id, range, frame.kind)
    const schedule = whole && (await service.read(whole, range, whole))
    const held = schedule === undefined ? 0 : printsHeld(schedule)
    const isNamed = frame.name === rotation.name ? 1 : 0
    ranked.push({ frame: whole ?? frame, ranks: [Number(isUsed(whole ?? frame)), held, isNamed] })
  }
  return ranked
    .sort((a, b) => {
      const by = a.ranks.map((rank, i) => (b.ranks[i] ?? 0) - rank).find((rank) => rank !== 0)
      return by ?? older(a.frame, b.frame)
    })
    .map(({ frame }) => frame)
}

/** Only what was asked for by the rotation's own name was asked for with the range that it needs. */
function targetOf(service: Service, rotation: Rotation, frame: Seen, isAdopted: boolean): Target {
  const { answer } = frame
  const isOwn = service.linkOf(rotation).schedule === frame.id || rotation.name === frame.name
  return {
    rotation,
    kind: frame.kind,
    frame,
    isAdopted,
    ...(answer?.isRendered === true && isOwn && { answer }),
  }
}

/** Of the schedules listed, one that was made at the same moment and is to be kept rather than ours; undefined where none is. */
export async function olderTwin(
  service: Service,
  listed: readonly Listed[],
  ours: Pick<Frame, 'id' | 'name'>,
  marker: Pick<Marker, 'team' | 'rotation'>,
): Promise<Frame | undefined> {
  const others = listed.filter(({ id, name }) => name === ours.name && id < ours.id)
  return (await markedOf(service, others, marker))[0]
}

/** The schedules of that name and marker: how one is found whose creation was not answered. */
export async function marked(
  service: Service,
  name: string,
  marker: Pick<Marker, 'team' | 'rotation'>,
): Promise<Frame[]> {
  const listed = await service.list()
  return markedOf(
    service,
    listed.filter((one) => one.name === name),
    marker,
  )
}

async function markedOf(
  service: Service,
  listed: readonly Listed[],
  { team, rotation }: Pick<Marker, 'team' | 'rotation'>,
): Promise<Frame[]> {
  const frames: Frame[] = []
  for (const one of listed) {
    const frame = await frameOf(service, one)
    const found = frame && readMarker(frame.description).marker
    if (frame && isOurs(found, team) && found.rotation === rotation) frames.push(frame)
  }
  return frames.sort(older)
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

function isOurs(marker: Marker | undefined, team: string): marker is Marker {
  return marker !== undefined && marker.team === team
}

/** A service may not tell which is older, so all runs must agree on something else: use, then the id. */
function older(a: Frame, b: Frame): number {
  return Number(isUsed(b)) - Number(isUsed(a)) || (a.id < b.id ? -1 : 1)
}

function notAdopted(service: Service, rotation: Rotation, { id, name }: Frame): Refusal {
  const message = `${service.name} has a schedule '${name}' (${id}) that rotate did not make: --adopt takes it over`
  return { code: 'not-adopted', rotation: rotation.id, message }
}

function isUsed({ policies }: Frame): boolean {
  return policies !== undefined && policies.length > 0
}
