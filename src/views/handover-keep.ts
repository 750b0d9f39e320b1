/** What people write into a report: it stands between two marks, and is there again when the report is made anew. */

const BEGIN = /^<!-- rotate:keep(?: ([A-Za-z0-9][\w.-]*))? -->$/
const END = '<!-- /rotate:keep -->'

/** Asked of whoever goes, in a new report. */
const QUESTIONS = `What needs doing soon?

What is worth knowing for the next shifts?

How was it?`

/** What stands between marks, by the id of the rotation where the mark has one; '' where it has none. */
export type Kept = ReadonlyMap<string, string>

/** What people wrote into a report; what is wrong with its marks, where something is, since it could be lost. */
export function keptIn(text: string): Kept | string {
  const kept = new Map<string, string>()
  let open: { readonly id: string; readonly line: number; readonly lines: string[] } | undefined
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const begin = BEGIN.exec(line.trim())
    if (begin !== null) {
      if (open !== undefined)
        return `line ${i + 1}: another '<!-- rotate:keep -->' before the end of the one on line ${open.line}`
      open = { id: begin[1] ?? '', line: i + 1, lines: [] }
    } else if (line.trim() === END) {
      if (open === undefined) return `line ${i + 1}: '${END}' without a beginning`
      if (kept.has(open.id)) return `line ${open.line}: '<!-- rotate:keep -->' for the second time`
      kept.set(open.id, open.lines.join('\n'))
      open = undefined
    } else open?.lines.push(line)
  }
  if (open !== undefined) return `line ${open.line}: '<!-- rotate:keep -->' without '${END}'`
  if (kept.size === 0) return `there is no '<!-- rotate:keep -->' in it`
  return kept
}

/** The block of a rotation, or of the only one where no id is given: what was kept, else the questions. */
export function keepBlock(id: string, kept: Kept | undefined): string {
  const mark = id === '' ? '<!-- rotate:keep -->' : `<!-- rotate:keep ${id} -->`
  return `${mark}\n${kept?.get(id) ?? QUESTIONS}\n${END}\n`
}

/** Blocks of an earlier report for which there is no place any more: at its end, so that nothing is lost. */
export function strayBlocks(ids: readonly string[], kept: Kept | undefined): string {
  return [...(kept ?? [])]
    .filter(([id, text]) => !ids.includes(id) && text.trim() !== '' && text !== QUESTIONS)
    .map(([id]) => `\n## Kept from before\n\n${keepBlock(id, kept)}`)
    .join('')
}
