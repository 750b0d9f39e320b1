/** Makes a tree of nodes out of the events of js-yaml. */
import {
  COLLECTION_STYLE,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
} from 'js-yaml'
import type { Place, Source } from '../../model/place.ts'
import type { Problem } from '../../model/problem.ts'
import { quote } from '../quote.ts'
import { entriesOf, unique, type Note } from './keys.ts'
import { ANY_KEY, isEmpty, type MapNode, type Node, type ScalarNode } from './node.ts'
import type { Part } from './parts.ts'
import { syntaxProblem, UNREADABLE } from './syntax.ts'

/** How many nodes aliases may make of a text, for each node that is written in it. */
const MOST_COPIES = 50
const ALWAYS_ALLOWED = 10_000

/** The tree of a text, or undefined for a text that says nothing; and what is wrong with it as YAML. */
export interface Parsed {
  readonly root: Node | undefined
  readonly problems: readonly Problem[]
}

/** Something that is being built: its children so far, and where it began. */
interface Open {
  readonly kind: 'list' | 'map'
  readonly from: number
  readonly anchor: string | undefined
  readonly faulty: boolean
  readonly isFlow: boolean
  readonly nodes: Node[]
  /** How many nodes it holds, aliases counted as what they stand for. */
  size: number
}

/** Builds the tree of a text that is read as a whole, or part by part. */
export class Builder {
  readonly #source: Source
  readonly #problems: Problem[] = []
  readonly #anchors = new Map<string, { readonly node: Node; readonly size: number } | 'open'>()
  readonly #open: Open[] = []
  #roots: Node[] = []
  /** Whether a part could not be read. */
  #broken = false
  #part: Part = { key: '', from: 0, text: '' }
  #position = 0
  #documents = 0
  /** How many nodes there are, those that aliases stand for counted each time, and how many are written. */
  #size = 0
  #written = 0
  /** The alias that stands for most. */
  #largest = { size: 0, from: 0, to: 1 }

