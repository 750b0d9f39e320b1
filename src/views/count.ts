/** How many there are of something, in words. */

/** `1 page`, `3 pages` */
export function sayCount(many: number, what: string): string {
  return `${many} ${what}${many === 1 ? '' : 's'}`
}

/** `20,000` */
export function sayNumber(many: number): string {
  return many.toLocaleString('en')
}
