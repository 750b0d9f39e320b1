/** Pieces as rows of a table, where no pattern explains them. */
import { DAY, HOUR, WEEK } from '../time/instant.ts'
import { momentAt } from '../time/written.ts'
import { UTC, type Zone } from '../time/zone.ts'
import { NOWHERE } from '../model/place.ts'
import { ENDLESS, type Layer, type Member, type Turn } from '../model/rotation.ts'
import type { Piece } from './stretch.ts'

/** A layer with a row for each piece; after the last of them nobody is on call. */
export function tableOf(pieces: readonly Piece[], wished: Zone): Layer {
  const ends = pieces.at(-1)?.end ?? 0
  const zone = isInOrder([...pieces.map(({ start }) => start), ends], wished) ? wished : UTC
  const longest = longestOf(pieces, zone)
  const last: readonly Piece[] =
    longest === undefined ? [{ start: ends, end: Infinity, who: '', people: [] }] : []
  const all = [...pieces, ...last]
  const rows = all.map(({ start }) => momentAt(start, zone))
  return {
    name: '1',
    zone,
    start: rows[0] ?? { wall: 0, instant: 0 },
    turn: longest ?? ENDLESS,
    members: all.map(({ people }): Member => ({ people, place: NOWHERE })),
    rows,
    during: [],
    place: NOWHERE,
  }
}

/** Whether a wall clock shows instants in their order, as the rows of a table are. */
function isInOrder(at: readonly number[], zone: Zone): boolean {
  const walls = at.map((one) => zone.wallAt(one))
  return walls.every((wall, i) => wall > (walls[i - 1] ?? -Infinity))
}

/**
 * How long the last row lasts, where that is as long as any, in whole weeks, days or hours: as the `turn` of a table,
 * the longest that a row lasts, it ends the last one.
 */
function longestOf(pieces: readonly Piece[], zone: Zone): Turn | undefined {
  const lengths = pieces.map(({ start, end }) => zone.wallAt(end) - zone.wallAt(start))
  const last = lengths.at(-1) ?? 0
  if (last <= 0 || lengths.some((length) => length > last)) return undefined
  if (last % WEEK === 0) return { count: last / WEEK, unit: 'weeks' }
  if (last % DAY === 0) return { count: last / DAY, unit: 'days' }
  const { start = 0, end = 0 } = pieces.at(-1) ?? {}
  const hours = (end - start) / HOUR
  const isElapsed = pieces.every((piece) => piece.end - piece.start <= end - start)
  return Number.isInteger(hours) && isElapsed ? { count: hours, unit: 'hours' } : undefined
}
