/** What the answers to writes tell of a schedule, so that it need not be asked again. */
import type { Request, Sent } from '../../sync/request.ts'
import { isByItself } from '../../sync/schedule.ts'
import type { Known } from '../../sync/service.ts'
import type { ShiftItem } from '../remote.ts'
import { customsIn, NOTHING_TOLD, type Told } from './shifts.ts'

/**
 * What is known of the custom shifts and overrides of a shift-based schedule after a round in which every write was
 * answered. Overrides are asked for again unless the schedule is new: one that somebody made in this very moment,
 * on a rotation that has just ended, is shown nowhere else.
 */
export function toldIn({ before, sent }: NonNullable<Known['round']>): Told {
  if (before?.kind === 'layers') return NOTHING_TOLD
  const isAbout = (items: string): Sent[] =>
    sent.filter(([{ path }]) => path.split('/').includes(items))
  // Of a shift-based schedule, whose items all have an id.
  const items = (before?.items ?? []) as readonly ShiftItem[]
  const customs = withAnswers(items.filter(isByItself), isAbout('custom_shifts'))
  const hasOverrides = before !== undefined || isAbout('overrides').length > 0
  return { body: undefined, customs, overrides: hasOverrides ? undefined : [] }
}

function withAnswers(
  before: readonly ShiftItem[],
  sent: readonly Sent[],
): readonly ShiftItem[] | undefined {
  let all = before
  for (const [request, answer] of sent) {
    const made = madeBy(request, answer)
    if (made === undefined) return undefined
    all = [...all, ...made]
  }
  return all
}

/** The custom shifts that a request made; undefined where that cannot be told. */
function madeBy({ method, body }: Request, answer: unknown): readonly ShiftItem[] | undefined {
  const wished = body?.['custom_shifts']
  const made = method === 'POST' ? customsIn(answer) : undefined
  return Array.isArray(wished) && made?.length === wished.length ? made : undefined
}
