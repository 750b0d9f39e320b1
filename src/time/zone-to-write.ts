/** Zones as services name them, by names that may stand in a file: offsets in disguise are cities without clock changes. */
import { isOffset } from './zone-words.ts'
import { zoneNamed, type Zone } from './zone.ts'

/** Cities whose clocks never change, by the hours that they are ahead of UTC. */
const STEADY: Readonly<Record<string, string>> = {
  '-11': 'Pacific/Pago_Pago',
  '-10': 'Pacific/Honolulu',
  '-9': 'Pacific/Gambier',
  '-8': 'Pacific/Pitcairn',
  '-7': 'America/Phoenix',
  '-6': 'America/Costa_Rica',
  '-5': 'America/Panama',
  '-4': 'America/Puerto_Rico',
  '-3': 'America/Argentina/Buenos_Aires',
  '-2': 'Atlantic/South_Georgia',
  '-1': 'Atlantic/Cape_Verde',
  '1': 'Africa/Algiers',
  '2': 'Africa/Johannesburg',
  '3': 'Africa/Nairobi',
  '4': 'Asia/Dubai',
  '5': 'Asia/Karachi',
  '6': 'Asia/Dhaka',
  '7': 'Asia/Bangkok',
  '8': 'Asia/Singapore',
  '9': 'Asia/Tokyo',
  '10': 'Australia/Brisbane',
  '11': 'Pacific/Guadalcanal',
  '12': 'Pacific/Tarawa',
  '13': 'Pacific/Fakaofo',
  '14': 'Pacific/Kiritimati',
}

const HOURS: Readonly<Record<string, string>> = { est: '-5', mst: '-7', hst: '-10' }

/** The zone that a service means by a name, under one that may stand in a file; undefined where there is none. */
export function zoneToWrite(name: string): Zone | undefined {
  if (!isOffset(name)) return zoneNamed(name)
  const plain = name.trim().toLowerCase()
  // The database turns the sign round: `Etc/GMT+5` is five hours behind.
  const city = STEADY[HOURS[plain] ?? String(-Number(plain.replace('etc/gmt', '')))]
  return city === undefined ? undefined : zoneNamed(city)
}
