/** Emphasis and colour: a view says what a piece of text is, a paint how that looks. */
import type { ChalkInstance } from 'chalk'
import { colourOf, MANY } from './colours.ts'

/** A brush: a text in, the same text with its colour out. */
export type Brush = (text: string) => string

/** The colours of a terminal, by what they mean. */
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

function manyColours(chalk: ChalkInstance): Brush[] {
  return Array.from({ length: MANY }, (_, i) => {
    const { number, letters } = colourOf(i)
    return chalk.bgAnsi256(number).ansi256(letters === 'black' ? 16 : 231)
  })
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
