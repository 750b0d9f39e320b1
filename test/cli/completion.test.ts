import { expect, it } from '@jest/globals'
import { changed, folderWith, out, rotate } from './world.ts'

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
  [['-'], '--tz --json --dir --no-color --help --version'],
  [['who', ''], 'primary secondary alice bob carol dave erin me'],
  [['meetings', ''], 'infrastructure alice bob carol dave erin me'],
  [['meetings', '--person', 'm'], 'me'],
  [['explain', 'gap'], 'gap'],
  [['people', 'al'], 'alice'],
  [['who', 'p'], 'primary'],
  [['who', 'primary', 's'], 'secondary'],
  [['who', '--at', 'monday', 'p'], 'primary'],
  [['who', '--at', ''], ''],
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

it('offers what is sound, and nothing outside a workspace, and never complains', async () => {
  const files = changed('meetings', '[alice, bob', '[alcie, bob')
  const line = ['completion', '--words', '--', 'sync', '']
  expect(await out(line, { files })).toBe('\nprimary\nsecondary\n')
  expect(await out(line, { cwd: folderWith() })).toBe('\n')
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
     local word
     COMPREPLY=()
     while IFS= read -r word; do
       [ -n "$word" ] && COMPREPLY+=("$(printf '%q' "$word")")
     done < <(rotate completion --words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
   }
   complete -o default -F _rotate rotate
   "
  `)
  expect(await out('completion zsh')).toMatchInlineSnapshot(`
   "
   #compdef rotate
   _rotate() {
     local -a found
     found=(\${(f)"$(rotate completion --words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
     if (( $#found )); then compadd -a found; else _files; fi
   }
   if [ "$funcstack[1]" = "_rotate" ]; then _rotate "$@"; else compdef _rotate rotate; fi
   "
  `)
  expect(await out('completion fish')).toMatchInlineSnapshot(`
   "
   function __rotate_words
     set -l typed (commandline -opc) (commandline -ct)
     rotate completion --words -- $typed[2..-1] 2>/dev/null
   end
   complete -c rotate -a '(__rotate_words)'
   "
  `)
})
