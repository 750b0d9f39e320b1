/** Pins the oracle with examples worked out by hand from DESIGN section 3. */

import { describe, expect, it } from '@jest/globals'
import { FAILSAFE_SCHEMA, load } from 'js-yaml'

import { naiveGaps, naiveMeetings, naiveShifts, naiveWho } from './naive.ts'
import type { Doc, LayerDoc, OverrideDoc } from './naive.ts'
import { randomWorkspace } from './random.ts'

const t = (text: string): number => Date.parse(text.length > 10 ? `${text}:00Z` : `${text}T00:00Z`)

/** One rotation with one layer, in a zone. */
function one(zone: string, layer: LayerDoc, overrides: OverrideDoc[] = []): Doc {
  return { timezone: zone, rotations: { primary: { layers: [layer], overrides } } }
}

/** `start > end layer/turn people`, a `*` where an override is at work. */
function told(doc: Doc, from: string, to: string, rotation = 'primary'): string[] {
  return naiveShifts(doc, t(from), t(to))
    .shifts.filter((s) => s.rotation === rotation)
    .map((s) => {
      const why = s.layer === null ? '-' : `${s.layer}/${String(s.turn)}`
      const people = s.people.join('+') + (s.override ? '*' : '')
      return `${short(s.start)} > ${short(s.end)} ${why} ${people}`
    })
}

const short = (time: string | null): string => time?.slice(0, 16) ?? 'never'

const next = (from: string, to: string, who: string): object => ({
  people: [who],
  start: `${from}T00:00:00Z`,
  end: `${to}T00:00:00Z`,
})

const hole = (from: string, to: string, severity: string): object => ({
  start: `${from}:00Z`,
  end: `${to}:00Z`,
  severity,
})

const all = (it: Doc, to: string): string[] =>
  naiveMeetings(it, t('2026-11-01'), t(to)).meetings.map((m) =>
    [m.start.slice(5, 16), m.chair, m.attendees.join('+'), m.due?.slice(5, 16)].join(' ').trim(),
  )

