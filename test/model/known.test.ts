import { expect, it } from '@jest/globals'
import { knownAmong, rotationThere, thingThere, type Stranger } from '../../src/model/known.ts'
import { load } from '../../src/workspace/load.ts'

const { workspace: there } = load([
  {
    path: 'team.yaml',
    text: `
people:
  al: { name: Alice Lindqvist, email: Alice@example.com }
  bob: {}
  carol: { name: Carol Tanaka, pagerduty: PCAROL }
  sam1: { name: Sam Lee }
  sam2: { name: Sam Fox }
  zoe-ohara: { email: zoe@example.com }
  jan1: { name: Jan Novak }
  jan2: { name: Jan Novak, email: jan2@example.com }
rotations:
  primary: { name: Web primary, pagerduty: { schedule: PWEB }, members: bob }
  desk: { members: bob }
`,
  },
])

function meant(...strangers: Stranger[]): string {
  const all = new Map(strangers.map((one, i) => [String(i), one]))
  const { known, doubts } = knownAmong(all, there.people)
  return strangers
    .map((stranger, i) => {
      const its = known.get(String(i))
      if (its !== undefined) return its.isGuess ? `${its.person.id}?` : its.person.id
      const doubt = doubts.find((one) => one.stranger === stranger)
      return doubt === undefined ? 'new' : doubt.people.map(({ id }) => id).join(' or ')
    })
    .join(', ')
}

it.each<[string, Stranger, string]>([
  ['an address, ignoring case', { name: 'A. L.', email: 'alice@EXAMPLE.com' }, 'al'],
  ['a user of PagerDuty', { name: 'C', pagerduty: 'PCAROL' }, 'carol'],
  ['a name, ignoring case and accents', { name: 'álice  LINDQVIST' }, 'al'],
  ['an id', { name: 'AL' }, 'al'],
  ['a name that is the id', { name: 'Zoe OHara' }, 'zoe-ohara'],
  ['the first name of one', { name: 'Alice' }, 'al?'],
  ['the family name of one', { name: 'Tanaka' }, 'carol?'],
  ['the first name of two', { name: 'Sam' }, 'sam1 or sam2'],
  ['the whole name of two', { name: 'Jan Novak' }, 'jan1 or jan2'],
  [
    'the name of two, and the address of one',
    { name: 'Jan Novak', email: 'jan2@example.com' },
    'jan2',
  ],
  ['an address that begins with an id', { name: '', email: 'bob@example.org' }, 'bob?'],
  ['a name that goes on where only the first is known', { name: 'Bob Okafor' }, 'bob?'],
  ['another of that first name', { name: 'Alice Berg' }, 'new'],
  ['the first name, with another address', { name: 'Alice', email: 'a@example.org' }, 'new'],
  ['the name of another user', { name: 'Carol Tanaka', pagerduty: 'POTHER' }, 'new'],
  ['nobody there', { name: 'Dave' }, 'new'],
])('%s', (_, stranger, who) => {
  expect(meant(stranger)).toBe(who)
})

it('two who cannot both be one by a part of their names are neither', () => {
  expect(meant({ name: 'Bob Okafor' }, { name: 'Bob Berg' })).toBe('new, new')
  expect(meant({ name: 'Bob' }, { name: 'Bob Berg' })).toBe('bob, bob?')
})

it.each([
  ['its name', { name: 'WEB primary' }, 'primary'],
  ['a name that is its id', { name: 'Desk on-call' }, 'desk'],
  ['an id of ours', { name: 'Something', id: 'desk' }, 'desk'],
  ['its schedule, whatever that is called', { name: 'Nights', schedule: 'PWEB' }, 'primary'],
  [
    'its name, where it is kept in another schedule',
    { name: 'Web primary', schedule: 'PX' },
    'new',
  ],
  ['its name, where it is kept in none', { name: 'Desk', schedule: 'PX' }, 'desk'],
  ['a name that only ends as it does', { name: 'Web desk' }, 'new'],
])('a rotation is there by %s', (_, arrival, id) => {
  expect(rotationThere(arrival, there.rotations.values())?.id ?? 'new').toBe(id)
})

it('a meeting is there by its id or its name', () => {
  const all = [{ id: 'weekly', name: 'Weekly sync' }]
  expect(thingThere({ name: 'weekly SYNC' }, all)?.id).toBe('weekly')
  expect(thingThere({ name: 'Sync' }, all)).toBeUndefined()
})
