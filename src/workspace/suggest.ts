/** The word that somebody probably meant. */
import { distance } from '../time/distance.ts'
import { quote } from './quote.ts'

/** Longer words are no slips of the finger. */
const LONGEST = 60

/** ` (did you mean 'carol'?)` with the nearest of the known words, or nothing where none is near. */
export function suggest(word: string, known: Iterable<string>): string {
  const nearest = nearestWord(word, known)
  return nearest === undefined ? '' : ` (did you mean ${quote(nearest)}?)`
}

/** The known word that takes the fewest keystrokes to reach, at most about one in three. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  return nearestWords(word, known)[0]
}

/** The same, with all that are as near. */
export function nearestWords(word: string, known: Iterable<string>): readonly string[] {
  if (word === '' || word.length > LONGEST) return []
  const wanted = word.toLowerCase()
  let nearest: string[] = []
  let least = Math.max(1, Math.floor(wanted.length / 3))
  for (const candidate of known) {
    const away = distance(wanted, candidate.toLowerCase(), least + 1)
    if (away > least) continue
    if (away < least) nearest = []
    least = away
    nearest.push(candidate)
  }
  return nearest
}
