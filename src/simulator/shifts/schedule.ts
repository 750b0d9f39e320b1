/** The nouns of a schedule of shifts: its rotations with their events, custom shifts and overrides. */
import type { Interval } from '../interval.ts'
import type { Recurrence } from './recurrence.ts'

/** Somebody who serves, or nobody. */
export interface Member {
  readonly type: 'user_member' | 'empty_member'
  readonly user_id?: string
}

/** An instant and the zone in which it recurs. */
export interface ZonedTime {
  readonly at: number
  readonly zone: string
}

/** How the occurrences of an event are dealt out. */
export interface Strategy {
  readonly type: 'rotating_member_assignment_strategy' | 'every_member_assignment_strategy'
  readonly shifts_per_member?: number
  readonly members: readonly Member[]
}

/** What recurs within a rotation. */
export interface Event {
  readonly id: string
  readonly name: string
  readonly start: ZonedTime
  readonly end: ZonedTime
  readonly since: number
  /** Infinity where it has no end. */
  readonly until: number
  /** When it was deleted while it was active; whatever was running then ended then. Infinity otherwise. */
  readonly cut: number
  readonly recurrence: readonly string[]
  readonly rule: Recurrence
  readonly strategy: Strategy
}

/** A rotation of a shift-based schedule. */
export interface Rotation {
  readonly id: string
  readonly events: readonly Event[]
  /** Kept after its deletion for the sake of what it rendered. */
  readonly deleted: boolean
}

/** A shift outside rotations. */
export interface CustomShift extends Interval {
  readonly id: string
  readonly assignment: string
  readonly member: Member
}

/** A member in the place of another. */
export interface Override extends Interval {
  readonly id: string
  readonly rotation?: string
  readonly customShift?: string
  readonly overridden: Member
  readonly overriding: Member
}

/** A shift-based schedule. */
export interface ShiftSchedule {
  readonly id: string
  readonly name: string
  readonly timeZone: string
  readonly description: string | undefined
  readonly teams: readonly string[]
  /** Oldest first, as are the shifts and overrides. */
  readonly rotations: readonly Rotation[]
  readonly customShifts: readonly CustomShift[]
  readonly overrides: readonly Override[]
}

/** Whether two members are the same user, or both nobody. */
export function isSameMember(a: Member, b: Member): boolean {
  return a.type === b.type && a.user_id === b.user_id
}

/** Where an event, a custom shift or an override stands; what begins now has begun, what ends now has ended. */
export function stateOf(stretch: Interval, now: number): 'past' | 'active' | 'future' {
  if (stretch.end <= now) return 'past'
  return stretch.start <= now ? 'active' : 'future'
}

/** While an event is effective. */
export function effective({ since, until }: Event): Interval {
  return { start: since, end: until }
}
