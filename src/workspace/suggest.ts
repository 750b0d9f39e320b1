/** The word that somebody probably meant. */
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
  if (word.length > LONGEST) return []
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

/** Damerau-Levenshtein (optimal string alignment); gives up at `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swap ? (before[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
