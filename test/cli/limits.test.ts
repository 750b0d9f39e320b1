/** What is too much: mistakes, text, turns; and what a log takes for commands. */
import { describe, expect, it } from '@jest/globals'
import { realWaits } from '../../src/io/deadline.ts'
import type { Io } from '../../src/io/io.ts'
import { Repository } from './repository.ts'
import { changed, folderWith, mistake, rotate, TEAM } from './world.ts'

const misspelt = (count: number): Record<string, string> => ({
  'rotations/a.yaml': Array.from({ length: count }, (_, i) => `odd-${i}: 1\n`).join(''),
})

it('of many mistakes the first hundred are shown, and how many more there are', async () => {
  for (const line of ['check', 'who']) {
    const { out, err } = await rotate(line, { files: misspelt(150) })
    const said = out + err
    expect(said.match(/error: /g)).toHaveLength(100)
    expect(said).toContain("and 50 more: mend these first, or see all with 'rotate check --json'")
    expect(said).toContain('150 errors')
  }
  const { out } = await rotate('check', { files: misspelt(100) })
  expect(out).not.toContain('more: mend')
  const { out: all } = await rotate('check --json', { files: misspelt(150) })
  expect((JSON.parse(all) as { problems: unknown[] }).problems).toHaveLength(150)
})

it('more than 20 MB of YAML is refused before it is read', async () => {
  const half = `# ${'x'.repeat(11_000_000)}\n`
  expect(
    await mistake('who', {
      files: { ...TEAM, 'rotations/x.yaml': half, 'rotations/y.yaml': half },
    }),
  ).toBe(
    'rotate: rotations/y.yaml: with it the YAML is over 20 MB, which nobody wrote by hand and which would take minutes to read: take out what is no rotation\nexit 2',
  )
})

const HOURLY = {
  'rotations/a.yaml': `people: { alice: {}, bob: {} }
rotations:
${['primary', 'secondary', 'third'].map((id) => `  ${id}: { start: 1972-01-01, turn: 1 hour, members: [alice, bob] }\n`).join('')}`,
}

it('more turns than fit into the memory are refused, and a shorter time is not', async () => {
  const cwd = folderWith(HOURLY)
  const most = {
    shifts: '500,000',
    'shifts --json': '500,000',
    check: '1,500,000',
    stats: '2,000,000',
    'export ics': '250,000',
    'export html': '500,000',
  }
  for (const [command, count] of Object.entries(most))
    expect(await mistake(`${command} --from 1972-01-01 --to 2062-01-01`, { cwd })).toBe(
      `rotate: these are more than ${count} turns at once, which would fill the memory: ask for a shorter time ('--from', '--to')\nexit 2`,
    )
  for (const command of ['shifts', 'check', 'stats', 'who', 'status'])
    expect((await rotate(command, { cwd })).exit).toBeLessThan(2)
})

const COMMAND = '"::error::x ##[set-env name=a]b ##vso[task.x]c"'

it('in CI nothing that people read is a command of the runner', async () => {
  const files = changed('team', 'Bob Okafor', COMMAND)
  for (const CI of ['CI', 'GITHUB_ACTIONS', 'TF_BUILD']) {
    for (const line of [
      'who --at 2026-12-10',
      'shifts',
      'status',
      'calendar',
      'stats',
      'meetings',
    ]) {
      const { out, err } = await rotate(line, { files, env: { [CI]: 'true' } })
      expect(out + err).not.toMatch(/^\s*::|##\[|##vso\[/m)
    }
  }
})

it('in CI what programs read is as anywhere', async () => {
  const cwd = folderWith(changed('team', 'Bob Okafor', COMMAND))
  for (const line of [
    'who --json',
    'shifts --json',
    'shifts --format csv',
    'shifts --format md',
    'stats --format csv',
    'stats --format md',
    'check --json',
    'check --format json',
    'check --format gitlab',
    'check --format github',
  ]) {
    const { out } = await rotate(line, { cwd, env: { CI: 'true', GITHUB_ACTIONS: 'true' } })
    expect(out).toBe((await rotate(line, { cwd })).out)
    expect(out).not.toBe('')
  }
})

/** A world in which each look at the clock finds it so many milliseconds later. */
function slow(step: number): Pick<Io, 'waits' | 'patience'> {
  let time = 0
  return { waits: { ...realWaits, elapsed: () => (time += step) }, patience: 1000 }
}

/** What stood on the line that says what is being worked on, one after the other, and what is left of it. */
const linesOf = (err: string): string[] => err.split('\r').map((line) => line.trimEnd())

describe('who waits for more than a second sees that it works, on a terminal alone', () => {
  const rotations = Array.from(
    { length: 60 },
    (_, i) => `  r${i}: { start: 2026-11-30, turn: 4 weeks, members: [alice, bob] }\n`,
  )
  const files = {
    'rotations/a.yaml': `people: { alice: {}, bob: {} }\nrotations:\n${rotations.join('')}`,
  }

  it.each([
    [
      'export ics html --from 2026-12 --to 2027-02',
      'shifts: 30 of 60 rotations',
      'writing: 30 of 63 calendars',
      'the page',
      'saving: 30 of 63 calendars',
    ],
    ['check --to +5y', 'shifts: 30 of 60 rotations', /^checking: \d+ of \d+ rules$/],
    ['import table rota.csv --out rota --dry-run', 'looking for the order: 1 of 2 rotations'],
  ])('%s', async (line, ...expected) => {
    const all = {
      ...files,
      'rota.csv': 'date,a,b\n2026-11-30,x,y\n2026-12-07,y,x\n2026-12-14,x,y\n',
    }
    const { err } = await rotate(line, { files: all, columns: 80, io: slow(600) })
    for (const words of expected) {
      expect(linesOf(err)).toContainEqual(
        typeof words === 'string' ? words : expect.stringMatching(words),
      )
    }
    // It is gone before the answer.
    expect(err).toMatch(/\r *\r$/)
    expect((await rotate(line, { files: all, columns: 80, io: slow(0) })).err).toBe('')
    expect((await rotate(line, { files: all, io: slow(600) })).err).toBe('')
  })

  it('a refusal does not stand behind it', async () => {
    const all = { ...files, 'public/index.html': 'by hand' }
    const { err } = await rotate('export html', { files: all, columns: 120, io: slow(1200) })
    expect(linesOf(err)).toContain('the page')
    expect(linesOf(err).at(-1)).toMatch(/^rotate: public\/index.html was not made by rotate/)
  })

  it('diff', async () => {
    const repository = new Repository()
    repository.init()
    repository.commit('rotations/a.yaml', files['rotations/a.yaml'])
    const { err } = await rotate('diff', { cwd: repository.folder, columns: 80, io: slow(600) })
    repository.remove()
    expect(linesOf(err)).toContain('comparing: 30 of 60 rotations')
    expect(err).toMatch(/\r *\r$/)
  })
})
