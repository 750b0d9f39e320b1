/** Which schedule of a service belongs to which rotation: by the id in the file, by the marker, or by name. */
import type { Interval } from '../time/interval.ts'
import { quoteList } from '../time/list.ts'
import type { Refusal } from '../model/plan.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { readMarker } from './marker.ts'
import type { Frame, Listed } from './schedule.ts'
import type { Answer, Seen, Service } from './service.ts'
import { isOurs, markedIn, ranked, survey } from './survey.ts'

/** A rotation and its schedule; without one it is to be made. */
export interface Target {
  readonly rotation: Rotation
  readonly kind: string
  readonly frame: Seen | undefined
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
  /** Of all rotations, be they chosen or not: what one of them names is no other's. */
  readonly workspace: Pick<Workspace, 'rotations' | 'unsound'>
  /** Whether all are chosen: then those that are gone are looked for, too. */
  readonly isWhole: boolean
  readonly mayAdopt: boolean
  /** What will have to be known of a rotation's schedule. */
  readonly rangeOf: (rotation: Rotation) => Interval
}

/** The schedules of rotations, and others that bear a mark of the team's. */
export async function locate(service: Service, search: Search): Promise<Found> {
  const { rotations, workspace, isWhole } = search
  const open = rotations.filter((one) => service.linkOf(one).schedule === undefined)
  const isListing = open.length > 0 || isWhole
  const all = isListing ? await service.list() : []
  const answers: Located[] = []
  for (const rotation of rotations) {
    const id = service.linkOf(rotation).schedule
    if (id !== undefined) answers.push(await locateNamed(service, rotation, id, all, search))
  }
  const everyone = [...workspace.rotations.values()]
  const claimed = new Set(everyone.flatMap((one) => service.linkOf(one).schedule ?? []))
  const listed = all.filter(({ id }) => !claimed.has(id))
  const frames = isListing ? await survey(service, open, listed, search) : []
  const copies = answers.flatMap(({ target }) => copiesOf(target, frames, search))
  const doubles: Double[] = []
  for (const rotation of open) {
    const answer = await locateOpen(service, rotation, frames, search)
    answers.push(answer)
    doubles.push(...answer.doubles)
  }
  const found = answers.flatMap(({ target }) => target ?? [])
  const shared = found.filter((one) => sharing(one, found).length > 1)
  const targets = found.filter((one) => !shared.includes(one))
  return {
    targets: rotations.flatMap((rotation) => targets.filter((one) => one.rotation === rotation)),
    refusals: [
      ...answers.flatMap(({ refusal }) => refusal ?? []),
      ...shared.map((one) => refusedAsShared(one, found)),
    ],
    orphans: isWhole ? orphansIn(frames, search) : [],
    doubles: [...doubles, ...copies],
  }
}

/** The rotations among those looked for whose schedule is one of some, by the same signs; what would be refused is left out. */
export async function locateAmong(
  service: Service,
  frames: readonly Seen[],
  search: Search,
): Promise<readonly Target[]> {
  const idOf = (rotation: Rotation): string | undefined => service.linkOf(rotation).schedule
  const claimed = new Set(search.rotations.map(idOf))
  const listed = frames.filter(({ id }) => !claimed.has(id))
  const answers: Located[] = []
  for (const rotation of search.rotations) {
    const id = idOf(rotation)
    const frame = frames.find((one) => one.id === id)
    if (frame !== undefined) answers.push(judgeNamed(service, rotation, frame, search))
    if (id === undefined) answers.push(await locateOpen(service, rotation, listed, search))
  }
  return answers.flatMap(({ target }) => (target?.frame === undefined ? [] : [target]))
}

/** What became of the search for a rotation's schedule. */
interface Located {
  readonly target?: Target
  readonly refusal?: Refusal
}

/** The schedule that the file names. */
async function locateNamed(
  service: Service,
  rotation: Rotation,
  id: string,
  all: readonly Listed[],
  search: Search,
): Promise<Located> {
  const kind = all.find((one) => one.id === id)?.kind
  const frame = await service.frame(id, search.rangeOf(rotation), kind)
  if (frame !== undefined) return judgeNamed(service, rotation, frame, search)
  const message = `${service.name} has no schedule ${id}: is 'schedule:' right, and may the token see it?`
  return { refusal: { code: 'gone', rotation: rotation.id, message } }
}

