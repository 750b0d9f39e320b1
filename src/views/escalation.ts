/** Who is paged at which level, for `who` and `status`. */
import { sameTwice, type Escalation } from '../model/escalation.ts'
import { clean } from './clean.ts'
import { Clock } from './clock.ts'
import { time, type Json } from './json.ts'
import type { Look } from './look.ts'
import { table } from './table.ts'
import { wrap } from './wrap.ts'

const COLUMNS = [
  { title: 'policy', least: 8 },
  { title: 'level' },
  { title: 'person', least: 12 },
  { title: 'until' },
  { title: 'rotation', least: 8 },
]

/** Who is paged at which level, for a terminal. */
export function sayEscalations(all: readonly Escalation[], look: Look): string {
  const { paint } = look
  const title = `${paint.faint('PAGED BY PAGERDUTY')}\n`
  if (all.length === 0) {
    return `${title}${wrap(`${paint.error('nobody')}: no escalation policy pages anybody through these rotations now`, look.width)}`
  }
  const clock = new Clock(look)
  const rows = all.map(({ policy, level, who, until, rotation }) => [
    policy,
    String(level),
    { text: who, brush: paint.strong },
    until === Infinity ? 'without end' : clock.say(until),
    rotation,
  ])
  const warnings = sameTwice(all).map(({ policy, who }) =>
    wrap(
      `${paint.warning('warning')}: levels 1 and 2 of '${clean(policy)}' both page ${clean(who)}: where they do not answer nobody else is paged in between`,
      look.width,
    ),
  )
  return `${title}${table(COLUMNS, rows, look.width, paint)}${warnings.join('')}`
}

/** Who is paged at which level, as data. */
export function escalationsJson(all: readonly Escalation[]): Json {
  return all.map(({ policy, level, rotation, who, person, until }) => ({
    policy,
    level,
    rotation,
    person: person ?? null,
    name: who,
    until: time(until),
  }))
}
