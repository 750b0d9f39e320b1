/** What the answers to writes tell of a schedule, so that it need not be asked again. */
import { customsIn, NOTHING_HEARD, type Heard } from './read/shifts.ts'
import type { CustomShift, Remote } from './remote.ts'
import type { Request } from './request.ts'

/** A write and its answer. */
export type Sent = readonly [request: Request, answer: unknown]

/**
 * What is known of the custom shifts and overrides of a shift-based schedule after a round in which every write was
 * answered. Overrides are asked for again unless the schedule is new: one that somebody made in this very moment,
 * on a rotation that has just ended, is shown nowhere else.
 */
export function heardFrom(before: Remote | undefined, sent: readonly Sent[]): Heard {
  if (before?.kind === 'layers') return NOTHING_HEARD
  const isAbout = (items: string): Sent[] =>
    sent.filter(([{ path }]) => path.split('/').includes(items))
  const customs = withAnswers(before?.customs ?? [], isAbout('custom_shifts'))
  const hasOverrides = before !== undefined || isAbout('overrides').length > 0
  return { body: undefined, customs, overrides: hasOverrides ? undefined : [] }
}

function withAnswers(
  before: readonly CustomShift[],
  sent: readonly Sent[],
): readonly CustomShift[] | undefined {
  let all = before
  for (const [{ method, body }, answer] of sent) {
    const wished = body?.['custom_shifts']
    const made = method === 'POST' ? customsIn(answer) : undefined
    if (made === undefined || !Array.isArray(wished) || made.length !== wished.length) {
      return undefined
    }
    all = [...all, ...made]
  }
  return all
}