describe('turns', () => {
  it('a week is a week, and shifts are whole though the range is not', () => {
    const doc = one('UTC', {
      start: '2026-11-30 16:00',
      turn: '1 week',
      members: ['alice', 'bob'],
    })
    expect(told(doc, '2026-12-01', '2026-12-08')).toEqual([
      '2026-11-30T16:00 > 2026-12-07T16:00 1/0 alice',
      '2026-12-07T16:00 > 2026-12-14T16:00 1/1 bob',
    ])
  })

  it('a 09:00 handoff stays at 09:00 across a clock change', () => {
    const start = '2026-03-28 09:00'
    const doc = one('Europe/Amsterdam', { start, turn: '1 day', members: ['alice', 'bob'] })
    expect(told(doc, '2026-03-28', '2026-03-30')).toEqual([
      '2026-03-28T08:00 > 2026-03-29T07:00 1/0 alice',
      '2026-03-29T07:00 > 2026-03-30T07:00 1/1 bob',
    ])
  })

  it('hours are elapsed time', () => {
    const start = '2026-03-28 09:00'
    const doc = one('Europe/Amsterdam', { start, turn: '24 hours', members: ['alice', 'bob'] })
    expect(told(doc, '2026-03-28T09:00', '2026-03-29T09:00')).toEqual([
      '2026-03-28T08:00 > 2026-03-29T08:00 1/0 alice',
      '2026-03-29T08:00 > 2026-03-30T08:00 1/1 bob',
    ])
  })

  it('a skipped handoff is read with the offset before the change', () => {
    const start = '2026-03-28 02:30'
    const doc = one('Europe/Amsterdam', { start, turn: '1 day', members: ['alice', 'bob'] })
    expect(told(doc, '2026-03-28T02:00', '2026-03-30T00:00')).toEqual([
      '2026-03-28T01:30 > 2026-03-29T01:30 1/0 alice',
      '2026-03-29T01:30 > 2026-03-30T00:30 1/1 bob',
    ])
  })

  it('of a repeated handoff the first counts', () => {
    const start = '2026-10-24 02:30'
    const doc = one('Europe/Amsterdam', { start, turn: '1 day', members: ['alice', 'bob'] })
    expect(told(doc, '2026-10-24T02:00', '2026-10-26T00:00')).toEqual([
      '2026-10-24T00:30 > 2026-10-25T00:30 1/0 alice',
      '2026-10-25T00:30 > 2026-10-26T01:30 1/1 bob',
    ])
  })

  it("Lord Howe's half hour is repeated likewise", () => {
    const start = '2026-04-04 01:45'
    const doc = one('Australia/Lord_Howe', { start, turn: '1 day', members: ['alice', 'bob'] })
    expect(told(doc, '2026-04-03T15:00', '2026-04-05T15:00')).toEqual([
      '2026-04-03T14:45 > 2026-04-04T14:45 1/0 alice',
      '2026-04-04T14:45 > 2026-04-05T15:15 1/1 bob',
    ])
  })

  it("the turn that Apia's lost day empties keeps its place in the order", () => {
    const members = ['alice', 'bob', 'carol', 'dave']
    const doc = one('Pacific/Apia', { start: '2011-12-29', turn: '1 day', members })
    expect(told(doc, '2011-12-29T10:00', '2011-12-31T12:00')).toEqual([
      '2011-12-29T10:00 > 2011-12-30T10:00 1/0 alice',
      '2011-12-30T10:00 > 2011-12-31T10:00 1/2 carol',
      '2011-12-31T10:00 > 2012-01-01T10:00 1/3 dave',
    ])
  })

  it('months are counted from the start, the 31st becomes the last day', () => {
    const start = '2027-01-31 09:00'
    const doc = one('UTC', { start, turn: '1 month', members: ['alice', 'bob'] })
    expect(told(doc, '2027-02-01', '2027-04-01')).toEqual([
      '2027-01-31T09:00 > 2027-02-28T09:00 1/0 alice',
      '2027-02-28T09:00 > 2027-03-31T09:00 1/1 bob',
      '2027-03-31T09:00 > 2027-04-30T09:00 1/2 alice',
    ])
  })

  it('a start with Z is read in the zone and repeats by its wall clock', () => {
    const start = '2026-03-28T08:00:00Z'
    const doc = one('Europe/Amsterdam', { start, turn: '1 day', members: ['alice', 'bob'] })
    expect(told(doc, '2026-03-29T06:00', '2026-03-29T06:30')).toEqual([
      '2026-03-28T08:00 > 2026-03-29T07:00 1/0 alice',
    ])
  })
})

