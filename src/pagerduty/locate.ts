/** Which schedule in PagerDuty belongs to which rotation: by the id in the file, by the marker, or by name. */
import type { Interval } from '../time/interval.ts'
import type { Refusal } from '../model/plan.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Client } from './client.ts'
import type { Json } from './json.ts'
import { readMarker, type Marker } from './marker.ts'
import { printsHeld } from './marks.ts'
import { readFrame, type Answered } from './read/frame.ts'
import { listSchedules, readSchedule, type Listed } from './read/schedules.ts'
import { NOTHING_HEARD } from './read/shifts.ts'
import type { Frame } from './remote.ts'

/** So many requests take long enough to say so. */
const MANY = 100

/** A rotation and its schedule; without one it is to be made. */
export interface Target {
  readonly rotation: Rotation
  readonly kind: 'shifts' | 'layers'
  readonly frame: Frame | undefined
  /** Whether the schedule is taken over, which has no marker of ours yet. */
  readonly isAdopted: boolean
  /** What was answered about the schedule a moment ago. */
  readonly answered?: Json
}

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

export async function locate(client: Client, search: Search): Promise<Found> {
  const { team, rotations, mayAdopt } = search
  const targets: Target[] = []
  const refusals: Refusal[] = []
  const orphans: Frame[] = []
  const doubles: Double[] = []
  const open = rotations.filter(({ pagerduty }) => pagerduty?.schedule === undefined)
  const isListing = open.length > 0 || search.isWhole
  const all = isListing ? await listSchedules(client) : []
  const claimed = new Set<string>()
  for (const rotation of rotations) {
    const id = rotation.pagerduty?.schedule
    if (id === undefined) continue
    claimed.add(id)
    const kind = all.find((one) => one.id === id)?.kind
    const frame = await readFrame(client, id, search.rangeOf(rotation), kind)
    if (frame === undefined) {
      const message = `PagerDuty has no schedule ${id}: is 'schedule:' right, and may the token see it?`
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
      refusals.push(notAdopted(rotation, frame))
      continue
    }
    targets.push(targetOf(rotation, frame, marker === undefined))
  }
  if (!isListing) return { targets, refusals, orphans, doubles }

  const frames = new Map<string, Frame & Partial<Answered>>()
  const look = async (one: Listed): Promise<void> => {
    if (frames.has(one.id)) return
    const named = open.find(({ name }) => name === one.name)
    const frame = await frameOf(client, one, named && search.rangeOf(named))
    if (frame !== undefined) frames.set(one.id, frame)
  }
  const marked = (id: string): (Frame & Partial<Answered>)[] =>
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
  if (others.length > MANY) client.tell(`looking at ${others.length} other schedules for our mark`)
  for (const one of others) {
    // One that pages nobody may be a copy of one that was renamed.
    if (!search.isWhole && open.every(({ id }) => marked(id).some(isUsed))) break
    await look(one)
  }

  for (const rotation of open) {
    const [first, ...others] = await rankedFor(client, rotation, marked(rotation.id), search)
    const nameless = [...frames.values()].filter(
      ({ name, description }) =>
        name === rotation.name && readMarker(description).marker === undefined,
    )
    const [byName] = nameless
    if (first !== undefined) {
      targets.push(targetOf(rotation, first, false))
      doubles.push(...others.map((frame) => ({ frame, rotation: rotation.id, ours: first })))
    } else if (byName === undefined) {
      const kind = rotation.pagerduty?.kind ?? 'shifts'
      targets.push({ rotation, kind, frame: undefined, isAdopted: false })
    } else if (nameless.length > 1 && mayAdopt) {
      const ids = nameless.map(({ id }) => id).join(', ')
      const message = `PagerDuty has several schedules named '${rotation.name}' (${ids}): say which by 'schedule:'`
      refusals.push({ code: 'not-adopted', rotation: rotation.id, message })
    } else if (mayAdopt) {
      targets.push(targetOf(rotation, byName, true))
    } else {
      refusals.push(notAdopted(rotation, byName))
    }
  }
  for (const { rotation, frame } of targets) {
    if (rotation.pagerduty?.schedule === undefined || frame === undefined) continue
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
  client: Client,
  rotation: Rotation,
  frames: readonly (Frame & Partial<Answered>)[],
  { rangeOf }: Search,
): Promise<readonly (Frame & Partial<Answered>)[]> {
  if (frames.length < 2) return frames
  const range = rangeOf(rotation)
  const ranked: { readonly frame: Frame & Partial<Answered>; readonly ranks: number[] }[] = []
  for (const frame of frames) {
    // A list tells neither policies nor items.
    const whole = await readFrame(client, frame.id, range, frame.kind)
    const remote =
      whole && (await readSchedule(client, whole, range, { ...NOTHING_HEARD, body: whole.body }))
    const held = remote === undefined ? 0 : printsHeld(remote)
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
function targetOf(
  rotation: Rotation,
  frame: Frame & Partial<Answered>,
  isAdopted: boolean,
): Target {
  const { body } = frame
  const isWhole = frame.kind === 'layers' || body?.['final_schedule'] !== undefined
  const isOwn = rotation.pagerduty?.schedule === frame.id || rotation.name === frame.name
  return {
    rotation,
    kind: frame.kind,
    frame,
    isAdopted,
    ...(body !== undefined && isWhole && isOwn && { answered: body }),
  }
}

/** Of the schedules listed, one that was made at the same moment and is to be kept rather than ours; undefined where none is. */
export async function olderTwin(
  client: Client,
  listed: readonly Listed[],
  ours: Pick<Frame, 'id' | 'name'>,
  marker: Pick<Marker, 'team' | 'rotation'>,
): Promise<Frame | undefined> {
  const others = listed.filter(({ id, name }) => name === ours.name && id < ours.id)
  return (await markedOf(client, others, marker))[0]
}

/** The schedules of that name and marker: how one is found whose creation was not answered. */
export async function marked(
  client: Client,
  name: string,
  marker: Pick<Marker, 'team' | 'rotation'>,
): Promise<Frame[]> {
  const listed = await listSchedules(client)
  return markedOf(
    client,
    listed.filter((one) => one.name === name),
    marker,
  )
}

async function markedOf(
  client: Client,
  listed: readonly Listed[],
  { team, rotation }: Pick<Marker, 'team' | 'rotation'>,
): Promise<Frame[]> {
  const frames: Frame[] = []
  for (const one of listed) {
    const frame = await frameOf(client, one)
    const found = frame && readMarker(frame.description).marker
    if (frame && isOurs(found, team) && found.rotation === rotation) frames.push(frame)
  }
  return frames.sort(older)
}

/** What is listed, with its description; what the list tells is not asked again. */
async function frameOf(
  client: Client,
  one: Listed,
  within?: Interval,
): Promise<(Frame & Partial<Answered>) | undefined> {
  const { description } = one
  return description === undefined
    ? readFrame(client, one.id, within, one.kind)
    : { ...one, description, zone: '', policies: undefined }
}

function isOurs(marker: Marker | undefined, team: string): marker is Marker {
  return marker !== undefined && marker.team === team
}

/** PagerDuty does not tell which is older, so all runs must agree on something else: use, then the id. */
function older(a: Frame, b: Frame): number {
  return Number(isUsed(b)) - Number(isUsed(a)) || (a.id < b.id ? -1 : 1)
}

function notAdopted(rotation: Rotation, { id, name }: Frame): Refusal {
  const message = `PagerDuty has a schedule '${name}' (${id}) that rotate did not make: --adopt takes it over`
  return { code: 'not-adopted', rotation: rotation.id, message }
}

function isUsed({ policies }: Frame): boolean {
  return policies !== undefined && policies.length > 0
}
