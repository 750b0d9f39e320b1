import { describe, expect, it } from '@jest/globals'
import { occurrencesOf, type Occurrence } from '../../src/timeline/occurrences.ts'
import type { Meeting } from '../../src/model/meeting.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { instant, range, time, workspace } from './picture.ts'

/** A meeting on Mondays and Thursdays at 16:00 UTC for 15 minutes, and what else a test says of it. */
const weekly = (more = '', rest = ''): Workspace =>
  workspace(`
    ${rest.trim() || 'rotations: {}'}
    meetings:
      infra: { days: [monday, thursday], at: 16:00, duration: 15 minutes${more && `, ${more.replaceAll('\n', ' ')}`} }`)

/** One that skips a list of holidays. */
const lists = (more: string): Workspace =>
  weekly('skip: [off, 2026-12-10]', `holidays: { off: [${more}] }`)

/** People of whom one is told more. */
const bobAway = (away: string): string => `
people: { alice: {}, bob: { ${away} }, carol: {} }`

/** One that changes. */
const changed = (changes: string, more = ''): Workspace =>
  weekly(`start: 2026-11-30, changes: [${changes}]${more && `, ${more}`}`)

// Apia had no 30 December 2011.
const daily = (more: string): Workspace =>
  workspace(
    `meetings: { infra: { days: mon-sun, at: 16:00, timezone: Pacific/Apia, duration: 15 minutes, ${more} } }`,
  )

function held(w: Workspace, text: string): Occurrence[] {
  const meeting = w.meetings.get('infra') as Meeting
  return occurrencesOf(w, meeting, range(text, meeting.zone))
}

/** `11-30 16:00`, in UTC. */
const starts = (w: Workspace, text: string): string[] =>
  held(w, text).map(({ start }) => instant(start).slice(5, 16).replace('T', ' '))

const chairs = (w: Workspace, text: string): (string | null)[] =>
  held(w, text).map(({ chair }) => chair)

