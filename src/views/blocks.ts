/** A table for which a line is too short: each row as a small block. */
import stringWidth from 'fast-string-width'
import { GAP, type Column } from './narrower.ts'
import type { Brush, Paint } from './paint.ts'
import { broken, widestPart, wrap } from './wrap.ts'

/** With a line a cell and an empty line between blocks where there are headings; else broken between the cells. */
export function blocks(
  columns: readonly Column[],
  rows: number,
  width: number,
  paint: Paint,
): string {
  const label = columns.reduce((most, { title }) => Math.max(most, stringWidth(title.trim())), 0)
  const all = Array.from({ length: rows }, (_, i) => {
    const cells = columns.map(({ title, cells: own }) => ({ title: title.trim(), ...own[i] }))
    const said = cells.flatMap(({ title, text = '', brush }) =>
      text === '' || brush === undefined ? [] : { title, text, brush },
    )
    return label === 0
      ? flowing(said, width)
      : said.map((cell) => labelled(cell, label, width, paint))
  })
  return all.map((lines) => lines.join('')).join(label === 0 ? '' : '\n')
}

interface Said {
  readonly title: string
  readonly text: string
  readonly brush: Brush
}

/** `UNTIL   Mon 30 Nov 16:00`; what is too long to stand beside its heading stands below it. */
function labelled(
  { title, text, brush }: Said,
  label: number,
  width: number,
  paint: Paint,
): string {
  const indent = ' '.repeat(label + GAP.length)
  const room = width - indent.length
  if (widestPart(text) > room) return `${paint.faint(title)}\n${wrap(brush(text), width, 0)}`
  const [first = '', ...more] = broken(text, room)
  const head = `${paint.faint(title)}${indent.slice(stringWidth(title))}`
  return [head + brush(first), ...more.map((line) => indent + brush(line))]
    .map((line) => `${line}\n`)
    .join('')
}

/** As many cells on a line as fit; what follows the first line stands further in. */
function flowing(cells: readonly Said[], width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const { text, brush } of cells) {
    const long = stringWidth(text)
    if (line !== '' && used + GAP.length + long > width) {
      lines.push(line)
      line = ''
    }
    const gap = line === '' && lines.length === 0 ? '' : GAP
    used = (line === '' ? 0 : used) + gap.length + long
    line += gap + brush(text)
  }
  return [...lines, line].map((each) => wrap(each, width))
}
