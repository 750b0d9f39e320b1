/** What people write for a zone: offsets, abbreviations, cities and countries; and the zones that they mean. */
import { withoutAccents } from './accents.ts'
import { cities } from './cities.ts'
import { nearestSlip } from './slip.ts'

/** The abbreviations of clocks, each with the zones in which they are said, the one with most people first. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ET: 'America/New_York',
    EST: 'America/New_York',
    EDT: 'America/New_York',
    CT: 'America/Chicago',
    CST: 'America/Chicago Asia/Shanghai',
    CDT: 'America/Chicago',
    MT: 'America/Denver',
    MST: 'America/Denver America/Phoenix',
    MDT: 'America/Denver',
    PT: 'America/Los_Angeles',
    PST: 'America/Los_Angeles',
    PDT: 'America/Los_Angeles',
    AKST: 'America/Anchorage',
    AKDT: 'America/Anchorage',
    HST: 'Pacific/Honolulu',
    AST: 'America/Halifax Asia/Riyadh',
    ADT: 'America/Halifax',
    NST: 'America/St_Johns',
    BRT: 'America/Sao_Paulo',
    ART: 'America/Argentina/Buenos_Aires',
    BST: 'Europe/London Asia/Dhaka',
    IST: 'Asia/Kolkata Europe/Dublin Asia/Jerusalem',
    IDT: 'Asia/Jerusalem',
    NPT: 'Asia/Kathmandu',
    CLT: 'America/Santiago',
    COT: 'America/Bogota',
    WITA: 'Asia/Makassar',
    MYT: 'Asia/Kuala_Lumpur',
    WET: 'Europe/Lisbon',
    WEST: 'Europe/Lisbon',
    CET: 'Europe/Berlin',
    CEST: 'Europe/Berlin',
    MET: 'Europe/Berlin',
    MEZ: 'Europe/Berlin',
    MESZ: 'Europe/Berlin',
    EET: 'Europe/Athens Europe/Kyiv',
    EEST: 'Europe/Athens Europe/Kyiv',
    MSK: 'Europe/Moscow',
    TRT: 'Europe/Istanbul',
    SAST: 'Africa/Johannesburg',
    WAT: 'Africa/Lagos',
    EAT: 'Africa/Nairobi',
    CAT: 'Africa/Maputo',
    GST: 'Asia/Dubai',
    PKT: 'Asia/Karachi',
    ICT: 'Asia/Bangkok',
    WIB: 'Asia/Jakarta',
    SGT: 'Asia/Singapore',
    HKT: 'Asia/Hong_Kong',
    PHT: 'Asia/Manila',
    JST: 'Asia/Tokyo',
    KST: 'Asia/Seoul',
    AWST: 'Australia/Perth',
    ACST: 'Australia/Adelaide',
    AEST: 'Australia/Sydney Australia/Brisbane',
    AEDT: 'Australia/Sydney',
    NZST: 'Pacific/Auckland',
    NZDT: 'Pacific/Auckland',
  }),
)

/** A city of each offset, by hours ahead of UTC. */
const CITIES_AHEAD: Readonly<Record<number, string>> = {
  [-10]: 'Pacific/Honolulu',
  [-9]: 'America/Anchorage',
  [-8]: 'America/Los_Angeles',
  [-7]: 'America/Denver',
  [-6]: 'America/Chicago',
  [-5]: 'America/New_York',
  [-4]: 'America/Halifax',
  [-3.5]: 'America/St_Johns',
  [-3]: 'America/Sao_Paulo',
  0: 'Europe/London',
  1: 'Europe/Berlin',
  2: 'Europe/Athens',
  3: 'Europe/Istanbul',
  3.5: 'Asia/Tehran',
  4: 'Asia/Dubai',
  4.5: 'Asia/Kabul',
  5: 'Asia/Karachi',
  5.5: 'Asia/Kolkata',
  5.75: 'Asia/Kathmandu',
  6: 'Asia/Dhaka',
  6.5: 'Asia/Yangon',
  7: 'Asia/Bangkok',
  8: 'Asia/Singapore',
  9: 'Asia/Tokyo',
  9.5: 'Australia/Adelaide',
  10: 'Australia/Sydney',
  11: 'Pacific/Noumea',
  12: 'Pacific/Auckland',
  13: 'Pacific/Tongatapu',
}

