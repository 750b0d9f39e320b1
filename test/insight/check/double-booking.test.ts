import { describe, expect, it } from '@jest/globals'
import { found, sentences } from './checking.ts'

const DAYS = '2026-11-30..2026-12-04'

const two = (secondary: string, more = ''): string => `
    rotations:
      primary: { start: 2026-11-30, turn: 1 day, members: [alice, bob] }
      secondary: { ${secondary} }
      ${more}`

describe('double-booking', () => {
  it('is silent where nobody holds two at once, though one goes straight from one to the other', () => {
    expect(found('double-booking', two('follows: primary'), DAYS)).toEqual([])
  })

  it('is one error a person and stretch', () => {
    expect(
      found('double-booking', two('start: 2026-11-30, turn: 1 day, members: [alice, carol]'), DAYS),
    ).toEqual([
      'error double-booking alice primary+secondary 2026-11-30T00:00Z > 2026-12-01T00:00Z',
      'error double-booking alice primary+secondary 2026-12-02T00:00Z > 2026-12-03T00:00Z',
    ])
  })

  it('over several shifts on end is one', () => {
    const one = 'start: 2026-11-30, turn: 12 hours, members: [bob]'
    expect(found('double-booking', two(one), DAYS)).toEqual([
      'error double-booking bob primary+secondary 2026-12-01T00:00Z > 2026-12-02T00:00Z',
      'error double-booking bob primary+secondary 2026-12-03T00:00Z > 2026-12-04T00:00Z',
    ])
  })

  it('names all the rotations of the stretch, in the order of the files, also where they take turns', () => {
    const yaml = two(
      'start: 2026-11-30, end: 2026-11-30 12:00, coverage: none, turn: 1 day, members: [alice]',
      'third: { start: 2026-11-30 12:00, end: 2026-11-30 18:00, coverage: none, turn: 1 day, members: [alice] }',
    )
    expect(found('double-booking', yaml, DAYS)).toEqual([
      'error double-booking alice primary+secondary+third 2026-11-30T00:00Z > 2026-11-30T18:00Z',
    ])
  })

  it('is cut at the range that is looked at', () => {
    expect(
      found(
        'double-booking',
        two('start: 2026-11-30, turn: 1 day, members: [alice, carol]'),
        '2026-11-30 12:00..2026-11-30 13:00',
      ),
    ).toEqual([
      'error double-booking alice primary+secondary 2026-11-30T12:00Z > 2026-11-30T13:00Z',
    ])
  })

  it('is of each who holds two, one by one', () => {
    const yaml = two('start: 2026-11-30, turn: 1 week, members: [[alice, bob]]')
    expect(found('double-booking', yaml, '2026-11-30..2026-12-02')).toEqual([
      'error double-booking alice primary+secondary 2026-11-30T00:00Z > 2026-12-01T00:00Z',
      'error double-booking bob primary+secondary 2026-12-01T00:00Z > 2026-12-02T00:00Z',
    ])
  })

  it('looks only at the rotations that were chosen', () => {
    const yaml = two('start: 2026-11-30, turn: 1 day, members: [alice, carol]')
    expect(found('double-booking', yaml, DAYS, ['primary'])).toEqual([])
  })

  it('an override that takes one of the two away ends it', () => {
    const yaml = two(
      'start: 2026-11-30, turn: 1 day, members: [alice, carol], overrides: [{ who: dave, instead_of: alice, on: 2026-11-30..2026-12-02 }]',
    )
    expect(found('double-booking', yaml, DAYS)).toEqual([])
  })

  it('points at the override that made it, and says when in the zone of the person', () => {
    const yaml = `
    people: { alice: { timezone: Asia/Kathmandu }, bob: {} }
    rotations:
      primary: { start: 2026-11-30, turn: 1 day, members: [alice, bob] }
      secondary:
        start: 2026-11-30
        turn: 1 day
        members: [bob, alice]
        overrides:
          - { who: alice, from: 2026-11-30 12:00, to: 2026-11-30 18:00 }`
    expect(sentences('double-booking', yaml, DAYS)).toMatchInlineSnapshot(`
     [
       "'alice' is on call for 'primary' and 'secondary' at once, from Mon 30 Nov 2026 17:45 to Mon 30 Nov 2026 23:45 (Asia/Kathmandu): let somebody else take one of them
         - { who: alice, from: 2026-11-30 12:00, to: 2026-11-30 18:00 }",
     ]
    `)
  })

  it('is none of a pair of rotations that may share people', () => {
    const secondary = 'start: 2026-11-30, turn: 1 day, members: [alice, carol]'
    const shared = (pairs: string, more = ''): string =>
      `${two(secondary, more)}\n    checks: { double-booking: { except: ${pairs} } }`
    expect(found('double-booking', shared('[[secondary, primary]]'), DAYS)).toEqual([])
    // With a third one, each of the pair is still one too many.
    const third = 'third: { start: 2026-11-30, turn: 1 day, members: [alice, bob] }'
    expect(found('double-booking', shared('[[primary, secondary]]', third), DAYS)[0]).toBe(
      'error double-booking alice primary+secondary+third 2026-11-30T00:00Z > 2026-12-01T00:00Z',
    )
    expect(
      found('double-booking', shared('[[primary, secondary], [primary, third]]', third), DAYS),
    ).toEqual([
      'error double-booking alice secondary+third 2026-11-30T00:00Z > 2026-12-01T00:00Z',
      'error double-booking alice secondary+third 2026-12-02T00:00Z > 2026-12-03T00:00Z',
    ])
  })
})
