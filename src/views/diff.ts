/** `rotate diff`: who is on call differently, as text and as Markdown for a merge request. */
import { sayList } from '../time/list.ts'
import { sayDate, sayDay } from '../time/words.ts'
import type { Workspace } from '../model/workspace.ts'
import { sayWeight, type BurdenDiff } from '../insight/diff-burden.ts'
import { hasChanges, type WorkspaceDiff } from '../insight/diff.ts'
import type { RotationDiff, Stretch } from '../insight/diff-rotations.ts'
import type { When } from '../insight/when.ts'
import type { PersonDiff, Tally } from '../insight/diff-people.ts'
import { clean, markdownCell } from './clean.ts'
import { sayMeetingDiff } from './diff-meetings.ts'
import { Clock } from './clock.ts'
import type { Look } from './look.ts'
import { nameOf, sayNames } from './names.ts'
import { sayLength } from './length.ts'
import { plain } from './paint.ts'
import { unbroken, wrap } from './wrap.ts'

/** What a view of a difference needs besides it. */
export interface DiffShown {
  readonly diff: WorkspaceDiff
  /** The people of both sides. */
  readonly everybody: Pick<Workspace, 'people'>
  /** What is compared, as people know it: `HEAD`, `the working tree`. */
  readonly from: string
  readonly to: string
  /** How many stretches of each kind are shown at most. */
  readonly most: number
  /** Whether there is no `--all` that shows them all. */
  readonly isShort?: true
  /** Where people are to get notice: the end of it, and what is too near. */
  readonly notice?: {
    readonly words: string
    readonly until: number
    readonly near: readonly Stretch[]
  }
}

/** One output of the two: text for a terminal, or Markdown. */
interface Style {
  readonly heading: (text: string) => string
  readonly section: (title: string, lines: readonly string[], many: number) => string
  readonly item: (text: string) => string
  /** A sentence of its own. */
  readonly line: (text: string) => string
  /** Text from outside, made harmless; a name besides is never broken. */
  readonly text: (text: string) => string
  readonly name: (text: string) => string
  readonly strong: (text: string) => string
}

/** What differs between two states of a workspace, for a terminal. */
export function sayDiff(shown: DiffShown, look: Look): string {
  const { paint, width } = look
  return say(shown, look, {
    heading: (text) => wrap(paint.strong(text), width),
    section: (title, lines) => `  ${paint.faint(title)}\n${lines.join('')}`,
    item: (text) => wrap(`    ${text}`, width),
    line: (text) => wrap(text, width),
    text: clean,
    name: (text) => unbroken(clean(text)),
    strong: paint.strong,
  })
}

/** Past stretches are folded away. The marker lets a job find its own comment again (docs/review.md). */
export function diffMarkdown(shown: DiffShown, look: Look): string {
  const body = say(
    shown,
    { ...look, paint: plain },
    {
      heading: (text) => `#### ${text}\n\n`,
      section: (title, lines, many) =>
        title.startsWith(WORDS.past)
          ? `<details><summary>${title} (${many})</summary>\n\n${lines.join('')}\n</details>\n\n`
          : `${title}:\n\n${lines.join('')}\n`,
      item: (text) => `- ${text}\n`,
      line: (text) => `${text}\n`,
      text: markdownCell,
      name: markdownCell,
      strong: (text) => `**${text}**`,
    },
  )
  return `<!-- rotate diff -->\n### Who is on call differently\n\n${body.replaceAll(/\n{3,}/g, '\n\n')}`
}

const WORDS: Readonly<Record<When, string>> = {
  past: 'In the past',
  running: 'Now',
  future: 'To come',
}

function say(shown: DiffShown, look: Look, style: Style): string {
  const { diff, notice } = shown
  const clock = new Clock(look)
  const blocks = [style.line(style.text(sayCompared(shown, look)))]
  // First, so that nobody stops reading before it.
  const unknown = [...diff.unknown, ...diff.unknownMeetings.map((id) => `meeting ${id}`)]
  if (unknown.length > 0)
    blocks.push(
      style.line(
        `Not known on one side, because of problems there: ${style.text(unknown.join(', '))}.`,
      ),
    )
  const nobody = diff.unknown.length > 0 ? 'Of all others nobody' : 'Nobody'
  const meeting = diff.unknownMeetings.length > 0 ? 'other meeting' : 'meeting'
  if (!hasChanges(diff))
    blocks.push(style.line(`${nobody} is on call differently, and no ${meeting} differs.`))
  else if (diff.rotations.every(({ stretches }) => stretches.length === 0))
    blocks.push(style.line(`${nobody} is on call differently in this time.`))
  if (notice !== undefined && notice.near.length > 0) {
    const many = notice.near.length
    blocks.push(
      style.line(
        `${style.strong('Short notice')}: ${many === 1 ? '1 change begins' : `${many} changes begin`} before ${clock.say(notice.until)} (--notice ${style.text(notice.words)}).`,
      ),
    )
  }
  for (const rotation of diff.rotations) blocks.push(sayRotation(rotation, shown, style, clock))
  if (diff.people.length > 0) {
    const lines = diff.people.map((person) => style.item(sayPerson(person, shown, style)))
    blocks.push(style.heading('People') + lines.join(''))
  }
  if (diff.burdens.length > 0) {
    const lines = diff.burdens.map((burden) => style.item(sayBurden(burden, shown, style)))
    blocks.push(style.heading('What shifts are to people') + lines.join(''))
  }
  for (const meeting of diff.meetings) {
    const lines = sayMeetingDiff(meeting, shown, clock, style.name)
    blocks.push(
      style.heading(`Meeting ${style.text(meeting.id)}${lines.title}`) +
        lines.items.map(style.item).join(''),
    )
  }
  return `${blocks.join('\n')}\n${clock.explain()}`
}

