/** How long things took: to be acknowledged, to be resolved. */
import type { Instant } from '../../time/instant.ts'
import type { Agent, Incident } from '../../model/incident.ts'

/** The first time that anybody acknowledged it. */
export function acknowledgedAt({ log }: Incident): Instant | undefined {
  return log.find(({ kind }) => kind === 'acknowledge')?.at
}

/** From the first trigger to the first acknowledgement by anybody (ms); undefined where there was none. */
export function timeToAcknowledge(incident: Incident): number | undefined {
  const at = acknowledgedAt(incident)
  const first = incident.log.find(({ kind }) => kind === 'trigger')?.at ?? incident.created
  return at === undefined ? undefined : Math.max(0, at - first)
}

/** From its creation to its end (ms); undefined while it is open. */
export function timeToResolve({ created, resolved }: Incident): number | undefined {
  return resolved === undefined ? undefined : Math.max(0, resolved - created)
}

/** Who or what resolved it; undefined while it is open, and where nobody tells. */
export function resolverOf({ log, resolved, changedBy }: Incident): Agent | undefined {
  if (resolved === undefined) return undefined
  return log.findLast(({ kind }) => kind === 'resolve')?.by ?? changedBy
}

/** The middle one of some numbers, halfway between the two middle ones; undefined of none. Never the mean. */
export function median(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}