describe('windows and turns of shifts', () => {
  it('each opening is a turn, and no turn falls on a holiday', () => {
    const during = { days: 'mon-fri', from: '09:00', to: '17:00', except: 'off' }
    const members = ['frank', 'grace']
    const doc = one('UTC', { start: '2026-11-30', turn: '1 shift', members, during })
    doc.holidays = { off: ['2026-12-02'] }
    expect(told(doc, '2026-11-30', '2026-12-08')).toEqual([
      '2026-11-30T09:00 > 2026-11-30T17:00 1/0 frank',
      '2026-12-01T09:00 > 2026-12-01T17:00 1/1 grace',
      '2026-12-03T09:00 > 2026-12-03T17:00 1/2 frank',
      '2026-12-04T09:00 > 2026-12-04T17:00 1/3 grace',
      '2026-12-07T09:00 > 2026-12-07T17:00 1/4 frank',
    ])
  })

  it('a window open at the start counts, and two that touch within a turn make one shift', () => {
    const during = { from: '00:00', to: '24:00' }
    const start = '2026-11-30 10:00'
    const doc = one('UTC', { start, turn: '2 shifts', members: ['frank', 'grace'], during })
    expect(told(doc, '2026-11-30', '2026-12-03')).toEqual([
      '2026-11-30T10:00 > 2026-12-02T00:00 1/0 frank',
      '2026-12-02T00:00 > 2026-12-04T00:00 1/1 grace',
    ])
  })

  it('a turn that is open at the start begins there, for its roster too', () => {
    const during = { from: '00:00', to: '24:00' }
    const members = [{ who: 'frank', from: '2026-11-30 09:00' }, 'grace']
    const doc = one('UTC', { start: '2026-11-30 10:00', turn: '1 shift', members, during })
    expect(told(doc, '2026-11-30', '2026-12-01')).toEqual([
      '2026-11-30T10:00 > 2026-12-01T00:00 1/0 frank',
    ])
  })

  it('a weekly stretch from a day to an earlier time of the same day takes a week', () => {
    const during = { from: 'mon 09:00', to: 'monday 08:00' }
    const doc = one('UTC', { start: '2026-11-30', turn: '2 weeks', members: ['alice'], during })
    expect(told(doc, '2026-11-30T07:00', '2026-12-07T10:00')).toEqual([
      '2026-11-30T00:00 > 2026-11-30T08:00 1/0 alice',
      '2026-11-30T09:00 > 2026-12-07T08:00 1/0 alice',
      '2026-12-07T09:00 > 2026-12-14T00:00 1/0 alice',
    ])
  })

  it('an opening counts while another window is open', () => {
    const during = [
      { days: 'mon', from: '09:00', to: '17:00' },
      { days: 'mon', from: '12:00', to: '20:00' },
    ]
    const members = ['frank', 'grace', 'heidi']
    const doc = one('UTC', { start: '2026-11-30', turn: '1 shift', members, during })
    expect(told(doc, '2026-11-30', '2026-12-01')).toEqual([
      '2026-11-30T09:00 > 2026-11-30T12:00 1/0 frank',
      '2026-11-30T12:00 > 2026-11-30T20:00 1/1 grace',
    ])
  })

  it('a window that a clock change makes empty does not open, and takes no turn', () => {
    const during = { from: '02:30', to: '03:00' }
    const members = ['alice', 'bob']
    const layer = { start: '2026-03-28', turn: '1 shift', members, during }
    expect(told(one('Europe/Amsterdam', layer), '2026-03-28', '2026-03-31')).toEqual([
      '2026-03-28T01:30 > 2026-03-28T02:00 1/0 alice',
      '2026-03-30T00:30 > 2026-03-30T01:00 1/1 bob',
    ])
  })

  it('a window within the skipped hour is an hour late', () => {
    const during = { from: '02:15', to: '02:45' }
    const layer = { start: '2026-03-28', turn: '1 day', members: ['alice', 'bob'], during }
    expect(told(one('Europe/Amsterdam', layer), '2026-03-29', '2026-03-30')).toEqual([
      '2026-03-29T01:15 > 2026-03-29T01:45 1/1 bob',
    ])
  })

  it('a weekly stretch runs over the weekend, left out by its first day', () => {
    const during = { from: 'fri 17:00', to: 'mon 09:00', except: 'off' }
    const layer = { start: '2026-11-30', turn: '1 shift', members: ['alice', 'bob'], during }
    const doc = one('UTC', layer)
    doc.holidays = { off: ['2026-12-11', '2026-12-19'] }
    expect(told(doc, '2026-11-30', '2026-12-22')).toEqual([
      '2026-11-30T00:00 > 2026-11-30T09:00 1/0 alice',
      '2026-12-04T17:00 > 2026-12-07T09:00 1/1 bob',
      '2026-12-18T17:00 > 2026-12-21T09:00 1/2 alice',
    ])
  })

  it('a window past midnight belongs to the day on which it opens', () => {
    const during = { days: ['fri-mon'], from: '22:00', to: '06:00' }
    const layer = { start: '2026-12-03', turn: '1 week', members: ['alice'], during }
    expect(told(one('UTC', layer), '2026-12-07', '2026-12-10')).toEqual([
      '2026-12-06T22:00 > 2026-12-07T06:00 1/0 alice',
      '2026-12-07T22:00 > 2026-12-08T06:00 1/0 alice',
    ])
  })
})

