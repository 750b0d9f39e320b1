import { describe, expect, it } from '@jest/globals'
import { PEOPLE, said } from './checking.ts'

/** A Wednesday; the meeting was last held on Monday, and is on Thursday next. */
const NOW = '2027-01-06T12:00Z'

const meeting = (more = '', head = 'days: [mon, thu], at: 16:00'): string =>
  `${PEOPLE}meetings:
  infra: { ${head}, duration: 15 minutes, start: 2026-11-30, chair: { members: [alice, bob, carol] }${more && `, ${more}`} }
`

const chaired = (members: string, more = ''): string =>
  meeting(more).replace('[alice, bob, carol]', members)

const COMMITTED = meeting()

const scribes = (members: string): string => meeting(`roles: { scribe: [${members}] }`)

const found = (after: string, before = COMMITTED): string[] =>
  said('rewrites-meetings', after, { now: NOW, before })

/** The lines in quotes that the message says to write. */
const lines = (after: string, before = COMMITTED): string[] =>
  found(after, before).flatMap((text) =>
    [...text.matchAll(/'(\{ [^']*|end: [^']*)'/g)].map(([, line = '']) => line),
  )

describe('another time', () => {
  it('moves past meetings, and the message gives the change that does not', () => {
    expect(found(meeting('', 'days: [mon, thu], at: 14:00'))).toMatchInlineSnapshot(`
     [
       "error: this changes meetings of 'infra' that have been held: Mon 4 Jan 2027 14:00 instead of Mon 4 Jan 2027 16:00 (UTC), and 10 more in the last 90 days. Write '{ from: 2027-01-07, at: 14:00 }' under 'changes', and leave what was as it was; if it is meant, '--rewrite' or the line 'Rewrites-history: yes' at the end of the commit message says so @ infra",
     ]
    `)
  })

  it.each([
    ['days: tue, at: 16:00', '{ from: 2027-01-07, days: tue }'],
    ['days: [mon, thu], at: 09:30', '{ from: 2027-01-07, at: 09:30 }'],
    [
      'days: [mon, thu], at: 16:00, timezone: Asia/Tokyo',
      '{ from: 2027-01-07, timezone: Asia/Tokyo }',
    ],
    ['days: first monday, at: 16:00', '{ from: 2027-01-07, days: first monday }'],
    ['days: [mon, thu], at: 16:00, every: 2 weeks', '{ from: 2027-01-07, every: 2 weeks }'],
    [
      'days: [1st mon, 3rd mon], at: 08:00',
      '{ from: 2027-01-07, days: [first monday, third monday], at: 08:00 }',
    ],
  ])('%s is %s, after which nothing is found', (head, line) => {
    expect(lines(meeting('', head))).toEqual([line])
    expect(found(meeting(`changes: [${line}]`))).toEqual([])
  })

  it('of the place or of who comes is none, and nor is a name', () => {
    expect(found(meeting('place: Room 1, name: Infra, attendees: [alice]'))).toEqual([])
  })

  it('beneath a change that says another is found too', () => {
    const changes = 'changes: [{ from: 2026-12-21, timezone: Asia/Tokyo }]'
    const after = meeting(changes, 'days: [mon, thu], at: 14:00')
    expect(lines(after, meeting(changes))).toEqual(['{ from: 2027-01-07, at: 14:00 }'])
  })
})

