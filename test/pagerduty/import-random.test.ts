import { expect, it, jest } from '@jest/globals'
import { elapsedNow, wait, withDeadline } from '../../src/io/deadline.ts'
import { Client } from '../../src/pagerduty/client.ts'
import { pagerDuty } from '../../src/pagerduty/service.ts'
import { apply } from '../../src/sync/agree.ts'
import { HORIZON, planImport } from '../../src/sync/import/plan.ts'
import type { Newcomer, Sighting } from '../../src/sync/import/importer.ts'
import { lookAt } from '../../src/sync/look.ts'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { DAY } from '../../src/time/instant.ts'
import { compare } from '../../src/timeline/compare.ts'
import { timelineOf } from '../../src/timeline/rotation.ts'
import { load } from '../../src/workspace/load.ts'
import { printWorkspace } from '../../src/workspace/print/print.ts'
import { randomWorkspace } from '../oracle/random.ts'
import { READINGS } from './readings.ts'

jest.setTimeout(600_000)

/** `ROTATE_SEEDS=1-300` tries more of them. */
const [first = 1, last = 3] = (process.env['ROTATE_SEEDS'] ?? '1-3').split('-').map(Number)
const seeds = Array.from({ length: last - first + 1 }, (_, i) => first + i)

it.each(seeds)(
  'whatever sync has made of a workspace comes back as files that agree, and sync leaves it alone (%d)',
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
          // Where an end is no time on the wall clock, the files differ for an hour when clocks change, and say so.
          readings: { ...readings, eventEnd: 'wall' },
        })
        const wire = { withDeadline, wait, elapsed: elapsedNow, tell: () => {} }
        const service = pagerDuty(new Client(simulator.url, simulator.token, wire))
        const idOf = new Map(
          [...workspace.people.keys()].map((id) => [
            id,
            simulator.seed.user({ name: id, email: `${id}@example.com` }),
          ]),
        )
        const now = (): number => simulator.now()
        const settings = { team: 'Team', idOf, horizon: HORIZON + 10 * DAY, mayRewrite: false, now }
        const made: string[] = []
        for (const rotation of workspace.rotations.values()) {
          const target = { rotation, kind, frame: undefined, isAdopted: false }
          const look = await lookAt(service, target, settings)
          if (look.plan.refusals.length > 0) continue
          const { look: after } = await apply(service, look, settings, () => {})
          if (after.target.frame !== undefined) made.push(after.target.frame.id)
        }
        simulator.moveNow(5 * DAY)
        const sightings: Sighting[] = []
        for (const id of made) {
          const sighting = await service.sight({ id, kind, name: '', description: '' }, now())
          if (sighting !== undefined) sightings.push(sighting)
        }
        const users: Newcomer[] = []
        for (const id of new Set(sightings.flatMap((one) => one.users))) {
          users.push(await service.newcomer(id))
        }
        const plan = planImport(service, sightings, users, { now: now() })
        const files = printWorkspace(plan.workspace, plan.notes, plan.beneath)
        const again = load(files)
        expect([seed, kind, name, again.problems.map(({ message }) => message)]).toEqual([
          seed,
          kind,
          name,
          [],
        ])
        const within = { start: now(), end: now() + HORIZON }
        for (const { rotation: id, shown } of plan.rotations) {
          const rotation = again.workspace.rotations.get(id)
          const ours = rotation === undefined ? [] : timelineOf(rotation, within)
          const text = files.find(({ path }) => path === `${id}.yaml`)?.text
          const differences = compare(shown, ours, within)
          expect([seed, kind, name, differences.length === 0 ? '' : text, differences]).toEqual([
            seed,
            kind,
            name,
            '',
            [],
          ])
        }
        const theirs = new Map(
          [...again.workspace.people.values()].map(({ id, email }) => [
            id,
            users.find((user) => user.email === email)?.id ?? '',
          ]),
        )
        for (const { schedule: remote } of sightings) {
          const rotation = [...again.workspace.rotations.values()].find(
            ({ pagerduty }) => pagerduty?.schedule === remote.id,
          )
          if (rotation === undefined) throw new Error(`nothing was made of ${remote.name}`)
          const target = { rotation, kind, frame: remote, isAdopted: false }
          const look = await lookAt(service, target, {
            ...settings,
            idOf: theirs,
            horizon: 80 * DAY,
          })
          expect([seed, kind, name, look.plan.requests]).toEqual([seed, kind, name, []])
        }
        await simulator.close()
      }
    }
  },
)
