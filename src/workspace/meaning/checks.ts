/** What `checks:` says: which rules are off, and the numbers of others. */
import { elapsed, readLength } from '../../time/length.ts'
import { CHECKS, isCheck, type CheckName } from '../../model/checks.ts'
import type { CheckSettings } from '../../model/workspace.ts'
import type { Document } from '../merge.ts'
import { quote } from '../quote.ts'
import type { Report } from '../report.ts'
import { suggest } from '../suggest.ts'

export function understandChecks(checks: Document['checks'], report: Report): CheckSettings {
  const off = new Set<CheckName>()
  let minRest: number | undefined
  for (const { id, place, value } of checks) {
    if (value === undefined) continue
    if (!isCheck(id)) {
      const way = suggest(id, CHECKS) || `: there are ${CHECKS.join(', ')}`
      report.error('unknown-check', `there is no check ${quote(id)}${way}`, place)
    } else if (value.value === 'off') {
      off.add(id)
    } else if (value.value !== 'on') {
      const rest = id === 'min-rest' ? readRest(value.value) : undefined
      if (rest === undefined) {
        const expected = id === 'min-rest' ? `'off' or a length such as '11h'` : `'on' or 'off'`
        report.error('bad-word', `${quote(value.value)}: expected ${expected}`, value.place)
      }
      minRest = rest
    }
  }
  return { off, ...(minRest !== undefined && { minRest }) }
}

function readRest(text: string): number | undefined {
  const length = readLength(text, ['minutes', 'hours'])
  return typeof length === 'string' ? undefined : elapsed(length)
}
