import { describe, expect, it } from '@jest/globals'
import { assert, boolean, integer, nat, property, record, shuffledSubarray } from 'fast-check'
import { DAY } from '../../../src/time/instant.ts'
import { PEOPLE, problemsIn, said } from './checking.ts'

/** Handoffs on Mondays at 16:00 since 30 November; on Wednesday, 6 January 2027, Carol has the turn and Alice is next. */
const NOW = '2027-01-06T12:00Z'

const team = (
  members: string,
  more = '  secondary: { follows: primary }\n',
  head = 'start: 2026-11-30 16:00',
): string =>
  `${PEOPLE}rotations:
  primary:
    ${head}
    turn: 1 week
    members: ${members}
${more}`

const COMMITTED = team('[alice, bob, carol]')

const found = (after: string, before = COMMITTED, now = NOW): string[] =>
  said('rewrites-history', after, { now, before })

/** One layer, and more on top of it. */
const layers = (more = ''): string => `${PEOPLE}rotations:
  primary:
    layers:
      - { name: Weekly, start: 2026-11-30 16:00, turn: 1 week, members: [alice, bob] }
${more}`

/** The lines in quotes that the message says to write. */
const lines = (after: string, before = COMMITTED, now = NOW): string[] =>
  found(after, before, now).flatMap(
    (text) => text.match(/'\{ who[^']*'|'(?:start|end): [^']*'/g) ?? [],
  )

describe('a plain line more', () => {
  it('deals past turns anew, and the message gives the line that does not', () => {
    expect(found(team('[alice, bob, carol, erin]'))).toMatchInlineSnapshot(`
     [
       "error: this changes who holds turns of 'primary' (and so 'secondary') that have begun: 'bob' instead of 'carol' from Mon 4 Jan 2027 16:00 to Mon 11 Jan 2027 16:00 (UTC), and 2 more stretches in the last 90 days. Write '{ who: erin, from: 2027-01-18 }': that changes nothing before 2027-01-18; if it is meant, '--rewrite' or the line 'Rewrites-history: yes' at the end of the commit message says so @ erin",
     ]
    `)
  })

  it('may come at the next handoff where nobody follows', () => {
    const alone = team('[alice, bob, carol]', '')
    expect(lines(team('[alice, bob, carol, erin]', ''), alone)).toEqual([
      `'{ who: erin, from: 2027-01-11 }'`,
    ])
  })

  it('with the date that was given, the error is gone', () => {
    expect(found(team('[alice, bob, carol, { who: erin, from: 2027-01-18 }]'))).toEqual([])
  })

  it('with an earlier date moves who is secondary now', () => {
    const after = team('[alice, bob, carol, { who: erin, from: 2027-01-11 }]')
    expect(problemsIn(after, { now: NOW, before: COMMITTED }).slice(0, 1)).toMatchObject([
      { code: 'rewrites-history', rotation: 'secondary', rotations: ['secondary'] },
    ])
    expect(lines(after)).toEqual([`'{ who: erin, from: 2027-01-18 }'`])
  })

  it.each([
    ['at the head', '[erin, alice, bob, carol]'],
    ['in the middle', '[alice, erin, bob, carol]'],
    ['at the end', '[alice, bob, carol, erin]'],
    ['as a pair', '[alice, bob, carol, [dave, erin]]'],
    ['twice', '[dave, alice, bob, erin, carol]'],
  ])('%s: what the message says is no error any more', (_, members) => {
    const told = lines(team(members))
    let yaml = members
    for (const line of told) {
      const entry = line.slice(1, -1)
      const who = /who: (\[.*?\]|\w+)/.exec(entry)?.[1] ?? ''
      yaml = yaml.replace(who, entry)
    }
    expect(told.length).toBeGreaterThan(0)
    expect(found(team(yaml))).toEqual([])
  })
})

