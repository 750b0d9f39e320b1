/** A PagerDuty in which the example of this repository has been on call for some weeks, and something rang. */
import { main } from '../../src/cli/main.ts'
import { seedExample } from '../../src/simulator/example.ts'
import { startSimulator, type Simulator } from '../../src/simulator/simulator.ts'
import { ROOT } from './pages.ts'

/** Synced then, so that there is a past. */
const SYNCED = '2026-10-19T12:00Z'

/** Half an hour before Monday's meeting: when pages about pages are. */
const MONDAY = '2026-11-30T15:30Z'

/** The simulator, and what names it in the environment; whoever starts it closes it. */
export async function weeksWithPages(): Promise<{
  readonly simulator: Simulator
  readonly env: Readonly<Record<string, string>>
}> {
  const simulator = await startSimulator({ now: Date.parse(SYNCED) })
  seedExample(simulator)
  const env = { PAGERDUTY_URL: simulator.url, PAGERDUTY_TOKEN: simulator.token }
  const silent = { write: () => undefined, isTerminal: false, columns: Infinity, rows: Infinity }
  let said = ''
  const exit = await main(['sync', '--yes'], {
    cwd: ROOT,
    env,
    out: silent,
    err: { ...silent, write: (text) => void (said += text) },
    now: () => simulator.now(),
    zone: () => 'UTC',
    canAsk: false,
    ask: () => Promise.resolve(''),
  })
  if (exit !== 0) {
    await simulator.close()
    throw new Error(said)
  }
  simulator.callFirst(['Infrastructure primary', 'Infrastructure secondary'])
  const range = { from: Date.parse('2026-10-26T16:00Z'), to: Date.parse('2026-11-30T15:00Z') }
  simulator.seed.incidents({ seed: 11, count: 70, ...range })
  simulator.setNow(Date.parse(MONDAY))
  return { simulator, env: { ...env, ROTATE_NOW: MONDAY, TZ: 'UTC' } }
}
