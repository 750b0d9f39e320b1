/** The pieces of lanes: what each stands for, in words. */
import type { Clock } from './clock.ts'
import { sayChange, type ClockChange } from './clocks.ts'
import { nameAll, sayRang } from './names.ts'
import type { Gap, Occurrence, Person, Ring, Rotation, Shift } from './things.ts'
import type { Link } from './links.ts'
import { intersection, touches, within } from './search.ts'
import { isAttended, type State } from './state.ts'
import type { View } from './view.ts'

/** What a piece stands for, for the card that explains it. */
export type Piece = Gap & { readonly title: string } & (
    | {
        readonly kind: 'shift'
        readonly rotation: Rotation
        readonly shift: Shift
        readonly rang: readonly Ring[]
      }
    | { readonly kind: 'gap'; readonly link: Link | undefined }
    | { readonly kind: 'meeting'; readonly occurrence: Occurrence }
    | { readonly kind: 'away'; readonly person: Person; readonly link: Link | undefined }
    | { readonly kind: 'holiday'; readonly short: string; readonly said: readonly string[] }
    | { readonly kind: 'clock'; readonly zones: ClockChange['zones'] }
  )

/** The pieces of a rotation that touch the view, in order. */
export function piecesOf(rotation: Rotation, view: View): Piece[] {
  const title = rotation.name
  const shifts = within(rotation.stays, view).map((shift): Piece => ({
    kind: 'shift',
    title,
    start: shift.start,
    end: shift.end,
    rotation,
    shift,
    rang: (rotation.rang ?? []).filter(({ at }) => shift.start <= at && at < shift.end),
  }))
  const { link } = rotation
  const gaps = within(rotation.gaps, view).map((gap): Piece => ({
    kind: 'gap',
    title,
    link,
    ...gap,
  }))
  return gaps.length === 0 ? shifts : [...shifts, ...gaps].sort((a, b) => a.start - b.start)
}

/** The meetings in view that the chosen person attends, as pieces of a lane. */
export function meetingPieces(
  occurrences: readonly Occurrence[],
  view: View,
  state: State,
): Piece[] {
  return occurrences
    .filter((occurrence) => touches(occurrence, view) && isAttended(state, occurrence))
    .map((occurrence) => ({
      kind: 'meeting',
      title: occurrence.name,
      start: occurrence.start,
      end: occurrence.end,
      occurrence,
    }))
}

/** `Alice Lindqvist: Primary, Mon 30 Nov 16:00 to Mon 7 Dec 16:00. Weekly` */
export function sayPiece(piece: Piece, { clock }: View, now: number): string {
  const when = clock.range(piece.start, piece.end, now)
  switch (piece.kind) {
    case 'shift': {
      const { people, why } = piece.shift
      const more = [why, ...sayAbsences(piece.shift, clock, now), sayRang(piece.rang)].filter(
        (text) => text !== '',
      )
      return [`${nameAll(people)}: ${piece.title}, ${when}`, ...more].join('. ')
    }
    case 'gap':
      return `Gap, nobody is on call: ${piece.title}, ${when}`
    case 'meeting':
      return `Meeting: ${piece.title}, ${when}`
    case 'away':
      return `Away: ${piece.person.name}, ${when}`
    case 'holiday':
      return `Holiday, ${clock.days(piece.start, piece.end, now)}. ${piece.said.join('. ')}`
    case 'clock':
      return `Clocks change, ${clock.say(piece.start, now)}. ${piece.zones.map(sayChange).join('. ')}`
  }
}

/** When those who hold a shift are away in it. */
export function awayIn(shift: Shift): (Gap & { readonly person: Person })[] {
  return shift.people.flatMap((person) =>
    person.away.flatMap((away) => {
      const both = intersection(away, shift)
      return both === undefined ? [] : [{ person, ...both }]
    }),
  )
}

/** The same in words: `Alice Lindqvist is away Mon 30 Nov 09:00 to 17:00` */
export function sayAbsences(shift: Shift, clock: Clock, now: number): string[] {
  return awayIn(shift).map(
    ({ person, start, end }) => `${person.name} is away ${clock.range(start, end, now)}`,
  )
}
