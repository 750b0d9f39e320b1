/** The report of a shift for programs; docs/json.md describes the keys. Reading it again is for the trend of later ones. */
import { writeDay, writeUtc } from '../time/wall.ts'
import type { Interval } from '../time/interval.ts'
import type { Agent, Note, User } from '../model/incident.ts'
import type { Occurrence } from '../timeline/occurrences.ts'
import { holdersWithin, type Next, type Stay } from '../insight/handover/next.ts'
import type { PagesPart, Report } from '../insight/handover/report.ts'
import type { Swap } from '../insight/handover/swaps.ts'
import { sumOfNights } from '../insight/pages/judge.ts'
import { acknowledgedAt, resolverOf } from '../insight/pages/times.ts'
import type { TrendRow } from '../insight/pages/trend.ts'
import type { Handover } from './handover.ts'
import { time, type Json } from './json.ts'

/** One report, or a list of them where there may be several. */
export function handoverJson(handover: Handover): Json {
  const all = handover.reports.map((report) => reportJson(report, handover.isBare))
  return handover.isMany ? all : (all[0] ?? null)
}

function reportJson(report: Report, isBare: boolean): Json {
  const { rotation, within, shift, isComplete, held, swaps, differences, next, meeting, pages } =
    report
  return {
    rotation: rotation.id,
    ...rangeJson(within),
    complete: isComplete,
    shift: shift ?? null,
    holders: holdersWithin(held, within).map(({ key, start, end }) => ({
      ...personJson(key, report),
      ...stretchJson({ start, end }),
    })),
    ...(pages && pagesJson(pages, report, isBare)),
    overrides: swaps.map((one) => swapJson(one, report)),
    differences: differences.map(({ start, end, before, after }) => ({
      ...stretchJson({ start, end }),
      file: before.map((key) => idOf(key, report)),
      service: after.map((key) => idOf(key, report)),
    })),
    next: nextJson(next, report),
    meeting: meeting === undefined ? null : meetingJson(meeting, within),
  }
}

function pagesJson(
  { judgement, notes, again, trend }: PagesPart,
  report: Report,
  isBare: boolean,
): { readonly [key: string]: Json } {
  const { pages, incidents, quiet, nights } = judgement
  return {
    incidents: incidents.map(
      ({ incident, isPaged, isInherited, isLeftOpen, escalations }): Json => ({
        id: incident.id,
        number: incident.number,
        title: isBare ? null : incident.title,
        service: incident.service.name,
        urgency: incident.urgency,
        priority: incident.priority,
        created: writeUtc(incident.created),
        resolved: time(incident.resolved),
        resolved_by: agentJson(resolverOf(incident), report),
        acknowledged: time(acknowledgedAt(incident)),
        paged: isPaged,
        inherited: isInherited,
        left_open: isLeftOpen,
        escalated_to: [
          ...new Set(escalations.flatMap(({ to }) => to.map((user) => userJson(user, report)))),
        ],
        merged: incident.merged,
        note: isBare ? null : noteJson(notes.get(incident.id), report),
        url: isBare ? null : incident.url,
      }),
    ),
    pages: pages.map(({ incident, who, at, rings, night, isOff }): Json => ({
      incident: incident.id,
      ...personJson(who.key, report),
      at: writeUtc(at),
      times: rings.length,
      night: night === undefined ? null : writeDay(night),
      off_hours: isOff,
    })),
    quiet,
    nights: { ...sumOfNights(nights) },
    again: again.map(({ title, service, incidents: all, note }) => ({
      title: isBare ? null : title,
      service: service.name,
      incidents: all.map(({ id }) => id),
      note: isBare ? null : noteJson(note, report),
    })),
    trend: trend.map((row) => trendJson(row, report)),
  }
}

function trendJson(
  row: TrendRow & { readonly isComparable: boolean },
  report: Report,
): { readonly [key: string]: Json } {
  const { within, people, pages, incidents, nightPages, nightsInterrupted, isComparable } = row
  return {
    ...rangeJson(within),
    people: people.map((key) => idOf(key, report)),
    pages,
    incidents,
    night_pages: nightPages,
    nights_interrupted: nightsInterrupted,
    comparable: isComparable,
  }
}

function swapJson(swap: Swap, report: Report): Json {
  const { kind, people, insteadOf, start, end, why, isForeign, by } = swap
  return {
    people: people.map((key) => idOf(key, report)),
    instead_of: insteadOf.map((key) => idOf(key, report)),
    add: kind === 'add',
    ...stretchJson({ start, end }),
    why: why ?? null,
    made_in: isForeign ? 'pagerduty' : 'file',
    by: by ?? null,
  }
}

function nextJson(next: Next, report: Report): Json {
  return {
    ...stayJson(next),
    overrides: next.swaps.map((one) => swapJson(one, report)),
    away: next.away.map(({ person, start, end, why }) => ({
      person,
      ...stretchJson({ start, end }),
      why: why ?? null,
    })),
    holidays: next.holidays.map(({ person, day }) => ({ person, date: writeDay(day) })),
    clock_changes: next.clockChanges.map(({ person, at, before, after }) => ({
      person,
      at: writeUtc(at),
      minutes: (after - before) / 60_000,
    })),
    gaps: next.gaps.map(stretchJson),
    followers: next.followers.map(stayJson),
  }
}

function stayJson({ rotation, people, start, end }: Stay): { readonly [key: string]: Json } {
  return { rotation: rotation.id, people, ...stretchJson({ start, end }) }
}

function meetingJson({ meeting, start, end, chair, terms }: Occurrence, within: Interval): Json {
  return {
    meeting: meeting.id,
    ...stretchJson({ start, end }),
    chair,
    place: terms.where ?? null,
    handover: start === within.end,
  }
}

function rangeJson({ start, end }: Interval): { from: string; to: string } {
  return { from: writeUtc(start), to: writeUtc(end) }
}

function stretchJson({ start, end }: Interval): { start: string; end: string | null } {
  return { start: writeUtc(start), end: time(end) }
}

/** The id of a person, or null and the name of a user whom the file does not know. */
function personJson(key: string, { people }: Report): { readonly [key: string]: Json } {
  const { person, name } = people.named(key)
  return person === undefined ? { person: null, name } : { person: person.id }
}

/** The id of a person, else a name. */
function idOf(key: string, { people }: Report): string {
  const { person, name } = people.named(key)
  return person?.id ?? name
}

function userJson(user: User, report: Report): string {
  const { person, name } = report.people.named(report.people.keyOf(user.id))
  return person?.id ?? (name === user.id ? user.name : name)
}

function agentJson(agent: Agent | undefined, report: Report): string | null {
  if (agent === undefined) return null
  return agent.kind === 'service' ? 'service' : userJson(agent.user, report)
}

function noteJson(note: Note | undefined, report: Report): Json {
  if (note === undefined) return null
  const { at, by, text } = note
  return { by: by === undefined ? null : userJson(by, report), at: writeUtc(at), text }
}