  readonly #report: Note = (code, message, place, related) => {
    this.#problems.push({ code, severity: 'error', message, place, ...(related && { related }) })
  }

  constructor(source: Source) {
    this.#source = source
  }

  /** Reads a part of the text, or all; gives the parser's mistake where that is no YAML. */
  read(part: Part): Problem | undefined {
    this.#part = part
    this.#position = 0
    this.#documents = 0
    this.#open.length = 0
    try {
      const events = parseEvents(part.text, {})
      this.#written += events.length
      for (const event of events) this.#take(event)
      return undefined
    } catch (mistake) {
      if (!(mistake instanceof YAMLException)) throw mistake
      return syntaxProblem(this.#source, part, mistake.reason, mistake.mark?.position ?? 0)
    }
  }

  /** Adds the key of a part that is broken: with the entries that `inner` adds, or of which no more is known. */
  addKey({ key, from, text }: Part, inner: () => boolean): void {
    const at = from + Math.max(0, text.search(/\S/))
    const place: Place = { source: this.#source, from: at, to: at + Math.max(1, key.length) }
    const outer = this.#roots
    this.#roots = []
    const known = inner() ? this.#joined() : undefined
    const value: Node = known
      ? { ...known, faulty: true }
      : { kind: 'unknown', place, faulty: true }
    const name: ScalarNode = { kind: 'scalar', place, faulty: false, text: key, plain: true }
    const inside =
      key === '' ? { entries: [], lost: [ANY_KEY] } : { entries: [{ key: name, value }], lost: [] }
    this.#roots = [...outer, { kind: 'map', place, faulty: false, ...inside }]
    this.#broken = true
  }

  /** Adds that a key may be there of which nothing is known. */
  addLost({ key, from, text }: Part): void {
    const place: Place = { source: this.#source, from, to: from + Math.max(1, text.length) }
    this.#roots.push({ kind: 'map', place, faulty: false, entries: [], lost: [key] })
    this.#broken = true
  }

  /** The tree and the problems, after `mistakes` of the parser. */
  parsed(mistakes: readonly Problem[] = []): Parsed {
    if (this.#size > Math.max(ALWAYS_ALLOWED, MOST_COPIES * this.#written)) {
      this.#report(
        'alias-bomb',
        `the aliases make more than ${MOST_COPIES} times as much of this file as is written in it: write out what is meant`,
        { source: this.#source, from: this.#largest.from, to: this.#largest.to },
      )
      return { root: undefined, problems: this.#problems }
    }
    return { root: this.#joined(), problems: [...mistakes, ...this.#problems] }
  }

  /** The parts or documents as one map. */
  #joined(): Node | undefined {
    const roots = this.#roots.filter((root, i) => i === 0 || !isEmpty(root))
    const [first] = roots
    if (first === undefined || roots.length === 1) return first
    const maps = roots.filter((root) => root.kind === 'map')
    const { entries, lost } = unique(
      maps.flatMap(({ entries }) => entries),
      true,
      this.#report,
    )
    const others = maps.length < roots.filter((root) => !isEmpty(root)).length ? [ANY_KEY] : []
    const { place } = first
    const gone = [...maps.flatMap((map) => map.lost), ...lost, ...others]
    return { kind: 'map', place, faulty: false, entries, lost: gone }
  }

  #take(event: Event): void {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        this.#documents += 1
        if (this.#documents === 2) this.#secondDocument()
        return
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING: {
        const faulty = this.#refuseTag(event)
        const anchor = this.#anchorOf(event)
        if (anchor !== undefined) this.#anchors.set(anchor, 'open')
        const kind = event.type === EVENT_ID.MAPPING ? 'map' : 'list'
        const isFlow = event.style === COLLECTION_STYLE.FLOW
        this.#open.push({ kind, from: event.start, anchor, faulty, isFlow, nodes: [], size: 1 })
        this.#position = event.start + (isFlow ? 1 : 0)
        return
      }
      case EVENT_ID.SCALAR: {
        const node = this.#scalar(event)
        const anchor = this.#anchorOf(event)
        if (anchor !== undefined) this.#anchors.set(anchor, { node, size: 1 })
        this.#add(node, 1)
        return
      }
      case EVENT_ID.ALIAS:
        this.#alias(event.anchorStart, event.anchorEnd)
        return
      case EVENT_ID.POP:
        this.#close()
    }
  }

  #secondDocument(): void {
    const found = /\n(---|\.\.\.)/g
    found.lastIndex = this.#position
    const marker = found.exec(this.#part.text)
    const from = marker === null ? this.#position : marker.index + 1
    this.#report(
      'several-documents',
      `a second document in one file: delete this '${marker?.[1] ?? '---'}', or use a file of its own`,
      this.#place(from, from + 3),
    )
  }

  #scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): ScalarNode {
    const isEmptyTag = event.tagStart >= 0 && event.valueStart < 0
    const isTagged = this.#refuseTag(event, isEmptyTag)
    const text = getScalarValue(this.#part.text, event)
    const quoted =
      event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED
    const empty = event.valueStart < 0
    const from = empty ? this.#position : event.valueStart - (quoted ? 1 : 0)
    const to = empty ? from : event.valueEnd + (quoted ? 1 : 0)
    this.#position = to
    return {
      kind: 'scalar',
      place: this.#place(from, to),
      faulty: isTagged || (this.#source.isDamaged === true && text.includes(UNREADABLE)),
      text,
      plain: event.style === SCALAR_STYLE.PLAIN,
    }
  }

  #alias(from: number, to: number): void {
    this.#position = to
    const name = this.#part.text.slice(from, to)
    const place = this.#place(from - 1, to)
    const anchored = this.#anchors.get(name)
    if (anchored !== undefined && anchored !== 'open') {
      this.#add(anchored.node, anchored.size)
      if (anchored.size > this.#largest.size) {
        this.#largest = { size: anchored.size, from: place.from, to: place.to }
      }
      return
    }
    // What it names may stand in a part that could not be read.
    const excused = this.#broken && this.#source.text.includes(`&${name}`)
    if (anchored === 'open') {
      this.#report(
        'unknown-alias',
        `the alias '*${name}' holds itself: write out what is meant`,
        place,
      )
    } else if (!excused) {
      this.#report(
        'unknown-alias',
        `the alias '*${name}' is not defined above: put '&${name}' before what it stands for`,
        place,
      )
    }
    this.#add({ kind: 'unknown', place, faulty: true }, 1)
  }

  #close(): void {
    const open = this.#open.pop()
    if (open === undefined) return
    const { kind, from, anchor, faulty, isFlow, nodes, size } = open
    if (isFlow) this.#position = afterBracket(this.#part.text, this.#position)
    const place = this.#place(from, Math.max(this.#position, from + 1))
    const node = kind === 'list' ? listOf(place, faulty, nodes) : this.#map(place, faulty, nodes)
    if (anchor !== undefined) this.#anchors.set(anchor, { node, size })
    this.#add(node, size)
  }

  #map(place: Place, faulty: boolean, nodes: readonly Node[]): MapNode {
    const { entries, lost } = entriesOf(nodes, this.#open.length === 0, this.#report)
    return { kind: 'map', place, faulty, entries, lost }
  }

  #add(node: Node, size: number): void {
    const parent = this.#open.at(-1)
    if (parent !== undefined) {
      parent.nodes.push(node)
      parent.size += size
    } else {
      this.#roots.push(node)
      this.#size += size
    }
  }

  #anchorOf(event: { anchorStart: number; anchorEnd: number }): string | undefined {
    if (event.anchorStart < 0) return undefined
    return this.#part.text.slice(event.anchorStart, event.anchorEnd)
  }

  /** What is nothing but a tag was meant as text. */
  #refuseTag({ tagStart, tagEnd }: { tagStart: number; tagEnd: number }, isAll = false): boolean {
    if (tagStart < 0) return false
    const tag = this.#part.text.slice(tagStart, tagEnd)
    this.#report(
      'tag',
      isAll
        ? `'!' begins a tag to YAML, and nothing else stands here: put the value in quotes, write '"${tag}"'`
        : `tags such as ${quote(tag)} are not used, every value is text: delete it`,
      this.#place(tagStart, tagEnd),
    )
    return true
  }

  /** The piece of the source, of offsets in the part. */
  #place(from: number, to: number): Place {
    return { source: this.#source, from: this.#part.from + from, to: this.#part.from + to }
  }
}

/** Behind the bracket that closes what is open at an offset, comments passed over. */
function afterBracket(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at]
    if (char === ']' || char === '}') return at + 1
    if (char === '#' && /\s/.test(text[at - 1] ?? ' ')) {
      while (at < text.length && !/[\r\n]/.test(text[at] ?? '')) at += 1
    }
  }
  return text.length
}

function listOf(place: Place, faulty: boolean, items: readonly Node[]): Node {
  return { kind: 'list', place, faulty, items }
}
