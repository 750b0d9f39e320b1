/** `rotate completion` */
import { Failure } from '../io/failure.ts'
import { isOn, type Command } from './command.ts'

/**
 * Each script asks rotate itself for the words, so that ids of people and rotations are among them. It answers with a
 * word a line, a tab, and what it is; `:files` and `:folders` are left to the shell.
 */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_rotate() {
  local line typed="\${COMP_WORDS[COMP_CWORD]}" IFS=$'\\n'
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      '') ;;
      :files) compopt -o default 2>/dev/null || COMPREPLY+=($(compgen -f -- "$typed")) ;;
      :folders) compopt -o dirnames 2>/dev/null || COMPREPLY+=($(compgen -d -- "$typed")) ;;
      *)
        line=\${line%%$'\\t'*}
        case $typed in
          \\"*|\\'*) COMPREPLY+=("$line") ;;
          *) COMPREPLY+=("$(printf '%q' "$line")") ;;
        esac ;;
    esac
  done < <(rotate completion --described -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _rotate rotate
`,
  zsh: `#compdef rotate
_rotate() {
  local line
  local -a found
  for line in \${(f)"$(rotate completion --described -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"}; do
    case $line in
      :files) _files; return ;;
      :folders) _files -/; return ;;
      *$'\\t') found+=("\${\${line%$'\\t'}//:/\\\\:}") ;;
      *) found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
    esac
  done
  _describe -V rotate found
}
if [ "$funcstack[1]" = "_rotate" ]; then _rotate "$@"; else compdef _rotate rotate; fi
`,
  fish: `function __rotate_words
  set -l typed (commandline -opc) (commandline -ct)
  for line in (rotate completion --described -- $typed[2..-1] 2>/dev/null)
    switch $line
      case :files
        __fish_complete_path $typed[-1]
      case :folders
        __fish_complete_directories $typed[-1]
      case '*'
        printf '%s\\n' $line
    end
  end
end
complete -c rotate -f -k -a '(__rotate_words)'
`,
}

const INSTALL = `bash  echo 'source <(rotate completion bash)' >> ~/.bashrc
zsh   rotate completion zsh > "\${fpath[1]}/_rotate"
fish  rotate completion fish > ~/.config/fish/completions/rotate.fish`

export const completion: Command = {
  details: INSTALL,
  arguments: [{ name: '[words...]', help: 'bash, zsh or fish', offer: Object.keys(SCRIPTS) }],
  options: [
    { flag: '--words', help: 'the words that could stand at the end of a command line' },
    { flag: '--described', help: 'the same, each with a tab and what it is' },
  ],
  examples: [['source <(rotate completion bash)', 'try it in this shell']],
  async run(input, io) {
    const isDescribed = isOn(input, 'described')
    if (isDescribed || isOn(input, 'words')) {
      const { complete } = await import('./complete.ts')
      complete(input.words, isDescribed, io)
      return 0
    }
    const script = SCRIPTS[input.words[0] ?? '']
    if (script === undefined) throw new Failure('name a shell: bash, zsh or fish', 2)
    io.out.write(script)
    return 0
  },
}