describe('rosters', () => {
  const start = '2026-11-30 16:00'
  const names = (members: NonNullable<LayerDoc['members']>, weeks: number): string[] =>
    told(
      one('UTC', { start, turn: '1 week', members }),
      '2026-11-30',
      new Date(t(start.replace(' ', 'T')) + (weeks - 1) * 7 * 86_400_000 + 1)
        .toISOString()
        .slice(0, 16),
    ).map((line) => line.split(' ').slice(-2).join(' '))

  it('who joins from a date changes nothing before it', () => {
    expect(names(['alice', 'bob', { who: 'carol', from: '2027-01-11' }], 8)).toEqual([
      '1/0 alice',
      '1/1 bob',
      '1/2 alice',
      '1/3 bob',
      '1/4 alice',
      '1/5 bob',
      '1/6 carol',
    ])
  })

  it('who leaves is passed over from then on', () => {
    expect(names(['alice', { who: 'bob', until: '2026-12-14' }, 'carol'], 7)).toEqual([
      '1/0 alice',
      '1/1 bob',
      '1/2 carol',
      '1/3 alice',
      '1/4 carol',
      '1/5 alice',
    ])
  })

  it('an empty roster holds nothing, and the first holder is the first of the roster', () => {
    const bob = { who: 'bob', from: '2026-12-07' }
    const carol = { who: 'carol', from: '2026-12-07 16:00' }
    expect(names([bob, carol], 4)).toEqual(['1/1 bob', '1/2 carol'])
  })

  it('a date on the handoff itself counts at once: from begins, until is over', () => {
    const [bob, carol] = ['bob', 'carol'].map((who) => ({ who, from: '2026-12-07 16:00' }))
    const alice = { who: 'alice', until: '2026-12-07 16:00' }
    expect(names([alice, bob ?? '', carol ?? ''], 4)).toEqual(['1/0 alice', '1/1 bob', '1/2 carol'])
  })

  it('a date one minute after the handoff waits for the next', () => {
    const late = { who: 'carol', from: '2026-12-07 16:01' }
    expect(names(['alice', late], 4)).toEqual(['1/0 alice', '1/1 alice', '1/2 carol'])
  })

  it('a pair holds together, in the order listed', () => {
    expect(names([['erin', 'dave'], 'alice'], 3)).toEqual(['1/0 erin+dave', '1/1 alice'])
  })
})

describe('layers', () => {
  const base: LayerDoc = { start: '2026-11-30', turn: '1 week', members: ['alice'] }

  it('nobody on top is a hole, an empty roster and an ended layer are see-through', () => {
    const top: LayerDoc = {
      name: 'top',
      start: '2026-12-01',
      end: '2026-12-04',
      turn: '1 day',
      members: ['nobody', { who: 'bob', until: '2026-12-03' }],
    }
    const doc: Doc = { rotations: { primary: { layers: [base, top] } } }
    // Turn 0 and turn 2 are nobody's, turn 1 is bob's.
    expect(told(doc, '2026-11-30', '2026-12-05')).toEqual([
      '2026-11-30T00:00 > 2026-12-01T00:00 1/0 alice',
      '2026-12-02T00:00 > 2026-12-03T00:00 top/1 bob',
      '2026-12-04T00:00 > 2026-12-07T00:00 1/0 alice',
    ])
    const { layers = [] } = doc.rotations?.['primary'] ?? {}
    layers[1] = { ...top, members: [{ who: 'bob', until: '2026-12-02' }] }
    expect(told({ ...doc }, '2026-11-30', '2026-12-05')).toEqual([
      '2026-11-30T00:00 > 2026-12-01T00:00 1/0 alice',
      '2026-12-01T00:00 > 2026-12-02T00:00 top/0 bob',
      '2026-12-02T00:00 > 2026-12-07T00:00 1/0 alice',
    ])
  })
})

