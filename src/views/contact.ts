/** How people are reached. */
import type { Contact, Person } from '../model/person.ts'
import { clean } from './clean.ts'

/** The ways to reach somebody; the address where there is nothing else. */
export function sayContact({ contact, email }: Person): string {
  return contact.length === 0 ? clean(email ?? '') : sayWays(contact)
}

/** `phone +46 70 000 00 00, slack @alice` */
export function sayWays(contact: readonly Contact[]): string {
  return contact.map(({ name, value }) => clean(`${name} ${value}`)).join(', ')
}
