/** Who is on call by a schedule of shifts: the final schedule that PagerDuty computes. */
import {
  joined,
  overlaps,
  sorted,
  within,
  without,
  withoutAll,
  type Interval,
} from '../interval.ts'
import type { Readings } from '../readings.ts'
import { occurrencesOf } from './occurrences.ts'
import {
  isSameMember,
  type CustomShift,
  type Member,
  type Override,
  type Rotation,
  type ShiftSchedule,
} from './schedule.ts'

/** Where an assignment comes from, in the words of the API. */
interface Source {
  readonly type:
    'schedule_rotation' | 'custom_shift' | 'schedule_rotation_override' | 'custom_shift_override'
  readonly rotation_id?: string
  readonly shift_id?: string
  readonly override_id?: string
}

/** A member on call for a stretch, and why. */
export interface Assignment extends Interval {
  readonly member: Member
  readonly source: Source
}

/** The assignments in the range, clipped to it unless they may overflow. */
export function finalSchedule(
  schedule: ShiftSchedule,
  range: Interval,
  overflow: boolean,
  readings: Readings,
): Assignment[] {
  const all = stacked(groupsOf(schedule, range, readings), readings)
  const merged = readings.neighbours === 'merged' ? joined(all, isSameAssignment) : all
  const shown =
    readings.emptyShifts === 'shown'
      ? merged
      : merged.filter(({ member }) => member.type !== 'empty_member')
  return sorted(
    overflow ? shown.filter((stretch) => overlaps(stretch, range)) : within(shown, range),
  )
}

/** What a rotation gives by itself, before overrides; whole shifts that reach into the range. */
export function rotationShifts(
  rotation: Rotation,
  range: Interval,
  readings: Readings,
): Assignment[] {
  return rotation.events
    .flatMap((event) => occurrencesOf(event, readings, range.end))
    .filter((occurrence) => overlaps(occurrence, range))
    .flatMap(({ start, end, members }) =>
      members.map((member) => ({
        start,
        end,
        member,
        source: { type: 'schedule_rotation', rotation_id: rotation.id } as const,
      })),
    )
}

/** The assignment that a custom shift is, before overrides. */
export function customAssignment({ id, start, end, member }: CustomShift): Assignment {
  return { start, end, member, source: { type: 'custom_shift', shift_id: id } }
}

/** One group for each rotation and custom shift, overrides applied, the newest last. */
function groupsOf(schedule: ShiftSchedule, range: Interval, readings: Readings): Assignment[][] {
  const pad = longestOf(schedule)
  const wide = { start: range.start - pad, end: range.end + pad }
  const rotations = schedule.rotations.map((rotation) =>
    overridden(
      rotationShifts(rotation, wide, readings),
      schedule.overrides.filter((override) => override.rotation === rotation.id),
    ),
  )
  const onShifts = new Map<string | undefined, Override[]>()
  for (const override of schedule.overrides) {
    const others = onShifts.get(override.customShift) ?? []
    onShifts.set(override.customShift, [...others, override])
  }
  const customShifts = schedule.customShifts
    .filter((shift) => overlaps(shift, wide))
    .map((shift) => overridden([customAssignment(shift)], onShifts.get(shift.id) ?? []))
  return [...rotations, ...customShifts]
}

/** Each override, oldest first, takes its stretch from the shifts of the member whom it names. */
function overridden(shifts: readonly Assignment[], overrides: readonly Override[]): Assignment[] {
  return shifts.flatMap((shift) => {
    let stretches = [shift]
    for (const override of overrides) {
      if (!overlaps(override, shift)) continue
      if (!isSameMember(override.overridden, shift.member)) continue
      stretches = [
        ...without(stretches, override),
        ...within([{ ...shift, ...replacement(shift, override) }], override),
      ]
    }
    return stretches
  })
}

function replacement({ source }: Assignment, override: Override): Omit<Assignment, keyof Interval> {
  const type =
    source.type === 'schedule_rotation' ? 'schedule_rotation_override' : 'custom_shift_override'
  return { member: override.overriding, source: { ...source, type, override_id: override.id } }
}

/** All groups together: they add up, or the newer ones hide the older where somebody holds them. */
function stacked(groups: readonly Assignment[][], { overlap }: Readings): Assignment[] {
  if (overlap === 'add') return groups.flat()
  return groups.reduce<Assignment[]>((below, group) => {
    const holding = group.filter(({ member }) => member.type === 'user_member')
    return [...withoutAll(below, holding), ...group]
  }, [])
}

/** No shift is longer, so nothing further than this outside a range can matter within it. */
function longestOf({ rotations, customShifts, overrides }: ShiftSchedule): number {
  const events = rotations.flatMap((rotation) => rotation.events)
  const lengths = [
    ...events.map(({ start, end }) => end.at - start.at + 24 * 3_600_000),
    ...[...customShifts, ...overrides].map(({ start, end }) => end - start),
  ]
  return Math.max(0, ...lengths)
}

function isSameAssignment(a: Assignment, b: Assignment): boolean {
  return (
    isSameMember(a.member, b.member) &&
    a.source.type === b.source.type &&
    a.source.rotation_id === b.source.rotation_id &&
    a.source.shift_id === b.source.shift_id &&
    a.source.override_id === b.source.override_id
  )
}
