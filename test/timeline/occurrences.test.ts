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
      'alice',
      'bob',
    ])
    // At 18:30 UTC it is the 4th in Kathmandu.
    const later = weekly(`${round}, move: [{ from: 2026-12-03, to: 2026-12-03 18:30 }]`, people)
    expect(chairs(later, '2026-11-30..2026-12-11')).toEqual(['alice', 'bob', 'carol', 'alice'])
  })

  it('is nobody if all are away, and then goes on after the last', () => {
    const people = `
    people:
      alice: { away: [2026-12-03] }
      bob: { away: [2026-12-03] }
      carol: { away: [2026-12-03] }`
    expect(chairs(weekly(round, people), '2026-11-30..2026-12-08')).toEqual(['alice', null, 'bob'])
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
