/** Ids: the words by which people, rotations, meetings and lists are named. */
import { withoutAccents } from '../time/accents.ts'

/** Calendars are named after ids, and a disk takes 255 bytes, the ending among them. */
const LONGEST = 200

/** Words that are no ids, since they have a meaning of their own. */
export const RESERVED: readonly string[] = ['nobody', 'everyone']

/** Why a word can be no id; undefined where it can. */
export function faultOfId(id: string): string | undefined {
  if (id.length > LONGEST) {
    return `an id has ${LONGEST} characters at most, since files are called by it, and this one has ${id.length}`
  }
  if (RESERVED.includes(id.toLowerCase()))
    return 'this word has a meaning of its own: use another id'
  if (id === '__proto__' || !/^[a-z0-9][a-z0-9._-]*$/i.test(id)) {
    const kinds = `digits, '.', '_' and '-', and begins with a letter or digit`
    return isOfOtherLetters(id)
      ? `an id is letters from a to z, ${kinds}: write one of those, and this as the name`
      : `an id is letters, ${kinds}`
  }
  return undefined
}

/** Whether a word has letters, and none of which an id could be made. */
export function isOfOtherLetters(word: string): boolean {
  return /\p{L}/u.test(word) && !/[a-z]/i.test(withoutAccents(word))
}

/** The id that is made of a name or an address: `alice-lindqvist`, of `Alice Lindqvist`; undefined where nothing is left. */
export function idMeantBy(word: string): string | undefined {
  const plain = withoutAccents(word)
    .replace(/(?<=.)@.*/, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
  return plain !== '' && faultOfId(plain) === undefined ? plain : undefined
}