describe('a line less', () => {
  it('is an end of that entry at a handoff', () => {
    expect(found(team('[alice, carol]'))).toMatchInlineSnapshot(`
     [
       "error: this changes who holds turns of 'primary' (and so 'secondary') that have begun: 'alice' instead of 'bob' from Mon 28 Dec 2026 16:00 to Mon 4 Jan 2027 16:00 (UTC), and 3 more stretches in the last 90 days. Write '{ who: bob, until: 2027-01-11 }': that changes nothing before 2027-01-11; if it is meant, '--rewrite' or the line 'Rewrites-history: yes' at the end of the commit message says so @ start: 2026-11-30 16:00",
     ]
    `)
    expect(found(team('[alice, { who: bob, until: 2027-01-11 }, carol]'))).toEqual([])
  })

  it('waits for the turn under way of those who follow', () => {
    // Alice is secondary now, because she has the next turn.
    expect(lines(team('[bob, carol]'))).toEqual([`'{ who: alice, until: 2027-01-18 }'`])
  })

  it('keeps the person whom the file no longer knows', () => {
    const after = team('[alice, carol]').replace('bob: {}, ', '')
    expect(found(after)[0]).toContain(`(and keep 'bob' under 'people')`)
  })
})

describe('one for another', () => {
  it('is two lines', () => {
    expect(lines(team('[alice, erin, carol]'))).toEqual([
      `'{ who: bob, until: 2027-01-11 }'`,
      `'{ who: erin, from: 2027-01-11 }'`,
    ])
  })

  it('is the same person where the e-mail is the same', () => {
    const before = COMMITTED.replace('bob: {}', 'bob: { email: Bob@example.com }')
    const after = before
      .replace('bob: {', 'robert: {')
      .replace('alice, bob', 'alice, robert')
      .replace('Bob@', 'bob@')
    expect(found(after, before)).toEqual([])
  })
})

const always = (members: string): string => `${PEOPLE}rotations:\n  primary: ${members}\n`
const table = (rows: string): string => `${PEOPLE}rotations:\n  primary: { shifts: { ${rows} } }\n`

describe('other edits', () => {
  it('another order is a layer of its own', () => {
    expect(lines(team('[bob, alice, carol]'))).toEqual([
      `'end: 2027-01-11 16:00'`,
      `'start: 2027-01-11 16:00'`,
    ])
  })

  it('another handoff too, from its own first time on', () => {
    const after = team('[alice, bob, carol]', '', 'start: 2026-11-30 09:00')
    expect(lines(after, team('[alice, bob, carol]', ''))).toEqual([
      `'end: 2027-01-18 09:00'`,
      `'start: 2027-01-18 09:00'`,
    ])
  })

  it('an end in the middle of a turn belongs to its own end', () => {
    const ends = (end: string): string =>
      team('[alice, bob, carol]', '', `start: 2026-11-30 16:00\n    end: ${end}`)
    const before = team('[alice, bob, carol]', '')
    expect(lines(ends('2027-01-09'), before)).toEqual([`'end: 2027-01-11 16:00'`])
    expect(found(ends('2027-01-11 16:00'), before)).toEqual([])
  })

  it('somebody else who is always there takes over from a date on, as a layer', () => {
    const before = always('{ members: alice }')
    expect(lines(always('{ members: bob }'), before)).toEqual([
      `'end: 2027-01-07'`,
      `'start: 2027-01-07'`,
    ])
    const after =
      '{ layers: [{ end: 2027-01-07, members: alice }, { start: 2027-01-07, members: bob }] }'
    expect(found(always(after), before)).toEqual([])
    expect(found(always('{ end: 2027-01-07, members: alice }'), before)).toEqual([])
  })

  it('rows of a table that have begun stay, and new ones come after them', () => {
    const before = table('2026-11-30: alice, 2027-01-04: bob')
    expect(found(table('2026-11-30: alice, 2027-01-04: bob, 2027-01-09: carol'), before)).toEqual(
      [],
    )
    expect(lines(table('2026-11-30: alice, 2027-01-04: carol'), before)).toMatchInlineSnapshot(`[]`)
  })

  it('a layer laid over a turn under way begins when that is over', () => {
    const over = (start: string): string =>
      layers(`      - { name: Extra, start: ${start}, turn: 1 day, members: [erin] }\n`)
    expect(lines(over('2027-01-08'), layers())).toEqual([`'start: 2027-01-11 16:00'`])
    expect(found(over('2027-01-11 16:00'), layers())).toEqual([])
    // And one that is taken away ends instead.
    const gone = lines(layers(), over('2027-01-01 16:00'))
    expect(gone).toEqual([`'end: 2027-01-06 16:00'`])
  })

  it('an override is none', () => {
    const override = '    overrides: [{ who: dave, on: 2027-01-04..2027-01-06 }]\n'
    expect(found(team('[alice, bob, carol]', override), team('[alice, bob, carol]', ''))).toEqual(
      [],
    )
  })

  it('a rotation that is new or begins later is none', () => {
    expect(found(COMMITTED, `${PEOPLE}rotations: {}\n`)).toEqual([])
    const future = team('[alice, bob]', '', 'start: 2027-02-01 16:00')
    expect(found(future.replace('bob]', 'bob, erin]'), future)).toEqual([])
  })

  it('a name, a zone of the same clock, a tidied entry are none', () => {
    expect(
      found(COMMITTED.replace('turn:', 'name: Primary\n    timezone: Etc/UTC\n    turn:')),
    ).toEqual([])
    const left = team('[alice, bob, carol, { who: dave, until: 2026-01-01 }]')
    expect(found(COMMITTED, left)).toEqual([])
  })

  it('what was more than 90 days ago is nobody’s business', () => {
    const before = team('[alice, { who: bob, until: 2026-12-20 }]', '')
    const after = team('[alice]', '')
    expect(found(after, before)).toHaveLength(1)
    expect(found(after, before, '2027-04-01')).toEqual([])
  })
})