describe('overrides', () => {
  const daily: LayerDoc = { start: '2026-11-30', turn: '1 day', members: ['alice', 'bob'] }

  it('instead_of replaces that person only, where they are on call', () => {
    const swap = { who: 'carol', instead_of: 'bob', from: '2026-11-30', to: '2026-12-02' }
    expect(told(one('UTC', daily, [swap]), '2026-11-30', '2026-12-03')).toEqual([
      '2026-11-30T00:00 > 2026-12-01T00:00 1/0 alice',
      '2026-12-01T00:00 > 2026-12-02T00:00 1/1 carol*',
      '2026-12-02T00:00 > 2026-12-03T00:00 1/2 alice',
    ])
  })

  it('instead_of one of a pair leaves the other', () => {
    const pair: LayerDoc = { start: '2026-11-30', turn: '1 day', members: [['dave', 'erin']] }
    const swap = { who: 'carol', instead_of: 'dave', on: '2026-11-30' }
    expect(told(one('UTC', pair, [swap]), '2026-11-30', '2026-12-01')).toEqual([
      '2026-11-30T00:00 > 2026-12-01T00:00 1/0 carol+erin*',
    ])
  })

  it('a plain who is one shift, whatever lies beneath', () => {
    const swap = { who: ['dave', 'carol'], from: '2026-11-30 12:00', to: '2026-12-01 12:00' }
    expect(told(one('UTC', daily, [swap]), '2026-11-30', '2026-12-02')).toEqual([
      '2026-11-30T00:00 > 2026-11-30T12:00 1/0 alice',
      '2026-11-30T12:00 > 2026-12-01T12:00 - dave+carol*',
      '2026-12-01T12:00 > 2026-12-02T00:00 1/1 bob',
    ])
  })

  it('add stands beside whoever is there, and fills a gap', () => {
    const during = { from: '09:00', to: '17:00' }
    const help = { add: 'frank', from: '2026-11-30 16:00', to: '2026-11-30 19:00' }
    expect(told(one('UTC', { ...daily, during }, [help]), '2026-11-30', '2026-12-01')).toEqual([
      '2026-11-30T09:00 > 2026-11-30T16:00 1/0 alice',
      '2026-11-30T16:00 > 2026-11-30T17:00 1/0 alice+frank*',
      '2026-11-30T17:00 > 2026-11-30T19:00 - frank*',
    ])
  })

  it('add over turns of nobody is over a gap: one shift without layer and turn', () => {
    const help = { add: 'frank', on: '2026-11-30..2026-12-01' }
    const layer: LayerDoc = { start: '2026-11-30', turn: '1 day', members: ['nobody'] }
    expect(told(one('UTC', layer, [help]), '2026-11-30', '2026-12-03')).toEqual([
      '2026-11-30T00:00 > 2026-12-02T00:00 - frank*',
    ])
  })

  it('later ones lie on earlier ones, those of the top level on the rotation’s own', () => {
    const doc = one('UTC', daily, [{ who: 'carol', on: '2026-11-30..2026-12-01' }])
    doc.overrides = [
      { rotation: ['primary'], who: 'nobody', from: '2026-11-30 06:00', to: '2026-11-30 12:00' },
      { rotation: 'primary', who: 'dave', instead_of: 'carol', on: '2026-12-01' },
    ]
    expect(told(doc, '2026-11-30', '2026-12-02')).toEqual([
      '2026-11-30T00:00 > 2026-11-30T06:00 - carol*',
      '2026-11-30T12:00 > 2026-12-01T00:00 - carol*',
      '2026-12-01T00:00 > 2026-12-02T00:00 - dave*',
    ])
  })

  it('on means whole days of the zone, 23 hours where a clock change makes it so', () => {
    const away: LayerDoc = { start: '2026-03-01', turn: '2 months', members: ['alice'] }
    const doc = one('Europe/Amsterdam', away, [{ who: 'bob', on: '2026-03-29' }])
    expect(told(doc, '2026-03-29', '2026-03-29T12:00')).toEqual([
      '2026-03-28T23:00 > 2026-03-29T22:00 - bob*',
    ])
  })
})

