/** For the tests of `rotate diff`: a repository for each, in which a team is committed and then edited. */
import { afterEach, beforeEach } from '@jest/globals'
import { Repository, type Ran } from './repository.ts'

export const NOW = '2027-01-06T12:00Z'
export const FILE = 'rotations/team.yaml'

export const PEOPLE = `people:
  alice: { name: Alice, email: alice@example.com }
  bob: { name: Bob }
  carol: { name: Carol }
  erin: { name: Erin }
`
/** Handoffs on Mondays at 16:00 UTC; Carol has the turn from 4 January, Alice from the 11th. */
export const team = (
  members = '[alice, bob, carol]',
  more = '',
  start = '2026-11-30 16:00',
): string =>
  `${PEOPLE}rotations:
  primary:
    layers:
      - name: Weekly
        start: ${start}
        turn: 1 week
        members: ${members}
${more}`

export let repository: Repository
beforeEach(() => {
  repository = new Repository()
  repository.init()
})
afterEach(() => repository.remove())

/** What `rotate diff` says about an edit of the committed file, in January and February. */
export async function edited(
  after: string,
  { before = team(), words = [] as string[] } = {},
): Promise<Ran> {
  repository.commit(FILE, before)
  repository.write(FILE, after)
  const to = words.includes('--to') ? [] : ['--to', '2027-02-08']
  return repository.run(['diff', '--from', '2026-12-28', ...to, ...words], NOW)
}
