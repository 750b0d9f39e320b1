/** Who leads a meeting or does something else in it, understood. */
import type { Day } from '../../time/wall.ts'
import type { Zone } from '../../time/zone.ts'
import type { Place } from '../../model/place.ts'
import { CHAIR } from '../../model/meeting.ts'
import type { Role, RoleOverride } from '../../model/role.ts'
import type { MeetingText } from '../format/meeting.ts'
import type { RoleOverrideText, RoleText } from '../format/role.ts'
import { lacks, type Fields } from '../format/shape.ts'
import { quote } from '../quote.ts'
import { understandMembers } from './members.ts'
import { asNobody, keyPlace, personOf, placeholder, rotationOf, type Scope } from './scope.ts'

export interface Roles {
  readonly chair?: Role
  readonly roles: ReadonlyMap<string, Role>
}

/** The chair of a meeting, which is one of its roles, and the others; `start` is the meeting's. */
export function understandRoles(
  scope: Scope,
  text: Fields<MeetingText>,
  zone: Zone,
  start: Day | undefined,
): Roles {
  const { report } = scope
  const known = new Map<string, { readonly id: string; readonly place: Place }>()
  const roles = new Map<string, Role>()
  const written = [
    ...(text.chair ? [{ id: CHAIR, place: keyPlace(text, 'chair'), value: text.chair }] : []),
    ...(text.roles ?? []),
  ]
  for (const { id, place, value } of written) {
    const first = known.get(id.toLowerCase())
    if (first !== undefined) {
      const words =
        first.id === id
          ? `the role ${quote(id)} is given twice: delete one, or rename it`
          : `the ids ${quote(first.id)} and ${quote(id)} differ only in case: rename one`
      report.error('given-twice', words, place, { place: first.place, note: 'first given here' })
    }
    known.set(id.toLowerCase(), { id, place })
    const role = value && understand(scope, id, value, zone, start)
    if (role !== undefined) roles.set(id, role)
  }
  const chair = roles.get(CHAIR)
  roles.delete(CHAIR)
  return { ...(chair && { chair }), roles }
}

function understand(
  scope: Scope,
  id: string,
  text: Fields<RoleText>,
  zone: Zone,
  meetingStart: Day | undefined,
): Role | undefined {
  const { report } = scope
  const overrides = (text.overrides ?? []).flatMap((one) => understandOverride(scope, one) ?? [])
  if (text.keys.has('on-call')) {
    const also = ['members', 'start'].find((key) => text.keys.has(key))
    if (also !== undefined) {
      report.error(
        'members-with-on-call',
        `'on-call' says who it is: leave out ${quote(also)}`,
        keyPlace(text, also),
      )
    }
    const rotation = text['on-call'] && rotationOf(scope, text['on-call'])
    if (rotation === undefined) return undefined
    if (!report.isSound(`rotation ${rotation}`)) report.spoilCurrent()
    return { kind: 'on-call', rotation, overrides, place: text.where }
  }
  const what = id === CHAIR ? 'a chair' : `the role ${quote(id)}`
  if (text.members === undefined && lacks(text, 'members') && lacks(text, 'on-call')) {
    report.error('missing-key', `${what} needs 'members', or 'on-call'`, text.where)
  }
  for (const { who } of text.members ?? []) {
    const odd = who?.[1] ?? who?.find(({ value }) => value === 'nobody')
    if (odd !== undefined)
      report.error('one-chair', `a meeting is led by one person: name one a line`, odd.place)
  }
  // What is meant by a key in another spelling is a rotation.
  if (!lacks(text, 'on-call')) return undefined
  const [only, second] = (text.members ?? []).flatMap(({ who }) => who ?? [])
  const named = (word: string): string | undefined =>
    second === undefined && text.where === only?.place && scope.ids.rotations.has(word)
      ? `: write '{ on-call: ${word} }'`
      : placeholder(word)
  const members = text.members && understandMembers(scope, text.members, zone, named)
  // Of somebody who is no person the rest is another mistake, if it is one.
  if (members?.some(({ people }) => people.length === 0) === true) return undefined
  const start = text.start?.value.day ?? meetingStart
  if (start === undefined && lacks(text, 'start')) {
    report.error(
      'missing-key',
      `${what} needs 'start' (a date), where the meeting has none`,
      text.where,
    )
  }
  if (members === undefined || start === undefined) return undefined
  return { kind: 'round', members, start, overrides }
}

function understandOverride(
  scope: Scope,
  text: Fields<RoleOverrideText>,
): RoleOverride | undefined {
  const { who, on, why } = text
  const person = who && who.value !== 'nobody' ? personOf(scope, who, asNobody) : undefined
  if (who === undefined || on === undefined) return undefined
  return { ...on.value, person, ...(why && { why: why.value }), place: text.where }
}
