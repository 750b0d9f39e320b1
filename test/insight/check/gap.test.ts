import { describe, expect, it } from '@jest/globals'
import { found, sentences } from './checking.ts'

const WEEK = '2026-11-30..2026-12-07'

/** One rotation, as flow YAML. */
const gaps = (primary: string, text = WEEK): string[] =>
  found('gap', `rotations: { primary: { ${primary} } }`, text)

describe('gap', () => {
  it('is silent where somebody always is', () => {
    expect(gaps('start: 2026-11-30, turn: 1 day, members: [alice, bob]')).toEqual([])
  })

  it('is one error for each longest stretch that nobody holds', () => {
    expect(
      gaps(
        'start: 2026-11-01, turn: 1 week, members: [alice], during: { days: mon-thu, from: 00:00, to: 24:00 }',
      ),
    ).toEqual(['error gap primary 2026-12-04T00:00Z > 2026-12-07T00:00Z'])
  })

  it('after the last end is an error, before the first start a warning', () => {
    const layer = '{ start: 2026-12-02, end: 2026-12-04, turn: 1 week, members: [alice] }'
    expect(gaps(`layers: [${layer}]`)).toEqual([
      'warning gap primary 2026-11-30T00:00Z > 2026-12-02T00:00Z',
      'error gap primary 2026-12-04T00:00Z > 2026-12-07T00:00Z',
    ])
  })

  it('there is none once the rotation is over', () => {
    expect(gaps('start: 2026-11-30, end: 2026-12-04, turn: 1 week, members: [alice]')).toEqual([])
  })

  it('by `nobody`, in a turn or in an override, is a warning', () => {
    expect(
      gaps(
        'start: 2026-11-30, turn: 1 day, members: [alice, bob, nobody], overrides: [{ who: nobody, on: 2026-12-04 }]',
      ),
    ).toEqual([
      'warning gap primary 2026-12-02T00:00Z > 2026-12-03T00:00Z',
      'warning gap primary 2026-12-04T00:00Z > 2026-12-06T00:00Z',
    ])
  })

  it('of which a part is neither is one error', () => {
    expect(
      gaps(
        'layers: [{ start: 2026-11-30, end: 2026-12-05, turn: 2 days, members: [alice, bob, nobody] }]',
      ),
    ).toEqual(['error gap primary 2026-12-04T00:00Z > 2026-12-07T00:00Z'])
    // Before the first start, and then a window that is not open yet.
    expect(
      gaps(
        'start: 2026-12-02, turn: 1 week, members: [alice], during: { from: 12:00, to: 24:00 }',
        '2026-11-30..2026-12-03',
      ),
    ).toEqual(['error gap primary 2026-11-30T00:00Z > 2026-12-02T12:00Z'])
  })

  it('before the first start and then by nobody is one warning', () => {
    expect(
      gaps('start: 2026-12-02, turn: 1 day, members: [nobody, alice]', '2026-11-30..2026-12-04'),
    ).toEqual(['warning gap primary 2026-11-30T00:00Z > 2026-12-03T00:00Z'])
  })

  it('of a rotation without layers and without overrides is an error', () => {
    expect(gaps('')).toEqual(['error gap primary 2026-11-30T00:00Z > 2026-12-07T00:00Z'])
    expect(gaps('overrides: [{ who: alice, on: 2026-11-30..2026-12-06 }]')).toEqual([])
  })

  it('outside coverage is none', () => {
    const half =
      'start: 2026-11-01, turn: 1 week, members: [alice], during: { from: 09:00, to: 17:00 }'
    expect(gaps(`${half}, coverage: { from: 09:00, to: 17:00 }`)).toEqual([])
    expect(gaps(`${half}, coverage: none`)).toEqual([])
    expect(gaps(`${half}, coverage: { days: mon, from: 09:00, to: 17:30 }`)).toEqual([
      'error gap primary 2026-11-30T17:00Z > 2026-11-30T17:30Z',
    ])
  })

  it('where an empty roster is, or everybody has left, is an error', () => {
    expect(
      gaps('start: 2026-11-30, turn: 1 day, members: [{ who: alice, until: 2026-12-03 }]'),
    ).toEqual(['error gap primary 2026-12-03T00:00Z > 2026-12-07T00:00Z'])
  })

  it('may be turned off, for all', () => {
    expect(found('gap', '{ rotations: { primary: {} }, checks: { gap: off } }', WEEK)).toEqual([])
  })

  it('says when, in the zone of the rotation, and the way out', () => {
    const yaml = `
    rotations:
      primary:
        timezone: Asia/Kathmandu
        start: 2026-11-01
        turn: 1 day
        members: [alice]
        overrides: [{ who: nobody, on: 2026-12-02 }]`
    expect(sentences('gap', yaml, WEEK)).toMatchInlineSnapshot(`
     [
       "nobody is on call for 'primary' from Wed 2 Dec 2026 00:00 to Thu 3 Dec 2026 00:00 (Asia/Kathmandu): on purpose, by 'nobody' or before the first start; 'coverage' can say so
         primary:",
     ]
    `)
  })
})
