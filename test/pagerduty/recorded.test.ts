import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { timelineOf } from '../../src/timeline/rotation.ts'
import { load } from '../../src/workspace/load.ts'
import { renderEvents, renderLayers } from './naive.ts'
import { replayed, type Replay, type Told } from './replay.ts'
import type { Any } from './world.ts'

const FOLDER = join(import.meta.dirname, 'recorded')
const DAYS = 270

function recorded(file: string): Any {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))
}

/** The layer-based schedules of a file. What was left out before it was kept is put back. */
function schedulesIn(file: string): Any[] {
  const body = recorded(file)
  const all: Any[] = Array.isArray(body) ? body : [body.schedule]
  return all.map((schedule, i) => ({
    id: `P00000${i}`,
    description: null,
    teams: [],
    escalation_policies: [],
    ...schedule,
    // Restrictions that were asked for in UTC stand in it.
    ...(body.note !== undefined && { time_zone: 'Etc/UTC' }),
    schedule_layers: schedule.schedule_layers.map((layer: Any, place: number) => ({
      id: `PL${place}`,
      ...layer,
    })),
  }))
}

/** Where what was imported says somebody else than the naive rendering, at any of its steps. */
function differences(told: Told, schedules: readonly Any[], from: string): string[] {
  const files = JSON.parse(told.out).files as { path: string; text: string }[]
  const { workspace } = load(files)
  const start = Date.parse(from)
  const end = start + DAYS * 86_400_000
  return schedules.flatMap((schedule) => {
    const rotation = [...workspace.rotations.values()].find(
      ({ pagerduty }) => pagerduty?.schedule === schedule.id,
    )
    if (rotation === undefined) return [`no rotation for ${schedule.id}`]
    const ours = timelineOf(rotation, { start, end }).flatMap((span) =>
      span.people.map((id) => ({
        start: span.start,
        end: span.end,
        user: addressOf(workspace, id),
      })),
    )
    const theirs =
      schedule.rotations === undefined
        ? renderLayers(schedule, start, end).final
        : renderEvents(schedule, start, end).map((one) => ({
            start: Date.parse(one.start_time),
            end: Date.parse(one.end_time),
            user: one.member.user_id as string,
          }))
    const edges = [
      ...new Set([start, ...[...ours, ...theirs].flatMap((one) => [one.start, one.end])]),
    ]
    const at = (all: typeof ours, when: number): string =>
      all
        .filter((one) => one.start <= when && when < one.end)
        .map(({ user }) => user)
        .join()
    return edges
      .filter((edge) => edge < end && at(ours, edge) !== at(theirs, edge))
      .map(
        (edge) =>
          `${schedule.name}, ${new Date(edge).toISOString()}: ${at(ours, edge)} | ${at(theirs, edge)}`,
      )
  })
}

function addressOf(workspace: ReturnType<typeof load>['workspace'], id: string): string {
  return workspace.people.get(id)?.email?.split('@')[0] ?? id
}

const FILES = readdirSync(FOLDER).filter((file) => /^v2-(schedule|layers)/.test(file))
/** Just after most were recorded, and before both clock changes of a year; each file once its layers have begun. */
const NOWS = ['2018-10-25T00:00:00Z', '2026-02-20T12:00:00Z']
const CASES = FILES.flatMap((file) =>
  (/grafana|zero/.test(file) ? NOWS.slice(1) : NOWS.slice(0, 1)).map((now) => [file, now] as const),
)

it.each(CASES)(
  '%s, brought in at %s, says who is on call as an independent rendering does',
  async (file, now) => {
    const schedules = schedulesIn(file)
    const told = await replayed({ layers: schedules }, now, IMPORT)
    expect([told.exit, told.err]).toEqual([0, ''])
    expect(differences(told, schedules, now)).toEqual([])
  },
)

const IMPORT = ['import', 'pagerduty', '--dry-run', '--json']

/** The shift-based schedule of the upgrade guide, rendered anew unless it is to be as it was told. */
function ofTheGuide(): Any {
  const { final_schedule: _, ...schedule } = recorded('v3-schedule-shaped-after-guide.json').body
    .schedule
  return schedule
}

it.each(['2026-02-20T12:00:00Z', '2026-09-15T12:00:00Z'])(
  'the shift-based schedule of the upgrade guide is brought in, at %s',
  async (now) => {
    const schedule = ofTheGuide()
    const told = await replayed({ shifts: [schedule] }, now, IMPORT)
    expect([told.exit, told.err]).toEqual([0, ''])
    expect(differences(told, [schedule], now)).toEqual([])
  },
)

const NOW = '2026-02-20T12:00:00Z'

it('asks each kind by its own API, and for each schedule once', async () => {
  const [layers] = schedulesIn('v2-schedule-weekly-three-people.json')
  const told = await replayed({ layers: [layers], shifts: [ofTheGuide()] }, NOW, IMPORT)
  expect([told.exit, told.err]).toEqual([0, ''])
  expect(told.asked.filter((path) => path.startsWith('/v3/schedules/PAB12CD'))).toEqual([
    '/v3/schedules/PAB12CD',
    '/v3/schedules/PAB12CD/overrides',
  ])
  expect(told.asked.filter((path) => path.endsWith(layers.id))).toEqual([`/schedules/${layers.id}`])
})

it.each<[string, Replay]>([
  ['a stretch of more than 90 days is refused', { longest: 90 }],
  ['the answer leaves out the events of rotations', { isBare: true }],
])('brings in the same where %s', async (_, how) => {
  const given = {
    layers: schedulesIn('v2-schedule-two-layers-sydney.json'),
    shifts: [ofTheGuide()],
  }
  const plain = await replayed(given, NOW, IMPORT)
  const told = await replayed({ ...given, ...how }, NOW, IMPORT)
  expect([told.exit, told.err]).toEqual([0, ''])
  expect(told.out).toBe(plain.out)
})

it('an empty turn without a source is time that nobody holds', async () => {
  const schedule = {
    ...ofTheGuide(),
    final_schedule: {
      computed_shift_assignments: [
        ...renderEvents(ofTheGuide(), Date.parse(NOW), Date.parse(NOW) + DAYS * 86_400_000),
        {
          start_time: '2026-02-21T17:00:00Z',
          end_time: '2026-02-22T01:00:00Z',
          member: { type: 'empty_member' },
        },
      ],
    },
  }
  const told = await replayed({ shifts: [schedule] }, NOW, IMPORT)
  expect([told.exit, told.err]).toEqual([0, ''])
})
