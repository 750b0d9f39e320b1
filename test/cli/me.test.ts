import { spawnSync } from 'node:child_process'
import { expect, it } from '@jest/globals'
import { changed, folderWith, mistake, out, rotate, TEAM } from './world.ts'

it('says whether somebody is on call, what is theirs next, what they lead, what others took, and when they are away', async () => {
  const files = {
    ...TEAM,
    'rotations/more.yaml': `overrides:
  - { rotation: primary, who: carol, instead_of: alice, on: 2026-12-31, why: skiing }
`,
  }
  expect(await out('me alice', { files, zone: 'Europe/Stockholm' })).toMatchInlineSnapshot(`
   "
   Alice Lindqvist  Wed 9 Dec 04:12
     not on call
     next: secondary, from Mon 21 Dec 17:00 (in 12 d 12 h)

   NEXT SHIFTS
   Mon 21 Dec 17:00       Mon 28 Dec 17:00       7 d       secondary
   Mon 28 Dec 17:00       Thu 31 Dec 01:00       2 d 8 h   primary
   Fri 1 Jan 2027 01:00   Mon 4 Jan 2027 17:00   3 d 16 h  primary
   Mon 18 Jan 2027 17:00  Mon 25 Jan 2027 17:00  7 d       secondary
   Mon 25 Jan 2027 17:00  Mon 1 Feb 2027 17:00   7 d       primary

   LEADS NEXT
   Thu 10 Dec 17:00      Infrastructure meeting (15 minutes)  chairs
   Mon 21 Dec 17:00      Infrastructure meeting (15 minutes)  chairs
   Thu 7 Jan 2027 17:00  Infrastructure meeting (15 minutes)  chairs

   TAKEN BY OTHERS
   Thu 31 Dec 01:00  Fri 1 Jan 2027 01:00  primary  Carol Tanaka  skiing

   AWAY
   Mon 28 Dec 00:00  Mon 4 Jan 2027 00:00
     on call then for primary, Mon 28 Dec 17:00 to Thu 31 Dec 01:00: 'rotate cover alice --on "2026-12-28 17:00..2026-12-31 01:00"'
     on call then for primary, Fri 1 Jan 2027 01:00 to Mon 4 Jan 2027 00:00: 'rotate cover alice --on "2027-01-01 01:00..2027-01-04 00:00"'
     on call then for secondary, Mon 28 Dec 00:00 to Mon 28 Dec 17:00: 'rotate cover alice --on "2026-12-28 00:00..2026-12-28 17:00"'

   Times in Europe/Stockholm (UTC+1 now).
   "
  `)
})

it('joins what somebody holds without a break, and says it to programs shift by shift', async () => {
  const files = changed(
    'primary',
    '    overrides:',
    `    overrides:
      - { add: carol, from: 2026-12-08 16:00, to: 2026-12-10 16:00, why: storage }`,
  )
  expect(await out('me bob --limit 1', { files })).toMatchInlineSnapshot(`
   "
   Bob Okafor  Wed 9 Dec 03:12
     on call for primary, until Mon 14 Dec 16:00 (5 d 12 h left)
     next: secondary, from Mon 28 Dec 16:00 (in 19 d 12 h)

   NEXT SHIFTS
   Mon 28 Dec 16:00  Mon 4 Jan 2027 16:00  7 d  secondary

   LEADS NEXT
   Mon 14 Dec 16:00  Infrastructure meeting (15 minutes)  chairs

   Times in UTC.
   "
  `)
  const { out: text } = await rotate('me bob --limit 1 --json', { files })
  expect(JSON.parse(text)).toMatchObject({
    person: 'bob',
    name: 'Bob Okafor',
    contact: {},
    on_call: [{ rotation: 'primary', start: '2026-12-07T16:00:00Z', end: '2026-12-14T16:00:00Z' }],
    next: { rotation: 'secondary' },
    leads: [{ role: 'chair', meeting: 'infrastructure', chair: 'bob' }],
    taken: [],
    away: [],
    unknown: [],
  })
})

