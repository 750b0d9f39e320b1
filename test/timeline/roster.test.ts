import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { DAY } from '../../src/time/instant.ts'
import { writeDay } from '../../src/time/wall.ts'
import type { Moment } from '../../src/time/written.ts'
import type { Member } from '../../src/model/rotation.ts'
import { timelineOf } from '../../src/timeline/rotation.ts'
import { Roster } from '../../src/timeline/roster.ts'
import { picture, range, rotation, time, workspace } from './picture.ts'

/** Daily turns from Monday 2026-11-30, as a picture of so many days. */
function daily(members: string, days = 10): string {
  const w = workspace(`
    rotations:
      primary: { start: 2026-11-30, turn: 1 day, members: ${members.replaceAll('\n', ' ')} }`)
  return picture(w, 'primary', `2026-11-30..${writeDay(time('2026-11-30') / DAY + days)}`)
}

describe('the roster of a turn', () => {
  it('with no dates it is plain round robin', () => {
    expect(daily('[alice, bob, carol]', 7)).toBe(
      'alice | bob | carol | alice | bob | carol | alice',
    )
  })

  it('a pair takes one turn together, and nobody is a turn left empty', () => {
    expect(daily('[[alice, bob], carol, nobody]', 4)).toBe('alice+bob | carol | - | alice+bob')
  })

  it('a person may be listed more than once', () => {
    expect(daily('[alice, bob, alice, carol]', 5)).toBe('alice | bob | alice | carol | alice')
  })

  it('who joins takes the first turn after the place before them, and moves nobody before', () => {
    expect(daily('[alice, bob, { who: carol, from: 2026-12-04 }]', 8)).toBe(
      'alice | bob | alice | bob | carol | alice | bob | carol',
    )
    expect(daily('[alice, { who: carol, from: 2026-12-04 }, bob]', 8)).toBe(
      'alice | bob | alice | bob | alice | carol | bob | alice',
    )
  })

  it('from and until are held against the beginning of a turn: from counts, until does not', () => {
    expect(daily('[{ who: alice, from: 2026-12-01 }, bob]', 4)).toBe('bob | alice | bob | alice')
    expect(daily('[alice, { who: bob, until: 2026-12-01 }]', 4)).toBe(
      'alice | alice | alice | alice',
    )
    expect(daily('[alice, { who: bob, from: 2026-12-01 00:01 }]', 4)).toBe(
      'alice | alice | bob | alice',
    )
  })

  it('who leaves keeps the turn under way, and the next one is after their place', () => {
    expect(daily('[alice, { who: bob, until: 2026-12-01 12:00 }, carol]', 6)).toBe(
      'alice | bob | carol | alice | carol | alice',
    )
  })

  it('turn 0 is the first of those who take part then', () => {
    expect(daily('[{ who: alice, from: 2026-12-02 }, bob, carol]', 5)).toBe(
      'bob | carol | alice | bob | carol',
    )
  })

  it('before there is a first holder it is the first of the roster; an empty roster holds nothing', () => {
    expect(daily('[{ who: alice, from: 2026-12-03 }, { who: bob, from: 2026-12-02 }]', 5)).toBe(
      '- | bob | alice | bob',
    )
  })

  it('after an empty time it goes on after the last holder', () => {
    const members = `[
      { who: alice, until: 2026-12-02 }, { who: bob, until: 2026-12-02 },
      { who: alice, from: 2026-12-04 }, { who: bob, from: 2026-12-04 }]`
    expect(daily(members, 7)).toBe('alice | bob | - | alice | bob | alice')
  })

  it('who leaves and returns is listed twice in the same place', () => {
    const members = `[alice,
      { who: bob, until: 2026-12-03 }, { who: bob, from: 2026-12-07 }, carol]`
    expect(daily(members, 12)).toBe(
      'alice | bob | carol | alice | carol | alice | carol | alice | bob | carol | alice | bob',
    )
  })

  it('the dates of a roster are read in the zone of the layer', () => {
    const w = workspace(`
      rotations:
        primary:
          timezone: Pacific/Chatham
          start: 2026-11-30
          turn: 1 day
          members: [alice, { who: bob, from: 2026-12-01 }]`)
    expect(picture(w, 'primary', '2026-11-30..2026-12-03')).toBe('alice | bob | alice')
  })

  it("two handoffs that Apia's lost day puts at one instant have the same roster", () => {
    const w = workspace(`
      rotations:
        primary:
          timezone: Pacific/Apia
          start: 2011-12-28
          turn: 1 day
          members: [alice, bob, { who: carol, from: 2011-12-31 }]`)
    // The 30th is carol's, and does not exist.
    expect(picture(w, 'primary', '2011-12-28..2012-01-03')).toBe(
      'alice | bob | alice | bob | carol',
    )
  })
})

