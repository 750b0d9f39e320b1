/** `rotate handover`: the report of a shift, as a team would write it. */
import { sayList } from '../time/list.ts'
import { dayOfWall } from '../time/wall.ts'
import { sayDayNear, sayFullTime, sayOffset, sayTime, sayTimeOfDay } from '../time/words.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Occurrence } from '../timeline/occurrences.ts'
import type { Next, Stay } from '../insight/handover/next.ts'
import { leaversOf, type Report } from '../insight/handover/report.ts'
import { unexplained, type Swap } from '../insight/handover/swaps.ts'
import { keepBlock, strayBlocks, type Kept } from './handover-keep.ts'
import { sayByServiceAndHour, sayPagesSummary, sayTrend } from './handover-numbers.ts'
import { sayInherited, sayOpen, sayRang } from './handover-incidents.ts'
import { MARKDOWN, terminalStyle, type ReportStyle } from './handover-style.ts'
import type { Look } from './look.ts'
import { nameOf, sayNames } from './names.ts'
import { plain } from './paint.ts'

/** Reports, and how they are to be said. */
export interface Handover {
  readonly workspace: Workspace
  readonly reports: readonly Report[]
  /** Whether there may be several: then each has a mark with its id. */
  readonly isMany: boolean
  /** Whether a pager was asked. */
  readonly hasPager: boolean
  readonly isBare: boolean
  /** What people wrote into the file that is about to be replaced. */
  readonly kept: Kept | undefined
}

/** The report as Markdown, with a place for what people write. */
export function handoverMarkdown(handover: Handover, look: Look): string {
  const { reports, isMany, kept } = handover
  const ids = reports.map(({ rotation }) => (isMany ? rotation.id : ''))
  const said = reports.map((report, i) => {
    const view = new ReportView(handover, report, MARKDOWN, { ...look, paint: plain })
    return `${view.say()}${view.sayKeepTitle()}${keepBlock(ids[i] ?? '', kept)}`
  })
  return said.join('\n') + strayBlocks(ids, kept)
}

/** What people wrote is in the file. */
export function sayHandover(handover: Handover, look: Look): string {
  return handover.reports
    .map((report) => new ReportView(handover, report, terminalStyle(look), look).say())
    .join('\n')
}

class ReportView {
  readonly #handover: Handover
  readonly #report: Report
  readonly #style: ReportStyle
  readonly #look: Look

  constructor(handover: Handover, report: Report, style: ReportStyle, look: Look) {
    this.#handover = handover
    this.#report = report
    this.#style = style
    this.#look = look
  }

  say(): string {
    const { pages, next } = this.#report
    const { isBare } = this.#handover
    const style = this.#style
    const view = { report: this.#report, style, look: this.#look, isBare }
    return [
      this.#sayTitle(),
      ...(pages === undefined
        ? [style.line(this.#sayNoPages())]
        : [
            sayPagesSummary(pages, view),
            sayOpen(pages, view),
            sayRang(pages, view),
            sayInherited(pages, view),
            sayByServiceAndHour(pages, view),
            sayTrend(pages, view),
          ]),
      this.#saySwaps(),
      this.#sayDifferences(),
      this.#sayNext(next),
    ].join('')
  }

  #sayNoPages(): string {
    const why = this.#handover.hasPager
      ? 'PagerDuty has no schedule for this rotation'
      : `there is no token of PagerDuty (${this.#style.code('PAGERDUTY_TOKEN')}, docs/handover.md)`
    return `Nothing about pages: ${why}.`
  }

  sayKeepTitle(): string {
    const names = this.#names(this.#report.next.people)
    return this.#style.heading(names === 'nobody' ? 'For whoever comes' : `For ${names}`)
  }

  #sayTitle(): string {
    const { rotation, within, next } = this.#report
    const style = this.#style
    const leavers = leaversOf(this.#report)
    const [goes, comes] = [leavers, next.people].map((keys) => this.#names(keys)) as [
      string,
      string,
    ]
    const isSame = [...leavers].sort().join() === [...next.people].sort().join()
    const what = isSame ? `${goes} goes on` : `${goes} hands over to ${comes}`
    const words = isSame && leavers.length === 0 ? 'nobody is on call' : what
    // The year once: all other times are in it, or say theirs.
    const end = sayFullTime(this.#look.zone, within.end)
    const range = `${this.#time(within.start)} to ${end} ${style.text(this.#zone())}.`
    const meeting = this.#report.meeting
    const at =
      meeting?.start === within.end ? ` ${this.#sayMeeting(meeting, 'Handover meeting: ')}` : ''
    return style.title(`${style.text(rotation.name)}: ${words}`) + style.line(`${range}${at}`)
  }

  /** `Infrastructure, Mon 30 Nov 16:00 UTC, chaired by Alice (https://...)` */
  #sayMeeting(occurrence: Occurrence, before: string): string {
    const { meeting, start, chair, terms } = occurrence
    const style = this.#style
    const led = chair === null ? '' : `, chaired by ${this.#name(chair)}`
    const place = terms.where
    const where = place === undefined ? '' : ` (${style.place(place)})`
    return `${before}${style.text(meeting.name)}, ${this.#time(start)} ${style.text(this.#zone())}${led}${where}`
  }

  #saySwaps(): string {
    const { swaps } = this.#report
    if (swaps.length === 0) return ''
    return (
      this.#style.heading('Swaps') +
      swaps.map((one) => this.#style.line(this.#saySwap(one))).join('')
    )
  }

  /** `Dave for Bob, Tue 24 Nov 00:00 to 08:00 UTC (dentist)` */
  #saySwap({ kind, people, insteadOf, start, end, why, isForeign, by }: Swap): string {
    const style = this.#style
    const who = this.#names(people)
    const whom = insteadOf.length === 0 ? '' : ` for ${this.#names(insteadOf)}`
    const made = isForeign
      ? `made in PagerDuty${by === undefined ? '' : ` by ${style.text(by)}`}`
      : why
    const reason = made === undefined ? '' : ` (${isForeign ? made : style.text(made)})`
    return `${who}${kind === 'add' ? ' besides' : whom}, ${this.#range(start, end)}${reason}`
  }

  #sayDifferences(): string {
    const { differences, swaps } = this.#report
    const left = unexplained(differences, swaps)
    if (left.length === 0) return ''
    const style = this.#style
    const lines = left.map(({ start, end, before, after }) =>
      style.line(
        `${this.#range(start, end)}: PagerDuty shows ${this.#names(after)}, the file ${this.#names(before)}`,
      ),
    )
    return style.heading('PagerDuty and the file disagree') + lines.join('')
  }

