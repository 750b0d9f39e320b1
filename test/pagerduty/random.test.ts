import { expect, it, jest } from '@jest/globals'
import { elapsedNow, wait, withDeadline } from '../../src/io/deadline.ts'
import { Client } from '../../src/pagerduty/client.ts'
import { pagerDuty } from '../../src/pagerduty/service.ts'
import { apply } from '../../src/sync/agree.ts'
import type { Target } from '../../src/sync/locate.ts'
import { lookAt, type Settings } from '../../src/sync/look.ts'
import { peopleNeeded } from '../../src/sync/people.ts'
import type { Rotation } from '../../src/model/rotation.ts'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { DAY } from '../../src/time/instant.ts'
import { load } from '../../src/workspace/load.ts'
import { randomWorkspace } from '../oracle/random.ts'
import { READINGS } from './readings.ts'

jest.setTimeout(600_000)

/** `ROTATE_SEEDS=1-300` tries more of them. */
const [first = 1, last = 3] = (process.env['ROTATE_SEEDS'] ?? '1-3').split('-').map(Number)
const seeds = Array.from({ length: last - first + 1 }, (_, i) => first + i)

/** Codes of what a plan may rightly refuse: what layers cannot say, what the marker cannot hold. */
const RIGHTLY = ['cannot-express', 'marker-full']

it.each(seeds)(
  'whatever a workspace says, PagerDuty agrees and a second run writes nothing (%d)',
  async (seed) => {
    const random = randomWorkspace(seed)
    const { workspace } = load([{ path: 'team.yaml', text: random.yaml }], (code) => ({
      code,
      daysOf: () => [],
    }))
    for (const kind of ['shifts', 'layers'] as const) {
      for (const [name, readings] of [READINGS.at(0), READINGS.at(-1)].flatMap((one) =>
        one ? [one] : [],
      )) {
        const simulator = await startSimulator({
          now: Math.floor(random.from / 1000) * 1000,
          readings,
        })
        const wire = { withDeadline, wait, elapsed: elapsedNow, tell: () => {} }
        const service = pagerDuty(new Client(simulator.url, simulator.token, wire))
        const users = new Map(
          [...workspace.people.keys()].map((id) => [
            id,
            simulator.seed.user({ name: id, email: `${id}@example.com` }),
          ]),
        )
        const settingsFor = (rotation: Rotation): Settings => ({
          team: 'Team',
          // As the command does it: who has left is looked for no more.
          idOf: new Map(
            peopleNeeded(workspace.people, [rotation], simulator.now()).map(({ id }) => [
              id,
              users.get(id) ?? '',
            ]),
          ),
          horizon: 40 * DAY,
          mayRewrite: false,
          now: () => simulator.now(),
        })
        for (const rotation of workspace.rotations.values()) {
          let target: Target = { rotation, kind, frame: undefined, isAdopted: false }
          for (const days of [0, 3, 25]) {
            simulator.moveNow(days * DAY)
            const settings = settingsFor(rotation)
            const label = [rotation.id, kind, name, days]
            const look = await lookAt(service, target, settings)
            const codes = look.plan.refusals.map(({ code }) => code)
            if (codes.length > 0) {
              expect([...label, codes.filter((code) => !RIGHTLY.includes(code))]).toEqual([
                ...label,
                [],
              ])
              break
            }
            const { look: after, refused } = await apply(service, look, settings, () => {})
            expect([...label, after.differences, refused]).toEqual([...label, [], undefined])
            ;({ target } = after)
            const again = await lookAt(service, target, settings)
            expect([...label, again.plan.requests]).toEqual([...label, []])
          }
        }
        await simulator.close()
      }
    }
  },
)
