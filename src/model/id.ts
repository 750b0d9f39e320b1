/** Ids: the words by which people, rotations, meetings and lists are named. */

/** Why a word can be no id; undefined where it can. */
export function faultOfId(id: string): string | undefined {
  if (/^(nobody|everyone)$/i.test(id)) return 'this word has a meaning of its own: use another id'
  if (id === '__proto__' || !/^[a-z0-9][a-z0-9._-]*$/i.test(id)) {
    return `an id is letters, digits, '.', '_' and '-', and begins with a letter or digit`
  }
  return undefined
}
