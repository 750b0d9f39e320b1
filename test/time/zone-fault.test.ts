/** What is no zone, or an offset in disguise, and the zone of the city that is told instead. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { knowCities } from '../../src/time/cities.ts'
import { faultOfZone } from '../../src/time/zone-fault.ts'

const CITIES = `Beijing	Asia/Shanghai		CN
Mumbai	Asia/Kolkata		IN
Hyderabad	Asia/Kolkata		IN
Bengaluru	Asia/Kolkata		IN
Seattle	America/Los_Angeles		US
Boston	America/New_York		US
Hyderabad	Asia/Karachi		PK
Munich	Europe/Berlin		DE
Birmingham	Europe/London		GB
Birmingham	America/Chicago		US
Rotterdam	Europe/Amsterdam		NL
Auckland	Pacific/Auckland		NZ
Tel Aviv-Yafo	Asia/Jerusalem	Tel Aviv	IL
Cape Town	Africa/Johannesburg	Western Cape	ZA
Honolulu	Pacific/Honolulu	Hawaii	US
Copenhagen	Europe/Copenhagen	Hovedstaden	DK
Central Europe Standard Time	Europe/Budapest		`

beforeAll(() => knowCities(() => CITIES))
afterAll(() => knowCities(() => ''))

it('the list of cities is read when somebody asks for one, and once', () => {
  let reads = 0
  knowCities(() => {
    reads += 1
    return CITIES
  })
  expect([faultOfZone('Asia/Tokyo'), reads]).toEqual([undefined, 0])
  expect([faultOfZone('Seattle'), faultOfZone('Mars/Olympus')].join()).toContain('Los_Angeles')
  expect(reads).toBe(1)
})

describe('a name that is an offset in disguise', () => {
  it.each([
    ['EST', 'America/New_York'],
    ['est', 'America/New_York'],
    ['MST', 'America/Denver'],
    ['HST', 'Pacific/Honolulu'],
    ['Etc/GMT+5', 'America/New_York'],
    ['etc/gmt-1', 'Europe/Berlin'],
    ['+01:00', 'Europe/Berlin'],
    ['UTC-8', 'America/Los_Angeles'],
    ['GMT+5', 'Asia/Karachi'],
    ['+9', 'Asia/Tokyo'],
  ])('%s is told the zone of a city: %s', (text, zone) => {
    expect(faultOfZone(text)).toMatch(/is an offset, which knows no clock changes: /)
    expect(faultOfZone(text)).toContain(`'${zone}'`)
    expect(faultOfZone(zone)).toBeUndefined()
  })

  it.each([
    'UTC',
    'GMT',
    'Etc/UTC',
    'utc',
    'Etc/GMT',
    'GMT0',
    'Etc/GMT+0',
    'CET',
    'EST5EDT',
    'US/Eastern',
    'europe/paris',
  ])('%s is fine', (text) => expect(faultOfZone(text)).toBeUndefined())
})

describe('a name that is no zone', () => {
  it.each([
    ['PST', `'PST' is no zone of the IANA database: write 'America/Los_Angeles'`],
    ['CEST', `'CEST' is no zone of the IANA database: write 'Europe/Berlin'`],
    [
      'IST',
      `'IST' is no zone of the IANA database: write 'Asia/Kolkata', 'Europe/Dublin' or 'Asia/Jerusalem'`,
    ],
    ['Amsterdam', `unknown zone 'Amsterdam' (did you mean 'Europe/Amsterdam'?)`],
    ['America/New York', `unknown zone 'America/New York' (did you mean 'America/New_York'?)`],
    ['Asia/Moscow', `unknown zone 'Asia/Moscow' (did you mean 'Europe/Moscow'?)`],
    ['Asia/Bangalore', `unknown zone 'Asia/Bangalore' (did you mean 'Asia/Kolkata'?)`],
    ['Europe/Munich', `unknown zone 'Europe/Munich' (did you mean 'Europe/Berlin'?)`],
    ['America/Seattle', `unknown zone 'America/Seattle' (did you mean 'America/Los_Angeles'?)`],
    ['US/Boston', `unknown zone 'US/Boston' (did you mean 'America/New_York'?)`],
    ['Hyderabad', `unknown zone 'Hyderabad' (did you mean 'Asia/Kolkata' or 'Asia/Karachi'?)`],
    ['Europe/Birmingham', `unknown zone 'Europe/Birmingham' (did you mean 'Europe/London'?)`],
    ['Netherlands', `unknown zone 'Netherlands' (did you mean 'Europe/Amsterdam'?)`],
    ['India', `unknown zone 'India' (did you mean 'Asia/Kolkata'?)`],
    [
      'Eastern Time (US & Canada)',
      `unknown zone 'Eastern Time (US & Canada)' (did you mean 'America/New_York'?)`,
    ],
    ['Europe/Amstredam', `unknown zone 'Europe/Amstredam' (did you mean 'Europe/Amsterdam'?)`],
    ['Asia/Tokio', `unknown zone 'Asia/Tokio' (did you mean 'Asia/Tokyo'?)`],
  ])('%s', (text, fault) => {
    expect(faultOfZone(text)).toBe(fault)
  })

  it.each(['Asia/Bangladore', 'Mars/Olympus', 'Europe/Bern', 'x', 'Asia/Signapur'])(
    '%s only looks like one, so none is told',
    (text) => {
      expect(faultOfZone(text)).toBe(
        `unknown zone '${text}': expected a name of the IANA database, such as 'Europe/Amsterdam'`,
      )
    },
  )
})

describe('a zone in another dress, and a city in another language', () => {
  it.each([
    ['Europe/Berlin/', 'Europe/Berlin'],
    ['Europe-Berlin', 'Europe/Berlin'],
    ['Berlin/Europe', 'Europe/Berlin'],
    ['Europe/Amsterdam (CET)', 'Europe/Amsterdam'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern', 'Europe/Amsterdam'],
    ['Central Europe Standard Time', 'Europe/Budapest'],
    ['America/Eastern', 'America/New_York'],
    ['München', 'Europe/Berlin'],
    ['Muenchen', 'Europe/Berlin'],
    ['Kopenhagen', 'Europe/Copenhagen'],
    ['Tel Aviv', 'Asia/Jerusalem'],
    ['Africa/Capetown', 'Africa/Johannesburg'],
    ['Hawaii', 'Pacific/Honolulu'],
    ['Wien', 'Europe/Vienna'],
  ])('%s: did you mean %s', (text, zone) => {
    expect(faultOfZone(text)).toContain(`(did you mean '${zone}'`)
  })

  it.each([
    ['IDT', 'Asia/Jerusalem'],
    ['Z', 'UTC'],
  ])('%s: write %s', (text, zone) => {
    expect(faultOfZone(text)).toContain(`write '${zone}'`)
  })
})
