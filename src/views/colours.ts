/** A colour a person, the same in every picture: a terminal of 256 colours shows what the page shows. */

/** A colour that tells people apart. */
export interface Colour {
  /** Its number among the 256 of a terminal. */
  readonly number: number
  /** What is read best on it. */
  readonly letters: 'black' | 'white'
}

const on =
  (letters: Colour['letters']) =>
  (number: number): Colour => ({ number, letters })
const black = on('black')
const white = on('white')

/**
 * The first eight are Okabe and Ito's, which the colour-blind tell apart (black left out, grey instead); then the same
 * hues pale, then dark. Red is left for what is wrong.
 */
const COLOURS: readonly Colour[] = [
  ...[74, 214, 36, 175, 227].map(black),
  white(25),
  ...[166, 246].map(black),
  ...[153, 223, 115, 218, 230, 68, 216, 252].map(black),
  black(31),
  ...[94, 22, 89].map(white),
  black(100),
  ...[17, 130, 239].map(white),
]

/** The colour of the person with a number, counted in the order of the files; after the last they begin anew. */
export function colourOf(person: number): Colour {
  return COLOURS[person % COLOURS.length] as Colour
}

/** How many are different. */
export const MANY: number = COLOURS.length

/** `#5fafd7`: what xterm shows for a number from 16 on, a cube of six steps and a scale of greys. */
export function hexOf({ number }: Colour): string {
  const place = number - 16
  const grey = 8 + (number - 232) * 10
  const parts =
    number >= 232
      ? [grey, grey, grey]
      : [step(Math.floor(place / 36)), step(Math.floor(place / 6) % 6), step(place % 6)]
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function step(at: number): number {
  return at === 0 ? 0 : 55 + at * 40
}
