/** How a text is laid out: its YAML as a tree that knows brackets from indentation, and where each thing really ends. */
import { COLLECTION_STYLE, EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml'

export interface Stands {
  readonly from: number
  /** Behind the last character that belongs to it; behind the bracket that closes it. */
  readonly to: number
}

export interface LaidList extends Stands {
  readonly kind: 'list'
  readonly isFlow: boolean
  readonly items: readonly Laid[]
}

export interface LaidMap extends Stands {
  readonly kind: 'map'
  readonly isFlow: boolean
  readonly entries: readonly LaidEntry[]
}

export interface LaidEntry {
  readonly key: Laid
  readonly value: Laid
}

/** Of nothing at all (`overrides:`) `to` is behind the `:`, and `isEmpty` says so. */
export interface LaidScalar extends Stands {
  readonly kind: 'scalar'
  readonly text: string
  readonly isEmpty: boolean
}

/** What stands elsewhere: here it cannot be edited. */
export interface LaidAlias extends Stands {
  readonly kind: 'alias'
}

export type Laid = LaidList | LaidMap | LaidScalar | LaidAlias

interface Open {
  readonly kind: 'list' | 'map'
  readonly from: number
  readonly isFlow: boolean
  readonly children: Laid[]
}

/** Reads the layout of a text that is sound YAML; undefined where it says nothing. */
export function layoutOf(text: string): Laid | undefined {
  const open: Open[] = []
  const roots: Laid[] = []
  let at = 0
  const add = (laid: Laid): void => {
    at = laid.to
    const children = open.at(-1)?.children ?? roots
    children.push(laid)
  }
  for (const event of parseEvents(text, {})) {
    switch (event.type) {
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING: {
        const isFlow = event.style === COLLECTION_STYLE.FLOW
        const kind = event.type === EVENT_ID.MAPPING ? 'map' : 'list'
        open.push({ kind, from: event.start, isFlow, children: [] })
        at = event.start + (isFlow ? 1 : 0)
        break
      }
      case EVENT_ID.SCALAR: {
        if (event.valueStart < 0) {
          const to = afterColon(text, at)
          add({ kind: 'scalar', from: to, to, text: '', isEmpty: true })
          break
        }
        const { style } = event
        const isQuoted =
          style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED
        const quote = isQuoted ? 1 : 0
        add({
          kind: 'scalar',
          from: event.valueStart - quote,
          to: event.valueEnd + quote,
          text: getScalarValue(text, event),
          isEmpty: false,
        })
        break
      }
      case EVENT_ID.ALIAS:
        add({ kind: 'alias', from: event.anchorStart - 1, to: event.anchorEnd })
        break
      case EVENT_ID.POP: {
        const one = open.pop()
        if (one !== undefined) add(closed(text, one, at))
        break
      }
      case EVENT_ID.DOCUMENT:
        break
    }
  }
  return roots[0]
}

/** The value of a key of a map that is written there. */
export function valueIn(map: Laid | undefined, key: string): LaidEntry | undefined {
  if (map?.kind !== 'map') return undefined
  return map.entries.find((entry) => entry.key.kind === 'scalar' && entry.key.text === key)
}

function closed(text: string, { kind, from, isFlow, children }: Open, at: number): Laid {
  const to = isFlow ? afterBracket(text, at) : at
  if (kind === 'list') return { kind, from, to, isFlow, items: children }
  const entries: LaidEntry[] = []
  for (let i = 0; i + 1 < children.length; i += 2) {
    entries.push({ key: children[i] as Laid, value: children[i + 1] as Laid })
  }
  return { kind, from, to, isFlow, entries }
}

/** Behind the next closing bracket, comments passed over. */
function afterBracket(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at]
    if (char === ']' || char === '}') return at + 1
    if (char === '#' && isComment(text, at)) at = endOfLine(text, at)
  }
  return text.length
}

/** Behind the `:` of a key, or where it is where none follows. */
function afterColon(text: string, from: number): number {
  const found = /^[ \t]*:/.exec(text.slice(from, from + 200))
  return found === null ? from : from + found[0].length
}

function isComment(text: string, at: number): boolean {
  return at === 0 || /\s/.test(text[at - 1] ?? '')
}

/** The offset of the end of the line on which an offset lies, before its line break. */
export function endOfLine(text: string, at: number): number {
  const found = /[\r\n]/.exec(text.slice(at))
  return found === null ? text.length : at + found.index
}

/** The offset behind the line break of the line on which an offset lies; the end of the text where it has none. */
export function afterLine(text: string, at: number): number {
  const eol = endOfLine(text, at)
  return eol === text.length ? eol : eol + (text.startsWith('\r\n', eol) ? 2 : 1)
}

/** The offset at which the line begins on which an offset lies. */
export function startOfLine(text: string, at: number): number {
  const before = text.slice(0, at)
  return Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
}
