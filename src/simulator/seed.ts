/** Putting things into the account as if they had been there for long: nothing is clamped to the present. */
import type { Account, Incident, LogEntry, Note, Service } from './account.ts'
import { Complaining, type Json } from './fields.ts'
import { newSchedule as newLayerSchedule } from './layers/body.ts'
import { readOverride as readLayerOverride } from './layers/overrides.ts'
import { newPolicy } from './policies.ts'
import { readEvent } from './shifts/event-body.ts'
import { readCustomShift } from './shifts/custom-shifts.ts'
import { readOverride } from './shifts/overrides.ts'
import type { Event, Rotation } from './shifts/schedule.ts'
import { newSchedule as newShiftSchedule } from './shifts/schedules.ts'
import { seedIncidents, type IncidentsSeed } from './incident-lives.ts'
import { newTeam } from './teams.ts'
import { newUser } from './users.ts'

interface UserSeed {
  readonly name: string
  readonly email: string
  readonly time_zone?: string
  /** Ids of teams. */
  readonly teams?: readonly string[]
}

/** As the bodies of the API have it, all in one; what does not recur may name a rotation by its place, from 0. */
interface ShiftScheduleSeed {
  readonly name: string
  readonly time_zone: string
  readonly description?: string
  readonly teams?: readonly Json[]
  readonly rotations?: readonly { readonly events: readonly Json[] }[]
  readonly custom_shifts?: readonly Json[]
  /** `rotation` or `custom_shift` is the place of what it overrides in the lists above. */
  readonly overrides?: readonly Json[]
}

/** As the body of `POST /schedules` has it, and overrides. */
interface LayerScheduleSeed {
  readonly name: string
  readonly time_zone: string
  readonly description?: string
  readonly teams?: readonly Json[]
  readonly schedule_layers: readonly Json[]
  readonly overrides?: readonly Json[]
}

interface PolicySeed {
  readonly name: string
  readonly description?: string
  readonly escalation_rules: readonly Json[]
  readonly teams?: readonly Json[]
}

interface IncidentSeed extends Partial<Omit<Incident, 'id' | 'number'>> {
  readonly title: string
  readonly createdAt: number
}

interface LogEntrySeed extends Partial<Omit<LogEntry, 'id'>> {
  readonly type: string
  readonly createdAt: number
  readonly incident: string
}

/** Each gives the id of what it has made, and throws where the body would be refused. */
export interface Seed {
  readonly user: (seed: UserSeed) => string
  readonly team: (name: string) => string
  readonly shiftSchedule: (seed: ShiftScheduleSeed) => string
  readonly layerSchedule: (seed: LayerScheduleSeed) => string
  readonly escalationPolicy: (seed: PolicySeed) => string
  readonly incident: (seed: IncidentSeed) => string
  readonly logEntry: (seed: LogEntrySeed) => string
  readonly service: (seed: Omit<Service, 'id'>) => string
  readonly note: (seed: Omit<Note, 'id'>) => string
  /** Incidents as a team has them, by chance from a seed: the same seed makes the same ones. Their ids. */
  readonly incidents: (seed: IncidentsSeed) => readonly string[]
}

/** The ways to put things into an account without asking the API. */
export function seeding(account: Account): Seed {
  return {
    user: ({ teams = [], ...seed }) => {
      const user = { ...newUser(account, seed), teams }
      return kept(account.users, user)
    },
    team: (name) => kept(account.teams, newTeam(account, { name })),
    shiftSchedule: (seed) => seedShiftSchedule(account, seed),
    layerSchedule: (seed) => seedLayerSchedule(account, seed),
    escalationPolicy: (seed) => kept(account.policies, newPolicy(account, { ...seed })),
    incident: (seed) => {
      const incident: Incident = {
        id: account.newId('short'),
        number: account.incidents.size + 1,
        status: 'triggered',
        urgency: 'high',
        resolvedAt: undefined,
        service: 'PSERVICE',
        policy: undefined,
        assignees: [],
        teams: [],
        schedule: undefined,
        priority: undefined,
        resolvedBy: undefined,
        mergedInto: undefined,
        ...seed,
      }
      return kept(account.incidents, incident)
    },
    logEntry: (seed) => {
      const entry: LogEntry = {
        id: account.newId('short'),
        user: undefined,
        service: undefined,
        assignees: [],
        summary: seed.type,
        channel: undefined,
        ...seed,
      }
      return kept(account.logEntries, entry)
    },
    service: (seed) => kept(account.services, { id: account.newId('short'), ...seed }),
    note: (seed) => kept(account.notes, { id: account.newId('short'), ...seed }),
    incidents: (seed) => seedIncidents(account, seed),
  }
}

function seedShiftSchedule(account: Account, seed: ShiftScheduleSeed): string {
  const { name, time_zone, description, teams, rotations = [] } = seed
  const complain = new Complaining()
  const frame = newShiftSchedule(account, { name, time_zone, description, teams })
  const filled = {
    ...frame,
    rotations: rotations.map(({ events }): Rotation => ({
      id: account.newId('long'),
      deleted: false,
      events: events.flatMap((body): Event[] => {
        const event = readEvent(account, body, complain)
        return event === undefined ? [] : [{ ...event, id: account.newId('long') }]
      }),
    })),
    customShifts: present(
      (seed.custom_shifts ?? []).map((body) =>
        readCustomShift(account, { type: 'custom_shift', ...body }, 'custom_shift', complain),
      ),
    ),
  }
  const overrides = (seed.overrides ?? []).map(({ rotation, custom_shift: shift, ...body }) => {
    const sent = {
      type: 'override_shift',
      ...(typeof rotation === 'number' ? { rotation_id: filled.rotations[rotation]?.id } : {}),
      ...(typeof shift === 'number' ? { custom_shift_id: filled.customShifts[shift]?.id } : {}),
      ...body,
    }
    return readOverride(account, filled, sent, 'override', complain)
  })
  complain.settle()
  return kept(account.shiftSchedules, { ...filled, overrides: present(overrides) })
}

function seedLayerSchedule(account: Account, seed: LayerScheduleSeed): string {
  const { overrides = [], ...body } = seed
  const complain = new Complaining()
  // Whatever is sent is then in the future, so that layers begin when they say.
  const longAgo = { ...account, now: () => -Infinity }
  const schedule = newLayerSchedule(longAgo, { ...body, type: 'schedule' })
  const made = overrides.map((one) => readLayerOverride(account, one, complain))
  complain.settle()
  return kept(account.layerSchedules, { ...schedule, overrides: present(made) })
}

function kept<T extends { readonly id: string }>(all: Map<string, T>, one: T): string {
  all.set(one.id, one)
  return one.id
}

function present<T>(all: readonly (T | undefined)[]): T[] {
  return all.filter((one) => one !== undefined)
}
