/** Who leads a meeting, or does something else in it: its keys, their shapes and what they say. */
import type { DayRange } from '../../time/written.ts'
import { named, type Named } from './dictionary.ts'
import { member, type MemberText } from './member.ts'
import { record } from './record.ts'
import { choice, list, prose, some, text, type Fields, type Shape, type Told } from './shape.ts'
import { date, range } from './values.ts'

export interface RoleOverrideText {
  who: Told<string>
  on: Told<DayRange>
  why: Told<string>
}

export interface RoleText {
  members: readonly Fields<MemberText>[]
  start: Told<{ day: number }>
  'on-call': Told<string>
  overrides: readonly Fields<RoleOverrideText>[]
}

export type RolesText = readonly Named<Fields<RoleText>>[]

const members = some(list(member), 'people')

const whole: Shape<Fields<RoleText>> = record<RoleText>('a role', {
  members: { shape: some(list(member), 'people'), doc: 'Whose turn it is, in order.' },
  start: {
    shape: date,
    doc: 'The date of the first occurrence that counts. Default: the meeting’s start.',
  },
  'on-call': { shape: text, doc: 'Instead of members: whoever holds this rotation then.' },
  overrides: {
    shape: list(
      record<RoleOverrideText>('an override', {
        who: { shape: text, doc: 'Who does it instead; nobody leaves it open.', required: true },
        on: { shape: range, doc: 'The date due, or a range of dates.', required: true },
        why: { shape: prose, doc: 'The reason.' },
      }),
    ),
    doc: 'Somebody else, for once.',
  },
})

/** People alone are its members. */
const plain: Shape<Fields<RoleText>> = {
  schema: () => ({ anyOf: [member.schema(), members.schema()] }),
  read(node, report) {
    const told = (node.kind === 'list' ? members : list(member)).read(node, report)
    return told && { members: told, where: node.place, keys: new Map(), meant: new Set() }
  },
}

export const role: Shape<Fields<RoleText>> = {
  ...choice(
    { scalar: plain, list: plain, map: whole },
    'people, { members, start } or { on-call: ROTATION }',
  ),
  schema: () => ({ anyOf: [text.schema(), members.schema(), whole.schema()] }),
}

export const roles: Shape<RolesText> = named(role, 'a role')
