/** Who is on call by the naive oracle, and where two states of the files differ. */
import type { Source } from '../../src/model/place.ts'
import type { Exchange } from '../../src/planning/proposal.ts'
import { naiveShifts } from '../oracle/naive.ts'
import { docOf } from './commented.ts'

/** `rotation start end before>after`, joined where neighbours say the same; the order of people is no difference. */
export function naiveDifferences(
  before: readonly Source[],
  after: readonly Source[],
  from: number,
  to: number,
): string[] {
  const [was, is] = [before, after].map((sources) => piecesOf(sources, from, to))
  const rotations = new Set([...was!.keys(), ...is!.keys()])
  return [...rotations].sort().flatMap((rotation) => {
    const edges = new Set(
      [was, is].flatMap((side) =>
        (side!.get(rotation) ?? []).flatMap(({ start, end }) => [start, end]),
      ),
    )
    const sorted = [...edges].sort((a, b) => a - b)
    const at = (side: typeof was, time: number): string =>
      (side!.get(rotation) ?? []).find(({ start, end }) => start <= time && time < end)?.people ??
      ''
    const found = sorted.slice(0, -1).flatMap((start, i) => {
      const [a, b] = [at(was, start), at(is, start)]
      return a === b ? [] : [{ rotation, start, end: sorted[i + 1]!, what: `${a}>${b}` }]
    })
    return said(found)
  })
}

/** What was meant, in the same words. */
export function meantDifferences(exchanges: readonly Exchange[]): string[] {
  const rotations = [...new Set(exchanges.map(({ rotation }) => rotation))].sort()
  return rotations.flatMap((rotation) =>
    said(
      exchanges
        .filter((one) => one.rotation === rotation)
        .sort((a, b) => a.start - b.start)
        .map(({ start, end, before, after }) => ({
          rotation,
          start,
          end,
          what: `${people(before)}>${people(after)}`,
        })),
    ),
  )
}

interface Said {
  readonly rotation: string
  readonly start: number
  readonly end: number
  readonly what: string
}

function said(all: readonly Said[]): string[] {
  const joined: Said[] = []
  for (const next of all) {
    const last = joined.at(-1)
    if (last?.end === next.start && last.what === next.what)
      joined[joined.length - 1] = { ...last, end: next.end }
    else joined.push(next)
  }
  return joined.map(
    ({ rotation, start, end, what }) =>
      `${rotation} ${new Date(start).toISOString()} ${new Date(end).toISOString()} ${what}`,
  )
}

function piecesOf(
  sources: readonly Source[],
  from: number,
  to: number,
): Map<string, { start: number; end: number; people: string }[]> {
  const pieces = new Map<string, { start: number; end: number; people: string }[]>()
  for (const shift of naiveShifts(docOf(sources), from, to).shifts) {
    const piece = {
      start: Math.max(from, Date.parse(shift.start)),
      end: Math.min(to, shift.end === null ? Infinity : Date.parse(shift.end)),
      people: people(shift.people),
    }
    const own = pieces.get(shift.rotation)
    if (own === undefined) pieces.set(shift.rotation, [piece])
    else own.push(piece)
  }
  return pieces
}

function people(ids: readonly string[]): string {
  return [...ids].sort().join('+')
}