describe('for any roster, any edit of one line and any followers', () => {
  const ids = ['alice', 'bob', 'carol', 'dave', 'erin']
  const cases = record({
    members: shuffledSubarray(ids, { minLength: 2, maxLength: 4 }),
    at: nat(4),
    comes: boolean(),
    by: integer({ min: -1, max: 3 }),
    day: nat(120),
  })

  it('the line that the message gives is no error, nor is it later than it must be', () => {
    assert(
      property(cases, ({ members, at, comes, by, day }) => {
        const place = at % (comes ? members.length + 1 : members.length)
        const newcomer = ids.find((id) => !members.includes(id)) ?? ''
        const edited = comes ? members.toSpliced(place, 0, newcomer) : members.toSpliced(place, 1)
        const yaml = (list: readonly string[]): string =>
          team(`[${list.join(', ')}]`, `  secondary: { follows: primary, by: ${by} }\n`)
        const now = new Date(Date.parse('2026-12-15T12:00Z') + day * DAY).toISOString()
        const told = lines(yaml(edited), yaml(members), now)
        if (told.length === 0) return
        expect(told).toHaveLength(1)
        const line = told[0]?.slice(1, -1) ?? ''
        const mended = comes ? members.toSpliced(place, 0, line) : members.toSpliced(place, 1, line)
        expect(found(yaml(mended), yaml(members), now)).toEqual([])
        const earlier = line.replace(/\d{4}-\d\d-\d\d/, (date) =>
          new Date(Date.parse(date) - 7 * DAY).toISOString().slice(0, 10),
        )
        const isNext = Date.parse(/\d{4}-\d\d-\d\d/.exec(earlier)?.[0] ?? '') < Date.parse(now)
        const sooner = mended.with(place, earlier)
        if (!isNext) expect(found(yaml(sooner), yaml(members), now)).toHaveLength(1)
      }),
      { numRuns: 60 },
    )
  })
})

const without = (yaml: string): string => yaml.replace(/^ {2}primary:\n(?: {4}.*\n)+/m, '')
const withAddress = (yaml: string): string =>
  yaml.replace('alice: {}', 'alice: { email: a@example.com }')

const other = '  other: { start: 2026-11-30, turn: 1 day, members: [dave] }\n'
const ending = (end: string): string =>
  team('[alice, bob, carol]', other).replace('turn: 1 week', `turn: 1 week\n    end: ${end}`)

