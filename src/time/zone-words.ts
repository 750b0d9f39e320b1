/** What people write for a zone: offsets, abbreviations, cities and countries; and the zones that they mean. */
import { cities, placePlainly, type City } from './cities.ts'
import { CITY_NAMES } from './city-names.ts'
import { nearestSlip } from './slip.ts'
import { ABBREVIATIONS, CITIES_AHEAD, COUNTRY_NAMES, LONG_NAMES } from './zone-names.ts'

/** Whether a name of the IANA database is an offset in disguise, which knows no clock changes. */
export function isOffset(name: string): boolean {
  return /^(est|mst|hst|etc\/gmt[+-]0*[1-9]\d*)$/i.test(name.trim())
}

/** The zones that somebody means by an offset: of a city that has it in winter. */
export function zoneAtOffset(text: string): string | undefined {
  const found = /^\(?(?:etc\/)?(?:utc|gmt)? ?([+-]?)0*(\d{1,2}?)(?::?(00|15|30|45))?\)?$/i.exec(
    text.trim(),
  )
  if (found === null) return undefined
  // In names such as Etc/GMT+5 the sign is that of POSIX, the wrong way round.
  const isPosix = /^etc\//i.test(text.trim())
  const hours = Number(found[2]) + Number(found[3] ?? 0) / 60
  const ahead = hours * ((found[1] === '-') === isPosix ? 1 : -1)
  return CITIES_AHEAD[ahead]
}

/** The zones that somebody means by what they write behind a time: `CET`, `+01:00`, `Europe/Berlin`, `Z`. */
export function zonesBehind(text: string): readonly string[] {
  if (/^(z|utc|gmt)$/i.test(text)) return ['UTC']
  const abbreviation = ABBREVIATIONS.get(text.toUpperCase())
  if (abbreviation !== undefined) return abbreviation.split(' ')
  if (text.includes('/')) return [text]
  const zone = zoneAtOffset(text)
  return zone === undefined ? [] : [zone]
}

/** The zones of an abbreviation, those of a city, or those of a country; none where nothing is certain. */
export function zonesMeantBy(text: string): readonly string[] {
  const word = text.trim()
  const abbreviation = ABBREVIATIONS.get(word.toUpperCase())
  if (abbreviation !== undefined) return abbreviation.split(' ')
  const zones = Intl.supportedValuesOf('timeZone')
  const tidy = tidied(word, zones)
  if (tidy !== undefined) return [tidy]
  const windows = cities().find(({ name, country }) => country === '' && name === word)
  if (windows !== undefined) return [windows.zone]
  const named = LONG_NAMES.find(([pattern]) =>
    pattern.test(word.toLowerCase().replace(/^(america|us)\//, '')),
  )
  if (named !== undefined) return [named[1]]
  const behind = /^\((?:utc|gmt)[^)]*\)\s*(.+)$/i.exec(word)?.[1]
  if (behind !== undefined) return ofFirst(behind.split(/ *[,;] */))
  const [region = '', ...rest] = word.split(/ *\/ */)
  const city = placePlainly(rest.at(-1) ?? region)
  const names = [city, CITY_NAMES.get(city)]
  const byName = zones.filter((zone) =>
    names.includes(placePlainly(zone.slice(zone.lastIndexOf('/') + 1))),
  )
  if (byName.length > 0) return byName
  const byCity = ofCity(CITY_NAMES.get(city) ?? city, rest.length > 0 ? region : '')
  if (byCity.length > 0) return byCity
  const byCountry = ofCountry(placePlainly(word))
  if (byCountry.length > 0) return byCountry
  const byProvince = ofProvince(city)
  if (byProvince.length > 0) return byProvince
  const slip = nearestSlip(word, zones)
  return slip === undefined ? [] : [slip]
}

/** A zone of the database in another dress: `Europe/Berlin/`, `Europe-Berlin`, `Berlin/Europe`, `Europe/Amsterdam (CET)`. */
function tidied(word: string, zones: readonly string[]): string | undefined {
  const plain = word
    .replace(/\s*\([^)]*\)$/, '')
    .replaceAll('\\', '/')
    .replace(/^\/+|\/+$/g, '')
    .replace(/^([A-Za-z]+)[-_.: ](?=[A-Z])/, '$1/')
    .replaceAll(' ', '_')
    .toLowerCase()
  const turned = plain.split('/').reverse().join('/')
  return zones.find((zone) => [plain, turned].includes(zone.toLowerCase()) && zone !== word)
}

/** The zones of the first of several places that is known. */
function ofFirst(places: readonly string[]): readonly string[] {
  for (const place of places) {
    const zones = zonesMeantBy(place)
    if (zones.length > 0) return zones
  }
  return []
}

/** The zones of the largest cities of a state that is called so, in countries that have several zones. */
function ofProvince(word: string): string[] {
  const there = cities().filter(
    ({ country, province }) => /^(US|CA|AU|BR|MX|ID)$/.test(country) && province === word,
  )
  const zones = there.map(({ zone }) => zone)
  return [...new Set(zones)].slice(0, MOST)
}

/** Of several cities of one name those in the region that was named (`Europe`), if there are. */
function ofCity(city: string, region: string): string[] {
  const found = citiesCalled(city)
  const there = found.filter(({ zone }) =>
    zone.toLowerCase().startsWith(`${region.toLowerCase()}/`),
  )
  const zones = (there.length > 0 ? there : found).map(({ zone }) => zone)
  return [...new Set(zones)].slice(0, MOST)
}

/** By its name; with its umlauts written out, without spaces, or with more behind it (`Tel Aviv-Yafo`) where nothing else is. */
function citiesCalled(city: string): readonly City[] {
  const short = city.replaceAll(/([aou])e/g, '$1')
  const joined = city.replaceAll(' ', '')
  const tests: readonly ((name: string) => boolean)[] = [
    (name) => name === city,
    (name) => name === short || name === CITY_NAMES.get(short),
    (name) => city.length > 4 && name.replaceAll(' ', '') === joined,
    (name) => city.length > 4 && name.startsWith(`${city} `),
  ]
  for (const test of tests) {
    const found = cities().filter(({ plain }) => test(plain))
    if (found.length > 0) return found
  }
  return []
}

/** How many zones are named at once. */
const MOST = 3

/** The zones of a country's largest cities, by its name or code. */
function ofCountry(word: string): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const meant = COUNTRY_NAMES.get(word) ?? word
  const codes = new Set(cities().map(({ country }) => country))
  const called = [...codes].filter((code) => {
    if (!/^[A-Z]{2}$/.test(code)) return false
    return code.toLowerCase() === meant || placePlainly(names.of(code) ?? '') === word
  })
  const found = cities().filter(({ country }) => called.includes(country))
  return [...new Set(found.map(({ zone }) => zone))].slice(0, MOST)
}
