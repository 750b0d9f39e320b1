/** Reads the table of public holidays, `holidays.txt`, whose head tells how it is written. Of one country, not of all. */

/** Of a year: days counted from 1970-01-01, sorted, each once. */
type DaysOf = (year: number) => readonly number[]

const DAY = 86_400_000

/** The public holidays of `NL`, `DE-SN`, `NZ-CAN-TIM`; undefined where the table has no such country or region. */
export function holidaysIn(table: string, code: string): DaysOf | undefined {
  const [, country, region] = /^([A-Z]{2})(?:-(.+))?$/.exec(code) ?? []
  if (country === undefined) return undefined
  const start = table.indexOf(`\n=${country}`) + 1
  if (start === 0) return undefined
  const [head = '', ...lines] = table.slice(start, endOf(table, start)).split('\n')
  if (region !== undefined && !head.split(' ').slice(1).includes(region)) return undefined

  const seriesNamed = (name: string): readonly number[] => readSeries(table, name)
  let rules: readonly DaysOf[] | undefined
  return (year) => {
    rules ??= lines
      .filter((line) => isOf(line, region ?? '.'))
      .map((line) => readRule(line, seriesNamed))
    const days = rules.flatMap((daysOf) => daysOf(year))
    return [...new Set(days)].sort((a, b) => a - b)
  }
}

/** Where the part of a country ends: before the next one, or the series. */
function endOf(table: string, start: number): number {
  const next = /\n[=~]/g
  next.lastIndex = start
  return next.exec(table)?.index ?? table.length
}

/** `01-06 : BW BY` is of those regions, `05-01 ! ZH` of all others. */
function isOf(line: string, region: string): boolean {
  const [, sign, regions = ''] = / ([:!]) (.+)$/.exec(line) ?? []
  return sign === undefined || regions.split(' ').includes(region) === (sign === ':')
}

const RULE = /^([^ =]+)(?:=([1-7]+))?(?: (\d*)(\.\.)?(\d*)(?:\/(\d))?)?(?= [:!]|$)/

function readRule(line: string, seriesNamed: (name: string) => readonly number[]): DaysOf {
  const [, what = '', weekdays, from, isOpen, to, every = '1'] = RULE.exec(line) ?? []
  const first = Number(from || -Infinity)
  const last = isOpen === undefined ? Number(from || Infinity) : Number(to || Infinity)
  const daysOf = readBase(what, seriesNamed)
  return (year) => {
    if (year < first || year > last) return []
    if (every !== '1' && (year - first) % Number(every) !== 0) return []
    const days = daysOf(year)
    return weekdays === undefined
      ? days
      : days.filter((day) => weekdays.includes(String(weekdayOf(day))))
  }
}

function readBase(what: string, seriesNamed: (name: string) => readonly number[]): DaysOf {
  const [, date, month, day, weekday] = /^(\d{4}-)?(\d\d)-(\d\d)(?:>(\d))?$/.exec(what) ?? []
  if (date !== undefined) {
    const only = Date.parse(what) / DAY
    return (year) => within([only], year)
  }
  if (month !== undefined) {
    // A weekday from the end of December on may be in the next year.
    return (year) =>
      within(
        [year - 1, year].flatMap((each) => {
          const first = Date.UTC(each, Number(month) - 1, Number(day)) / DAY
          if (weekday !== undefined) return [first + ((Number(weekday) - weekdayOf(first) + 7) % 7)]
          // There is no 02-29 in most years.
          return new Date(first * DAY).getUTCDate() === Number(day) ? [first] : []
        }),
        year,
      )
  }
  const [, name = '', distance = '0'] = /^(.+?)([-+]\d+)?$/.exec(what) ?? []
  const days = seriesNamed(name).map((each) => each + Number(distance))
  return (year) => within(days, year)
}

/** `~easter -280 9e9p`: the first day, and how many days each is after the one before. */
function readSeries(table: string, name: string): readonly number[] {
  const start = table.indexOf(`\n~${name} `) + 1
  const [, first = '', steps = ''] = table.slice(start, table.indexOf('\n', start)).split(' ')
  let day = Number(first)
  const days = [day]
  for (let i = 0; i < steps.length; i += 2) {
    day += parseInt(steps.slice(i, i + 2), 36)
    days.push(day)
  }
  return days
}

function within(days: readonly number[], year: number): number[] {
  const start = Date.UTC(year, 0, 1) / DAY
  const end = Date.UTC(year + 1, 0, 1) / DAY
  return days.filter((day) => day >= start && day < end)
}

/**
 * 1 is Monday, 7 is Sunday, as in the table; 1970 began on a Thursday. `io` reads no room of ours, so that it cannot ask
 * `time`, which counts them from 0.
 */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}
