/** The page's script: reads what stands in the page, shows it, and follows what whoever looks chooses. */
import type { PageData } from '../data.ts'
import { fillChoices } from './choices.ts'
import { showCalendars } from './calendars.ts'
import { closeCard, showCard } from './card.ts'
import { DAY, MINUTE, type Clock } from './clock.ts'
import { button, byId, keepFocus } from './dom.ts'
import { listen } from './keys.ts'
import { showLegend } from './legend.ts'
import { showMeetings } from './meetings.ts'
import { showNow } from './now.ts'
import { readRota } from './rota.ts'
import { clockOf, readAddress, writeAddress, ZOOMS, type State } from './state.ts'
import { showTable } from './table.ts'
import { Timeline } from './timeline.ts'
import { clampDay, homeDay, viewOf } from './view.ts'

const rota = readRota(JSON.parse(byId('data').textContent ?? '') as PageData)
const narrow = innerWidth < 700
let state: State = {
  ...readAddress(rota, narrow),
  search: '',
  day: undefined,
  asTable: false,
  now: Date.now(),
}
const timeline = new Timeline(rota)
const zooms = new Map(
  ZOOMS.map((zoom) => [zoom, button(zoom.name, {}, () => zoomTo(zoom))] as const),
)

/** Takes over what was chosen, and shows everything anew. */
function change(chosen: Partial<State>): void {
  state = { ...state, ...chosen }
  writeAddress(state, narrow)
  show()
}

function show(): void {
  closeCard()
  tick()
  showTimeline()
  showCalendars(rota, state)
  byId('about').textContent = aboutPage()
}

/** The first day in view when it was last shown. */
let shownFrom = NaN

function showTimeline(): void {
  const view = viewOf(rota, state)
  shownFrom = view.first
  const { clock } = view
  byId('picture').hidden = state.asTable
  byId('table').hidden = !state.asTable
  if (state.asTable) showTable(rota, state, view, show)
  else timeline.show(state, view)
  showLegend(rota, state, view, (person) => change({ person }))
  const last = view.end - 1
  byId('period').textContent =
    view.until - view.first === 1
      ? clock.date(view.start, state.now)
      : `${clock.date(view.start, state.now)} to ${clock.date(last, state.now)}`
  press(byId('as-picture'), !state.asTable)
  press(byId('as-table'), state.asTable)
  for (const [zoom, made] of zooms) press(made, zoom === state.zoom)
  field('date').value = new Date(view.first * DAY).toISOString().slice(0, 10)
  field('person').value = state.person?.id ?? ''
  // Several people can have one zone; the one whom somebody chose stays chosen.
  if (field('zone').value !== state.zone) field('zone').value = state.zone
}

/** What changes as time goes by. */
function tick(): void {
  state = { ...state, now: Date.now() }
  const { now } = state
  const clock = clockOf(state)
  byId('clock').textContent = `${clock.say(now, now)} ${sayZone(clock, now)}`
  const notice = byId('notice')
  const old = now >= rota.to
  notice.hidden = !old && now >= rota.from
  if (!notice.hidden) {
    notice.textContent = `This page knows only of ${sayKnown()}: it is ${old ? 'too old' : 'not valid yet'}. Ask whoever publishes it.`
  }
  keepFocus(byId('now'), () => showNow(rota, state, show))
  keepFocus(byId('meetings'), () => showMeetings(rota, state, show))
  timeline.tick(state)
}

function zoomTo(zoom: (typeof ZOOMS)[number]): void {
  const view = viewOf(rota, state)
  const { now } = state
  // Around what was looked at: now where it was in view, else the beginning.
  const onNow = state.day === undefined || (now >= view.start && now < view.end)
  change({ zoom, day: onNow ? undefined : view.first })
}

function move(direction: -1 | 1): void {
  const day = (state.day ?? homeDay(rota, state)) + direction * state.zoom.days
  change({ day: clampDay(rota, state, day) })
}

function field(id: string): HTMLInputElement {
  // Lists have a value as inputs do.
  return byId(id) as HTMLInputElement
}

function press(element: HTMLElement, isPressed: boolean): void {
  element.setAttribute('aria-pressed', String(isPressed))
}

function on(id: string, event: string, act: () => void): void {
  byId(id).addEventListener(event, act)
}

fillChoices(rota, state)
byId('zooms').append(...zooms.values())
byId('search-field').hidden = rota.rotations.length <= 8

on('person', 'change', () =>
  change({ person: rota.people.find(({ id }) => id === field('person').value) }),
)
on('zone', 'change', () => change({ zone: field('zone').value }))
on('search', 'input', () => change({ search: field('search').value }))
on('earlier', 'click', () => move(-1))
on('later', 'click', () => move(1))
on('today', 'click', () => change({ day: undefined }))
on('date', 'change', () => {
  const day = Date.parse(field('date').value) / DAY
  if (!Number.isNaN(day)) change({ day: clampDay(rota, state, day) })
})
on('as-picture', 'click', () => change({ asTable: false }))
on('as-table', 'click', () => change({ asTable: true }))

listen(timeline, {
  page: move,
  zoom: (direction) => {
    const next = ZOOMS[ZOOMS.indexOf(state.zoom) + direction]
    if (next !== undefined) zoomTo(next)
  },
  today: () => change({ day: undefined }),
  explain: (block) => {
    const piece = timeline.pieceOf(block)
    if (piece !== undefined) showCard(piece, block, rota, state)
  },
  close: closeCard,
})
timeline.grid.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement) return
  const block = target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null
  const piece = block && timeline.pieceOf(block)
  if (block && piece) showCard(piece, block, rota, state)
  else closeCard()
})

// Lanes that are far down are empty until somebody scrolls; paper shows them all.
addEventListener('beforeprint', () => timeline.fillAll())
// Labels depend on the room they have.
let width = innerWidth
addEventListener('resize', () => {
  // On a phone the height changes whenever somebody scrolls.
  if (innerWidth !== width) show()
  width = innerWidth
})
addEventListener('hashchange', () => change(readAddress(rota, narrow)))
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) passTime()
})

/** A page that stays open for days follows them. */
function passTime(): void {
  tick()
  if (viewOf(rota, state).first !== shownFrom) showTimeline()
}

/** At the beginning of each minute: handoffs are at one. */
function tickOnTheMinute(): void {
  passTime()
  setTimeout(tickOnTheMinute, MINUTE - (Date.now() % MINUTE) + 20)
}
show()
tickOnTheMinute()

function aboutPage(): string {
  const clock = clockOf(state)
  const from =
    rota.changed === undefined
      ? 'Made by rotate from YAML'
      : `Made by rotate from YAML last changed ${clock.say(rota.changed, state.now)}`
  return `${from}; shows ${sayKnown()}. Who is on call now is worked out here, by this device's clock.`
}

/** In whole days, the last one included, where it is whole days on the clock that was chosen. */
function sayKnown(): string {
  const { from, to } = rota
  const { now } = state
  const clock = clockOf(state)
  const isWhole = [from, to].every((at) => clock.startOf(clock.dayAt(at)) === at)
  return isWhole
    ? `${clock.date(from, now)} to ${clock.date(to - 1, now)}`
    : `${clock.say(from, now)} to ${clock.say(to, now)}`
}

function sayZone(clock: Clock, now: number): string {
  if (!clock.isKnown) return `UTC (this browser does not know ${clock.zone})`
  return clock.zone === 'UTC' ? 'UTC' : `(${clock.zone}, ${clock.offsetName(now)})`
}
