/** `rotate calendar`: the picture. Weeks as rows, or rotations as lanes where the weeks fit beside each other. */
import stringWidth from 'fast-string-width'
import { touches } from '../time/interval.ts'
import type { Day } from '../time/wall.ts'
import { sayDay } from '../time/words.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Occurrence } from '../timeline/occurrences.ts'
import { daysHead, meetingRow, nowRow, weeksHead, weekNumber } from './calendar-rows.ts'
import { forceAscii } from './ascii.ts'
import { clean } from './clean.ts'
import { cellsFor, intervalOf, type Frame } from './frame.ts'
import { glyphsFor } from './glyphs.ts'
import { drawLine, lineOfOne, linesOf, type Lane, type Pens, type Piece } from './lane.ts'
import { sayLegend } from './legend.ts'
import { Clock } from './clock.ts'
import { sayZone, type Look } from './look.ts'
import { nameAll } from './names.ts'
import { marksOf } from './people-marks.ts'
import { shorten } from './shorten.ts'
import { unbroken, wrap } from './wrap.ts'

/** The picture of `rotate calendar`: weeks below each other, a lane for each rotation. */
export interface Picture {
  readonly workspace: Workspace
  /** The Monday with which it begins, in the viewer's zone. */
  readonly first: Day
  readonly weeks: number
  readonly lanes: readonly (Lane & { readonly rotation: Rotation })[]
  /** In order of their start. */
  readonly meetings: readonly Occurrence[]
  /** Those whose shifts are asked for. */
  readonly people: readonly string[] | undefined
}

/** Where nobody says how wide a line is. */
const WIDTH = 80

/** Lanes need so many characters a day to be read; fewer must do where rows would be longer than a screen. */
const READABLE = 6
const LEAST = 2
const SCREEN = 60

/** More meetings than this share a line. */
const OWN_LINES = 3

/** The picture as text, for a terminal. */
export function sayCalendar(picture: Picture, look: Look): string {
  const { workspace, first, weeks, people } = picture
  const say = look.ascii === true ? (text: string): string => forceAscii(clean(text)) : clean
  const named = say(workspace.team ?? '')
  const team = look.paint.strong(/[^ ?]/.test(named) ? named : 'On call')
  const [from, to] = [first, first + weeks * 7 - 1].map((day) => unbroken(sayDay(day)))
  const title = `${wrap(`${team}  ${look.paint.faint(`${from} to ${to}`)}`, look.width)}\n`
  if (picture.lanes.length === 0) {
    return `${title}${say(sayNothing(workspace, people))}\n${sayZone(look)}\n`
  }
  const marks = marksOf(workspace, look.ascii === true)
  const pens: Pens = { glyphs: glyphsFor(look), paint: look.paint, marks }
  const sheet = sheetFor(picture, look, pens)
  const drawn = draw(sheet, picture)
  const pieces = sheet.rows.flatMap(({ lines }) => lines.flat())
  const legend = sayLegend(pieces, drawn, pens, look.width === Infinity ? WIDTH : look.width)
  return `${title}${drawn}\n${legend}${sheet.clock.explain()}`
}

/** Why there is no picture. */
function sayNothing(workspace: Workspace, people: readonly string[] | undefined): string {
  if (people !== undefined) {
    return `${nameAll(workspace, people)} ${people.length === 1 ? 'has' : 'have'} no shifts in these weeks.`
  }
  const unsound = workspace.unsound.rotations.length > 0
  return unsound ? 'Not known: see problems.' : 'There are no rotations.'
}

interface Row {
  /** The id of a rotation or a meeting. */
  readonly label: string
  readonly lines: readonly (readonly Piece[])[]
}

/** What is drawn, with what, and how much room there is. */
interface Sheet {
  readonly rows: readonly Row[]
  readonly meetings: ReadonlyMap<string, readonly Occurrence[]>
  readonly look: Look
  readonly pens: Pens
  readonly clock: Clock
  /** Characters for the labels on the left, and for what stands beside them. */
  readonly margin: number
  readonly room: number
}

function sheetFor({ lanes, people, ...picture }: Picture, look: Look, pens: Pens): Sheet {
  const rows = lanes.map(({ rotation, ...lane }) => ({
    label: rotation.id,
    lines: people?.map((id) => lineOfOne(lane, id)) ?? linesOf(lane),
  }))
  const meetings = meetingLines(picture.meetings)
  const labels = [...rows.map(({ label }) => label), ...meetings.keys()]
  const width = look.width === Infinity ? WIDTH : look.width
  const longest = labels.reduce((most, label) => Math.max(most, stringWidth(clean(label))), 8)
  const margin = Math.min(longest, Math.max(8, Math.floor(width / 5)))
  const clock = new Clock(look)
  return { rows, meetings, look, pens, clock, margin, room: width - margin - 1 }
}

function draw(sheet: Sheet, { first, weeks }: Picture): string {
  const { look, room, rows } = sheet
  const { zone } = look
  const beside = cellsFor(weeks * 7, room)
  const tall = rows.length * weeks > SCREEN
  if (weeks > 1 && (beside >= READABLE || (tall && beside >= LEAST))) {
    const frame = { zone, first, days: weeks * 7, cells: beside }
    return line(sheet, '', weeksHead(frame, look)) + block(sheet, frame, '')
  }
  const cells = Math.max(1, cellsFor(7, room))
  const blocks = Array.from({ length: weeks }, (_, week) => {
    const monday = first + week * 7
    return block(sheet, { zone, first: monday, days: 7, cells }, `W${weekNumber(monday)}`)
  })
  return blocks.join('\n')
}

/** The days, where now is, the rotations, the meetings. */
function block(sheet: Sheet, frame: Frame, label: string): string {
  const { look, pens, clock, rows, meetings } = sheet
  const { paint } = look
  const now = nowRow(frame, look, pens.glyphs)
  const shown = [...meetings].flatMap(([name, held]) => {
    const text = meetingRow(held, frame, pens.glyphs)
    return text === '' ? [] : line(sheet, name, text, paint.faint)
  })
  const days = daysHead(frame, look, clock)
  return [
    label === '' && days.trim() === '' ? '' : line(sheet, label, days, paint.faint),
    now === '' ? '' : line(sheet, '', now),
    ...rows.map((row) => lane(sheet, row, frame)),
    ...shown,
  ].join('')
}

/** A rotation; lines on which nobody is in this frame are left out, but for the first. */
function lane(sheet: Sheet, { label, lines }: Row, frame: Frame): string {
  const within = intervalOf(frame)
  return lines
    .map((pieces, i) => {
      if (i > 0 && !pieces.some((piece) => touches(piece, within))) return ''
      return line(sheet, i === 0 ? label : '', drawLine(pieces, frame, sheet.pens))
    })
    .join('')
}

/** A label, cut to the margin, and what stands beside it. */
function line(
  { margin, pens }: Sheet,
  label: string,
  text: string,
  brush: (label: string) => string = (same) => same,
): string {
  const cut = shorten(clean(label), margin, pens.glyphs.cut)
  const space = ' '.repeat(margin - stringWidth(cut) + 1)
  return `${`${brush(cut)}${space}${text}`.trimEnd()}\n`
}

/** A line for each meeting, or one for all where they are many. */
function meetingLines(meetings: readonly Occurrence[]): Map<string, readonly Occurrence[]> {
  const ids = [...new Set(meetings.map(({ meeting }) => meeting.id))]
  if (ids.length > OWN_LINES) return new Map([['meetings', meetings]])
  return new Map(ids.map((id) => [id, meetings.filter(({ meeting }) => meeting.id === id)]))
}
