/** What commands about pages ask of PagerDuty: who was called, by which rotation, and what came of it. Nothing is written. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Note } from '../model/incident.ts'
import type { Rotation } from '../model/rotation.ts'
import { heldBy, type Duty, type Responders } from '../insight/pages/duty.ts'
import type { Evidence } from '../insight/pages/judge.ts'
import type { ForeignItem } from '../insight/handover/swaps.ts'
import type { Item } from '../sync/schedule.ts'
import type { Io } from '../io/io.ts'
import { incidentsOf } from './paging-incidents.ts'
import { respondersOf } from './paging-responders.ts'
import { schedulesOf, type Called } from './paging-schedules.ts'
import { accessOf, type Access } from './pagerduty.ts'
import type { Session } from './session.ts'
import { waiting } from './working.ts'

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
  const work = waiting(io)
  return access
    .talking(
      () => 'nothing was written',
      async () => {
        work.says('reading schedules of PagerDuty …')
        const found = await schedulesOf(access, session, search, io)
        const incidents = await incidentsOf(access, found, search, (words) => work.says(words))
        work.says('reading users of PagerDuty …')
        const people = await respondersOf(access, session, found, incidents)
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
