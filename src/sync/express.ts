/** What a dialect cannot say of a wish: refused here, and nowhere else, before the first write. */
import type { Refusal } from '../model/plan.ts'
import type { Abilities, Words } from './dialect.ts'
import type { Slice } from './slices.ts'
import type { Wish } from './wish.ts'

/** What a plan comes to, as far as a dialect may lack words for it. */
export interface Said {
  readonly wanted: readonly Slice[]
  /** Whether somebody would be shown where nobody is wanted, and the dialect cannot say that. */
  readonly hasHole: boolean
  /** Whether a new schedule would have no turns in it, and needs some. */
  readonly isEmpty: boolean
}

/** The refusal of what a dialect cannot say, with the first reason there is. */
export function unsayable(
  { rotation, horizon }: Wish,
  can: Abilities,
  words: Words,
  { wanted, hasHole, isEmpty }: Said,
): Refusal[] {
  const hasPair = wanted.some(({ who, start }) => who.length > 1 && start < horizon)
  const reasons = [
    ...(hasPair && !can.two ? ['two people at once'] : []),
    ...(isEmpty ? ['that nobody is on call at all'] : []),
    ...(hasHole ? [`that nobody is on call where ${words.turns} says somebody`] : []),
  ]
  const { length } = rotation.name
  const messages = [
    ...(length > can.name
      ? [
          `a schedule's name has ${can.name} characters at most, and this one has ${length}: ` +
            `give the rotation a shorter 'name:'`,
        ]
      : []),
    ...reasons.map((what) => `${words.schedule} cannot say ${what}: ${words.remedy}`),
  ]
  return messages.slice(0, 1).map((message) => ({
    code: 'cannot-express',
    rotation: rotation.id,
    message,
  }))
}
