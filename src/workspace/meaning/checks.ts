/** What `checks:` says: which rules are off, and what others are told. */
import { elapsed, readLength } from '../../time/length.ts'
import { CHECKS, isCheck, type CheckName } from '../../model/checks.ts'
import type { Place } from '../../model/place.ts'
import type { CheckSettings } from '../../model/workspace.ts'
import type { CheckText } from '../format/checks.ts'
import type { Fields, Told } from '../format/shape.ts'
import type { Texts } from '../format/values.ts'
import type { Document } from '../merge.ts'
import { quote } from '../quote.ts'
import { suggest } from '../suggest.ts'
import { rotationOf, type Scope } from './scope.ts'

/** The settings that a document gives; names that there are not, and values that a rule does not take, are reported. */
export function understandChecks(scope: Scope, checks: Document['checks']): CheckSettings {
  const { report } = scope
  const off = new Set<CheckName>()
  let minRest: number | undefined
  let shared: CheckSettings['shared']
  for (const { id, place, value } of checks) {
    if (value === undefined) continue
    if (!isCheck(id)) {
      const way = suggest(id, CHECKS) || `: there are ${CHECKS.join(', ')}`
      report.error('unknown-check', `there is no check ${quote(id)}${way}`, place)
    } else if (!('value' in value)) {
      if (id === 'double-booking') shared = pairsOf(scope, value)
      else reportTold(scope, id, `a map`, value.where)
    } else if (value.value === 'off') {
      off.add(id)
    } else if (value.value !== 'on') {
      const rest = id === 'min-rest' ? readRest(value) : undefined
      if (rest === undefined) reportTold(scope, id, quote(value.value), value.place)
      else minRest = rest
    }
  }
  return { off, ...(minRest !== undefined && { minRest }), ...(shared && { shared }) }
}

function reportTold({ report }: Scope, id: CheckName, told: string, place: Place): void {
  const expected =
    id === 'min-rest'
      ? `'off' or a length such as '11h'`
      : id === 'double-booking'
        ? `'on', 'off' or '{ except: [[desk, primary]] }'`
        : `'on' or 'off'`
  report.error('bad-word', `${told}: expected ${expected}`, place)
}

function readRest({ value }: Told<string>): number | undefined {
  const length = readLength(value, ['minutes', 'hours'])
  return typeof length === 'string' ? undefined : elapsed(length)
}

/** The pairs of rotations that are named; each is two. */
function pairsOf(
  scope: Scope,
  { except = [], where }: Fields<CheckText>,
): readonly (readonly [string, string])[] {
  const flat = except.map((pair) => (pair.length === 1 ? pair[0]?.value : undefined))
  if (
    flat.length === 2 &&
    flat.every((name) => name !== undefined && scope.ids.rotations.has(name))
  ) {
    const words = `a pair is a list of two rotations, in the list: write '[[${flat.join(', ')}]]'`
    scope.report.error('bad-value', words, listPlace(except, where))
    return []
  }
  return except.flatMap((pair): [string, string][] => {
    const [a, b, ...more] = pair.flatMap((told) => rotationOf(scope, told) ?? [])
    if (pair.length !== 2 || a === b) {
      const expected = `a pair is two rotations: write '[[desk, primary]]'`
      scope.report.error('bad-value', expected, pair[0]?.place ?? where)
    }
    return a === undefined || b === undefined || more.length > 0 ? [] : [[a, b]]
  })
}

/** From the bracket before the first to the one behind the last, where they stand in brackets. */
function listPlace(pairs: readonly Texts[], where: Place): Place {
  const first = pairs[0]?.[0]?.place
  const last = pairs.at(-1)?.at(-1)?.place
  if (first === undefined || last === undefined) return where
  const { text } = first.source
  const from = first.from - (/\[\s*$/.exec(text.slice(0, first.from))?.[0].length ?? 0)
  const to = last.to + (/^\s*,?\s*\]/.exec(text.slice(last.to))?.[0].length ?? 0)
  return { ...first, from, to }
}
