/** In which encoding a text is: what editors and spreadsheets write. */
import { isUtf8 } from 'node:buffer'

/** The encoding of the bytes of a text; undefined where they are no text. */
export function encodingOf(bytes: Buffer): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (bytes.includes(0)) {
    if (bytes.length % 2 === 1) return undefined
    // Without a mark: every other byte of what people write is zero then.
    if (first === 0 && second !== 0) return 'utf-16be'
    return second === 0 && first !== 0 ? 'utf-16le' : undefined
  }
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** The text of bytes in whichever encoding, a byte order mark left out; what is no text is read as UTF-8. */
export function decoded(bytes: Buffer): string {
  return new TextDecoder(encodingOf(bytes) ?? 'utf-8').decode(bytes)
}
