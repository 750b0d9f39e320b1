/** At 3 in the morning, with a file that cannot be read: what the last commit says of it. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { Repository } from './repository.ts'

const NOW = '2026-12-09T03:12Z'
const PEOPLE = 'people: { alice: {}, bob: {} }\n'
const PRIMARY = `rotations:
  primary:
    start: 2026-11-30
    turn: 1 week
    members: [alice, bob]
`

let repository: Repository

beforeAll(() => {
  repository = new Repository()
  repository.init()
  repository.commit('rotations/people.yaml', PEOPLE)
  repository.commit('rotations/primary.yaml', PRIMARY)
})
afterAll(() => repository.remove())

async function seen(command: string, text: string): Promise<string> {
  repository.write('rotations/primary.yaml', text)
  const { out, err, exit } = await repository.run(command.split(' '), NOW)
  const commit = repository.git('rev-parse', 'HEAD').slice(0, 7)
  return `\n${out.replaceAll(commit, 'COMMIT')}stderr: ${err.replaceAll(commit, 'COMMIT')}exit ${exit}\n`
}

it('an open bracket: the answer is that of the last commit, which is said first', async () => {
  expect(await seen('who', PRIMARY.replace('bob]', 'bob'))).toMatchInlineSnapshot(`
   "
   rotations/primary.yaml cannot be read: this is what the last commit (COMMIT) says of it.

   primary
     bob
       since Mon 7 Dec 00:00, until Mon 14 Dec 00:00 (4 d 20 h left)
     next: alice, from Mon 14 Dec 00:00

   Times in UTC.
   stderr: rotations/primary.yaml:5:25: error: a quote, '[' or '{' is never closed  [yaml]
           members: [alice, bob
                               ^

   1 error

   exit 2
   "
  `)
})

it('a tab', async () => {
  const text = await seen('who primary', PRIMARY.replace('    turn', '\tturn'))
  expect(text).toMatch(/^\nrotations\/primary.yaml cannot be read: .*\n\nprimary\n {2}bob/)
})

it('status too', async () => {
  const text = await seen('status', PRIMARY.replace('bob]', 'bob'))
  expect(text).toMatch(/^\nrotations\/primary.yaml cannot be read: /)
  expect(text).toMatch(/primary +bob/)
})

it('to a program that is said on stderr', async () => {
  repository.write('rotations/primary.yaml', PRIMARY.replace('bob]', 'bob'))
  const { out, err, exit } = await repository.run(['who', '--json'], NOW)
  expect(JSON.parse(out)).toMatchObject({ rotations: [{ rotation: 'primary', people: ['bob'] }] })
  expect(err).toContain('cannot be read: this is what the last commit')
  expect(exit).toBe(2)
})

it('what is understood as YAML is answered from the file alone, whatever is wrong in it', async () => {
  const text = await seen('who', PRIMARY.replace('1 week', '1 wek'))
  expect(text).toContain('primary: not known: see problems')
  expect(text).not.toContain('last commit')
})

it('a slip that hides nobody is no reason to look back', async () => {
  const more = 'meetings:\n  standup: { days: [mon, at: 16:00, duration: 1 hour }\n'
  expect(await seen('who', PRIMARY + more)).not.toContain('last commit')
})
