import { quoted } from '../print/emit.ts'

/** A text as one value: plain where that reads as it is, else in double quotes. */
export function scalar(text: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} ._'/()+@-]*$/u.test(text) && text.trim() === text
  return isPlain ? text : quoted(text)
}
