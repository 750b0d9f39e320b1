import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Repository, type Ran } from './repository.ts'

const NOW = '2027-01-06T12:00Z'
const FILE = 'rotations/team.yaml'

const PEOPLE = `people:
  alice: { name: Alice, email: alice@example.com }
  bob: { name: Bob }
  carol: { name: Carol }
  erin: { name: Erin }
`
/** Handoffs on Mondays at 16:00 UTC; Carol has the turn from 4 January, Alice from the 11th. */
const team = (members = '[alice, bob, carol]', more = '', start = '2026-11-30 16:00'): string =>
  `${PEOPLE}rotations:
  primary:
    layers:
      - name: Weekly
        start: ${start}
        turn: 1 week
        members: ${members}
${more}`

let repository: Repository
beforeEach(() => {
  repository = new Repository()
  repository.git('init', '-q', '-b', 'main')
})
afterEach(() => repository.remove())

/** What `rotate diff` says about an edit of the committed file, in January and February. */
async function edited(
  after: string,
  { before = team(), words = [] as string[] } = {},
): Promise<Ran> {
  repository.commit(FILE, before)
  repository.write(FILE, after)
  const to = words.includes('--to') ? [] : ['--to', '2027-02-08']
  return repository.run(['diff', '--from', '2026-12-28', ...to, ...words], NOW)
}

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

describe('for people and machines', () => {
  it('as Markdown, names harmless', async () => {
    const { out } = await edited(
      team('[alice, bob, carol, { who: erin, from: 2027-01-25 }]').replace(
        'name: Erin',
        `name: '<b>E|rin</b>'`,
      ),
      { words: ['--format', 'md'] },
    )
    expect(out).toMatchInlineSnapshot(`
     "<!-- rotate diff -->
     ### Who is on call differently

     From HEAD to the working tree, Mon 28 Dec 2026 to Mon 8 Feb.

     #### primary: the line-up changed

     To come:

     - Mon 1 Feb 16:00 to Mon 8 Feb 16:00: **\\<b\\>E\\|rin\\</b\\>** instead of Alice

     #### People

     - **Alice**: 1 shift fewer (168 h less)
     - **\\<b\\>E\\|rin\\</b\\>**: 1 shift more (168 h more)

     Times in UTC.
     "
    `)
  })

  it('as JSON', async () => {
    const { out } = await edited(
      team(undefined, '    overrides: [{ who: erin, from: 2027-01-13, to: 2027-01-14 }]\n'),
      { words: ['--json', '--notice', '14d'] },
    )
    const stretch = {
      start: '2027-01-13T00:00:00Z',
      end: '2027-01-14T00:00:00Z',
      before: ['alice'],
      after: ['erin'],
      when: 'future',
    }
    expect(JSON.parse(out)).toEqual({
      from: '2026-12-28T00:00:00Z',
      to: '2027-02-08T00:00:00Z',
      before: 'HEAD',
      after: 'the working tree',
      rotations: [
        {
          rotation: 'primary',
          change: 'changed',
          handoffs: false,
          line_up: false,
          stretches: [stretch],
        },
      ],
      people: [
        {
          person: 'alice',
          shifts: 0,
          hours: -24,
          past: { shifts: 0, hours: 0 },
          holidays_freed: [],
          holidays_taken: [],
        },
        {
          person: 'erin',
          shifts: 1,
          hours: 24,
          past: { shifts: 0, hours: 0 },
          holidays_freed: [],
          holidays_taken: [],
        },
      ],
      meetings: [],
      unknown: [],
      unknown_meetings: [],
      notice: { until: '2027-01-20T12:00:00Z', moved: [stretch] },
    })
  })

  it('says whose holidays they are now', async () => {
    const before = `${team()}holidays: { ours: [2027-01-14] }\n`
    const override = '    overrides: [{ who: erin, from: 2027-01-13, to: 2027-01-15 }]\n'
    const { out } = await edited(before.replace('holidays:', `${override}holidays:`), { before })
    expect(out).toContain('Alice: 48 h less; Thu 14 Jan 2027 (a holiday) no longer theirs')
    expect(out).toContain('Erin: 1 shift more (48 h more); Thu 14 Jan 2027 (a holiday) now theirs')
  })

  it('--notice is exit code 1 where a change begins within it', async () => {
    const after = team(
      undefined,
      '    overrides: [{ who: erin, from: 2027-01-22, to: 2027-01-23 }]\n',
    )
    expect((await edited(after, { words: ['--notice', '14d'] })).exit).toBe(0)
    const near = await repository.run(['diff', '--notice', '3w'], NOW)
    expect(near.exit).toBe(1)
    expect(near.out).toContain(
      'Short notice: 1 change begins before Wed 27 Jan 12:00 (--notice 3w).',
    )
    expect((await repository.run(['diff', '--notice', 'soon'], NOW)).err).toContain(
      "such as '1 day'",
    )
  })

  it('--notice of more than half a year is looked at whole', async () => {
    const after = team(
      undefined,
      '    overrides: [{ who: erin, from: 2027-12-22, to: 2027-12-23 }]\n',
    )
    await edited(after)
    expect((await repository.run(['diff', '--notice', '300d'], NOW)).exit).toBe(0)
    const far = await repository.run(['diff', '--notice', '400d'], NOW)
    expect(far.exit).toBe(1)
    expect(far.out).toContain('Short notice: 1 change begins before Thu 10 Feb 2028 12:00')
  })

  it('--from beyond half a year looks on from there', async () => {
    const after = team(
      undefined,
      '    overrides: [{ who: erin, from: 2027-12-22, to: 2027-12-23 }]\n',
    )
    await edited(after)
    const { out } = await repository.run(['diff', '--from', '2027-12-01'], NOW)
    expect(out).toContain('Wed 22 Dec 00:00 to Thu 23 Dec 00:00: Erin instead of Bob')
  })
})

