/** The scripts of `rotate completion`, loaded by the real shells, which ask the built program; `npm test` builds it before. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { folderWith, TEAM } from './world.ts'

const PROGRAM = resolve('bin/rotate.js')

/** A workspace, a file beside it, and `rotate` among the programs. */
const cwd = folderWith({ ...TEAM, 'rota.csv': '' })
mkdirSync(join(cwd, 'bin'))
writeFileSync(
  join(cwd, 'bin', 'rotate'),
  `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`,
)
chmodSync(join(cwd, 'bin', 'rotate'), 0o755)

/** What a shell prints that is given a script. */
function told(shell: string, words: readonly string[], script: string): string {
  const { stdout, stderr, error } = spawnSync(shell, [...words, script], {
    cwd,
    encoding: 'utf8',
    timeout: 50_000,
    env: {
      PATH: `${join(cwd, 'bin')}:${process.env['PATH']}`,
      HOME: cwd,
      TERM: 'xterm',
      LANG: 'C.UTF-8',
    },
  })
  if (error) throw error
  return stdout + stderr
}

/** The tests of a shell, or a line that says that it is not here. */
function inShell(name: string, tests: () => void): void {
  const isThere = spawnSync(name, ['-c', 'true']).error === undefined
  const where = isThere ? describe : describe.skip
  where(isThere ? name : `${name} (which is not installed here)`, tests)
}

/** Each word of the answer on a line, as they would stand there. */
const completedByBash = (...typed: string[]): string[] =>
  told(
    'bash',
    ['--norc', '-c'],
    `source <(rotate completion bash)
    COMP_WORDS=(rotate ${typed.map((word) => `"${word}"`).join(' ')}); COMP_CWORD=${typed.length}
    function=$(complete -p rotate | sed 's/.*-F \\([^ ]*\\) .*/\\1/'); $function rotate
    printf '%s\\n' "\${COMPREPLY[@]}"`,
  )
    .split('\n')
    .filter((line) => line !== '')

inShell('bash', () => {
  it.each([
    [['swap', 'al'], ['alice']],
    [['who', 's'], ['secondary']],
    [
      ['shifts', '--from', 'next'],
      [String.raw`next\ week`, String.raw`next\ month`],
    ],
    [['shifts', '--from', "'next w"], ['next week']],
    [['shifts', '--format', '=', 'c'], ['csv']],
    [
      ['import', 'table', 'ro'],
      ['rotations', 'rota.csv'],
    ],
    [['export', 'ics', '--out', 'ro'], ['rotations']],
    [['who', 'zzz'], []],
  ])('completes rotate %j with %j', (typed, expected) => {
    expect(completedByBash(...typed).sort()).toEqual([...expected].sort())
  })
})

const completedByFish = (line: string): string[] =>
  told('fish', ['--no-config', '-c'], `rotate completion fish | source; complete -C '${line}'`)
    .split('\n')
    .filter((one) => one !== '')

inShell('fish', () => {
  it.each([
    ['rotate swap al', ['alice\tAlice Lindqvist']],
    ['rotate who s', ['secondary']],
    ['rotate shifts --from next', ['next week\tMonday', 'next month\tits first day']],
    ['rotate tid', ['tidy\tWhat is long past goes from the files, and nothing else changes']],
    ['rotate import table ro', ['rota.csv', 'rotations/']],
    ['rotate export ics --out ro', ['rotations/']],
    // No names of files where none can stand.
    ['rotate who ro', []],
    ['rotate who --at ro', []],
  ])('completes %j with %j', (line, expected) => {
    const found = completedByFish(line).map((one) => one.replace(/\tDirectory$/, ''))
    expect(found.map((one) => one.replace(/\\t$/, ''))).toEqual(expected)
  })
})

/** What a shell shows, behind a terminal of its own, until a text stands there. */
const shownByZsh = (typed: string, until: string): string =>
  told(
    'zsh',
    ['-f', '-c'],
    `zmodload zsh/zpty
    zpty inner zsh -f -i
    zpty -w inner "PROMPT='' PS2=''; stty rows 50 columns 100 -echo; autoload -U compinit; compinit -u -d $PWD/.dump"
    zpty -w inner 'source <(rotate completion zsh)'
    zpty -w inner 'rotate() { if [[ $1 == completion ]]; then command rotate "$@"; else print -r -- "GOT:\${(j:|:)@}:"; fi }'
    zpty -w inner 'print READ''Y'
    zpty -r inner line '*READY*'
    zpty -w -n inner $'${typed}'
    zpty -r inner line '*${until}*'
    print -r -- $line
    zpty -d inner`,
  )

inShell('zsh', () => {
  it.each([
    ['rotate swap al\\t\\n', 'GOT:swap|alice:'],
    ['rotate shifts --from next\\\\ w\\t\\n', 'GOT:shifts|--from|next week:'],
    ['rotate shifts --format=c\\t\\n', 'GOT:shifts|--format=csv:'],
    ['rotate import table rota.\\t\\n', 'GOT:import|table|rota.csv:'],
    ['rotate swap \\t', 'alice *-- Alice Lindqvist'],
    ['rotate export ics --ad\\t\\n', 'GOT:export|ics|--adopt:'],
  ])('%s shows %s', (typed, expected) => {
    expect(shownByZsh(typed, expected.replaceAll('|', '[|]'))).toMatch(
      new RegExp(expected.replaceAll('|', String.raw`\|`)),
    )
  })
})
