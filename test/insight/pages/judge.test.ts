/** What is a page, whose it is, and which night it costs: the worked examples of a shift, and the edges. */
import { describe, expect, it } from '@jest/globals'
import { HOUR, MINUTE, SECOND } from '../../../src/time/instant.ts'
import { writeDay, writeUtc } from '../../../src/time/wall.ts'
import type { Incident } from '../../../src/model/incident.ts'
import type { Workspace } from '../../../src/model/workspace.ts'
import { againOf, noteBefore, type Earlier } from '../../../src/insight/pages/again.ts'
import type { Duty } from '../../../src/insight/pages/duty.ts'
import { judge, type Judgement } from '../../../src/insight/pages/judge.ts'
import { nightAt, nightsIn, sleepHourAt } from '../../../src/insight/pages/night.ts'
import { pagesOf } from '../../../src/insight/pages/page.ts'
import { median, timeToAcknowledge, timeToResolve } from '../../../src/insight/pages/times.ts'
import { zoneNamed, type Zone } from '../../../src/time/zone.ts'
import { range, time, workspace } from '../../timeline/picture.ts'
import { duty, incident, people } from './shift.ts'

const TEAM = `
people:
  bob: { timezone: Europe/Berlin }
  carol: { timezone: America/New_York }
  dave: { timezone: America/Los_Angeles }
rotations:
  primary:
    start: 2026-11-16 16:00
    turn: 1 week
    members: [carol, bob]
    COVER
  secondary: { start: 2026-11-16 16:00, turn: 1 week, members: [bob, carol] }
`
const plain = workspace(TEAM.replace('COVER', ''))
const covered = workspace(
  TEAM.replace(
    'COVER',
    'overrides: [{ who: dave, from: 2026-11-24, to: 2026-11-24 08:00, why: dentist }]',
  ),
)
const zone = (name: string): Zone => zoneNamed(name) as Zone

const ALL = '2026-11-01..2026-12-31'
const BOBS = '2026-11-23T16:00Z..2026-11-30T16:00Z'
const CAROLS = '2026-11-30T16:00Z..2026-12-07T16:00Z'

function judged(
  incidents: readonly Incident[],
  within = BOBS,
  w: Workspace = plain,
  duties: readonly Duty[] = [duty(w, 'primary', ALL)],
  which = 0,
): Judgement {
  const evidence = { duties, incidents, people: people(w), lists: [] }
  return judge(range(within), duties[which] as Duty, evidence)
}

/** `bob 02:14:07 x3 night 2026-11-23` */
function said({ pages }: Judgement): string[] {
  return pages.map(({ who, at, rings, night }) => {
    const when = writeUtc(at).slice(11, 19)
    return `${who.key} ${when} x${rings.length}${night === undefined ? '' : ` night ${writeDay(night)}`}`
  })
}

function nights({ nights: all }: Judgement): string[] {
  return [...all].map(
    ([key, one]) =>
      `${key}: ${one.interrupted.size} of ${one.covered.size} nights, ${one.hours.size} hours`,
  )
}

/** `#3 paged, left open` */
function flags({ incidents }: Judgement, one: Incident): string {
  const found = incidents.find(({ incident }) => incident === one)
  return [
    ...(found?.isPaged === true ? ['paged'] : []),
    ...(found?.isInherited === true ? ['inherited'] : []),
    ...(found?.isLeftOpen === true ? ['left open'] : []),
  ].join(', ')
}

const A = [
  '02:14:05 trigger',
  '02:14:05 assign bob',
  '02:14:07 push bob',
  '02:14:08 email bob',
  '02:15:10 sms bob',
  '02:19:12 phone bob',
  '02:20:01 acknowledge bob',
  '02:41:30 resolve bob',
]

/** How many pages there are where something happens between two rings. */
function rings(line: string): number {
  return pagesOf(
    incident('2026-11-24', ['10:00:00 push bob', `10:01:00 ${line}`, '10:02:00 push bob']),
  ).length
}

const berlin = zone('Europe/Berlin')

function night(at: string): string | undefined {
  const day = nightAt(berlin, time(at))
  return day === undefined ? undefined : writeDay(day)
}

/** How many nights somebody held who held so long of one. */
function nightsHeld(ms: number): number {
  const start = time('2026-11-24T21:00:00Z') + 2 * HOUR
  return nightsIn(berlin, [{ start, end: start + ms }]).length
}

function titled(title: string, day: string, service = 'db'): Incident {
  return incident(day, ['10:00:00 push bob', '10:30:00 resolve'], {
    title,
    service: { id: service, name: service },
  })
}

