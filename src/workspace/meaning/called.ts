/** Whom a word that is no id may mean: by name, by address, as several in one text, or as nobody at all. */
import { plainly } from '../../time/accents.ts'
import { once } from '../../time/once.ts'
import type { Document } from '../merge.ts'
import { nearestWord } from '../suggest.ts'

/** The ids that are known by each name or address, in small letters; found when the first word is asked for. */
export type Called = () => ReadonlyMap<string, ReadonlySet<string>>

/** What the people of a workspace are called besides their ids: names, parts of names, addresses, ids in PagerDuty. */
export function peopleCalled({ people }: Document): Called {
  return gathered((add) => {
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
  return gathered((add) => {
    for (const { id, value } of rotations) {
      add(value?.name?.value ?? '', id)
      add(value?.pagerduty?.schedule?.value ?? '', id)
    }
  })
}

/** Most workspaces have no word that leads nowhere. */
function gathered(fill: (add: (word: string, id: string) => void) => void): Called {
  return once(() => {
    const found = new Map<string, Set<string>>()
    fill((word, id) => {
      const plain = plainly(word)
      const ids = found.get(plain) ?? new Set()
      if (plain !== '') found.set(plain, ids.add(id))
    })
    return found
  })
}

/** The one id that a word means: itself in another case, a name, an address, or `@alice`; else undefined. */
export function idCalled(word: string, ids: Iterable<string>, called: Called): string | undefined {
  const plain = plainly(word)
    .replace(/^@/, '')
    .replace(/^.*<(.*)>$/, '$1')
    .replace(/^mailto:/, '')
    .replace(/[?!*:;,.]+$/, '')
  for (const id of ids) if (plainly(id) === plain) return id
  const dashed = plain.replaceAll(/[\s.]+/g, '-')
  for (const id of ids) if (plainly(id).replaceAll(/[_.]/g, '-') === dashed) return id
  const local = plain.replace(/@.*$/, '')
  if (local !== plain) for (const id of ids) if (plainly(id) === local) return id
  const [only, more] = called().get(plain) ?? []
  if (only !== undefined) return more === undefined ? only : undefined
  return idOfParts(plain, called())
}

/** Of `alice_lindqvist`, `bob.okafor`, `alice l.` the one whose name has these parts, or begins with them. */
function idOfParts(
  plain: string,
  called: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const parts = plain
    .replace(/@.*/, '')
    .split(/[\s._-]+/)
    .filter((part) => part !== '')
  if (parts.length < 2 || !parts.some((part) => part.length > 2)) return undefined
  const found = new Set<string>()
  for (const [name, ids] of called) {
    const words = name.split(/\s+/)
    const fits =
      words.length === parts.length &&
      words.every((word, i) =>
        parts[i]?.length === 1 ? word.startsWith(parts[i]) : word === parts[i],
      )
    if (fits) for (const id of ids) found.add(id)
  }
  const [only, more] = found
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
  const several = severalIds(text, ids, called)
  return several === undefined ? nearestWord(text, ids) : `[${several.join(', ')}]`
}

/** All the ids in a text that names several, each once. */
export function severalIds(
  text: string,
  ids: ReadonlySet<string>,
  called: Called,
): readonly string[] | undefined {
  const plain = text.trim().replace(/^\((.*)\)$|^\[(.*)\],?$|^\{(.*)\}$/, '$1$2$3')
  const parts = plain.split(/\s*[,;&+/|]\s*|\s+(?:and|und|or)\s+/i).filter((part) => part !== '')
  const several = parts.length > 1 ? parts : plain.split(/\s+/)
  if (several.length < 2) return undefined
  const meant = several.map((part) => idCalled(part, ids, called))
  return meant.every((id) => id !== undefined) ? [...new Set(meant)] : undefined
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
