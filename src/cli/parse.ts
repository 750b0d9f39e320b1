/** What was typed, read by commander; and the help, which it makes from the commands' own records. */
import { Command as Commander, CommanderError } from 'commander'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import type { Command, Exit, Input } from './command.ts'

/** Reads the words behind a command's name; an exit code where there is nothing more to do. */
export function parse(command: Command, words: readonly string[], io: Io): Input | Exit {
  const commander = commanderOf(command).configureOutput({
    writeOut: (text) => io.out.write(text),
    writeErr: () => {},
  })
  try {
    commander.parse([...words], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    const what = error.message.replace(/^error: /, '').replace(/\n/g, ' ')
    throw new Failure(`${what}: see 'rotate ${command.name} --help'`, 2)
  }
  return { words: commander.args, options: commander.opts() }
}

/** The help of a command. */
export function helpOf(command: Command): string {
  return commanderOf(command).helpInformation() + examples(command)
}

function commanderOf(command: Command): Commander {
  const commander = new Commander(`rotate ${command.name}`)
    .description(
      command.details === undefined ? command.summary : `${command.summary}\n\n${command.details}`,
    )
    .exitOverride()
    .helpOption('-h, --help', 'this help')
    .allowExcessArguments(false)
  for (const { name, help } of command.arguments ?? []) commander.argument(name, help)
  for (const { flag, help } of command.options) commander.option(flag, help)
  return commander.addHelpText('after', examples(command))
}

function examples({ examples: list }: Command): string {
  const width = Math.max(...list.map(([example]) => example.length))
  const lines = list.map(([example, meaning]) => `  ${example.padEnd(width)}  ${meaning}\n`)
  return `\nExamples:\n${lines.join('')}`
}
