// Finds few rules that say a set of days exactly: for .ci/holidays.js, which tells how they are written.

export const DAY = 86_400_000
/** A year more than a workspace may speak of at both ends, since there it is another year in the east and in the west. */
const FIRST_YEAR = 1969
const LAST_YEAR = 2201
export const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i)

/** The days of which the table speaks, counted from 1970-01-01. */
export const FIRST = dayOf(FIRST_YEAR, 1, 1)
export const LAST = dayOf(LAST_YEAR, 12, 31)

/** How much shorter than dates a rule must be. A bound that the days do not show makes nothing shorter. */
const COST = { rule: 1.5, weekdays: 1, years: 1, every: 4, chance: 3 }

function dayOf(year, month, day) {
  return Date.UTC(year, month - 1, day) / DAY
}

/** `2026-12-25` */
export function textOf(day) {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

const yearOf = (day) => new Date(day * DAY).getUTCFullYear()

/** 1 is Monday, 7 is Sunday. */
const weekdayOf = (day) => ((((day + 3) % 7) + 7) % 7) + 1

/**
 * What may come back each year: dates, weekdays from a date on, and distances from the days of `series`, which are
 * `{ days, from, to }` by name.
 */
export function basesOf(series) {
  const dates = Array.from({ length: 366 }, (_, i) => textOf(dayOf(2000, 1, 1 + i)).slice(5))
  return [...dates.flatMap(datesOf), ...Object.entries(series).flatMap(distancesOf)]
}

function datesOf(date) {
  const [month, day] = date.split('-').map(Number)
  const days = [FIRST_YEAR - 1, ...YEARS]
    .map((year) => dayOf(year, month, day))
    .filter((one) => textOf(one).endsWith(date))
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    base(
      `${date}>${weekday}`,
      days.map((one) => one + ((weekday - weekdayOf(one) + 7) % 7)),
      { rank: 2 },
    ),
  )
  const all = date === '02-29' ? [base(date, days)] : [base(date, days), ...weekdays]
  return all.flatMap((yearly) => [yearly, ...[2, 4].flatMap((every) => rarely(yearly, every))])
}

/** The same in every second or fourth year. */
function rarely({ name, days, rank }, every) {
  return Array.from({ length: every }, (_, part) =>
    base(
      name,
      days.filter((day) => yearOf(day) % every === part),
      { rank, every },
    ),
  )
}

function distancesOf([name, { days, from, to }]) {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).map((distance) => {
    const sign = distance < 0 ? '' : '+'
    return base(
      distance === 0 ? name : `${name}${sign}${distance}`,
      days.map((day) => day + distance),
      { rank: 1 + Math.abs(distance) / 100, isSeries: true },
    )
  })
}

function base(name, all, { rank = 0, every = 1, isSeries = false } = {}) {
  const days = all.filter((day) => day >= FIRST && day <= LAST)
  const weekdays = days.map(weekdayOf)
  const years = days.map(yearOf)
  return { name, days, weekdays, years, kinds: new Set(weekdays).size, rank, every, isSeries }
}

/** The rules that together say all days of `has` (at `day - FIRST`) and no other; what comes back in none, as dates. */
export function rulesFor(has, bases) {
  const open = Uint8Array.from(has)
  const rules = []
  const queue = bases
    .filter((one) => hits(one.days, has) > COST.rule + (one.every > 1 ? COST.every : 0))
    .map((one) => ({ base: one, runs: runsOf(one, has) }))
    .map((each) => ({ ...each, most: mostOf(each.runs) }))
  for (;;) {
    const chosen = bestOf(queue, open)
    if (chosen === undefined) break
    rules.push(chosen.text)
    for (const day of chosen.days) open[day - FIRST] = 0
  }
  const dates = [...open.entries()].flatMap(([i, one]) => (one ? [textOf(i + FIRST)] : []))
  return [...rules, ...dates].sort()
}

