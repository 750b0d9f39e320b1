/** A workspace in a fresh folder, a simulator over HTTP, and `rotate sync` between them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect } from '@jest/globals'
import { wait, withDeadline, type Waits } from '../../src/io/deadline.ts'
import type { Io } from '../../src/io/io.ts'
import { program, type Said } from '../program.ts'
import { timelineOf } from '../../src/timeline/rotation.ts'
import { load } from '../../src/workspace/load.ts'
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../src/simulator/simulator.ts'

const open: Simulator[] = []
const folders: string[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((simulator) => simulator.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/**
 * Deadlines and waits a hundred times as fast: a minute of them takes 0.6 s. Its clock counts them alone, so that it
 * says the same however busy the machine is.
 */
export const FAST: Waits = {
  async withDeadline(milliseconds, run) {
    const heard = await withDeadline(milliseconds / 100, run)
    if (heard.isLate) passed += milliseconds
    return heard
  },
  async wait(milliseconds) {
    passed += milliseconds
    await wait(milliseconds / 100)
  },
  elapsed: () => passed,
}
let passed = 0

export const NOW = '2026-11-25T12:00:00Z'
export const PEOPLE = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank']

export interface Ran extends Said {
  /** Requests that would change something. */
  readonly writes: readonly string[]
  readonly requests: number
}

export interface World {
  readonly simulator: Simulator
  readonly folder: string
  readonly idOf: (name: string) => string
  readonly write: (yaml: string) => void
  readonly sync: (...words: string[]) => Promise<Ran>
  readonly run: (words: readonly string[], io?: Partial<Io>) => Promise<Ran>
  /** Where PagerDuty shows somebody else than the file, over so many days from now; empty where it agrees. */
  readonly differs: (rotation: string, days?: number, kept?: readonly Kept[]) => string[]
  /** Who is shown twice at once, by a shift-based schedule, from now on. */
  readonly twice: (schedule: string) => string[]
  readonly schedules: () => readonly Any[]
  readonly schedule: (name: string) => Any
  readonly advance: (days: number) => void
}

/** What somebody made by hand, as the file would say it. */
export type Kept = string

// oxlint-disable-next-line typescript/no-explicit-any -- each test looks into what came and fails where it is something else
export type Any = any

export const HEAD = `team: Infrastructure
people:
${PEOPLE.map((name) => `  ${name}: { email: ${name}@example.com }\n`).join('')}`

