/** Folding: no line of a calendar is longer than 75 octets (RFC 5545, section 3.1). */

const MOST = 74

/**
 * Folds each line of a text, whose lines end with CRLF, as ical-generator does: byte for byte the same, but without
 * encoding each character by itself, which was most of the time that writing took.
 */
export function fold(text: string): string {
  return text.split('\r\n').map(foldLine).join('\r\n')
}

function foldLine(line: string): string {
  // No unit of UTF-16 is more than three octets.
  if (line.length * 3 <= MOST) return line
  let folded = ''
  let from = 0
  let octets = 0
  for (let at = 0; at < line.length;) {
    const [units, size] = characterAt(line, at)
    octets += size
    if (octets > MOST) {
      folded += `${line.slice(from, at)}\r\n `
      from = at
      octets = size
    }
    at += units
  }
  return folded + line.slice(from)
}

/** How many units a character has, and how many octets. The second half of a pair, and whatever follows a first, is one with it. */
function characterAt(line: string, at: number): readonly [number, number] {
  const unit = line.charCodeAt(at)
  if (!isFirstHalf(unit)) return [1, octetsOf(unit)]
  const next = line.charCodeAt(at + 1)
  if (next >= 0xdc00 && next <= 0xdfff) return [2, 4]
  // Half a pair is encoded as U+FFFD.
  if (Number.isNaN(next)) return [1, 3]
  return [2, 3 + octetsOf(next)]
}

function isFirstHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function octetsOf(unit: number): number {
  if (unit < 0x80) return 1
  return unit < 0x800 ? 2 : 3
}
