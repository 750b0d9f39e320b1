/** Words as roff, the language of manuals, has them. */

/** A text in which nothing is taken for a request or an escape. */
export function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('"', '\\(dq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replaceAll(/^(?=\.)/gm, '\\&')
}

/** A heading of the manual, in capitals. */
export const section = (title: string): string => `.SH "${roff(title.toUpperCase())}"\n`

/** A heading below that. */
export const subsection = (title: string): string => `.SS "${roff(title)}"\n`

/** A term, and what it is. */
export const item = (term: string, meaning: string): string =>
  `.TP\n\\fB${roff(term)}\\fR\n${roff(meaning)}\n`

/** Lines that stay as they are. */
export const asTyped = (lines: string): string => `.PP\n.EX\n${roff(lines)}\n.EE\n`

/** Paragraphs, with empty lines between them: filled, but for indented lines and those with columns. */
export function paragraphs(text: string): string {
  const parts: string[][] = []
  let isSame = false
  for (const line of text.split('\n')) {
    const last = parts.at(-1)
    isSame &&= isTyped(line) === isTyped(last?.[0] ?? '')
    if (line !== '' && isSame) last?.push(line)
    else if (line !== '') parts.push([line])
    isSame = line !== ''
  }
  return parts
    .map((lines) => {
      const said = lines.join('\n')
      return isTyped(said) ? asTyped(said) : `.PP\n${roff(said)}\n`
    })
    .join('')
}

const isTyped = (text: string): boolean => /^ {2}|\S {2,}\S/.test(text)
