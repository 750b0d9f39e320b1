/** Incidents as a team has them, by chance from a seed: who is called, who answers when, what is written about it. */
import type { Account, Incident, LogEntry, Policy, Service } from './account.ts'
import type { Interval } from './interval.ts'
import { wholeSecond } from './moment.ts'
import { heldBy } from './oncalls.ts'
import { DAY, MINUTE, SECOND } from './zone.ts'

/** What is to be made. */
export interface IncidentsSeed {
  readonly seed: number
  readonly count: number
  /** Epoch milliseconds: they begin from the one up to the other. */
  readonly from: number
  readonly to: number
}

/** What each service rings about. */
const TITLES: readonly (readonly string[])[] = [
  ['Replica lag on db-# over # s', 'Connections exhausted on db-#', 'Checkpoint takes # min'],
  ['Disk full on backup-#', 'Nightly backup missing since # h'],
  ['Error rate above # %', 'Certificate expires in # days', 'Latency p99 over # ms'],
]

const NOTES: readonly string[] = [
  'grow the volume, ticket #44',
  'false alarm, the threshold is too low',
  'waiting for the vendor, ticket 55 (ask support@vendor.example or +1 202 555 0143)',
  'restarted | fine since, see <https://wiki.example.com/db>',
  'failover to the replica, post-mortem follows',
]

/** How long PagerDuty waits after each way of calling: push, text, phone. */
const RINGS = [
  ['push', 2 * SECOND],
  ['email', 3 * SECOND],
  ['sms', MINUTE],
  ['phone', 5 * MINUTE],
  ['phone', 10 * MINUTE],
] as const

/** How long an acknowledgement is good for. */
const ACKNOWLEDGED = 30 * MINUTE

/** Puts incidents into the account, over its services and by their policies; their ids. */
export function seedIncidents(
  account: Account,
  { seed, count, from, to }: IncidentsSeed,
): string[] {
  const dice = diceOf(seed)
  const services = [...account.services.values()]
  if (services.length === 0) throw new Error('there is no service that could have incidents')
  const callees = calleesIn(account, { start: from - DAY, end: to + 2 * DAY })
  const starts = Array.from({ length: count }, () => wholeSecond(from + dice.part() * (to - from)))
  let last: Incident | undefined
  return starts
    .sort((a, b) => a - b)
    .map((createdAt) => {
      const service = dice.pick(services)
      const life = new Life(account, dice, service, createdAt, callees)
      last = life.run(titleFor(services.indexOf(service), dice), last)
      return last.id
    })
}

type Dice = ReturnType<typeof diceOf>
/** Whom a level of a policy calls at an instant. */
type Callees = (policy: Policy, level: number, at: number) => readonly string[]

/** What befalls one incident, entry by entry. */
class Life {
  readonly #account: Account
  readonly #dice: Dice
  readonly #service: Service
  readonly #callees: Callees
  readonly #id: string
  readonly #createdAt: number
  #at: number
  #assigned: readonly string[] = []

  constructor(account: Account, dice: Dice, service: Service, createdAt: number, callees: Callees) {
    this.#account = account
    this.#dice = dice
    this.#service = service
    this.#callees = callees
    this.#id = account.newId('short')
    this.#createdAt = createdAt
    this.#at = createdAt
  }

