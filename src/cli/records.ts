/** What completion has to know of the commands: a part of their records, which the build writes to `dist/commands.json`. */
import type { Offer, Option } from './command.ts'
import { COMMANDS } from './commands.ts'
import { optionsOf } from './format.ts'

/** A command, with all that can stand behind it. */
export interface CommandRecord {
  readonly name: string
  readonly summary: string
  readonly arguments: readonly { readonly isLast: boolean; readonly offer?: Offer }[]
  readonly options: readonly OptionRecord[]
}

/** An option by its names. */
export interface OptionRecord {
  readonly names: readonly string[]
  readonly help: string
  /** Whether a value follows. */
  readonly takes: boolean
  readonly offer?: Offer
  readonly several?: true
}

/** Of all commands. */
export async function records(): Promise<CommandRecord[]> {
  const all: CommandRecord[] = []
  for (const { name, summary, load } of COMMANDS) {
    const command = await load()
    all.push({
      name,
      summary,
      arguments: (command.arguments ?? []).map((argument) => ({
        // The last may be given again: `[name...]`.
        isLast: argument.name.includes('...'),
        ...offerOf(argument.offer, argument.name),
      })),
      options: optionsOf(command).map(recordOf),
    })
  }
  return all
}

function recordOf({ flag, help, offer, several }: Option): OptionRecord {
  const [names = '', value] = flag.split(' <')
  return {
    names: names.split(', '),
    help,
    takes: value !== undefined,
    ...offerOf(offer, value ?? ''),
    ...(several && { several }),
  }
}

/** What a value is called says what it is. */
const BY_NAME: Readonly<Record<string, Offer>> = {
  time: 'times',
  day: 'days',
  days: 'days',
  folder: 'folders',
  file: 'files',
}

function offerOf(offer: Offer | undefined, name: string): { readonly offer?: Offer } {
  const found = offer ?? BY_NAME[/\w+/.exec(name)?.[0] ?? '']
  return found === undefined ? {} : { offer: found }
}
