/** The keys by which people go in what is brought in: whom it names, and the same with other words for them. */
import type { Layer, Override } from '../model/rotation.ts'
import type { BroughtMeeting, BroughtRotation } from './brought.ts'

/** Whom a rotation names, by their keys. */
export function keysIn({ stretches, told }: BroughtRotation): string[] {
  return [
    ...(told?.layers ?? []).flatMap(({ members }) => members.flatMap(({ people }) => people)),
    ...(told?.overrides ?? []).flatMap(({ people }) => people),
    ...stretches.flatMap(({ people }) => people),
  ]
}

/** Whom a meeting names. */
export function keysInMeeting({ attendees }: BroughtMeeting): string[] {
  return attendees.flatMap((one) => (one.kind === 'person' ? [one.person] : []))
}

/** The word for whoever has a key: another key, or an id. */
export type WordOf = (key: string) => string

/** People by other words; whom two keys mean stands there once. */
export function inWords<T extends { readonly people: readonly string[] }>(
  one: T,
  wordOf: WordOf,
): T {
  return { ...one, people: [...new Set(one.people.map(wordOf))] }
}

/** The same in a layer. */
export function layerInWords(layer: Layer, wordOf: WordOf): Layer {
  return { ...layer, members: layer.members.map((member) => inWords(member, wordOf)) }
}

/** The same in an override, and whom it replaces. */
export function overrideInWords(one: Override, wordOf: WordOf): Override {
  const { insteadOf } = one
  return {
    ...inWords(one, wordOf),
    ...(insteadOf !== undefined && { insteadOf: wordOf(insteadOf) }),
  }
}
