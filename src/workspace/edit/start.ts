/** Where the first handoff of a layer stands, and the first row of a table. */
import type { MoveStart, RemoveRow } from '../../model/change.ts'
import type { Source } from '../../model/place.ts'
import type { Workspace } from '../../model/workspace.ts'
import { momentText } from '../print/time.ts'
import { withValueIn } from './keys.ts'
import { valueIn } from './layout.ts'
import { layerSpot } from './layer-spot.ts'
import { removedEntry } from './remove.ts'
import { replacing, type Spot } from './spot.ts'

/** None where the time stands elsewhere (an alias). */
export function startSpots(
  sources: readonly Source[],
  change: MoveStart,
  workspace: Workspace,
): Spot[] {
  const found = layerSpot(sources, change, workspace)
  if (found?.own.kind !== 'map' || valueIn(found.own, 'start') === undefined) return []
  const { path, text, own, layer } = found
  return [replacing(path, withValueIn(text, own, 'start', momentText(change.start, layer.zone)))]
}

/** None where the table stands elsewhere (an alias). */
export function rowSpots(
  sources: readonly Source[],
  change: RemoveRow,
  workspace: Workspace,
): Spot[] {
  const found = layerSpot(sources, change, workspace)
  const table = valueIn(found?.own, 'shifts')?.value
  const place = found?.layer.members[0]?.place
  if (found === undefined || table?.kind !== 'map' || place === undefined) return []
  const index = table.entries.findIndex(({ key }) => key.from <= place.from && place.from < key.to)
  return [replacing(found.path, removedEntry(found.text, table, index))]
}
