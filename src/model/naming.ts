/** Ids for what comes from elsewhere under names: such as people would choose, and each but once. */
import { countsOf } from './counts.ts'
import { RESERVED } from './id.ts'

/** Ids that were given, so that none comes twice; case makes no difference. */
export class Names {
  readonly #taken: Set<string>
  readonly #joint: string

  /** `joint` stands before the number that makes one of a kind. */
  constructor(taken: readonly string[] = [], joint = '-') {
    this.#taken = new Set(taken.map((name) => name.toLowerCase()))
    this.#joint = joint
  }

  take(wish: string): string {
    let name = wish
    for (let n = 2; this.#taken.has(name.toLowerCase()); n += 1) name = `${wish}${this.#joint}${n}`
    this.#taken.add(name.toLowerCase())
    return name
  }

  /** The first of some wishes that is free, else the last with a number. */
  takeFirst(wishes: readonly [string, ...string[]]): string {
    const free = wishes.find((wish) => !this.#taken.has(wish.toLowerCase()))
    return this.take(free ?? wishes.at(-1) ?? wishes[0])
  }
}

/** Letters that are not a letter and a mark to Unicode. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}

/** As much as an id has at most, with room for a number behind it. */
const LONGEST = 100

/** A text as an id: `Zoë O'Hara` is `zoe-o-hara`; empty where nothing is left of it. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[ßæœøðþłđı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9._]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, LONGEST)
    .replace(/[^a-z0-9]+$/, '')
}

/** What of somebody an id can be made of. */
export interface Named {
  readonly name: string
  readonly email: string
  /** Their id elsewhere. */
  readonly id: string
}

/**
 * An id for each person, in their order: the first name where only one has it and it is not `taken`, else all of it,
 * else the address.
 */
export function idsOfPeople(named: readonly Named[], taken: Iterable<string> = []): string[] {
  const others = new Set([...taken].map((id) => id.toLowerCase()))
  const ids = new Names([...RESERVED, ...others])
  const first = countsOf(named.map(({ name }) => slug(firstName(name))))
  return named.map(({ name, email, id }) => {
    const short = slug(firstName(name))
    const wishes = [
      (first.get(short) ?? 0) > 1 || others.has(short) ? '' : short,
      slug(name),
      slug(email.split('@')[0] ?? ''),
      slug(id),
    ]
    const free = wishes.find((wish) => wish !== '' && !others.has(wish))
    return ids.take(free ?? wishes.find((wish) => wish !== '') ?? 'person')
  })
}

function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? ''
}

/** What every schedule is, and so tells nothing. */
const EVERYBODYS = /(^|-)(on-?call|schedule|rotation|rota)$/

/** Names as ids without what says nothing; whole where that would leave nothing, no word, or what another has. */
export function shortNames(names: readonly string[], taken: readonly string[]): string[] {
  const whole = names.map((name) => {
    const all = slug(name)
    return withoutEnd(all) || all
  })
  const first = sharedWords(whole)
  const short = whole.map((one) => one.split('-').slice(first).join('-'))
  return short.map((one, i) => {
    const isOnly = short.every((other, j) => i === j || other !== one)
    const isId = /^[a-z0-9]/.test(one) && /[a-z]/.test(one)
    const isFree = !taken.some((other) => other.toLowerCase() === one)
    return isOnly && isId && isFree ? one : (whole[i] ?? one)
  })
}

function withoutEnd(name: string): string {
  const shorter = name.replace(EVERYBODYS, '')
  return shorter === name ? name : withoutEnd(shorter)
}

/** With how many words all of several begin. */
function sharedWords(ids: readonly string[]): number {
  const [words = [], ...others] = ids.map((id) => id.split('-'))
  if (others.length === 0) return 0
  const end = words.findIndex((word, i) => others.some((other) => other[i] !== word))
  return end === -1 ? words.length : end
}