  run(title: string, before: Incident | undefined): Incident {
    const { part } = this.#dice
    const isLow = part() < 0.15
    this.#say('trigger', { service: this.#service.id, channel: { type: 'api', summary: title } })
    const isSilent = part() < 0.08
    const answerer = isSilent ? undefined : this.#call(isLow)
    const isOpen = part() < 0.03
    const isMerged = !isOpen && before !== undefined && part() < 0.04
    const isByItself = answerer === undefined || part() < 0.4
    if (answerer !== undefined) this.#work(answerer)
    const resolvedBy = isOpen ? undefined : isByItself && !isMerged ? this.#service.id : answerer
    const resolvedAt = isOpen ? undefined : this.#wait(2, 40)
    if (!isOpen) this.#say('resolve', this.#agent(resolvedBy ?? this.#service.id))
    const isAnswered = answerer !== undefined
    const incident: Incident = {
      id: this.#id,
      number: this.#account.incidents.size + 1,
      title,
      status: isOpen ? (isAnswered ? 'acknowledged' : 'triggered') : 'resolved',
      urgency: isLow ? 'low' : 'high',
      createdAt: this.#createdAt,
      resolvedAt,
      service: this.#service.id,
      policy: this.#service.policy,
      assignees: isOpen ? this.#assigned : [],
      teams: [],
      schedule: undefined,
      priority: part() < 0.2 ? `P${1 + this.#dice.below(3)}` : undefined,
      resolvedBy: isOpen ? undefined : (resolvedBy ?? this.#service.id),
      mergedInto: isMerged ? before?.id : undefined,
    }
    this.#account.incidents.set(incident.id, incident)
    return incident
  }

  /** Rings level after level until somebody acknowledges; who that is. */
  #call(isLow: boolean): string | undefined {
    const policy = this.#account.policies.get(this.#service.policy)
    for (const [level, { delayMinutes }] of (policy?.rules ?? []).entries()) {
      const users = policy === undefined ? [] : this.#callees(policy, level, this.#at)
      if (users.length === 0) continue
      const isFirst = this.#assigned.length === 0
      this.#assigned = users
      const channel = { type: isFirst ? 'auto' : 'timeout' }
      this.#say(isFirst ? 'assign' : 'escalate', {
        service: this.#service.id,
        assignees: users,
        channel,
      })
      const patience = delayMinutes * MINUTE
      const takes = this.#dice.part() < 0.12 ? patience : (0.5 + this.#dice.part() * 9) * MINUTE
      const answers = wholeSecond(takes)
      const [user = ''] = users
      for (const each of users) this.#ring(each, Math.min(answers, patience), isLow)
      this.#at += Math.min(answers, patience)
      if (answers >= patience) continue
      this.#say('acknowledge', { user })
      return user
    }
    return undefined
  }

  #ring(user: string, until: number, isLow: boolean): void {
    for (const [type, after] of RINGS) {
      if (after >= until || (isLow && type !== 'email')) continue
      const address = type === 'email' ? 'someone@example.com' : '+1 202 555 0198'
      this.#say(
        'notify',
        {
          user,
          channel: { type: 'auto', notification: { type, address, status: 'success' } },
        },
        this.#at + after,
      )
    }
  }

  /** What is done with an incident that somebody has acknowledged. */
  #work(user: string): void {
    const { part, pick } = this.#dice
    if (part() < 0.1) {
      this.#at += ACKNOWLEDGED
      this.#say('unacknowledge', { service: this.#service.id, channel: { type: 'timeout' } })
      const answers = wholeSecond((0.5 + part() * 9) * MINUTE)
      this.#ring(user, answers, false)
      this.#at += answers
      this.#say('acknowledge', { user })
    }
    if (part() < 0.1) this.#say('priority_change', { user }, this.#at + SECOND)
    if (part() < 0.4) {
      this.#at = this.#wait(1, 10)
      this.#say('annotate', { user, channel: { type: 'note' } })
      const id = this.#account.newId('short')
      const content = pick(NOTES)
      const note = { id, incident: this.#id, user, content, createdAt: this.#at }
      this.#account.notes.set(id, note)
    }
  }

  #wait(least: number, most: number): number {
    this.#at += wholeSecond((least + this.#dice.part() * (most - least)) * MINUTE)
    return this.#at
  }

  #agent(id: string): Pick<LogEntry, 'user' | 'service'> {
    const isUser = this.#account.users.has(id)
    return { user: isUser ? id : undefined, service: isUser ? undefined : id }
  }

  #say(type: string, more: Partial<LogEntry>, createdAt = this.#at): void {
    const id = this.#account.newId('short')
    this.#account.logEntries.set(id, {
      id,
      type: `${type}_log_entry`,
      createdAt,
      incident: this.#id,
      user: undefined,
      service: undefined,
      assignees: [],
      summary: type,
      channel: { type: 'auto' },
      ...more,
    })
  }
}

/** What schedules render is worked out once for all incidents. */
function calleesIn(account: Account, range: Interval): Callees {
  const known = new Map<string, ReturnType<typeof heldBy>>()
  return ({ rules }, level, at) => {
    const users = (rules[level]?.targets ?? []).flatMap((target) => {
      if (target.kind === 'user') return [target.id]
      const held = known.get(target.id) ?? heldBy(account, target, range)
      known.set(target.id, held)
      return held.filter(({ start, end }) => start <= at && at < end).map(({ user }) => user)
    })
    return [...new Set(users)]
  }
}

function titleFor(service: number, dice: Dice): string {
  const titles = TITLES[service % TITLES.length] ?? []
  return dice.pick(titles).replaceAll(/(?<!ticket )#/g, () => String(1 + dice.below(9)))
}

/** Numbers by chance, the same for the same seed (Mulberry32). */
function diceOf(seed: number): {
  readonly part: () => number
  readonly below: (n: number) => number
  readonly pick: <T>(all: readonly T[]) => T
} {
  let state = seed >>> 0
  const part = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(part() * n)
  // A list of nothing is asked for by nobody.
  return { part, below, pick: (all) => all[below(all.length)] as (typeof all)[number] }
}
