/** Whom a word that is no id may mean: by name, by address, as several in one text, or as nobody at all. */
import { withoutAccents } from '../../time/accents.ts'
import type { Document } from '../merge.ts'
import { nearestWord } from '../suggest.ts'

/** The ids that are known by each name or address, in small letters; found when the first word is asked for. */
export type Called = () => ReadonlyMap<string, ReadonlySet<string>>

/** What the people of a workspace are called besides their ids: names, parts of names, addresses, ids in PagerDuty. */
export function peopleCalled({ people }: Document): Called {
  return once((add) => {
    for (const { id, value } of people) {
      const name = value?.name?.value ?? ''
      const email = value?.email?.value ?? ''
      const words = [name, ...name.split(/\s+/), email, email.replace(/@.*/, '')]
      for (const word of [...words, value?.pagerduty?.value ?? '']) add(word, id)
    }
  })
}

/** What the rotations of a workspace are called besides their ids. */
export function rotationsCalled({ rotations }: Document): Called {
  return once((add) => {
    for (const { id, value } of rotations) {
      add(value?.name?.value ?? '', id)
      add(value?.pagerduty?.schedule?.value ?? '', id)
    }
  })
}

/** Most workspaces have no word that leads nowhere. */
function once(fill: (add: (word: string, id: string) => void) => void): Called {
  let called: Map<string, Set<string>> | undefined
  return () => {
    if (called !== undefined) return called
    const found = new Map<string, Set<string>>()
    fill((word, id) => {
      const plain = plainly(word)
      const ids = found.get(plain) ?? new Set()
      if (plain !== '') found.set(plain, ids.add(id))
    })
    called = found
    return found
  }
}

/** Small letters without accents. */
function plainly(word: string): string {
  return withoutAccents(word.trim()).toLowerCase()
}

/** The one id that a word means: itself in another case, a name, an address, or `@alice`; else undefined. */
function idCalled(word: string, ids: Iterable<string>, called: Called): string | undefined {
  const plain = plainly(word)
    .replace(/^@/, '')
    .replace(/^.*<(.*)>$/, '$1')
    .replace(/^mailto:/, '')
  for (const id of ids) if (plainly(id) === plain) return id
  const dashed = plain.replaceAll(/[\s.]+/g, '-')
  for (const id of ids) if (plainly(id).replaceAll(/[_.]/g, '-') === dashed) return id
  const [only, more] = called().get(plain) ?? []
  return more === undefined ? only : undefined
}

/** The id, or the ids in brackets, that a text means; undefined where none is near. */
export function idsMeantBy(
  text: string,
  ids: ReadonlySet<string>,
  called: Called,
): string | undefined {
  const one = idCalled(text, ids, called)
  if (one !== undefined) return one
  const parts = text.split(/\s*[,;&+/]\s*|\s+(?:and|und|or)\s+/i).filter((part) => part !== '')
  const several = parts.length > 1 ? parts : text.trim().split(/\s+/)
  if (several.length > 1) {
    const meant = several.map((part) => idCalled(part, ids, called))
    if (meant.every((id) => id !== undefined)) return `[${[...new Set(meant)].join(', ')}]`
  }
  return nearestWord(text, ids)
}

const NOBODY =
  /^(nobody|none|null|nil|nan|no ?one|no-one|n\/?a|tb[acd]|to ?do|~|-+|–|—|…|\.{2,3}|\?+|x+|vacant|open|empty|free|unassigned|unknown|placeholder|some(one|body)|tbd.*)$/i

/** Whether a word says that there is nothing to say: `TBD`, `N/A`, `-`, `none`. */
export function isPlaceholder(text: string): boolean {
  return NOBODY.test(text.trim())
}

/** Whether a word means all of them. */
export function meansEveryone(text: string): boolean {
  return /^(all|any(one|body)?|everyone|everybody|every ?one|(the )?(whole |entire )?team|\*)$/i.test(
    text.trim(),
  )
}
