/** What happened on a stretch of a rotation: its pages, its incidents, the nights that they cost. */
import type { Instant } from '../../time/instant.ts'
import { intersection, type Interval } from '../../time/interval.ts'
import type { Day } from '../../time/wall.ts'
import type { HolidayList } from '../../model/holidays.ts'
import type { Incident, LogEntry, User } from '../../model/incident.ts'
import { settingAt, WORKING_DAY } from '../../model/person.ts'
import { isOffHours } from '../burden.ts'
import { dutyOf, holds, type Duty, type Responder, type Responders } from './duty.ts'
import { nightAt, nightsIn, sleepHourAt } from './night.ts'
import { pagesOf, type Page } from './page.ts'

/** A page that belongs to a report. */
export interface JudgedPage extends Page {
  readonly who: Responder
  /** The date of the evening of the night that it lies in; undefined by day. */
  readonly night: Day | undefined
  readonly isOff: boolean
}

/** An incident that belongs to a report in one way or more. */
export interface JudgedIncident {
  readonly incident: Incident
  readonly isPaged: boolean
  /** Whether it was open at the beginning, and at the end. */
  readonly isInherited: boolean
  readonly isLeftOpen: boolean
  /** To whom it was escalated while somebody who held the rotation had it, and how long that had been. */
  readonly escalations: readonly { readonly to: readonly User[]; readonly after: number }[]
}

/** The nights of one person. */
export interface Nights {
  /** Those in which they held the rotation. */
  readonly covered: ReadonlySet<Day>
  readonly interrupted: ReadonlySet<Day>
  /** Clock hours of nights in which they were paged or did something. */
  readonly hours: ReadonlySet<string>
}

/** How many nights and hours, summed over people. */
export function sumOfNights(nights: Judgement['nights']): Record<keyof Nights, number> {
  const sums = { covered: 0, interrupted: 0, hours: 0 }
  for (const { covered, interrupted, hours } of nights.values()) {
    sums.covered += covered.size
    sums.interrupted += interrupted.size
    sums.hours += hours.size
  }
  return sums
}

/** What the pages of a stretch come to, for those who had the duty. */
export interface Judgement {
  readonly within: Interval
  readonly duty: Duty
  /** In order of time. */
  readonly pages: readonly JudgedPage[]
  /** In order of their creation. */
  readonly incidents: readonly JudgedIncident[]
  /** How many incidents of its services began in the stretch and rang for nobody who held it. */
  readonly quiet: number
  /** By the key of the person: all who held the rotation. */
  readonly nights: ReadonlyMap<string, Nights>
}

/** What a judgement is made of. */
export interface Evidence {
  /** All rotations that may have a claim on a page, the one that is judged among them. */
  readonly duties: readonly Duty[]
  /** Each once, with its log where it touches the stretch. */
  readonly incidents: readonly Incident[]
  readonly people: Responders
  readonly lists: Iterable<HolidayList>
}

/** The judgement of a stretch by what there is to know of its incidents. */
export function judge(within: Interval, duty: Duty, evidence: Evidence): Judgement {
  const { duties, people } = evidence
  const own = evidence.incidents
    .filter(({ service, created }) => duty.services.has(service.id) && created < within.end)
    .sort((a, b) => a.created - b.created || a.number - b.number || (a.id < b.id ? -1 : 1))
  const pages = own
    .flatMap((incident) => pagesOf(incident))
    .filter((page) => isIn(within, page.at) && dutyOf(page, duties, people) === duty)
    .map((page) => judged(page, evidence))
    .sort((a, b) => a.at - b.at)
  const paged = new Set(pages.map(({ incident }) => incident))
  const incidents = own.map((incident) => ({
    incident,
    isPaged: paged.has(incident),
    isInherited: incident.created < within.start && isOpenAt(incident, within.start),
    isLeftOpen: isOpenAt(incident, within.end),
    escalations: escalationsOf(incident, within, duty, people),
  }))
  return {
    within,
    duty,
    pages,
    incidents: incidents.filter((one) => one.isPaged || one.isInherited || one.isLeftOpen),
    quiet: own.filter((one) => one.created >= within.start && !paged.has(one)).length,
    nights: nightsOf(within, duty, pages, own, people),
  }
}

function isIn({ start, end }: Interval, at: Instant): boolean {
  return start <= at && at < end
}

/** Of an incident that was created before. */
function isOpenAt({ resolved }: Incident, at: Instant): boolean {
  return resolved === undefined || resolved >= at
}

function judged(page: Page, { people, lists }: Evidence): JudgedPage {
  const who = people.named(people.keyOf(page.user.id))
  const { person, zone } = who
  const setting = person ? settingAt(person, page.at) : { zone, hours: WORKING_DAY }
  return {
    ...page,
    who,
    night: nightAt(zone, page.at),
    isOff: isOffHours(setting, page.at, lists),
  }
}

/** Whom it is assigned to is what the log says; until it says so, those who were paged. */
function escalationsOf(
  { log, created }: Incident,
  within: Interval,
  duty: Duty,
  { keyOf }: Responders,
): JudgedIncident['escalations'] {
  const found: { to: readonly User[]; after: number }[] = []
  const paged: User[] = []
  let told: readonly User[] | undefined
  let since = created
  for (const entry of log) {
    if (entry.kind === 'notify' && entry.isLoud) paged.push(entry.user)
    if (entry.kind !== 'assign' && entry.kind !== 'escalate') continue
    const assigned = told ?? paged
    const isOurs = assigned.some(({ id }) => holds(duty, keyOf(id), entry.at))
    if (entry.kind === 'escalate' && isIn(within, entry.at) && isOurs) {
      found.push({ to: entry.to, after: entry.at - since })
    }
    told = entry.to
    since = entry.at
  }
  return found
}

function nightsOf(
  within: Interval,
  duty: Duty,
  pages: readonly JudgedPage[],
  incidents: readonly Incident[],
  people: Responders,
): Judgement['nights'] {
  const nights = new Map<string, { covered: Set<Day>; interrupted: Set<Day>; hours: Set<string> }>()
  for (const [key, stretches] of duty.held) {
    const part = stretches.flatMap((stretch) => intersection(stretch, within) ?? [])
    if (part.length === 0) continue
    const covered = new Set(nightsIn(people.named(key).zone, part))
    nights.set(key, { covered, interrupted: new Set(), hours: new Set() })
  }
  const awake = (key: string, at: Instant): void => {
    const hour = sleepHourAt(people.named(key).zone, at)
    if (hour !== undefined) nights.get(key)?.hours.add(hour)
  }
  for (const { who, night, rings } of pages) {
    const mine = nights.get(who.key)
    if (night !== undefined && mine?.covered.has(night)) mine.interrupted.add(night)
    for (const at of rings) awake(who.key, at)
  }
  for (const { log } of incidents) {
    for (const entry of log) {
      const key = isIn(within, entry.at) ? doerOf(entry, people) : undefined
      if (key !== undefined && holds(duty, key, entry.at)) awake(key, entry.at)
    }
  }
  return nights
}

/** Who acknowledged, noted or resolved something, which nobody does asleep. */
function doerOf({ kind, by }: LogEntry, { keyOf }: Responders): string | undefined {
  const isAct = kind === 'acknowledge' || kind === 'note' || kind === 'resolve'
  return isAct && by?.kind === 'user' ? keyOf(by.user.id) : undefined
}
