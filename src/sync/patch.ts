/** Patches: shifts that are written for lack of a native turn, and what they hang on. */
import type { Cause } from './fingerprint.ts'
import type { Item, Stint } from './schedule.ts'

/** Somebody who will be shown once a plan is carried out, by turns or by an item that stands by itself. */
export interface Shown extends Stint {
  /** The id of the turns that show it, or the name that stands for it. */
  readonly turns?: string | undefined
  /** The id of the item that shows it. */
  readonly item?: string | undefined
  /** Whether what shows it is not there yet, so that nothing can hang on it before the service was read again. */
  readonly isNew?: boolean
  /** The item that put them there instead of another; items do not hang on such items. */
  readonly by?: Item
}

/** A shift that is written for lack of a native turn. */
export interface Patch extends Stint {
  readonly user: string
  /** Whom it replaces, null for nobody; left out of a patch that stands by itself. */
  readonly instead?: string | null
  /** What it hangs on. */
  readonly on?: Shown
  readonly cause: Cause
}

/** The id of what a patch hangs on. */
export function idOfBase({ turns, item }: Shown): string | undefined {
  return turns ?? item
}
