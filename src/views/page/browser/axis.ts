/** The scale above the lanes, and the lines, weekends and now-line that run through them. */
import { dateOf, DAY, HOUR, QUARTER, sayDay, sayMonth, weekdayName, weekdayOf } from './clock.ts'
import { clockPieces } from './around.ts'
import { h, paint } from './dom.ts'
import type { Rota } from './things.ts'
import type { State } from './state.ts'
import { placeIn, type View } from './view.ts'

/** The room that the name of an hour takes, in pixels. */
const LABEL = 22

interface Tick {
  readonly at: number
  readonly label: string
  readonly strong: boolean
}

/** Two rows: months (or the day) above, days (or hours) below. `width` is that of the lanes, in pixels. */
export function axisOf(view: View, width: number): HTMLElement {
  const axis = h('div', { class: 'axis', 'aria-hidden': 'true' })
  const above = h('div', { class: 'above' })
  for (const { at, label } of headings(view, width)) above.append(placed(view, at, label))
  const below = h('div', { class: 'below' })
  for (const { at, label, strong } of ticks(view, width)) {
    if (label !== '') below.append(placed(view, at, label, strong ? 'strong' : ''))
  }
  axis.append(above, below)
  return axis
}

/** Behind the lanes. */
export function linesOf(view: View, width: number, rota: Rota, state: State): HTMLElement {
  const lines = h('div', { class: 'lines', 'aria-hidden': 'true' })
  const { clock, first, until } = view
  if (until - first > 1) {
    for (let day = first; day < until; day += 1) {
      if (weekdayOf(day) === 5) {
        lines.append(band(view, clock.startOf(day), clock.startOf(day + 2), 'weekend'))
      }
    }
  }
  for (const { at, strong } of ticks(view, width)) {
    if (at > view.start) lines.append(mark(view, at, strong ? 'line strong' : 'line'))
  }
  for (const { start } of clockPieces(rota, view, state)) lines.append(mark(view, start, 'change'))
  if (rota.from > view.start) lines.append(band(view, view.start, rota.from, 'unknown'))
  if (rota.to < view.end) lines.append(band(view, rota.to, view.end, 'unknown'))
  return lines
}

/** What the label of now takes, in pixels. */
const NOW_LABEL = 48

/** In front of the lanes; undefined where now is not in view. Its label stands left of it where right is no room. */
export function nowLine(view: View, now: number, width: number): HTMLElement | undefined {
  if (now < view.start || now >= view.end) return undefined
  const isLast = (1 - placeIn(view, now)) * width < NOW_LABEL
  const line = mark(view, now, isLast ? 'now last' : 'now')
  line.append(h('span', {}, view.clock.time(now)))
  return line
}

/** Months, each as long as there is room for it up to the next one. */
function headings({ clock, first, until }: View, width: number): { at: number; label: string }[] {
  if (until - first === 1) return [{ at: clock.startOf(first), label: sayDay(first) }]
  const starts = [first]
  for (let day = first + 1; day < until; day += 1) if (dateOf(day) === 1) starts.push(day)
  return starts.flatMap((day, i) => {
    const room = (((starts[i + 1] ?? until) - day) / (until - first)) * width
    if (room < 32) return []
    return [{ at: clock.startOf(day), label: sayMonth(day, room > 120 ? 'long' : 'short') }]
  })
}

function ticks(view: View, width: number): Tick[] {
  const { clock, first, until } = view
  const days = until - first
  const found: Tick[] = []
  if (days === 1) return hoursOf(view, width)
  const room = width / days
  for (let day = first; day < until; day += 1) {
    const isMonday = weekdayOf(day) === 0
    if (days > 35 && !isMonday) continue
    const named = room > 58
    const label = named
      ? `${weekdayName(day)} ${dateOf(day)}`
      : room > 21 || isMonday
        ? String(dateOf(day))
        : ''
    found.push({ at: clock.startOf(day), label, strong: isMonday && days > 7 })
  }
  return found
}

/**
 * Where the clock shows a whole hour: on the day of a clock change one that is skipped is not there, and one that comes
 * twice is there twice, named twice where there is room.
 */
function hoursOf({ clock, start, end }: View, width: number): Tick[] {
  const step = width > 700 ? 1 : width > 420 ? 2 : 3
  const found: Tick[] = []
  let named = -Infinity
  for (let at = start; at < end; at += QUARTER) {
    const wall = clock.wallAt(at) % DAY
    if (wall % (step * HOUR) !== 0) continue
    const hour = wall / HOUR
    const hasRoom = ((at - named) / (end - start)) * width >= LABEL
    if (hasRoom) named = at
    found.push({
      at,
      label: hasRoom ? String(hour).padStart(2, '0') : '',
      strong: hour % 6 === 0,
    })
  }
  return found
}

function placed(view: View, at: number, label: string, more = ''): HTMLElement {
  return paint(h('span', { class: more || undefined }, label), { '--x': placeIn(view, at) })
}

function mark(view: View, at: number, kind: string): HTMLElement {
  return paint(h('div', { class: kind }), { '--x': placeIn(view, at) })
}

function band(view: View, start: number, end: number, kind: string): HTMLElement {
  const x = placeIn(view, start)
  return paint(h('div', { class: kind }), { '--x': x, '--w': placeIn(view, end) - x })
}
