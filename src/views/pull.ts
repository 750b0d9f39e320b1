/** What `rotate pull` says: what was made by hand, what becomes of it, and what that means for PagerDuty. */
import { sayTime } from '../time/words.ts'
import { writeUtc } from '../time/wall.ts'
import type { HandMade } from '../model/pull.ts'
import type { Verdict } from '../model/plan.ts'
import { clean } from './clean.ts'
import { differenceJson, type Json } from './json.ts'
import type { Look } from './look.ts'
import { wholeList } from './names.ts'
import { unbroken, wrap } from './wrap.ts'

/** Each item in words, a line each; with `isFilesOnly` the marks are the next sync's. */
export function sayHandMade(items: readonly HandMade[], look: Look, isFilesOnly: boolean): string {
  return items.map((one) => sayItem(one, look, isFilesOnly)).join('')
}

function sayItem(one: HandMade, look: Look, isFilesOnly: boolean): string {
  const { zone, now, paint, width } = look
  const { rotation, who, instead, adds, maker, becomes, why = '', start, end } = one
  const time = (at: number): string => unbroken(sayTime(zone, at, now))
  const stretch = `${time(start)} to ${time(end)}`
  const whom = instead === undefined ? (adds ? ' added' : '') : ` instead of ${unbroken(instead)}`
  const by = maker === undefined ? '' : ` (made by ${unbroken(maker)})`
  const what = `${unbroken(who)}${whom}, ${stretch}${by}`
  const words = {
    pulled: `brings: ${what}`,
    said: isFilesOnly
      ? `in the file already: ${what}: the next sync or pull marks it`
      : `marks: ${what}, which the file says already`,
    left: `left: ${what}: ${why}`,
  }
  return wrap(`${paint.strong(clean(rotation))}: ${clean(words[becomes])}`, width)
}

/** Where PagerDuty shows somebody else than the file will say, before anything is written. */
export function sayForeseen(verdicts: readonly Verdict[], look: Look): string {
  const { zone, now, paint, width } = look
  const time = (at: number): string => unbroken(sayTime(zone, at, now))
  return verdicts
    .flatMap(({ rotation, differences }) =>
      differences.map(({ start, end, before, after }) =>
        wrap(
          `${clean(rotation)}: ${paint.warning('not as in PagerDuty')}: ${time(start)} to ${time(end)}: by the file ${wholeList(after)}, where PagerDuty shows ${wholeList(before)}: the next sync changes that`,
          width,
        ),
      ),
    )
    .join('')
}

/** What a program is told. */
export interface Pulled {
  readonly items: readonly HandMade[]
  readonly foreseen: readonly Verdict[]
  readonly patch: string
  readonly written: readonly string[]
  readonly marked: readonly string[]
}

/** What `rotate pull` brings, as data. */
export function pullJson({ items, foreseen, patch, written, marked }: Pulled): Json {
  return {
    items: items.map(
      ({ rotation, start, end, who, instead, adds, maker, becomes, why, overrides }) => ({
        rotation,
        start: writeUtc(start),
        end: writeUtc(end),
        who,
        instead_of: instead ?? null,
        adds,
        made_by: maker ?? null,
        becomes,
        ...(why !== undefined && { why }),
        overrides: overrides.map((one) => ({
          [one.kind === 'add' ? 'add' : 'who']: one.people,
          ...(one.insteadOf !== undefined && { instead_of: one.insteadOf }),
          from: writeUtc(one.start),
          to: writeUtc(one.end),
        })),
      }),
    ),
    differences: foreseen.flatMap(({ rotation, differences }) =>
      differences.map((one) => ({ rotation, ...differenceJson(one) })),
    ),
    patch,
    written,
    marked,
  }
}
