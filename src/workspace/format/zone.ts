/** A zone, as it is written: any text to the reader, which says what is wrong; to an editor, names and a pattern. */
import { KNOWN_ZONES } from '../../time/zone-names.ts'
import { text, type Shape, type Told } from './shape.ts'

/** Names without a region that are zones, offsets in disguise left out. */
const SHORT: readonly string[] =
  `UTC GMT UCT Zulu Universal Greenwich GMT0 CET MET EET WET EST5EDT CST6CDT MST7MDT
  PST8PDT GB Eire Portugal Poland Turkey W-SU Israel Egypt Libya Iran PRC ROC ROK Japan
  Hongkong Singapore NZ NZ-CHAT Navajo Cuba Jamaica Iceland Kwajalein GB-Eire`.split(/\s+/)

const anyCase = (word: string): string =>
  word.replaceAll(/[A-Za-z]/g, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)

/** Editors offer the zones of larger cities, take any name with a region, and mark `PST`, `EST` and `Etc/GMT+5`. */
export const zone: Shape<Told<string>> = {
  read: text.read,
  schema: () => ({
    anyOf: [
      { enum: KNOWN_ZONES },
      {
        type: 'string',
        pattern: `^(?!${anyCase('Etc/GMT')}[+-]0*[1-9])[A-Za-z_]+(/[A-Za-z0-9_+-]+)+$|^(${SHORT.map(anyCase).join('|')})$`,
      },
    ],
  }),
}
