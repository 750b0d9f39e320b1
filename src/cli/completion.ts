/** `rotate completion` */
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { isOn, type Command, type Input, type Offer, type Option } from './command.ts'
import { open } from './session.ts'

/** Each script asks rotate itself for the words, so that ids of people and rotations are among them. */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_rotate() {
  local IFS=$'\\n'
  COMPREPLY=($(rotate completion --words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _rotate rotate
`,
  zsh: `#compdef rotate
_rotate() {
  local -a found
  found=("\${(@f)$(rotate completion --words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  compadd -a found || _files
}
if [ "$funcstack[1]" = "_rotate" ]; then _rotate "$@"; else compdef _rotate rotate; fi
`,
  fish: `function __rotate_words
  set -l typed (commandline -opc) (commandline -ct)
  rotate completion --words -- $typed[2..-1] 2>/dev/null
end
complete -c rotate -a '(__rotate_words)'
`,
}

const INSTALL = `bash:  rotate completion bash > ~/.local/share/bash-completion/completions/rotate
zsh:   rotate completion zsh > "\${fpath[1]}/_rotate"
fish:  rotate completion fish > ~/.config/fish/completions/rotate.fish`

/** The command; `commands` tells what there is, this one included. */
export const completionOf = (commands: () => readonly Command[]): Command => ({
  name: 'completion',
  summary: 'Shell completion, also of the ids of people and rotations',
  details: INSTALL,
  arguments: [{ name: '[words...]', help: 'bash, zsh or fish', offer: Object.keys(SCRIPTS) }],
  options: [{ flag: '--words', help: 'the words that could stand at the end of a command line' }],
  examples: [['source <(rotate completion bash)', 'try it in this shell']],
  async run(input, io) {
    if (isOn(input, 'words')) {
      const words = await complete(commands(), input.words, io)
      io.out.write(words.map((word) => `${word}\n`).join(''))
      return 0
    }
    const script = SCRIPTS[input.words[0] ?? '']
    if (script === undefined) throw new Failure('name a shell: bash, zsh or fish', 2)
    io.out.write(script)
    return 0
  },
})

/** What could stand where the last word is being typed; the words are those behind `rotate`. */
async function complete(
  commands: readonly Command[],
  words: readonly string[],
  io: Io,
): Promise<string[]> {
  const typed = words.at(-1) ?? ''
  const [name = '', ...rest] = words.slice(0, -1)
  const command = commands.find((each) => each.name === name)
  if (command === undefined) {
    return words.length > 1
      ? []
      : starting(
          typed,
          commands.map((each) => each.name),
        )
  }
  const before = rest.at(-1) ?? ''
  const waiting = command.options.find(
    ({ flag }) => flag.includes('<') && longName(flag) === before,
  )
  if (waiting !== undefined) return starting(typed, await offered(waiting.offer, rest, io))
  if (typed.startsWith('-')) return starting(typed, [...command.options.map(nameOf), '--help'])
  const taken = rest.filter((word) => !word.startsWith('-'))
  const last = command.arguments?.at(-1)
  const argument =
    command.arguments?.[taken.length] ?? (last?.name.includes('...') ? last : undefined)
  const offers = await offered(argument?.offer, rest, io)
  return starting(
    typed,
    offers.filter((word) => !taken.includes(word)),
  )
}

async function offered(
  offer: Offer | undefined,
  words: readonly string[],
  io: Io,
): Promise<readonly string[]> {
  if (offer === undefined || offer === 'folders') return []
  if (offer !== 'people' && offer !== 'rotations') return offer
  try {
    const dir = words[words.indexOf('--dir') + 1]
    const input: Input = { words: [], options: words.includes('--dir') ? { dir } : {} }
    const { workspace } = await open(input, io)
    return [...workspace[offer].keys()]
  } catch (error) {
    // Whoever presses Tab outside a workspace wants no error message in the middle of the line.
    if (error instanceof Failure) return []
    throw error
  }
}

function starting(typed: string, words: readonly string[]): string[] {
  return words.filter((word) => word.startsWith(typed))
}

function nameOf({ flag }: Option): string {
  return longName(flag)
}

function longName(flag: string): string {
  return flag.split(/[ ,]/).find((part) => part.startsWith('--')) ?? flag
}
