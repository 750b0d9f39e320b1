/** What people write for a length out of habit, and the length that they mean. */
import type { Length, Unit } from './units.ts'

/** Whole lengths, and the units in which other tools count. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hourly: '1 hours',
    daily: '1 days',
    nightly: '1 days',
    weekly: '1 weeks',
    biweekly: '2 weeks',
    fortnightly: '2 weeks',
    monthly: '1 months',
    bimonthly: '2 months',
    quarterly: '3 months',
    yearly: '12 months',
    annually: '12 months',
  }),
)

const NUMBERS: readonly string[] = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven']

/** How many of which unit a word is: those by elapsed time in seconds, those of the calendar in months. */
const UNITS: readonly (readonly [RegExp, number, 'seconds' | 'months' | 'shifts'])[] = [
  [/^(s|secs?|seconds?)$/, 1, 'seconds'],
  [/^(m|mins?|minutes?)$/, 60, 'seconds'],
  [/^(h|hrs?|hours?)$/, 3600, 'seconds'],
  [/^(d|days?)$/, 86_400, 'seconds'],
  [/^(w|wks?|weeks?)$/, 604_800, 'seconds'],
  [/^fortnights?$/, 1_209_600, 'seconds'],
  [/^(mo|mos|mths?|mons?|months?)$/, 1, 'months'],
  [/^quarters?$/, 3, 'months'],
  [/^(y|yrs?|years?)$/, 12, 'months'],
  [/^(shifts?|turns?)$/, 1, 'shifts'],
]

/** The same the other way round: what a unit is made of. */
const MADE_OF: Readonly<Record<Unit, readonly [number, 'seconds' | 'months' | 'shifts']>> = {
  minutes: [60, 'seconds'],
  hours: [3600, 'seconds'],
  days: [86_400, 'seconds'],
  weeks: [604_800, 'seconds'],
  months: [1, 'months'],
  shifts: [1, 'shifts'],
}

/**
 * The length that somebody meant by `weekly`, `P1W`, `1h30m`, `7 Days` or `604800` (seconds, as in PagerDuty), in the
 * unit of their own where that is one of `allowed`, else in the largest of these in which it is a whole number.
 */
export function lengthMeantBy<U extends Unit>(
  text: string,
  allowed: readonly U[],
): Length<U> | undefined {
  const words = text
    .trim()
    .replace(/(\d)M$/, '$1mo')
    .toLowerCase()
  const plain = WORDS.get(words.replace(/[- ]/g, '')) ?? inDigits(words)
  const parts = isoParts(text.trim()) ?? clockParts(words) ?? secondsAlone(words) ?? partsOf(plain)
  return parts && sumOf(parts, allowed)
}

type Part = readonly [count: number, unit: string]

/** `every two weeks`, `a week`, `once a month`, `week` */
function inDigits(words: string): string {
  return words
    .replace(/^(every|each|per|once (a|per|every))\s+/, '')
    .replace(/^other\s+/, '2 ')
    .replace(/^half (an?\s+)?/, '0.5 ')
    .replace(/^an?\s+/, '1 ')
    .replace(/^[a-z]+(?=\s)/, (word) => {
      const number = NUMBERS.indexOf(word)
      return number < 0 ? word : String(number)
    })
    .replace(/^(?=[a-z]{3,}$)/, '1 ')
}

/** `1h30m`, `1 hour, 30 minutes`, `1.5 hours` */
function partsOf(words: string): Part[] | undefined {
  if (!/^(?:\d{1,7}(?:[.,]\d{1,3})?\s*(?:-\s*)?[a-z]+(?:(?:,\s*|\s+)(?:and\s+)?)?)+$/.test(words))
    return undefined
  return [...words.matchAll(/(\d+(?:[.,]\d+)?)\s*-?\s*([a-z]+)/g)].map(
    ([, count = '', unit = '']): Part => [Number(count.replace(',', '.')), unit],
  )
}

/** `P1W`, `PT12H`, `P1DT12H` (ISO 8601) */
function isoParts(text: string): Part[] | undefined {
  const found =
    /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/i.exec(text)
  if (found === null) return undefined
  const units = ['years', 'months', 'weeks', 'days', 'hours', 'minutes']
  return units.flatMap((unit, i): Part[] => (found[i + 1] ? [[Number(found[i + 1]), unit]] : []))
}

/** `0:15`, `168:00:00` */
function clockParts(words: string): Part[] | undefined {
  const found = /^(\d{1,4}):([0-5]\d)(?::00)?$/.exec(words)
  return found === null
    ? undefined
    : [
        [Number(found[1]), 'hours'],
        [Number(found[2]), 'minutes'],
      ]
}

/** Small numbers can be of anything. */
function secondsAlone(words: string): Part[] | undefined {
  const count = /^\d{3,8}$/.test(words) ? Number(words) : 0
  return count >= 900 && count % 60 === 0 ? [[count, 'seconds']] : undefined
}

function sumOf<U extends Unit>(
  parts: readonly Part[],
  allowed: readonly U[],
): Length<U> | undefined {
  let total = 0
  let kind: string | undefined
  let own: U | undefined
  for (const [count, word] of parts) {
    const known = UNITS.find(([pattern]) => pattern.test(word))
    if (known === undefined || (kind !== undefined && kind !== known[2])) return undefined
    kind = known[2]
    total += count * known[1]
    own = allowed.find((unit) => MADE_OF[unit][1] === known[2] && MADE_OF[unit][0] === known[1])
  }
  const sizes = allowed
    .filter((unit) => MADE_OF[unit][1] === kind)
    .toSorted((a, b) => MADE_OF[b][0] - MADE_OF[a][0])
  const whole = (unit: U): boolean => total > 0 && total % MADE_OF[unit][0] === 0
  const unit = parts.length === 1 && own !== undefined && whole(own) ? own : sizes.find(whole)
  const count = unit && total / MADE_OF[unit][0]
  return unit !== undefined && count !== undefined && count <= 9_999_999
    ? { count, unit }
    : undefined
}
