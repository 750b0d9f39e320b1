/** `away-on-call`: somebody is on call while away. A person decides what to do about it, so it is a warning. */
import { intersection, joined, type Interval } from '../../time/interval.ts'
import { awayWithin, type Away, type Person } from '../../model/person.ts'
import type { Shift } from '../../timeline/shifts.ts'
import { heldBy } from './shifts/held.ts'
import { sayStretches } from './shifts/stretches.ts'
import type { Finding, Rule } from './rule.ts'

export const awayOnCall: Rule = {
  name: 'away-on-call',
  severity: 'warning',
  summary: 'Somebody is on call while away.',
  wrong: `
people: { alice: { away: [2026-12-01..2026-12-03] }, bob: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
`,
  right: `
people: { alice: { away: [2026-12-01..2026-12-03] }, bob: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
overrides:
  - { rotation: primary, who: bob, instead_of: alice, on: 2026-12-01..2026-12-03 }
`,
  check: ({ workspace, rotations, within }) =>
    rotations.flatMap(({ rotation, shifts }) =>
      [...workspace.people.values()].flatMap((person) =>
        awayWithin(person, within).flatMap(
          (away) => ofAbsence(rotation.id, shifts, person, away, within) ?? [],
        ),
      ),
    ),
}

/** One problem for each absence, however often it comes again and however many shifts lie in it. */
function ofAbsence(
  rotation: string,
  shifts: readonly Shift[],
  { id, zone }: Person,
  stretchesAway: readonly Away[],
  within: Interval,
): Finding | undefined {
  const [away] = stretchesAway
  const inside = joined(stretchesAway.flatMap((one) => intersection(one, within) ?? []))
  const held = heldBy(id, shifts)
  const stretches = inside.flatMap((one) => held.flatMap((shift) => intersection(one, shift) ?? []))
  const said = sayStretches(stretches, zone)
  if (said === undefined || away === undefined) return undefined
  const reason = away.why === undefined ? '' : ` (${away.why})`
  return {
    message: `'${id}' is on call for '${rotation}' ${said.words} but away${reason}: find somebody who takes it, or add an override`,
    place: away.place,
    rotation,
    people: [id],
    start: said.start,
    end: said.end,
  }
}
