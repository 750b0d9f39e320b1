/** A text cut to a width, where there is no room for all of it. */
import stringWidth from 'fast-string-width'

/** Cuts a text to so many characters of width, with a mark at its end: never the name of somebody in a table. */
export function shorten(text: string, width: number, mark: string): string {
  if (stringWidth(text) <= width) return text
  const room = width - stringWidth(mark)
  let kept = ''
  for (const character of text) {
    if (stringWidth(kept + character) > room) break
    kept += character
  }
  return `${kept.trimEnd()}${mark}`
}
