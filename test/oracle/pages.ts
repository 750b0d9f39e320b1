/**
 * What a page is and whom it belongs to, reckoned a second time and naively, out of plain lists: each question is
 * answered by looking at everything. Incidents by chance, so that the two can be held against each other.
 */
import { mulberry32 } from '../mulberry.ts'
import { DAY, MINUTE, wallAt } from './zone.ts'

/** As the log of an incident has it, in the words of its types. */
export interface Event {
  readonly at: number
  readonly type: string
  /** Whom it notified, or who did it; `service` is nobody. */
  readonly who?: string
  readonly by?: string
  readonly to?: readonly string[]
}

export interface Case {
  readonly from: number
  readonly to: number
  readonly zones: Readonly<Record<string, string>>
  readonly duties: readonly {
    readonly id: string
    readonly stints: readonly {
      readonly start: number
      readonly end: number
      readonly who: string
    }[]
    readonly levels: Readonly<Record<string, number>>
    readonly services: readonly string[]
  }[]
  readonly incidents: readonly {
    readonly id: string
    readonly service: string
    readonly policy: string
    readonly created: number
    readonly resolved: number | null
    readonly log: readonly Event[]
  }[]
}

type Duty = Case['duties'][number]
type Incident = Case['incidents'][number]

const ANSWERS =
  'acknowledge resolve assign delegate escalate snooze unacknowledge repeat_escalation_path'.split(
    ' ',
  )
const LOUD = ['phone', 'sms', 'push']

function holding(duty: Duty, who: string, at: number): boolean {
  return duty.stints.some((one) => one.who === who && one.start <= at && at < one.end)
}

/** Each loud notification with nothing loud to the same person between it and the last answer before it. */
function beginnings({ log }: Incident): { who: string; at: number; times: number }[] {
  const loud = log.flatMap((one, i) => (LOUD.includes(one.type) ? [{ ...one, i }] : []))
  const answeredBefore = (i: number): number =>
    log.findLastIndex((one, j) => j < i && ANSWERS.includes(one.type))
  const firsts = loud.filter(
    ({ who, i }) => !loud.some((one) => one.who === who && one.i < i && one.i > answeredBefore(i)),
  )
  return firsts.map(({ who = '', at, i }) => ({
    who,
    at,
    times: loud.filter((one) => one.who === who && one.i >= i && answeredBefore(one.i) <= i).length,
  }))
}

function owner(all: Case, incident: Incident, who: string, at: number): string | undefined {
  const may = all.duties.filter(
    (one) => one.services.includes(incident.service) && holding(one, who, at),
  )
  const levelOf = (one: Duty): number => one.levels[incident.policy] ?? 1000
  const lowest = Math.min(...may.map(levelOf))
  return may.find((one) => levelOf(one) === lowest)?.id
}

function isNight(zone: string, at: number): boolean {
  const hour = new Date(wallAt(zone, at)).getUTCHours()
  return hour >= 22 || hour <= 6
}

/** The date on the clock the last time that it showed an hour from 22 on. */
function evening(zone: string, at: number): string {
  let back = at
  while (new Date(wallAt(zone, back)).getUTCHours() < 22) back -= 30 * MINUTE
  return new Date(wallAt(zone, back)).toISOString().slice(0, 10)
}

/** The hour on the clock and how far that is from UTC: the second 02 of a night is another than the first. */
function hourOn(zone: string, at: number): string {
  const wall = wallAt(zone, at)
  return `${new Date(wall).toISOString().slice(0, 13)} ${wall - at}`
}

export interface Told {
  readonly pages: readonly string[]
  readonly incidents: readonly string[]
  readonly quiet: number
  readonly nights: readonly string[]
}

function open({ resolved }: Incident, at: number): boolean {
  return resolved === null || resolved >= at
}

