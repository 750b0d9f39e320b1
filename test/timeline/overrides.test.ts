import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { DAY, HOUR } from '../../src/time/instant.ts'
import { writeUtc } from '../../src/time/wall.ts'
import { onCallAt, sayingAt, timelineOf } from '../../src/timeline/rotation.ts'
import { shiftsOf } from '../../src/timeline/shifts.ts'
import { picture, range, rotation, shifts, time, workspace } from './picture.ts'

/** Daily turns of alice and bob from Monday 2026-11-30. */
const with_ = (overrides: string, members = '[alice, bob]'): ReturnType<typeof workspace> =>
  workspace(`
    rotations:
      primary:
        layers: [{ start: 2026-11-30, turn: 1 day, members: ${members} }]
        overrides: ${overrides}`)

const DAYS = '2026-11-30..2026-12-04'

describe('an override', () => {
  it('names whom it replaces, and touches nobody else', () => {
    const w = with_('[{ who: carol, instead_of: bob, from: 2026-11-30, to: 2026-12-02 }]')
    expect(picture(w, 'primary', '2026-11-30..2026-12-03')).toBe('alice | carol | alice')
  })

  it('with `who` alone replaces whoever is there, as one shift from its beginning to its end', () => {
    const w = with_('[{ who: carol, from: 2026-11-30 12:00, to: 2026-12-02 12:00 }]')
    expect(shifts(w, 'primary', '2026-12-01..2026-12-02')).toEqual([
      '2026-11-30T12:00Z > 2026-12-02T12:00Z carol*',
    ])
    expect(picture(w, 'primary', DAYS)).toBe('alice | carol | alice | bob')
  })

  it('with `who` alone fills a gap', () => {
    const w = with_('[{ who: carol, from: 2026-11-28, to: 2026-11-29 }]')
    expect(picture(w, 'primary', '2026-11-27..2026-12-01')).toBe('- | carol | - | alice')
  })

  it('`who: nobody` empties', () => {
    const w = with_('[{ who: nobody, on: 2026-12-01 }]')
    expect(picture(w, 'primary', DAYS)).toBe('alice | - | alice | bob')
  })

  it('`add` puts somebody beside whoever is there, in listed order and each once, and fills a gap', () => {
    const w = with_('[{ add: [carol, bob], from: 2026-11-29, to: 2026-12-02 }]')
    expect(shifts(w, 'primary', '2026-11-28..2026-12-03')).toEqual([
      '2026-11-29T00:00Z > 2026-11-30T00:00Z carol+bob*',
      '2026-11-30T00:00Z > 2026-12-01T00:00Z alice+carol+bob (1/0)*',
      '2026-12-01T00:00Z > 2026-12-02T00:00Z bob+carol (1/1)*',
      '2026-12-02T00:00Z > 2026-12-03T00:00Z alice (1/2)',
    ])
  })

  it('`instead_of` puts several in the place of one of a pair', () => {
    const w = with_(
      '[{ who: [carol, dave], instead_of: alice, on: 2026-11-30 }]',
      '[[alice, bob], erin]',
    )
    expect(picture(w, 'primary', DAYS)).toBe('carol+dave+bob | erin | alice+bob | erin')
  })

  it('`who: nobody` with `instead_of` takes one out of a pair, or empties the turn of one', () => {
    const w = with_(
      '[{ who: nobody, instead_of: alice, on: 2026-11-30..2026-12-03 }]',
      '[[alice, bob], alice]',
    )
    expect(picture(w, 'primary', DAYS)).toBe('bob | - | bob | -')
  })

  it('`instead_of` in the place of somebody who is there already leaves them once', () => {
    const w = with_('[{ who: bob, instead_of: alice, on: 2026-11-30 }]', '[[alice, bob], carol]')
    expect(picture(w, 'primary', '2026-11-30..2026-12-01')).toBe('bob')
  })

  it('`on` means whole days of the zone of the rotation, the last included', () => {
    const w = workspace(`
      rotations:
        primary:
          timezone: Africa/Cairo
          start: 2026-04-20
          turn: 1 week
          members: [alice]
          overrides: [{ who: bob, on: 2026-04-23..2026-04-24 }]`)
    // The night of the 23rd to the 24th has no midnight.
    expect(shifts(w, 'primary', '2026-04-23..2026-04-24 12:00')).toEqual([
      '2026-04-22T22:00Z > 2026-04-24T21:00Z bob*',
    ])
  })

  it('a part of a turn that is left is a shift of that turn', () => {
    const w = with_('[{ who: carol, from: 2026-11-30 08:00, to: 2026-11-30 10:00 }]')
    expect(shifts(w, 'primary', '2026-11-30 09:00..2026-11-30 11:00')).toEqual([
      '2026-11-30T08:00Z > 2026-11-30T10:00Z carol*',
      '2026-11-30T10:00Z > 2026-12-01T00:00Z alice (1/0)',
    ])
  })
})

