/** Keys that a map does not have: what was meant by them. */
import type { Place } from '../../model/place.ts'
import { oddIn } from '../odd-characters.ts'
import { quote } from '../quote.ts'
import type { Report } from '../report.ts'
import { nearestWord, suggest } from '../suggest.ts'
import { keyMeantBy, whyNoKey } from '../synonyms.ts'
import { ANY_KEY, type Entry, type Node, type ScalarNode } from '../yaml/node.ts'
import { isPlain } from '../yaml/text.ts'

/** The keys of a map as they are written, known ones or not. */
export interface Keys {
  readonly has: (key: string) => boolean
  readonly get: (key: string) => Place | undefined
}

const NO_KEYS: ReadonlySet<string> = new Set()

/** Keys that are lost, or meant by one that is not known; any key, where the map is something else. */
export function keysMeant(
  unknown: readonly Entry[],
  lost: readonly string[],
  names: readonly string[],
  isOther: boolean,
): ReadonlySet<string> {
  if (unknown.length === 0 && lost.length === 0) return NO_KEYS
  const meant = unknown.flatMap(({ key }) => nearKey(key.text, names) ?? [])
  return new Set([...meant, ...lost, ...(isOther ? [ANY_KEY] : [])])
}

function nearKey(word: string, names: readonly string[]): string | undefined {
  return oddIn(word)?.plain ?? keyMeantBy(word, names) ?? nearestWord(word, names)
}

/** Whether a map was meant as something else (`primary: […]` where an override is): it has no key that it should. */
export function isSomethingElse(entries: readonly Entry[], names: readonly string[]): boolean {
  return entries.every(
    ({ key, value }) =>
      value.kind !== 'scalar' &&
      !names.includes(key.text) &&
      nearKey(key.text, names) === undefined,
  )
}

/** Reports a key that a thing (`a layer`) does not have, with what to write instead. */
export function reportUnknownKey(
  what: string,
  key: ScalarNode,
  names: readonly string[],
  keys: Keys,
  report: Report,
): void {
  if (!isPlain(key.text, key.place, report)) return
  const way =
    wayFor(what, key.text, names, keys) || hintFor(key) || `: its keys are ${names.join(', ')}`
  report.error('unknown-key', `${what} has no key ${quote(key.text)}${way}`, key.place)
}

function wayFor(what: string, word: string, names: readonly string[], keys: Keys): string {
  const why = whyNoKey(what, word)
  if (why !== undefined) return `: ${why}`
  const meant = keyMeantBy(word, names)
  if (meant === undefined) return suggest(word, names)
  return keys.has(meant) ? `: '${meant}' says it already` : `: write '${meant}'`
}

/** `name:Alice` is one word to YAML. */
export function hintFor(node: Node): string {
  const found = node.kind === 'scalar' && node.plain && /^([A-Za-z][\w-]*):(?=\S)/.exec(node.text)
  return found ? `: write a space after '${found[1]}:'` : ''
}
