/** Where entries of a roster can stand: before another, in its place, or at the end; in lines or in brackets. */
import type { EditMembers, NewMember } from '../../model/change.ts'
import type { Source } from '../../model/place.ts'
import type { Layer } from '../../model/rotation.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { Zone } from '../../time/zone.ts'
import { momentText } from '../print/time.ts'
import { appended, breakOf, commaAfter, flowItem, indentAt, type Entry } from './insert.ts'
import { withValueIn } from './keys.ts'
import {
  afterLine,
  endOfLine,
  startOfLine,
  valueIn,
  type LaidEntry,
  type LaidList,
  type LaidMap,
} from './layout.ts'
import { layerSpot } from './layer-spot.ts'
import { removed, removedEntry, type Replacement } from './remove.ts'
import { inserting, replacing, type Spot } from './spot.ts'

/** The ways to write it; none where the list stands elsewhere (an alias). */
export function memberSpots(
  sources: readonly Source[],
  change: EditMembers,
  workspace: Workspace,
): Spot[] {
  const found = layerSpot(sources, change, workspace)
  const entry = valueIn(found?.own, 'members')
  if (found === undefined || entry === undefined) return []
  const { path, text, layer } = found
  const fresh = change.members.map((member) => memberEntry(member, layer.zone))
  if (change.how === 'insert') return insertions(path, text, entry, change.at, fresh)
  return [replacing(path, replacements(text, entry, layer, change, fresh))]
}

/** `erin`, `[dave, erin]`, or `{ who: erin, from: 2027-01-11 }` */
export function memberEntry({ people, from, until }: NewMember, zone: Zone): Entry {
  const who =
    people.length === 1
      ? people.join('')
      : people.length === 0
        ? 'nobody'
        : `[${people.join(', ')}]`
  if (from === undefined && until === undefined) return who
  return [
    ['who', who],
    ...(from === undefined ? [] : [['from', momentText(from, zone)] as const]),
    ...(until === undefined ? [] : [['until', momentText(until, zone)] as const]),
  ]
}

function insertions(
  path: string,
  text: string,
  entry: LaidEntry,
  at: number,
  fresh: readonly Entry[],
): Spot[] {
  const list = entry.value
  const [first] = fresh
  if (first === undefined || fresh.length > 1) return []
  if (list.kind !== 'list') {
    const isOne = list.kind === 'scalar' && !list.isEmpty
    if (!isOne) return [inserting(path, appended(text, entry, first))]
    const both = [text.slice(list.from, list.to), flowItem(first)]
    const written = `[${(at === 0 ? both.reverse() : both).join(', ')}]`
    return [replacing(path, [{ from: list.from, to: list.to, text: written }])]
  }
  if (at >= list.items.length) return [inserting(path, appended(text, entry, first))]
  const added = list.isFlow
    ? beforeInBrackets(text, list, at, flowItem(first))
    : [beforeLine(text, entry, list, at, flowItem(first))]
  return [replacing(path, added)]
}

/**
 * A line more. Remarks above an entry are about that entry where others have some too, and else about the list as a
 * whole, so that the first entry comes below them.
 */
function beforeLine(
  text: string,
  { key }: LaidEntry,
  list: LaidList,
  at: number,
  fresh: string,
): Replacement {
  const margin = indentAt(text, list.from)
  const next = list.items[at] ?? list
  const own = startOfLine(text, next.from)
  const dash = /-[ \t]+/.exec(text.slice(own, next.from))?.[0] ?? '- '
  const lineEnd = breakOf(text, own)
  const isTheirs =
    at > 0 ||
    list.items
      .slice(1)
      .some(({ from }) => remarksAbove(text, startOfLine(text, from)) < startOfLine(text, from))
  const above = isTheirs ? remarksAbove(text, own) : own
  const from = Math.max(above, afterLine(text, key.to))
  return { from, to: from, text: `${margin}${dash}${fresh}${lineEnd}` }
}

