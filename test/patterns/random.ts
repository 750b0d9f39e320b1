/** Rotations as teams keep them, by chance: with joiners, leavers, swaps and holes, over clock changes. */
import { DAY, HOUR } from '../../src/time/instant.ts'
import { dayOf, writeWall } from '../../src/time/wall.ts'
import { mulberry32 } from '../mulberry.ts'

export interface RandomRota {
  readonly kind: string
  readonly yaml: string
  /** The wall-clock times, in the rotation's zone, from which to which it is looked at. */
  readonly from: number
  readonly to: number
}

const ZONES = [
  'UTC',
  'Europe/Amsterdam',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Sydney',
  'America/Los_Angeles',
  'Asia/Tokyo',
  'Europe/London',
]
const PEOPLE = 'abcdefghijklmnop'.split('').map((letter) => `p${letter}`)

export const KINDS = [
  'weekly',
  'daily',
  'weeks',
  'days',
  'hours',
  'months',
  'weekdays',
  'weekend',
  'office',
  'sun',
  'nights',
  'always',
] as const

export function randomRota(seed: number): RandomRota {
  const next = mulberry32(seed * 7919)
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T
  const chance = (part: number): boolean => next() < part
  const kind = pick(KINDS)
  const zone = pick(ZONES)
  const people = [...PEOPLE].sort(() => next() - 0.5)
  const clock = pick(['00:00', '08:00', '09:00', '16:00', '17:30', '12:00'])
  const monday = dayOf(2026, 8, 3) + 7 * int(0, 12)
  const first = monday + int(0, 6)
  const days = kind === 'months' ? 760 : kind === 'weeks' ? 500 : int(180, 400)
  const start = (day: number, time = clock): string =>
    `${writeWall(day * DAY).slice(0, 10)} ${time}`
  const later = (): number => first + int(Math.floor(days * 0.2), Math.floor(days * 0.75))
  const some = (low: number, high: number): string[] => people.splice(0, int(low, high))
  const date = (day: number): string => start(day).slice(0, 10)
  const entries = (names: string[], dated = true): string => {
    const list = names.map((name) =>
      chance(0.08) && names.length > 2
        ? 'nobody'
        : chance(0.06)
          ? `[${name}, ${people.pop() ?? ''}]`
          : name,
    )
    if (dated && chance(0.4)) {
      const who = people.pop() ?? ''
      list.splice(int(0, list.length), 0, `{ who: ${who}, from: ${date(later())} }`)
    }
    if (dated && chance(0.3) && list.length > 3) {
      const place = list.findIndex((one) => /^p.$/.test(one))
      if (place >= 0) list[place] = `{ who: ${list[place] ?? ''}, until: ${date(later())} }`
    }
    return `[${list.join(', ')}]`
  }
  const layers: string[] = []
  const layer = (text: string): void => void layers.push(`      - { ${text} }`)
  const night = pick(['20:00', '22:00', '18:00'])
  switch (kind) {
    case 'weekly':
      layer(`start: ${start(first)}, turn: 1 week, members: ${entries(some(2, 7))}`)
      break
    case 'weeks':
      layer(`start: ${start(first)}, turn: ${int(2, 4)} weeks, members: ${entries(some(2, 4))}`)
      break
    case 'daily':
      layer(`start: ${start(first)}, turn: 1 day, members: ${entries(some(2, 8))}`)
      break
    case 'days':
      layer(`start: ${start(first)}, turn: ${int(2, 5)} days, members: ${entries(some(2, 5))}`)
      break
    case 'hours':
      layer(
        `start: ${start(first)}, turn: ${pick([6, 8, 12])} hours, members: ${entries(some(2, 5))}`,
      )
      break
    case 'months':
      layer(
        `start: ${start(dayOf(2026, 8, int(1, 28)))}, turn: 1 month, members: ${entries(some(2, 4), false)}`,
      )
      break
    case 'weekdays': {
      const turn = pick(['1 week', '1 day', '1 shift'])
      layer(
        `start: ${start(monday, '00:00')}, turn: ${turn}, members: ${entries(some(2, 6))}, during: { days: mon-fri, from: 09:00, to: 17:00 }`,
      )
      break
    }
    case 'weekend': {
      const team = some(3, 6)
      const turn = pick(['1 week', '1 day'])
      layer(`start: ${start(monday, '09:00')}, turn: ${turn}, members: ${entries([...team])}`)
      layer(
        `start: ${start(monday + 4, '17:00')}, turn: 1 week, members: ${entries(chance(0.5) ? [...team].reverse() : some(3, 5))}, during: { from: fri 17:00, to: mon 09:00 }`,
      )
      break
    }
    case 'office': {
      layer(`start: ${start(monday, '00:00')}, turn: 1 week, members: ${entries(some(3, 5))}`)
      layer(
        `start: ${start(monday, '00:00')}, turn: ${pick(['1 day', '1 week'])}, members: ${entries(some(2, 4))}, during: { days: mon-fri, from: 09:00, to: 18:00 }`,
      )
      break
    }
    case 'sun':
      for (const [from, to] of [
        ['00:00', '08:00'],
        ['08:00', '16:00'],
        ['16:00', '24:00'],
      ]) {
        layer(
          `start: ${start(monday, '00:00')}, turn: 1 week, members: ${entries(some(2, 3))}, during: { from: ${from ?? ''}, to: ${to ?? ''} }`,
        )
      }
      break
    case 'nights':
      layer(
        `start: ${start(monday, '12:00')}, turn: ${pick(['1 day', '1 week'])}, members: ${entries(some(2, 5))}, during: { from: ${night}, to: 06:00 }`,
      )
      break
    case 'always':
      layer(`members: ${some(1, 1).join()}, start: ${start(first)}`)
      break
  }
  const all = PEOPLE
  const overrides = Array.from({ length: int(0, 6) }, () => {
    const day = first + int(0, days)
    const who = chance(0.1) ? 'nobody' : pick(all)
    if (chance(0.4)) return `{ who: ${who}, on: ${date(day)} }`
    const from = day * DAY + int(0, 23) * HOUR
    return `{ who: ${who}, from: ${writeWall(from)}, to: ${writeWall(from + int(1, 60) * HOUR)} }`
  })
  const yaml = [
    'people:',
    ...PEOPLE.map((id) => `  ${id}: {}`),
    'rotations:',
    '  primary:',
    `    timezone: ${zone}`,
    '    coverage: none',
    '    layers:',
    ...layers,
    ...(overrides.length === 0 ? [] : [`    overrides: [${overrides.join(', ')}]`]),
    '',
  ].join('\n')
  return { kind, yaml, from: first * DAY, to: (first + days) * DAY }
}
