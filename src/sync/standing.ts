/** What stands in a schedule, as a plan looks at it. */
import type { Item, Rendered } from './schedule.ts'
import type { Slice } from './slices.ts'

/** What stands in a schedule and has not ended, and whose it is. */
export interface Standing {
  readonly items: readonly Item[]
  readonly rendered: readonly Rendered[]
  /** Who is on call as the service shows it. */
  readonly actual: readonly Slice[]
  readonly own: ReadonlySet<Item>
  /** What people made by hand. */
  readonly foreign: readonly Item[]
  /** What is in effect where the service shows just what the file wants, whoever made it. */
  readonly agreed: ReadonlySet<Item>
  /** The fingerprints that the marker holds; undefined where there is none. */
  readonly prints: ReadonlySet<string> | undefined
}
