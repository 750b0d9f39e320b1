/** Changes put into texts: `(texts, changes) -> edits`. YAML is edited by range and never printed anew. */
import type { AddOverride, Change } from '../../model/change.ts'
import { edited, type Edit } from '../../model/edit.ts'
import type { HolidayBook } from '../../model/holidays.ts'
import type { Source } from '../../model/place.ts'
import { isError } from '../../model/problem.ts'
import type { Workspace } from '../../model/workspace.ts'
import { load } from '../load.ts'
import { stretchTexts } from '../print/time.ts'
import { insertionsFor, type Spot } from './homes.ts'
import type { Insertion, Item } from './insert.ts'
import { isWithOverride } from './same.ts'

export interface Edited {
  readonly edits: readonly Edit[]
  /** What the workspace is afterwards. */
  readonly workspace: Workspace
  /** Changes for which there is no place in the texts, and the line that would say each. */
  readonly refused: readonly { readonly change: Change; readonly line: string }[]
}

/**
 * The edits that say the changes, in order, in texts without errors. Each is tried first: the texts after it must
 * load as the workspace before it and that change, and nothing else.
 */
export function editsFor(
  sources: readonly Source[],
  changes: readonly Change[],
  book?: HolidayBook,
): Edited {
  let texts = sources
  let { workspace } = load(texts, book)
  let edits: readonly Edit[] = []
  const refused: { change: Change; line: string }[] = []
  for (const change of changes) {
    const item = itemOf(change, workspace)
    const spots = item === undefined ? [] : insertionsFor(texts, change, workspace, item)
    const found = firstThatFits(texts, spots, workspace, change, book)
    if (found === undefined) {
      refused.push({ change, line: lineOf(item ?? [], change.rotation) })
      continue
    }
    edits = composed(edits, found.spot)
    ;({ workspace, texts } = found)
  }
  return { edits, workspace, refused }
}

interface Fitting {
  readonly spot: Spot
  readonly texts: readonly Source[]
  readonly workspace: Workspace
}

function firstThatFits(
  texts: readonly Source[],
  spots: readonly Spot[],
  before: Workspace,
  change: AddOverride,
  book: HolidayBook | undefined,
): Fitting | undefined {
  for (const spot of spots) {
    if (spot.insertions.length === 0) continue
    const tried = edited(texts, spot.insertions.map(asEdit(spot.path)))
    const { workspace, problems } = load(tried, book)
    if (!problems.some(isError) && isWithOverride(before, workspace, change)) {
      return { spot, texts: tried, workspace }
    }
  }
  return undefined
}

function asEdit(path: string): (insertion: Insertion) => Edit {
  return ({ at, text }) => ({ path, from: at, to: at, text })
}

/** Insertions into texts that were edited before, as edits of the first texts. */
function composed(edits: readonly Edit[], { path, insertions }: Spot): readonly Edit[] {
  let own = edits.filter((edit) => edit.path === path).sort((a, b) => a.from - b.from)
  // From the end on, so that none moves those that are still to come.
  for (const insertion of [...insertions].sort((a, b) => b.at - a.at)) {
    own = withInsertion(own, path, insertion)
  }
  return [...edits.filter((edit) => edit.path !== path), ...own]
}

function withInsertion(edits: readonly Edit[], path: string, { at, text }: Insertion): Edit[] {
  let moved = 0
  for (const [i, edit] of edits.entries()) {
    const start = edit.from + moved
    const inside = at - start
    if (inside < 0) return edits.toSpliced(i, 0, asEdit(path)({ at: at - moved, text }))
    if (inside <= edit.text.length) {
      const fresh = edit.text.slice(0, inside) + text + edit.text.slice(inside)
      return edits.toSpliced(i, 1, { ...edit, text: fresh })
    }
    moved += edit.text.length - (edit.to - edit.from)
  }
  return [...edits, asEdit(path)({ at: at - moved, text })]
}

/** The keys of an override; undefined where the workspace does not know the rotation. */
function itemOf({ rotation, override }: AddOverride, { rotations }: Workspace): Item | undefined {
  const zone = rotations.get(rotation)?.zone
  if (zone === undefined) return undefined
  const { kind, people, insteadOf, why } = override
  const { from, to } = stretchTexts(override, zone)
  const who = people.length === 1 ? people.join('') : `[${people.join(', ')}]`
  return [
    [kind === 'add' ? 'add' : 'who', people.length === 0 ? 'nobody' : who],
    ...(insteadOf === undefined ? [] : [['instead_of', insteadOf] as const]),
    ['from', from],
    ['to', to],
    ...(why === undefined ? [] : [['why', scalar(why)] as const]),
  ]
}

/** A text as one value: plain where that reads as it is, else in double quotes. */
function scalar(text: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} ._'/()+-]*$/u.test(text) && text.trim() === text
  return isPlain ? text : JSON.stringify(text)
}

function lineOf(item: Item, rotation: string): string {
  const keys = [['rotation', rotation] as const, ...item]
  return `- { ${keys.map(([key, value]) => `${key}: ${value}`).join(', ')} }`
}
