/** Who is paged at which level, for `who` and `status`. */
import { sameTwice, type Escalation } from '../model/escalation.ts'
import { clean } from './clean.ts'
import { Clock } from './clock.ts'
import { time, type Json } from './json.ts'
import type { Look } from './look.ts'
import { table, type Table } from './table.ts'
import { unbroken, wrap } from './wrap.ts'

const TABLE: Table<'policy' | 'level' | 'who' | 'until' | 'rotation'> = {
  columns: {
    policy: 'policy',
    level: 'level',
    who: 'person',
    until: 'until',
    rotation: 'rotation',
  },
  narrower: [{ wrap: 'policy', to: 12 }, { above: 'policy' }, { above: 'who' }],
}

/** Who is paged at which level, for a terminal. */
export function sayEscalations(all: readonly Escalation[], look: Look): string {
  const { paint } = look
  const title = `${paint.faint('PAGED BY PAGERDUTY')}\n`
  if (all.length === 0) {
    return `${title}${wrap(`${paint.error('nobody')}: no escalation policy pages anybody through these rotations now`, look.width)}`
  }
  const clock = new Clock(look)
  const rows = all.map(({ policy, level, who, until, rotation }) => ({
    policy,
    level: String(level),
    who: { text: unbroken(who), brush: paint.strong },
    until: unbroken(until === Infinity ? 'without end' : clock.say(until)),
    rotation,
  }))
  const warnings = sameTwice(all).map(({ policy, who }) =>
    wrap(
      `${paint.warning('warning')}: levels 1 and 2 of '${clean(policy)}' both page ${unbroken(clean(who))}: where they do not answer nobody else is paged in between`,
      look.width,
    ),
  )
  return `${title}${table(TABLE, rows, look)}${warnings.join('')}`
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
