/** A slip of the finger in the name of a zone. */
import { distance } from './distance.ts'

/**
 * The zone whose name somebody has mistyped: the same region and first letter of the city, and one keystroke more, less
 * or other (two in longer names). What only looks alike is another city: Bangalore is not Singapore.
 */
export function nearestSlip(word: string, zones: readonly string[]): string | undefined {
  const typed = parts(word)
  let least = Infinity
  let nearest: string | undefined
  for (const zone of zones) {
    const known = parts(zone)
    if (known.region !== typed.region && typed.region !== '') continue
    if (known.city.charAt(0) !== typed.city.charAt(0)) continue
    // Bern is not Berlin, and two keystrokes are much of a short word.
    const isLong = Math.min(known.city.length, typed.city.length) > 5
    const most = isLong && Math.abs(known.city.length - typed.city.length) < 2 ? 2 : 1
    const away = distance(typed.city, known.city, most + 1)
    if (away > most || away >= least) continue
    least = away
    nearest = zone
  }
  return nearest
}

function parts(name: string): { region: string; city: string } {
  const plain = name.trim().toLowerCase().replaceAll(' ', '_')
  const at = plain.lastIndexOf('/')
  return { region: plain.slice(0, Math.max(0, at)), city: plain.slice(at + 1) }
}
