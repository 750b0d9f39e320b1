/** Edits of texts: what is between two offsets of a file makes way for another text, and no other byte changes. */
import type { Source } from './place.ts'

/** The piece of the text of `path` from offset `from` up to, without, offset `to` (UTF-16 units) becomes `text`. */
export interface Edit {
  readonly path: string
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The texts after edits that do not overlap; of two at one offset the earlier in the list comes first. */
export function edited(sources: readonly Source[], edits: readonly Edit[]): Source[] {
  return sources.map((source) => {
    const own = edits.filter(({ path }) => path === source.path)
    return own.length === 0 ? source : { path: source.path, text: editedText(source.text, own) }
  })
}

function editedText(text: string, edits: readonly Edit[]): string {
  let at = 0
  let result = ''
  for (const { from, to, text: fresh } of [...edits].sort((a, b) => a.from - b.from)) {
    result += text.slice(at, from) + fresh
    at = to
  }
  return result + text.slice(at)
}
