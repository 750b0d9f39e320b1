/** What was typed, read by commander; and the help, which it makes from the commands' own records. */
import { Command as Commander, CommanderError, Option as CommanderOption } from 'commander'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { optionsOf, withFormat } from './format.ts'
import { optionMeantBy } from './other-words.ts'
import type { Argument, Command, Entry, Exit, Input, Option } from './command.ts'

/** Reads the words behind a command's name; an exit code where there is nothing more to do. */
export function parse(
  entry: Entry,
  command: Command,
  words: readonly string[],
  io: Io,
): Input | Exit {
  const commander = commanderOf(entry, command, io, words)
  try {
    commander.parse([...words], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    const what = sayMistake(error, entry.name, command, commander)
    throw new Failure(`${what}: see 'rotate ${entry.name} --help'`, 2)
  }
  return withFormat({ words: commander.args, options: commander.opts() }, command)
}

/** The help of a command. */
export function helpOf(entry: Entry, command: Command, io: Io): string {
  return commanderOf(entry, command, io).helpInformation() + examples(command)
}

function commanderOf(
  { name, summary }: Entry,
  command: Command,
  io: Io,
  words: readonly string[] = [],
): Commander {
  const { details } = command
  const commander = new Commander(`rotate ${name}`)
    .description(details === undefined ? summary : `${summary}\n\n${details}`)
    .exitOverride()
    .helpOption('-h, --help', 'this help')
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => io.out.write(text + examples(command)),
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(WIDTH, io.out.columns),
    })
  for (const argument of command.arguments ?? []) commander.argument(argument.name, argument.help)
  for (const option of optionsOf(command)) commander.addOption(commanderOption(option, words))
  return commander
}

/** What a line of help has at most, however wide the terminal is. */
const WIDTH = 80

function examples({ examples: list }: Command): string {
  const width = Math.max(...list.map(([example]) => example.length))
  const beside = list.every(([, meaning]) => width + meaning.length + 4 <= WIDTH)
  const lines = list.map(([example, meaning]) =>
    beside ? `  ${example.padEnd(width)}  ${meaning}\n` : `  ${example}\n      ${meaning}\n`,
  )
  return `\nExamples:\n${lines.join('')}`
}

/** Of a value, commander asks nothing; what is surely a slip must not become a time or the name of a folder. */
function commanderOption(option: Option, words: readonly string[]): CommanderOption {
  const made = new CommanderOption(option.flag, option.help)
  if (!made.required) return made
  const name = made.long ?? option.flag
  return made.argParser((value: string, before: string | undefined): string => {
    if (value === '' && option.several !== true) {
      throw new Failure(`${name}: the value is empty`, 2)
    }
    if (value.startsWith('--') && !words.includes(`${name}=${value}`)) {
      throw new Failure(`${name} needs a value, and '${value}' looks like an option`, 2)
    }
    if (before === undefined) return value
    if (option.several === true) return `${before},${value}`
    throw new Failure(`${name} is given twice ('${before}' and '${value}'): once is enough`, 2)
  })
}

function sayMistake(
  error: CommanderError,
  name: string,
  command: Command,
  { args }: Commander,
): string {
  switch (error.code) {
    case 'commander.optionMissingArgument':
      return `${/--[a-z-]+ <[a-z]+>/.exec(error.message)?.[0] ?? ''} needs a value`
    case 'commander.missingArgument':
      return `'rotate ${name}' must be told ${missing(error, command)?.help ?? ''}`
    case 'commander.excessArguments':
      return `'rotate ${name}' takes no '${args.at(-1) ?? ''}'${whenOf(args.at(-1) ?? '', command)}`
    case 'commander.unknownOption': {
      const [, flag = ''] = /'(.*)'/.exec(error.message) ?? []
      const meant = optionMeantBy(flag, optionsOf(command))
      const hint = meant === undefined ? elsewhere(flag) : ` (did you mean ${meant}?)`
      return `unknown option '${flag}'${hint}`
    }
    default:
      return error.message.replace(/^error: /, '').replaceAll('\n', ' ')
  }
}

/** Of a person, a command that has no answer for one: which has. */
function elsewhere(flag: string): string {
  return flag === '--person' ? ` ('rotate me NAME' says what concerns somebody)` : ''
}

/** ` (did you mean --at tonight?)`, where a word that is too many looks like a time. */
function whenOf(word: string, command: Command): string {
  const option = ['--at', '--on', '--from'].find((name) =>
    command.options.some(({ flag }) => flag.startsWith(`${name} `)),
  )
  const isTime = /\d|day$|^(now|noon|midnight|tonight|tomorrow|weekend)$/i.test(word)
  return option !== undefined && isTime ? ` (did you mean ${option} ${word}?)` : ''
}

/** The first argument that was left out; commander names it. */
function missing({ message }: CommanderError, command: Command): Argument | undefined {
  const named = /'(.*)'/.exec(message)?.[1] ?? ''
  return (
    command.arguments?.find(({ name }) => name.replace('...', '') === `<${named}>`) ??
    command.arguments?.[0]
  )
}
