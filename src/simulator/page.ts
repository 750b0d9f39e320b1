/** One page of a list, by `limit` and `offset`. */
import { invalid } from './refusal.ts'
import type { Request } from './route.ts'

/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  /** What stands beside the items in the answer. */
  readonly paging: object
}

/** A list of the classic API: 25 a page, 100 at most (more are cut to that), nothing beyond the first 10,000. */
export function pageOf<T>(request: Request, all: readonly T[]): Page<T> {
  const limit = Math.min(countIn(request, 'limit', 25, 1), 100)
  const offset = countIn(request, 'offset', 0, 0)
  if (offset + limit > 10_000) throw invalid({ offset: ['plus limit must not exceed 10000'] })
  return {
    items: all.slice(offset, offset + limit),
    paging: {
      limit,
      offset,
      more: offset + limit < all.length,
      total: request.query.get('total') === 'true' ? all.length : null,
    },
  }
}

/** A list of the API for shifts, which refuses a limit beyond its bounds. */
export function pageOfShifts<T>(
  request: Request,
  all: readonly T[],
  { usual = 25, most = 100 }: { readonly usual?: number; readonly most?: number } = {},
): Page<T> {
  const limit = countIn(request, 'limit', usual, 1)
  const offset = countIn(request, 'offset', 0, 0)
  if (limit > most) throw invalid({ limit: [`must be at most ${most}`] })
  return {
    items: all.slice(offset, offset + limit),
    paging: {
      limit,
      offset,
      more: offset + limit < all.length,
      ...(request.query.get('total') === 'true' ? { total: all.length } : {}),
    },
  }
}

/** A number in the query, `usual` where it is not there. */
export function countIn(request: Request, name: string, usual: number, least: number): number {
  const value = request.query.get(name)
  if (value === null) return usual
  if (!/^\d+$/.test(value) || Number(value) < least) {
    throw invalid({ [name]: [`must be an integer of at least ${least}`] })
  }
  return Number(value)
}
