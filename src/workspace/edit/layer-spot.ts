/** Where a layer stands: in the list of layers, or, where there is but one, in the rotation itself. */
import type { Source } from '../../model/place.ts'
import type { Layer } from '../../model/rotation.ts'
import type { Workspace } from '../../model/workspace.ts'
import { layoutOf, valueIn, type Laid } from './layout.ts'

export interface LayerSpot extends Source {
  readonly layer: Layer
  readonly own: Laid
}

/** The layer of that name, and how it is laid out in its file; undefined where it stands elsewhere. */
export function layerSpot(
  sources: readonly Source[],
  { rotation: id, layer: name }: { readonly rotation: string; readonly layer: string },
  { rotations }: Workspace,
): LayerSpot | undefined {
  const rotation = rotations.get(id)
  const source = sources.find(({ path }) => path === rotation?.place.source.path)
  const index = rotation?.layers.findIndex((layer) => layer.name === name) ?? -1
  const layer = rotation?.layers[index]
  if (source === undefined || layer === undefined) return undefined
  const { path, text } = source
  const whole = valueIn(valueIn(layoutOf(text), 'rotations')?.value, id)?.value
  const own = layerIn(whole, index)
  return own && { path, text, layer, own }
}

function layerIn(rotation: Laid | undefined, index: number): Laid | undefined {
  const layers = valueIn(rotation, 'layers')?.value
  if (layers === undefined) return rotation
  return layers.kind === 'list' ? layers.items[index] : layers
}