function sayCompared({ diff: { within }, from, to }: DiffShown, { zone, now }: Look): string {
  return `From ${from} to ${to}, ${sayDate(zone, within.start, now)} to ${sayDate(zone, within.end, now)}.`
}

function sayRotation(rotation: RotationDiff, shown: DiffShown, style: Style, clock: Clock): string {
  const { id, stretches } = rotation
  const title = style.heading(`${style.text(id)}${sayKind(rotation)}`)
  const sections = (['past', 'running', 'future'] as const).flatMap((when) => {
    const these = stretches.filter((stretch) => stretch.when === when)
    if (these.length === 0) return []
    const lines = these
      .slice(0, shown.most)
      .map((stretch) => style.item(sayStretch(stretch, shown, style, clock)))
    const left = these.length - lines.length
    if (left > 0) {
      const last = these.at(-1)?.start ?? 0
      lines.push(
        style.item(
          `and ${left} more, the last from ${clock.say(last)}${shown.isShort ? '' : ' (--all shows them)'}`,
        ),
      )
    }
    return style.section(WORDS[when], lines, these.length)
  })
  return title + sections.join('')
}

function sayKind({ change, handoffs, lineUp, stretches }: RotationDiff): string {
  if (change === 'added') return ': new'
  if (change === 'deleted') return ': deleted'
  const what = sayList([...(handoffs ? ['handoff times'] : []), ...(lineUp ? ['the line-up'] : [])])
  if (what === '') return stretches.length > 0 ? ': same handoff times and line-up' : ''
  return `: ${what} changed${stretches.length === 0 ? ', nobody is on call differently in this time' : ''}`
}

function nameAll(
  ids: readonly string[],
  everybody: DiffShown['everybody'],
  { name }: Style,
): string {
  return sayNames(ids.map((id) => name(nameOf(everybody, id))))
}

/** `Mon 4 Jan 16:00 to Mon 11 Jan 16:00: Bob instead of Alice` */
function sayStretch(
  { start, end, before, after }: Stretch,
  { everybody }: DiffShown,
  style: Style,
  clock: Clock,
): string {
  const names = (ids: readonly string[]): string => nameAll(ids, everybody, style)
  const until = end === Infinity ? 'on' : `to ${clock.say(end)}`
  const came = after.filter((id) => !before.includes(id))
  const went = before.filter((id) => !after.includes(id))
  const stayed = after.filter((id) => before.includes(id))
  const what =
    before.length === 0
      ? `${style.strong(names(after))}, where nobody was`
      : stayed.length === 0
        ? `${style.strong(names(after))} instead of ${names(before)}`
        : went.length === 0
          ? `${style.strong(names(came))} besides ${names(stayed)}`
          : came.length === 0
            ? `${style.strong(names(stayed))} without ${names(went)}`
            : `${style.strong(names(came))} instead of ${names(went)}, besides ${names(stayed)}`
  return `${clock.say(start)} ${until}: ${what}`
}

function sayPerson(
  { id, ahead, past, sameTimes, freed, taken }: PersonDiff,
  { everybody }: DiffShown,
  style: Style,
): string {
  const name = nameAll([id], everybody, style)
  const parts = [sayTally(ahead)]
  if (freed.length > 0) parts.push(`${sayDays(freed)} no longer theirs`)
  if (taken.length > 0) parts.push(`${sayDays(taken)} now theirs`)
  const same = `as much as before, ${sameTimes ? 'for another rotation' : 'at other times'}`
  const behind = sayTally(past)
  if (behind !== '') parts.push(`in the past ${behind}`)
  return `${style.strong(name)}: ${parts.filter((part) => part !== '').join('; ') || same}`
}

/** `Sam: 40 h more at night; in the past 12 h more at night` */
function sayBurden(
  { id, ahead, past }: BurdenDiff,
  { everybody }: DiffShown,
  style: Style,
): string {
  const [next, behind] = [sayWeight(ahead), sayWeight(past)]
  const parts = [
    ...(next === '' ? [] : [`the same shifts are ${next}`]),
    ...(behind === '' ? [] : [`in the past they were ${behind}`]),
  ]
  return `${style.strong(nameAll([id], everybody, style))}: ${parts.join('; ')}`
}

/** `2 shifts fewer (336 h less)` */
function sayTally({ shifts, time }: Tally): string {
  const hours = time === 0 ? '' : `${sayLength(Math.abs(time))} ${time < 0 ? 'less' : 'more'}`
  if (shifts === 0) return hours
  const count = `${Math.abs(shifts)} ${Math.abs(shifts) === 1 ? 'shift' : 'shifts'} ${shifts < 0 ? 'fewer' : 'more'}`
  return hours === '' ? count : `${count} (${hours})`
}

function sayDays(days: readonly number[]): string {
  const said = days.slice(0, 4).map(sayDay)
  const more = days.length - said.length
  return `${said.join(', ')}${more > 0 ? ` and ${more} more holidays` : days.length === 1 ? ' (a holiday)' : ' (holidays)'}`
}
