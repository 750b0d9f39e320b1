import { describe, expect, it, jest } from '@jest/globals'
import type { Fault } from '../../src/simulator/faults.ts'
import { weekly, world, type World } from './world.ts'

jest.setTimeout(60_000)

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
]

/** All of them take minutes: `ROTATE_FAULTS=all` tries them. */
const faults =
  process.env['ROTATE_FAULTS'] === 'all' ? FAULTS : FAULTS.filter(([name]) => name === 'cut after')

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

function hasNoDoubles(w: World): void {
  const named = w.schedules().filter(({ summary }) => summary === 'Infrastructure primary')
  expect(named).toHaveLength(1)
}

describe.each(['shifts', 'layers'] as const)('a sync of %s', (kind) => {
  it.each(faults)('survives %s at every request', async (_, fault) => {
    for (let nth = 1; ; nth += 1) {
      const w = await world(YAML[kind])
      w.simulator.fail(fault, { nth })
      const ran = await w.sync('--yes')
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
})
