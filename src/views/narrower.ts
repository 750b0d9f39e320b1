/** How a table becomes narrower: what its columns do, in the order that the table has decided, until a line fits. */
import type { Brush } from './paint.ts'

/** One thing that a column does where a line would be too long. */
export type Narrower<N extends string = string> =
  /** It is left out. */
  | { readonly leave: N }
  /** It is broken between words as far as needed, not narrower than so many characters or its widest word. */
  | { readonly wrap: N; readonly to: number }
  /** It stands on a line of its own, above the row or below it, and may be as long as the line. */
  | { readonly above: N }
  | { readonly below: N }

/** A column with all that stands in it. */
export interface Column<N extends string = string> {
  readonly name: N
  readonly title: string
  readonly isRight: boolean
  readonly cells: readonly {
    readonly text: string
    readonly width: number
    readonly brush: Brush
  }[]
  readonly width: number
  /** How narrow it is where it is broken between all words. */
  readonly least: () => number
}

/** Which columns stand beside each other, and which have a line of their own. */
export interface Layout<N extends string = string> {
  readonly above: readonly Column<N>[]
  readonly row: readonly Column<N>[]
  readonly below: readonly Column<N>[]
}

/** What stands between two columns. */
export const GAP = '  '

/** The columns with which a line fits; undefined where there is no way. */
export function fitted<N extends string>(
  columns: readonly Column<N>[],
  steps: readonly Narrower<N>[],
  width: number,
): Layout<N> | undefined {
  const fits = (some: readonly Narrower<N>[]): boolean =>
    excess(laid(columns, some, width), width) <= 0
  for (let many = 0; many <= steps.length; many += 1) {
    const taken = steps.slice(0, many)
    if (!fits(taken)) continue
    // What a later step made needless is not done: the last before that gives way the least gladly.
    const needed = taken.reduceRight((some: readonly Narrower<N>[], step) => {
      const others = some.filter((each) => each !== step)
      return fits(others) ? others : some
    }, taken)
    return laid(columns, needed, width)
  }
  return undefined
}

/** The columns after these steps. Those that are broken take the room that all others leave. */
function laid<N extends string>(
  columns: readonly Column<N>[],
  steps: readonly Narrower<N>[],
  width: number,
): Layout<N> {
  const left = new Set(steps.flatMap((step) => ('leave' in step ? step.leave : [])))
  const above = new Set(steps.flatMap((step) => ('above' in step ? step.above : [])))
  const below = new Set(steps.flatMap((step) => ('below' in step ? step.below : [])))
  const isBeside = ({ name }: Column<N>): boolean => above.has(name) || below.has(name)
  const stay = columns.filter(({ name }) => !left.has(name))
  let layout: Layout<N> = {
    above: stay.filter(({ name }) => above.has(name)),
    row: stay.filter((column) => !isBeside(column)),
    below: stay.filter(({ name }) => below.has(name)),
  }
  for (const step of steps) {
    if (!('wrap' in step)) continue
    const over = excess(layout, width)
    if (over <= 0) break
    layout = { ...layout, row: layout.row.map((column) => narrowed(column, step, over)) }
  }
  return layout
}

function narrowed<N extends string>(
  column: Column<N>,
  { wrap, to }: Extract<Narrower<N>, { wrap: N }>,
  over: number,
): Column<N> {
  if (column.name !== wrap) return column
  const least = Math.max(to, column.least(), column.width - over)
  return { ...column, width: Math.min(column.width, least) }
}

/** How many characters a row is too long; where nothing is left beside each other there is no table. */
function excess({ above, row, below }: Layout, width: number): number {
  const [, ...gaps] = row
  const indent = above.length > 0 ? GAP.length : 0
  if (row.length === 0) return above.length + below.length
  return row.reduce((sum, each) => sum + each.width, indent + GAP.length * gaps.length) - width
}
