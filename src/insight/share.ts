/** The fair share: what the order of a roster would give each person with luck evened out. */
import { HOUR } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Rotation } from '../model/rotation.ts'
import { patternOf } from '../timeline/layer.ts'
import { turnsWithin } from '../timeline/rotation.ts'

/**
 * The hours that would be each person's, by id. Every span that somebody holds before overrides is dealt out evenly
 * among the entries of the roster that could have held it; the two of a pair each have the whole of their entry.
 */
export function sharesOf(rotations: readonly Rotation[], within: Interval): Map<string, number> {
  const shares = new Map<string, number>()
  for (const rotation of rotations) {
    for (const { people, layer, turn, start, end } of turnsWithin(rotation, within)) {
      if (people.length === 0 || layer === null || turn === null) continue
      // Of a rotation that follows, the holder comes from the turn ahead: so does the roster that was dealt from.
      const entries = patternOf(layer).roster.at(turn + rotation.ahead)
      const somebody = entries.filter((entry) => entry.people.length > 0)
      const part = (end - start) / HOUR / somebody.length
      for (const id of somebody.flatMap((entry) => entry.people)) {
        shares.set(id, (shares.get(id) ?? 0) + part)
      }
    }
  }
  return shares
}
