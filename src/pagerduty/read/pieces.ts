/** Long stretches are read in pieces where PagerDuty refuses to tell them at once; how long it allows is written nowhere. */
import { DAY, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { Refused } from '../../sync/service.ts'
import type { Json } from '../json.ts'

/** So long a stretch was never seen refused. */
const PIECE = 90 * DAY

/** What is asked about a stretch: one answer, or one for each piece of it, in order, where the whole was refused with 400. */
export async function inPieces<T>(
  within: Interval,
  ask: (piece: Interval) => Promise<T>,
): Promise<T[]> {
  try {
    return [await ask(within)]
  } catch (error) {
    const isTooLong =
      error instanceof Refused && error.status === 400 && within.end - within.start > PIECE
    if (!isTooLong) throw error
  }
  // Refused for another reason, the first piece is refused as well.
  const answers: T[] = []
  for (let start: Instant = within.start; start < within.end; start += PIECE) {
    answers.push(await ask({ start, end: Math.min(start + PIECE, within.end) }))
  }
  return answers
}

/** Each thing once: what lies across a seam is told twice. */
export function each<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** Lists of what is rendered: what a later piece tells is added to them, all else is as the first piece told it. */
const RENDERED = new Set(['computed_shift_assignments', 'rendered_schedule_entries'])

/** A schedule as it was answered for two stretches that follow each other. */
export function bodiesTogether(first: Json, second: Json): Json {
  return Object.fromEntries(
    Object.entries(first).map(([key, value]) => [key, together(key, value, second[key])]),
  )
}

function together(key: string, first: unknown, second: unknown): unknown {
  if (Array.isArray(first) && Array.isArray(second)) {
    const [one, other]: [readonly unknown[], readonly unknown[]] = [first, second]
    if (RENDERED.has(key)) return each([...one, ...other])
    if (key !== 'schedule_layers') return one
    return one.map((layer) => {
      const same = isJson(layer) && other.find((two) => isJson(two) && two['id'] === layer['id'])
      return isJson(layer) && isJson(same) ? bodiesTogether(layer, same) : layer
    })
  }
  return isJson(first) && isJson(second) ? bodiesTogether(first, second) : first
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
