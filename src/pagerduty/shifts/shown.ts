/** What shows somebody in a shift-based schedule, beneath overrides and with them laid over it. */
import type { Instant } from '../../time/instant.ts'
import { touches, type Interval } from '../../time/interval.ts'
import { printOf, type Cause } from '../marker.ts'
import { patchOf } from '../marks.ts'
import type { CustomShift, MemberOverride, Piece, Rendered, ShiftSchedule } from '../remote.ts'
import { NOBODY, setOf, some, type Who } from '../slices.ts'

/** Something that shows somebody: a piece of a rotation or of a custom shift. */
export interface Shown extends Piece {
  readonly lane: string | undefined
  readonly custom: string | undefined
  /** Not there yet, so that no override can hang on it before PagerDuty was read again. */
  readonly isNew: boolean
  /** Whom an override put there; overrides do not hang on overrides. */
  readonly by?: MemberOverride
}

/** What is rendered, with those whom overrides replaced back in their place. */
export function underneath(
  rendered: readonly Rendered[],
  overrides: readonly MemberOverride[],
): Rendered[] {
  return rendered.map((piece) => {
    if (piece.override === undefined) return piece
    const override = overrides.find(({ id }) => id === piece.override)
    return override === undefined
      ? piece
      : { ...piece, user: override.instead, override: undefined }
  })
}

/** Lays overrides over what they hang on, the uppermost last. */
export function applied(base: readonly Shown[], overrides: readonly MemberOverride[]): Shown[] {
  return base.flatMap((piece) => {
    let pieces: Shown[] = [piece]
    for (const by of overrides) {
      const hangs = by.lane === undefined ? by.custom === piece.custom : by.lane === piece.lane
      if (!hangs || by.instead !== piece.user || !touches(by, piece)) continue
      pieces = pieces.flatMap((part) => {
        const start = Math.max(part.start, by.start)
        const end = Math.min(part.end, by.end)
        if (start >= end) return [part]
        const cut: Shown[] = []
        if (part.start < start) cut.push({ ...part, end: start })
        cut.push({ ...part, start, end, user: by.user, by })
        if (end < part.end) cut.push({ ...part, start: end })
        return cut
      })
    }
    return pieces
  })
}

/** Who the turns in PagerDuty say is on call now; undefined where they say nobody. */
export function turnsShown(
  beneath: readonly Rendered[],
  overrides: readonly MemberOverride[],
  customs: readonly CustomShift[],
  prints: ReadonlySet<string>,
  now: Instant,
  { rendered }: ShiftSchedule,
): Who {
  const isNow = ({ start, end }: Interval): boolean => start <= now && now < end
  const has = (one: CustomShift | MemberOverride, cause: Cause): boolean =>
    prints.has(printOf(patchOf(one), cause))
  const turns = new Set<string>()
  beneath.forEach((piece, i) => {
    if (!isNow(piece)) return
    const by = overrides.find(({ id }) => id === rendered[i]?.override)
    const custom = customs.find(({ id }) => id === piece.custom)
    const user = by !== undefined && has(by, 'turn') ? by.user : piece.user
    if (user === null || (custom !== undefined && !has(custom, 'turn'))) return
    turns.add(user)
  })
  if (turns.size > 0) return setOf(turns)
  // Only what somebody put there is on call: an override of the file may go, a person of theirs may not.
  const others = rendered.filter((piece) => {
    const item =
      overrides.find(({ id }) => id === piece.override) ??
      customs.find(({ id }) => id === piece.custom)
    return isNow(piece) && !(item !== undefined && has(item, 'override'))
  })
  return others.length === 0 ? NOBODY : setOf(others.flatMap(({ user }) => some(user)))
}
