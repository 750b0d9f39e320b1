/** Characters that nobody sees, or that only look like those of the format: what they are called, and what was meant. */

/** What stands for what, and its name. */
const ODD: readonly (readonly [RegExp, string, string])[] = [
  [/[\u00A0\u2007\u202F]/g, ' ', 'a no-break space'],
  [/[\u2000-\u2006\u2008-\u200A\u205F\u3000]/g, ' ', 'a wide space'],
  [/[\u200B-\u200D\u2060\uFEFF]/g, '', 'a zero width space'],
  [/\u00AD/g, '', 'a soft hyphen'],
  [/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '', 'an invisible mark of direction'],
  [/[\u2010\u2011\u2212\uFE63\uFF0D]/g, '-', 'a hyphen that is another character'],
  [/\uFF1A/g, ':', 'a full-width colon'],
  [/[\uFF0C\u3001]/g, ',', 'a full-width comma'],
]

const QUOTES = /^[“”„‟«»‘’‚‹›](.*)[“”„‟«»‘’‚‹›]$/s

export interface Odd {
  /** `a no-break space (U+00A0)` */
  readonly name: string
  /** The text with what was meant instead. */
  readonly plain: string
}

/** The first odd character of a text, and the text without any; undefined where there is none. */
export function oddIn(text: string): Odd | undefined {
  let name: string | undefined
  let plain = text
  // Most texts are of plain letters alone.
  // oxlint-disable-next-line no-control-regex -- that is all of ASCII
  if (/^[\u0000-\u007F]*$/.test(text)) return undefined
  for (const [pattern, instead, words] of ODD) {
    const [found] = plain.match(pattern) ?? []
    name ??= found && `${words} (${codeOf(found)})`
    plain = plain.replaceAll(pattern, instead)
  }
  plain = plain.replaceAll(/[\uFF10-\uFF19]/g, (digit) => {
    name ??= `a full-width digit (${codeOf(digit)})`
    return String(digit.charCodeAt(0) - 0xff10)
  })
  const alike = withoutLookalikes(plain)
  if (alike !== undefined) {
    name ??= `a letter of another alphabet that looks like a Latin one (${codeOf(alike.found)})`
    plain = alike.text
  }
  const inside = QUOTES.exec(plain.trim())?.[1]
  if (inside !== undefined) name ??= 'smart quotes, which are part of the text'
  return name === undefined ? undefined : { name, plain: (inside ?? plain).trim() }
}

/** Letters of other alphabets that look like Latin ones, and those. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  'аa еe оo рp сc хx уy іi јj ѕs ԁd һh кk тt мm нn вb АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI οo αa ΑA ΒB ΕE ΚK ΜM ΝN ΟO ΡP ΤT ΧX'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
)

/** A word of Latin letters with such ones between them, in Latin letters alone. */
function withoutLookalikes(text: string): { text: string; found: string } | undefined {
  const others = text.match(/[\u0370-\u052F]/g)
  const first = others?.[0]
  if (first === undefined || !/[A-Za-z]/.test(text)) return undefined
  if (!others?.every((letter) => ALIKE.has(letter))) return undefined
  return { text: Array.from(text, (letter) => ALIKE.get(letter) ?? letter).join(''), found: first }
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** `, where a no-break space (U+00A0) stands`: for a line of a text that is no YAML. */
export function sayOddIn(line: string): string | undefined {
  const odd = oddIn(line.replaceAll(/["'“”„‟«»‘’‚‹›]/g, ''))
  return odd && `${odd.name} stands in this line, and YAML does not know it: replace it`
}