/** As Windows and PagerDuty call them. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/^(us )?eastern\b/, 'America/New_York'],
  [/^(us )?central (time|standard|daylight)/, 'America/Chicago'],
  [/^(us )?mountain\b/, 'America/Denver'],
  [/^(us )?pacific\b(?!\/)/, 'America/Los_Angeles'],
  [/^(w\. europe|central european?|romance)\b/, 'Europe/Berlin'],
  [/^(gmt standard|british)\b/, 'Europe/London'],
  [/^india\b/, 'Asia/Kolkata'],
  [/^(tokyo|japan)\b/, 'Asia/Tokyo'],
]

/** Zones of many people, in order: what an editor offers. */
export const KNOWN_ZONES: readonly string[] = [
  ...new Set([
    'UTC',
    ...Object.values(CITIES_AHEAD),
    ...[...ABBREVIATIONS.values()].flatMap((zones) => zones.split(' ')),
    'Europe/Amsterdam',
    'Europe/Brussels',
    'Europe/Copenhagen',
    'Europe/Helsinki',
    'Europe/Madrid',
    'Europe/Oslo',
    'Europe/Paris',
    'Europe/Prague',
    'Europe/Rome',
    'Europe/Stockholm',
    'Europe/Vienna',
    'Europe/Warsaw',
    'Europe/Zurich',
    'America/Mexico_City',
    'America/Toronto',
    'America/Vancouver',
    'Asia/Taipei',
    'Australia/Melbourne',
  ]),
].sort((a, b) => (a < b ? -1 : 1))

/** Names that cities had, or have for short. */
const ALSO: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bangalore: 'bengaluru',
    bombay: 'mumbai',
    madras: 'chennai',
    calcutta: 'kolkata',
    peking: 'beijing',
    saigon: 'ho chi minh city',
    gurgaon: 'new delhi',
    nyc: 'new york',
    la: 'los angeles',
    sf: 'san francisco',
  }),
)

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
  const named = NAMED.find(([pattern]) => pattern.test(word.toLowerCase()))
  if (named !== undefined) return [named[1]]
  const [region = '', ...rest] = word.split(/ *\/ */)
  const city = plainly(rest.at(-1) ?? region)
  const zones = Intl.supportedValuesOf('timeZone')
  const byName = zones.filter((zone) => plainly(zone.slice(zone.lastIndexOf('/') + 1)) === city)
  if (byName.length > 0) return byName
  const byCity = ofCity(ALSO.get(city) ?? city, rest.length > 0 ? region : '')
  if (byCity.length > 0) return byCity
  const byCountry = ofCountry(plainly(word))
  if (byCountry.length > 0) return byCountry
  const slip = nearestSlip(word, zones)
  return slip === undefined ? [] : [slip]
}

/** Small letters without accents, with spaces for what stands between words. */
function plainly(word: string): string {
  return withoutAccents(word)
    .toLowerCase()
    .replaceAll(/[_\s-]+/g, ' ')
    .trim()
}

/** Of several cities of one name those in the region that was named (`Europe`), if there are. */
function ofCity(city: string, region: string): string[] {
  const found = cities().filter(({ name }) => plainly(name) === city)
  const there = found.filter(({ zone }) =>
    zone.toLowerCase().startsWith(`${region.toLowerCase()}/`),
  )
  const zones = (there.length > 0 ? there : found).map(({ zone }) => zone)
  return [...new Set(zones)].slice(0, MOST)
}

/** How many zones are named at once. */
const MOST = 3

/** What people call countries by no name or code of theirs. */
const COUNTRIES = new Map(Object.entries({ uk: 'gb', usa: 'us', england: 'gb', holland: 'nl' }))

/** The zones of a country's largest cities, by its name or code. */
function ofCountry(word: string): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const meant = COUNTRIES.get(word) ?? word
  const codes = new Set(cities().map(({ country }) => country))
  const called = [...codes].filter((code) => {
    if (!/^[A-Z]{2}$/.test(code)) return false
    return code.toLowerCase() === meant || plainly(names.of(code) ?? '') === word
  })
  const found = cities().filter(({ country }) => called.includes(country))
  return [...new Set(found.map(({ zone }) => zone))].slice(0, MOST)
}
