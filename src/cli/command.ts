/** What a command is: a record from which help, completion and docs are made, and a function that does it. */
import type { Io } from '../io/io.ts'
import type { Format } from '../views/output.ts'

/** 0 fine; 1 the answer is "no"; 2 the command line or the YAML is wrong; 3 PagerDuty or the disk failed. */
export type Exit = 0 | 1 | 2 | 3

/** What completion offers for a value. */
export type Offer =
  | 'people'
  | 'rotations'
  | 'meetings'
  | 'names'
  | 'meetingNames'
  | 'zones'
  | 'folders'
  | 'files'
  | 'times'
  | 'days'
  | readonly string[]

/** An option of commands, as help, completion and parser know it. */
export interface Option {
  /** As commander reads it: `--at <time>`, `--json`, `-n, --limit <number>`. */
  readonly flag: string
  readonly help: string
  readonly offer?: Offer
  /** May be given again: the values are joined by commas. */
  readonly several?: true
}

/** An argument of commands, as help, completion and parser know it. */
export interface Argument {
  /** `[rotation...]`, `<kind>` */
  readonly name: string
  readonly help: string
  readonly offer?: Offer
}

/** What was typed: the words in their order, and the options by their long name without dashes. */
export interface Input {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** What a command is for; the help lists together what belongs together. */
export type Group = 'ask' | 'look' | 'change' | 'publish' | 'pagerduty' | 'setup'

/** A command in the list of all, and where the rest of it is. */
export interface Entry {
  readonly name: string
  readonly group: Group
  /** One line, for the help of the program. */
  readonly summary: string
  /** The file of the program that it is in: what answers at 3 in the morning is read apart from the rest. */
  readonly readWith?: 'answers' | 'edits' | 'imports' | 'pagerduty'
  /** Whether it asks about what it shows, and then does it: that is seen as it comes, in no pager. */
  readonly asks?: true
  readonly load: () => Promise<Command>
}

/** A command: what it takes, examples of it, and what it does. */
export interface Command {
  /** More, where the summary does not say it. */
  readonly details?: string
  readonly arguments?: readonly Argument[]
  readonly options: readonly Option[]
  /** The forms of its answer, where there are more than text and JSON; the usual one first. */
  readonly formats?: readonly Format[]
  readonly examples: readonly (readonly [example: string, meaning: string])[]
  readonly run: (input: Input, io: Io) => Promise<Exit>
}

/** The value of an option that takes one. */
export function textOf({ options }: Input, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** Whether an option was given. */
export function isOn({ options }: Input, name: string): boolean {
  return options[name] === true
}
