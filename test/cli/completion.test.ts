import { expect, it } from '@jest/globals'
import { changed, folderWith, out, rotate, TEAM } from './world.ts'

const words = async (...typed: string[]): Promise<string> => {
  const { out: text, err, exit } = await rotate(['completion', '--words', '--', ...typed])
  expect([err, exit]).toEqual(['', 0])
  return text.trimEnd().split('\n').join(' ')
}

it.each([
  [
    [''],
    'status who me people shifts meetings calendar check explain diff stats swap cover away chair member tidy export sync pull handover pages init import schema completion help',
  ],
  [['w'], 'who'],
  [['-'], '--tz --format --json --dir --no-color --no-pager --help --version'],
  [['who', ''], 'primary secondary alice bob carol dave erin me'],
  [['meetings', ''], 'infrastructure alice bob carol dave erin me'],
  [['meetings', '--person', 'm'], 'me'],
  [['explain', 'gap'], 'gap'],
  [['people', 'al'], 'alice'],
  [['who', 'p'], 'primary'],
  [['who', 'primary', 's'], 'secondary'],
  [['who', '--at', 'monday', 'p'], 'primary'],
  [
    ['who', '--at', ''],
    'now today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday noon next week next month +1w +4w +3mo -1w -3mo',
  ],
  [['shifts', '--from', 't'], 'today tonight tomorrow tuesday thursday'],
  [['shifts', '--to', '+'], '+1w +4w +3mo'],
  [['shifts', '--from', "'next w"], 'next week'],
  [['shifts', '--from', 'next\\ m'], 'next month'],
  [['cover', 'alice', '--on', 'w'], 'wednesday weekend'],
  [['away', 'alice', 'next'], 'next week'],
  [['chair', 'infrastructure', 'bob', '--on', 'th'], 'thursday'],
  [['cover', ''], 'alice bob carol dave erin me'],
  [['me', 'b'], 'bob'],
  [['shifts', '-p', 'c'], 'carol'],
  [['shifts', '-pc'], '-pcarol'],
  [['shifts', '--person', 'alice,'], 'alice,bob alice,carol alice,dave alice,erin alice,me'],
  [['shifts', '--person', 'alice,b'], 'alice,bob'],
  [['shifts', '-o', 'c'], 'csv'],
  [['-C', 'rotations', 'who', 'sec'], 'secondary'],
  [['import', 'table', ''], ''],
  [['who', '--j'], '--json'],
  [['shifts', '--person', ''], 'alice bob carol dave erin me'],
  [['shifts', '--person', 'C'], 'carol'],
  [['shifts', '--format', ''], 'table csv md json'],
  [['shifts', '--format=c'], '--format=csv'],
  [['shifts', '--format', '=', 'c'], 'csv'],
  [['shifts', '--format', '='], 'table csv md json'],
  [['--dir', 'rotations', 'who', 'sec'], 'secondary'],
  [['swap', ''], 'alice bob carol dave erin me'],
  [['swap', 'alice', 'd'], 'dave'],
  [['swap', 'alice', 'bob', '--rotation', ''], 'primary secondary'],
  [['cover', 'alice', '--by', 'c'], 'carol'],
  [['away', 'd'], 'dave'],
  [['chair', ''], 'infrastructure'],
  [['chair', 'infrastructure', 'b'], 'bob'],
  [['member', ''], 'add remove'],
  [['member', 'add', 'x', '--to', ''], 'primary secondary'],
  [['export', ''], 'ics html'],
  [['export', 'ics', '--out', ''], ''],
  [['init', '--template', 'f'], 'follow-the-sun'],
  [['who', '--tz', 'asia/tok'], 'Asia/Tokyo'],
  [['completion', ''], 'bash zsh fish'],
  [['help', 'sh'], 'shifts'],
  [['nonsense', ''], ''],
])('rotate %j is completed with: %s', async (typed, expected) => {
  expect(await words(...typed)).toBe(expected)
})

it.each([
  ['-C', 'else'],
  ['-Celse'],
  ['--dir', 'else'],
  ['--dir=else'],
  // The last counts.
  ['--dir', 'rotations', '-C', 'else'],
])('offers the ids of the folder that %s names', async (...dir) => {
  const cwd = folderWith({ 'else/team.yaml': TEAM['rotations/team.yaml'] ?? '' })
  const line = ['completion', '--words', '--', ...dir, 'who', 'al']
  expect((await rotate(line, { cwd })).out).toBe('alice\n')
  const late = ['completion', '--words', '--', 'who', ...dir, 'al']
  expect((await rotate(late, { cwd })).out).toBe('alice\n')
})

it('offers what is sound, and nothing outside a workspace, and never complains', async () => {
  const files = changed('meetings', '[alice, bob', '[alcie, bob')
  const line = ['completion', '--words', '--', 'sync', '']
  expect(await out(line, { files })).toBe('\nprimary\nsecondary\n')
  expect(await out(line, { cwd: folderWith() })).toBe('\n')
})

const say = async (...typed: string[]): Promise<string> =>
  (await rotate(['completion', '--described', '--', ...typed])).out

it('says what each is, and leaves files and folders to the shell', async () => {
  expect(await say('sw')).toBe('swap\tLet two people trade a turn, and write it as overrides\n')
  expect(await say('swap', 'al')).toBe('alice\tAlice Lindqvist\n')
  expect(await say('who', 'sec')).toBe('secondary\t\n')
  expect(await say('shifts', '--li')).toBe(
    '--limit\tthe first so many, however far ahead where --to is not given\n',
  )
  expect(await say('export', 'ics', '--out', '')).toBe(':folders\n')
  expect(await say('who', '-C', '')).toBe(':folders\n')
  expect(await say('import', 'table', '')).toBe(':files\n')
  expect(await say('handover', '--out', '')).toBe(':files\n')
  expect(await say('who', 'nobody-is-called-so')).toBe('')
})

it('says a name without what would move the cursor', async () => {
  const files = changed('team', 'Alice Lindqvist', '"Alice\\tL\\e[31m"')
  const line = ['completion', '--described', '--', 'swap', 'al']
  const { out: text } = await rotate(line, { files })
  expect([text.split('\t').length, text.includes('\u001B')]).toEqual([2, false])
})

it('offers no id that was refused', async () => {
  const files = changed('team', '  bob:', "  'x$(touch pwned)': {}\n  bob:")
  const line = ['completion', '--words', '--', 'shifts', '--person', '']
  expect(await out(line, { files })).toBe('\nalice\nbob\ncarol\ndave\nerin\nme\n')
})

it('has a script for each shell', async () => {
  expect(await out('completion bash')).toMatchInlineSnapshot(`
   "
   _rotate() {
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
   "
  `)
  expect(await out('completion zsh')).toMatchInlineSnapshot(`
   "
   #compdef rotate
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
   "
  `)
  expect(await out('completion fish')).toMatchInlineSnapshot(`
   "
   function __rotate_words
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
   "
  `)
})
