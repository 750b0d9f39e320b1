import { expect, it } from '@jest/globals'
import { zoneNamed } from '../../src/time/zone.ts'
import { faultOfZone } from '../../src/time/zone-fault.ts'
import { zoneToWrite } from '../../src/time/zone-to-write.ts'

it('an offset in disguise is a city of that offset, whose clocks never change', () => {
  const names = ['EST', 'mst', 'HST', ...hours().map((n) => `Etc/GMT${n > 0 ? '+' : ''}${n}`)]
  for (const name of names) {
    const zone = zoneToWrite(name)
    expect([name, zone && faultOfZone(zone.name)]).toEqual([name, undefined])
    for (const at of [Date.UTC(2026, 0, 1), Date.UTC(2027, 6, 1)]) {
      expect([name, zone?.offsetAt(at)]).toEqual([name, zoneNamed(name)?.offsetAt(at)])
    }
  }
})

it('other names stay as they are, and what is no zone is none', () => {
  expect(zoneToWrite('Europe/Berlin')?.name).toBe('Europe/Berlin')
  expect(['Mars/Olympus', 'Etc/GMT+12', ''].map(zoneToWrite)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

/** Hours of `Etc/GMT`, those left out that no city has. */
function hours(): number[] {
  return Array.from({ length: 26 }, (_, i) => i - 14).filter((n) => n !== 0 && n !== 12)
}
