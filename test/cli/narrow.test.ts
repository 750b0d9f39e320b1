import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, it } from '@jest/globals'
import stringWidth from 'fast-string-width'
import { NAMES } from '../awkward-names.ts'
import { ROOT } from '../docs/pages.ts'
import { folderWith, rotate } from './world.ts'

/** All that answers with names, but for what needs git or PagerDuty. */
const COMMANDS = [
  'status',
  'who',
  'who --at 2026-12-14 --long',
  'who --person p1,p2',
  'shifts',
  'shifts --long',
  'me p1',
  'me p2 --long',
  'people',
  'meetings',
  'meetings p1',
  'stats',
  'stats --by month',
  'check',
]

const env = { LANG: 'C.UTF-8', NO_COLOR: '1' }

const workspace = (names: readonly string[]): Readonly<Record<string, string>> => {
  const people = names.map(
    (name, i) =>
      `  p${i + 1}: { name: ${JSON.stringify(name)}, email: p${i + 1}@example.com, timezone: ${['Asia/Tokyo', 'UTC', 'America/New_York'][i % 3]} }\n`,
  )
  const ids = names.map((_, i) => `p${i + 1}`)
  return {
    'rotations/team.yaml': `team: Infrastructure
people:
${people.join('')}rotations:
  primary:
    layers:
      - { name: Weekly, start: 2026-11-30, turn: 1 week, members: [${ids.join(', ')}] }
      - { name: Nights, start: 2026-11-30, turn: 1 day, members: [[p1, p2], p3], during: { days: sat, from: 20:00, to: 24:00 } }
    overrides:
      - { who: p3, from: 2026-12-16, to: 2026-12-18, why: a very long reason that is told to nobody who has no time to read it }
      - { who: p2, from: 2026-12-28, to: 2026-12-30, why: swapped }
  secondary: { follows: primary, by: 1 }
meetings:
  infrastructure:
    name: Infrastructure meeting
    days: [monday, thursday]
    at: 16:00
    duration: 15 minutes
    chair: { members: [${ids.join(', ')}], start: 2026-11-30 }
`,
  }
}

/** What a pipe gets, which is the same at any width. */
const wides = new Map<string, string>()

const whole = async (
  cwd: string,
  command: string,
  columns: number,
  names: readonly string[],
): Promise<void> => {
  const wide = wides.get(`${cwd} ${command}`) ?? (await rotate(command, { cwd, env })).out
  wides.set(`${cwd} ${command}`, wide)
  const { out: narrow } = await rotate(command, { cwd, env, columns })
  const said = names.filter((name) => wide.includes(name))
  expect([command, columns, said.filter((name) => !narrow.includes(name))]).toEqual([
    command,
    columns,
    [],
  ])
  // Longer than the terminal is only what is never broken: a name, an address, a command to copy.
  const long = narrow.split('\n').filter((line) => {
    const others = said.reduce((rest, name) => rest.replaceAll(name, ''), line)
    const isName = others !== line && others.trim().length < 20
    return stringWidth(line) > columns && !isName && !/^ *(https:|rotate )/.test(line)
  })
  expect([command, columns, long]).toEqual([command, columns, []])
  expect(wide + narrow).not.toContain('\u00A0')
}

it('says the names of everybody whole in every answer, however narrow the terminal', async () => {
  const names = fc.shuffledSubarray([...NAMES], { minLength: 3 })
  await fc.assert(
    fc.asyncProperty(
      names,
      fc.constantFrom(...COMMANDS),
      fc.integer({ min: 40, max: 200 }),
      async (some, command, width) => whole(folderWith(workspace(some)), command, width, some),
    ),
    { numRuns: 40 },
  )
})

const EXAMPLE = folderWith()
mkdirSync(join(EXAMPLE, 'rotations'))
cpSync(join(ROOT, 'rotations'), join(EXAMPLE, 'rotations'), { recursive: true })

it.each([40, 60, 80, 100, 140])('and those of the example at %d columns', async (columns) => {
  const names =
    'Alice Lindqvist,Priya Raman,Grace Kim,Bob Okafor,Carol Janssen,Arjun Mehta,Frank Torres,Dave Morgan,Erin Walsh'
  for (const command of COMMANDS) {
    await whole(
      EXAMPLE,
      command.replace('p1,p2', 'alice,bob').replace(/p\d/, 'alice'),
      columns,
      names.split(','),
    )
  }
})
