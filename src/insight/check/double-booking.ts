/** `double-booking`: one person holds two rotations at once. */
import { intersection } from '../../time/interval.ts'
import { quoteList } from '../../time/list.ts'
import { sayFullTime } from '../../time/words.ts'
import { sharing } from '../../model/checks.ts'
import type { Shift } from '../../timeline/shifts.ts'
import { heldByEach } from './shifts/held.ts'
import type { Rule } from './rule.ts'

export const doubleBooking: Rule = {
  name: 'double-booking',
  severity: 'error',
  summary: 'One person is on call for two rotations at once.',
  wrong: `
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
  secondary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
`,
  right: `
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
  secondary: { follows: primary }
`,
  check: ({ workspace, rotations, within }) => {
    const order = new Map(rotations.map(({ rotation }, i) => [rotation.id, i]))
    const mayShare = sharing(workspace.checks.shared ?? [])
    return [...heldByEach(rotations)].flatMap(([id, shifts]) => {
      const zone = workspace.people.get(id)?.zone ?? workspace.zone
      return clashes(shifts, mayShare).flatMap((clash) => {
        const stretch = intersection(clash, within)
        if (stretch === undefined) return []
        const { start, end } = stretch
        const ids = [...clash.rotations].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
        const names = quoteList(ids)
        return {
          message: `'${id}' is on call for ${names} at once, from ${sayFullTime(zone, start)} to ${sayFullTime(zone, end)} (${zone.nameAt(start)}): let somebody else take one of them`,
          place: clash.place,
          rotation: ids[0] ?? '',
          rotations: ids,
          zone,
          people: [id],
          start,
          end,
        }
      })
    })
  },
}

interface Clash {
  readonly start: number
  readonly end: number
  readonly rotations: ReadonlySet<string>
  readonly place: Shift['rotation']['place']
}

/** The longest stretches in which shifts of more than one rotation are held. */
function clashes(held: readonly Shift[], mayShare: (a: string, b: string) => boolean): Clash[] {
  const edges = held.flatMap((shift) => [
    { at: shift.start, shift, begins: true },
    { at: shift.end, shift, begins: false },
  ])
  // Where one ends and the next begins at once, the end comes first; the stretch itself goes on.
  edges.sort((a, b) => a.at - b.at || Number(a.begins) - Number(b.begins))
  const found: Clash[] = []
  const active = new Set<Shift>()
  let start: number | undefined
  let rotations = new Set<string>()
  let last: Shift | undefined
  const close = (end: number): void => {
    if (start !== undefined && last !== undefined && end > start) {
      found.push({ start, end, rotations, place: placeOf(last) })
    }
    start = undefined
  }
  for (let i = 0; i < edges.length; i += 1) {
    const { at, shift, begins } = edges[i] as (typeof edges)[number]
    if (begins) active.add(shift)
    else active.delete(shift)
    // Everything at one instant counts at once.
    if (edges[i + 1]?.at === at) continue
    const ids = [...new Set([...active].map((each) => each.rotation.id))]
    const now = ids.filter((id) => ids.some((other) => other !== id && !mayShare(id, other)))
    if (now.length < 2) {
      close(at)
      continue
    }
    if (start === undefined) {
      start = at
      rotations = new Set()
      last = [...active].at(-1)
    }
    for (const id of now) rotations.add(id)
  }
  return found
}

/** An override at work is what somebody wrote last; else the rotation. */
function placeOf(shift: Shift): Clash['place'] {
  return shift.overrides.at(-1)?.place ?? shift.rotation.place
}
