/** Emphasis and colour: a view says what a piece of text is, a paint how that looks. */
import type { ChalkInstance } from 'chalk'

export type Brush = (text: string) => string

export interface Paint {
  /** Headings and what is asked for. */
  readonly strong: Brush
  /** What is there for those who want it. */
  readonly faint: Brush
  readonly error: Brush
  readonly warning: Brush
  readonly good: Brush
  /** What belongs to a person, by the number that they have in `PeopleMarks`. */
  readonly person: (number: number) => Brush
}

/** How many colours a terminal shows. */
export type Depth = 16 | 256

const same: Brush = (text) => text

/** No colour and no emphasis: for pipes and files. */
export const plain: Paint = {
  strong: same,
  faint: same,
  error: same,
  warning: same,
  good: same,
  person: () => same,
}

/** Colours of the terminal; chalk is loaded here only. */
export async function coloured(depth: Depth = 16): Promise<Paint> {
  const { Chalk } = await import('chalk')
  // Whether to colour, and with how many, has been decided by whoever calls.
  const chalk = new Chalk({ level: depth === 256 ? 2 : 1 })
  const people = depth === 256 ? manyColours(chalk) : fewColours(chalk)
  return {
    strong: chalk.bold,
    faint: chalk.dim,
    error: chalk.red.bold,
    warning: chalk.yellow,
    good: chalk.green,
    person: (number) => people[number % people.length] ?? same,
  }
}

/**
 * Backgrounds for people. The first eight are Okabe and Ito's, which the colour-blind tell apart (black left out,
 * grey instead); then the same hues pale, then dark. Red is left for what is wrong.
 */
const BRIGHT = [74, 214, 36, 175, 227, 25, 166, 246]
const PALE = [153, 223, 115, 218, 230, 68, 216, 252]
const DARK = [31, 94, 22, 89, 100, 17, 130, 239]

/** Of those, the ones on which white is read better than black. */
const NEED_WHITE = new Set([25, ...DARK])

function manyColours(chalk: ChalkInstance): Brush[] {
  return [...BRIGHT, ...PALE, ...DARK].map((colour) =>
    NEED_WHITE.has(colour)
      ? chalk.bgAnsi256(colour).ansi256(231)
      : chalk.bgAnsi256(colour).ansi256(16),
  )
}

/** The sixteen of every terminal, without red and black; whatever looks much like another comes late. */
function fewColours(chalk: ChalkInstance): Brush[] {
  return [
    chalk.bgCyan.black,
    chalk.bgYellow.black,
    chalk.bgBlue.whiteBright,
    chalk.bgMagenta.whiteBright,
    chalk.bgWhite.black,
    chalk.bgGreen.black,
    chalk.bgBlackBright.whiteBright,
    chalk.bgMagentaBright.black,
    chalk.bgBlueBright.black,
    chalk.bgYellowBright.black,
    chalk.bgCyanBright.black,
    chalk.bgGreenBright.black,
  ]
}