describe('a meeting', () => {
  it('is on each of its days at its time', () => {
    expect(starts(weekly(), '2026-11-30..2026-12-08')).toEqual([
      '11-30 16:00',
      '12-03 16:00',
      '12-07 16:00',
    ])
  })

  it('is listed where its real time touches the range', () => {
    expect(starts(weekly(), '2026-11-30 16:14..2026-12-03 16:00')).toEqual(['11-30 16:00'])
    expect(starts(weekly(), '2026-11-30 16:15..2026-12-03 16:01')).toEqual(['12-03 16:00'])
  })

  it('has none before `start` nor from `end` on, by the date due', () => {
    const w = weekly('start: 2026-12-03, end: 2026-12-10')
    expect(starts(w, '2026-11-01..2027-01-01')).toEqual(['12-03 16:00', '12-07 16:00'])
  })

  it('every N weeks is counted from the Monday-to-Sunday week that holds `start`', () => {
    const w = weekly('start: 2026-12-03, every: 2 weeks')
    expect(starts(w, '2026-11-01..2027-01-01')).toEqual([
      '12-03 16:00',
      '12-14 16:00',
      '12-17 16:00',
      '12-28 16:00',
      '12-31 16:00',
    ])
  })

  it('may be on days of the month', () => {
    const w = workspace(
      'meetings: { infra: { days: [first monday, last day], at: 16:00, duration: 1 hour } }',
    )
    expect(starts(w, '2027-01-01..2027-03-02')).toEqual([
      '01-04 16:00',
      '01-31 16:00',
      '02-01 16:00',
      '02-28 16:00',
      '03-01 16:00',
    ])
  })

  it('every N months is counted from the month of `start`', () => {
    const w = workspace(
      'meetings: { infra: { days: [1st tuesday, 15th], at: 16:00, duration: 1 hour, every: 3 months, start: 2026-11-10 } }',
    )
    expect(starts(w, '2026-01-01..2027-06-01')).toEqual([
      '11-15 16:00',
      '02-02 16:00',
      '02-15 16:00',
      '05-04 16:00',
      '05-15 16:00',
    ])
  })

  it('keeps to the wall clock of its zone', () => {
    const w = weekly('timezone: Europe/Amsterdam')
    expect(starts(w, '2026-10-19..2026-10-27')).toEqual([
      '10-19 14:00',
      '10-22 14:00',
      '10-26 15:00',
    ])
    const york = weekly('timezone: America/New_York')
    expect(starts(york, '2026-03-05..2026-03-10')).toEqual(['03-05 21:00', '03-09 20:00'])
  })

  it('at a time that the clock skips is read with the offset before', () => {
    const w = workspace(
      'meetings: { infra: { days: sun, at: 02:15, timezone: Australia/Lord_Howe, duration: 1 hour } }',
    )
    // On 4 October 2026 02:00 becomes 02:30.
    expect(starts(w, '2026-09-27..2026-10-12')).toEqual([
      '09-26 15:45',
      '10-03 15:45',
      '10-10 15:15',
    ])
  })

  it('leaves out the days of lists of holidays, those that come back each year too', () => {
    expect(starts(lists('2026-12-03'), '2026-11-30..2026-12-12')).toEqual([
      '11-30 16:00',
      '12-07 16:00',
    ])
    const yearly = lists('12-24, 12-31..01-04')
    expect(starts(yearly, '2026-12-20..2027-01-10')).toEqual([
      '12-21 16:00',
      '12-28 16:00',
      '01-07 16:00',
    ])
    expect(starts(yearly, '2027-12-20..2028-01-08')).toEqual([
      '12-20 16:00',
      '12-23 16:00',
      '12-27 16:00',
      '12-30 16:00',
      '01-06 16:00',
    ])
  })

  it('leaves out what is skipped: dates and ranges', () => {
    const w = weekly('skip: [2026-12-03, 2026-12-21..2027-01-03]')
    expect(starts(w, '2026-11-30..2027-01-05')).toEqual([
      '11-30 16:00',
      '12-07 16:00',
      '12-10 16:00',
      '12-14 16:00',
      '12-17 16:00',
      '01-04 16:00',
    ])
  })

  it('is moved to a new time, keeps the time of day where only a date is given, and knows when it was due', () => {
    const w = weekly(
      'move: [{ from: 2026-12-03, to: 2026-12-01 }, { from: 2026-12-07, to: 2026-12-08 09:30 }]',
    )
    expect(
      held(w, '2026-11-30..2026-12-10').map(({ start, due }) => [instant(start), instant(due)]),
    ).toEqual([
      ['2026-11-30T16:00Z', '2026-11-30T16:00Z'],
      ['2026-12-01T16:00Z', '2026-12-03T16:00Z'],
      ['2026-12-08T09:30Z', '2026-12-07T16:00Z'],
    ])
  })

  it('that is moved far is found where it really is', () => {
    const w = weekly('move: [{ from: 2026-12-03, to: 2027-06-01 }]')
    expect(starts(w, '2026-12-01..2026-12-06')).toEqual([])
    expect(starts(w, '2027-06-01..2027-06-02')).toEqual(['06-01 16:00'])
  })
})

