/** A YAML text as a tree of nodes that know where they stand. */
import {
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
} from 'js-yaml'
import type { Place, Source } from '../model/place.ts'
import type { Problem } from '../model/problem.ts'

/** Every scalar is the text as written; `plain` says that it had no quotes. */
export interface ScalarNode {
  readonly kind: 'scalar'
  readonly place: Place
  readonly text: string
  readonly plain: boolean
}

export interface ListNode {
  readonly kind: 'list'
  readonly place: Place
  readonly items: readonly Node[]
}

export interface MapNode {
  readonly kind: 'map'
  readonly place: Place
  readonly entries: readonly Entry[]
}

export interface Entry {
  readonly key: ScalarNode
  readonly value: Node
}

export type Node = ScalarNode | ListNode | MapNode

/** The tree of a text, or undefined for a text that says nothing; and what is wrong with it as YAML. */
export interface Parsed {
  readonly root: Node | undefined
  readonly problems: readonly Problem[]
}

/** How many nodes aliases may make of a text, for each node that is written in it. */
const MOST_COPIES = 50
const ALWAYS_ALLOWED = 10_000

export function parse(source: Source): Parsed {
  try {
    return new Builder(source).build(parseEvents(source.text, {}))
  } catch (mistake) {
    if (!(mistake instanceof YAMLException)) throw mistake
    return { root: undefined, problems: [syntaxProblem(source, mistake)] }
  }
}

/** Something that is being built: its children so far, and where it began and last was. */
interface Open {
  readonly kind: 'list' | 'map'
  readonly from: number
  readonly anchor: string | undefined
  readonly nodes: Node[]
  /** How many nodes it holds, aliases counted as what they stand for. */
  size: number
}

class Builder {
  readonly #source: Source
  readonly #problems: Problem[] = []
  readonly #anchors = new Map<string, { readonly node: Node; readonly size: number } | 'open'>()
  readonly #open: Open[] = []
  #root: Node | undefined
  #position = 0
  #size = 0
  #documents = 0

  constructor(source: Source) {
    this.#source = source
  }

  build(events: readonly Event[]): Parsed {
    for (const event of events) this.#take(event)
    if (this.#size > Math.max(ALWAYS_ALLOWED, MOST_COPIES * events.length)) {
      this.#report(
        'alias-bomb',
        `the aliases stand for ${this.#size} nodes: write less of it`,
        0,
        1,
      )
      return { root: undefined, problems: this.#problems }
    }
    return { root: this.#root, problems: this.#problems }
  }

  #take(event: Event): void {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        this.#documents += 1
        this.#open.length = 0
        if (this.#documents === 2) {
          const at = this.#position
          this.#report(
            'several-documents',
            `a second document in one file: use a file of its own`,
            at,
            at + 1,
          )
        }
        return
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING: {
        this.#refuseTag(event)
        const anchor = this.#anchorOf(event)
        if (anchor !== undefined) this.#anchors.set(anchor, 'open')
        const kind = event.type === EVENT_ID.MAPPING ? 'map' : 'list'
        this.#open.push({ kind, from: event.start, anchor, nodes: [], size: 1 })
        this.#position = event.start
        return
      }
      case EVENT_ID.SCALAR: {
        this.#refuseTag(event)
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

  #scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): ScalarNode {
    const quoted =
      event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED
    const empty = event.valueStart < 0
    const from = empty ? this.#position : event.valueStart - (quoted ? 1 : 0)
    const to = empty ? from : event.valueEnd + (quoted ? 1 : 0)
    this.#position = to
    const plain = event.style === SCALAR_STYLE.PLAIN
    return {
      kind: 'scalar',
      place: this.#place(from, to),
      text: getScalarValue(this.#source.text, event),
      plain,
    }
  }

  #alias(from: number, to: number): void {
    this.#position = to
    const name = this.#source.text.slice(from, to)
    const anchored = this.#anchors.get(name)
    if (anchored !== undefined && anchored !== 'open') {
      this.#add(anchored.node, anchored.size)
      return
    }
    const why =
      anchored === 'open' ? 'holds itself' : `is not defined above: write '&${name}' first`
    this.#report('unknown-alias', `the alias '*${name}' ${why}`, from - 1, to)
    this.#add({ kind: 'scalar', place: this.#place(from - 1, to), text: '', plain: true }, 1)
  }

