/** What takes long to work out, and is seldom asked for. */

/** The same value each time: it is made when the first one asks. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
