// What people call countries and regions, as a text in dist/: for whoever names one by a name or by three letters.
import { mkdirSync, writeFileSync } from 'node:fs'
import cities from 'city-timezones'
import Holidays from 'date-holidays'

const keys = (record) => Object.keys(record ?? {})

/** In each line a code and a name, with a tab between: `DE-SN`, `Saxony`. */
export function buildRegions() {
  const lines = names(new Holidays()).map(([code, name]) => `${code}\t${name}`)
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/regions.txt', [...new Set(lines)].join('\n'))
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
