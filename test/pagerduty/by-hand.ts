/** What people do in PagerDuty by hand, with the mouse: swaps, and somebody besides. */
import { NAME, type Any, type World } from './world.ts'

export type Stretch = readonly [start: string, end: string]

/** What an override lies on. */
type On = { readonly custom_shift_id: string } | { readonly rotation_id: string }

/** A shift-based schedule as it stands. */
export function scheduleOf(w: World, name = NAME): Any {
  return (w.simulator.byHand('GET', `/v3/schedules/${w.schedule(name).id}`) as Any).schedule
}

/** Somebody in the place of another, on the rotation that shows them; null is the empty member. Gives the id. */
export function swap(
  w: World,
  who: string | null,
  instead: string | null,
  [start, end]: Stretch,
  on?: On,
  name = NAME,
): string {
  const { id, rotations } = scheduleOf(w, name)
  const shown = rotations.findLast((one: Any) => one.events.length > 0)
  const made = w.simulator.byHand('POST', `/v3/schedules/${id}/overrides`, {
    overrides: [
      {
        type: 'override_shift',
        ...(on ?? { rotation_id: shown.id }),
        start_time: start,
        end_time: end,
        overridden_member: memberFor(w, instead),
        overriding_member: memberFor(w, who),
      },
    ],
  })
  return (made as Any).overrides[0].id
}

/** Somebody besides whoever is on call; null is the empty member. Gives the id. */
export function extra(w: World, who: string | null, [start, end]: Stretch): string {
  const made = w.simulator.byHand('POST', `/v3/schedules/${scheduleOf(w).id}/custom_shifts`, {
    custom_shifts: [
      {
        type: 'custom_shift',
        start_time: start,
        end_time: end,
        assignments: [{ type: 'shift_assignment', member: memberFor(w, who) }],
      },
    ],
  })
  return (made as Any).custom_shifts[0].id
}

/** In a layer-based schedule, where an override names nobody whom it replaces. */
export function swapInLayers(w: World, who: string, [start, end]: Stretch): void {
  w.simulator.byHand('POST', `/schedules/${w.schedule(NAME).id}/overrides`, {
    overrides: [{ start, end, user: { id: w.idOf(who), type: 'user_reference' } }],
  })
}

/** What the file wants for the turn that runs stands in a custom shift until the next handoff. */
export function runningShift(w: World): { readonly custom_shift_id: string } {
  return shiftIn(w, ['2026-11-25T11:00:00Z', '2026-11-26T00:00:00Z'])
}

/** The first custom shift in a stretch. */
export function shiftIn(w: World, [since, until]: Stretch): { readonly custom_shift_id: string } {
  const path = `/v3/schedules/${scheduleOf(w).id}/custom_shifts`
  const found = w.simulator.byHand('GET', `${path}?since=${since}&until=${until}&overflow=true`)
  return { custom_shift_id: (found as Any).custom_shifts[0].id }
}

function memberFor(w: World, name: string | null): Any {
  return name === null ? { type: 'empty_member' } : { type: 'user_member', user_id: w.idOf(name) }
}
