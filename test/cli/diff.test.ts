/** `rotate diff` of each kind of edit: who is on call differently, and who is not. */
import { describe, expect, it } from '@jest/globals'
import { edited, NOW, PEOPLE, repository, team } from './diffing.ts'

const meetingWith = (more: string): string => `${team()}meetings:
  infra: { days: mon, at: 16:00, duration: 15 minutes, start: 2026-11-30, attendees: [alice, bob], ${more} }
`

describe('rotate diff of', () => {
  it('a joiner without a date says what is past, running and to come', async () => {
    const { out, exit } = await edited(team('[alice, bob, carol, erin]'))
    expect(out).toMatchInlineSnapshot(`
     "From HEAD to the working tree, Mon 28 Dec 2026 to Mon 8 Feb.

     primary: the line-up changed
       In the past
         Mon 21 Dec 2026 16:00 to Mon 28 Dec 2026 16:00: Erin instead of Alice
         Mon 28 Dec 2026 16:00 to Mon 4 Jan 16:00: Alice instead of Bob
       Now
         Mon 4 Jan 16:00 to Mon 11 Jan 16:00: Bob instead of Carol
       To come
         Mon 11 Jan 16:00 to Mon 18 Jan 16:00: Carol instead of Alice
         Mon 18 Jan 16:00 to Mon 25 Jan 16:00: Erin instead of Bob
         Mon 25 Jan 16:00 to Mon 1 Feb 16:00: Alice instead of Carol
         Mon 1 Feb 16:00 to Mon 8 Feb 16:00: Bob instead of Alice

     People
         Alice: 1 shift fewer (168 h less)
         Bob: 1 shift more (124 h more); in the past 1 shift fewer (124 h less)
         Carol: 1 shift fewer (124 h less); in the past 44 h less
         Erin: 1 shift more (168 h more); in the past 1 shift more (168 h more)

     Times in UTC.
     "
    `)
    expect(exit).toBe(0)
  })

  it('a joiner with a date changes nothing before it', async () => {
    const { out } = await edited(team('[alice, bob, carol, { who: erin, from: 2027-01-18 }]'))
    expect(out).toMatchInlineSnapshot(`
     "From HEAD to the working tree, Mon 28 Dec 2026 to Mon 8 Feb.

     primary: the line-up changed
       To come
         Mon 1 Feb 16:00 to Mon 8 Feb 16:00: Erin instead of Alice

     People
         Alice: 1 shift fewer (168 h less)
         Erin: 1 shift more (168 h more)

     Times in UTC.
     "
    `)
  })

  it('an override', async () => {
    const { out } = await edited(
      team(undefined, '    overrides: [{ who: erin, from: 2027-01-13, to: 2027-01-14 12:00 }]\n'),
    )
    expect(out).toMatchInlineSnapshot(`
     "From HEAD to the working tree, Mon 28 Dec 2026 to Mon 8 Feb.

     primary: same handoff times and line-up
       To come
         Wed 13 Jan 00:00 to Thu 14 Jan 12:00: Erin instead of Alice

     People
         Alice: 36 h less
         Erin: 1 shift more (36 h more)

     Times in UTC.
     "
    `)
  })

  it('a swap', async () => {
    const { out } = await edited(
      team(
        undefined,
        `    overrides:
      - { who: bob, from: 2027-01-11 16:00, to: 2027-01-18 16:00 }
      - { who: alice, from: 2027-01-18 16:00, to: 2027-01-25 16:00 }
`,
      ),
    )
    expect(out).toMatchInlineSnapshot(`
     "From HEAD to the working tree, Mon 28 Dec 2026 to Mon 8 Feb.

     primary: same handoff times and line-up
       To come
         Mon 11 Jan 16:00 to Mon 18 Jan 16:00: Bob instead of Alice
         Mon 18 Jan 16:00 to Mon 25 Jan 16:00: Alice instead of Bob

     People
         Alice: as much as before, at other times
         Bob: as much as before, at other times

     Times in UTC.
     "
    `)
  })

  it('a moved handoff', async () => {
    const { out } = await edited(team(undefined, '', '2026-11-30 09:00'), {
      words: ['--to', '2027-01-20'],
    })
    expect(out).toMatchInlineSnapshot(`
     "From HEAD to the working tree, Mon 28 Dec 2026 to Wed 20 Jan.

     primary: handoff times changed
       In the past
         Mon 28 Dec 2026 09:00 to Mon 28 Dec 2026 16:00: Bob instead of Alice
         Mon 4 Jan 09:00 to Mon 4 Jan 16:00: Carol instead of Bob
       To come
         Mon 11 Jan 09:00 to Mon 11 Jan 16:00: Alice instead of Carol
         Mon 18 Jan 09:00 to Mon 18 Jan 16:00: Bob instead of Alice

     People
         Alice: in the past 7 h less
         Bob: 7 h more
         Carol: 7 h less; in the past 7 h more

     Times in UTC.
     "
    `)
  })

  it('a renamed layer, which is no difference', async () => {
    const { out, exit } = await edited(team().replace('Weekly', 'Weeks'), {
      words: ['--exit-code'],
    })
    expect(out).toMatchInlineSnapshot(`
     "From HEAD to the working tree, Mon 28 Dec 2026 to Mon 8 Feb.

     Nobody is on call differently, and no meeting differs.

     Times in UTC.
     "
    `)
    expect(exit).toBe(0)
  })

  it('a renamed person with the same e-mail, which is none either', async () => {
    const { out } = await edited(team('[al, bob, carol]').replace('alice: {', 'al: {'))
    expect(out).toContain('Nobody is on call differently')
  })

  it('a zone of the layer, which moves the handoffs', async () => {
    const { out } = await edited(
      team().replace('start:', 'timezone: America/New_York\n        start:'),
      { words: ['--to', '2027-01-13'] },
    )
    expect(out).toMatchInlineSnapshot(`
     "From HEAD to the working tree, Mon 28 Dec 2026 to Wed 13 Jan.

     primary: handoff times changed
       In the past
         Mon 28 Dec 2026 16:00 to Mon 28 Dec 2026 21:00: Alice instead of Bob
         Mon 4 Jan 16:00 to Mon 4 Jan 21:00: Bob instead of Carol
       To come
         Mon 11 Jan 16:00 to Mon 11 Jan 21:00: Carol instead of Alice

     People
         Alice: 5 h less; in the past 5 h more
         Bob: as much as before, at other times
         Carol: 5 h more; in the past 5 h less

     Times in UTC.
     "
    `)
  })

  it('a deleted and a new rotation', async () => {
    const { out, exit } = await edited(team().replace('primary:', 'first:'), {
      words: ['--exit-code'],
    })
    expect(out).toMatchInlineSnapshot(`
     "From HEAD to the working tree, Mon 28 Dec 2026 to Mon 8 Feb.

     first: new
       In the past
         Mon 21 Dec 2026 16:00 to Mon 28 Dec 2026 16:00: Alice, where nobody was
         Mon 28 Dec 2026 16:00 to Mon 4 Jan 16:00: Bob, where nobody was
       Now
         Mon 4 Jan 16:00 to Mon 11 Jan 16:00: Carol, where nobody was
       To come
         Mon 11 Jan 16:00 to Mon 18 Jan 16:00: Alice, where nobody was
         Mon 18 Jan 16:00 to Mon 25 Jan 16:00: Bob, where nobody was
         Mon 25 Jan 16:00 to Mon 1 Feb 16:00: Carol, where nobody was
         Mon 1 Feb 16:00 to Mon 8 Feb 16:00: Alice, where nobody was

     primary: deleted
       In the past
         Mon 21 Dec 2026 16:00 to Mon 28 Dec 2026 16:00: nobody instead of Alice
         Mon 28 Dec 2026 16:00 to Mon 4 Jan 16:00: nobody instead of Bob
       Now
         Mon 4 Jan 16:00 to Mon 11 Jan 16:00: nobody instead of Carol
       To come
         Mon 11 Jan 16:00 to Mon 18 Jan 16:00: nobody instead of Alice
         Mon 18 Jan 16:00 to Mon 25 Jan 16:00: nobody instead of Bob
         Mon 25 Jan 16:00 to Mon 1 Feb 16:00: nobody instead of Carol
         Mon 1 Feb 16:00 to Mon 8 Feb 16:00: nobody instead of Alice

     People
         Alice: as much as before, for another rotation
         Bob: as much as before, for another rotation
         Carol: as much as before, for another rotation

     Times in UTC.
     "
    `)
    expect(exit).toBe(1)
  })

  it('a deleted rotation: the past that counts for people is shown, in all formats', async () => {
    const words = ['--to', '2027-01-11']
    const { out } = await edited(PEOPLE, { words })
    expect(out).toMatchInlineSnapshot(`
     "From HEAD to the working tree, Mon 28 Dec 2026 to Mon 11 Jan.

     primary: deleted
       In the past
         Mon 21 Dec 2026 16:00 to Mon 28 Dec 2026 16:00: nobody instead of Alice
         Mon 28 Dec 2026 16:00 to Mon 4 Jan 16:00: nobody instead of Bob
       Now
         Mon 4 Jan 16:00 to Mon 11 Jan 16:00: nobody instead of Carol

     People
         Alice: in the past 1 shift fewer (168 h less)
         Bob: in the past 1 shift fewer (168 h less)
         Carol: 1 shift fewer (124 h less); in the past 44 h less

     Times in UTC.
     "
    `)
    const md = await repository.run(
      ['diff', '--from', '2026-12-28', ...words, '--format', 'md'],
      NOW,
    )
    expect(md.out).toMatchInlineSnapshot(`
     "<!-- rotate diff -->
     ### Who is on call differently

     From HEAD to the working tree, Mon 28 Dec 2026 to Mon 11 Jan.

     #### primary: deleted

     <details><summary>In the past (2)</summary>

     - Mon 21 Dec 2026 16:00 to Mon 28 Dec 2026 16:00: **nobody** instead of Alice
     - Mon 28 Dec 2026 16:00 to Mon 4 Jan 16:00: **nobody** instead of Bob

     </details>

     Now:

     - Mon 4 Jan 16:00 to Mon 11 Jan 16:00: **nobody** instead of Carol

     #### People

     - **Alice**: in the past 1 shift fewer (168 h less)
     - **Bob**: in the past 1 shift fewer (168 h less)
     - **Carol**: 1 shift fewer (124 h less); in the past 44 h less

     Times in UTC.
     "
    `)
    const json = await repository.run(['diff', '--from', '2026-12-28', ...words, '--json'], NOW)
    const { rotations, people } = JSON.parse(json.out) as {
      rotations: { stretches: { when: string; before: string[] }[] }[]
      people: { person: string; hours: number; past: object }[]
    }
    const stretches = rotations[0]?.stretches.map(({ when, before }) => [when, ...before])
    expect(stretches).toEqual([
      ['past', 'alice'],
      ['past', 'bob'],
      ['running', 'carol'],
    ])
    expect(people.map(({ person, hours, past }) => [person, hours, past])).toEqual([
      ['alice', 0, { shifts: -1, hours: -168 }],
      ['bob', 0, { shifts: -1, hours: -168 }],
      ['carol', -124, { shifts: 0, hours: -44 }],
    ])
  })

  it('meetings: another in a role, and another time from a date on', async () => {
    const before = meetingWith('roles: { scribe: [alice, bob, carol] }')
    const after = meetingWith(
      'roles: { scribe: { members: [alice, bob, carol], overrides: { who: bob, on: 2027-01-11 } } }, changes: { from: 2027-01-25, at: 14:00 }',
    )
    const { out } = await edited(after, { before })
    expect(out).toMatchInlineSnapshot(`
     "From HEAD to the working tree, Mon 28 Dec 2026 to Mon 8 Feb.

     Nobody is on call differently in this time.

     Meeting infra
         Mon 11 Jan 16:00: Bob is scribe instead of Alice
         Mon 25 Jan 16:00: moved to Mon 25 Jan 14:00
         Mon 1 Feb 16:00: moved to Mon 1 Feb 14:00

     Times in UTC.
     "
    `)
  })

  it('meetings: moved, dropped, led and attended by others', async () => {
    const before = meetingWith('chair: { members: [alice, bob, carol] }')
    const after = meetingWith(
      'chair: { members: [alice, bob] }, skip: 2027-01-18, move: [{ from: 2027-01-11, to: 2027-01-12 }]',
    ).replace('[alice, bob], chair', '[alice, erin], chair')
    const { out } = await edited(after, { before })
    expect(out).toMatchInlineSnapshot(`
     "From HEAD to the working tree, Mon 28 Dec 2026 to Mon 8 Feb.

     Nobody is on call differently in this time.

     Meeting infra
         Mon 11 Jan 16:00: moved to Tue 12 Jan 16:00
         Mon 18 Jan 16:00: no longer held
         Mon 25 Jan 16:00: Bob chairs instead of Carol
         2 in the past differ too
         Erin comes now, 3 times from Tue 12 Jan 16:00 on
         Bob no longer comes, 3 times from Tue 12 Jan 16:00 on

     Times in UTC.
     "
    `)
  })
})