describe('the chair', () => {
  const round = 'chair: { members: [alice, bob, carol], start: 2026-11-30 }'

  it('goes round with each meeting that is held; before its start there is none', () => {
    expect(chairs(weekly(round), '2026-11-26..2026-12-11')).toEqual([
      null,
      'alice',
      'bob',
      'carol',
      'alice',
    ])
  })

  it('does not go on where a meeting is skipped', () => {
    expect(chairs(weekly(`${round}, skip: [2026-12-03]`), '2026-11-30..2026-12-11')).toEqual([
      'alice',
      'bob',
      'carol',
    ])
  })

  it('goes in the order in which they were due, though one is moved behind another', () => {
    const w = weekly(`${round}, move: [{ from: 2026-11-30, to: 2026-12-04 }]`)
    expect(chairs(w, '2026-11-30..2026-12-11')).toEqual(['bob', 'alice', 'carol', 'alice'])
  })

  it('is the next who is not away when the meeting really begins, in their own zone', () => {
    const people = `
    people:
      alice: {}
      bob: { timezone: Asia/Kathmandu, away: [2026-12-03] }
      carol: {}`
    expect(chairs(weekly(round, people), '2026-11-30..2026-12-11')).toEqual([
      'alice',
      'carol',
      'carol',
      'alice',
    ])
    // At 18:30 UTC it is the 4th in Kathmandu.
    const later = weekly(`${round}, move: [{ from: 2026-12-03, to: 2026-12-03 18:30 }]`, people)
    expect(chairs(later, '2026-11-30..2026-12-11')).toEqual(['alice', 'bob', 'carol', 'alice'])
  })

  it('keeps everybody else in their place where one is away, whenever that is said', () => {
    const asked = '2026-11-30..2027-03-01'
    const without = chairs(weekly(round, bobAway('')), asked)
    const away = chairs(weekly(round, bobAway('away: [2026-12-03]')), asked)
    expect(away.filter((who, i) => who !== without[i])).toEqual(['carol'])
    expect(away.indexOf('carol')).toBe(1)
  })

  it('is stood in for by somebody who takes part then', () => {
    const people = `
    people: { alice: { away: [2026-11-30] }, bob: {}, carol: {} }`
    const w = weekly(
      'chair: { members: [alice, { who: bob, from: 2026-12-03 }, carol], start: 2026-11-30 }',
      people,
    )
    expect(chairs(w, '2026-11-30..2026-12-11')).toEqual(['carol', 'bob', 'carol', 'alice'])
  })

  it('is another by an override, which beats the order and the absence and moves nobody', () => {
    const people = `
    people: { alice: {}, bob: { away: [2026-12-03] }, carol: {} }`
    const w = weekly(
      `chair: { members: [alice, bob, carol], start: 2026-11-30, overrides: [{ who: bob, on: 2026-12-03 }, { who: nobody, on: 2026-12-07..2026-12-08 }] }`,
      people,
    )
    expect(chairs(w, '2026-11-30..2026-12-15')).toEqual(['alice', 'bob', null, 'alice', 'bob'])
  })

  it('may be whoever is on call when it begins: the first of a pair', () => {
    const w = weekly(
      'chair: { on-call: primary, overrides: [{ who: erin, on: 2026-12-10 }] }',
      'rotations: { primary: { start: 2026-11-30 16:00, turn: 1 week, members: [[carol, bob], alice, nobody] } }',
    )
    expect(chairs(w, '2026-11-30..2026-12-22')).toEqual([
      'carol',
      'carol',
      'alice',
      'erin',
      null,
      null,
      'carol',
    ])
  })

  it('may be named without brackets and keys', () => {
    const w = weekly('start: 2026-11-30, chair: [alice, { who: bob, from: 2026-12-07 }]')
    expect(chairs(w, '2026-11-30..2026-12-11')).toEqual(['alice', 'alice', 'bob', 'alice'])
    expect(chairs(weekly('start: 2026-11-30, chair: bob'), '2026-11-30..2026-12-01')).toEqual([
      'bob',
    ])
  })

  it('is one of the roles, and each other goes round by itself', () => {
    const w = weekly(
      'start: 2026-11-30, roles: { chair: [alice, bob], scribe: { members: [bob, carol, dave], start: 2026-12-03 } }',
    )
    expect(
      held(w, '2026-11-30..2026-12-15').map(({ chair, roles }) => [chair, roles.get('scribe')]),
    ).toEqual([
      ['alice', null],
      ['bob', 'bob'],
      ['alice', 'carol'],
      ['bob', 'dave'],
      ['alice', 'bob'],
    ])
  })

  it('is nobody if all are away, and then goes on with whose turn it is', () => {
    const people = `
    people:
      alice: { away: [2026-12-03] }
      bob: { away: [2026-12-03] }
      carol: { away: [2026-12-03] }`
    expect(chairs(weekly(round, people), '2026-11-30..2026-12-08')).toEqual([
      'alice',
      null,
      'carol',
    ])
  })

  it('has members with dates, like a roster', () => {
    const w = weekly(
      'chair: { members: [alice, { who: bob, until: 2026-12-07 }, { who: carol, from: 2026-12-07 }], start: 2026-11-30 }',
    )
    expect(chairs(w, '2026-11-30..2026-12-15')).toEqual(['alice', 'bob', 'carol', 'alice', 'carol'])
  })

  it('holds those dates against when it was due, though it is moved', () => {
    const w = weekly(
      'chair: { members: [alice, { who: bob, until: 2026-12-07 }, carol], start: 2026-11-30 }, move: [{ from: 2026-12-03, to: 2026-12-08 }]',
    )
    expect(chairs(w, '2026-11-30..2026-12-11')).toEqual(['alice', 'carol', 'bob', 'alice'])
  })

  it('is the same whatever range is asked', () => {
    const w = weekly(`${round}, skip: [2026-12-10], move: [{ from: 2026-12-14, to: 2026-12-19 }]`)
    const all = held(w, '2026-11-30..2027-02-01')
    for (const one of all) {
      const meeting = w.meetings.get('infra') as Meeting
      expect(occurrencesOf(w, meeting, { start: one.start, end: one.start + 1 })).toContainEqual(
        one,
      )
    }
  })
})

