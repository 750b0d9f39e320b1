/** Reads the items of a schedule that lie outside the range otherwise looked at: what has ended, and what is far ahead. */
import { DAY } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Client } from '../client.ts'
import type { Remote } from '../remote.ts'
import { layerOverrides } from './layers.ts'
import { customsWithin, overridesWithin } from './shifts.ts'

/** Longer ago, or further ahead, nothing is looked for. */
const REACH = 370 * DAY

/** A schedule with all its items of a year before and after. */
export async function withBeyond(
  client: Client,
  remote: Remote,
  { start }: Interval,
): Promise<Remote> {
  const wide = { start: start - REACH, end: start + REACH }
  if (remote.kind === 'layers') {
    return { ...remote, beyond: await layerOverrides(client, remote.id, wide) }
  }
  const customs = await customsWithin(client, remote.id, wide)
  return { ...remote, beyond: [...customs, ...(await overridesWithin(client, remote.id, wide))] }
}
