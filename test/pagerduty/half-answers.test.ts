/** What PagerDuty answers may lack anything: then nothing is written, nothing is lost, and the next run does it all. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { mulberry32 } from '../mulberry.ts'
import { NOT_FOUND, ranBetween, wounded, woundsOf, type Answered, type Wound } from './between.ts'
import { weekly, world, type Any, type Ran, type World } from './world.ts'

type Kind = 'shifts' | 'layers'

const file = (kind: Kind, ...overrides: readonly string[]): string =>
  weekly(
    'alice, bob, carol',
    `    overrides: [${overrides.map((one) => `{ ${one} }`).join(', ')}]\n    pagerduty: { kind: ${kind} }\n`,
  )

const OLD = 'who: dave, from: 2026-12-01 09:00, to: 2026-12-01 18:00'
const NEW = 'who: erin, from: 2026-12-03 09:00, to: 2026-12-04 09:00'

/** A schedule in agreement but for what the file says now, with a swap that somebody made by hand. */
async function stale(kind: Kind): Promise<World> {
  const w = await world(file(kind, OLD))
  expect((await w.sync('--yes')).exit).toBe(0)
  const { id } = w.schedule('Infrastructure primary')
  const [start, end] = ['2026-12-08T00:00:00Z', '2026-12-08T12:00:00Z']
  const frank = w.idOf('frank')
  if (kind === 'layers') {
    w.simulator.byHand('POST', `/schedules/${id}/overrides`, {
      overrides: [{ start, end, user: { id: frank, type: 'user_reference' } }],
    })
  } else {
    const path = `/v3/schedules/${id}?since=${start}&until=${end}&include[]=final_schedule`
    const [shown] = (w.simulator.byHand('GET', path) as Any).schedule.final_schedule
      .computed_shift_assignments
    w.simulator.byHand('POST', `/v3/schedules/${id}/overrides`, {
      overrides: [
        {
          type: 'override_shift',
          rotation_id: shown.source.rotation_id,
          start_time: start,
          end_time: end,
          overridden_member: shown.member,
          overriding_member: { type: 'user_member', user_id: frank },
        },
      ],
    })
  }
  w.write(file(kind, NEW))
  return w
}

/** What the file wants once the swap is in it, which must be what PagerDuty shows in the end. */
const SWAP = 'who: frank, from: 2026-12-08 00:00, to: 2026-12-08 12:00'

/** After whatever happened, the next run does the rest: the swap is there still, and nothing twice. */
async function isWholeAgain(w: World, kind: Kind, what: unknown): Promise<void> {
  const next = await w.sync('--yes')
  expect([what, next.exit, next.exit === 0 ? '' : next.out + next.err]).toEqual([what, 0, ''])
  expect(next.out).toContain('kept: frank')
  expect([what, (await w.sync('--yes')).writes]).toEqual([what, []])
  expect([what, w.schedules().length]).toEqual([what, 1])
  w.write(file(kind, NEW, SWAP))
  expect([what, w.differs('primary'), w.twice('Infrastructure primary')]).toEqual([what, [], []])
}

/** Wherever in an answer such a path is: `*` is any place of a list. */
function woundsAt(body: string, path: string, to: Any): Wound[] {
  const pattern = path.split('.')
  const walk = (value: Any, at: readonly (string | number)[]): Wound[] => {
    const key = pattern[at.length]
    if (key === undefined) return [{ path: at, to }]
    if (typeof value !== 'object' || value === null) return []
    if (key === '*') return Object.keys(value).flatMap((i) => walk(value[i], [...at, Number(i)]))
    return walk(value[key], [...at, key])
  }
  return walk(JSON.parse(body), [])
}

const BOTH: readonly (readonly [string, RegExp, string, Any])[] = [
  ['a user without an id', /^\/users$/, 'users.*.id', undefined],
  ['a user whose id is a number', /^\/users$/, 'users.*.id', 7],
  ['whether there is more in a word', /^\/users$/, 'more', 'yes'],
  ['no list of users', /^\/users$/, 'users', undefined],
]

