/** YAML written as a person would write it: short things on one line, long ones below each other. */

/** Something to be written. Comments stand above what they are about, so whatever holds one is written in lines. */
export type Yaml =
  | { readonly kind: 'scalar'; readonly text: string; readonly isSafe: boolean }
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly isTall: boolean }
  | { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly isTall: boolean }

export interface Item {
  readonly value: Yaml
  readonly notes?: readonly string[]
}

export interface Entry extends Item {
  readonly key: string
  /** An empty line stands before it. */
  readonly isApart?: boolean
}

/** No line is longer, unless a single word is. */
const WIDTH = 110

/** A text from anywhere: in quotes exactly where YAML would read something else. */
export function text(value: string): Yaml {
  return { kind: 'scalar', text: value, isSafe: false }
}

/** A word of ours, a time or an id: never in quotes. */
export function word(value: string): Yaml {
  return { kind: 'scalar', text: value, isSafe: true }
}

/** Words of ours: one alone, several as a list. */
export function wordsOf(words: readonly string[]): Yaml {
  const [only = '', ...more] = words
  return more.length === 0 ? word(only) : list(words.map(word))
}

export function list(items: readonly Yaml[]): Yaml {
  return { kind: 'list', items: items.map((value) => ({ value })), isTall: false }
}

/** A list that is always written in lines, unless it is empty. */
export function tallList(items: readonly Item[]): Yaml {
  return { kind: 'list', items, isTall: items.length > 0 }
}

/** A map; keys without a value are left out. */
export function map(entries: Readonly<Record<string, Yaml | undefined>>): Yaml {
  return { kind: 'map', entries: given(entries), isTall: false }
}

/** A map that is always written in lines. */
export function tall(entries: readonly Entry[]): Yaml {
  return { kind: 'map', entries, isTall: true }
}

export function given(entries: Readonly<Record<string, Yaml | undefined>>): Entry[] {
  return Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value }],
  )
}

/** The lines of a file. */
export function emit(yaml: Yaml): string {
  return blockOf(yaml, 0)
    .map((line) => `${line}\n`)
    .join('')
}

/** `depth` is how far its lines will be indented. */
function blockOf(yaml: Yaml, depth: number): string[] {
  switch (yaml.kind) {
    case 'scalar':
      return [scalarText(yaml.text, yaml.isSafe, false)]
    case 'list':
      return yaml.items.flatMap(({ value, notes }) => [
        ...commented(notes, depth),
        ...behind('- ', value, depth),
      ])
    case 'map':
      return yaml.entries.flatMap(({ key, value, notes, isApart }, i) => [
        ...(isApart === true && i > 0 ? [''] : []),
        ...commented(notes, depth),
        ...below(`${key}:`, value, depth),
      ])
  }
}

/** An item of a list: what does not fit on its line goes on below, two further in. */
function behind(dash: string, value: Yaml, depth: number): string[] {
  const flat = flowOf(value)
  if (flat !== undefined && depth + dash.length + flat.length <= WIDTH) return [dash + flat]
  const [first = '', ...rest] = blockOf(value, depth + dash.length)
  // A comment cannot follow a dash.
  if (first.startsWith('#')) return [dash.trimEnd(), ...indented([first, ...rest])]
  return [dash + first, ...indented(rest)]
}

function below(key: string, value: Yaml, depth: number): string[] {
  const flat = flowOf(value) ?? (value.kind === 'scalar' ? '' : undefined)
  const isShort = flat !== undefined && depth + key.length + 1 + flat.length <= WIDTH
  if (value.kind === 'scalar') return [`${key} ${blockOf(value, depth)[0] ?? ''}`]
  return isShort ? [`${key} ${flat}`] : [key, ...indented(blockOf(value, depth + 2))]
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`))
}

/** All on one line, however it would stand in a file; comments are left out. */
export function oneLine(yaml: Yaml): string {
  switch (yaml.kind) {
    case 'scalar':
      return scalarText(yaml.text, yaml.isSafe, true)
    case 'list':
      return `[${yaml.items.map(({ value }) => oneLine(value)).join(', ')}]`
    case 'map':
      return `{ ${yaml.entries.map(({ key, value }) => `${key}: ${oneLine(value)}`).join(', ')} }`
  }
}

/** All on one line, in brackets; undefined where it holds a comment, or is to be in lines. */
function flowOf(yaml: Yaml): string | undefined {
  switch (yaml.kind) {
    case 'scalar':
      return scalarText(yaml.text, yaml.isSafe, true)
    case 'list': {
      if (yaml.isTall) return undefined
      const items = yaml.items.map(({ value, notes }) => (notes ? undefined : flowOf(value)))
      return items.every((item) => item !== undefined) ? `[${items.join(', ')}]` : undefined
    }
    case 'map': {
      if (yaml.entries.length === 0) return '{}'
      if (yaml.isTall) return undefined
      const entries = yaml.entries.map(({ key, value, notes }) => {
        const flat = notes ? undefined : flowOf(value)
        return flat && `${key}: ${flat}`
      })
      return entries.every((entry) => entry !== undefined) ? `{ ${entries.join(', ')} }` : undefined
    }
  }
}

/** Lines of comment, wrapped. */
function commented(notes: readonly string[] | undefined, depth: number): string[] {
  return (notes ?? []).flatMap((note) => {
    const lines: string[] = []
    let line = '#'
    for (const part of seen(note).split(' ')) {
      if (line.length > 1 && depth + line.length + 1 + part.length > WIDTH) {
        lines.push(line)
        line = '#'
      }
      line += ` ${part}`
    }
    return [...lines, line.trimEnd()]
  })
}

/** Ends of lines, which would end the comment, and whatever YAML or a reader cannot see. */
const UNSEEN = /[\p{C}\u2028\u2029]/gu

function seen(note: string): string {
  return note.replaceAll(/\s+/g, ' ').replaceAll(UNSEEN, '\uFFFD').trim()
}

/** What YAML reads as this text when nothing is put around it. */
const PLAIN =
  /^[\p{L}\p{M}\p{N}\p{P}\p{S}](?:[\p{L}\p{M}\p{N}\p{P}\p{S} ]*[\p{L}\p{M}\p{N}\p{P}\p{S}])?$/u
const INDICATORS = /^[-?:,[\]{}#&*!|>'"%@`]|^\.\.\.|: | #|:$/
const IN_BRACKETS = /[,[\]{}]/

function scalarText(value: string, isSafe: boolean, isFlow: boolean): string {
  if (isSafe) return value
  const isPlain =
    PLAIN.test(value) && !INDICATORS.test(value) && !(isFlow && IN_BRACKETS.test(value))
  return isPlain ? value : quoted(value)
}

/** A text in double quotes, in which whatever nobody sees is escaped. */
export function quoted(value: string): string {
  return JSON.stringify(value).replaceAll(/[\p{C}\p{Z}]/gu, (mark) => {
    if (mark === ' ') return mark
    const code = mark.codePointAt(0) ?? 0
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`
  })
}
