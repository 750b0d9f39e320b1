/** What is too much: mistakes, text, turns; and what a log takes for commands. */
import { expect, it } from '@jest/globals'
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

it('who waits for many calendars sees that it works, on a terminal alone', async () => {
  const rotations = Array.from(
    { length: 101 },
    (_, i) => `  r${i}: { start: 2026-11-30, turn: 4 weeks, members: [alice, bob] }\n`,
  )
  const files = {
    'rotations/a.yaml': `people: { alice: {}, bob: {} }\nrotations:\n${rotations.join('')}`,
  }
  const { err } = await rotate('export ics', { files, columns: 80 })
  expect(err.split('\r').map((line) => line.trimEnd())).toEqual([
    '',
    'working out the calendars of 101 rotations …',
    '',
    '',
    '0 of 104 calendars are written …',
    '100 of 104 calendars are written …',
    '',
    '',
  ])
  expect((await rotate('export ics', { files })).err).toBe('')
})
