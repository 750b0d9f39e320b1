/** A node as it would be written on one line. */
import type { Entry, Node } from './node.ts'

/** `{ who: bob, on: 2026-12-24 }`, of a map in either style; texts as they are written, with their quotes. */
export function flowOf(node: Node): string {
  if (node.kind === 'map') return node.entries.length === 0 ? '{}' : `{ ${pairsOf(node.entries)} }`
  return node.kind === 'list' ? `[${node.items.map(flowOf).join(', ')}]` : rawOf(node)
}

/** `who: bob, on: 2026-12-24` */
export function pairsOf(entries: readonly Entry[]): string {
  return entries.map(({ key, value }) => `${key.text}: ${flowOf(value)}`).join(', ')
}

/** The text as it is written, quotes too. */
function rawOf({ place: { source, from, to } }: Node): string {
  return source.text.slice(from, to).replaceAll(/\s+/g, ' ')
}