it('the next of each rotation is among the next, however many of another come before it', async () => {
  const yaml = `people: { alice: {}, bob: {} }
rotations:
  desk: { start: 2026-12-01 09:00, turn: 1 week, members: [alice, bob], during: { days: mon-fri, from: 09:00, to: 17:00 } }
  primary: { start: 2026-12-01, turn: 4 weeks, members: [bob, alice] }
`
  const files = { 'rotations/team.yaml': yaml }
  expect(await out('me alice --limit 3', { files })).toMatchInlineSnapshot(`
   "
   alice  Wed 9 Dec 03:12
     not on call
     next: desk, from Tue 15 Dec 09:00 (in 6 d 5 h)

   NEXT SHIFTS
   Tue 15 Dec 09:00  Tue 15 Dec 17:00       8 h   desk
   Wed 16 Dec 09:00  Wed 16 Dec 17:00       8 h   desk
   Tue 29 Dec 00:00  Tue 26 Jan 2027 00:00  28 d  primary

   Times in UTC.
   "
  `)
})

it('offers cover for what is held in an absence, in the words of the viewer', async () => {
  const files = changed('team', '2026-12-28..2027-01-03', '2026-12-22..2026-12-27')
  const { out: text } = await rotate('me alice', { files, zone: 'Asia/Tokyo' })
  expect(text.split('\n').filter((line) => line.includes('cover'))).toEqual([
    `  on call then for secondary, Tue 22 Dec 08:00 to Mon 28 Dec 08:00: 'rotate cover alice --on "2026-12-22 08:00..2026-12-28 08:00"'`,
  ])
})

it('offers cover of the one rotation that is meant, where somebody holds several at once', async () => {
  const more = 'rotations: { manager: { members: alice } }\n'
  const files = {
    ...changed('team', '2026-12-28..2027-01-03', '2026-12-22'),
    'rotations/more.yaml': more,
  }
  const { out: text } = await rotate('me alice', { files })
  expect(text.split('\n').filter((line) => line.includes('cover'))).toEqual([
    `  on call then for manager, Mon 21 Dec 23:00 to Tue 22 Dec 23:00: 'rotate cover alice --on "2026-12-21 23:00..2026-12-22 23:00" --rotation manager'`,
    `  on call then for secondary, Mon 21 Dec 23:00 to Tue 22 Dec 23:00: 'rotate cover alice --on "2026-12-21 23:00..2026-12-22 23:00" --rotation secondary'`,
  ])
})

it('who asks is the person of ROTATE_ME, by id, name or address', async () => {
  for (const word of ['bob', 'Okafor', 'BOB']) {
    expect((await rotate('me', { env: { ROTATE_ME: word } })).out).toContain(
      'Bob Okafor  Wed 9 Dec',
    )
  }
  const env = { ROTATE_ME: 'alice@example.com' }
  expect((await rotate('who me', { env })).out).toContain('Alice Lindqvist')
  expect(await mistake('me', { env: { ROTATE_ME: 'zoe' } })).toBe(
    'rotate: ROTATE_ME=zoe is none of the people\nexit 2',
  )
})

it('else the one with the address that git knows; nobody else is guessed', async () => {
  const cwd = folderWith(TEAM)
  const git = (...words: string[]): unknown => spawnSync('git', ['-C', cwd, ...words])
  git('init', '-q')
  git('config', 'user.email', 'Alice@Example.com')
  git('config', 'user.name', 'A')
  expect((await rotate('me', { cwd })).out).toContain('Alice Lindqvist')
  git('config', 'user.email', 'zoe@example.com')
  expect(await mistake('me', { cwd })).toMatchInlineSnapshot(`
   "rotate: who is 'me'? Nobody has the address zoe@example.com (git's user.email): ROTATE_ME=alice (an id, a name or an address) says who you are
   exit 2"
  `)
})

it('the example of who somebody may be is one of the people, so that it works when it is typed', async () => {
  const cwd = folderWith({ 'rotations/team.yaml': 'people: { ben: {}, cleo: {} }\n' })
  spawnSync('git', ['-C', cwd, 'init', '-q'])
  spawnSync('git', ['-C', cwd, 'config', 'user.email', 'zoe@example.com'])
  expect(await mistake('me', { cwd })).toContain(': ROTATE_ME=ben (an id, a name or an address)')
})