describe('revisions', () => {
  it('compares two, and where two branches parted', async () => {
    repository.commit(FILE, team())
    repository.git('checkout', '-q', '-b', 'feature')
    repository.commit(FILE, team('[alice, bob, carol, { who: erin, from: 2027-01-18 }]'))
    repository.git('checkout', '-q', 'main')
    repository.commit(FILE, team('[alice, bob]'))
    const two = await repository.run(['diff', 'main..feature'], NOW)
    expect(two.out).toContain('From main to feature')
    expect(two.out).toContain('In the past')
    const three = await repository.run(['diff', 'main...feature'], NOW)
    expect(three.out).toContain('From where it parted from main to feature')
    expect(three.out).not.toContain('In the past')
    // The working tree is left alone.
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('refuses a name that git would take for an option, and one that is not there', async () => {
    repository.commit(FILE, team())
    for (const name of ['--output=x', '-h', 'a b', '..-x']) {
      const { err, exit, out } = await repository.run(['diff', '--', name], NOW)
      expect([exit, out]).toEqual([2, ''])
      expect(err).toMatch(/is no name of a revision|is not here/)
    }
    const { err } = await repository.run(['diff', 'nowhere'], NOW)
    expect(err).toMatchInlineSnapshot(`
     "rotate: the revision 'nowhere' is not here; git knows no such commit: 'git fetch origin' may bring it, 'git log --oneline' lists what there is
     "
    `)
  })

  it('says what is missing outside git, and before the first commit', async () => {
    repository.write(FILE, team())
    expect((await repository.run(['diff'], NOW)).err).toContain('no commit yet')
    const outside = new Repository()
    outside.write(FILE, team())
    const { err, exit } = await outside.run(['diff'], NOW)
    outside.remove()
    expect(exit).toBe(2)
    expect(err).toContain('is not in git')
  })

  it('names what is not known on the old side, and answers for the rest', async () => {
    const odd = '  other: { start: 2026-11-30, turn: 1 week, members: [nemo] }\n'
    const { out, exit } = await edited(team('[bob, alice, carol]'), {
      before: team(undefined, odd),
    })
    expect(out).toContain('Not known on one side, because of problems there: other.')
    expect(exit).toBe(0)
  })
})
