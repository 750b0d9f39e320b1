/** What can be asked of `rotate diff`: its forms, how far it looks, and the revisions that it compares. */
import { describe, expect, it } from '@jest/globals'
import { edited, FILE, NOW, repository, team } from './diffing.ts'
import { Repository } from './repository.ts'

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
      burdens: [],
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
