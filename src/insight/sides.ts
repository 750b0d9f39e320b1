/** The two states of a workspace between which something is to differ. */
import type { Workspace } from '../model/workspace.ts'

/** As it was, and as it is. */
export interface Sides {
  readonly before: Workspace
  readonly after: Workspace
}
