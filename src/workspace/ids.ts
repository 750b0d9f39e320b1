/** Who and what there is in the files, and no more: for completion, which has a tenth of a second. */
import { faultOfId } from '../model/id.ts'
import type { Source } from '../model/place.ts'
import { parse } from './yaml/parse.ts'
import type { Entry, Node } from './yaml/node.ts'

/** The sections whose keys are ids. */
export type Section = 'people' | 'rotations' | 'meetings'

/** An id, and what is called so; the id again where there is no name. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** The ids that stand in a section of the files, in their order; none that would be refused. */
export function idsIn(sources: readonly Source[], section: Section): Named[] {
  const found = sources
    .flatMap((source) => within(parse(source, () => undefined).root, section))
    .flatMap(({ value }) => entriesOf(value))
    .filter(({ key }) => faultOfId(key.text) === undefined)
    .map(({ key, value }) => ({ id: key.text, name: nameIn(value) ?? key.text }))
  return [...new Map(found.map((one) => [one.id, one])).values()]
}

function nameIn(node: Node): string | undefined {
  const [name] = within(node, 'name')
  return name?.value.kind === 'scalar' ? name.value.text : undefined
}

const within = (node: Node | undefined, key: string): readonly Entry[] =>
  entriesOf(node).filter((entry) => entry.key.text === key)

const entriesOf = (node: Node | undefined): readonly Entry[] =>
  node?.kind === 'map' ? node.entries : []