/** All that a report of one rotation says. */
export function naiveReport(all: Case, id: string): Told {
  const duty = all.duties.find((one) => one.id === id)!
  const zoneOf = (who: string): string => all.zones[who] ?? 'UTC'
  const within = (at: number): boolean => all.from <= at && at < all.to
  const own = all.incidents.filter(
    (one) => duty.services.includes(one.service) && one.created < all.to,
  )
  const pages = own.flatMap((incident) =>
    beginnings(incident)
      .filter(({ at }) => within(at))
      .filter(({ who, at }) => owner(all, incident, who, at) === id)
      .map((page) => ({ ...page, incident })),
  )
  const rang = (incident: Incident): boolean => pages.some((page) => page.incident === incident)
  const incidents = own.flatMap((incident) => {
    const flags = [
      ...(rang(incident) ? ['paged'] : []),
      ...(incident.created < all.from && open(incident, all.from) ? ['inherited'] : []),
      ...(open(incident, all.to) ? ['left open'] : []),
    ]
    const escalated = incident.log.flatMap((one, i) => {
      if (one.type !== 'escalate' || !within(one.at)) return []
      const last = incident.log
        .slice(0, i)
        .findLast(({ type }) => ['assign', 'delegate', 'escalate'].includes(type))
      // Where nobody said whom it was assigned to, whoever was paged.
      const paged = incident.log.slice(0, i).flatMap((e) => (LOUD.includes(e.type) ? e.who! : []))
      const had = (last?.to ?? paged).some((who) => holding(duty, who, one.at))
      const since = last?.at ?? incident.created
      return had ? [`to ${one.to?.join()} after ${(one.at - since) / 1000}`] : []
    })
    const acknowledged = incident.log.find(({ type }) => type === 'acknowledge')?.at
    const first = incident.log.find(({ type }) => type === 'trigger')?.at ?? 0
    const took = acknowledged === undefined ? '-' : (acknowledged - first) / 1000
    return flags.length === 0 ? [] : [[incident.id, ...flags, ...escalated, took].join(' ')]
  })
  const nights = [...new Set(duty.stints.map(({ who }) => who))].flatMap((who) => {
    const minutes = new Map<string, number>()
    let isThere = false
    for (let at = all.from; at < all.to; at += MINUTE) {
      if (!holding(duty, who, at)) continue
      isThere = true
      if (!isNight(zoneOf(who), at)) continue
      const night = evening(zoneOf(who), at)
      minutes.set(night, (minutes.get(night) ?? 0) + 1)
    }
    if (!isThere) return []
    const mine = pages.filter((page) => page.who === who && isNight(zoneOf(who), page.at))
    const hit = new Set(mine.map(({ at }) => evening(zoneOf(who), at)))
    const rings = pages
      .filter((page) => page.who === who)
      .flatMap(({ incident, at, times }) =>
        incident.log
          .filter((one) => LOUD.includes(one.type) && one.who === who && one.at >= at)
          .slice(0, times)
          .map((one) => one.at),
      )
    const acts = own.flatMap(({ log }) =>
      log.flatMap((one) =>
        ['acknowledge', 'resolve', 'annotate'].includes(one.type) &&
        one.by === who &&
        within(one.at) &&
        holding(duty, who, one.at)
          ? [one.at]
          : [],
      ),
    )
    const awake = [...rings, ...acts].filter((at) => isNight(zoneOf(who), at))
    const hours = new Set(awake.map((at) => hourOn(zoneOf(who), at)))
    const interrupted = [...hit].filter((night) => minutes.has(night)).length
    return [`${who} ${interrupted} of ${minutes.size}, ${hours.size}`]
  })
  return {
    pages: pages
      .sort((a, b) => a.at - b.at)
      .map(({ who, at, times, incident }) => {
        const night = isNight(zoneOf(who), at) ? evening(zoneOf(who), at) : '-'
        return `${incident.id} ${who} ${at} x${times} ${night}`
      }),
    incidents: incidents.sort(),
    quiet: own.filter((one) => one.created >= all.from && !rang(one)).length,
    nights: nights.sort(),
  }
}

/** Zones with the awkward changes, and when one of them changes. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/St_Johns',
  'UTC',
]
const CHANGES = [
  '2026-10-25T01:00Z',
  '2026-11-01T06:00Z',
  '2026-04-04T15:00Z',
  '2027-03-28T01:00Z',
  '2011-12-30T10:00Z',
  '2026-06-10T12:00Z',
]
const OTHERS =
  'email acknowledge annotate escalate assign delegate unacknowledge snooze repeat_escalation_path resolve priority_change exhaust_escalation_path'.split(
    ' ',
  )
const PEOPLE = ['ann', 'bob', 'cat', 'dan']

/** A few days of two or three rotations, and incidents: the same seed gives the same ones. */
export function randomCase(seed: number, count = 12): Case {
  const chance = mulberry32(seed)
  const below = (n: number): number => Math.floor(chance() * n)
  const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T
  const around = Date.parse(pick(CHANGES))
  const from = around - (1 + below(3)) * DAY + below(24 * 60) * MINUTE
  const to = from + (1 + below(4)) * DAY + below(600) * MINUTE
  const services = ['s1', 's2', 's3']
  const duties = Array.from({ length: 2 + below(2) }, (_, i) => {
    const stints: { start: number; end: number; who: string }[] = []
    for (let at = from - 2 * DAY; at < to + DAY;) {
      const end = at + (1 + below(chance() < 0.2 ? 60 : 2400)) * MINUTE
      if (chance() < 0.9) stints.push({ start: at, end, who: pick(PEOPLE) })
      if (chance() < 0.1) stints.push({ start: at, end: at + 30 * MINUTE, who: pick(PEOPLE) })
      at = end
    }
    const levels: Record<string, number> = {}
    if (chance() < 0.8) levels['p1'] = 1 + below(2)
    if (chance() < 0.5) levels['p2'] = 1 + below(3)
    return { id: `r${i}`, stints, levels, services: services.filter(() => chance() < 0.7) }
  })
  const whoHolds = (at: number): string =>
    chance() < 0.15
      ? pick(PEOPLE)
      : (pick(duties).stints.find((one) => one.start <= at && at < one.end)?.who ?? pick(PEOPLE))
  const incidents = Array.from({ length: count }, (_, i) => {
    const created = from - DAY + below((to - from + 2 * DAY) / 1000) * 1000
    const log: Event[] = [{ at: created, type: 'trigger' }]
    let at = created
    let who = whoHolds(at)
    if (chance() < 0.9) log.push({ at, type: 'assign', to: [who] })
    let resolved: number | null = null
    for (let step = 0; step < 3 + below(14) && resolved === null; step += 1) {
      at += chance() < 0.2 ? 0 : below(chance() < 0.2 ? 8 * 3600 : 900) * 1000
      const by = chance() < 0.7 ? who : chance() < 0.5 ? 'service' : pick(PEOPLE)
      const type = pick([...LOUD, ...LOUD, ...OTHERS])
      if (LOUD.includes(type) || type === 'email') log.push({ at, type, who })
      else if (['escalate', 'assign', 'delegate'].includes(type)) {
        who = whoHolds(at)
        log.push({ at, type, to: [who] })
      } else log.push({ at, type, by })
      if (type === 'resolve') resolved = at
    }
    const policy = pick(['p1', 'p1', 'p2', 'p3'])
    return { id: `i${i}`, service: pick(services), policy, created, resolved, log }
  })
  return {
    from,
    to,
    zones: Object.fromEntries(PEOPLE.map((person) => [person, pick(ZONES)])),
    duties,
    incidents,
  }
}
