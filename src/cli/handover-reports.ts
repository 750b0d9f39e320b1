/** The reports of `rotate handover`: what the file says, and what PagerDuty says of pages where it may be asked. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Note } from '../model/incident.ts'
import type { Rotation } from '../model/rotation.ts'
import { meetingFrom, nextAt } from '../insight/handover/next.ts'
import { leaversOf, type PagesPart, type Report } from '../insight/handover/report.ts'
import { foreignSwaps, swapsWithin } from '../insight/handover/swaps.ts'
import { againOf, alertKey, noteBefore, type Earlier } from '../insight/pages/again.ts'
import { heldBy, type Duty, type Responders } from '../insight/pages/duty.ts'
import { judge, type Judgement } from '../insight/pages/judge.ts'
import { isComparable, trendRow, type TrendRow } from '../insight/pages/trend.ts'
import { compare } from '../timeline/compare.ts'
import { timelineOf } from '../timeline/rotation.ts'
import type { Io } from '../io/io.ts'
import type { Handover } from '../views/handover.ts'
import { hasLogin, readPaging, type Paging } from './paging.ts'
import { earlierReports, type EarlierReport } from './previous.ts'
import type { Session } from './session.ts'

/** What reports are asked for. */
export interface Asked {
  readonly at: Instant
  readonly isMany: boolean
  readonly about: readonly {
    readonly rotation: Rotation
    readonly within: Interval
    readonly shift?: NonNullable<Report['shift']>
    /** What it is held against, the latest first. */
    readonly earlier: readonly Interval[]
  }[]
}

type About = Asked['about'][number]

/** The reports that are asked for, and whether PagerDuty could be asked about pages. */
export async function reportsOn(
  asked: Asked,
  session: Session,
  previous: string | undefined,
  io: Io,
): Promise<Pick<Handover, 'reports' | 'hasPager'>> {
  const known = previous === undefined ? [] : earlierReports(previous, io)
  const paging = hasLogin(io) ? await pagingFor(asked, known, session, io) : undefined
  const reports: Report[] = []
  const write = async (): Promise<void> => {
    for (const one of asked.about) reports.push(await reportOn(one, session, paging, known))
  }
  if (paging === undefined) await write()
  else await paging.talking(() => 'nothing was written', write)
  return { reports, hasPager: paging !== undefined }
}

/** One reading for all of them, from the first beginning to the last end. */
function pagingFor(
  { about }: Asked,
  known: readonly EarlierReport[],
  session: Session,
  io: Io,
): Promise<Paging> {
  const ranges = about.flatMap((one) => [
    one.within,
    ...one.earlier.filter((range) => reportOf(known, one.rotation, range) === undefined),
  ])
  const within = {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  }
  const rotations = about.map(({ rotation }) => rotation)
  return readPaging('handover', session, { rotations, within, isOpenToo: true }, io)
}

function reportOf(
  known: readonly EarlierReport[],
  { id }: Rotation,
  { start, end }: Interval,
): EarlierReport | undefined {
  return known.find(
    (one) => one.rotation === id && one.within.start === start && one.within.end === end,
  )
}

async function reportOn(
  one: About,
  { workspace, look }: Session,
  paging: Paging | undefined,
  known: readonly EarlierReport[],
): Promise<Report> {
  const { rotation, within, shift } = one
  const duty = paging?.dutyOf(rotation.id)
  const timeline = timelineOf(rotation, within)
  const people = paging?.people ?? byTheFile(workspace)
  const held = duty?.held ?? heldBy(timeline)
  const shownThere = duty && stretchesOf(duty, within)
  const differences = shownThere === undefined ? [] : compare(timeline, shownThere, within)
  const items =
    paging === undefined || differences.length === 0
      ? []
      : await paging.foreignOf(rotation.id, within)
  const swaps = [...swapsWithin(rotation, within), ...foreignSwaps(items, differences)]
  const next = nextAt(workspace, rotation, within.end)
  const everybody = [...leaversOf({ held, within }), ...next.people]
  return {
    rotation,
    within,
    shift,
    isComplete: look.now >= within.end,
    people,
    held,
    swaps: swaps.sort((a, b) => a.start - b.start),
    differences,
    next,
    meeting: meetingFrom(workspace, everybody, within.end),
    pages: paging && duty && (await pagesPart(one, duty, paging, known)),
  }
}

