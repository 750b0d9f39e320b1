/** What people write for a window in one text, and how it is written here. */
import { hoursMeantBy } from '../time/time-words.ts'
import { readHours } from '../time/written.ts'
import { daysMeantBy } from './day-words.ts'

/** `{ days: mon-fri, from: 09:00, to: 17:00 }`, of `mon-fri 09:00-17:00`, `weekdays 9am to 5pm`, `9-17`. */
export function windowMeantBy(text: string): string | undefined {
  const words = text.trim()
  if (/^(always|24 ?[/x] ?7|all day|anytime|all the time)$/i.test(words))
    return '{ from: 00:00, to: 24:00 }'
  const at = /(?:^|,? +)(?=\d)/.exec(words)
  if (at === null) return undefined
  const written = words.slice(at.index + at[0].length).replace(/^24 ?h$/, '00:00-24:00')
  const hours = typeof readHours(written) === 'string' ? hoursMeantBy(written) : written
  const [from, to] = hours?.split('-') ?? []
  const days = at.index === 0 ? undefined : daysMeantBy(words.slice(0, at.index))
  if (from === undefined || to === undefined || (at.index > 0 && days === undefined))
    return undefined
  return `{ ${days === undefined ? '' : `days: ${days}, `}from: ${from}, to: ${to} }`
}

/** `always` or `none`, of `24/7` and `off`; or the window that a text means. */
export function coverageMeantBy(text: string): string | undefined {
  const plain = text.trim().toLowerCase()
  if (
    /^(24 ?[/x] ?7( ?[/x] ?365)?|24h?|all|full|round the clock|yes|true|on|everyday|daily)$/.test(
      plain,
    )
  ) {
    return 'always'
  }
  if (/^(off|no|false|never|nothing|n\/a|best effort|best-effort|null|~|-)$/.test(plain))
    return 'none'
  return windowMeantBy(text)
}
