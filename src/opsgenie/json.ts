/** JSON that anybody may have written: what of it is a thing, a list or a text. */

/** An object, whatever its keys. */
export type Thing = Readonly<Record<string, unknown>>

/** What is an object and no list; undefined for all else. */
export function thingOf(value: unknown): Thing | undefined {
  // An object that is no list has keys, whatever they are.
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Thing)
    : undefined
}

/** A list, or one thing as a list of it. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** A text or a number under a key; empty where there is none. */
export function textIn(thing: Thing, key: string): string {
  const value = thing[key]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
