import { describe, expect, it } from '@jest/globals'
import { found, sentences } from './checking.ts'

const MONTH = '2026-11-30..2026-12-28'

const team = (bob: string, rest: string): string => `
    people: { alice: {}, bob: { ${bob} } }
    ${rest}`

describe('not-in-team', () => {
  const weekly =
    'rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] } }'

  it('is silent for shifts that end just when somebody leaves, or begin when they come', () => {
    expect(found('not-in-team', team('until: 2026-12-28', weekly), MONTH)).toEqual([])
    expect(found('not-in-team', team('from: 2026-12-07', weekly), MONTH)).toEqual([])
  })

  it('is one error for each rotation and side of their time in the team', () => {
    expect(found('not-in-team', team('until: 2026-12-10', weekly), MONTH)).toEqual([
      'error not-in-team bob primary 2026-12-10T00:00Z > 2026-12-28T00:00Z',
    ])
    expect(
      found('not-in-team', team('from: 2026-12-10, until: 2026-12-27', weekly), MONTH),
    ).toEqual([
      'error not-in-team bob primary 2026-12-07T00:00Z > 2026-12-10T00:00Z',
      'error not-in-team bob primary 2026-12-27T00:00Z > 2026-12-28T00:00Z',
    ])
  })

  it('is silent where the roster has the same date', () => {
    const dated =
      'rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice, { who: bob, until: 2026-12-14 }] } }'
    expect(found('not-in-team', team('until: 2026-12-14', dated), MONTH)).toEqual([])
  })

  it('reads the date of a person in their own zone', () => {
    expect(
      found('not-in-team', team('timezone: Asia/Kathmandu, until: 2026-12-28', weekly), MONTH),
    ).toEqual(['error not-in-team bob primary 2026-12-27T18:15Z > 2026-12-28T00:00Z'])
  })

  it('is also for who leads a meeting', () => {
    const meeting = `
    meetings:
      infra:
        days: mon
        at: 16:00
        duration: 15 minutes
        chair: { members: [alice, bob], start: 2026-11-30 }`
    expect(found('not-in-team', team('until: 2026-12-14', meeting), MONTH)).toEqual([
      'error not-in-team bob infra 2026-12-21T16:00Z > 2026-12-21T16:15Z',
    ])
    expect(found('not-in-team', team('until: 2026-12-22', meeting), MONTH)).toEqual([])
  })

  it('is said once for whoever leads a meeting often, from the first to the last, each side apart', () => {
    const yaml = `
    people: { alice: {}, bob: { from: 2026-12-08, until: 2026-12-15 } }
    meetings:
      infra: { days: [mon, thu], at: 16:00, duration: 1 hour, chair: { members: [bob], start: 2026-11-30 } }
      other: { days: wed, at: 12:00, duration: 1 hour, chair: { members: [alice, bob], start: 2026-11-30 } }`
    expect(sentences('not-in-team', yaml, MONTH)).toMatchInlineSnapshot(`
     [
       "'bob' chairs 'infra' 3 times from Mon 30 Nov 2026 16:00 to Mon 7 Dec 2026 17:00 (UTC), before they come to the team (Tue 8 Dec 2026 00:00): give their entry under 'chair' the same date
         infra: { days: [mon, thu], at: 16:00, duration: 1 hour, chair: { members: [bob], start: 2026-11-30 } }",
       "'bob' chairs 'infra' 3 times from Thu 17 Dec 2026 16:00 to Thu 24 Dec 2026 17:00 (UTC), after they left the team (Tue 15 Dec 2026 00:00): give their entry under 'chair' the same date
         infra: { days: [mon, thu], at: 16:00, duration: 1 hour, chair: { members: [bob], start: 2026-11-30 } }",
       "'bob' chairs 'other' on Wed 23 Dec 2026 12:00 (UTC), after they left the team (Tue 15 Dec 2026 00:00): give their entry under 'chair' the same date
         other: { days: wed, at: 12:00, duration: 1 hour, chair: { members: [alice, bob], start: 2026-11-30 } }",
     ]
    `)
  })

  it('reports each role of a meeting, with where it is said', () => {
    const yaml = `
    people: { alice: {}, bob: { until: 2026-12-10 } }
    rotations:
      primary: { start: 2026-11-30, turn: 1 week, members: [alice], overrides: [{ who: bob, on: 2026-12-14 }] }
    meetings:
      infra: { days: mon, at: 16:00, duration: 1 hour, start: 2026-11-30, chair: { members: [alice], overrides: [{ who: bob, on: 2026-12-21 }] }, roles: { scribe: [alice, bob], host: { on-call: primary } } }`
    expect(sentences('not-in-team', yaml, MONTH).filter((text) => text.includes('infra')))
      .toMatchInlineSnapshot(`
     [
       "'bob' is host of 'infra' on Mon 14 Dec 2026 16:00 (UTC), after they left the team (Thu 10 Dec 2026 00:00): put an override into 'primary', or into the role
         infra: { days: mon, at: 16:00, duration: 1 hour, start: 2026-11-30, chair: { members: [alice], overrides: [{ who: bob, on: 2026-12-21 }] }, roles: { scribe: [alice, bob], host: { on-call: primary } } }",
       "'bob' chairs 'infra' on Mon 21 Dec 2026 16:00 (UTC), after they left the team (Thu 10 Dec 2026 00:00): name somebody else in its 'overrides'
         infra: { days: mon, at: 16:00, duration: 1 hour, start: 2026-11-30, chair: { members: [alice], overrides: [{ who: bob, on: 2026-12-21 }] }, roles: { scribe: [alice, bob], host: { on-call: primary } } }",
       "'bob' is scribe of 'infra' on Mon 21 Dec 2026 16:00 (UTC), after they left the team (Thu 10 Dec 2026 00:00): give their entry under 'scribe' the same date
         infra: { days: mon, at: 16:00, duration: 1 hour, start: 2026-11-30, chair: { members: [alice], overrides: [{ who: bob, on: 2026-12-21 }] }, roles: { scribe: [alice, bob], host: { on-call: primary } } }",
     ]
    `)
  })

  it('says where the entry stands, or the override', () => {
    const yaml = `
    people: { alice: {}, bob: { from: 2026-12-01 12:00, until: 2026-12-20 } }
    rotations:
      primary:
        start: 2026-11-30
        turn: 1 week
        members:
          - alice
          - bob
        overrides:
          - { who: bob, on: 2026-12-01 }`
    expect(sentences('not-in-team', yaml, MONTH)).toMatchInlineSnapshot(`
     [
       "'bob' is on call for 'primary' from Tue 1 Dec 2026 00:00 to Tue 1 Dec 2026 12:00 (UTC), before they come to the team (Tue 1 Dec 2026 12:00): give their entry in the roster the same 'from', or add an override
         - { who: bob, on: 2026-12-01 }",
       "'bob' is on call for 'primary' from Mon 21 Dec 2026 00:00 to Mon 28 Dec 2026 00:00 (UTC), after they left the team (Sun 20 Dec 2026 00:00): give their entry in the roster the same 'until', or add an override
         - bob",
     ]
    `)
  })
})