  #sayNext(next: Next): string {
    const style = this.#style
    const names = this.#names(next.people)
    const title = names === 'nobody' ? 'Next' : `${this.#style.whose(names)} turn`
    const end = next.end === Infinity ? 'on' : `to ${this.#time(next.end)}`
    const clocks = next.people.flatMap((id) => this.#clockOf(id))
    const away = next.away.map(
      (one) =>
        `${this.#name(one.person)} ${this.#range(one.start, one.end)}${one.why === undefined ? '' : ` (${style.text(one.why)})`}`,
    )
    const today = dayOfWall(this.#look.zone.wallAt(this.#report.within.end))
    const holidays = next.holidays.map(
      ({ person, day }) => `${sayDayNear(day, today)} (${this.#name(person)})`,
    )
    const changes = next.clockChanges.map(
      ({ person, at }) =>
        `${this.#style.whose(this.#name(person))} ${this.#time(at)} (${sayOffset(this.#zoneOf(person), at)} from then on)`,
    )
    const meeting = this.#report.meeting
    const isLater = meeting !== undefined && meeting.start !== this.#report.within.end
    return [
      style.heading(title),
      style.line(
        [
          `${this.#time(next.start)} ${end} ${style.text(this.#zone())}${clocks.length === 0 ? '' : ` (${sayList(clocks)})`}.`,
          `Away: ${away.length === 0 ? 'nobody' : away.join(', ')}.`,
          ...(holidays.length === 0 ? [] : [`Holidays: ${holidays.join(', ')}.`]),
          ...(changes.length === 0 ? [] : [`The clock changes: ${changes.join(', ')}.`]),
          ...(next.gaps.length === 0
            ? []
            : [`Nobody: ${next.gaps.map((gap) => this.#range(gap.start, gap.end)).join(', ')}.`]),
          ...(isLater ? [`${this.#sayMeeting(meeting, 'Next meeting: ')}.`] : []),
        ].join(' '),
      ),
      ...next.swaps.map((one) => style.line(this.#saySwap(one))),
      ...next.followers.map((one) => style.line(this.#sayFollower(one))),
    ].join('')
  }

  #sayFollower({ rotation, people, start, end }: Stay): string {
    const until = end === Infinity ? '' : `, until ${this.#time(end)}`
    const since = start < this.#report.within.end ? `, since ${this.#time(start)}` : ''
    return `${this.#style.text(rotation.name)}: ${this.#names(people)}${since}${until}`
  }

  /** `Carol’s clock: Mon 11:00` of the handoff. */
  #clockOf(id: string): string[] {
    const { within } = this.#report
    const zone = this.#zoneOf(id)
    if (zone.offsetAt(within.end) === this.#look.zone.offsetAt(within.end)) return []
    const day = sayTime(zone, within.end, within.end).slice(0, 3)
    return [`${this.#style.whose(this.#name(id))} clock: ${day} ${sayTimeOfDay(zone, within.end)}`]
  }

  #zoneOf(id: string): Look['zone'] {
    return this.#handover.workspace.people.get(id)?.zone ?? this.#look.zone
  }

  #name(key: string): string {
    const { workspace } = this.#handover
    const name = workspace.people.has(key)
      ? nameOf(workspace, key)
      : this.#report.people.named(key).name
    return this.#style.text(name)
  }

  #names(keys: readonly string[]): string {
    return sayNames(keys.map((key) => this.#name(key)))
  }

  /** In the year of the report, so that the same report is the same at any time. */
  #time(at: number): string {
    return sayTime(this.#look.zone, at, this.#report.within.end)
  }

  /** `Tue 24 Nov 00:00 to 08:00 UTC` */
  #range(start: number, end: number): string {
    const [from, to] = [this.#time(start), this.#time(end)]
    const day = from.slice(0, from.lastIndexOf(' '))
    const short = to.startsWith(`${day} `) ? to.slice(day.length + 1) : to
    return `${from} to ${end === Infinity ? 'on' : short} ${this.#style.text(this.#zone())}`
  }

  #zone(): string {
    return this.#look.zone.name
  }
}
