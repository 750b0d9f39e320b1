// Makes src/io/holidays.txt, the table of public holidays that rotate reads, out of date-holidays, which takes a quarter of an
// hour: `npm run holidays`, after another date-holidays is installed. docs/decisions.md says why it is a table.
import { readFileSync, writeFileSync } from 'node:fs'
import Holidays from 'date-holidays'
import { basesOf, DAY, FIRST, LAST, rulesFor, YEARS } from './holiday-rules.js'

const { version } = JSON.parse(readFileSync('node_modules/date-holidays/package.json', 'utf8'))

const HEAD = `# The public holidays of countries and their regions, from 1969 to 2201, made from date-holidays ${version} by 'npm run holidays'.
# (ISC licence, https://github.com/commenthol/date-holidays; what it holds is from Wikipedia, CC BY-SA 3.0.)
#
# =NL GR ZH           a country and its regions: NL, NL-GR, NL-ZH
# 12-25               what comes back each year:
# 05-25>1                the first Monday (1 to 7: Monday to Sunday) from 25 May on
# easter-2               days before or after one of the days at the end of this file
# 2022-09-19             a date
# 01-02=17            only on these days of the week
# 10-31 2017..        only in these years
# 01-20 1973../4      only in every fourth year
# 01-06 : BW BY       only in these regions ("." is the country)
# 05-01 ! ZH          not in these
# ~easter -280 9e9p   days, counted from 1970-01-01: the first, and how many days each is after the one before (two digits to the base 36)
`

const keys = (record) => Object.keys(record ?? {})

/** The countries, each with its regions: `{ country: 'NL', codes: ['NL', 'NL-GR'] }`. */
function countries() {
  const all = new Holidays()
  return keys(all.getCountries()).map((country) => ({
    country,
    codes: [
      country,
      ...keys(all.getStates(country)).flatMap((state) => [
        `${country}-${state}`,
        ...keys(all.getRegions(country, state)).map((region) => `${country}-${state}-${region}`),
      ]),
    ],
  }))
}

/**
 * The days of a year, counted from 1970-01-01. A holiday of several days counts on each. Of what only banks keep the
 * substitute days count: the package names Ireland's Monday after a Saint Stephen's Day on a Saturday so.
 */
function daysOf(code) {
  const [country = '', state = '', ...rest] = code.split('-')
  const book = new Holidays(country, state, rest.join('-'), { types: ['public', 'bank'] })
  return YEARS.flatMap((year) => {
    const days = new Set()
    for (const { date, start, end, type, substitute } of book.getHolidays(year)) {
      if (type !== 'public' && substitute !== true) continue
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY
      const last = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY))
      for (let day = first; day < first + last; day += 1) {
        if (new Date(day * DAY).getUTCFullYear() === year) days.add(day)
      }
    }
    return [...days].sort((a, b) => a - b)
  })
}

const MONTHS = {
  muharram: 'Muharram',
  safar: 'Safar',
  'rabi-al-awwal': 'Rabi al-awwal',
  'rabi-al-thani': 'Rabi al-thani',
  'jumada-al-awwal': 'Jumada al-awwal',
  'jumada-al-thani': 'Jumada al-thani',
  rajab: 'Rajab',
  shaban: 'Shaban',
  ramadan: 'Ramadan',
  shawwal: 'Shawwal',
  'dhu-al-qidah': 'Dhu al-Qidah',
  'dhu-al-hijjah': 'Dhu al-Hijjah',
  nisan: 'Nisan',
  iyyar: 'Iyyar',
  sivan: 'Sivan',
  tamuz: 'Tamuz',
  av: 'Av',
  elul: 'Elul',
  tishrei: 'Tishrei',
  cheshvan: 'Cheshvan',
  kislev: 'Kislev',
  tevet: 'Tevet',
  shvat: 'Shvat',
  adar: 'AdarII',
  farvardin: 'Farvardin',
}