const turns = { startOf: (turn: number) => turn * DAY, at: (at: number) => Math.floor(at / DAY) }

const moment = (day: number): Moment => ({ wall: day * DAY, instant: day * DAY })

const aMember = fc
  .record({
    id: fc.constantFrom('alice', 'bob', 'carol', 'dave'),
    from: fc.option(fc.integer({ min: -5, max: 60 }), { nil: undefined }),
    days: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  })
  .map(({ id, from, days }): Member => {
    return {
      people: [id],
      ...(from !== undefined && { from: moment(from) }),
      ...(days !== undefined && { until: moment((from ?? 0) + days) }),
      place: { source: { path: '', text: '' }, from: 0, to: 0 },
    }
  })

/** The sentence of the specification, step by step. */
function* stepping(members: readonly Member[]): Generator<Member | undefined> {
  let last = -1
  for (let turn = 0; ; turn += 1) {
    const begins = turn * DAY
    const takesPart = ({ from, until }: Member): boolean =>
      (from?.instant ?? -Infinity) <= begins && begins < (until?.instant ?? Infinity)
    const after = members.findIndex((member, place) => place > last && takesPart(member))
    const place = after < 0 ? members.findIndex(takesPart) : after
    if (place >= 0) last = place
    yield members[place]
  }
}

describe('holders by arithmetic', () => {
  it('are those that stepping from turn to turn finds', () => {
    fc.assert(
      fc.property(fc.array(aMember, { minLength: 1, maxLength: 7 }), (members) => {
        const roster = new Roster(members, turns)
        const steps = stepping(members)
        for (let turn = 0; turn < 150; turn += 1) {
          expect(roster.holderOf(turn)).toBe(steps.next().value)
        }
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  it('a member with a date, put in anywhere, changes nothing before it nor the turn under way', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('alice', 'bob', 'carol', 'dave', 'nobody'), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.nat(6),
        fc.integer({ min: 0, max: 20 * 24 }),
        fc.integer({ min: 1, max: 5 }),
        (members, place, hours, length) => {
          const from = time('2026-11-30') + hours * 60 * 60 * 1000
          const date = new Date(from).toISOString().slice(0, 16)
          const listed: string[] = [...members]
          listed.splice(place, 0, `{ who: erin, from: ${date} }`)
          const made = (list: readonly string[]): ReturnType<typeof workspace> =>
            workspace(`
              rotations:
                primary: { start: 2026-11-30, turn: ${length} days, members: [${list.join(', ')}] }`)
          // The first handoff at or after the date.
          const turn = Math.ceil((from - time('2026-11-30')) / (length * DAY))
          const within = {
            start: time('2026-11-30'),
            end: time('2026-11-30') + turn * length * DAY,
          }
          if (within.end === within.start) return
          const who = (list: readonly string[]): unknown[] =>
            timelineOf(rotation(made(list)), within).map(({ start, end, people }) => [
              start,
              end,
              people,
            ])
          expect(who(listed)).toEqual(who(members))
        },
      ),
      { seed: 4, numRuns: 150 },
    )
  })

  it('hundreds of dated members are as quick as a few', () => {
    const members = Array.from({ length: 400 }, (_, i) => {
      const day = time('2026-11-30') / DAY + i
      return `{ who: ${['alice', 'bob', 'carol'][i % 3]}, from: ${writeDay(day)}, until: ${writeDay(day + 30)} }`
    })
    const w = workspace(`
      rotations:
        primary: { start: 2026-11-30, turn: 1 day, members: [${members.join(', ')}] }`)
    expect(timelineOf(rotation(w), range('2026-11-30..2028-06-01'))).toHaveLength(429)
  })
})