describe('a rotation that is gone', () => {
  it('takes somebody off call now: the message says who, and how it ends without that', () => {
    const committed = team('[alice, bob, carol]', other)
    expect(found(without(committed), committed)).toMatchInlineSnapshot(`
     [
       "error: 'primary' is gone, and so are turns that have begun: 'nobody' instead of 'carol' from Mon 4 Jan 2027 16:00 to Mon 11 Jan 2027 16:00 (UTC), and 5 more stretches in the last 90 days. Keep it, and let it end with the turn under way ('end: 2027-01-11 16:00'): it can be deleted once that is over; if it is meant, '--rewrite' or the line 'Rewrites-history: yes' at the end of the commit message says so @ undefined",
     ]
    `)
    const ended = committed.replace('turn: 1 week', 'turn: 1 week\n    end: 2027-01-11 16:00')
    expect(found(ended, committed)).toEqual([])
  })

  it('is said once with those that followed it', () => {
    const after = `${PEOPLE}rotations:\n${other}`
    expect(problemsIn(after, { now: NOW, before: COMMITTED }).slice(0, 1)).toMatchObject([
      {
        code: 'rewrites-history',
        rotation: 'primary',
        rotations: ['primary', 'secondary'],
        people: ['alice', 'bob', 'carol'],
        start: Date.parse('2026-11-30T16:00Z'),
        end: Date.parse('2027-01-11T16:00Z'),
        related: { note: 'it stood here' },
      },
    ])
  })

  it('that followed another ends by an end of its own', () => {
    expect(found(team('[alice, bob, carol]', ''))).toMatchInlineSnapshot(`
     [
       "error: 'secondary' is gone, and so are turns that have begun: 'nobody' instead of 'alice' from Mon 4 Jan 2027 16:00 to Mon 11 Jan 2027 16:00 (UTC), and 5 more stretches in the last 90 days. Keep it, and let it end with the turn under way ('end: 2027-01-11 16:00'): it can be deleted once that is over; if it is meant, '--rewrite' or the line 'Rewrites-history: yes' at the end of the commit message says so @ undefined",
     ]
    `)
    const ended = '  secondary:\n    follows: primary\n    end: 2027-01-11 16:00\n'
    expect(found(team('[alice, bob, carol]', ended))).toEqual([])
  })

  it('and was over is no loss', () => {
    expect(found(without(ending('2026-12-21 16:00')), ending('2026-12-21 16:00'))).toEqual([])
    expect(found(without(ending('2027-01-11 16:00')), ending('2027-01-11 16:00'))).toHaveLength(1)
  })

  it('whose layers alone have ended is to be ended first', () => {
    const committed = `${PEOPLE}rotations:\n  primary:\n    layers:\n      - { start: 2026-11-30 16:00, end: 2026-12-21 16:00, turn: 1 week, members: [alice, bob] }\n`
    expect(found(PEOPLE, committed)).toMatchInlineSnapshot(`
     [
       "error: 'primary' is gone, and so are turns that have begun: 'nobody' instead of 'alice' from Mon 14 Dec 2026 16:00 to Mon 21 Dec 2026 16:00 (UTC), and 2 more stretches in the last 90 days. Keep it with 'end: 2026-12-21 16:00': what is over can be deleted; if it is meant, '--rewrite' or the line 'Rewrites-history: yes' at the end of the commit message says so @ undefined",
     ]
    `)
    const later = '2027-04-01'
    expect(found(PEOPLE, committed, later)).toEqual([])
  })

  it('that had not begun, or was held by nobody, is no loss', () => {
    for (const more of [
      '  next: { start: 2027-02-01, turn: 1 day, members: [dave] }\n',
      '  none: { start: 2026-12-01, turn: 1 day, members: [nobody] }\n',
      '  empty: {}\n',
    ]) {
      expect(found(team('[alice]', ''), team('[alice]', more))).toEqual([])
    }
  })

  it('is not gone where only its id is another one, nor are its followers', () => {
    const renamed = COMMITTED.replaceAll('primary', 'first')
    expect(found(renamed)).toEqual([])
    // With new ids for a rotation, for its follower and for a person.
    const after = withAddress(renamed.replace('secondary', 'second')).replaceAll('alice', 'alicia')
    expect(found(after, withAddress(COMMITTED))).toEqual([])
  })

  it('is gone where two had the same turns and one is left under a new id', () => {
    const two = team(
      '[alice]',
      '  twin: { start: 2026-11-30 16:00, turn: 1 week, members: [alice] }\n',
    )
    const one = team('[alice]', '').replace('primary', 'first')
    expect(problemsIn(one, { now: NOW, before: two }).slice(0, 1)).toMatchObject([
      { code: 'rewrites-history', rotation: 'twin' },
    ])
  })

  it('with a new id and a roster dealt anew is gone', () => {
    const after = team('[bob, alice]', '').replace('primary', 'first')
    expect(found(after, team('[alice, bob]', ''))).toHaveLength(1)
  })
})

const zoned = (zone: string): string => `timezone: ${zone}\n    start: 2026-11-30 16:00`

it('another zone: the end is told in the old one, the new start in the new one, at one instant', () => {
  const before = team('[alice, bob, carol]', '', zoned('Europe/Stockholm'))
  expect(lines(team('[alice, bob, carol]', '', zoned('UTC')), before)).toEqual([
    `'end: 2027-01-11 17:00'`,
    `'start: 2027-01-11 16:00'`,
  ])
})