it('a person is named by a part of their name; of two that fit none is guessed', async () => {
  expect((await rotate('who okafor')).out).toContain('Bob Okafor')
  const files = changed('team', 'Dave Novak', 'Bobby Tables')
  expect(await mistake('me bo', { files })).toBe(
    "rotate: 'bo' may be bob (Bob Okafor) or dave (Bobby Tables): name one of them by its id\nexit 2",
  )
})

it('of a person: what they hold, what next, and how to reach them', async () => {
  const files = changed(
    'team',
    'name: Bob Okafor,',
    'name: Bob Okafor, contact: { phone: "+1 555 0100" },',
  )
  expect(await out('who bob alice', { files })).toMatchInlineSnapshot(`
   "
   Bob Okafor
     on call for primary, until Mon 14 Dec 16:00 (5 d 12 h left)
     next: secondary, from Mon 28 Dec 16:00 (in 19 d 12 h)
     phone +1 555 0100
     22:12 now in America/New_York, works 09:00-18:00

   Alice Lindqvist
     not on call
     next: secondary, from Mon 21 Dec 16:00 (in 12 d 12 h)
     alice@example.com
     04:12 now in Europe/Stockholm, works 09:00-18:00

   Times in UTC.
   "
  `)
  const { out: text } = await rotate('who bob --json', { files })
  expect(JSON.parse(text)).toMatchObject({
    rotations: [{ rotation: 'primary', people: ['bob'], contacts: [{ phone: '+1 555 0100' }] }],
    people: [
      {
        person: 'bob',
        name: 'Bob Okafor',
        contact: { phone: '+1 555 0100' },
        on_call: [{ rotation: 'primary' }],
        next: { rotation: 'secondary' },
      },
    ],
  })
})

it('everybody: their time, what they hold, whether they are away, how to reach them', async () => {
  const files = changed(
    'team',
    'dave: { name: Dave Novak }',
    'dave: { name: Dave Novak, from: 2027-01-01, contact: { slack: "@dave" } }',
  )
  const now = '2026-12-29T20:30Z'
  expect(await out('people', { files, now })).toMatchInlineSnapshot(`
   "
   ID     NAME             ZONE                 NOW        WORKS        HOLDS                                     CONTACT
   alice  Alice Lindqvist  Europe/Stockholm     21:30      09:00-18:00  primary, away until Sun 3 Jan 2027 23:00  alice@example.com
   bob    Bob Okafor       America/New_York     15:30      09:00-18:00  secondary
   carol  Carol Tanaka     Asia/Tokyo           Wed 05:30  09:00-18:00
   dave   Dave Novak       UTC                  20:30      09:00-18:00  comes Fri 1 Jan 2027 00:00                slack @dave
   erin   Erin O'Neill     America/Los_Angeles  12:30      09:00-18:00

   Times in UTC.
   "
  `)
  const { out: text } = await rotate('people dave alice --json', { files, now })
  expect(JSON.parse(text)).toMatchInlineSnapshot(`
   {
     "at": "2026-12-29T20:30:00Z",
     "people": [
       {
         "away_until": "2027-01-03T23:00:00Z",
         "contact": {},
         "country": null,
         "email": "alice@example.com",
         "hours": "09:00-18:00",
         "in_team": true,
         "local": "2026-12-29 21:30",
         "name": "Alice Lindqvist",
         "on_call": [
           "primary",
         ],
         "person": "alice",
         "timezone": "Europe/Stockholm",
       },
       {
         "away_until": null,
         "contact": {
           "slack": "@dave",
         },
         "country": null,
         "email": null,
         "hours": "09:00-18:00",
         "in_team": false,
         "local": "2026-12-29 20:30",
         "name": "Dave Novak",
         "on_call": [],
         "person": "dave",
         "timezone": "UTC",
       },
     ],
     "unknown": [],
   }
  `)
})
