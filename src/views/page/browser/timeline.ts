/** The picture: a lane for each rotation and one for the meetings, over one scale. */
import { axisOf, linesOf, nowLine, weekendsOf } from './axis.ts'
import { awayPieces, clockPieces, holidayPieces, type Around } from './around.ts'
import { blockOf } from './blocks.ts'
import { showWarnings } from './card.ts'
import { button, byId, h, paint } from './dom.ts'
import { meetingPieces, piecesOf, type Piece } from './lane-pieces.ts'
import { touches } from './search.ts'
import type { Rota, Rotation } from './things.ts'
import { isShown, type State } from './state.ts'
import { placeIn, type View } from './view.ts'

/** A lane of the timeline: one rotation, or what is around them. */
export interface Lane {
  readonly row: HTMLElement
  readonly track: HTMLElement
  readonly of: Rotation | Around
  /** What `check` warns of in view, opened by pressing it. */
  readonly alert: HTMLElement
  /** The cells of what is in view, each with its piece; undefined where nobody has looked yet. */
  cells: Map<HTMLElement, Piece> | undefined
}

/** What is around the rotations, from the top, and how it is called. */
const AROUND: readonly (readonly [Around, string])[] = [
  ['meetings', 'Meetings'],
  ['away', 'Away'],
  ['holidays', 'Holidays'],
  ['clocks', 'Clocks'],
]

/** So many absences at once stand below each other. */
const MOST_ROWS = 6

/** How far outside the window lanes are filled already, so that scrolling shows no empty ones. */
const AHEAD = '2400px'

/** The timeline as it stands on the page. */
export class Timeline {
  readonly grid: HTMLElement = h('div', {
    role: 'grid',
    'aria-label': 'Timeline',
    'aria-describedby': 'keys',
    class: 'grid',
  })
  readonly lanes: readonly Lane[]
  readonly #rota: Rota
  readonly #axis = h('div', { class: 'axis-place' })
  readonly #lines = h('div', { class: 'lines-place' })
  readonly #now = h('div', { class: 'now-place', 'aria-hidden': 'true' })
  readonly #ruler = h('div', { class: 'ruler' })
  readonly #near = new Set<Element>()
  readonly #observer: IntersectionObserver
  #view: View | undefined
  #state: State | undefined

