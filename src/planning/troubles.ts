/** What is wrong with somebody's time on call: two rotations at once, absences, too little rest, not in the team. */
import { WEEK } from '../time/instant.ts'
import { intersection, joined, touches, without, type Interval } from '../time/interval.ts'
import { applied } from '../model/apply.ts'
import type { Change } from '../model/change.ts'
import { sharing, type CheckName } from '../model/checks.ts'
import { awayWithin, type Person } from '../model/person.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { LEAST_REST, restsBetween } from '../insight/check/shifts/rests.ts'
import { shiftsOf, type Shift } from '../timeline/shifts.ts'
import { firstEndingAfter } from '../timeline/span.ts'
import type { Exchange, Proposal, Trouble } from './proposal.ts'

/** As far around a stretch as rest is looked for. */
const AROUND = WEEK

/** What speaks against exchanges that was not so before, of those who come on call. */
export function troublesAfter(
  workspace: Workspace,
  changes: readonly Change[],
  exchanges: readonly Exchange[],
): Proposal['against'] {
  if (exchanges.length === 0) return []
  const within = {
    start: Math.min(...exchanges.map(({ start }) => start)),
    end: Math.max(...exchanges.map(({ end }) => end)),
  }
  const coming = exchanges.flatMap(({ before, after }) =>
    after.filter((id) => !before.includes(id)),
  )
  return newTroubles(workspace, applied(workspace, changes), coming, within)
}

/**
 * The troubles that people have in an interval, and had not before. Those of rules that the workspace has turned off are none.
 */
function newTroubles(
  before: Workspace,
  after: Workspace,
  people: Iterable<string>,
  within: Interval,
): Trouble[] {
  return [...new Set(people)].flatMap((id) => {
    const person = after.people.get(id)
    if (person === undefined) return []
    const was = troublesOf(before, person, within)
    return troublesOf(after, person, within).flatMap((trouble): Trouble[] => {
      const known = was.filter(({ kind }) => kind === trouble.kind)
      if (trouble.kind === 'rest') {
        const shorter = known.some((each) => each.start >= trouble.start && each.end <= trouble.end)
        return shorter ? [] : [trouble]
      }
      return without([trouble], joined(known)).map((stretch) => ({ ...trouble, ...stretch }))
    })
  })
}

type Kind = Trouble['kind']

/** The rule of `check` that asks for the same. */
const RULES: Readonly<Record<Kind, CheckName>> = {
  busy: 'double-booking',
  away: 'away-on-call',
  'not-in-team': 'not-in-team',
  rest: 'min-rest',
}
const KINDS: readonly Kind[] = ['busy', 'away', 'not-in-team', 'rest']

/** The troubles of one person in an interval; of some kinds alone where those are named. */
export function troublesOf(
  workspace: Workspace,
  person: Person,
  within: Interval,
  kinds: readonly Kind[] = KINDS,
): Trouble[] {
  const { checks } = workspace
  const around = { start: within.start - AROUND, end: within.end + AROUND }
  const held = [...workspace.rotations.values()].map((rotation) =>
    shiftsAround(rotation, around).filter(({ people }) => people.includes(person.id)),
  )
  const inside = held.map((shifts) => shifts.filter((shift) => touches(shift, within)))
  return kinds.flatMap((kind): Trouble[] => {
    if (checks.off.has(RULES[kind])) return []
    switch (kind) {
      case 'busy':
        return clashes(person, inside, within, sharing(checks.shared ?? []))
      case 'away':
        return absences(person, inside.flat(), within)
      case 'not-in-team':
        return outOfTeam(person, inside.flat(), within)
      case 'rest':
        return rests(person, held.flat(), checks.minRest ?? LEAST_REST, within)
    }
  })
}

const latest = new WeakMap<Rotation, { readonly within: Interval; readonly shifts: Shift[] }>()

/** The shifts of a rotation; for the same stretch they are asked for again of each who could take something. */
function shiftsAround(rotation: Rotation, within: Interval): readonly Shift[] {
  const found = latest.get(rotation)
  if (found?.within.start === within.start && found.within.end === within.end) return found.shifts
  const shifts = shiftsOf(rotation, within)
  latest.set(rotation, { within, shifts })
  return shifts
}

type Busy = Extract<Trouble, { readonly kind: 'busy' }>

/** `held` are the shifts of each rotation. */
function clashes(
  { id }: Person,
  held: readonly (readonly Shift[])[],
  within: Interval,
  mayShare: (a: string, b: string) => boolean,
): Trouble[] {
  const pairs = held.flatMap((those, i) =>
    held.slice(i + 1).flatMap((others) =>
      those.flatMap((a) =>
        meeting(a, others).flatMap((b): Busy[] => {
          const both = cutTo(intersection(a, b), within)
          const rotations = [a.rotation.id, b.rotation.id] as const
          if (both === undefined || mayShare(...rotations)) return []
          return [{ kind: 'busy', person: id, ...both, rotations }]
        }),
      ),
    ),
  )
  // Pieces of one clash, where one side of it is in pieces.
  const whole: Busy[] = []
  const lasts = new Map<string, number>()
  for (const next of pairs.sort((a, b) => a.start - b.start)) {
    const rotations = next.rotations.join()
    const at = lasts.get(rotations) ?? whole.length
    const last = whole[at]
    if (last?.end === next.start) {
      whole[at] = { ...last, end: next.end }
    } else {
      lasts.set(rotations, whole.length)
      whole.push(next)
    }
  }
  return whole
}

/** Those of the shifts of one rotation that lie beside another. */
function meeting(shift: Shift, others: readonly Shift[]): Shift[] {
  const found: Shift[] = []
  for (let i = firstEndingAfter(others, shift.start); i < others.length; i += 1) {
    const other = others[i]
    if (other === undefined || other.start >= shift.end) break
    found.push(other)
  }
  return found
}

function absences(person: Person, held: readonly Shift[], within: Interval): Trouble[] {
  const { id } = person
  return awayWithin(person, within)
    .flat()
    .flatMap((each) =>
      joined(held.flatMap((shift) => cutTo(intersection(shift, each), within) ?? [])).map(
        (stretch) => ({
          kind: 'away' as const,
          person: id,
          ...stretch,
          ...(each.why !== undefined && { why: each.why }),
        }),
      ),
    )
}

function outOfTeam(
  { id, from, until }: Person,
  held: readonly Shift[],
  within: Interval,
): Trouble[] {
  const member = { start: from?.instant ?? -Infinity, end: until?.instant ?? Infinity }
  const pieces = held.flatMap((shift) => intersection(shift, within) ?? [])
  return without(joined(pieces), [member]).map((stretch) => ({
    kind: 'not-in-team' as const,
    person: id,
    ...stretch,
  }))
}

function rests({ id }: Person, held: readonly Shift[], least: number, within: Interval): Trouble[] {
  return restsBetween(held).flatMap(({ start, end, last, next }): Trouble[] => {
    const isNear = start <= within.end && end >= within.start
    if (end - start >= least || !isNear) return []
    const rotations = [...new Set([last.rotation.id, next.rotation.id])]
    return [{ kind: 'rest', person: id, start, end, rotations, least }]
  })
}

function cutTo(stretch: Interval | undefined, within: Interval): Interval | undefined {
  return stretch && intersection(stretch, within)
}
