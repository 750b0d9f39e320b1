// Larger cities and their zones, as a text in dist/: for whoever names a zone by a city that is none of the database, or by
// the name that Windows has for it.
import { mkdirSync, writeFileSync } from 'node:fs'
import cities from 'city-timezones'
import { WINDOWS_TO_IANA_MAP } from 'windows-iana'

/** People who look for the zone of a smaller place know a larger one near it. */
const PEOPLE = 100_000

/** One a line, the largest first: `Seattle`, `America/Los_Angeles`, `Washington`, `US`, with tabs between. */
export function buildCities() {
  const large = cities.cityMapping
    .filter(({ pop, timezone }) => pop >= PEOPLE && isZone(timezone))
    .sort((a, b) => b.pop - a.pop)
  const lines = large.map(
    (one) => `${one.city_ascii}\t${one.timezone}\t${one.province ?? ''}\t${codeOf(one)}`,
  )
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/cities.txt', [...new Set([...lines, ...windowsZones()])].join('\n'))
}

/** Some countries have none. */
function codeOf({ iso2 }) {
  return /^[A-Z]{2}$/.test(iso2) ? iso2 : ''
}

function isZone(name) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** `W. Europe Standard Time`, of no country, with the first zone of its territories. */
function windowsZones() {
  return WINDOWS_TO_IANA_MAP.filter(
    ({ territory, iana }) => territory === '001' && !iana[0].startsWith('Etc/') && isZone(iana[0]),
  ).map(({ windowsName, iana }) => `${windowsName}\t${iana[0]}\t\t`)
}