function note(text: string, created: string, key = 'db disk full on backup-#'): Earlier {
  return { key, created: time(created), note: { at: time(created), by: undefined, text } }
}

describe('a page', () => {
  it('takes in its retries: one page, one night, one hour of sleep', () => {
    const one = incident('2026-11-24', A)
    const report = judged([one])
    expect(said(report)).toEqual(['bob 02:14:07 x3 night 2026-11-23'])
    expect(nights(report)).toEqual(['bob: 1 of 7 nights, 1 hours'])
    expect(timeToAcknowledge(one)).toBe(5 * MINUTE + 56 * SECOND)
    expect(report.pages[0]?.isOff).toBe(true)
  })

  it('rings anew when its acknowledgement runs out: two pages, one incident, one night, two hours', () => {
    const report = judged([
      incident('2026-11-24', [
        '02:14:05 trigger',
        '02:14:07 push bob',
        '02:15:00 acknowledge bob',
        '02:45:00 unacknowledge',
        '02:45:03 push bob',
        '02:50:00 acknowledge bob',
        '03:10:00 resolve bob',
      ]),
    ])
    expect(said(report)).toEqual([
      'bob 02:14:07 x1 night 2026-11-23',
      'bob 02:45:03 x1 night 2026-11-23',
    ])
    expect(report.incidents).toHaveLength(1)
    expect(nights(report)).toEqual(['bob: 1 of 7 nights, 2 hours'])
  })

  it('that is escalated is one in each report, by each one’s own clock', () => {
    const one = incident('2026-11-24', [
      '02:14:05 trigger',
      '02:14:05 assign bob',
      '02:14:07 phone bob',
      '02:29:05 escalate carol',
      '02:29:07 phone carol',
      '02:31:00 acknowledge carol',
      '02:40:00 resolve carol',
    ])
    const duties = [
      duty(plain, 'primary', ALL),
      duty(plain, 'secondary', ALL, { policy: 2 }),
    ] as const
    const primary = judged([one], BOBS, plain, duties)
    expect(said(primary)).toEqual(['bob 02:14:07 x1 night 2026-11-23'])
    expect(primary.incidents[0]?.escalations).toEqual([
      { to: [{ id: 'carol', name: 'carol' }], after: 15 * MINUTE },
    ])
    const secondary = judged([one], BOBS, plain, duties, 1)
    expect(said(secondary)).toEqual(['carol 02:29:07 x1'])
    expect(secondary.incidents[0]?.escalations).toEqual([])
    expect(nights(secondary)).toEqual(['carol: 0 of 7 nights, 0 hours'])
  })

  it('is none by e-mail alone: such an incident rang for nobody here', () => {
    const one = incident('2026-11-24', [
      '09:00:00 trigger',
      '09:00:00 assign bob',
      '09:00:02 email bob',
      '09:30:00 resolve service',
    ])
    const report = judged([one])
    expect([said(report), report.quiet, flags(report, one)]).toEqual([[], 1, ''])
  })

  it('stays its person’s over the handoff: left open by one, inherited by the next', () => {
    const one = incident('2026-11-30', [
      '15:58:00 trigger',
      '15:58:00 assign bob',
      '15:58:00 push bob',
      '16:03:00 acknowledge bob',
      '17:10:00 resolve bob',
    ])
    const before = judged([one])
    expect([said(before), flags(before, one)]).toEqual([['bob 15:58:00 x1'], 'paged, left open'])
    const after = judged([one], CAROLS)
    expect([said(after), flags(after, one)]).toEqual([[], 'inherited'])
    expect(timeToResolve(one)).toBe(72 * MINUTE)
  })

  it('of a cover is the cover’s, by the cover’s clock', () => {
    const lines = A.map((line) => line.replace('bob', 'dave'))
    const report = judged([incident('2026-11-24', lines)], BOBS, covered)
    expect(said(report)).toEqual(['dave 02:14:07 x3'])
    expect(nights(report)).toEqual(['bob: 0 of 7 nights, 0 hours', 'dave: 0 of 1 nights, 0 hours'])
  })

  it('ends with whatever answers it, and with nothing else', () => {
    const once = ['note bob', 'trigger', 'email bob']
    const anew = ['acknowledge carol', 'assign bob', 'escalate bob', 'snooze bob', 'repeat']
    expect(once.map(rings)).toEqual([1, 1, 1])
    expect(anew.map(rings)).toEqual([2, 2, 2, 2, 2])
  })
})