  #close(): void {
    const open = this.#open.pop()
    if (open === undefined) return
    const place = this.#place(open.from, Math.max(this.#position, open.from + 1))
    const node: Node =
      open.kind === 'list'
        ? { kind: 'list', place, items: open.nodes }
        : { kind: 'map', place, entries: this.#entries(open.nodes) }
    if (open.anchor !== undefined) this.#anchors.set(open.anchor, { node, size: open.size })
    this.#add(node, open.size)
  }

  #add(node: Node, size: number): void {
    const parent = this.#open.at(-1)
    if (parent !== undefined) {
      parent.nodes.push(node)
      parent.size += size
    } else if (this.#documents === 1) {
      this.#root = node
      this.#size = size
    }
  }

  #entries(nodes: readonly Node[]): Entry[] {
    const entries: Entry[] = []
    const keys = new Map<string, ScalarNode>()
    for (let i = 0; i + 1 < nodes.length; i += 2) {
      const key = nodes[i] as Node
      const value = nodes[i + 1] as Node
      if (key.kind !== 'scalar') {
        this.#reportAt('bad-key', `a key must be a word, not a ${key.kind}`, key.place)
      } else if (key.text === '<<' && key.plain) {
        this.#reportAt(
          'merge-key',
          `'<<' is not used here: write the keys out, or share whole values by an alias`,
          key.place,
        )
      } else if (keys.has(key.text)) {
        const first = keys.get(key.text)?.place
        this.#problems.push({
          code: 'duplicate-key',
          severity: 'error',
          message: `the key '${key.text}' is given twice`,
          place: key.place,
          ...(first && { related: { place: first, note: 'first given here' } }),
        })
      } else {
        keys.set(key.text, key)
        entries.push({ key, value })
      }
    }
    return entries
  }

  #anchorOf(event: { anchorStart: number; anchorEnd: number }): string | undefined {
    if (event.anchorStart < 0) return undefined
    return this.#source.text.slice(event.anchorStart, event.anchorEnd)
  }

  #refuseTag({ tagStart, tagEnd }: { tagStart: number; tagEnd: number }): void {
    if (tagStart < 0) return
    this.#report(
      'tag',
      `tags such as '${this.#source.text.slice(tagStart, tagEnd)}' are not used: every value is text`,
      tagStart,
      tagEnd,
    )
  }

  #report(code: string, message: string, from: number, to: number): void {
    this.#reportAt(code, message, this.#place(from, to))
  }

  #reportAt(code: string, message: string, place: Place): void {
    this.#problems.push({ code, severity: 'error', message, place })
  }

  #place(from: number, to: number): Place {
    return { source: this.#source, from, to }
  }
}

/** The parser's words for what people do wrong most, said the way out. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/tab characters/, 'a tab in the indentation: YAML allows only spaces there'],
  [/bad indentation/, 'this line is indented otherwise than the lines around it'],
  [
    /end of the stream or a document separator/,
    'this does not belong to what stands above: check the indentation',
  ],
  [/unexpected end of the stream within a flow collection/, "a '[' or '{' is never closed"],
  [/unexpected end of the stream within a/, 'a quote is never closed'],
  [/null byte/, 'a null byte in the file: is it really YAML?'],
]

function syntaxProblem(source: Source, mistake: YAMLException): Problem {
  const words = WORDS.find(([pattern]) => pattern.test(mistake.reason))?.[1] ?? mistake.reason
  const from = Math.min(mistake.mark?.position ?? 0, source.text.length)
  return {
    code: 'yaml',
    severity: 'error',
    message: words,
    place: { source, from, to: Math.min(from + 1, source.text.length) },
  }
}
