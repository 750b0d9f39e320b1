/** Reads a schedule together with what explains its mark. */
import type { Interval } from '../time/interval.ts'
import type { Client } from './client.ts'
import { readMarker } from './marker.ts'
import { lingeringIn } from './marks.ts'
import { withBeyond } from './read/beyond.ts'
import { readSchedule } from './read/schedules.ts'
import { NOTHING_HEARD, type Heard } from './read/shifts.ts'
import type { Frame, Remote } from './remote.ts'

/**
 * All of a schedule that matters within an interval; undefined where it is gone. Fingerprints that no item explains
 * there may be of what has ended, of what is far ahead, or of what is gone: so more items are asked for then.
 */
export async function readMarked(
  client: Client,
  frame: Pick<Frame, 'kind' | 'id'>,
  within: Interval,
  heard: Heard = NOTHING_HEARD,
): Promise<Remote | undefined> {
  const remote = await readSchedule(client, frame, within, heard)
  if (remote === undefined) return undefined
  const { marker } = readMarker(remote.description)
  const isExplained = marker === undefined || lingeringIn(marker, remote).size === 0
  return isExplained ? remote : withBeyond(client, remote, within)
}
