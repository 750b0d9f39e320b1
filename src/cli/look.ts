/** How an answer is to look: in whose zone, how wide, in which colours and characters. */
import type { Io } from '../io/io.ts'
import type { Stream } from '../io/stream.ts'
import type { Look } from '../views/look.ts'
import { coloured, plain, type Depth, type Paint } from '../views/paint.ts'
import type { Input } from './command.ts'
import { zoneOf } from './times.ts'

/** The look that an answer has by the options and the terminal. */
export async function lookOf(input: Input, io: Io): Promise<Look> {
  const paint = await paintFor(io.out, input, io)
  return {
    zone: zoneOf(input, io),
    now: io.now(),
    width: io.out.columns,
    paint,
    ascii: !hasUnicode(io),
  }
}

/** Colour only where a person looks, unless they or their environment say otherwise (no-color.org, force-color.org). */
export async function paintFor(stream: Stream, { options }: Input, { env }: Io): Promise<Paint> {
  if (options['color'] === false || env['NO_COLOR']) return plain
  const forced = env['FORCE_COLOR']
  const wanted = forced
    ? forced !== '0' && forced !== 'false'
    : stream.isTerminal && env['TERM'] !== 'dumb'
  return wanted ? coloured(depthOf(env)) : plain
}

/** How many colours a terminal has: FORCE_COLOR may say it (1, or 2 and more), else COLORTERM and TERM do. */
function depthOf(env: Io['env']): Depth {
  const forced = env['FORCE_COLOR'] ?? ''
  if (/^[123]$/.test(forced)) return forced === '1' ? 16 : 256
  if (env['COLORTERM'] || env['WT_SESSION']) return 256
  return /256|direct|kitty|alacritty|ghostty|wezterm/.test(env['TERM'] ?? '') ? 256 : 16
}

/** Whether the locale of characters is Unicode (POSIX: the first of these that says something); Windows has none. */
export function hasUnicode({ env }: Pick<Io, 'env'>): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG']
  return locale ? /utf-?8/i.test(locale) : process.platform === 'win32'
}
