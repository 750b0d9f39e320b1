/** Which schedule in PagerDuty belongs to which rotation: by the id in the file, by the marker, or by name. */
import type { Refusal } from '../model/plan.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Client } from './client.ts'
import { readMarker, type Marker } from './marker.ts'
import type { Interval } from '../time/interval.ts'
import type { Json } from './json.ts'
import { listSchedules, readFrame, type Answered, type Listed } from './read.ts'
import type { Frame } from './remote.ts'

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
  /** Second schedules of a rotation, which two runs at once have left. */
  readonly doubles: readonly Frame[]
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
  const doubles: Frame[] = []
  const claimed = new Set<string>()
  for (const rotation of rotations) {
    const id = rotation.pagerduty?.schedule
    if (id === undefined) continue
    claimed.add(id)
    const frame = await readFrame(client, id, search.rangeOf(rotation))
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
  const open = rotations.filter(({ pagerduty }) => pagerduty?.schedule === undefined)
  if (open.length === 0 && !search.isWhole) return { targets, refusals, orphans, doubles }

  const listed = (await listSchedules(client)).filter(({ id }) => !claimed.has(id))
  const frames = new Map<string, Frame & Partial<Answered>>()
  const look = async (one: Listed): Promise<void> => {
    if (frames.has(one.id)) return
    const named = open.find(({ name }) => name === one.name)
    const frame: (Frame & Partial<Answered>) | undefined =
      one.description === undefined
        ? await readFrame(client, one.id, named && search.rangeOf(named))
        : { ...one, description: one.description, zone: '', policies: undefined }
    if (frame !== undefined) frames.set(one.id, frame)
  }
  const names = new Set(open.map(({ name }) => name))
  for (const one of listed)
    if (names.has(one.name) || one.description !== undefined) await look(one)
  const marked = (id: string): (Frame & Partial<Answered>)[] =>
    [...frames.values()].filter(({ description }) => {
      const { marker } = readMarker(description)
      return isOurs(marker, team) && marker.rotation === id
    })
  // A schedule that was renamed is found by its marker alone, and the lists do not tell it.
  const isMissing = open.some(({ id }) => marked(id).length === 0)
  if (isMissing || search.isWhole) for (const one of listed) await look(one)

  for (const rotation of open) {
    const [first, ...others] = marked(rotation.id).sort(older)
    const nameless = [...frames.values()].filter(
      ({ name, description }) =>
        name === rotation.name && readMarker(description).marker === undefined,
    )
    const [byName] = nameless
    if (first !== undefined) {
      targets.push(targetOf(rotation, first, false))
      doubles.push(...others)
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

/** A schedule made by somebody else at the same moment, which is to be kept rather than ours; undefined where none is. */
export async function olderTwin(
  client: Client,
  ours: Pick<Frame, 'id' | 'name' | 'kind'>,
  marker: Pick<Marker, 'team' | 'rotation'>,
): Promise<Frame | undefined> {
  const twins = await marked(client, ours.name, marker)
  return twins.filter(({ id }) => id !== ours.id && id < ours.id).sort(older)[0]
}

/** The schedules of that name and marker: how one is found whose creation was not answered. */
export async function marked(
  client: Client,
  name: string,
  { team, rotation }: Pick<Marker, 'team' | 'rotation'>,
): Promise<Frame[]> {
  const frames: Frame[] = []
  for (const one of await listSchedules(client)) {
    if (one.name !== name) continue
    const frame = await readFrame(client, one.id)
    const found = frame && readMarker(frame.description).marker
    if (frame && isOurs(found, team) && found.rotation === rotation) frames.push(frame)
  }
  return frames.sort(older)
}

function isOurs(marker: Marker | undefined, team: string): marker is Marker {
  return marker !== undefined && marker.team === team
}

/** PagerDuty does not tell which is older, so all runs must agree on something else: use, then the id. */
function older(a: Frame, b: Frame): number {
  return isUsed(b) - isUsed(a) || (a.id < b.id ? -1 : 1)
}

function notAdopted(rotation: Rotation, { id, name }: Frame): Refusal {
  const message = `PagerDuty has a schedule '${name}' (${id}) that rotate did not make: --adopt takes it over`
  return { code: 'not-adopted', rotation: rotation.id, message }
}

function isUsed({ policies }: Frame): number {
  return (policies?.length ?? 0) > 0 ? 1 : 0
}