/** What other days are counted from: how date-holidays names it, and how far from it they may lie. */
const COUNTED = {
  easter: ['easter', -65, 70],
  orthodox: ['orthodox', -65, 70],
  ...Object.fromEntries(
    Object.entries(MONTHS).map(([name, month]) => [name, [`1 ${month}`, 0, 30]]),
  ),
  ...Object.fromEntries(
    ['chinese', 'korean', 'vietnamese'].flatMap((calendar) =>
      Array.from({ length: 12 }, (_, i) => i + 1).map((month) => [
        `${calendar}${month}`,
        [`${calendar} ${month}-0-01`, month === 1 ? -3 : 0, 30],
      ]),
    ),
  ),
  esfand29: ['29 Esfand', 0, 0],
  qingming: ['chinese 5-01 solarterm', 0, 2],
  'equinox-march-tokyo': ['march equinox in +09:00', 0, 2],
  'equinox-september-tokyo': ['september equinox in +09:00', 0, 2],
  'solstice-june-santiago': ['june solstice in America/Santiago', 0, 2],
  'solstice-december': ['december solstice', 0, 2],
}

/** The days that date-holidays gives for one rule of its language. */
function daysBy(rule) {
  const book = new Holidays()
  book.setHoliday(rule, { name: { en: rule }, type: 'public' })
  const around = [YEARS[0] - 1, ...YEARS, YEARS.at(-1) + 1]
  const found = around.flatMap((year) =>
    (book.getHolidays(year) || []).map(
      ({ date }) => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY,
    ),
  )
  return [...new Set(found)].sort((a, b) => a - b)
}

/** Those that are asked for by name, or all, which takes a minute. */
function seriesOf(names = Object.keys(COUNTED)) {
  return Object.fromEntries(
    names.map((name) => {
      const [rule, from, to] = COUNTED[name]
      return [name, { days: daysBy(rule), from, to }]
    }),
  )
}

/** The part of the table that speaks of a country; `known` remembers the rules of days that were seen before. */
function partOf({ country, codes }, bases, known) {
  const names = codes.map((code) => code.slice(3) || '.')
  const where = new Map()
  for (const [i, code] of codes.entries()) {
    const days = daysOf(code)
    const key = days.join()
    if (!known.has(key)) {
      const has = new Uint8Array(LAST - FIRST + 1)
      for (const day of days) has[day - FIRST] = 1
      known.set(key, rulesFor(has, bases))
    }
    for (const rule of known.get(key)) where.set(rule, [...(where.get(rule) ?? []), names[i]])
  }
  const lines = [...where].map(([rule, those]) => {
    const others = names.filter((name) => !those.includes(name))
    if (others.length === 0) return rule
    return those.length <= others.length
      ? `${rule} : ${those.join(' ')}`
      : `${rule} ! ${others.join(' ')}`
  })
  return `${[`=${country}`, ...names.slice(1)].join(' ')}\n${lines.sort((a, b) => (a < b ? -1 : 1)).join('\n')}\n`
}

function lineOf(name, days) {
  const steps = days.slice(1).map((day, i) => (day - days[i]).toString(36).padStart(2, '0'))
  if (steps.some((step) => step.length > 2)) throw new Error(`${name} is too rare`)
  return `~${name} ${days[0]} ${steps.join('')}\n`
}

/** The names of the series of which parts of the table speak. */
function namedIn(text) {
  return Object.keys(COUNTED).filter((name) => new RegExp(`^${name}($|[-+= ])`, 'm').test(text))
}

function makeTable() {
  const series = seriesOf()
  const bases = basesOf(series)
  const known = new Map()
  const parts = countries().map((each) => {
    process.stderr.write(`${each.country} `)
    return partOf(each, bases, known)
  })
  const lines = namedIn(parts.join('')).map((name) => lineOf(name, series[name].days))
  return [HEAD, ...parts, ...lines].join('')
}

const PATH = 'src/io/holidays.txt'
const asked = process.argv.slice(2)
if (asked.length === 0) writeFileSync(PATH, makeTable())
else {
  // The parts of those countries alone, on stdout, with no more series than they are written with now: that is quick.
  const table = readFileSync(PATH, 'utf8')
  for (const each of countries().filter(({ country }) => asked.includes(country))) {
    const [part = ''] = new RegExp(`^=${each.country}[ \\n][^]*?(?=^[=~])`, 'm').exec(table) ?? []
    process.stdout.write(partOf(each, basesOf(seriesOf(namedIn(part))), new Map()))
  }
}
