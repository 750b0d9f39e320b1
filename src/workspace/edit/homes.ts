/** Where an override more can stand in the files: the lists that there are, the likeliest first. */
import { touches } from '../../time/interval.ts'
import { lastSame } from '../../model/apply.ts'
import type { AddOverride, RemoveOverride } from '../../model/change.ts'
import type { Source } from '../../model/place.ts'
import type { Workspace } from '../../model/workspace.ts'
import { appended, withOverrides, withOverridesIn, type Item } from './insert.ts'
import { layoutOf, valueIn, type Laid, type LaidEntry } from './layout.ts'
import { removed } from './remove.ts'
import { inserting, replacing, type Spot } from './spot.ts'

/**
 * The places where an override can be appended. Lists of their own lie on top of what rotations say, files in order
 * of path; so where one of them speaks of that stretch already, the override comes after it. Else it goes into the
 * rotation's own list, into the list that other overrides of the rotation (or any) stand in, or into a new one.
 */
export function insertionsFor(
  sources: readonly Source[],
  { rotation: id, override }: AddOverride,
  { rotations }: Workspace,
  item: Item,
): Spot[] {
  const rotation = rotations.get(id)
  if (rotation === undefined) return []
  const files = [...sources]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((source) => ({ source, root: layoutOf(source.text) }))
  const home = files.find(({ source }) => source.path === rotation.place.source.path)
  const own = home && entryOf(home.root, id)
  const free: Item = [['rotation', id], ...item]

  const lists = files.flatMap(({ source, root }) => {
    const entry = valueIn(root, 'overrides')
    if (entry === undefined) return []
    const { from, to } = entry.value
    const inside = rotation.overrides.filter(
      ({ place }) =>
        place.source.path === source.path && from <= place.from && place.from < Math.max(to, from),
    )
    return [{ path: source.path, text: source.text, entry, inside }]
  })
  const inList = ({ path, text, entry }: (typeof lists)[number]): Spot =>
    inserting(path, appended(text, entry, free))
  const covering = lists.findLastIndex(({ inside }) => inside.some((one) => touches(one, override)))
  if (covering >= 0) return lists.slice(covering).map(inList)

  const spots: Spot[] = []
  const written = own && valueIn(own.value, 'overrides')
  if (home !== undefined && written !== undefined) {
    const { path, text } = home.source
    spots.push(inserting(path, appended(text, written, item)))
  }
  const withOurs = lists.findLast(({ inside }) => inside.length > 0)
  if (withOurs !== undefined) spots.push(inList(withOurs))
  spots.push(...lists.map(inList).reverse())
  if (home !== undefined && own !== undefined) {
    const { path, text } = home.source
    if (written === undefined) {
      spots.push(inserting(path, withOverrides(text, own, item)))
    }
    if (home.root?.kind === 'map') {
      spots.push(inserting(path, withOverridesIn(text, home.root, free)))
    }
  }
  return spots
}

/** Where a rotation stands in a file. */
function entryOf(root: Laid | undefined, id: string): LaidEntry | undefined {
  return valueIn(valueIn(root, 'rotations')?.value, id)
}

/** The place of an override that is to go: none where it is not there. */
export function removalsOf(
  sources: readonly Source[],
  { rotation: id, override }: RemoveOverride,
  { rotations }: Workspace,
): Spot[] {
  const all = rotations.get(id)?.overrides ?? []
  const place = all[lastSame(all, override)]?.place
  const source = sources.find(({ path }) => path === place?.source.path)
  if (place === undefined || source === undefined) return []
  const root = layoutOf(source.text)
  const free = valueIn(root, 'overrides')
  const home = entryOf(root, id)
  const own = home && valueIn(home.value, 'overrides')
  return [own, free].flatMap((entry) => {
    if (entry === undefined || place.from < entry.value.from || place.from >= entry.value.to)
      return []
    return [
      replacing(
        source.path,
        removed(source.text, entry, place.from, entry === free ? undefined : home?.value),
      ),
    ]
  })
}
