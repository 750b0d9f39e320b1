import { expect, it } from '@jest/globals'
import type { Newcomer } from '../../src/sync/import/importer.ts'
import { slug } from '../../src/model/naming.ts'
import { draftPeople } from '../../src/sync/import/people.ts'
import { UTC } from '../../src/time/zone.ts'

const SERVICE = { name: 'PagerDuty', keyOfUser: (id: string) => ({ pagerduty: id }) }

function user(id: string, name: string, email: string, zone = 'Etc/UTC'): Newcomer {
  return { id, name, email, zone, isGone: false }
}

/** The people as `ID: NAME, and what more is known of them`, with what is said beside them. */
function drafted(...users: Newcomer[]): string[] {
  const { people, notes } = draftPeople(SERVICE, users, UTC)
  return [...people.values()].map((person) =>
    [
      `${person.id}: ${person.name}`,
      person.email ?? person.pagerduty,
      person.zone.name,
      ...(notes.get(person) ?? []),
    ].join(', '),
  )
}

it('people are called by their first names, and by more where two would be called alike', () => {
  expect(
    drafted(
      user('P1', 'Alice Lindqvist', 'alice@example.com', 'Europe/Stockholm'),
      user('P2', 'Bob Okafor', 'bob@example.com'),
      user('P3', 'bob Smith', 'bob.smith@example.com'),
      user('P4', 'Bob Smith', 'bob2@example.com'),
    ),
  ).toMatchInlineSnapshot(`
   [
     "alice: Alice Lindqvist, alice@example.com, Europe/Stockholm",
     "bob-okafor: Bob Okafor, bob@example.com, UTC",
     "bob-smith: bob Smith, bob.smith@example.com, UTC",
     "bob-smith-2: Bob Smith, bob2@example.com, UTC",
   ]
  `)
})

it('an id is never a word with a meaning, never empty, and always one of a kind', () => {
  expect(
    drafted(
      user('PX1', 'Nobody', 'x@example.com'),
      user('PX2', 'EVERYONE', 'y@example.com'),
      user('PX3', '李明', 'li.ming@example.com'),
      user('PX4', '!!!', '李@example.com'),
      user('PX5', 'Łukasz Żółć', 'l@example.com'),
    ),
  ).toMatchInlineSnapshot(`
   [
     "nobody-2: Nobody, x@example.com, UTC",
     "everyone-2: EVERYONE, y@example.com, UTC",
     "li.ming: 李明, li.ming@example.com, UTC",
     "px4: !!!, 李@example.com, UTC",
     "lukasz: Łukasz Żółć, l@example.com, UTC",
   ]
  `)
})

it('what PagerDuty has that the file cannot say stands beside the person', () => {
  expect(
    drafted(
      user('P1', 'Alice', 'alice@example.com', 'Eastern Time (US & Canada)'),
      user('P2', 'Bob', 'no address'),
      user('P3', 'Carol', 'Alice@Example.com'),
      { ...user('P4', '', ''), isGone: true },
    ),
  ).toMatchInlineSnapshot(`
   [
     "alice: Alice, alice@example.com, UTC, PagerDuty's time zone 'Eastern Time (US & Canada)' is no zone of the IANA database: write 'timezone:'.",
     "bob: Bob, P2, UTC",
     "carol: Carol, P3, UTC",
     "p4: p4, P4, UTC, PagerDuty does not know the user P4 any more.",
   ]
  `)
})

it.each([
  ["Zoë O'Hara", 'zoe-o-hara'],
  ['  Straße 7 ', 'strasse-7'],
  ['__proto__', 'proto'],
  ['..a', 'a'],
  ['🚒', ''],
])('%s as an id is %s', (text, id) => {
  expect(slug(text)).toBe(id)
})

it('a name without end makes an id that can be one, and a user without an id none that is empty', () => {
  const long = 'x'.repeat(10_000)
  const ids = drafted(user(long, long, ''), user('', long, '')).map((one) => one.split(': ')[0])
  expect(ids).toEqual(['x'.repeat(100), `${'x'.repeat(100)}-2`])
  const { people } = draftPeople(SERVICE, [user('', 'Ann', '')], UTC)
  expect(people.get('')).not.toHaveProperty('pagerduty')
})