describe('followers', () => {
  const layer: LayerDoc = {
    name: 'Daily',
    start: '2026-11-30',
    end: '2026-12-03',
    turn: '1 day',
    members: ['alice', 'bob', 'carol', 'dave'],
  }

  it('by -1 is who had the turn before; the first turn has no holder', () => {
    const doc: Doc = {
      rotations: {
        primary: { layers: [layer], overrides: [{ who: 'erin', on: '2026-12-01' }] },
        secondary: { follows: 'primary', by: '-1' },
      },
    }
    expect(told(doc, '2026-11-30', '2026-12-05', 'secondary')).toEqual([
      '2026-12-01T00:00 > 2026-12-02T00:00 Daily/1 alice',
      '2026-12-02T00:00 > 2026-12-03T00:00 Daily/2 bob',
    ])
  })

  it('by 1 is who comes next, as if there were no end, and chains add up', () => {
    const doc: Doc = {
      rotations: {
        third: { follows: 'secondary', overrides: [{ add: 'erin', on: '2026-12-02' }] },
        secondary: { follows: 'primary' },
        primary: { layers: [layer] },
      },
    }
    expect(told(doc, '2026-12-02', '2026-12-05', 'secondary')).toEqual([
      '2026-12-02T00:00 > 2026-12-03T00:00 Daily/2 dave',
    ])
    expect(told(doc, '2026-11-30', '2026-12-05', 'third')).toEqual([
      '2026-11-30T00:00 > 2026-12-01T00:00 Daily/0 carol',
      '2026-12-01T00:00 > 2026-12-02T00:00 Daily/1 dave',
      '2026-12-02T00:00 > 2026-12-03T00:00 Daily/2 alice+erin*',
    ])
  })
})

describe('who and gaps', () => {
  const doc = one('UTC', {
    start: '2026-12-01',
    end: '2026-12-05',
    turn: '1 day',
    members: ['alice', 'nobody', 'bob'],
  })

  it('tells the shift and the next, and in a gap since when and until when', () => {
    expect(naiveWho(doc, t('2026-12-01T09:00')).rotations[0]).toEqual({
      rotation: 'primary',
      people: ['alice'],
      since: '2026-12-01T00:00:00Z',
      until: '2026-12-02T00:00:00Z',
      layer: '1',
      turn: 0,
      override: false,
      next: next('2026-12-03', '2026-12-04', 'bob'),
    })
    const gap = { rotation: 'primary', people: [], layer: null, turn: null, override: false }
    expect(naiveWho(doc, t('2026-12-02T09:00')).rotations[0]).toEqual({
      ...gap,
      since: '2026-12-02T00:00:00Z',
      until: '2026-12-03T00:00:00Z',
      next: next('2026-12-03', '2026-12-04', 'bob'),
    })
    expect(naiveWho(doc, t('2026-12-06T09:00')).rotations[0]).toEqual({
      ...gap,
      since: '2026-12-05T00:00:00Z',
      until: null,
      next: null,
    })
  })

  it('a gap is an error unless all of it is by nobody or before the first start', () => {
    expect(naiveGaps(doc, 'primary', t('2026-11-30'), t('2026-12-07'))).toEqual([
      hole('2026-11-30T00:00', '2026-12-01T00:00', 'warning'),
      hole('2026-12-02T00:00', '2026-12-03T00:00', 'warning'),
      hole('2026-12-05T00:00', '2026-12-07T00:00', 'error'),
    ])
    const ends = one('UTC', {
      start: '2026-12-01',
      end: '2026-12-03',
      turn: '1 day',
      members: ['alice', 'nobody'],
    })
    expect(naiveGaps(ends, 'primary', t('2026-12-01'), t('2026-12-07'))).toEqual([
      hole('2026-12-02T00:00', '2026-12-07T00:00', 'error'),
    ])
    const covered = { ...doc.rotations?.['primary'], coverage: { from: '09:00', to: '17:00' } }
    const office = { ...doc, rotations: { primary: covered } }
    expect(naiveGaps(office, 'primary', t('2026-12-02'), t('2026-12-06'))).toEqual([
      hole('2026-12-02T09:00', '2026-12-02T17:00', 'warning'),
      hole('2026-12-05T09:00', '2026-12-05T17:00', 'error'),
    ])
  })
})