/** Where the lines of remarks begin that stand right above a line; the line itself where there are none. */
function remarksAbove(text: string, line: number): number {
  let at = line
  for (;;) {
    const before = startOfLine(text, Math.max(0, at - (text.startsWith('\r\n', at - 2) ? 2 : 1)))
    if (at === 0 || !/^[ \t]*#/.test(text.slice(before, at))) return at
    at = before
  }
}

/** Behind what stands before it and its comma, so that an anchor stays with its own. */
function beforeInBrackets(text: string, list: LaidList, at: number, fresh: string): Replacement[] {
  const next = list.items[at] ?? list
  const previous = list.items[at - 1]
  const start = previous === undefined ? list.from + 1 : commaAfter(text, previous.to, next.from)
  if (start === undefined) return []
  const isOwnLine = /^[ \t]*(?:&\S+[ \t]+)?$/.test(
    text.slice(startOfLine(text, next.from), next.from),
  )
  if (isOwnLine) {
    const eol = endOfLine(text, start)
    const margin = indentAt(text, startOfLine(text, next.from) + marginOf(text, next.from))
    return [{ from: eol, to: eol, text: `${breakOf(text, eol)}${margin}${fresh},` }]
  }
  if (previous === undefined) {
    const padding = /^[ \t]*/.exec(text.slice(start))?.[0] ?? ''
    return [{ from: start, to: start, text: `${padding}${fresh},${padding === '' ? ' ' : ''}` }]
  }
  return [{ from: start, to: start, text: ` ${fresh},` }]
}

function marginOf(text: string, at: number): number {
  return /^[ \t]*/.exec(text.slice(startOfLine(text, at)))?.[0].length ?? 0
}

/** An entry in other words: only its dates where it has some already, or may have; else others in its place. */
function replacements(
  text: string,
  entry: LaidEntry,
  { members, zone }: Layer,
  { at, members: wanted }: EditMembers,
  fresh: readonly Entry[],
): Replacement[] {
  const list = entry.value
  const item = list.kind === 'list' ? list.items[at] : list
  const was = members[at]
  if (item === undefined || was === undefined || item.kind === 'alias') return []
  const [first, ...more] = fresh
  if (first === undefined) return removed(text, entry, item.from, undefined)
  const [only] = wanted
  const isSame = only?.people.join() === was.people.join()
  if (more.length === 0 && item.kind === 'map' && isSame) {
    if (only.from?.instant === was.from?.instant) {
      return only.until === undefined
        ? []
        : withValueIn(text, item, 'until', momentText(only.until, zone))
    }
    if (only.from === undefined && only.until?.instant === was.until?.instant) {
      return withoutDate(text, item)
    }
  }
  if (item.kind === 'map' && !item.isFlow) return []
  const rest = more.map(flowItem)
  const isLines = list.kind === 'list' && !list.isFlow
  if (list.kind !== 'list') {
    const whole = rest.length === 0 ? flowItem(first) : `[${[flowItem(first), ...rest].join(', ')}]`
    return [{ from: item.from, to: item.to, text: whole }]
  }
  if (!isLines) {
    return [{ from: item.from, to: item.to, text: [flowItem(first), ...rest].join(', ') }]
  }
  const own = startOfLine(text, item.from)
  const dash = /-[ \t]+/.exec(text.slice(own, item.from))?.[0] ?? '- '
  const margin = indentAt(text, list.from)
  const eol = endOfLine(text, item.to)
  const lines = rest.map((each) => `${breakOf(text, eol)}${margin}${dash}${each}`).join('')
  return [
    { from: item.from, to: item.to, text: flowItem(first) },
    ...(lines === '' ? [] : [{ from: eol, to: eol, text: lines }]),
  ]
}

/** An entry without its `from`: the name alone, where nothing else is left in the brackets. */
function withoutDate(text: string, item: LaidMap): Replacement[] {
  const index = item.entries.findIndex(({ key }) => key.kind === 'scalar' && key.text === 'from')
  const others = item.entries.filter((_, i) => i !== index)
  const [who] = others
  const whole = text.slice(item.from, item.to)
  const isLine = !/[\r\n]/.test(whole)
  if (item.isFlow && isLine && others.length === 1 && who?.key.kind === 'scalar') {
    const alone = text.slice(who.value.from, who.value.to)
    return [{ from: item.from, to: item.to, text: alone }]
  }
  return removedEntry(text, item, index)
}
