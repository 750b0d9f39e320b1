import { describe, expect, it } from '@jest/globals'
import { found, sentences } from './checking.ts'

const MONTH = '2026-11-30..2026-12-28'

const away = (bob: string, overrides = '[]'): string => `
    people: { alice: {}, bob: { ${bob} } }
    rotations:
      primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob], overrides: ${overrides} }`

describe('away-on-call', () => {
  it('is silent for an absence that ends where a shift begins, or begins where it ends', () => {
    expect(
      found('away-on-call', away('away: [2026-11-30..2026-12-06, 2026-12-14..2026-12-20]'), MONTH),
    ).toEqual([])
  })

  it('is one warning an absence, however many shifts lie in it', () => {
    expect(found('away-on-call', away('away: [2026-12-01..2026-12-31]'), MONTH)).toEqual([
      'warning away-on-call bob primary 2026-12-07T00:00Z > 2026-12-28T00:00Z',
    ])
    expect(found('away-on-call', away('away: [2026-12-08, 2026-12-10]'), MONTH)).toEqual([
      'warning away-on-call bob primary 2026-12-08T00:00Z > 2026-12-09T00:00Z',
      'warning away-on-call bob primary 2026-12-10T00:00Z > 2026-12-11T00:00Z',
    ])
  })

  it('is in the zone of the person', () => {
    expect(
      found('away-on-call', away('timezone: Pacific/Chatham, away: [2026-12-14]'), MONTH),
    ).toEqual(['warning away-on-call bob primary 2026-12-13T10:15Z > 2026-12-14T00:00Z'])
  })

  it('is gone where an override found somebody else', () => {
    const swap = '[{ who: alice, instead_of: bob, from: 2026-12-08, to: 2026-12-09 }]'
    expect(found('away-on-call', away('away: [2026-12-08]', swap), MONTH)).toEqual([])
  })

  it('may be turned off', () => {
    expect(
      found(
        'away-on-call',
        `${away('away: [2026-12-08]')}\n    checks: { away-on-call: off }`,
        MONTH,
      ),
    ).toEqual([])
  })

  it('says the reason, and points at the absence', () => {
    const yaml = `
    people:
      alice: {}
      bob:
        away:
          - { from: 2026-12-08 12:00, to: 2026-12-22 18:00, why: conference }
    rotations:
      primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }`
    expect(sentences('away-on-call', yaml, MONTH)).toMatchInlineSnapshot(`
     [
       "'bob' is on call for 'primary' 2 times from Tue 8 Dec 2026 12:00 to Tue 22 Dec 2026 18:00 (UTC) but away (conference): find somebody who takes it, or add an override
         - { from: 2026-12-08 12:00, to: 2026-12-22 18:00, why: conference }",
     ]
    `)
  })
})
