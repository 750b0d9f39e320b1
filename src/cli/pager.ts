/** What commands about pages ask of PagerDuty: who was called, by which rotation, and what came of it. Nothing is written. */
import { DAY, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { UTC, zoneNamed } from '../time/zone.ts'
import type { Incident, LogEntry, Note } from '../model/incident.ts'
import type { Rotation } from '../model/rotation.ts'
import { heldBy, type Duty, type Responder, type Responders } from '../insight/pages/duty.ts'
import type { Evidence } from '../insight/pages/judge.ts'
import type { ForeignItem } from '../insight/handover/swaps.ts'
import { acquaintanceWith, type Acquaintance } from '../sync/acquaintance.ts'
import { locate } from '../sync/locate.ts'
import { readMarker } from '../sync/marker.ts'
import type { Frame, Item, Schedule } from '../sync/schedule.ts'
import type { Seen } from '../sync/service.ts'
import type { Io } from '../io/io.ts'
import { Failure } from '../io/failure.ts'
import { sayRefusals } from '../views/sync.ts'
import { accessOf, type Access } from './pagerduty.ts'
import type { Session } from './session.ts'
import { working } from './working.ts'

/** Older incidents are not looked for, unless they are open now. */
const BEFORE = 35 * DAY

/** What a command wants to know. */
export interface PagerSearch {
  readonly rotations: readonly Rotation[]
  /** All that pages are judged in. */
  readonly within: Interval
  /** Whether what is open matters, however old it is. */
  readonly isOpenToo: boolean
}

/** What was read. */
export interface Paging extends Evidence {
  readonly people: Responders
  readonly duties: readonly Duty[]
  /** By the id of the rotation: of those that have a schedule. */
  readonly dutyOf: (rotation: string) => Duty | undefined
  /** What people made by hand, as far as it stands beside turns. */
  readonly foreignOf: (rotation: string, items: Interval) => Promise<readonly ForeignItem[]>
  readonly lastNote: (incident: string) => Promise<Note | undefined>
  readonly talking: Access['talking']
}

/** Whether the environment names a way in: without one there is a report all the same. */
export function hasLogin({ env }: Io): boolean {
  return ['PAGERDUTY_TOKEN', 'PAGERDUTY_CLIENT_ID'].some((name) => (env[name] ?? '').trim() !== '')
}

/** Reads whom rotations called, and what happened to the incidents. */
export async function readPaging(
  command: string,
  session: Session,
  search: PagerSearch,
  io: Io,
): Promise<Paging> {
  const { workspace, look } = session
  const wished = ['audit_records.read']
  const access = await accessOf(command, workspace, io, 'reads pages', wished)
  const work = working(io, true)
  return access
    .talking(
      () => 'nothing was written',
      async () => {
        work.says('reading schedules of PagerDuty …')
        const found = await schedulesOf(access, session, search, io)
        const incidents = await incidentsOf(access, found, search, (words) => work.says(words))
        work.says('reading users of PagerDuty …')
        const who = acquaintanceWith(
          access.service,
          { idOf: new Map(), names: new Map() },
          workspace.people,
        )
        await who.meet([...found.flatMap(holdersIn), ...incidents.flatMap(usersIn)])
        const people = await respondersOf(access, session, who, found)
        const duties = found.map((one) => dutyIn(one, people))
        const paging: Paging = {
          duties,
          incidents,
          people,
          lists: [...workspace.holidays.values()],
          dutyOf: (id) => duties.find(({ rotation }) => rotation === id),
          foreignOf: (id, within) => foreignIn(access, found, id, within, people, look.now),
          lastNote: (id) => access.service.lastNote(id),
          talking: access.talking,
        }
        return paging
      },
    )
    .finally(() => work.ends())
}

/** A rotation's schedule, and the policies that call it. */
interface Called {
  readonly rotation: Rotation
  readonly schedule: Schedule
  readonly policies: readonly {
    readonly id: string
    readonly services: readonly { readonly id: string }[]
    readonly levels: ReadonlyMap<string, number>
  }[]
}

/** The schedules of the rotations asked for, and of others that the same policies call: they may have a claim on a page. */
async function schedulesOf(
  { service, team }: Access,
  { workspace, look }: Session,
  { rotations, within }: PagerSearch,
  io: Io,
): Promise<Called[]> {
  const { targets, refusals } = await locate(service, {
    team,
    rotations,
    known: [...workspace.rotations.keys(), ...workspace.unsound.rotations],
    isWhole: false,
    // Whoever only reads takes nothing over.
    mayAdopt: true,
    rangeOf: () => within,
  })
  if (refusals.length > 0) {
    io.err.write(sayRefusals(refusals, look))
    throw new Failure('nothing was written: of what rang there only half would be known', 2)
  }
  const found: Called[] = []
  const read = async (rotation: Rotation, frame: Seen | Frame): Promise<void> => {
    const seen: Seen = frame
    const known = seen.answer === undefined ? {} : { answer: seen.answer }
    const schedule = await service.read(frame, within, known)
    if (schedule === undefined) return
    const policies = await service.policiesUsing({ ...frame, ...known })
    found.push({ rotation, schedule, policies })
  }
  for (const { rotation, frame, answer } of targets) {
    if (frame !== undefined)
      await read(rotation, answer === undefined ? frame : { ...frame, answer })
  }
  const known = new Set(found.map(({ schedule }) => schedule.id))
  const others = new Set(
    found.flatMap(({ policies }) => policies.flatMap((one) => [...one.levels.keys()])),
  )
  for (const id of others) {
    if (known.has(id)) continue
    const frame = await service.frame(id, within)
    if (frame === undefined) continue
    const rotation = [...workspace.rotations.values()].find((one) =>
      isOf(one, frame, team, service),
    )
    if (rotation !== undefined && !found.some((one) => one.rotation === rotation)) {
      await read(rotation, frame)
    }
  }
  const order = [...workspace.rotations.values()]
  return found.sort((a, b) => order.indexOf(a.rotation) - order.indexOf(b.rotation))
}

function isOf(
  rotation: Rotation,
  { id, description }: Frame,
  team: string,
  service: Access['service'],
): boolean {
  const { schedule } = service.linkOf(rotation)
  if (schedule !== undefined) return schedule === id
  const { marker } = readMarker(description)
  return marker?.team === team && marker.rotation === rotation.id
}

async function incidentsOf(
  { service, tell }: Access,
  found: readonly Called[],
  { within, isOpenToo }: PagerSearch,
  says: (words: string) => void,
): Promise<readonly Incident[]> {
  const services = new Set(
    found.flatMap(({ policies }) => policies.flatMap((one) => one.services.map(({ id }) => id))),
  )
  let requests = 0
  const incidents = await service.incidents(
    {
      services: [...services].sort(),
      created: { start: within.start - BEFORE, end: within.end },
      isOpenToo,
      matters: ({ created, resolved }) =>
        created < within.end && (resolved === undefined || resolved >= within.start),
    },
    (progress) => {
      const { listed, read, of } = progress
      requests = progress.requests
      const far = of === undefined ? counted(listed) : `${counted(read)} of ${counted(of)}`
      says(`reading incidents of PagerDuty: ${far} (${counted(requests)} requests) …`)
    },
  )
  // What is so long is worth a word also where nobody waits at a terminal.
  if (requests > MANY) {
    tell(
      `Read ${counted(incidents.length)} incidents of PagerDuty, in ${counted(requests)} requests.`,
    )
  }
  return incidents
}

const MANY = 500

function counted(many: number): string {
  return many.toLocaleString('en')
}

function holdersIn({ schedule }: Called): string[] {
  return [...schedule.rendered, ...schedule.items].flatMap(({ user }) => user ?? [])
}

function usersIn({ log, assigned }: Incident): string[] {
  return [...log.flatMap(namedIn), ...assigned].map(({ id }) => id)
}

function namedIn(entry: LogEntry): readonly { readonly id: string }[] {
  const by = entry.by?.kind === 'user' ? [entry.by.user] : []
  switch (entry.kind) {
    case 'notify':
      return [entry.user, ...by]
    case 'assign':
    case 'escalate':
      return [...entry.to, ...by]
    case 'trigger':
    case 'acknowledge':
    case 'unacknowledge':
    case 'snooze':
    case 'repeat':
    case 'resolve':
    case 'note':
      return by
  }
}

/** People of the file go by their id; of the others only those who were on call need a clock. */
async function respondersOf(
  { service }: Access,
  { workspace }: Session,
  who: Acquaintance,
  found: readonly Called[],
): Promise<Responders> {
  const strangers = new Map<string, Responder>()
  const keyOf = (user: string): string => who.personOf(user) ?? `user ${user}`
  for (const user of new Set(found.flatMap(holdersIn))) {
    const key = keyOf(user)
    if (workspace.people.has(key)) continue
    const { zone } = await service.newcomer(user)
    const clock = zoneNamed(zone) ?? workspace.zone
    strangers.set(key, { key, name: who.nameOf(user), person: undefined, zone: clock })
  }
  return {
    keyOf,
    named: (key) => {
      const person = workspace.people.get(key)
      if (person !== undefined) return { key, name: person.name, person, zone: person.zone }
      const name = who.nameOf(key.replace(/^user /, ''))
      return strangers.get(key) ?? { key, name, person: undefined, zone: UTC }
    },
  }
}

function dutyIn({ rotation, schedule, policies }: Called, { keyOf }: Responders): Duty {
  return {
    rotation: rotation.id,
    held: heldBy(
      schedule.rendered.flatMap(({ start, end, user }) =>
        user === null ? [] : [{ start, end, people: [keyOf(user)] }],
      ),
    ),
    levels: new Map(
      policies.flatMap(({ id, levels }) => {
        const level = levels.get(schedule.id)
        return level === undefined ? [] : [[id, level] as const]
      }),
    ),
    services: new Set(policies.flatMap(({ services }) => services.map(({ id }) => id))),
  }
}

async function foreignIn(
  { service }: Access,
  found: readonly Called[],
  id: string,
  within: Interval,
  { keyOf, named }: Responders,
  now: Instant,
): Promise<readonly ForeignItem[]> {
  const one = found.find(({ rotation }) => rotation.id === id)
  const items = (one?.schedule.items ?? []).filter(
    ({ start, end }) => start < within.end && end > within.start,
  )
  if (one === undefined || items.length === 0) return []
  const makers = await service.makers(one.schedule, items, now)
  return items.map((item: Item) => {
    const maker = makers.get(item.id ?? '')
    const by = maker && (named(keyOf(maker.id)).person?.name ?? maker.name)
    return {
      start: item.start,
      end: item.end,
      people: item.user === null ? [] : [keyOf(item.user)],
      ...(typeof item.instead === 'string' && { insteadOf: [keyOf(item.instead)] }),
      by,
    }
  })
}