/** What a base says never grows, so only those are looked at anew that said enough when they were looked at last. */
function bestOf(queue, open) {
  queue.sort((a, b) => b.most - a.most)
  let best
  for (const each of queue) {
    if (each.most <= (best?.worth ?? 0)) break
    each.most = Math.min(each.most, hits(each.base.days, open) - COST.rule)
    if (each.most <= (best?.worth ?? 0)) continue
    const rule = ruleOf(each.base, each.runs, open)
    each.most = rule?.worth ?? 0
    if (rule !== undefined && rule.worth > (best?.worth ?? 0)) best = rule
  }
  return best
}

function hits(days, has) {
  let count = 0
  for (let i = 0; i < days.length; i += 1) count += has[days[i] - FIRST]
  return count
}

/** On each weekday one run at most becomes part of a rule. */
function mostOf(runs) {
  const most = Array(8).fill(0)
  for (const { weekday, count } of runs) most[weekday] = Math.max(most[weekday], count)
  return most.reduce((sum, count) => sum + count, 0)
}

/**
 * The longest rows of a base's days on one weekday that are all in the set: from `first` to `last`, and further, as long
 * as they stay between `after` and `before`.
 */
function runsOf({ days, weekdays }, has) {
  const runs = []
  const running = Array(8).fill(undefined)
  const missed = Array(8).fill(-1)
  for (const [i, day] of days.entries()) {
    const weekday = weekdays[i]
    if (has[day - FIRST]) {
      if (running[weekday] === undefined) {
        running[weekday] = {
          weekday,
          after: missed[weekday],
          first: i,
          before: days.length,
          count: 0,
        }
        runs.push(running[weekday])
      }
      running[weekday].last = i
      running[weekday].count += 1
    } else {
      if (running[weekday] !== undefined) running[weekday].before = i
      running[weekday] = undefined
      missed[weekday] = i
    }
  }
  return runs
}

/** The rule of a base that says most of what is still open. */
function ruleOf(base, runs, open) {
  for (const run of runs) run.fresh = freshIn(base, run, open)
  const fresh = runs.sort((a, b) => b.fresh - a.fresh || b.count - a.count || a.first - b.first)
  if (fresh[0].fresh === 0) return undefined
  let { after, first, last, before } = fresh[0]
  const weekdays = new Set()
  for (const run of fresh) {
    if (weekdays.has(run.weekday)) continue
    const next = [
      Math.max(after, run.after),
      Math.min(first, run.first),
      Math.max(last, run.last),
      Math.min(before, run.before),
    ]
    if (next[0] >= next[1] || next[2] >= next[3]) continue
    ;[after, first, last, before] = next
    weekdays.add(run.weekday)
  }
  const from = after < 0 ? undefined : base.years[first]
  const to = before >= base.days.length ? undefined : base.years[last]
  const said = base.days.filter((_, i) => weekdays.has(base.weekdays[i]) && i >= first && i <= last)
  // A lunar year may begin twice in one of ours, and bounds are whole years.
  const claimed = base.days.filter(
    (_, i) =>
      weekdays.has(base.weekdays[i]) &&
      base.years[i] >= (from ?? FIRST_YEAR) &&
      base.years[i] <= (to ?? LAST_YEAR),
  )
  if (claimed.length !== said.length) return undefined
  const some = weekdays.size < base.kinds
  const bounded = from !== undefined || to !== undefined
  const cost =
    COST.rule +
    (some ? COST.weekdays : 0) +
    (bounded ? COST.years : 0) +
    (base.every > 1 ? COST.every : 0) +
    (some && bounded && base.isSeries ? COST.chance : 0)
  return {
    text: [
      base.name,
      some ? `=${[...weekdays].sort((a, b) => a - b).join('')}` : '',
      yearsIn(base, from, to),
    ].join(''),
    days: said,
    worth: said.reduce((sum, day) => sum + open[day - FIRST], 0) - cost - base.rank / 10,
  }
}

function yearsIn({ every, years }, from, to) {
  if (every > 1) return ` ${from ?? years[0]}..${to ?? ''}/${every}`
  if (from === undefined && to === undefined) return ''
  return from === to ? ` ${from}` : ` ${from ?? ''}..${to ?? ''}`
}

function freshIn({ days, weekdays }, { weekday, first, last }, open) {
  let count = 0
  for (let i = first; i <= last; i += 1) {
    if (weekdays[i] === weekday) count += open[days[i] - FIRST]
  }
  return count
}