/** Whether the schedule that the file names may be the rotation's. */
function judgeNamed(
  service: Service,
  rotation: Rotation,
  frame: Seen,
  { team, mayAdopt }: Search,
): Located {
  const { marker } = readMarker(frame.description)
  if (marker !== undefined && marker.team !== team) {
    const message = `schedule ${frame.id} ('${frame.name}') belongs to the team '${marker.team}'`
    return { refusal: { code: 'other-team', rotation: rotation.id, message } }
  }
  return marker === undefined && !mayAdopt
    ? { refusal: notAdopted(service, rotation, frame) }
    : { target: targetOf(service, rotation, frame, marker === undefined) }
}

/** The schedule with a rotation's mark, or its name; one to be made where there is none. */
async function locateOpen(
  service: Service,
  rotation: Rotation,
  frames: readonly Seen[],
  search: Search,
): Promise<Located & Pick<Found, 'doubles'>> {
  const { id, name } = rotation
  const found = markedIn(frames, { team: search.team, rotation: id })
  const [first, ...others] = await ranked(service, rotation, found, search.rangeOf)
  if (first !== undefined) {
    const doubles = others.map((frame) => ({ frame, rotation: id, ours: first }))
    return { target: targetOf(service, rotation, first, false), doubles }
  }
  const nameless = frames.filter(
    (one) => one.name === name && readMarker(one.description).marker === undefined,
  )
  const [byName, ...more] = nameless
  if (byName === undefined) {
    const { kind } = service.linkOf(rotation)
    return { target: { rotation, kind, frame: undefined, isAdopted: false }, doubles: [] }
  }
  if (!search.mayAdopt) return { refusal: notAdopted(service, rotation, byName), doubles: [] }
  if (more.length === 0) {
    return { target: targetOf(service, rotation, byName, true), doubles: [] }
  }
  const ids = nameless.map((one) => one.id).join(', ')
  const message = `${service.name} has several schedules named '${name}' (${ids}): say which by 'schedule:'`
  return { refusal: { code: 'not-adopted', rotation: id, message }, doubles: [] }
}

/** The targets that have the schedule of one of them: rotations of one name, of which one alone can have it. */
function sharing({ frame }: Target, found: readonly Target[]): readonly Target[] {
  return found.filter((other) => frame !== undefined && other.frame?.id === frame.id)
}

function refusedAsShared(target: Target, found: readonly Target[]): Refusal {
  const ids = sharing(target, found).map(({ rotation }) => rotation.id)
  const { id = '', name = '' } = target.frame ?? {}
  const message =
    `the schedule '${name}' (${id}) would be that of ${quoteList(ids)}: ` +
    `give each a 'name:' of its own, or say whose it is by 'schedule: ${id}'`
  return { code: 'not-adopted', rotation: target.rotation.id, message }
}

/** The copies of a schedule that the file names. */
function copiesOf(
  target: Target | undefined,
  frames: readonly Seen[],
  { team }: Search,
): readonly Double[] {
  const frame = target?.frame
  if (target === undefined || frame === undefined) return []
  const { id } = target.rotation
  return markedIn(frames, { team, rotation: id }).map((copy) => ({
    frame: copy,
    rotation: id,
    ours: frame,
  }))
}

/** The schedules of the team's whose rotation is gone. */
function orphansIn(frames: readonly Seen[], { team, workspace }: Search): readonly Frame[] {
  const { rotations, unsound } = workspace
  // Those with errors in them are not gone.
  const known = [...rotations.keys(), ...unsound.rotations]
  return frames.filter(({ description }) => {
    const { marker } = readMarker(description)
    return isOurs(marker, team) && !known.includes(marker.rotation)
  })
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

function notAdopted(service: Service, rotation: Rotation, { id, name }: Frame): Refusal {
  const message = `${service.name} has a schedule '${name}' (${id}) that rotate did not make: --adopt takes it over`
  return { code: 'not-adopted', rotation: rotation.id, message }
}
