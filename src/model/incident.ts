/** An incident of a service, and what happened to it, as a pager tells. Nothing in it is an address or a number. */
import type { Instant } from '../time/instant.ts'

/** A user of the pager. */
export interface User {
  readonly id: string
  readonly name: string
}

/** Who or what did something: a user, or a service by itself. */
export type Agent = { readonly kind: 'user'; readonly user: User } | { readonly kind: 'service' }

interface Happening {
  readonly at: Instant
  /** Undefined where the pager does not tell. */
  readonly by: Agent | undefined
}

/** What happened to an incident. */
export type LogEntry = Happening &
  (
    | {
        readonly kind:
          | 'trigger'
          | 'acknowledge'
          | 'unacknowledge'
          | 'snooze'
          /** The escalation path begins again. */
          | 'repeat'
          | 'resolve'
          | 'note'
      }
    | { readonly kind: 'assign' | 'escalate'; readonly to: readonly User[] }
    | {
        readonly kind: 'notify'
        readonly user: User
        /** Whether a phone rang: by call, text message or push, not by e-mail. */
        readonly isLoud: boolean
      }
  )

/** What somebody wrote about an incident. */
export interface Note {
  readonly at: Instant
  readonly by: User | undefined
  readonly text: string
}

export interface Incident {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly url: string
  readonly service: { readonly id: string; readonly name: string }
  /** The id of its escalation policy. */
  readonly policy: string | undefined
  readonly urgency: string
  readonly priority: string | null
  readonly state: 'triggered' | 'acknowledged' | 'resolved'
  readonly created: Instant
  /** Undefined while it is open. */
  readonly resolved: Instant | undefined
  /** Who changed its state last, for where the log does not tell. */
  readonly changedBy: Agent | undefined
  /** Whom it is assigned to now. */
  readonly assigned: readonly User[]
  /** The number of the incident that it was merged into; the same as `true` where that is not told. */
  readonly merged: number | boolean
  /** Oldest first; empty where it was not asked for. */
  readonly log: readonly LogEntry[]
}
