/** The members of a layer or of the chair of a meeting, understood. */
import type { Zone } from '../../time/zone.ts'
import type { Member } from '../../model/rotation.ts'
import type { MemberText } from '../format/member.ts'
import type { Fields } from '../format/shape.ts'
import type { Beside } from './persons-meant.ts'
import { checkOrder, momentOf, peopleOf, type Scope } from './scope.ts'

/** @param instead what else than a person a word may mean (default: nobody) */
export function understandMembers(
  scope: Scope,
  written: readonly Fields<MemberText>[],
  zone: Zone,
  instead?: (word: string) => string | undefined,
): Member[] {
  const besides = (text: Fields<MemberText>): Beside => ({
    taken: new Set(written.flatMap(({ who }) => (who ?? []).map(({ value }) => value))),
    canPair: text.who?.[0]?.place === text.where,
  })
  return written.map((text) => {
    checkOrder(text.from, text.until, zone, ['from', 'until'], scope.report)
    const from = momentOf(text.from, zone)
    const until = momentOf(text.until, zone)
    return {
      people: peopleOf(scope, text.who ?? [], instead, () => besides(text)),
      ...(from && { from }),
      ...(until && { until }),
      place: text.where,
    }
  })
}
