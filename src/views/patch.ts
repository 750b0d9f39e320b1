/** Edits of texts as a unified diff, which `git apply` and `patch` take. */
import { edited, type Edit } from '../model/edit.ts'
import type { Source } from '../model/place.ts'
import { clean } from './clean.ts'
import type { Paint } from './paint.ts'

/** Lines around what differs. */
const CONTEXT = 3

/** The whole difference, file by file; empty where nothing is edited. */
export function unifiedDiff(sources: readonly Source[], edits: readonly Edit[]): string {
  return sources
    .flatMap((source) => {
      const own = edits.filter(({ path }) => path === source.path)
      if (own.length === 0) return []
      const changes = changesIn(source, own)
      if (changes.length === 0) return []
      const hunks = hunksOf(linesOf(source.text), changes)
      return [`--- a/${source.path}\n+++ b/${source.path}\n${hunks}`]
    })
    .join('')
}

/** The same for a terminal. */
export function sayPatch(diff: string, paint: Paint): string {
  return diff
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const text = clean(line.replace(/\r$/, ''))
      if (/^(---|\+\+\+) /.test(line)) return `${paint.strong(text)}\n`
      if (line.startsWith('@@')) return `${paint.faint(text)}\n`
      if (line.startsWith('+')) return `${paint.good(text)}\n`
      return line.startsWith('-') ? `${paint.error(text)}\n` : `${text}\n`
    })
    .join('')
}

/** Lines from `from` up to, without, `to` make way for others. */
interface Change {
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

function changesIn(source: Source, edits: readonly Edit[]): Change[] {
  const { text, path } = source
  const starts = startsOf(text)
  const lineAt = (at: number): number => starts.findLastIndex((start) => start <= at)
  const before = linesOf(text)
  const changes: Change[] = []
  let group: { from: number; to: number; edits: Edit[] } | undefined
  const close = (): void => {
    if (group === undefined) return
    const from = starts[group.from] ?? text.length
    const to = starts[group.to] ?? text.length
    const moved = group.edits.map((edit) => ({
      ...edit,
      from: edit.from - from,
      to: edit.to - from,
    }))
    const after = edited([{ path, text: text.slice(from, to) }], moved)[0]?.text ?? ''
    changes.push(...narrowed({ from: group.from, to: group.to, lines: linesOf(after) }, before))
  }
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    const first = lineAt(edit.from)
    const last = lineAt(edit.to)
    const isOwnLines =
      starts[first] === edit.from && starts[last] === edit.to && /(^|[\r\n])$/.test(edit.text)
    const to = isOwnLines ? last : last + 1
    if (group !== undefined && first < group.to) {
      group.to = Math.max(group.to, to)
      group.edits.push(edit)
      continue
    }
    close()
    group = { from: first, to, edits: [edit] }
  }
  close()
  return changes
}

/** A change without the lines at its ends that stay as they are; none where all do. */
function narrowed({ from, to, lines }: Change, before: readonly string[]): Change[] {
  const most = Math.min(to - from, lines.length)
  let head = 0
  while (head < most && before[from + head] === lines[head]) head += 1
  let tail = 0
  while (tail < most - head && before[to - 1 - tail] === lines.at(-1 - tail)) tail += 1
  const change = {
    from: from + head,
    to: to - tail,
    lines: lines.slice(head, lines.length - tail),
  }
  return change.from < change.to || change.lines.length > 0 ? [change] : []
}

function hunksOf(lines: readonly string[], changes: readonly Change[]): string {
  let result = ''
  let moved = 0
  for (let i = 0; i < changes.length;) {
    let next = i + 1
    const gapTo = (at: number): number =>
      (changes[at]?.from ?? Infinity) - (changes[at - 1]?.to ?? 0)
    while (gapTo(next) <= 2 * CONTEXT) next += 1
    const group = changes.slice(i, next)
    i = next
    const start = Math.max(0, (group[0]?.from ?? 0) - CONTEXT)
    const end = Math.min(lines.length, (group.at(-1)?.to ?? 0) + CONTEXT)
    let body = ''
    let at = start
    let grown = 0
    for (const { from, to, lines: fresh } of group) {
      body += marked(' ', lines.slice(at, from))
      body += marked('-', lines.slice(from, to)) + marked('+', fresh)
      grown += fresh.length - (to - from)
      at = to
    }
    body += marked(' ', lines.slice(at, end))
    const before = range(start, end - start)
    const after = range(start + moved, end - start + grown)
    result += `@@ -${before} +${after} @@\n${body}`
    moved += grown
  }
  return result
}

function range(start: number, count: number): string {
  return `${count === 0 ? start : start + 1},${count}`
}

function marked(mark: string, lines: readonly string[]): string {
  return lines
    .map((line) =>
      line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`,
    )
    .join('')
}

/** The lines with their breaks; to `diff` a CR alone breaks none. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function startsOf(text: string): number[] {
  const starts = [0]
  for (const line of linesOf(text)) starts.push((starts.at(-1) ?? 0) + line.length)
  if (text !== '' && !text.endsWith('\n')) starts.pop()
  return starts
}
