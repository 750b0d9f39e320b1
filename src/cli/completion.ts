/** `rotate completion` */
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { faultOfId } from '../model/id.ts'
import { isOn, type Command, type Entry, type Offer, type Option } from './command.ts'
import { optionsOf } from './format.ts'
import { answering } from './options.ts'
import { placeOfCommand } from './place.ts'
import { workspaceBehind } from './session.ts'

/** Each script asks rotate itself for the words, so that ids of people and rotations are among them. */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_rotate() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do
    [ -n "$word" ] && COMPREPLY+=("$(printf '%q' "$word")")
  done < <(rotate completion --words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _rotate rotate
`,
  zsh: `#compdef rotate
_rotate() {
  local -a found
  found=(\${(f)"$(rotate completion --words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( $#found )); then compadd -a found; else _files; fi
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

const INSTALL = `bash  echo 'source <(rotate completion bash)' >> ~/.bashrc
zsh   rotate completion zsh > "\${fpath[1]}/_rotate"
fish  rotate completion fish > ~/.config/fish/completions/rotate.fish`

/** The command; it is told what there is, itself included. */
export const completionOf = (commands: readonly Entry[]): Command => ({
  details: INSTALL,
  arguments: [{ name: '[words...]', help: 'bash, zsh or fish', offer: Object.keys(SCRIPTS) }],
  options: [{ flag: '--words', help: 'the words that could stand at the end of a command line' }],
  examples: [['source <(rotate completion bash)', 'try it in this shell']],
  async run(input, io) {
    if (isOn(input, 'words')) {
      const words = await complete(commands, input.words, io)
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
  commands: readonly Entry[],
  typedWords: readonly string[],
  io: Io,
): Promise<string[]> {
  // Bash takes `--format=csv` for three words.
  const words = typedWords.filter((word, i) => word !== '=' || i === typedWords.length - 1)
  const typed = words.at(-1) === '=' ? '' : (words.at(-1) ?? '')
  const before = words.slice(0, -1)
  const at = placeOfCommand(before)
  const command = await commands.find(({ name }) => name === before[at])?.load()
  const rest = before.toSpliced(at, 1)
  const names = [...commands.map(({ name }) => name), 'help']
  if (at >= 0 && command === undefined) return before[at] === 'help' ? starting(typed, names) : []
  const options = command === undefined ? answering : optionsOf(command)
  const [, option = before.at(-1), value = typed] = /^(--[a-z-]+)=(.*)$/.exec(typed) ?? []
  const waiting = options.find(({ flag }) => flag.includes('<') && longName(flag) === option)
  if (waiting !== undefined) {
    const found = starting(value, await offered(waiting.offer, before, io))
    return value === typed ? found : found.map((word) => `${option}=${word}`)
  }
  if (typed.startsWith('-')) {
    const more = command === undefined ? ['--help', '--version'] : ['--help']
    return starting(typed, [...options.map(({ flag }) => longName(flag)), ...more])
  }
  if (command === undefined) return starting(typed, names)
  const taken = wordsAmong(rest, options)
  const last = command.arguments?.at(-1)
  const argument =
    command.arguments?.[taken.length] ?? (last?.name.includes('...') ? last : undefined)
  const offers = await offered(argument?.offer, before, io)
  return starting(
    typed,
    offers.filter((word) => !taken.includes(word)),
  )
}

/** The words that are neither options nor their values. */
function wordsAmong(words: readonly string[], options: readonly Option[]): string[] {
  const takesNext = (word: string | undefined): boolean =>
    options.some(({ flag }) => flag.includes('<') && longName(flag) === word)
  return words.filter((word, i) => !word.startsWith('-') && !takesNext(words[i - 1]))
}

/** Of what the ids are offered. */
const KINDS: Readonly<
  Record<
    Exclude<Extract<Offer, string>, 'zones' | 'folders'>,
    readonly ('people' | 'rotations' | 'meetings')[]
  >
> = {
  people: ['people'],
  rotations: ['rotations'],
  names: ['rotations', 'people'],
  meetings: ['meetings'],
  meetingNames: ['meetings', 'people'],
}

async function offered(
  offer: Offer | undefined,
  words: readonly string[],
  io: Io,
): Promise<readonly string[]> {
  if (offer === undefined || offer === 'folders') return []
  if (offer === 'zones') return ['UTC', ...Intl.supportedValuesOf('timeZone')]
  if (typeof offer !== 'string') return offer
  const workspace = await workspaceBehind(words, io)
  // Whoever presses Tab outside a workspace wants no error message in the middle of the line.
  if (workspace === undefined) return []
  const kinds = KINDS[offer]
  const ids = kinds.flatMap((kind) => [...workspace[kind].keys()])
  const all = new Set([...ids, ...(kinds.includes('people') ? ['me'] : [])])
  // One that was refused could hold anything, and a shell would be given it to run.
  return [...all].filter((id) => faultOfId(id) === undefined)
}

function starting(typed: string, words: readonly string[]): string[] {
  return words.filter((word) => word.toLowerCase().startsWith(typed.toLowerCase()))
}

function longName(flag: string): string {
  return flag.split(/[ ,]/).find((part) => part.startsWith('--')) ?? flag
}