const SHIFTS: typeof BOTH = [
  ['a schedule in the list without a name', /^\/v3\/schedules$/, 'schedules.*.summary', undefined],
  ['a schedule in the list that there is not', /^\/v3\/schedules$/, 'schedules.*.id', 'PGONE'],
  ['a description that is no text', /^\/v3\/schedules\/\w+$/, 'schedule.description', []],
  ['no rotations', /^\/v3\/schedules\/\w+$/, 'schedule.rotations', undefined],
  ['no final schedule', /^\/v3\/schedules\/\w+$/, 'schedule.final_schedule', null],
  ...[
    ['a way of assigning that nobody knows', 'type', 'by_seniority'],
    ['no number of shifts for each member', 'shifts_per_member', undefined],
    ['more shifts for each member than there are', 'shifts_per_member', 1e9],
    ['a member of a kind that nobody knows', 'members.*.type', 'team_member'],
    ['a member without a user', 'members.*.user_id', null],
  ].map(([what, path, to]): (typeof BOTH)[number] => [
    String(what),
    /^\/v3\/schedules\/\w+$/,
    `schedule.rotations.*.events.*.assignment_strategy.${path}`,
    to,
  ]),
  ['an override that hangs on nothing', /overrides$/, 'overrides.*.rotation_id', undefined],
  ['no list of overrides', /overrides$/, 'overrides', {}],
]

const LAYERS: typeof BOTH = [
  ['a schedule in the list that there is not', /^\/schedules$/, 'schedules.*.id', 'PGONE'],
  ['a description that the list tells', /^\/schedules\/\w+$/, 'schedule.description', null],
  ['a description that is no text', /^\/schedules\/\w+$/, 'schedule.description', 7],
  ['no layers', /^\/schedules\/\w+$/, 'schedule.schedule_layers', undefined],
  [
    'a turn of a length in words',
    /^\/schedules\/\w+$/,
    'schedule.schedule_layers.*.rotation_turn_length_seconds',
    'a week',
  ],
  [
    'turns of no time at all',
    /^\/schedules\/\w+$/,
    'schedule.schedule_layers.*.rotation_turn_length_seconds',
    0,
  ],
  [
    'a layer whose people are no list',
    /^\/schedules\/\w+$/,
    'schedule.schedule_layers.*.users',
    null,
  ],
  [
    'a window of a kind that nobody knows',
    /^\/schedules\/\w+$/,
    'schedule.schedule_layers.*.restrictions',
    [{ type: 'yearly_restriction', start_time_of_day: '09:00:00', duration_seconds: 3600 }],
  ],
  [
    'a weekly window without its day',
    /^\/schedules\/\w+$/,
    'schedule.schedule_layers.*.restrictions',
    [{ type: 'weekly_restriction', start_time_of_day: '09:00:00', duration_seconds: 3600 }],
  ],
  ['no list of overrides', /overrides$/, 'overrides', null],
]

const ROWS = (['shifts', 'layers'] as const).flatMap((kind) =>
  [...BOTH, ...(kind === 'shifts' ? SHIFTS : LAYERS)].map((row) => [kind, ...row] as const),
)

describe('nothing is written, and it is exit 3, where PagerDuty answers', () => {
  it.each(ROWS)('(%s) %s', async (kind, _, asked, path, to) => {
    const w = await stale(kind)
    let hits = 0
    const ran = await ranBetween(w, ['sync', '--yes'], ({ method, path: where, body }) => {
      if (method !== 'GET' || !asked.test(where)) return undefined
      const wounds = woundsAt(body, path, to)
      hits += wounds.length
      return wounds.reduce((whole, one) => wounded(whole, one), body)
    })
    expect(hits).toBeGreaterThan(0)
    expect([ran.exit, ran.writes, ran.err]).toEqual([
      3,
      [],
      expect.stringMatching(/^rotate: PagerDuty.*\(nothing was written\)\n$/),
    ])
    await isWholeAgain(w, kind, path)
  })
})

