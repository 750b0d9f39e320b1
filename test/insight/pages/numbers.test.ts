/** Pages as numbers: by person, by what rings, against earlier ranges. */
import { describe, expect, it } from '@jest/globals'
import { DAY, MINUTE } from '../../../src/time/instant.ts'
import type { Incident } from '../../../src/model/incident.ts'
import { judge, type Judgement } from '../../../src/insight/pages/judge.ts'
import { ringingOf } from '../../../src/insight/pages/ringing.ts'
import { tallyOf } from '../../../src/insight/pages/tally.ts'
import { resolverOf } from '../../../src/insight/pages/times.ts'
import { isComparable, trendRow } from '../../../src/insight/pages/trend.ts'
import { range, workspace } from '../../timeline/picture.ts'
import { duty, incident, people } from './shift.ts'

const w = workspace(`
people:
  bob: { timezone: Europe/Berlin }
  carol: { timezone: America/New_York }
rotations:
  primary: { start: 2026-11-16 16:00, turn: 1 week, members: [carol, bob] }
  backup: { start: 2026-11-16 16:00, turn: 1 week, members: [carol, bob] }
`)
const ALL = '2026-11-01..2026-12-31'

function judged(incidents: readonly Incident[], within: string, id = 'primary'): Judgement {
  const duties = [
    duty(w, 'primary', ALL),
    duty(w, 'backup', ALL, { other: 1 }, ['cache', 'db']),
  ] as const
  const evidence = { duties, incidents, people: people(w), lists: [] }
  return judge(range(within), id === 'primary' ? duties[0] : duties[1], evidence)
}

const rung = (at: string, who: string, more: Partial<Incident> = {}): Incident => {
  const [date = '', time = ''] = at.split('T')
  return incident(
    date,
    [`${time}:00 trigger`, `${time}:00 push ${who}`, `${time}:50 acknowledge ${who}`],
    more,
  )
}

describe('the tally of a person', () => {
  it('counts a night on two rotations once, and takes the median', () => {
    const cache = { service: { id: 'cache', name: 'cache' }, policy: 'other' }
    const all = [
      rung('2026-11-24T02:14', 'bob'),
      rung('2026-11-24T02:50', 'bob', cache),
      rung('2026-11-25T12:00', 'bob'),
    ]
    const within = '2026-11-23T16:00Z..2026-11-30T16:00Z'
    const both = ['primary', 'backup'].map((id) => judged(all, within, id))
    expect(both.map(({ pages }) => pages.length)).toEqual([2, 1])
    expect(tallyOf(both).get('bob')).toEqual({
      pages: 3,
      incidents: 3,
      nightPages: 2,
      nightsCovered: 7,
      nightsInterrupted: 1,
      sleepHours: 1,
      toAcknowledge: 50_000,
    })
  })

  it('names who held a rotation and was not paged', () => {
    const quiet = tallyOf([judged([], '2026-11-16T16:00Z..2026-11-30T16:00Z')])
    expect(
      [...quiet].map(([key, { pages, nightsCovered }]) => [key, pages, nightsCovered]),
    ).toEqual([
      ['carol', 0, 7],
      ['bob', 0, 7],
    ])
    expect(quiet.get('bob')?.toAcknowledge).toBeUndefined()
  })
})

describe('what rings', () => {
  const within = range('2026-11-16T16:00Z..2026-11-30T16:00Z')
  const { pages } = judged(
    [
      rung('2026-11-17T20:00', 'carol', { title: 'Disk full on a1' }),
      rung('2026-11-24T02:14', 'bob', { title: 'Disk full on a2' }),
      rung('2026-11-28T12:30', 'bob', { title: 'Lag' }),
    ],
    '2026-11-16T16:00Z..2026-11-30T16:00Z',
  )
  const ringing = ringingOf(pages, within)

  it('is counted by alert and service, most first, in each week', () => {
    expect(ringing.alerts.map(({ title, pages: n, weeks }) => [title, n, weeks])).toEqual([
      ['Disk full on a#', 2, [1, 1]],
      ['Lag', 1, [0, 1]],
    ])
    expect(ringing.services.map(({ service, incidents }) => [service.name, incidents])).toEqual([
      ['db', 3],
    ])
  })

  it('is counted by the hour and the weekend of whoever was paged', () => {
    const hours = ringing.hours.flatMap(({ pages: n }, hour) => (n === 0 ? [] : [[hour, n]]))
    expect(hours).toEqual([
      [3, 1],
      [13, 1],
      [15, 1],
    ])
    expect([ringing.weekdays.pages, ringing.weekends.pages]).toEqual([2, 1])
  })

  it('has whole weeks back from the end', () => {
    const { weekly } = ringingOf([], { start: within.start - DAY, end: within.end })
    expect(weekly.map(({ start, end }) => (end - start) / DAY)).toEqual([1, 7, 7])
  })
})

it('a range in which the rotation was held for less than half as long is not compared', () => {
  const [short, half, whole] = [
    '16T16:00Z..2026-11-20',
    '16T16:00Z..2026-11-20T04:00Z',
    '23..2026-11-30',
  ].map((text) => trendRow(judged([], `2026-11-${text}`)))
  expect([short, half].map((row) => row && whole && isComparable(row, whole))).toEqual([
    false,
    true,
  ])
  expect(whole?.people).toEqual(['carol', 'bob'])
  expect((whole?.held ?? 0) / MINUTE).toBe(7 * 24 * 60)
})

it('who resolved it is what the log says, else who changed it last', () => {
  const service = incident('2026-11-24', ['10:00:00 push bob', '10:01:00 resolve service'])
  const untold = incident('2026-11-24', ['10:00:00 push bob'], {
    resolved: 1,
    changedBy: { kind: 'user', user: { id: 'bob', name: 'bob' } },
  })
  const open = incident('2026-11-24', ['10:00:00 push bob'])
  expect([service, untold, open].map((one) => resolverOf(one)?.kind)).toEqual([
    'service',
    'user',
    undefined,
  ])
})