describe('overrides apply in listed order', () => {
  it('a later one lies over an earlier one', () => {
    const w = with_('[{ who: carol, on: 2026-11-30..2026-12-02 }, { who: dave, on: 2026-12-01 }]')
    expect(picture(w, 'primary', DAYS)).toBe('carol | dave | carol | bob')
    const turned = with_(
      '[{ who: dave, on: 2026-12-01 }, { who: carol, on: 2026-11-30..2026-12-02 }]',
    )
    expect(picture(turned, 'primary', DAYS)).toBe('carol | bob')
  })

  it('`instead_of` looks at who is on call at that point', () => {
    const w = with_(
      '[{ who: carol, on: 2026-11-30 }, { who: dave, instead_of: carol, on: 2026-11-30 }, { who: erin, instead_of: alice, on: 2026-11-30 }]',
    )
    expect(picture(w, 'primary', '2026-11-30..2026-12-01')).toBe('dave')
  })

  it('two people swap by two of them', () => {
    const w = with_(
      '[{ who: bob, instead_of: alice, on: 2026-11-30 }, { who: alice, instead_of: bob, on: 2026-12-01 }]',
    )
    expect(picture(w, 'primary', DAYS)).toBe('bob | alice | alice | bob')
  })

  it('an `add` over what `nobody` emptied stands alone, without layer and turn', () => {
    const w = with_('[{ who: nobody, on: 2026-11-30 }, { add: carol, on: 2026-11-30 }]')
    expect(shifts(w, 'primary', '2026-11-30..2026-12-01')).toEqual([
      '2026-11-30T00:00Z > 2026-12-01T00:00Z carol**',
    ])
  })

  it("the rotation's own come first, then those of the top level, files in order of path", () => {
    const w = workspace(`
      overrides:
        - { rotation: [primary, secondary], who: carol, on: 2026-11-30 }
        - { rotation: primary, who: dave, instead_of: carol, from: 2026-11-30 12:00, to: 2026-12-01 }
      rotations:
        primary:
          layers: [{ start: 2026-11-30, turn: 1 day, members: [alice, bob] }]
          overrides: [{ who: erin, on: 2026-11-30..2026-12-01 }]
        secondary: { start: 2026-11-30, turn: 1 day, members: [bob, alice] }`)
    expect(picture(w, 'primary', DAYS)).toBe('carol | dave | erin | alice | bob')
    expect(picture(w, 'secondary', DAYS)).toBe('carol | alice | bob | alice')
  })

  it('a shift changes where the overrides at work do, though the people are the same', () => {
    const w = with_(
      '[{ add: carol, on: 2026-11-30 }, { add: carol, from: 2026-11-30 12:00, to: 2026-12-01 }]',
    )
    expect(shifts(w, 'primary', '2026-11-30..2026-12-01')).toEqual([
      '2026-11-30T00:00Z > 2026-11-30T12:00Z alice+carol (1/0)*',
      '2026-11-30T12:00Z > 2026-12-01T00:00Z alice+carol (1/0)**',
    ])
  })

  it('an `instead_of` that meets nobody is not at work', () => {
    const w = with_('[{ who: carol, instead_of: dave, on: 2026-11-30 }]')
    expect(shifts(w, 'primary', '2026-11-30..2026-12-01')).toEqual([
      '2026-11-30T00:00Z > 2026-12-01T00:00Z alice (1/0)',
    ])
  })
})

