/** E-mail addresses in what everybody can read: what comes before the `@` says who is meant, and mails nobody. */

const ADDRESS = /([^\s@<>()]{1,64})@[^\s@<>()]+\.[^\s@<>(),;:]+/g

/** A text in which addresses are cut short. */
export function withoutAddresses(text: string): string {
  return text.includes('@') ? text.replaceAll(ADDRESS, '$1') : text
}
