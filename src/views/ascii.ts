/** Texts where there is only ASCII: a picture is to stay straight in any locale. */

/** Letters that are no other letter with a mark, by how they are written without. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
}

/** The signs of our own sentences that are none of ASCII. */
const SIGNS: Readonly<Record<string, string>> = { '…': '...', '’': "'", '–': '-' }

/** A sentence with the signs of ASCII alone, where there are no others; what people wrote stays as it is. */
export function signs(text: string, ascii = false): string {
  return ascii ? text.replaceAll(/[…’–]/g, (sign) => SIGNS[sign] ?? sign) : text
}

/** Whether a text can be shown where there is only ASCII. */
export function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text)
}

/** Without the marks on its letters: `Équipe` is `Equipe`. What is no Latin letter stays as it is. */
export function toAscii(text: string): string {
  if (isAscii(text)) return text
  const bare = text.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return bare.replaceAll(/[^ -~]/gu, (letter) => LETTERS[letter] ?? SIGNS[letter] ?? letter)
}

/** The same, with a `?` for each letter that has no likeness in ASCII. */
export function forceAscii(text: string): string {
  return toAscii(text).replaceAll(/[^ -~]/gu, '?')
}