const anOverride = fc
  .record({
    kind: fc.constantFrom('who', 'add', 'instead_of bob', 'instead_of alice'),
    who: fc.constantFrom('carol', 'dave', '[carol, erin]', 'nobody'),
    start: fc.nat(72),
    length: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ kind, who, start, length }) => {
    const from = writeUtc(time('2026-11-30') + start * HOUR)
    const to = writeUtc(time('2026-11-30') + (start + length) * HOUR)
    const [first = '', other] = kind.split(' ')
    const verb = first === 'add' && who !== 'nobody' ? 'add' : 'who'
    return `{ ${verb}: ${who}${other ? `, instead_of: ${other}` : ''}, from: ${from}, to: ${to} }`
  })

/** One override after the other at one instant, as the specification says it. */
function applied(w: ReturnType<typeof workspace>, at: number): string[] {
  let people =
    at < time('2026-11-30')
      ? []
      : [Math.floor((at - time('2026-11-30')) / DAY) % 2 ? 'bob' : 'alice']
  for (const { start, end, kind, insteadOf, people: who } of rotation(w).overrides) {
    if (at < start || at >= end) continue
    if (kind === 'add') people = [...people, ...who]
    else if (insteadOf === undefined) people = [...who]
    else people = people.flatMap((each) => (each === insteadOf ? who : [each]))
    people = [...new Set(people)]
  }
  return people
}

describe('many overrides', () => {
  it('are what applying each in turn gives at every instant, by timeline and by question', () => {
    fc.assert(
      fc.property(fc.array(anOverride, { maxLength: 12 }), (overrides) => {
        const w = with_(`[${overrides.join(', ')}]`)
        const primary = rotation(w)
        const within = { start: time('2026-11-29'), end: time('2026-12-06') }
        const timeline = timelineOf(primary, within)
        for (let at = within.start; at < within.end; at += HOUR) {
          const span = timeline.find(({ start, end }) => start <= at && at < end)
          const people = applied(w, at)
          expect([
            span?.people ?? [],
            onCallAt(primary, at),
            sayingAt(primary, at).overrides,
          ]).toEqual([people, people, span?.overrides ?? []])
        }
      }),
      { seed: 8, numRuns: 60 },
    )
  })

  it('ten thousand of them on one rotation are all found', () => {
    const [one] = rotation(with_('[{ who: carol, on: 2026-11-30 }]')).overrides
    if (one === undefined) throw new Error('the override is missing')
    const overrides = Array.from({ length: 10_000 }, (_, i) => {
      const start = time('2026-01-01') + i * 50 * 60_000
      return { ...one, start, end: start + HOUR, people: [i % 2 ? 'carol' : 'dave'] }
    })
    const primary = { ...rotation(with_('[]')), overrides }
    expect(shiftsOf(primary, range('2026-01-01..2026-02-01'))).toHaveLength(893)
    expect(shiftsOf(primary, range('2026-01-01..2027-01-01'))).toHaveLength(10_018)
    expect(onCallAt(primary, time('2026-06-01T00:30Z'))).toEqual(['carol'])
  })

  it('a thousand that all lie over each other are as quick to go through', () => {
    const [one] = rotation(with_('[{ who: carol, on: 2026-11-30 }]')).overrides
    if (one === undefined) throw new Error('the override is missing')
    const overrides = Array.from({ length: 1000 }, (_, i) => ({
      ...one,
      start: time('2026-01-01') + i * HOUR,
      end: time('2027-01-01') - i * HOUR,
    }))
    const primary = { ...rotation(with_('[]')), overrides }
    expect(shiftsOf(primary, range('2026-01-01..2027-01-01'))).toHaveLength(1999)
  })
})