describe('a change', () => {
  it('is true of what is due from its date on; what was before stays, and all that it does not say', () => {
    const w = changed('{ from: 2026-12-07, at: 14:00 }, { from: 2026-12-10, duration: 1 hour }')
    expect(
      held(w, '2026-11-30..2026-12-15').map(({ start, end }) => [instant(start), end - start]),
    ).toEqual([
      ['2026-11-30T16:00Z', 900_000],
      ['2026-12-03T16:00Z', 900_000],
      ['2026-12-07T14:00Z', 900_000],
      ['2026-12-10T14:00Z', 3_600_000],
      ['2026-12-14T14:00Z', 3_600_000],
    ])
  })

  it('may be written before an earlier one', () => {
    const w = changed('{ from: 2026-12-10, at: 12:00 }, { from: 2026-12-07, at: 14:00 }')
    expect(starts(w, '2026-12-03..2026-12-12')).toEqual([
      '12-03 16:00',
      '12-07 14:00',
      '12-10 12:00',
    ])
  })

  it('of the days, the zone and the place leaves the chair in their order', () => {
    const w = changed(
      '{ from: 2026-12-08, days: [tue, fri], timezone: Asia/Kathmandu, place: Room 1 }',
      'chair: [alice, bob, carol]',
    )
    expect(
      held(w, '2026-11-30..2026-12-16').map(({ start, chair, terms }) => [
        instant(start),
        chair,
        terms.where,
      ]),
    ).toEqual([
      ['2026-11-30T16:00Z', 'alice', undefined],
      ['2026-12-03T16:00Z', 'bob', undefined],
      ['2026-12-07T16:00Z', 'carol', undefined],
      ['2026-12-08T10:15Z', 'alice', 'Room 1'],
      ['2026-12-11T10:15Z', 'bob', 'Room 1'],
      ['2026-12-15T10:15Z', 'carol', 'Room 1'],
    ])
  })

  it('of `every` counts from the week of its own date', () => {
    const w = changed('{ from: 2026-12-10, every: 2 weeks }')
    expect(starts(w, '2026-12-01..2027-01-01')).toEqual([
      '12-03 16:00',
      '12-07 16:00',
      '12-10 16:00',
      '12-21 16:00',
      '12-24 16:00',
    ])
  })

  it('to days of the month comes every month, and `every` counts from the month of its date', () => {
    const w = changed(
      '{ from: 2026-12-05, days: first monday }, { from: 2027-02-10, every: 2 months }',
    )
    expect(starts(w, '2026-11-30..2027-07-01')).toEqual([
      '11-30 16:00',
      '12-03 16:00',
      '12-07 16:00',
      '01-04 16:00',
      '02-01 16:00',
      '04-05 16:00',
      '06-07 16:00',
    ])
  })

  it('of who comes is true from its date on', () => {
    const w = changed('{ from: 2026-12-03, attendees: [bob] }', 'attendees: alice')
    expect(held(w, '2026-11-30..2026-12-04').map(({ attendees }) => attendees)).toEqual([
      ['alice'],
      ['bob'],
    ])
  })

  it('a date alone in `move` keeps the time of day that was true when it was due', () => {
    const w = changed(
      '{ from: 2026-12-07, at: 14:00 }',
      'move: [{ from: 2026-12-03, to: 2026-12-08 }, { from: 2026-12-07, to: 2026-12-05 }]',
    )
    expect(starts(w, '2026-12-04..2026-12-09')).toEqual(['12-05 14:00', '12-08 16:00'])
  })

  it('to a zone far ahead may make one due before that of an earlier day: it comes first in the order', () => {
    const w = workspace(`
      meetings:
        infra:
          days: [mon, tue]
          at: 23:00
          timezone: Pacific/Honolulu
          duration: 15 minutes
          start: 2026-11-30
          chair: [alice, bob, carol]
          changes: { from: 2026-12-08, timezone: Pacific/Auckland, at: 08:00 }`)
    expect(
      held(w, '2026-11-30..2026-12-16').map(({ start, chair }) => [instant(start), chair]),
    ).toEqual([
      ['2026-12-01T09:00Z', 'alice'],
      ['2026-12-02T09:00Z', 'bob'],
      ['2026-12-07T19:00Z', 'carol'],
      ['2026-12-08T09:00Z', 'alice'],
      ['2026-12-13T19:00Z', 'bob'],
      ['2026-12-14T19:00Z', 'carol'],
    ])
  })
})

