/** The members of a layer or of the chair of a meeting. */
import { record } from './record.ts'
import { choice, type Fields, type Shape } from './shape.ts'
import { time, who, type Texts, type Times } from './values.ts'

export interface MemberText {
  who: Texts
  from: Times
  until: Times
}

const datedMember: Shape<Fields<MemberText>> = record<MemberText>('a member', {
  who: { shape: who, doc: 'A person, or several who are on call at once.', required: true },
  from: { shape: time, doc: 'Takes part in turns that begin then or later.' },
  until: { shape: time, doc: 'Takes part in turns that begin before.' },
})

const plainMember: Shape<Fields<MemberText>> = {
  schema: who.schema,
  read(node, report) {
    const people = who.read(node, report)
    return people && { who: people, where: node.place, keys: new Map(), meant: new Set() }
  },
}

export const member: Shape<Fields<MemberText>> = choice(
  { scalar: plainMember, list: plainMember, map: datedMember },
  'a person, a list of people who are on call at once, or { who, from, until }',
)
