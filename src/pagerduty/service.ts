/** PagerDuty as a service: the one entrance to this room. */
import type { Incident, Note } from '../model/incident.ts'
import type { Schedule } from '../sync/schedule.ts'
import { planFor } from '../sync/plan.ts'
import type { Importer } from '../sync/import/importer.ts'
import type { About, Seen, Service } from '../sync/service.ts'
import { Client } from './client.ts'
import { lastNoteOf } from './incidents/notes.ts'
import { policiesUsing, type Policy } from './incidents/policies.ts'
import { readIncidents, type IncidentProgress, type IncidentSearch } from './incidents/read.ts'
import { readNewcomer, readSighting } from './import/read.ts'
import { layers } from './layers/dialect.ts'
import { putOf as putLayers } from './layers/requests.ts'
import { makersOf } from './makers.ts'
import { escalationsOf } from './on-calls.ts'
import { withBeyond } from './read/beyond.ts'
import { readFrame } from './read/frame.ts'
import { listSchedules, readSchedule } from './read/schedules.ts'
import type { Kind, Remote } from './remote.ts'
import { pathOf } from './request.ts'
import { send } from './send.ts'
import { shifts } from './shifts/dialect.ts'
import { putOf as putShifts } from './shifts/requests.ts'
import { seekUsers, userOf } from './users.ts'
import type { Wire } from './wire.ts'

export { WrongClock } from './clocks.ts'
export { withoutSecrets } from './hidden.ts'
export { isScoped } from './scopes.ts'

/** What rang, and through what. */
export interface Pager {
  /** The escalation policies that use a schedule. */
  readonly policiesUsing: (schedule: Pick<Seen, 'id' | 'kind' | 'answer'>) => Promise<Policy[]>
  /** The incidents that matter, with their logs. */
  readonly incidents: (
    search: IncidentSearch,
    told: (progress: IncidentProgress) => void,
  ) => Promise<Incident[]>
  /** The last note about an incident. */
  readonly lastNote: (incident: string) => Promise<Note | undefined>
  /** How many requests were sent so far. */
  readonly requests: () => number
}

/** PagerDuty as a service, as something out of which a workspace can be made, and as a pager. */
export type PagerDuty = Service & Importer & Pager

/** Where PagerDuty is, and as whom it is asked. */
export interface Access {
  readonly host: string
  readonly token: string
  readonly hasScopes: boolean
  readonly wire: Wire
  /** Whether something is going to be written, so that the clock must be right from the first answer on. */
  readonly writes: boolean
}

/** PagerDuty, as those who have access ask it. */
export function pagerDutyAt({ host, token, hasScopes, wire, writes }: Access): PagerDuty {
  const client = new Client(host, token, wire, hasScopes)
  if (writes) client.willWrite()
  return pagerDuty(client)
}

/** PagerDuty, spoken to through a client. */
export function pagerDuty(client: Client): PagerDuty {
  const policies = new Map<string, Policy>()
  return {
    name: 'PagerDuty',
    linkOf: ({ pagerduty }) => ({
      schedule: pagerduty?.schedule,
      kind: pagerduty?.kind ?? 'shifts',
      keepsForeign: pagerduty?.foreign !== 'remove',
    }),
    idNamed: ({ pagerduty }) => pagerduty,
    about: (kind) => ABOUT[kindOf(kind)],
    hintsOn: ({ pagerduty }, { kind }) =>
      kind === 'shifts' && pagerduty?.kind === 'layers' ? [CAN_GO] : [],

    list: () => listSchedules(client),
    frame: (id, within, kind) =>
      readFrame(client, id, within, kind === undefined ? undefined : kindOf(kind)),
    read: (frame, within, known) =>
      readSchedule(client, { id: frame.id, kind: kindOf(frame.kind) }, within, known),
    withBeyond: (schedule, within) => withBeyond(client, remoteOf(schedule), within),
    user: (id) => userOf(client, id),
    seek: (sought, found) => seekUsers(client, sought, found),
    makers: (schedule, items, now) => makersOf(client, remoteOf(schedule), items, now),
    escalations: (rotations, people) => escalationsOf(client, rotations, people),

    plan(wish, kind, schedule, circumstances) {
      const remote = schedule && remoteOf(schedule)
      // Of a schedule that PagerDuty has upgraded since, its own kind counts.
      return kindOf(kind) === 'shifts' && remote?.kind !== 'layers'
        ? planFor(shifts, wish, remote, circumstances)
        : planFor(layers, wish, remote?.kind === 'layers' ? remote : undefined, circumstances)
    },
    describing(schedule, description) {
      const remote = remoteOf(schedule)
      return remote.kind === 'shifts'
        ? putShifts({ ...remote, description })
        : putLayers({ ...remote, description })
    },
    send: (request, names) => send(client, request, names),
    remove: async (frame) => {
      await client.write('DELETE', pathOf(kindOf(frame.kind), frame))
    },

    sight: (listed, now) => readSighting(client, { id: listed.id, kind: kindOf(listed.kind) }, now),
    newcomer: (id) => readNewcomer(client, id),
    keyOf: ({ id }) => ({ pagerduty: { schedule: id, kind: 'shifts', foreign: 'keep' } }),
    keyOfUser: (id) => ({ pagerduty: id }),

    policiesUsing: (schedule) => policiesUsing(client, schedule, policies),
    incidents: (search, told) => readIncidents(client, search, told),
    lastNote: (incident) => lastNoteOf(client, incident),
    requests: () => client.sent,

    pause: (attempt) => client.pause(attempt),
    tell: (text) => client.tell(text),
    succeeded: () => client.succeeded(),
  }
}

const CAN_GO =
  "this schedule is shift-based (PagerDuty may have upgraded it): the line 'kind: layers' can go"

const ABOUT: Readonly<Record<Kind, About>> = {
  shifts: {
    name: 'shift-based',
    item: 'a custom shift',
    addsUp: true,
    mostLetters: shifts.can.marker,
  },
  layers: {
    name: 'layer-based',
    item: 'an override',
    addsUp: false,
    mostLetters: layers.can.marker,
  },
}

function kindOf(kind: string): Kind {
  return kind === 'layers' ? 'layers' : 'shifts'
}

/** What this room has read is one of its own schedules. */
function remoteOf(schedule: Schedule): Remote {
  return schedule as Remote
}