  constructor(rota: Rota) {
    this.#rota = rota
    const hasMeetings = rota.occurrences.length > 0
    const around = AROUND.filter(([kind]) => kind !== 'meetings' || hasMeetings)
    this.lanes = [
      ...around.map(([kind, name]) => laneOf(kind, name)),
      ...rota.rotations.map((rotation) => laneOf(rotation, rotation.name)),
    ]
    this.grid.append(...this.lanes.map(({ row }) => row))
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), {
      rootMargin: AHEAD,
    })
    for (const { row } of this.lanes) this.#observer.observe(row)
    const field = h('div', { class: 'field' }, this.#lines, this.grid, this.#now, this.#ruler)
    byId('picture').append(this.#axis, field)
  }

  show(state: State, view: View): void {
    this.#state = state
    this.#view = view
    const width = this.#ruler.clientWidth
    this.#axis.replaceChildren(axisOf(view, width))
    this.#lines.replaceChildren(linesOf(view, width, this.#rota, state))
    paint(this.grid, { '--weekends': weekendsOf(view) })
    this.tick(state)
    for (const lane of this.lanes) {
      const { of, row } = lane
      row.hidden = typeof of === 'string' ? false : !isShown(state, of)
      lane.cells = undefined
      this.#warn(lane, view, state)
      if (typeof of === 'string') row.hidden = this.fill(lane).size === 0 && of !== 'meetings'
      else if (this.#near.has(row)) this.fill(lane)
      else lane.track.replaceChildren()
    }
    this.keepTabStop()
  }

  /** What `check` warns of, beside the names of lanes. */
  #warn({ of, alert }: Lane, view: View, state: State): void {
    const all = typeof of !== 'string' ? of.warnings : of === 'meetings' ? this.#rota.warnings : []
    // What is over cannot be mended any more.
    const shown = all.filter((one) => one.end > state.now && touches(one, view))
    alert.replaceChildren()
    if (shown.length === 0) return
    const title = typeof of === 'string' ? 'Meetings' : of.name
    const many = shown.length === 1 ? '1 warning' : `${shown.length} warnings`
    const label = `${many}: ${title}`
    const press = button(
      `! ${shown.length}`,
      { class: 'warns', 'aria-label': label, title: many },
      () => showWarnings(title, shown, press, state),
    )
    alert.append(press)
  }

  /** Only time has passed. */
  tick(state: State): void {
    const line = this.#view && nowLine(this.#view, state.now, this.#ruler.clientWidth)
    this.#now.replaceChildren(...(line === undefined ? [] : [line]))
    this.grid.classList.toggle('with-now', line !== undefined)
    if (this.#view && line !== undefined)
      paint(this.grid, { '--now-at': placeIn(this.#view, state.now) })
  }

  /** Puts its pieces into a lane, if that was not done. */
  fill(lane: Lane): ReadonlyMap<HTMLElement, Piece> {
    if (lane.cells !== undefined) return lane.cells
    const cells = new Map<HTMLElement, Piece>()
    lane.cells = cells
    const [view, state] = [this.#view, this.#state]
    if (view === undefined || state === undefined) return cells
    const width = this.#ruler.clientWidth
    for (const piece of this.#piecesOf(lane.of, view, state)) {
      const block = blockOf(piece, view, state, width)
      if (block !== undefined) cells.set(block, piece)
    }
    if (lane.of === 'away') stack(lane.track, cells)
    lane.track.replaceChildren(...cells.keys())
    return cells
  }

  #piecesOf(of: Lane['of'], view: View, state: State): Piece[] {
    switch (of) {
      case 'meetings':
        return meetingPieces(this.#rota.occurrences, view, state)
      case 'away':
        return awayPieces(this.#rota, view, state)
      case 'holidays':
        return holidayPieces(this.#rota, view, state)
      case 'clocks':
        return clockPieces(this.#rota, view, state)
      default:
        return piecesOf(of, view)
    }
  }

  fillAll(): void {
    for (const lane of this.lanes) if (!lane.row.hidden) this.fill(lane)
  }

  pieceOf(block: HTMLElement): Piece | undefined {
    for (const { cells } of this.lanes) {
      const piece = cells?.get(block)
      if (piece !== undefined) return piece
    }
    return undefined
  }

  /** One cell is reached by the Tab key, the others by arrows. With none in view it is the grid itself. */
  keepTabStop(stop?: HTMLElement): void {
    const cells = this.grid.querySelectorAll<HTMLElement>('[role=gridcell][tabindex="0"]')
    const chosen = stop ?? cells[0] ?? this.grid.querySelector<HTMLElement>('[role=gridcell]')
    for (const cell of cells) if (cell !== chosen) cell.tabIndex = -1
    if (chosen !== null && chosen !== undefined) chosen.tabIndex = 0
    if (chosen === null) this.grid.tabIndex = 0
    else this.grid.removeAttribute('tabindex')
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#near.add(target)
      else this.#near.delete(target)
    }
    for (const lane of this.lanes) if (this.#near.has(lane.row)) this.fill(lane)
    this.keepTabStop()
  }
}

function laneOf(of: Lane['of'], text: string): Lane {
  const alert = h('span')
  const name = h(
    'div',
    { role: 'rowheader', class: 'name' },
    h('span', { title: text }, text),
    alert,
  )
  const track = h('div', { class: 'track', role: 'presentation' })
  const kind = typeof of === 'string' ? `lane around ${of}` : 'lane'
  return {
    row: h('div', { role: 'row', class: kind }, name, track),
    track,
    of,
    alert,
    cells: undefined,
  }
}

/** Puts those that are at the same time below each other; what has no room is left out, and the table has it. */
function stack(track: HTMLElement, cells: Map<HTMLElement, Piece>): void {
  const ends: number[] = []
  for (const [block, { start, end }] of cells) {
    const free = ends.findIndex((last) => last <= start)
    const row = free < 0 ? ends.length : free
    if (row >= MOST_ROWS) {
      cells.delete(block)
      continue
    }
    ends[row] = end
    paint(block, { '--row': row })
  }
  paint(track, { '--rows': ends.length })
}
