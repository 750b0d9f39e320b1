/** The timeline by keyboard, as a grid: arrows go from piece to piece, Page Up and Down through time. */
import type { Piece } from './lane-pieces.ts'
import type { Lane, Timeline } from './timeline.ts'

/** What the page does with a key that is not about a single piece. */
export interface Moves {
  /** Earlier (-1) or later (1), by what is in view. */
  readonly page: (direction: -1 | 1) => void
  readonly zoom: (direction: -1 | 1) => void
  readonly today: () => void
  readonly explain: (block: HTMLElement) => void
  readonly close: () => void
}

/** Has the timeline listen to the keyboard from now on. */
export function listen(timeline: Timeline, moves: Moves): void {
  timeline.grid.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // A button beside a lane does what buttons do.
    if (event.target instanceof HTMLButtonElement) {
      if (event.key === 'Escape') moves.close()
      return
    }
    const block =
      event.target instanceof HTMLElement && event.target !== timeline.grid
        ? event.target
        : undefined
    if (act(event.key, block, timeline, moves)) event.preventDefault()
  })
  timeline.grid.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.role === 'gridcell') timeline.keepTabStop(target)
  })
}

/** Whether the key meant something. */
function act(
  key: string,
  block: HTMLElement | undefined,
  timeline: Timeline,
  moves: Moves,
): boolean {
  switch (key) {
    case '+':
    case '=':
      return again(timeline, block, () => moves.zoom(-1))
    case '-':
      return again(timeline, block, () => moves.zoom(1))
    case 'PageUp':
      return again(timeline, block, () => moves.page(-1))
    case 'PageDown':
      return again(timeline, block, () => moves.page(1))
    case 'Home':
      return again(timeline, block, moves.today)
    case 'Escape':
      moves.close()
      return true
    case 'Enter':
    case ' ':
      if (block !== undefined) moves.explain(block)
      return true
    case 'ArrowLeft':
      return aside(timeline, block, -1, moves)
    case 'ArrowRight':
      return aside(timeline, block, 1, moves)
    case 'ArrowUp':
      return across(timeline, block, -1)
    case 'ArrowDown':
      return across(timeline, block, 1)
    default:
      return false
  }
}

/** Does what replaces all pieces, and focuses the one in the same lane at about the same time. */
function again(timeline: Timeline, block: HTMLElement | undefined, move: () => void): true {
  const lane = laneOf(timeline, block)
  const piece = block && timeline.pieceOf(block)
  move()
  focus(timeline, lane, piece && (piece.start + piece.end) / 2)
  return true
}

/** Where the view ends, it moves. */
function aside(
  timeline: Timeline,
  block: HTMLElement | undefined,
  direction: -1 | 1,
  moves: Moves,
): true {
  const lane = laneOf(timeline, block)
  if (lane === undefined || block === undefined) return again(timeline, block, () => {})
  const blocks = [...timeline.fill(lane).keys()]
  const next = blocks[blocks.indexOf(block) + direction]
  if (next !== undefined) {
    next.focus()
    return true
  }
  const piece = timeline.pieceOf(block)
  moves.page(direction)
  focus(timeline, lane, direction === 1 ? (piece?.end ?? 0) + 1 : (piece?.start ?? 0) - 1)
  return true
}

/** To the next lane that has anything in view. */
function across(timeline: Timeline, block: HTMLElement | undefined, direction: -1 | 1): true {
  const lane = laneOf(timeline, block)
  const piece = block && timeline.pieceOf(block)
  const lanes = timeline.lanes.filter(({ row }) => !row.hidden)
  let i = lane === undefined ? -1 : lanes.indexOf(lane)
  for (i += direction; i >= 0 && i < lanes.length; i += direction) {
    const next = lanes[i]
    if (next === undefined || timeline.fill(next).size === 0) continue
    focus(timeline, next, piece && (piece.start + piece.end) / 2)
    break
  }
  return true
}

/** Focuses the piece of a lane that is nearest to an instant; the grid where there is none. */
function focus(timeline: Timeline, lane: Lane | undefined, at: number | undefined): void {
  const cells = lane === undefined ? [] : [...timeline.fill(lane)]
  const distance = ({ start, end }: Piece): number =>
    at === undefined ? start : Math.max(start - at, at - end, 0)
  let nearest = cells[0]
  for (const cell of cells) {
    if (nearest !== undefined && distance(cell[1]) < distance(nearest[1])) nearest = cell
  }
  if (nearest !== undefined) {
    nearest[0].focus()
    return
  }
  timeline.keepTabStop()
  const stop = timeline.grid.querySelector<HTMLElement>('[tabindex="0"]') ?? timeline.grid
  stop.focus()
}

function laneOf(timeline: Timeline, block: HTMLElement | undefined): Lane | undefined {
  const row = block?.closest('[role=row]')
  return timeline.lanes.find((lane) => lane.row === row) ?? timeline.lanes[0]
}