describe('where a zone has lost a day', () => {
  it('two are due on the day after, and a date that names them skips or moves both', () => {
    const asked = '2011-12-30..2012-01-03'
    expect(starts(daily('start: 2011-12-30'), asked)).toEqual([
      '12-31 02:00',
      '12-31 02:00',
      '01-01 02:00',
      '01-02 02:00',
    ])
    expect(starts(daily('start: 2011-12-30, skip: 2011-12-31'), asked)).toEqual([
      '01-01 02:00',
      '01-02 02:00',
    ])
    const moved = daily('start: 2011-12-30, move: { from: 2011-12-31, to: 2012-01-01 18:00 }')
    expect(starts(moved, asked)).toEqual([
      '01-01 02:00',
      '01-01 04:00',
      '01-01 04:00',
      '01-02 02:00',
    ])
  })
})

describe('attendees', () => {
  const people = `
    people:
      alice: {}
      bob: { until: 2026-12-03 16:00 }
      carol: { from: 2026-12-03 16:00 }
    rotations:
      primary: { start: 2026-11-30 16:00, turn: 1 week, members: [alice, [carol, bob]] }`
  const who = (more: string, day: string): readonly string[] =>
    held(weekly(more, people), `${day} 16:00..${day} 16:01`)[0]?.attendees ?? []

  it('are by default all who are in the team when it begins', () => {
    expect(who('', '2026-11-30')).toEqual(['alice', 'bob'])
    expect(who('attendees: everyone', '2026-12-03')).toEqual(['alice', 'carol'])
  })

  it('are whoever holds a rotation when it begins, and those named, each once', () => {
    expect(who('attendees: [{ on-call: primary }]', '2026-12-03')).toEqual(['alice'])
    expect(who('attendees: [bob, { on-call: primary }]', '2026-12-07')).toEqual(['bob', 'carol'])
  })
})

describe('far away', () => {
  it('a meeting of 2200 whose chair goes round since 1970 is found', () => {
    const w = weekly('start: 1970-01-01, chair: { members: [alice, bob], start: 1970-01-01 }')
    expect(held(w, '2200-12-29..2200-12-30')).toHaveLength(1)
    const meeting = w.meetings.get('infra') as Meeting
    expect(occurrencesOf(w, meeting, { start: -Infinity, end: time('1970-01-08') })).toHaveLength(2)
    expect(occurrencesOf(w, meeting, { start: time('2200-12-25'), end: Infinity })).toHaveLength(2)
  })
})
