/** `rotate explain`: an entry of docs/problems.md, for a terminal. */
import type { Json } from './json.ts'
import type { Look } from './look.ts'
import { table, type Table } from './table.ts'
import { wrap } from './wrap.ts'

/** What is said of a code. */
export interface Entry {
  readonly code: string
  /** Markdown: paragraphs, lists, YAML between fences. */
  readonly text: string
}

/** What is said of codes, to be shown. */
export interface Explained {
  readonly entries: readonly Entry[]
  /** Whether nobody asked for any of them by itself. */
  readonly isList: boolean
}

/** The entries in the text of the page. */
export function entriesOf(page: string): Entry[] {
  return page
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      // Behind the last of a kind stands the heading of the next.
      const [own = ''] = section.split(/^## /m)
      const [heading = '', ...lines] = own.split('\n')
      return { code: heading.replaceAll('`', ''), text: lines.join('\n').trim() }
    })
}

/** Each with its heading; YAML is indented, and links are their words. */
export function sayEntries({ entries }: Explained, { paint, width }: Look): string {
  const most = Math.min(width, WIDTH)
  return entries
    .map(({ code, text }) => {
      let isYaml = false
      const lines = text.split('\n').flatMap((line) => {
        if (line.startsWith('```')) {
          isYaml = !isYaml
          return []
        }
        return [
          isYaml ? `${paint.faint(`    ${line}`)}\n` : wrap(plainly(line), most, indentOf(line)),
        ]
      })
      return `${paint.strong(code)}\n\n${lines.join('')}`
    })
    .join('\n')
}

const CODES: Table<'code' | 'means'> = {
  columns: { code: 'CODE', means: 'MEANS' },
  narrower: [{ wrap: 'means', to: 24 }, { above: 'code' }],
}

/** A row each: the code and its first sentence. */
export function sayCodes({ entries }: Explained, look: Look): string {
  const rows = entries.map(({ code, text }) => ({ code, means: firstSentence(text) }))
  return `${table(CODES, rows, look)}\n'rotate explain CODE' says more of one.\n`
}

/** What is said of codes, as data. */
export function explainJson({ entries }: Explained): Json {
  return { problems: entries.map(({ code, text }) => ({ code, text })) }
}

/** Longer lines nobody reads. */
const WIDTH = 80

function indentOf(line: string): number {
  return line.startsWith('- ') ? 2 : 0
}

/** Without what is markup: `words` keep their quotes, as in all messages. */
function plainly(line: string): string {
  return line
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/`([^`]*)`/g, "'$1'")
    .replaceAll('**', '')
}

function firstSentence(text: string): string {
  const [line = ''] = text.split('\n')
  // A colon between backticks is YAML.
  return plainly(/^(?:`[^`]*`|[^`])*?[.:](?= |$)/.exec(line)?.[0] ?? line).replace(/:$/, '.')
}
