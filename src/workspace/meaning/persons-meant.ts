/** What to write for a word that names no person. */
import type { Told } from '../format/shape.ts'
import { quote } from '../quote.ts'
import { nearestWord } from '../suggest.ts'
import { listedAs, type Listed } from '../around.ts'
import { idCalled, severalIds, type Called } from './called.ts'

/** What stands beside a name. */
export interface Beside {
  /** Who stands in the same list already: such a one is not meant once more. */
  readonly taken: ReadonlySet<string>
  /** Whether several can stand in the place of one, as those who are on call at once. */
  readonly canPair: boolean
}

/**
 * ` (did you mean 'carol'?)`, or what else is wrong there; undefined where nothing is certain.
 */
export function wayToPerson(
  { value, place }: Told<string>,
  ids: ReadonlySet<string>,
  called: Called,
  { taken, canPair }: Beside,
): string | undefined {
  const one = idCalled(value, ids, called) ?? idCalled(withoutNote(value), ids, called)
  if (one !== undefined) {
    return taken.has(one) && one !== value
      ? `: ${quote(one)} stands in this list already`
      : didYouMean(one)
  }
  const dashes = value.split(/\s*(?:^|(?<=\s))[-–—*•]\s*/).filter((part) => part !== '')
  const isDashed = /^[-–—*•]/.test(value)
  if (isDashed && dashes.every((part) => idCalled(part, ids, called) !== undefined)) {
    return `: in a list each stands behind a '-' and a space`
  }
  const several = severalIds(value, ids, called)
  if (several !== undefined) {
    const listed = listedAs(place)
    const isTwice = listed !== 'alone' && several.some((id) => taken.has(id))
    return isTwice
      ? `: name each of them alone`
      : didYouMean(asList(several, value, listed, canPair))
  }
  const free = taken.size === 0 ? ids : [...ids].filter((id) => !taken.has(id))
  const near = nearestWord(value, free)
  return near === undefined ? undefined : didYouMean(near)
}

function didYouMean(...words: string[]): string {
  return ` (did you mean ${words.map(quote).join(' or ')}?)`
}

/** `bob (2 weeks)`, `1. bob`, `2x bob` and `bob x2` without what else is said. */
function withoutNote(word: string): string {
  return word
    .trim()
    .replace(/\s*[([{].*[)\]}]$/, '')
    .replace(/^\d+(?:[.)]|\s*[x×*])\s*/i, '')
    .replace(/\s*[x×*]\s*\d+$/i, '')
    .replace(/^["'“”‘’]|["'“”‘’]$/g, '')
}

/** Between brackets they are others of the list, unless a word says that they are together. */
function asList(ids: readonly string[], text: string, listed: Listed, canPair: boolean): string {
  const together = canPair && /\s(?:and|und)\s|[&+/]/i.test(text)
  return listed !== 'brackets' || together ? `[${ids.join(', ')}]` : ids.join(', ')
}
