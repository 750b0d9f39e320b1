// The codes of the countries and regions whose holidays date-holidays knows, as a text in dist/.
import { mkdirSync, writeFileSync } from 'node:fs'
import cities from 'city-timezones'
import Holidays from 'date-holidays'

const keys = (record) => Object.keys(record ?? {})

/** One a line: `NL`, `DE-SN`, `NZ-CAN-Timaru`. */
export function buildCountries() {
  const all = new Holidays()
  const codes = keys(all.getCountries()).flatMap((country) => [
    country,
    ...keys(all.getStates(country)).flatMap((state) => [
      `${country}-${state}`,
      ...keys(all.getRegions(country, state)).map((region) => `${country}-${state}-${region}`),
    ]),
  ])
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/countries.txt', codes.join('\n'))
  writeFileSync('dist/regions.txt', linesOf(names(all)).join('\n'))
}

/** The same by what else people call them: in each line a code and a name, with a tab between. */
function linesOf(pairs) {
  return [...new Set(pairs.map(([code, name]) => `${code}\t${name}`))]
}

function names(all) {
  const countries = keys(all.getCountries())
  const regions = countries.flatMap((country) =>
    ['en', undefined].flatMap((language) =>
      Object.entries(all.getStates(country, language) ?? {}).map(([state, name]) => [
        `${country}-${state}`,
        name.replace(/^(Canton of|Hansestadt|Province of|State of) /, ''),
      ]),
    ),
  )
  const codes = cities.cityMapping
    .filter(({ iso2, iso3 }) => countries.includes(iso2) && /^[A-Z]{3}$/.test(iso3))
    .map(({ iso2, iso3 }) => [iso2, iso3])
  return [...codes, ...regions, ...Object.entries(ENGLISH)]
}

/** English names that the package does not know. */
const ENGLISH = {
  'DE-BY': 'Bavaria',
  'DE-HE': 'Hesse',
  'DE-NI': 'Lower Saxony',
  'DE-NW': 'North Rhine-Westphalia',
  'DE-RP': 'Rhineland-Palatinate',
  'DE-SN': 'Saxony',
  'DE-ST': 'Saxony-Anhalt',
  'DE-TH': 'Thuringia',
}