function byTheFile({ people, zone }: Session['workspace']): Responders {
  return {
    keyOf: (user) => user,
    named: (key) => {
      const person = people.get(key)
      return { key, name: person?.name ?? key, person, zone: person?.zone ?? zone }
    },
  }
}

/** Who holds a duty, as a timeline: cut wherever somebody comes or goes. */
function stretchesOf(
  { held }: Duty,
  within: Interval,
): (Interval & { readonly people: readonly string[] })[] {
  const edges = [...held.values()].flat().flatMap(({ start, end }) => [start, end])
  const cuts = [...new Set([within.start, ...edges, within.end])]
    .filter((at) => within.start <= at && at <= within.end)
    .sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, i) => ({
    start,
    end: cuts[i + 1] ?? start,
    people: [...held].flatMap(([key, all]) =>
      all.some((stretch) => stretch.start <= start && start < stretch.end) ? [key] : [],
    ),
  }))
}

async function pagesPart(
  { rotation, within, earlier }: About,
  duty: Duty,
  paging: Paging,
  known: readonly EarlierReport[],
): Promise<PagesPart> {
  const judgement = judge(within, duty, paging)
  const notes = new Map<string, Note>()
  for (const { incident } of judgement.incidents) {
    const note = await paging.lastNote(incident.id)
    if (note !== undefined) notes.set(incident.id, note)
  }
  const before = earlier.map((range) => {
    const told = reportOf(known, rotation, range)
    return told === undefined ? judge(range, duty, paging) : told
  })
  const now = trendRow(judgement)
  const rows = before.map((one): TrendRow => ('row' in one ? one.row : trendRow(one)))
  return {
    judgement,
    notes,
    again: await againWith(judgement, before, notes, paging),
    now,
    trend: rows.map((row) => ({ ...row, isComparable: isComparable(row, now) })),
  }
}

/** What rang again, each with the last note of an earlier one: of this range, else of those before. */
async function againWith(
  judgement: Judgement,
  before: readonly (Judgement | EarlierReport)[],
  notes: ReadonlyMap<string, Note>,
  paging: Paging,
): Promise<PagesPart['again']> {
  const paged = judgement.incidents.flatMap(({ incident, isPaged }) => (isPaged ? [incident] : []))
  const groups = againOf(paged)
  const here = paged.flatMap((incident): Earlier[] => {
    const note = notes.get(incident.id)
    return note === undefined ? [] : [{ key: alertKey(incident), created: incident.created, note }]
  })
  const told = before.flatMap((one) => ('row' in one ? one.earlier : []))
  const all: PagesPart['again'][number][] = []
  for (const group of groups) {
    const own = noteBefore(group, [...here, ...told])
    all.push({ ...group, note: own ?? (await olderNote(group, before, paging)) })
  }
  return all
}

/** Of incidents that were read for the trend: asked one after the other, the latest first, until there is a note. */
async function olderNote(
  { incidents: [first] }: PagesPart['again'][number] | ReturnType<typeof againOf>[number],
  before: readonly (Judgement | EarlierReport)[],
  paging: Paging,
): Promise<Note | undefined> {
  if (first === undefined) return undefined
  const key = alertKey(first)
  const older = before
    .flatMap((one) => ('row' in one ? [] : one.incidents))
    .flatMap(({ incident, isPaged }) =>
      isPaged && alertKey(incident) === key && incident.created < first.created ? [incident] : [],
    )
    .sort((a, b) => b.created - a.created)
  for (const incident of new Set(older)) {
    if (!incident.log.some(({ kind }) => kind === 'note')) continue
    const note = await paging.lastNote(incident.id)
    if (note !== undefined) return note
  }
  return undefined
}