describe('meetings', () => {
  const doc: Doc = {
    people: {
      alice: {},
      bob: { away: ['2026-12-03'] },
      carol: { from: '2026-12-07 16:00' },
      dave: { until: '2026-12-03 16:00' },
    },
    rotations: { primary: { start: '2026-11-30', turn: '1 week', members: ['carol'] } },
    meetings: {
      infra: {
        days: ['monday', 'thursday'],
        at: '16:00',
        duration: '15 minutes',
        start: '2026-11-30',
        chair: { members: ['alice', 'bob', 'carol'], start: '2026-11-30' },
        skip: ['2026-12-10'],
        move: [{ from: '2026-12-14', to: '2026-12-15' }],
      },
    },
  }

  it('who is away is stood in for, once, and a skipped meeting uses nobody up', () => {
    expect(all(doc, '2026-12-18')).toEqual([
      '11-30T16:00 alice alice+bob+dave',
      '12-03T16:00 carol alice+bob',
      '12-07T16:00 carol alice+bob+carol',
      '12-15T16:00 alice alice+bob+carol 12-14T16:00',
      '12-17T16:00 bob alice+bob+carol',
    ])
  })

  it('every second week counts from the Monday of the start, and on-call is whoever holds it', () => {
    const infra = {
      days: 'mon-tue',
      at: '02:30',
      timezone: 'Europe/Amsterdam',
      duration: '1 hour',
      start: '2026-12-01',
      end: '2026-12-29',
      every: '2 weeks',
      attendees: ['bob', { 'on-call': 'primary' }, 'carol'],
    }
    expect(all({ ...doc, meetings: { infra } }, '2027-02-01')).toEqual([
      '12-01T01:30  bob+carol',
      '12-14T01:30  bob+carol',
      '12-15T01:30  bob+carol',
      '12-28T01:30  bob+carol',
    ])
  })
})

describe('random workspaces', () => {
  const seeds = Array.from({ length: 15 }, (_, i) => i + 1)

  it.each(seeds)('seed %i gives one workspace, whose YAML says what the document says', (seed) => {
    const { doc, yaml } = randomWorkspace(seed)
    expect(randomWorkspace(seed).yaml).toBe(yaml)
    expect(load(yaml, { schema: FAILSAFE_SCHEMA })).toEqual(doc)
  })

  it.each(seeds)('seed %i: who agrees with shifts, and no shift holds nobody', (seed) => {
    const { doc, from, to, at } = randomWorkspace(seed)
    for (const shift of naiveShifts(doc, from, to).shifts.slice(0, 8)) {
      const begin = Date.parse(shift.start)
      const now = naiveWho(doc, begin).rotations.find((r) => r.rotation === shift.rotation)
      expect(now).toMatchObject({ people: shift.people, since: shift.start, until: shift.end })
      expect(shift.people).not.toEqual([])
    }
    expect(naiveWho(doc, at[0] ?? 0).rotations).toHaveLength(
      Object.keys(doc.rotations ?? {}).length,
    )
    for (const m of naiveMeetings(doc, from, to).meetings) expect(m.start < m.end).toBe(true)
  })
})
