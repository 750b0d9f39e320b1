/** All that the simulated account holds. Its values are never changed but replaced, so nothing is ever half written. */
import type { AuditRecord } from './audit.ts'
import type { LayerSchedule } from './layers/layer.ts'
import type { Readings } from './readings.ts'
import type { ShiftSchedule } from './shifts/schedule.ts'

/** A user. */
export interface User {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly timeZone: string
  readonly role: string
  readonly teams: readonly string[]
}

/** A team. */
export interface Team {
  readonly id: string
  readonly name: string
  readonly description: string
}

/** Whom or what a level notifies. */
export interface Target {
  readonly kind: 'user' | 'layers' | 'shifts'
  readonly id: string
}

/** A level of an escalation policy. */
export interface Rule {
  readonly id: string
  readonly delayMinutes: number
  readonly targets: readonly Target[]
}

/** An escalation policy. */
export interface Policy {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly loops: number
  readonly rules: readonly Rule[]
  readonly teams: readonly string[]
}

/** A service, which alerts by an escalation policy. */
export interface Service {
  readonly id: string
  readonly name: string
  /** The id of its escalation policy. */
  readonly policy: string
}

/** An incident. */
export interface Incident {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly status: 'triggered' | 'acknowledged' | 'resolved'
  readonly urgency: 'high' | 'low'
  readonly createdAt: number
  readonly resolvedAt: number | undefined
  readonly service: string
  readonly policy: string | undefined
  readonly assignees: readonly string[]
  readonly teams: readonly string[]
  /** The schedule it was escalated through: that one cannot be deleted while the incident is open. */
  readonly schedule: string | undefined
  /** The name of its priority. */
  readonly priority: string | undefined
  /** The id of the user or service that resolved it. */
  readonly resolvedBy: string | undefined
  /** The id of the incident that it was merged into. */
  readonly mergedInto: string | undefined
}

/** An entry in the log of an incident. */
export interface LogEntry {
  readonly id: string
  /** As `trigger_log_entry`. */
  readonly type: string
  readonly createdAt: number
  readonly incident: string
  /** Who did it; of a notification, whom it went to. */
  readonly user: string | undefined
  /** The id of the service that did it. */
  readonly service: string | undefined
  /** The ids of the users to whom it was assigned. */
  readonly assignees: readonly string[]
  readonly summary: string
  readonly channel: Readonly<Record<string, unknown>> | undefined
}

/** What somebody wrote about an incident. */
export interface Note {
  readonly id: string
  readonly incident: string
  readonly user: string
  readonly content: string
  readonly createdAt: number
}

/** An account with all that is in it. */
export interface Account {
  readonly users: Map<string, User>
  readonly teams: Map<string, Team>
  readonly policies: Map<string, Policy>
  readonly shiftSchedules: Map<string, ShiftSchedule>
  readonly layerSchedules: Map<string, LayerSchedule>
  readonly incidents: Map<string, Incident>
  readonly logEntries: Map<string, LogEntry>
  readonly notes: Map<string, Note>
  readonly services: Map<string, Service>
  /** The zone in which incidents are asked for where a time has no offset. */
  readonly zone: string
  /** What was done to schedules, oldest first. */
  readonly audit: AuditRecord[]
  readonly readings: Readings
  /** Whose token it is; undefined for a token of the account. */
  readonly me: () => string | undefined
  /** The whole second that it is. */
  readonly now: () => number
  /** A new id, as `PXXXXXX`; for the parts of a schedule of shifts one of 26 characters. */
  readonly newId: (kind: 'short' | 'long') => string
}

/** An account with nothing in it. */
export function newAccount(
  readings: Readings,
  now: () => number,
  me: () => string | undefined,
  zone: string = 'Etc/UTC',
): Account {
  let made = 0
  return {
    users: new Map(),
    teams: new Map(),
    policies: new Map(),
    shiftSchedules: new Map(),
    layerSchedules: new Map(),
    incidents: new Map(),
    logEntries: new Map(),
    notes: new Map(),
    services: new Map(),
    zone,
    audit: [],
    readings,
    me,
    now,
    newId: (kind) => {
      made += 1
      return kind === 'short' ? `P${scrambled(made, 6)}` : `Z${scrambled(made, 25)}`
    },
  }
}

/** Looks like PagerDuty's ids and is the same in each run; distinct below 36^6 of them. */
function scrambled(count: number, length: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
  let rest = (count * 1_000_003 + 777_777_777) % 36 ** 6
  let id = ''
  for (let i = 0; i < length; i += 1) {
    id += letters[rest % 36]
    rest = i < 5 ? Math.floor(rest / 36) : (rest * 31 + i + count) % 36 ** 6
  }
  return id
}
