/** A short name for a text: equal texts have equal ones, others (but for one in 2^60 or so) have not. */

/**
 * 16 hexadecimal digits for one or more texts. Two FNV-1a hashes of 32 bits, over UTF-16 units, the second of which
 * also takes in the first's upper half. Against mistakes, not against somebody who means harm.
 */
export function digestOf(...texts: readonly string[]): string {
  let a = 0x811c_9dc5
  let b = 0x2c1b_3c6d
  for (const text of texts) {
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i)
      a = Math.imul(a ^ unit, 0x0100_0193)
      b = Math.imul(b ^ unit ^ (a >>> 16), 0x85eb_ca6b)
    }
    // The end of a text counts as a unit that no text has.
    a = Math.imul(a ^ 0x1_0000, 0x0100_0193)
    b = Math.imul(b ^ 0x1_0000 ^ (a >>> 16), 0x85eb_ca6b)
  }
  return hex(a ^ (b >>> 16)) + hex(b)
}

function hex(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0')
}
