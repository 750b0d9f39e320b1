/** CONTRIBUTING.md is true: who does what it says, in a copy of the tree, has a rule, a form and a service. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { pageAt, ROOT } from './pages.ts'

/** The files that a section names, step by step. */
function stepsIn(section: string): string[][] {
  const [, text = ''] = pageAt('CONTRIBUTING.md').split(`\n## ${section}\n`)
  return (text.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => /^\d+\. /.test(line))
    .map((line) => [...line.matchAll(/`([\w./-]*[./][\w./-]*)`/g)].map(([, path = '']) => path))
}

/** A change of one file; its text is empty where it is new. */
type Edit = readonly [path: string, change: (text: string) => string]

let tree: string
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'rotate-tree-'))
  const helpers = ['program.ts', 'timeline/picture.ts', 'insight/check/checking.ts', 'sync/memory']
  const copied = ['src', 'package.json', 'tsconfig.json', '.oxlintrc.json']
  for (const path of [...copied, ...helpers.map((name) => `test/${name}`)]) {
    cpSync(join(ROOT, path), join(tree, path), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'))
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

/** Does what a section says, and nothing else: each edit is of a file that its step names. */
function follow(section: string, edits: readonly (readonly Edit[])[]): void {
  const steps = stepsIn(section)
  edits.forEach((some, i) => {
    for (const [path, change] of some) {
      const named = steps[i]?.some(
        (one) => one === path || (one.endsWith('/') && path.startsWith(one)) || fits(one, path),
      )
      expect([section, i + 1, path, named]).toEqual([section, i + 1, path, true])
      const whole = join(tree, path)
      mkdirSync(dirname(whole), { recursive: true })
      const isThere = readPath(whole)
      writeFileSync(whole, change(isThere))
    }
  })
}

function fits(pattern: string, path: string): boolean {
  const [before = '', after] = pattern.split('NAME')
  return after !== undefined && path.startsWith(before) && path.endsWith(after)
}

function readPath(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Puts a text behind another one, which must stand there. */
function behind(mark: string, more: string): (text: string) => string {
  return (text) => {
    if (!text.includes(mark)) throw new Error(`there is no ${mark}`)
    return text.replace(mark, () => mark + more)
  }
}

const LONELY = `/** \`lonely\`: one person alone holds a rotation for good. */
import type { Rule } from './rule.ts'

/** Nobody takes over from somebody who is alone. */
export const lonely: Rule = {
  name: 'lonely',
  severity: 'warning',
  summary: 'One person alone holds a rotation.',
  wrong: \`
people: { alice: {} }
rotations: { primary: { members: alice } }
\`,
  right: \`
people: { alice: {}, bob: {} }
rotations: { primary: { start: 2026-11-23, turn: 1 week, members: [alice, bob] } }
\`,
  check: ({ rotations }) =>
    rotations.flatMap(({ rotation }) => {
      const { id, place, layers } = rotation
      const people = new Set(layers.flatMap(({ members }) => members.flatMap((one) => one.people)))
      return people.size === 1
        ? [{ message: \`'\${id}' is held by one person alone\`, place, rotation: id }]
        : []
    }),
}
`

it('a rule of check', async () => {
  follow('A rule of `check`', [
    [['src/model/checks.ts', behind("  'last-turn',\n", "  'lonely',\n")]],
    [['src/insight/check/lonely.ts', () => LONELY]],
    [
      ['src/insight/check/rules.ts', behind('\n  lastTurn,', '\n  lonely,')],
      [
        'src/insight/check/rules.ts',
        behind("from './last-turn.ts'\n", "import { lonely } from './lonely.ts'\n"),
      ],
    ],
  ])
  const { codes } = await import(join(tree, 'test/insight/check/checking.ts'))
  const { lonely } = await import(join(tree, 'src/insight/check/lonely.ts'))
  expect(codes(lonely.wrong)).toEqual(['lonely'])
  expect(codes(lonely.right)).toEqual([])
  expect(codes(`${lonely.wrong}checks: { lonely: off }`)).toEqual([])
})

const SHOUT = `/** The answer of \`rotate who\` as one cries it through a room. */
import type { Look } from './look.ts'
import type { Who } from './who.ts'

/** One line of capitals a rotation. */
export function shoutWho({ holders }: Who, _: Look): string {
  return holders
    .map(({ rotation, shift }) => \`\${rotation.id}: \${shift?.people.join(', ') ?? 'nobody'}!\\n\`)
    .join('')
    .toUpperCase()
}
`

it('a form of an answer', async () => {
  follow('A form of an answer', [
    [['src/views/who-shouted.ts', () => SHOUT]],
    [
      ['src/views/output.ts', behind("export type Format = 'text'", " | 'shout'")],
      [
        'src/views/output.ts',
        behind("  text: { readers: 'people' },\n", "  shout: { readers: 'people' },\n"),
      ],
    ],
    [
      ['src/cli/who.ts', behind('  text: sayWho,\n', '  shout: shoutWho,\n')],
      [
        'src/cli/who.ts',
        behind("from '../views/who.ts'\n", "import { shoutWho } from '../views/who-shouted.ts'\n"),
      ],
    ],
  ])
  const { program } = await import(join(tree, 'test/program.ts'))
  mkdirSync(join(tree, 'rotations'))
  writeFileSync(
    join(tree, 'rotations/a.yaml'),
    'people: { alice: {} }\nrotations: { primary: { members: alice } }\n',
  )
  const scene = { cwd: tree, now: '2026-12-01T12:00Z' }
  const { out } = await program(['who', '--format', 'shout'], scene)
  expect(out).toBe('PRIMARY: ALICE!\n')
  expect((await program(['who', '--help'], scene)).out).toContain('text (default), shout or json')
})

/** A file of the memory, as it would stand in a room of its own. */
function ofTheMemory(name: string): string {
  return readFileSync(join(ROOT, 'test/sync/memory', name), 'utf8').replaceAll(
    '../../../src/',
    '../',
  )
}

it('a service', () => {
  const room = {
    files: ['src/memory/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                '*',
                '**/*',
                '!./**',
                '!../sync/**',
                '!../timeline/**',
                '!../model/**',
                '!../time/**',
              ],
            },
          ],
        },
      ],
    },
  }
  follow('A service', [
    [['.oxlintrc.json', behind('"overrides": [', `${JSON.stringify(room)}, `)]],
    [['src/memory/dialect.ts', () => ofTheMemory('dialect.ts')]],
    [['src/memory/service.ts', () => ofTheMemory('service.ts')]],
  ])
  const run = (program: string, ...words: string[]): string => {
    const path = join(ROOT, 'node_modules/.bin', program)
    const { stdout, stderr, status } = spawnSync(path, words, { cwd: tree, encoding: 'utf8' })
    return status === 0 ? '' : stdout + stderr
  }
  expect(run('oxlint', '--deny-warnings', 'src/memory')).toBe('')
  const odd = `import '../pagerduty/service.ts'\n`
  writeFileSync(join(tree, 'src/memory/odd.ts'), odd)
  expect(run('oxlint', '--deny-warnings', 'src/memory')).toContain('no-restricted-imports')
  rmSync(join(tree, 'src/memory/odd.ts'))
  // What all three have written fits together.
  expect(run('tsc', '-p', '.', '--noEmit')).toBe('')
})
