/** Workspaces as a user types them, and who is on call in them as a line of text. */
import type { Interval } from '../../src/time/interval.ts'
import { writeUtc, writeWall } from '../../src/time/wall.ts'
import { momentIn, readWritten } from '../../src/time/written.ts'
import { UTC, type Zone } from '../../src/time/zone.ts'
import type { HolidayBook } from '../../src/model/holidays.ts'
import type { Rotation } from '../../src/model/rotation.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { timelineOf } from '../../src/timeline/rotation.ts'
import { shiftsOf, type Shift } from '../../src/timeline/shifts.ts'
import { load } from '../../src/workspace/load.ts'

const PEOPLE = 'people: { alice: {}, bob: {}, carol: {}, dave: {}, erin: {}, frank: {}, grace: {} }'

/** What the YAML says, which must be sound; alice to grace exist unless it has `people` of its own. */
export function workspace(yaml: string, book?: HolidayBook): Workspace {
  const texts = /^ *people:/m.test(yaml) ? [yaml] : [yaml, PEOPLE]
  const sources = texts.map((text, i) => ({ path: `rotations/${i}.yaml`, text }))
  const { workspace, problems } = load(sources, book)
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  return workspace
}

export function rotation(w: Workspace, id = 'primary'): Rotation {
  const found = w.rotations.get(id)
  if (found === undefined) throw new Error(`there is no rotation ${id}`)
  return found
}

/** The instant of `2026-11-30 16:00` in a zone; `Z` or an offset fixes it. */
export function time(text: string, zone: Zone = UTC): number {
  const written = readWritten(text)
  if (typeof written === 'string') throw new Error(written)
  return momentIn(zone, written).instant
}

/** `2026-11-30..2026-12-03`: from the one time up to, without, the other, in a zone. */
export function range(text: string, zone: Zone = UTC): Interval {
  const [start = '', end = ''] = text.split('..')
  return { start: time(start, zone), end: time(end, zone) }
}

/** `alice | bob+carol | -`: who is on call in a range, span by span; `-` is nobody, on purpose or not. */
export function picture(w: Workspace, id: string, text: string): string {
  const asked = rotation(w, id)
  const { start, end } = range(text, asked.zone)
  const words: string[] = []
  let at = start
  const say = (word: string): void => {
    if (word !== '-' || words.at(-1) !== '-') words.push(word)
  }
  for (const span of timelineOf(asked, { start, end })) {
    if (span.start > at) say('-')
    say(span.people.join('+') || '-')
    at = span.end
  }
  if (at < end) say('-')
  return words.join(' | ')
}

/** `2026-11-30 16:00 alice`: the beginnings of the shifts that touch a range, in the rotation's zone. */
export function handoffs(w: Workspace, id: string, text: string): string[] {
  const asked = rotation(w, id)
  const { zone } = asked
  return shiftsOf(asked, range(text, zone)).map(
    ({ start, people }) => `${writeWall(zone.wallAt(start))} ${people.join('+')}`,
  )
}

/** `2026-11-30T16:00Z > 2026-12-07T16:00Z alice (1/0)`: shifts, whole, with layer and turn, `*` for an override. */
export function shifts(w: Workspace, id: string, text: string): string[] {
  const asked = rotation(w, id)
  return shiftsOf(asked, range(text, asked.zone)).map(say)
}

export function say({ start, end, people, layer, turn, overrides }: Shift): string {
  const why = layer === null ? '' : ` (${layer.name}/${turn})`
  return `${instant(start)} > ${instant(end)} ${people.join('+')}${why}${'*'.repeat(overrides.length)}`
}

/** `2026-11-30T16:00Z` */
export function instant(at: number | undefined): string {
  if (at === undefined) return 'none'
  return at === Infinity ? 'never' : writeUtc(at).replace(/:00Z$/, 'Z')
}
