/** For the tests of `rotate import pagerduty`: what stands in a simulator, the files that are made of it, and that they agree. */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { SimulatorOptions } from '../../src/simulator/simulator.ts'
import { world, type Any, type Ran, type World } from './world.ts'

/** Imports into a folder of its own; gives what was said and the files, the people's left out. */
export async function imported(
  w: World,
  ...words: string[]
): Promise<Ran & { readonly files: Record<string, string> }> {
  rmSync(join(w.folder, 'brought'), { recursive: true, force: true })
  const ran = await w.run(['import', 'pagerduty', '--out', 'brought', ...words])
  const files: Record<string, string> = {}
  for (const name of ran.exit < 2 ? readdirSync(join(w.folder, 'brought')) : []) {
    if (name.startsWith('.')) continue
    const text = readFileSync(join(w.folder, 'brought', name), 'utf8')
    files[name] = text.replace(/^# yaml-language-server.*\n/, '')
  }
  return { ...ran, files }
}

/** What a rotation's file says of its turns and overrides, without what every one of these has. */
export function turnsIn({ files }: { readonly files: Record<string, string> }, id: string): string {
  const lines = (files[`${id}.yaml`] ?? '').trimEnd().split('\n')
  return lines
    .slice(lines.indexOf(`  ${id}:`) + 1)
    .map((line) => line.slice(4))
    .filter((line) => !/^(name|pagerduty):/.test(line))
    .join('\n')
}

/** What must hold of an import: it agrees, and adopting it writes one thing, once. */
export async function isAdopted(w: World, ids: number): Promise<void> {
  const sync = (...words: string[]): Promise<Ran> =>
    w.run(['sync', '--yes', '--dir', 'brought', ...words])
  const adopted = await sync('--adopt')
  expect([adopted.exit, adopted.exit === 0 ? '' : adopted.out + adopted.err]).toEqual([0, ''])
  expect(adopted.writes).toHaveLength(ids)
  expect(adopted.writes.filter((one) => !/^PUT (\/v3)?\/schedules\/[^/]+ 200$/.test(one))).toEqual(
    [],
  )
  for (const days of [0, 1, 40, 100]) {
    w.advance(days)
    const again = await sync()
    expect([days, again.exit, again.writes, again.exit === 0 ? '' : again.out + again.err]).toEqual(
      [days, 0, [], ''],
    )
  }
}

/** What must hold of turns that come in: the file says them like this, and they are adopted with one write. */
export async function isBroughtIn(yaml: string, seeds: (w: World) => Seeds): Promise<void> {
  const w = await seeded(seeds)
  const ran = await imported(w)
  expect(turnsIn(ran, 'infra-primary')).toBe(yaml.trim())
  expect([ran.exit, ran.writes, ran.out, ran.err]).toEqual([
    0,
    [],
    expect.stringContaining('agrees'),
    '',
  ])
  const checked = await w.run(['check', '--dir', 'brought'])
  expect(`${checked.out}${checked.err}`).not.toMatch(/\[back-to-back\]/)
  if (!yaml.includes('    end: ')) expect(checked.out).not.toContain('[gap]')
  await isAdopted(w, 1)
}

export interface Seeds {
  readonly shifts?: Any
  readonly layers?: Any
}

export function event(w: World, names: readonly string[], other: Any = {}): Any {
  return {
    name: 'Weekly',
    start_time: { date_time: '2026-11-02T16:00:00Z', time_zone: 'Etc/UTC' },
    end_time: { date_time: '2026-11-09T16:00:00Z', time_zone: 'Etc/UTC' },
    effective_since: '2026-11-02T16:00:00Z',
    recurrence: ['RRULE:FREQ=WEEKLY'],
    assignment_strategy: {
      type: 'rotating_member_assignment_strategy',
      shifts_per_member: 1,
      members: names.map((name) => member(w, name)),
    },
    ...other,
  }
}

export function member(w: World, name: string): Any {
  return name === 'nobody'
    ? { type: 'empty_member' }
    : { type: 'user_member', user_id: w.idOf(name) }
}

export function layer(w: World, names: readonly string[], other: Any = {}): Any {
  return {
    start: '2026-11-02T16:00:00Z',
    rotation_virtual_start: '2026-11-02T16:00:00Z',
    rotation_turn_length_seconds: 604_800,
    users: names.map((name) => ({ user: { id: w.idOf(name), type: 'user_reference' } })),
    restrictions: [],
    ...other,
  }
}

export const turns = (w: World, perMember: number, names: readonly string[]): Any => ({
  assignment_strategy: {
    type: 'rotating_member_assignment_strategy',
    shifts_per_member: perMember,
    members: names.map((name) => member(w, name)),
  },
})

export const zoned = (date_time: string, time_zone: string): Any => ({ date_time, time_zone })

export function custom(w: World, name: string, start: string, end: string): Any {
  return {
    start_time: start,
    end_time: end,
    assignments: [{ type: 'shift_assignment', member: member(w, name) }],
  }
}

export function instead(w: World, who: string, whom: string, start: string, end: string): Any {
  return {
    start_time: start,
    end_time: end,
    overridden_member: member(w, whom),
    overriding_member: member(w, who),
  }
}

export function over(w: World, name: string, start: string, end: string): Any {
  return { start, end, user: { id: w.idOf(name), type: 'user_reference' } }
}

export const window = (
  start_day_of_week: number,
  start_time_of_day: string,
  hours: number,
): Any => ({
  type: 'weekly_restriction',
  start_time_of_day,
  start_day_of_week,
  duration_seconds: hours * 3600,
})

/** Rotations of weeks in which the same people are on call on weekdays and at the weekend. */
export function ofTheWeek(w: World): Any {
  return [
    layer(w, ['alice', 'bob'], {
      name: 'Weekdays',
      rotation_virtual_start: '2026-11-02T09:00:00Z',
      restrictions: [window(1, '09:00:00', 104)],
    }),
    layer(w, ['alice', 'bob'], {
      name: 'Weekends',
      rotation_virtual_start: '2026-11-02T09:00:00Z',
      restrictions: [window(5, '17:00:00', 64)],
    }),
  ]
}

export async function seeded(
  seeds: (w: World) => Any,
  options: SimulatorOptions = {},
): Promise<World> {
  const w = await world('', options)
  const { shifts, layers, zone = 'Etc/UTC', ...more } = seeds(w)
  if (shifts !== undefined) {
    w.simulator.seed.shiftSchedule({
      name: 'Infra primary',
      time_zone: zone,
      description: 'Ask in #infra.',
      rotations: shifts.map((events: Any) => ({ events })),
      ...more,
    })
  }
  if (layers !== undefined) {
    w.simulator.seed.layerSchedule({
      name: 'Infra primary',
      time_zone: zone,
      description: 'Ask in #infra.',
      schedule_layers: layers,
      ...more,
    })
  }
  return w
}
