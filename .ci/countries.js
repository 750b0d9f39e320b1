// The codes of the countries and regions whose holidays date-holidays knows, as a text in dist/.
import { mkdirSync, writeFileSync } from 'node:fs'
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
}
