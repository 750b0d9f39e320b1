/** The picture: a lane for each rotation and one for the meetings, over one scale. */
import { axisOf, linesOf, nowLine } from './axis.ts'
import { blockOf, meetingPieces, piecesOf, type Piece } from './blocks.ts'
import { byId, h } from './dom.ts'
import type { Rota, Rotation } from './rota.ts'
import { isShown, type State } from './state.ts'
import type { View } from './view.ts'

/** A lane of the timeline: one rotation, or the meetings. */
export interface Lane {
  readonly row: HTMLElement
  readonly track: HTMLElement
  readonly rotation: Rotation | undefined
  /** The cells of what is in view, each with its piece; undefined where nobody has looked yet. */
  cells: Map<HTMLElement, Piece> | undefined
}

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
    const meetings = rota.occurrences.length === 0 ? [] : [laneOf(undefined)]
    this.lanes = [...meetings, ...rota.rotations.map(laneOf)]
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
    this.#lines.replaceChildren(linesOf(view, width, this.#rota))
    this.tick(state)
    for (const lane of this.lanes) {
      const { rotation, row } = lane
      row.hidden = rotation !== undefined && !isShown(state, rotation)
      lane.cells = undefined
      if (this.#near.has(row)) this.fill(lane)
      else lane.track.replaceChildren()
    }
    this.keepTabStop()
  }

  /** Only time has passed. */
  tick(state: State): void {
    const line = this.#view && nowLine(this.#view, state.now)
    this.#now.replaceChildren(...(line === undefined ? [] : [line]))
  }

  /** Puts its pieces into a lane, if that was not done. */
  fill(lane: Lane): ReadonlyMap<HTMLElement, Piece> {
    if (lane.cells !== undefined) return lane.cells
    const cells = new Map<HTMLElement, Piece>()
    lane.cells = cells
    const [view, state] = [this.#view, this.#state]
    if (view === undefined || state === undefined) return cells
    const pieces =
      lane.rotation === undefined
        ? meetingPieces(this.#rota.occurrences, view, state)
        : piecesOf(lane.rotation, view)
    const width = this.#ruler.clientWidth
    for (const piece of pieces) {
      const block = blockOf(piece, view, state, width)
      if (block !== undefined) cells.set(block, piece)
    }
    lane.track.replaceChildren(...cells.keys())
    return cells
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

function laneOf(rotation: Rotation | undefined): Lane {
  const name = h('div', { role: 'rowheader', class: 'name' }, rotation?.name ?? 'Meetings')
  if (rotation !== undefined) name.title = rotation.name
  const track = h('div', { class: 'track', role: 'presentation' })
  const kind = rotation === undefined ? 'lane meetings' : 'lane'
  return {
    row: h('div', { role: 'row', class: kind }, name, track),
    track,
    rotation,
    cells: undefined,
  }
}
