/** What somebody made by hand in PagerDuty and what becomes of it, as nouns that a view can say. */
import type { Interval } from '../time/interval.ts'
import type { NewOverride } from './change.ts'

export interface HandMade extends Interval {
  readonly rotation: string
  /** The name of whoever it puts on call, or `nobody`. */
  readonly who: string
  /** The name of whom alone it replaces, or `nobody`. */
  readonly instead?: string
  /** Whether it puts somebody beside whoever is on call. */
  readonly adds: boolean
  /** The name of whoever made it, where PagerDuty tells. */
  readonly maker?: string
  /** `said` is in the file already, and only not known as rotate's yet. */
  readonly becomes: 'pulled' | 'said' | 'left'
  /** As the file says it; nothing where it is left. */
  readonly overrides: readonly NewOverride[]
  /** Why it is left. */
  readonly why?: string
}
