/** Emphasis and colour: a view says what a piece of text is, a paint how that looks. */

export type Brush = (text: string) => string

export interface Paint {
  /** Headings and what is asked for. */
  readonly strong: Brush
  /** What is there for those who want it. */
  readonly faint: Brush
  readonly error: Brush
  readonly warning: Brush
  readonly good: Brush
}

const same: Brush = (text) => text

/** No colour and no emphasis: for pipes and files. */
export const plain: Paint = { strong: same, faint: same, error: same, warning: same, good: same }

/** Colours of the terminal; chalk is loaded here only. */
export async function coloured(): Promise<Paint> {
  const { Chalk } = await import('chalk')
  // Whether to colour has been decided by whoever calls; sixteen colours are on every terminal.
  const chalk = new Chalk({ level: 1 })
  return {
    strong: chalk.bold,
    faint: chalk.dim,
    error: chalk.red.bold,
    warning: chalk.yellow,
    good: chalk.green,
  }
}
