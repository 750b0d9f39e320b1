import { describe, expect, it } from '@jest/globals'
import type { Fault } from '../../src/simulator/faults.ts'
import { FAST, weekly, world, type Ran, type World } from './world.ts'

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['429', { kind: 'rate-limited', resetSeconds: 1 }],
  ['500', { kind: 'server-error', status: 500 }],
  ['502 although it was done', { kind: 'server-error', status: 502, takesEffect: true }],
  ['503', { kind: 'server-error', status: 503 }],
  ['cut before', { kind: 'cut', when: 'before' }],
  ['cut after', { kind: 'cut', when: 'after' }],
  ['cut during the answer', { kind: 'cut', when: 'during' }],
  ['not JSON', { kind: 'not-json' }],
  ['not JSON, and not done', { kind: 'not-json', takesEffect: false }],
  ['HTML', { kind: 'html' }],
  ['slow', { kind: 'slow', ms: 40 }],
  ['answered when nobody waits any more', { kind: 'slow', ms: 250 }],
  ['never answered', { kind: 'slow', ms: 'never' }],
  ['never answered, and not done', { kind: 'slow', ms: 'never', takesEffect: false }],
]

/** All of them take minutes: `ROTATE_FAULTS=all` tries them. */
const isAll = process.env['ROTATE_FAULTS'] === 'all'
const faults = isAll
  ? FAULTS
  : FAULTS.filter(([name]) => name === 'cut after' || name === 'never answered')

const BEGUN =
  /\((begun: primary \((perhaps )?made the schedule.*\); not done: primary|done: primary); the next run does the rest\)/

const YAML = {
  shifts: weekly(
    'alice, bob, carol',
    '    overrides: [{ who: dave, from: 2026-12-01 09:00, to: 2026-12-01 18:00 }]\n',
  ),
  layers: weekly(
    'alice, bob, carol',
    '    overrides: [{ who: dave, from: 2026-12-01 09:00, to: 2026-12-01 18:00 }]\n    pagerduty: { kind: layers }\n',
  ),
}

/** A run in which a minute of deadlines and waits takes 0.6 s. */
function fast(w: World): Promise<Ran> {
  return w.run(['sync', '--yes'], { waits: FAST })
}

function hasNoDoubles(w: World): void {
  const named = w.schedules().filter(({ summary }) => summary === 'Infrastructure primary')
  expect(named).toHaveLength(1)
}

describe.each(['shifts', 'layers'] as const)('a sync of %s', (kind) => {
  it.each(faults)('survives %s at every request', async (_, fault) => {
    for (let nth = 1; ; nth += 1) {
      const w = await world(YAML[kind])
      w.simulator.fail(fault, { nth })
      const ran = await fast(w)
      w.simulator.heal()
      expect([nth, ran.exit, ran.exit === 0 ? '' : ran.err]).toEqual([nth, 0, ''])
      expect([nth, w.differs('primary')]).toEqual([nth, []])
      hasNoDoubles(w)
      const again = await w.sync('--yes')
      expect([nth, again.exit, again.writes]).toEqual([nth, 0, []])
      if (ran.requests < nth) break
      if (nth > 30) throw new Error('it never ends')
    }
  })

  it('is finished by the next run after it ended at any request', async () => {
    for (let nth = 1; ; nth += 1) {
      const w = await world(YAML[kind])
      // From then on nothing gets through, which is what a run that was killed leaves behind.
      w.simulator.fail({ kind: 'html', status: 403 }, { nth, times: 1000 })
      const killed = await w.sync('--yes')
      w.simulator.heal()
      const ran = await w.sync('--yes')
      expect([nth, ran.exit, w.differs('primary')]).toEqual([nth, 0, []])
      hasNoDoubles(w)
      expect([nth, (await w.sync('--yes')).writes]).toEqual([nth, []])
      if (killed.exit === 0) break
      expect(killed.exit).toBe(3)
    }
  })

  it('gives up within three minutes where PagerDuty hangs from some request on, and the next run does the rest', async () => {
    const some = isAll ? Infinity : 7
    for (let nth = 1; ; nth += isAll ? 1 : 3) {
      const w = await world(YAML[kind])
      w.simulator.fail(
        { kind: 'slow', ms: 'never', takesEffect: nth % 2 === 0 },
        { nth, times: 1000 },
      )
      const begun = FAST.elapsed()
      const hung = await fast(w)
      const minutes = (FAST.elapsed() - begun) / 60_000
      w.simulator.heal()
      if (hung.exit === 0) break
      expect([nth, hung.exit, minutes < 3]).toEqual([nth, 3, true])
      const said = nth <= 3 ? /\(nothing was written\)/ : BEGUN
      expect([nth, hung.err]).toEqual([nth, expect.stringMatching(said)])
      const ran = await w.sync('--yes')
      expect([nth, ran.exit, w.differs('primary')]).toEqual([nth, 0, []])
      hasNoDoubles(w)
      expect([nth, (await w.sync('--yes')).writes]).toEqual([nth, []])
      if (nth >= some) break
    }
  })
})

it('gives up within three minutes where only what writes hangs, however many rotations there are', async () => {
  const names = ['one', 'two', 'three', 'four', 'five']
  const rotations = names.map((name) =>
    weekly('alice, bob')
      .replace('rotations:\n', '')
      .replace('primary:', `${name}:`)
      .replace('Infrastructure primary', name),
  )
  const w = await world(`rotations:\n${rotations.join('')}`)
  w.simulator.fail(
    { kind: 'slow', ms: 'never', takesEffect: false },
    { path: /events$/, writes: true, times: 1000 },
  )
  const begun = FAST.elapsed()
  const hung = await fast(w)
  expect([hung.exit, (FAST.elapsed() - begun) / 60_000 < 3]).toEqual([3, true])
  w.simulator.heal()
  expect((await w.sync('--yes')).exit).toBe(0)
  for (const name of names) expect([name, w.differs(name)]).toEqual([name, []])
  expect(w.schedules()).toHaveLength(names.length)
})

it('says why, where no write is ever answered with certainty', async () => {
  const w = await world(YAML.shifts)
  w.simulator.fail({ kind: 'html', status: 301 }, { writes: true, times: 1000 })
  const ran = await fast(w)
  expect([ran.exit, w.schedules()]).toEqual([3, []])
  expect(ran.err).toContain(
    'primary: PagerDuty gave no certain answer (it answered 301 with something that is no JSON)\n',
  )
})