describe('what says of the past what was', () => {
  it.each([
    ['a skip', 'skip: [2026-12-24]'],
    ['a move', 'move: [{ from: 2026-12-24, to: 2026-12-23 }]'],
    ['a change', 'changes: [{ from: 2026-12-07, at: 15:00 }]'],
  ])('is no problem: %s', (_, more) => {
    expect(found(meeting(more))).toEqual([])
    expect(found(meeting(), meeting(more))).toEqual([])
  })

  it('nor is an override, or an absence that is entered afterwards', () => {
    const overridden = COMMITTED.replace(
      'carol] }',
      'carol], overrides: [{ who: carol, on: 2026-12-07 }] }',
    )
    expect(found(overridden)).toEqual([])
    expect(found(COMMITTED.replace('bob: {}', 'bob: { away: [2026-12-03] }'))).toEqual([])
  })

  it('nor is a change of what is to come', () => {
    expect(found(meeting('end: 2027-02-01, changes: [{ from: 2027-01-07, days: wed }]'))).toEqual(
      [],
    )
    expect(found(chaired('[alice, bob, carol, { who: erin, from: 2027-01-07 }]'))).toEqual([])
  })

  it('nor is somebody with another id and the same address', () => {
    const before = COMMITTED.replace('bob: {}', 'bob: { email: bob@example.com }')
    const after = before.replace('bob: {', 'robert: {').replace('alice, bob,', 'alice, robert,')
    expect(found(after, before)).toEqual([])
  })
})

describe('another chair', () => {
  it('of past meetings comes of a plain name more, and the message gives the line with a date', () => {
    expect(found(chaired('[alice, bob, carol, erin]'))).toMatchInlineSnapshot(`
     [
       "error: this changes meetings of 'infra' that have been held: 'carol' instead of 'bob' as chair on Mon 4 Jan 2027 16:00 (UTC), and 7 more in the last 90 days. Write '{ who: erin, from: 2027-01-07 }'; if it is meant, '--rewrite' or the line 'Rewrites-history: yes' at the end of the commit message says so @ erin",
     ]
    `)
    expect(lines(chaired('[alice, bob, carol, erin]'))).toEqual(['{ who: erin, from: 2027-01-07 }'])
    expect(lines(chaired('[alice, carol]'))).toEqual(['{ who: bob, until: 2027-01-07 }'])
    expect(found(chaired('[alice, { who: bob, until: 2027-01-07 }, carol]'))).toEqual([])
  })

  it('comes of another order, which only overrides can say from a date on', () => {
    expect(found(chaired('[bob, alice, carol]'))).toMatchInlineSnapshot(`
     [
       "error: this changes meetings of 'infra' that have been held: 'alice' instead of 'bob' as chair on Mon 4 Jan 2027 16:00 (UTC), and 7 more in the last 90 days. Say who else it is from 2027-01-07 on by 'overrides' of 'chair', and leave the rest as it was; if it is meant, '--rewrite' or the line 'Rewrites-history: yes' at the end of the commit message says so @ infra",
     ]
    `)
  })

  it('and so does a role that somebody else had', () => {
    expect(found(scribes('bob, carol, dave'), scribes('bob, carol'))).toMatchInlineSnapshot(`
     [
       "error: this changes meetings of 'infra' that have been held: 'carol' instead of 'bob' as scribe on Mon 4 Jan 2027 16:00 (UTC), and 6 more in the last 90 days. Write '{ who: dave, from: 2027-01-07 }'; if it is meant, '--rewrite' or the line 'Rewrites-history: yes' at the end of the commit message says so @ dave",
     ]
    `)
    expect(found(scribes('bob'))).toEqual([])
  })
})

it('an end in the past drops what was held, and a start moves it', () => {
  expect(found(meeting('end: 2026-12-21'))).toMatchInlineSnapshot(`
   [
     "error: this changes meetings of 'infra' that have been held: none on Mon 4 Jan 2027 16:00 (UTC), and 4 more in the last 90 days. Write 'end: 2027-01-07', which drops none that has been held; if it is meant, '--rewrite' or the line 'Rewrites-history: yes' at the end of the commit message says so @ infra",
   ]
  `)
  expect(found(meeting('end: 2027-01-07'))).toEqual([])
  expect(found(COMMITTED.replace('start: 2026-11-30', 'start: 2026-12-14'))).toMatchInlineSnapshot(`
   [
     "error: this changes meetings of 'infra' that have been held: 'alice' instead of 'bob' as chair on Mon 4 Jan 2027 16:00 (UTC), and 10 more in the last 90 days. Leave 'start' as it was; if it is meant, '--rewrite' or the line 'Rewrites-history: yes' at the end of the commit message says so @ infra",
   ]
  `)
})
