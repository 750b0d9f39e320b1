/** Links to lines of the files, as they stand in the page. */
import { h } from './dom.ts'
import type { Link } from './links.ts'

/** Nothing without a link. */
export function sourceOf(link: Link | undefined): HTMLElement | null {
  if (link === undefined) return null
  return h('a', { href: link.address, rel: 'noopener noreferrer', class: 'source' }, link.text)
}
