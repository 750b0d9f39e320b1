/** How people are reached. */
import type { Contact, Person } from '../model/person.ts'
import { clean } from './clean.ts'
import { unbroken } from './wrap.ts'

/** The ways to reach somebody; the address where there is nothing else. */
export function sayContact({ contact, email }: Person): string {
  return contact.length === 0 ? clean(email ?? '') : sayWays(contact)
}

/** `phone +46 70 000 00 00, slack @alice`, for `wrap` and `table`: no number is broken. */
export function sayWays(contact: readonly Contact[]): string {
  return contact.map(({ name, value }) => unbroken(clean(`${name} ${value}`))).join(', ')
}