describe('a night', () => {
  it('ends at 07:00 sharp on the person’s clock, and begins at 22:00', () => {
    expect(night('2026-11-24T05:59:59Z')).toBe('2026-11-23')
    expect(night('2026-11-24T06:00:00Z')).toBeUndefined()
    expect(night('2026-11-24T20:59:59Z')).toBeUndefined()
    expect(night('2026-11-24T21:00:00Z')).toBe('2026-11-24')
  })

  it('has the hour that a clock shows twice twice', () => {
    const [first, second] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((at) => time(at))
    expect([first, second].map((at) => writeDay(nightAt(berlin, at as number) as number))).toEqual([
      '2026-10-24',
      '2026-10-24',
    ])
    expect(sleepHourAt(berlin, first as number)).not.toBe(sleepHourAt(berlin, second as number))
    expect(sleepHourAt(berlin, first as number)).toBe(
      sleepHourAt(berlin, (first as number) + 29 * MINUTE),
    )
  })

  it('counts as held from a minute on', () => {
    expect([nightsHeld(MINUTE - SECOND), nightsHeld(MINUTE)]).toEqual([0, 1])
  })
})

describe('a report', () => {
  it('has what rang from its beginning on, and not what rings at its end', () => {
    const edges = ['2026-11-23T16:00:00', '2026-11-30T16:00:00'].map((at) =>
      incident('', [`${at} push bob`, `${at.slice(0, 10)}T17:00:00 resolve`]),
    )
    expect(said(judged(edges))).toEqual(['bob 16:00:00 x1'])
  })

  it('leaves out what rang for somebody who did not hold the rotation then', () => {
    const report = judged([
      incident('2026-11-24', ['10:00:00 push carol', '10:30:00 resolve carol']),
    ])
    expect([said(report), report.quiet]).toEqual([[], 1])
  })

  it('gives a page of somebody who holds two rotations to the one that the policy alerts, first at the lowest level', () => {
    const w = workspace(`
      rotations:
        one: { start: 2026-11-23, turn: 1 week, members: [bob] }
        two: { start: 2026-11-23, turn: 1 week, members: [bob] }`)
    const of = (levels: readonly Record<string, number>[]): string[] => {
      const duties = [duty(w, 'one', ALL, levels[0]), duty(w, 'two', ALL, levels[1])]
      const all = [incident('2026-11-24', ['10:00:00 push bob', '10:30:00 resolve'])]
      return ['one', 'two'].filter(
        (_, i) => judged(all, '2026-11-23..2026-11-30', w, duties, i).pages.length > 0,
      )
    }
    expect(of([{ policy: 2 }, { policy: 1 }])).toEqual(['two'])
    expect(of([{ policy: 1 }, { policy: 2 }])).toEqual(['one'])
    expect(of([{ other: 1 }, { policy: 3 }])).toEqual(['two'])
    expect(of([{ other: 2 }, { other: 1 }])).toEqual(['one'])
  })

  it('counts what somebody did at night while they held it, and nothing else that they did', () => {
    const one = incident('2026-11-24', [
      '02:00:00 trigger',
      '02:30:00 note bob',
      '03:30:00 note carol',
      '04:30:00 resolve service',
    ])
    const late = incident('2026-11-30', ['15:00:00 trigger', '2026-12-01T02:00:00 resolve bob'])
    expect(nights(judged([one, late]))).toEqual(['bob: 0 of 7 nights, 1 hours'])
  })
})

describe('what rang again', () => {
  const all = [
    titled('Disk full on backup-1', '2026-11-24'),
    titled('DISK full on backup-12', '2026-11-25'),
    titled('Disk full on backup-3', '2026-11-26', 'cache'),
    titled('Lag', '2026-11-26'),
  ]

  it('is one service’s, whatever the digits and the case', () => {
    expect(againOf(all).map(({ title, incidents }) => [title, incidents.length])).toEqual([
      ['DISK full on backup-#', 2],
    ])
  })

  it('has the note of the latest one before that has any', () => {
    const [again] = againOf(all)
    const earlier = [
      note('oldest', '2026-10-01'),
      note('grow the volume', '2026-11-12'),
      note('of the last one itself', '2026-11-25T10:00Z'),
      note('another', '2026-11-20', 'db lag'),
    ]
    expect(again && noteBefore(again, earlier)?.text).toBe('grow the volume')
  })
})

it('the median of an even number lies between the two in the middle, and of none there is none', () => {
  expect([median([5, 1, 3]), median([4, 1, 2, 100]), median([])]).toEqual([3, 3, undefined])
})
