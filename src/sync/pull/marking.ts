/** Marking what people made by hand as rotate's own, so that the file decides about it from then on. */
import { isUnmarked, itemsOf, markedWith, printsHad } from '../fingerprints.ts'
import { readMarked, type Look } from '../look.ts'
import { Refused, Unsure, type Service } from '../service.ts'

/** How often an answer may be lost before it is left. */
const PATIENCE = 6

/** Writes the marks, and reads until they are there; gives the service's words where it refuses them. */
export async function mark(
  service: Service,
  { schedule: first, wish }: Look,
  prints: ReadonlySet<string>,
  did: (what: string) => void,
): Promise<string | undefined> {
  if (first === undefined) return undefined
  let refused: string | undefined
  for (let failures = 0; failures <= PATIENCE; failures += 1) {
    const schedule = await readMarked(service, first, wish.range)
    if (schedule === undefined) return 'the schedule is gone'
    const open = itemsOf(schedule, wish.now).filter(
      (one) => printsHad(one, prints).length > 0 && isUnmarked(one, schedule),
    )
    if (open.length === 0) return undefined
    try {
      const { mostLetters } = service.about(schedule.kind)
      const description = markedWith(schedule, prints, wish.now, mostLetters)
      await service.send(service.describing(schedule, description), new Map())
      did(`${wish.rotation.id}: changed the schedule's mark`)
    } catch (error) {
      if (error instanceof Refused) {
        if (error.status === 401 || error.status === 403) throw error
        refused = error.message
      } else if (!(error instanceof Unsure)) {
        throw error
      }
      await service.pause(failures)
    }
  }
  return refused ?? `${service.name} does not keep the mark`
}