describe.each(['shifts', 'layers'] as const)('a schedule of %s', (kind) => {
  const reading = /^(\/v3)?\/schedules\/\w+$/

  it('that was just made, and is not known yet, is waited for and not made again', async () => {
    const w = await world(file(kind, OLD))
    let missed = 0
    const ran = await ranBetween(w, ['sync', '--yes'], ({ method, path }) => {
      if (method !== 'GET' || !reading.test(path) || missed === 3) return undefined
      missed += 1
      return NOT_FOUND
    })
    expect([ran.exit, ran.err]).toEqual([0, expect.stringContaining('pages nobody')])
    expect([w.schedules().length, w.differs('primary')]).toEqual([1, []])
  })

  it('that is gone while it is written to is not made again, and the next run does that', async () => {
    const w = await stale(kind)
    let hasWritten = false
    const ran = await ranBetween(w, ['sync', '--yes'], ({ method, path }) => {
      hasWritten ||= method !== 'GET'
      return hasWritten && reading.test(path) && method === 'GET' ? NOT_FOUND : undefined
    })
    expect([ran.exit, ran.err]).toEqual([
      3,
      expect.stringMatching(/does not know the schedule '.*' \(\w+\) any more \(begun: primary/),
    ])
    expect(w.schedules()).toHaveLength(1)
    await isWholeAgain(w, kind, 'gone')
  })
})

/** `ROTATE_WOUNDS=all` tries every one, which takes an hour. */
const isAll = process.env['ROTATE_WOUNDS'] === 'all'
const SOME = 6

describe.each([
  ['sync', 'shifts'],
  ['sync', 'layers'],
  ['pull', 'shifts'],
  ['pull', 'layers'],
] as const)('%s of %s', (command, kind) => {
  it('loses nothing and tells no secret, whatever is wrong with an answer', async () => {
    const answers: Answered[] = []
    const first = await stale(kind)
    await ranBetween(first, [command, '--yes'], (one) => {
      answers.push(one)
      return undefined
    })
    const all = answers.flatMap(({ nth, body }) => [
      ...['', '<html>', body.slice(0, body.length / 2), '[]', 'null', '{}'].map(
        (text) => [nth, text] as const,
      ),
      ...(body === '' ? [] : woundsOf(JSON.parse(body)).map((one) => [nth, one] as const)),
    ])
    const roll = mulberry32(kind.length + command.length)
    const tried = isAll
      ? all
      : Array.from({ length: SOME }, () => all[Math.floor(roll() * all.length)])
    for (const one of tried) {
      if (one === undefined) continue
      const [nth, wound] = one
      const w = await stale(kind)
      const ran = await ranBetween(w, [command, '--yes'], ({ nth: now, body }) => {
        if (now !== nth) return undefined
        return typeof wound === 'string' ? wound : wounded(body, wound)
      })
      const what = JSON.stringify([nth, wound])
      expect([what, ran.err.includes('bug in rotate')]).toEqual([what, false])
      expect([what, (ran.out + ran.err).includes(w.simulator.token)]).toEqual([what, false])
      if (command === 'sync') await isWholeAgain(w, kind, what)
      else await isPulled(w, ran, what)
    }
  })
})

/** The file is as it was or whole, and the next pull brings what is missing. */
async function isPulled(w: World, ran: Ran, what: string): Promise<void> {
  const text = (): string => readFileSync(join(w.folder, 'rotations', 'team.yaml'), 'utf8')
  expect([what, [0, 1, 2, 3].includes(ran.exit), /frank, .*2026-12-08/.test(text())]).toEqual([
    what,
    true,
    ran.out.includes('wrote '),
  ])
  const next = await w.run(['pull', '--yes'])
  expect([what, next.exit, text().match(/made in PagerDuty/g)?.length]).toEqual([what, 0, 1])
  expect([what, (await w.sync('--yes')).exit]).toEqual([what, 0])
  expect([what, (await w.sync('--yes')).writes]).toEqual([what, []])
}