export async function world(yaml: string, options: SimulatorOptions = {}): Promise<World> {
  const simulator = await startSimulator({ now: Date.parse(NOW), ...options })
  open.push(simulator)
  const ids = new Map(
    PEOPLE.map((name) => [name, simulator.seed.user({ name, email: `${name}@Example.com` })]),
  )
  const folder = mkdtempSync(join(tmpdir(), 'rotate-sync-'))
  folders.push(folder)
  mkdirSync(join(folder, 'rotations'))
  let current = ''
  const write = (text: string): void => {
    current = HEAD + text
    writeFileSync(join(folder, 'rotations', 'team.yaml'), current)
  }
  write(yaml)
  const run: World['run'] = async (words, other = {}) => {
    const from = simulator.requests.length
    const said = await program(words, {
      cwd: folder,
      now: () => simulator.now(),
      env: { PAGERDUTY_TOKEN: simulator.token, PAGERDUTY_URL: simulator.url, NO_COLOR: '1' },
      io: other,
    })
    const asked = simulator.requests.slice(from)
    const writes = asked
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path, status }) => `${method} ${path} ${status}`)
    return { ...said, writes, requests: asked.length }
  }
  const idOf = (name: string): string => ids.get(name) ?? name
  const schedules = (): readonly Any[] => [
    ...(simulator.byHand('GET', '/v3/schedules?limit=1000') as Any).schedules,
    ...(simulator.byHand('GET', '/schedules?limit=100') as Any).schedules,
  ]
  const scheduleNamed = (name: string): Any => schedules().find((one) => one.summary === name)
  return {
    folder,
    simulator,
    idOf,
    write,
    run,
    sync: (...words) => run(['sync', ...words]),
    schedules,
    schedule: scheduleNamed,
    advance: (days) => simulator.moveNow(days * 86_400_000),
    twice: (name) => {
      const { id, type } = scheduleNamed(name) ?? {}
      if (type !== 'schedule_v3_reference') return []
      const range = [0, 300].map((days) => new Date(simulator.now() + days * 86_400_000))
      const [since, until] = range.map((at) => at.toISOString())
      const path = `/v3/schedules/${id}?include[]=final_schedule&since=${since}&until=${until}`
      const all = (
        (simulator.byHand('GET', path) as Any).schedule.final_schedule
          .computed_shift_assignments as Any[]
      )
        .map((one) => ({
          ...one,
          start: Date.parse(one.start_time),
          end: Date.parse(one.end_time),
        }))
        .sort((a, b) => a.start - b.start)
      return all.flatMap((one, i) => {
        const later = all.slice(i + 1)
        const apart = later.findIndex(({ start }) => start >= one.end)
        return later.slice(0, apart < 0 ? later.length : apart).flatMap((other) => {
          const isSame = one.member.user_id === other.member.user_id
          const start = Math.max(one.start, other.start)
          const end = Math.min(one.end, other.end)
          // Where an hour is shown twice because clocks change, somebody is laid over the other in it.
          // A pair can be replaced by one person only one by one.
          // An empty turn comes from nowhere.
          const isPair = [one, other].every(({ source }) => source?.type.endsWith('override'))
          return !isSame || isPair || end - start <= 3_600_000 || one.member.type === 'empty_member'
            ? []
            : [
                `${one.start_time} and ${other.start_time}: ${one.source.type}, ${other.source.type}`,
              ]
        })
      })
    },
    differs: (id, days = 90) => {
      const { workspace, problems } = load([{ path: 'team.yaml', text: current }], () => undefined)
      const rotation = workspace.rotations.get(id)
      if (rotation === undefined) throw new Error(JSON.stringify(problems.map((p) => p.message)))
      const start = simulator.now()
      const end = start + days * 86_400_000
      const wanted = timelineOf(rotation, { start, end }).flatMap((span) =>
        span.people.map((person) => ({ start: span.start, end: span.end, user: idOf(person) })),
      )
      const { id: schedule, type } = scheduleNamed(rotation.name) ?? {}
      if (schedule === undefined) return ['there is no schedule']
      const range = `since=${new Date(start).toISOString()}&until=${new Date(end).toISOString()}`
      const shown: { start: number; end: number; user: string }[] =
        type === 'schedule_v3_reference'
          ? (
              simulator.byHand(
                'GET',
                `/v3/schedules/${schedule}?include[]=final_schedule&${range}`,
              ) as Any
            ).schedule.final_schedule.computed_shift_assignments.flatMap((one: Any) =>
              one.member.type === 'empty_member'
                ? []
                : [
                    {
                      start: Date.parse(one.start_time),
                      end: Date.parse(one.end_time),
                      user: one.member.user_id,
                    },
                  ],
            )
          : (
              simulator.byHand('GET', `/schedules/${schedule}?${range}`) as Any
            ).schedule.final_schedule.rendered_schedule_entries.map((one: Any) => ({
              start: Date.parse(one.start),
              end: Date.parse(one.end),
              user: one.user.id,
            }))
      const edges = [...wanted, ...shown].flatMap((one) => [one.start, one.end])
      const cuts = [...new Set([start, end, ...edges])]
        .filter((at) => at >= start && at <= end)
        .sort((a, b) => a - b)
      const names = new Map([...ids].map(([name, id]) => [id, name]))
      const at = (all: typeof shown, time: number): string =>
        [
          ...new Set(
            all
              .filter((one) => one.start <= time && time < one.end)
              .map(({ user }) => names.get(user) ?? user),
          ),
        ]
          .sort()
          .join('+') || 'nobody'
      return cuts.slice(0, -1).flatMap((time, i) => {
        const [theirs, ours] = [at(shown, time), at(wanted, time)]
        if (theirs === ours) return []
        const stretch = [time, cuts[i + 1] ?? 0].map((one) =>
          new Date(one).toISOString().slice(0, 16),
        )
        return [`${stretch.join('..')}: ${theirs}, not ${ours}`]
      })
    },
  }
}

/** The same after a first sync. */
export async function synced(yaml: string, options: SimulatorOptions = {}): Promise<World> {
  const w = await world(yaml, options)
  const ran = await w.sync('--yes')
  expect([ran.exit, w.differs('primary')]).toEqual([0, []])
  return w
}

export const NAME = 'Infrastructure primary'

/** Weekly turns from Monday 16:00 UTC. */
export function weekly(members: string, more = ''): string {
  return `rotations:
  primary:
    name: ${NAME}
    layers:
      - { start: 2026-11-02 16:00, turn: 1 week, members: [${members}] }
${more}`
}
