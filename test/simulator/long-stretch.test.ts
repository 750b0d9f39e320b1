/** How much may be asked for at once. */
import { expect, it } from '@jest/globals'
import { event, layer, simulated, type Client } from './client.ts'

const DAYS_90 = { since: '2026-12-01T00:00:00Z', until: '2027-03-01T00:00:00Z' }
const DAYS_91 = { ...DAYS_90, until: '2027-03-02T00:00:00Z' }

async function statuses(
  client: Client,
  range: Readonly<Record<string, string>>,
): Promise<number[]> {
  const { seed } = client.simulator
  const shifts = seed.shiftSchedule({
    name: 'Shifts',
    time_zone: 'Etc/UTC',
    rotations: [{ events: [event(client, ['alice'])] }],
  })
  const layers = seed.layerSchedule({
    name: 'Layers',
    time_zone: 'Etc/UTC',
    schedule_layers: [layer(client, ['alice'])],
  })
  const asked = [
    client.get(`/v3/schedules/${shifts}`, { 'include[]': 'final_schedule', ...range }),
    client.get(`/v3/schedules/${shifts}/overrides`, range),
    client.get(`/v3/schedules/${shifts}/custom_shifts`, range),
    client.get(`/schedules/${layers}`, range),
    client.get(`/schedules/${layers}/overrides`, range),
  ]
  return (await Promise.all(asked)).map(({ status }) => status)
}

it('a long stretch is answered like a short one', async () => {
  expect(await statuses(await simulated(), DAYS_91)).toEqual([200, 200, 200, 200, 200])
})

it('a stretch of more than 90 days is refused, by another reading', async () => {
  const readings = { longStretch: 'refused' } as const
  expect(await statuses(await simulated({ readings }), DAYS_90)).toEqual([200, 200, 200, 200, 200])
  expect(await statuses(await simulated({ readings }), DAYS_91)).toEqual([400, 400, 400, 400, 400])
})
