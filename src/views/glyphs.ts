/** What pictures are drawn with: Unicode, or ASCII where the terminal's locale has no more. */
import type { Look } from './look.ts'

/** The characters of which pictures are made. */
export interface Glyphs {
  /** Where a shift begins. */
  readonly handoff: string
  /** The time of a turn, and time that an override gave. */
  readonly turn: string
  readonly override: string
  /** Nobody is on call although somebody must be. */
  readonly gap: string
  /** Somebody else than the one person asked for. */
  readonly other: string
  /** More handoffs than characters. */
  readonly several: string
  readonly meeting: string
  readonly now: string
  /** The fair share, in the middle of a bar. */
  readonly share: string
  /** A bar's last character, from the emptiest to the full one. */
  readonly bar: readonly string[]
  /** The same of a bar that grows to the left. */
  readonly left: readonly string[]
  /** What a text that was cut ends with. */
  readonly cut: string
}

const UNICODE: Glyphs = {
  handoff: '│',
  turn: '─',
  override: '═',
  gap: '░',
  other: '·',
  several: '┆',
  meeting: '◆',
  now: '▼',
  share: '│',
  bar: ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'],
  left: ['▐', '█'],
  cut: '…',
}

const ASCII: Glyphs = {
  handoff: '|',
  turn: '-',
  override: '=',
  gap: '!',
  other: '.',
  several: ':',
  meeting: '*',
  now: 'v',
  share: '|',
  bar: ['#'],
  left: ['#'],
  cut: '...',
}

/** The characters that the terminal of whoever looks can show. */
export function glyphsFor({ ascii }: Pick<Look, 'ascii'>): Glyphs {
  return ascii === true ? ASCII : UNICODE
}

/** A bar of `part` (0 to 1) of `width` characters; whatever is not nothing can be seen. */
export function bar({ bar: pieces }: Glyphs, part: number, width: number): string {
  return barOf(pieces, part > 0 ? Math.max(steps(pieces, part, width), 1) : 0)
}

/** A bar from the middle to the left or to the right, by `part` (-1 to 1) of `half` the characters besides the middle. */
export function lean({ bar: pieces, left, share }: Glyphs, part: number, half: number): string {
  if (part >= 0) return `${' '.repeat(half)}${share}${barOf(pieces, steps(pieces, part, half))}`
  const { full, rest } = split(left, steps(left, -part, half))
  return `${`${rest}${full}`.padStart(half)}${share}`
}

function steps(pieces: readonly string[], part: number, width: number): number {
  return Math.round(Math.min(part, 1) * width * pieces.length)
}

function barOf(pieces: readonly string[], count: number): string {
  const { full, rest } = split(pieces, count)
  return full + rest
}

function split(pieces: readonly string[], count: number): { full: string; rest: string } {
  const over = count % pieces.length
  const full = (pieces.at(-1) ?? '').repeat(Math.floor(count / pieces.length))
  return { full, rest: over === 0 ? '' : (pieces[over - 1] ?? '') }
}
